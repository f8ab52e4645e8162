// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.region.Sales;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * Credits that changed hands against money: one fill of a listing, one block, one lot of an auction
 * or one forward's delivery.
 *
 * @param asset the money
 * @param at transaction time
 * @param batch whose credits
 * @param buyer who bought
 * @param buyerFee fen of the buyer's trading fee
 * @param buyerListing the buyer's listing, if it was one
 * @param buyerSettlementFee fen of the buyer's settlement fee
 * @param day the trading day to which it belongs
 * @param firstSold those of the credits that were sold for the first time
 * @param gross price times tonnes, fen
 * @param instruction by which it was made
 * @param instrument what was traded
 * @param mode in which way
 * @param number its number among the instrument's trades, from 1
 * @param price fen a tonne
 * @param seller who sold
 * @param sellerFee fen of the seller's trading fee
 * @param sellerListing the seller's listing, if it was one
 * @param sellerSettlementFee fen of the seller's settlement fee
 * @param serials the credits
 * @param shares what the lines of the project's plan of benefits got
 * @param taker who took the other's listing; absent where nobody did
 * @param tonnes the quantity
 * @param venue where
 */
public record Trade(
    Asset asset,
    Instant at,
    BatchId batch,
    ParticipantId buyer,
    Fen buyerFee,
    Optional<InstructionId> buyerListing,
    Fen buyerSettlementFee,
    LocalDate day,
    SerialRanges firstSold,
    Fen gross,
    InstructionId instruction,
    InstrumentId instrument,
    Mode mode,
    long number,
    Fen price,
    ParticipantId seller,
    Fen sellerFee,
    Optional<InstructionId> sellerListing,
    Fen sellerSettlementFee,
    SerialRanges serials,
    @Most(BenefitPlan.LINES_MOST) List<BenefitPaid> shares,
    Optional<Side> taker,
    Tonnes tonnes,
    VenueId venue)
    implements LedgerRecord {

  /** The type of trades. */
  public static final RecordType<Trade> TYPE =
      new RecordType<>("TRADE", Trade.class, MarketVisibility.TRADE);

  private static final int NUMBER_DIGITS = 10;

  /** The way in which credits change hands against money. */
  public enum Mode {
    /** A listing was taken (挂牌协议). */
    LISTED,
    /** Two agreed on a large quantity (大宗协议). */
    BLOCK,
    /** Bids competed (单向竞价). */
    AUCTION,
    /** A contract of earlier fell due. */
    FORWARD
  }

  /**
   * What a line of the plan of benefits got of a trade.
   *
   * @param amount fen
   * @param line the line, from 1
   * @param payee who was paid; absent while the money waits for somebody to be named
   */
  public record BenefitPaid(Fen amount, int line, Optional<ParticipantId> payee) {}

  public Trade {
    shares = List.copyOf(shares);
  }

  /** The trade as it is summed up; a seller who shares in its own sale is no other. */
  Sales asSales() {
    long others =
        shares.stream()
            .filter(each -> !each.payee().equals(Optional.of(seller)))
            .mapToLong(each -> each.amount().value())
            .sum();
    return new Sales(
        buyerFee.plus(buyerSettlementFee).plus(sellerFee).plus(sellerSettlementFee),
        Fen.of(others),
        tonnes,
        1,
        gross);
  }

  /** A trade's name for people: the instrument and the number. */
  static String id(InstrumentId instrument, long number) {
    return instrument + ":" + number;
  }

  /** The key of a trade. */
  public static Key<Trade> key(InstrumentId instrument, long number) {
    return TYPE.key(instrument.value(), Keys.padded(number, NUMBER_DIGITS));
  }

  @Override
  public Key<Trade> key() {
    return key(instrument, number);
  }
}
