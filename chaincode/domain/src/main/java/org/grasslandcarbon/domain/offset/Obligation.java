// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * What an enterprise's caps of a year are shares of, as the office recorded it last. It is the
 * enterprise's business: who sees it besides is its office, the office that recorded it, and who
 * audits.
 *
 * @param at transaction time
 * @param bases the tonnes
 * @param by the office
 * @param document the decision
 * @param enterprise whose
 * @param market the market
 * @param year the compliance year
 */
public record Obligation(
    Instant at,
    OffsetBases bases,
    ParticipantId by,
    Sha256 document,
    ParticipantId enterprise,
    MarketId market,
    int year)
    implements LedgerRecord {

  /** Who may see what is an enterprise's own of a market. */
  static final Visibility OWN =
      Visibility.to(Audience.PARTIES, Audience.OFFICES, Audience.COURT, Audience.AUDITOR);

  /** The type of obligations. */
  public static final RecordType<Obligation> TYPE =
      new RecordType<>("OBLIGATION", Obligation.class, OWN.of("/enterprise", "/by"));

  static final int YEAR_DIGITS = 4;

  /** The key of an enterprise's year. */
  public static Key<Obligation> key(MarketId market, int year, ParticipantId enterprise) {
    return TYPE.key(market.value(), Keys.padded(year, YEAR_DIGITS), enterprise.value());
  }

  @Override
  public Key<Obligation> key() {
    return key(market, year, enterprise);
  }

  /** The bases on record, or none. */
  static OffsetBases bases(Optional<Obligation> obligation) {
    return obligation.map(Obligation::bases).orElse(OffsetBases.NONE);
  }
}
