// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Bids in an auction, sealed (LEDGER section 6): price and quantity are told when nobody can bid
 * any more. What stands behind the bid is set aside up to a ceiling, which says no more than that:
 * money with fees where the auction sells, credits where it buys, and with them the money that is
 * lost when the bid is not revealed. A participant has one bid in an auction, for good.
 *
 * @param auction the auction
 * @param batch whose credits are sold; in an auction that buys
 * @param cash the most that the bid costs with fees, fen; in an auction that sells
 * @param credits the most that the bid sells; in an auction that buys
 * @param digest what {@link SealedBid#digest} answers
 */
public record PlaceBid(
    @Means(en = "Auction", zh = "竞价编号") InstructionId auction,
    @Means(en = "Batch of the credits; where the auction buys", zh = "减排量批次（买入竞价时填写）")
        Optional<BatchId> batch,
    @Means(
            en = "Most that the bid costs with fees, fen; where the auction sells",
            zh = "含手续费的最高金额（分；卖出竞价时填写）")
        @Least(1)
        Optional<Fen> cash,
    @Means(en = "Most that the bid sells, tonnes; where the auction buys", zh = "最高卖出数量（吨；买入竞价时填写）")
        @Least(1)
        Optional<Tonnes> credits,
    @Means(en = "SHA-256 of the bid's canonical JSON", zh = "报价规范 JSON 的 SHA-256 摘要") Sha256 digest)
    implements Action {

  /** The action. */
  public static final ActionType<PlaceBid> TYPE =
      ActionType.of(
          "placeBid",
          "密封报价",
          "Places a sealed bid",
          new PlaceBid(
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              Optional.empty(),
              Optional.of(Fen.of(50_000_000)),
              Optional.empty(),
              Sha256.of("sealed bid")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_AUCTION,
          ErrorCode.AUCTION_NOT_OPEN,
          ErrorCode.MARKET_CLOSED,
          ErrorCode.BOOK_NOT_CLOSED,
          ErrorCode.INSTRUMENT_HALTED,
          ErrorCode.OWN_AUCTION,
          ErrorCode.BID_ALREADY_PLACED,
          ErrorCode.AUCTION_FULL,
          ErrorCode.BAD_BID_CEILING,
          ErrorCode.ORDER_TOO_SMALL,
          ErrorCode.ORDER_TOO_LARGE,
          ErrorCode.TOO_MANY_ORDERS,
          ErrorCode.UNKNOWN_BATCH,
          ErrorCode.OPPOSITE_TRADE_TOO_SOON,
          ErrorCode.HOLDING_LIMIT,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.CREDITS_FROZEN,
          ErrorCode.CREDITS_LABELLED,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN);

  public PlaceBid {
    Check.that(
        batch.isPresent() == credits.isPresent() && cash.isPresent() != credits.isPresent(),
        zh("须填写金额上限，或批次与数量上限，二者择一").en("a bid has either cash, or batch and credits"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>();
    keys.add(Auction.key(auction));
    keys.add(AuctionBid.key(auction, actor));
    batch.ifPresent(each -> keys.add(Batch.key(each)));
    batch.ifPresent(each -> keys.add(Holding.key(each, actor)));
    batch.ifPresent(each -> keys.add(ExportLabel.key(each)));
    return keys;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Auction.key(auction))
        .ifPresent(
            found -> {
              keys.addAll(TradingSession.holdingKeys(found.instrument(), actor));
              keys.add(InstrumentBook.key(found.instrument()));
              keys.add(Position.key(found.instrument(), actor));
              keys.add(Venue.key(found.venue()));
              keys.add(TradingRule.key(found.venue(), found.rule()));
              keys.add(OrderCount.key(found.venue(), actor));
              keys.add(CashAccount.key(actor, found.bank(), found.asset()));
            });
    return keys;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return records
        .find(Auction.key(auction))
        .map(found -> TradingSession.ruleKeys(records, found.instrument()))
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    Auction found = act.must(Auction.key(auction), ErrorCode.UNKNOWN_AUCTION);
    requireOpen(act, found);
    TradingSession today = TradingSession.open(act, found.instrument(), TradingTerms::auction);
    requireRoom(act, found);
    TradingSession session = found.session(act);
    Fen bond = requireCeiling(act, found, session);
    OrderCount.add(act, today.venue().id(), today.terms().ordersPerMinute());
    batch.ifPresent(each -> act.must(Batch.key(each), ErrorCode.UNKNOWN_BATCH));
    ParticipantId who = act.actor().id();
    today.requireTurnaround(who, found.side().opposite());
    if (found.isSale()) {
      today.requireHoldingLimit(who, mostOf(found));
    }
    Optional<Credits> lowest = batch.map(each -> today.sold(who, each, credits.orElseThrow()));
    Fen money = cash.orElse(bond);
    today.requireFunds(money);
    place(act, found, bond, money, lowest);
  }

  private static void requireOpen(Act act, Auction found) {
    boolean takesBids =
        found.state() == Auction.State.OPEN
            && !found.isUncovered()
            && found.opening().filter(held -> held.takesBidsAt(act.time())).isPresent();
    Detail otherwise =
        found
            .opening()
            .map(
                held ->
                    zh("报价时间为 %s 至 %s")
                        .en(
                            "bids are taken from %s until %s",
                            BeijingTime.text(held.bidsFrom()), BeijingTime.text(held.bidsUntil())))
            .orElseGet(() -> zh("竞价状态为 %s").en("the auction is %s", found.state()));
    act.require(takesBids, ErrorCode.AUCTION_NOT_OPEN, otherwise);
  }

  private void requireRoom(Act act, Auction found) {
    ParticipantId who = act.actor().id();
    act.require(
        !found.participant().equals(who),
        ErrorCode.OWN_AUCTION,
        zh("该竞价由本主体申请").en("it applied for the auction itself"));
    act.require(
        act.find(AuctionBid.key(auction, who)).isEmpty(),
        ErrorCode.BID_ALREADY_PLACED,
        zh("每一主体在一场竞价中只有一笔报价").en("a participant has one bid in an auction"));
    act.require(
        found.bids().size() < Auction.BIDS_MOST,
        ErrorCode.AUCTION_FULL,
        zh("已有 %s 笔报价").en("%s bids have been placed", found.bids().size()));
  }

  /**
   * Refuses a ceiling that no acceptable bid could be below: it would cost nothing to leave it
   * unrevealed.
   *
   * @return what the bid loses when it is not revealed
   */
  private Fen requireCeiling(Act act, Auction found, TradingSession session) {
    act.require(
        found.isSale() == cash.isPresent(),
        ErrorCode.BAD_BID_CEILING,
        found.isSale()
            ? zh("该竞价为卖出竞价，须以金额为上限").en("the auction sells: the ceiling is cash")
            : zh("该竞价为买入竞价，须注明批次与数量上限").en("the auction buys: the ceiling is a batch and credits"));
    act.require(
        batch.isEmpty() || InstrumentId.of(batch.get()).equals(found.instrument()),
        ErrorCode.BAD_BID_CEILING,
        zh("竞价标的为 %s").en("the auction is for %s", found.instrument()));
    Tonnes least = session.terms().orderLeast();
    if (found.isSale()) {
      Fen lowest = Settlement.cost(act, session.mode(), found.reserve(), least.value());
      act.require(
          cash.orElseThrow().isAtLeast(lowest),
          ErrorCode.ORDER_TOO_SMALL,
          zh("金额上限至少为 %s 分，即以保留价买入 %s 吨并含手续费")
              .en(
                  "the least ceiling is %s fen: %s t at the reserve price with fees",
                  lowest, least));
      return share(cash.get(), session.terms().unrevealedPerMille());
    }
    session.requireQuantity(credits.orElseThrow(), least);
    // Refuses what would be worth more than can be settled.
    Settlement.cost(act, session.mode(), found.reserve(), credits.get().value());
    return share(
        Fen.of(Math.multiplyExact(found.reserve().value(), credits.get().value())),
        session.terms().unrevealedPerMille());
  }

  /** A share of an amount, half-up to the fen. */
  private static Fen share(Fen of, int perMille) {
    BigInteger whole = BigInteger.valueOf(TradingTerms.PER_MILLE);
    return Fen.of(
        BigInteger.valueOf(of.value())
            .multiply(BigInteger.valueOf(perMille))
            .add(whole.shiftRight(1))
            .divide(whole)
            .longValueExact());
  }

  /** The most that the bid can buy: how much it does is sealed. */
  private Tonnes mostOf(Auction found) {
    long affordable = cash.orElseThrow().value() / found.reserve().value();
    return Tonnes.of(Math.min(found.quantity().value(), affordable));
  }

  private void place(Act act, Auction found, Fen bond, Fen money, Optional<Credits> lowest) {
    ParticipantId who = act.actor().id();
    AuctionBid bid =
        new AuctionBid(
            Tonnes.ZERO,
            auction,
            batch,
            bond,
            Fen.ZERO,
            digest,
            act.id(),
            found.instrument(),
            who,
            act.time(),
            Optional.empty(),
            Optional.empty(),
            SerialRanges.NONE,
            AuctionBid.State.SEALED,
            Optional.empty());
    act.write(bid);
    EscrowPlace.setAside(act, bid, lowest, money, found.bank(), found.asset());
    act.write(found.withBid(AuctionEntry.sealed(who, batch)));
    OpenOffers.add(
        act,
        who,
        new OpenOffers.Offer(
            auction,
            found.instrument(),
            OpenOffers.Kind.BID,
            found.side().opposite(),
            credits.orElseGet(() -> mostOf(found))));
    act.refer("auctionBid", act.id());
    act.refer("auction", auction);
  }
}
