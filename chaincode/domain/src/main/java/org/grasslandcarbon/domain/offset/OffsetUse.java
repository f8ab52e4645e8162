// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * What an enterprise has used of a market's caps in a year. Every retirement for compliance reads
 * and writes it, so that of two at once, through two gateways, the second is judged again after the
 * first. It tells what is left, from which the bases can be worked out, and is no more public than
 * they are.
 *
 * @param enterprise whose
 * @param left what each cap left after the last use
 * @param market the market
 * @param ruleVersion the row by which the last use was judged
 * @param used what was used
 * @param year the compliance year
 */
public record OffsetUse(
    ParticipantId enterprise,
    @Most(LEFT_MOST) List<CapLeft> left,
    MarketId market,
    int ruleVersion,
    @Most(LINES_MOST) List<UsedCredits> used,
    int year)
    implements LedgerRecord {

  /** The type of uses. */
  public static final RecordType<OffsetUse> TYPE =
      new RecordType<>("OFFSET_USE", OffsetUse.class, Obligation.OWN.of("/enterprise"));

  /** Caps and shares of a row. */
  static final int LEFT_MOST = 2 * OffsetTerms.CAPS_MOST;

  /** Every county with grassland, nearly: a record of some 50 KB. */
  static final int LINES_MOST = 500;

  public OffsetUse {
    left = List.copyOf(left);
    used = List.copyOf(used);
  }

  /** The key of an enterprise's year. */
  public static Key<OffsetUse> key(MarketId market, int year, ParticipantId enterprise) {
    return TYPE.key(market.value(), Keys.padded(year, Obligation.YEAR_DIGITS), enterprise.value());
  }

  @Override
  public Key<OffsetUse> key() {
    return key(market, year, enterprise);
  }

  static List<UsedCredits> used(Optional<OffsetUse> use) {
    return use.map(OffsetUse::used).orElse(List.of());
  }
}
