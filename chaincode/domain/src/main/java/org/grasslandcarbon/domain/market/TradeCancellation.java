// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Instant;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * That a trade was cancelled. The record of the trade stays as it is; what changed hands went back
 * by the postings of the instruction.
 *
 * @param at transaction time
 * @param by the exchange
 * @param document the authority's
 * @param id the instruction
 * @param instrument what was traded
 * @param reason in words
 * @param trade the number of the trade
 */
public record TradeCancellation(
    Instant at,
    ParticipantId by,
    Sha256 document,
    InstructionId id,
    InstrumentId instrument,
    @Most(REASON_MOST) String reason,
    long trade)
    implements LedgerRecord {

  /** The type of cancellations; whose trade it was the trade says, to whom it may. */
  public static final RecordType<TradeCancellation> TYPE =
      new RecordType<>("TRADE_CANCELLATION", TradeCancellation.class, Visibility.PUBLIC);

  /** A reason is a paragraph; the document says the rest. */
  static final int REASON_MOST = 500;

  private static final int TRADE_DIGITS = 10;

  /** The key of a trade's cancellation. */
  public static Key<TradeCancellation> key(InstrumentId instrument, long trade) {
    return TYPE.key(instrument.value(), Keys.padded(trade, TRADE_DIGITS));
  }

  @Override
  public Key<TradeCancellation> key() {
    return key(instrument, trade);
  }
}
