// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.Instant;
import org.grasslandcarbon.cli.NotDone;
import org.grasslandcarbon.domain.value.BeijingTime;

/**
 * This machine and the gateway do not agree what time it is, and nobody here knows who is right.
 */
final class ClocksApart extends NotDone {
  private static final long serialVersionUID = 1L;

  ClocksApart(Instant here, Instant there) {
    super(
        "本机时钟为 "
            + BeijingTime.text(here)
            + "，网关为 "
            + BeijingTime.text(there)
            + "，相差过大，未进行任何操作；请校准时钟。",
        "This machine's clock shows "
            + BeijingTime.text(here)
            + " and the gateway's "
            + BeijingTime.text(there)
            + ": they are too far apart, and nothing was done. Set the clocks.");
  }
}
