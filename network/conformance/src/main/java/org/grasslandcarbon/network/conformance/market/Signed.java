// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.market;

import java.time.Duration;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.ledger.Action;

/**
 * An instruction that is ready to be sent, and what it says.
 *
 * @param text as it was signed
 * @param action what it says
 */
public record Signed(InstructionText text, Action action) {
  private static final Duration VALIDITY = Duration.ofHours(2);

  /** Signs an action. */
  public static Signed by(InstructionSigner who, Action action) {
    return new Signed(who.sign(InstructionSigner.newId(), action, VALIDITY), action);
  }
}
