// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * What a market takes for some compliance years: one row, with where it comes from and what of it
 * nobody has read. Written once; a later row of the same years stands in its place.
 *
 * @param document the digest of the document, where it is at hand
 * @param firstYear the first compliance year
 * @param lastYear the last; absent while it goes on
 * @param market the market
 * @param name in Chinese and English
 * @param published the day on which the document was published, where it is known
 * @param publishedAt transaction time
 * @param sources where it comes from
 * @param status what may be done by it
 * @param terms what is taken; absent where nobody has read it
 * @param unread what of the documents was not read
 * @param version from 1
 */
public record OffsetRule(
    Optional<Sha256> document,
    int firstYear,
    Optional<Integer> lastYear,
    MarketId market,
    Name name,
    Optional<LocalDate> published,
    Instant publishedAt,
    @Most(SOURCES_MOST) List<OffsetSource> sources,
    Status status,
    Optional<OffsetTerms> terms,
    @Most(value = UNREAD_MOST, each = UNREAD_TEXT_MOST) List<String> unread,
    int version)
    implements LedgerRecord {

  /** The type of offset rules. */
  public static final RecordType<OffsetRule> TYPE =
      new RecordType<>("OFFSET_RULE", OffsetRule.class, Visibility.PUBLIC);

  /** The document, its amendments and notices, and where they are reported. */
  static final int SOURCES_MOST = 10;

  /** Chapters, or other documents. */
  static final int UNREAD_MOST = 10;

  /** A sentence. */
  static final int UNREAD_TEXT_MOST = 300;

  private static final int VERSION_DIGITS = 4;

  /** What may be done by a row. */
  public enum Status {
    /** It holds: credits are retired for compliance by it. */
    IN_FORCE,
    /**
     * It held in its years, or is not known to hold today; it is shown and nobody retires by it.
     */
    HISTORICAL,
    /** For practice: it takes training credits and nothing else. */
    EXAMPLE,
    /** The document is known and nobody has read it; it answers nothing. */
    NOT_LOADED
  }

  public OffsetRule {
    sources = List.copyOf(sources);
    unread = List.copyOf(unread);
  }

  /** The key of a row. */
  public static Key<OffsetRule> key(MarketId market, int version) {
    return TYPE.key(market.value(), Keys.padded(version, VERSION_DIGITS));
  }

  @Override
  public Key<OffsetRule> key() {
    return key(market, version);
  }

  /** Whether the use of all enterprises together is bounded. */
  public boolean hasMarketCap() {
    return terms.filter(OffsetTerms::hasMarketCap).isPresent();
  }
}
