// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.participant.WorkingDays;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Detail;

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

  /** For whoever comes too early or too late: from when to when it is. */
  Detail inWords(Act act) {
    return zh("公示期为 %s 个工作日，始于 %s；%s")
        .en(
            "publicity of %s working days began on %s; %s",
            workingDays, firstDay, WorkingDays.lastDayInWords(act, firstDay, workingDays));
  }
}
