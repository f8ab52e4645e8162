// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * One version of a venue's rules. A trading day fixes which version it is traded by.
 *
 * @param document what was published
 * @param publishedAt transaction time
 * @param sources where each number comes from
 * @param terms the numbers
 * @param validFrom the first day
 * @param venue the venue
 * @param version from 1
 */
public record TradingRule(
    Sha256 document,
    Instant publishedAt,
    @Most(SOURCES_MOST) List<RuleSource> sources,
    TradingTerms terms,
    LocalDate validFrom,
    VenueId venue,
    int version)
    implements LedgerRecord {

  /** The type of trading rules. */
  public static final RecordType<TradingRule> TYPE =
      new RecordType<>("TRADING_RULE", TradingRule.class, Visibility.PUBLIC);

  /** One a term, with room. */
  static final int SOURCES_MOST = 60;

  private static final int VERSION_DIGITS = 4;

  public TradingRule {
    sources = List.copyOf(sources);
  }

  /** The key of a version of a venue's rules. */
  public static Key<TradingRule> key(VenueId venue, int version) {
    return TYPE.key(venue.value(), Keys.padded(version, VERSION_DIGITS));
  }

  @Override
  public Key<TradingRule> key() {
    return key(venue, version);
  }
}
