// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.participant.WorkingDays;
import org.grasslandcarbon.domain.value.BeijingTime;

/**
 * The time in which everybody may comment (CCER measures art. 12).
 *
 * @param firstDay in Beijing time; it counts when it is a working day
 * @param workingDays how long it lasts
 */
record Publicity(LocalDate firstDay, int workingDays) {

  /** Publicity that begins on the day of an instant. */
  static Publicity from(Instant begin, int workingDays) {
    return new Publicity(BeijingTime.day(begin), workingDays);
  }

  /** The calendars that it may need. */
  List<Key<?>> keys() {
    return WorkingDays.keys(firstDay);
  }

  /** Whether all its days lie before today. */
  boolean isOver(Act act) {
    return WorkingDays.areOver(act, firstDay, workingDays, act.today());
  }

  /** From when to when it is, in words. */
  String inWords(Act act) {
    return "publicity of "
        + workingDays
        + " working days began on "
        + firstDay
        + "; "
        + WorkingDays.lastDayInWords(act, firstDay, workingDays);
  }
}
