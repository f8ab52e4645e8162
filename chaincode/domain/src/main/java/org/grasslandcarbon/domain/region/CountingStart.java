// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import java.time.Instant;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BeijingTime;

/**
 * Since when the ledger counts what happens in regions ({@link RegionTotals}). A ledger that counts
 * from its founding on has counted all there is; one that was there before the counting cannot say
 * what it has not counted, and says so.
 *
 * @param at transaction time of the first act that was counted, or of the founding
 * @param fromFounding whether nothing happened before
 */
public record CountingStart(Instant at, boolean fromFounding) implements LedgerRecord {

  /** The type of the one record. */
  public static final RecordType<CountingStart> TYPE =
      new RecordType<>("REGION_COUNTING", CountingStart.class, Visibility.PUBLIC);

  /** The key of the one record. */
  public static final Key<CountingStart> KEY = TYPE.key("1");

  /** The start of a ledger that is being founded. */
  public static CountingStart ofFounding(Instant time) {
    return new CountingStart(time, true);
  }

  /** The start of the ledger; on one that was there before, this act is the first counted. */
  static CountingStart of(Act act) {
    return act.find(KEY)
        .orElseGet(
            () -> {
              CountingStart now = new CountingStart(act.time(), false);
              act.write(now);
              return now;
            });
  }

  /** The year of the first day counted, in Beijing time. */
  int year() {
    return BeijingTime.day(at).getYear();
  }

  @Override
  public Key<CountingStart> key() {
    return KEY;
  }
}
