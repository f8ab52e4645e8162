// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.RegionScore;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.region.CountingStart;
import org.grasslandcarbon.domain.region.RegionTotals;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Reader;

/**
 * The records of which scorecards are made, as the projection has them. The nation's totals, which
 * no act keeps, are those of the provinces added up; where no province has any, nothing has
 * happened since the ledger counts.
 */
final class ScoreRecords implements Records {
  private final Records read;
  private final Key<RegionTotals> ofNation;
  private final Optional<RegionTotals> nation;

  private ScoreRecords(Records read, Key<RegionTotals> ofNation, Optional<RegionTotals> nation) {
    this.read = read;
    this.ofNation = ofNation;
    this.nation = nation;
  }

  /**
   * Reads what the scorecards of some regions are made of.
   *
   * @param further keys that are wanted beside
   * @param provinces all of them, for the nation
   */
  static ScoreRecords read(
      Reader reader,
      Collection<RegionCode> regions,
      int year,
      boolean practice,
      Collection<RegionCode> provinces,
      Collection<Key<?>> further) {
    List<Key<?>> keys = new ArrayList<>(further);
    keys.add(CountingStart.KEY);
    regions.forEach(region -> keys.addAll(RegionScore.keys(region, year, practice)));
    boolean asksForNation = regions.contains(RegionCode.NATION);
    if (asksForNation) {
      provinces.forEach(each -> keys.add(RegionTotals.key(each, practice)));
    }
    Records read = reader.records(keys);
    Optional<RegionTotals> nation =
        asksForNation
            ? RegionTotals.ofNation(
                provinces.stream()
                    .flatMap(each -> read.find(RegionTotals.key(each, practice)).stream())
                    .toList())
            : Optional.empty();
    return new ScoreRecords(read, RegionTotals.key(RegionCode.NATION, practice), nation);
  }

  @Override
  public <T extends LedgerRecord> Optional<T> find(Key<T> key) {
    return key.equals(ofNation) ? nation.map(key.recordClass()::cast) : read.find(key);
  }
}
