// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What all enterprises together have used of a market in a year. It is there only where a row
 * bounds that, since all of them contend for it. Everybody sees it: retirements are public, and
 * this is their sum.
 *
 * @param market the market
 * @param used what was used
 * @param year the compliance year
 */
public record MarketOffsetUse(
    MarketId market, @Most(OffsetUse.LINES_MOST) List<UsedCredits> used, int year)
    implements LedgerRecord {

  /** The type of uses of markets. */
  public static final RecordType<MarketOffsetUse> TYPE =
      new RecordType<>("MARKET_OFFSET_USE", MarketOffsetUse.class, Visibility.PUBLIC);

  public MarketOffsetUse {
    used = List.copyOf(used);
  }

  /** The key of a market's year. */
  public static Key<MarketOffsetUse> key(MarketId market, int year) {
    return TYPE.key(market.value(), Keys.padded(year, Obligation.YEAR_DIGITS));
  }

  @Override
  public Key<MarketOffsetUse> key() {
    return key(market, year);
  }

  /** All that was used, of whatever kind. */
  public Tonnes total() {
    return used.stream().map(UsedCredits::tonnes).reduce(Tonnes.ZERO, Tonnes::plus);
  }

  static List<UsedCredits> used(Optional<MarketOffsetUse> use) {
    return use.map(MarketOffsetUse::used).orElse(List.of());
  }
}
