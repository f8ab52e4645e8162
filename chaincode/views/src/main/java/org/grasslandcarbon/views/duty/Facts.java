// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import java.time.Instant;
import java.time.LocalDate;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.BeijingTime;

/** What is known where somebody's work is looked for. */
public interface Facts extends Records {
  /** Who asks. */
  Actor caller();

  /** The time, for everything that one answer says. */
  Instant now();

  /** The day in Beijing. */
  default LocalDate today() {
    return BeijingTime.day(now());
  }
}
