// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The invoice of a trade as its seller says. Whether it is right is between seller and buyer; the
 * ledger says when it was told and what was said before.
 *
 * @param buyer to whom it is addressed
 * @param earlier what was said before, the oldest first
 * @param instrument what was traded
 * @param seller whose invoice
 * @param statement what is said now
 * @param trade the number of the trade
 */
public record Invoice(
    ParticipantId buyer,
    @Most(EARLIER_MOST) List<Statement> earlier,
    InstrumentId instrument,
    ParticipantId seller,
    Statement statement,
    long trade)
    implements LedgerRecord {

  /** The type of invoices. */
  public static final RecordType<Invoice> TYPE =
      new RecordType<>("INVOICE", Invoice.class, MarketVisibility.OWN.of("/seller", "/buyer"));

  /** An invoice that is replaced more often is a matter for the tax office. */
  static final int EARLIER_MOST = 20;

  /** Electronic invoices have 20 digits, older ones a code of 12 and a number of 8. */
  static final int NUMBER_MOST = 40;

  private static final int TRADE_DIGITS = 10;

  /**
   * What a seller said of its invoice.
   *
   * @param amount fen, value added tax included
   * @param at transaction time
   * @param document the invoice
   * @param id the instruction
   * @param number the invoice's own
   */
  public record Statement(
      Fen amount,
      Instant at,
      Sha256 document,
      InstructionId id,
      @Most(NUMBER_MOST) String number) {}

  public Invoice {
    earlier = List.copyOf(earlier);
  }

  /** The key of a trade's invoice. */
  public static Key<Invoice> key(InstrumentId instrument, long trade) {
    return TYPE.key(instrument.value(), Keys.padded(trade, TRADE_DIGITS));
  }

  /** The invoice of a trade as its seller first tells it. */
  static Invoice of(Trade trade, Statement first) {
    return new Invoice(
        trade.buyer(), List.of(), trade.instrument(), trade.seller(), first, trade.number());
  }

  /** The invoice with another in its place; what was said before stays to be seen. */
  Invoice replaced(Statement by) {
    List<Statement> more = new ArrayList<>(earlier);
    more.add(statement);
    return new Invoice(buyer, more, instrument, seller, by, trade);
  }

  @Override
  public Key<Invoice> key() {
    return key(instrument, trade);
  }
}
