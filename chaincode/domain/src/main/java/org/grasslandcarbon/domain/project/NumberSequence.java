// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * The last project number given out in a region, by year: the one counter of the registry. Two
 * registrations in one region at one moment through two gateways conflict and one is retried, which
 * a banner's office, registering a few projects a year, will not notice; numbers without gaps are
 * worth it.
 *
 * @param last the last sequence number by year
 * @param region the region
 * @param training true for the numbers of projects for practice, which leave no gaps in the others
 */
public record NumberSequence(
    Map<String, Integer> last, RegionCode region, Optional<Boolean> training)
    implements LedgerRecord {

  /** The type of number sequences. */
  public static final RecordType<NumberSequence> TYPE =
      new RecordType<>("PROJECT_NUMBERS", NumberSequence.class, Visibility.PUBLIC);

  /** What four digits hold. */
  static final int MOST = 9_999;

  public NumberSequence {
    last = Collections.unmodifiableMap(new TreeMap<>(last));
  }

  /** The key of a region's sequence. */
  public static Key<NumberSequence> key(RegionCode region, boolean training) {
    return training ? TYPE.key(region.value(), "T") : TYPE.key(region.value());
  }

  /** A region in which no project has been registered. */
  static NumberSequence begin(RegionCode region, boolean training) {
    return new NumberSequence(Map.of(), region, training ? Optional.of(true) : Optional.empty());
  }

  int last(int year) {
    return last.getOrDefault(Keys.padded(year, 4), 0);
  }

  NumberSequence with(int year, int given) {
    Map<String, Integer> changed = new TreeMap<>(last);
    changed.put(Keys.padded(year, 4), given);
    return new NumberSequence(changed, region, training);
  }

  @Override
  public Key<NumberSequence> key() {
    return key(region, training.orElse(false));
  }
}
