// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.MarketId;

/**
 * Which row of a market is for which compliance years. It is small, so that whoever retires reads
 * it and one row, and not all that a market ever had.
 *
 * @param example whether the market is for practice, which it is for good
 * @param market the market
 * @param rows the years of each row, by version from 1
 */
public record OffsetMarket(boolean example, MarketId market, @Most(ROWS_MOST) List<Years> rows)
    implements LedgerRecord {

  /** The type of markets. */
  public static final RecordType<OffsetMarket> TYPE =
      new RecordType<>("OFFSET_MARKET", OffsetMarket.class, Visibility.PUBLIC);

  /** A row a year for a hundred years, and as many corrections. */
  static final int ROWS_MOST = 200;

  /**
   * The years of a row.
   *
   * @param first the first compliance year
   * @param last the last; absent while it goes on
   * @param marketCap whether the use of all enterprises together is bounded
   */
  public record Years(int first, Optional<Integer> last, boolean marketCap) {
    boolean has(int year) {
      return year >= first && last.map(end -> year <= end).orElse(true);
    }

    boolean overlaps(Years other) {
      return last.map(end -> other.first <= end).orElse(true)
          && other.last.map(end -> first <= end).orElse(true);
    }
  }

  public OffsetMarket {
    rows = List.copyOf(rows);
  }

  /** The key of a market. */
  public static Key<OffsetMarket> key(MarketId market) {
    return TYPE.key(market.value());
  }

  @Override
  public Key<OffsetMarket> key() {
    return key(market);
  }

  /** The newest row of a year, by version. */
  public Optional<Integer> version(int year) {
    for (int i = rows.size(); i > 0; i--) {
      if (rows.get(i - 1).has(year)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Whether what all enterprises together use of a year is added up. */
  public boolean addsUp(int year) {
    return version(year).filter(each -> rows.get(each - 1).marketCap()).isPresent();
  }

  /** The row that is for a year, if the market has one. */
  public static Optional<OffsetRule> rule(Records records, MarketId market, int year) {
    return ruleKey(records, market, year).flatMap(records::find);
  }

  /** The key of that row. */
  static Optional<Key<OffsetRule>> ruleKey(Records records, MarketId market, int year) {
    return records
        .find(key(market))
        .flatMap(found -> found.version(year))
        .map(version -> OffsetRule.key(market, version));
  }

  OffsetMarket with(Years years) {
    List<Years> more = new ArrayList<>(rows);
    more.add(years);
    return new OffsetMarket(example, market, more);
  }
}
