// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.CreditUse;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Sufficiency;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Takes listings of the other side, the best price first and of one price the earliest, each at its
 * own price (LEDGER section 6; 摘牌). Who takes names no listing, so that nobody can pass over the
 * best. What the limit leaves unfilled is not left in the book.
 *
 * @param allOrNothing whether a part of the quantity is of no use
 * @param batch whose credits are delivered; of a sale
 * @param instrument what is traded
 * @param limit the worst price that is taken, fen a tonne
 * @param quantity tonnes
 * @param retire what is taken is used up for at once, of a purchase; it is never held, so that no
 *     largest holding hinders it
 * @param side what whoever takes does: BUY takes listings to sell
 */
public record TakeListings(
    @Means(en = "Whether a part of the quantity is of no use", zh = "是否须全部成交") boolean allOrNothing,
    @Means(en = "Batch of the credits delivered; of a sale", zh = "交付的减排量批次（卖出时填写）")
        Optional<BatchId> batch,
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Worst price that is taken, fen a tonne", zh = "可接受的最差价格（分/吨）") @Least(1) Fen limit,
    @Means(en = "Quantity, tonnes CO2e", zh = "数量（吨二氧化碳当量）") @Least(1) Tonnes quantity,
    @Means(en = "What the credits are used for at once; of a purchase", zh = "摘牌所得减排量随即注销的用途（仅限买入）")
        Optional<CreditUse> retire,
    @Means(en = "BUY takes listings to sell, SELL listings to buy", zh = "买卖方向：BUY 为摘取卖出挂牌")
        Side side)
    implements Action {

  /** The action. */
  public static final ActionType<TakeListings> TYPE =
      ActionType.of(
          "takeListings",
          "摘牌（按最优价格成交）",
          "Takes listings at the best prices",
          new TakeListings(
              false,
              Optional.empty(),
              new InstrumentId("GCS-152502-2024-0001-2025"),
              Fen.of(9_500),
              Tonnes.of(100),
              Optional.empty(),
              Side.BUY),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.BAD_CREDIT_CODE,
          ErrorCode.UNKNOWN_INSTRUMENT,
          ErrorCode.MARKET_CLOSED,
          ErrorCode.BOOK_NOT_CLOSED,
          ErrorCode.INSTRUMENT_HALTED,
          ErrorCode.PRICE_OFF_TICK,
          ErrorCode.ORDER_TOO_SMALL,
          ErrorCode.ORDER_TOO_LARGE,
          ErrorCode.TOO_MANY_ORDERS,
          ErrorCode.UNKNOWN_BATCH,
          ErrorCode.OPPOSITE_TRADE_TOO_SOON,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.CREDITS_FROZEN,
          ErrorCode.CREDITS_LABELLED,
          ErrorCode.OWN_LISTING,
          ErrorCode.NOTHING_TO_TAKE,
          ErrorCode.TOO_MANY_FILLS,
          ErrorCode.HOLDING_LIMIT,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN,
          ErrorCode.BENEFICIARY_NOT_HOLDER,
          ErrorCode.TOO_LARGE,
          ErrorCode.NOT_ELIGIBLE_FOR_MARKET,
          ErrorCode.BASE_NOT_RECORDED,
          ErrorCode.OFFSET_LIMIT_EXCEEDED);

  /** What is left of a journal entry's movements for what is not a fill. */
  private static final int POSTINGS_MOST = JournalEntry.MOVEMENTS_MOST - 10;

  /** Blocks of serials that one instruction moves: some 100 KB of postings. */
  static final int RANGES_MOST = 5_000;

  /** Listings whose records are read beside those that are reached: others may come before. */
  private static final int FILLS_BESIDES = 10;

  public TakeListings {
    Check.that(
        (side == Side.SELL) == batch.isPresent(),
        zh("卖出须注明批次，买入不注明").en("a sale names its batch, a purchase does not"));
    Check.that(
        batch.isEmpty() || InstrumentId.of(batch.get()).equals(instrument),
        zh("该批次不属于该交易标的").en("the batch is not of the instrument"));
    Check.that(
        side == Side.BUY || retire.isEmpty(),
        zh("只有买入可以随即注销").en("what is sold cannot be retired"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>(TradingSession.holdingKeys(instrument, actor));
    keys.add(InstrumentBook.key(instrument));
    keys.add(Position.key(instrument, actor));
    batch.ifPresent(each -> keys.add(Batch.key(each)));
    batch.ifPresent(each -> keys.add(Holding.key(each, actor)));
    batch.ifPresent(each -> keys.add(ExportLabel.key(each)));
    batch.ifPresent(each -> keys.add(SoldSerials.key(each)));
    retire.ifPresent(each -> keys.addAll(each.keys(actor)));
    InstrumentBatches.expected(instrument).forEach(each -> keys.add(SoldSerials.key(each)));
    return keys;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(TradingSession.keys(records, instrument));
    retire.ifPresent(each -> keys.addAll(each.following(records)));
    records
        .find(InstrumentBook.key(instrument))
        .ifPresent(
            book -> {
              keys.add(Project.key(book.project()));
              keys.add(OrderCount.key(book.venue(), actor));
              keys.add(CashAccount.key(actor, book.bank(), book.asset()));
              reached(book, actor).forEach(entry -> keys.addAll(keys(book, entry)));
            });
    return keys;
  }

  private List<Key<?>> keys(InstrumentBook book, BookEntry entry) {
    ParticipantId other = entry.participant();
    List<Key<?>> keys = new ArrayList<>();
    keys.add(Listing.key(entry.listing()));
    keys.add(Participant.key(other));
    keys.add(Position.key(instrument, other));
    keys.add(CashAccount.key(other, book.bank(), book.asset()));
    batch.ifPresent(each -> keys.add(Holding.key(each, other)));
    return keys;
  }

  /** What it reaches as the book stands, and some more: others may come before it. */
  private List<BookEntry> reached(InstrumentBook book, ParticipantId actor) {
    List<BookEntry> reached = new ArrayList<>();
    long missing = quantity.value();
    int more = FILLS_BESIDES;
    for (BookEntry entry : book.side(side.opposite())) {
      boolean isBeyond = side.opposite().isBetter(limit.value(), entry.price().value());
      if (isBeyond || missing <= 0 && more-- == 0) {
        break;
      }
      reached.add(entry);
      if (!entry.participant().equals(actor)) {
        missing -= entry.remaining().value();
      }
    }
    return reached;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(TradingSession.ruleKeys(records, instrument));
    retire.ifPresent(each -> keys.addAll(each.further(records)));
    records
        .find(InstrumentBook.key(instrument))
        .ifPresent(
            book -> {
              keys.addAll(BenefitPlan.keys(records, book));
              if (side == Side.BUY) {
                reached(book, actor)
                    .forEach(
                        entry ->
                            records
                                .find(Listing.key(entry.listing()))
                                .flatMap(Listing::batch)
                                .ifPresent(
                                    each -> {
                                      keys.add(Batch.key(each));
                                      keys.add(Holding.key(each, actor));
                                      keys.add(SoldSerials.key(each));
                                      retire.ifPresent(use -> keys.addAll(CreditUse.keys(each)));
                                    }));
              }
            });
    return keys;
  }

  @Override
  public void apply(Act act) {
    retire.ifPresent(use -> use.require(act));
    TradingSession session = TradingSession.open(act, instrument, TradingTerms::listing);
    act.requireNone(session.limits().offTick(limit), ErrorCode.PRICE_OFF_TICK);
    session.requireQuantity(quantity, session.terms().lot());
    OrderCount.add(act, session.venue().id(), session.terms().ordersPerMinute());
    batch.ifPresent(each -> act.must(Batch.key(each), ErrorCode.UNKNOWN_BATCH));
    ParticipantId who = act.actor().id();
    session.requireTurnaround(who, side);
    // A sale is of what is there for all of it, though less may be taken.
    batch.ifPresent(each -> session.sold(who, each, quantity));

    Settlement settlement = new Settlement(act, session.book(), session.mode());
    int postings = settlement.postingsMost() + (retire.isPresent() ? 1 : 0);
    List<Fill> fills = fills(act, session, postings);
    Tonnes taken = fills.stream().map(Fill::tonnes).reduce(Tonnes.ZERO, Tonnes::plus);
    requireSomething(act, session, taken);
    if (side == Side.BUY) {
      if (retire.isEmpty()) {
        session.requireHoldingLimit(who, taken);
      }
      session.requireFunds(cost(act, session, fills));
    }
    FillFees charged = FillFees.NONE;
    Map<BatchId, SerialRanges> had = new TreeMap<>();
    for (Fill fill : fills) {
      Settlement.Settled settled = settle(act, session, settlement, fill, charged);
      charged = side == Side.BUY ? settled.buyer() : settled.seller();
      had.merge(settled.trade().batch(), settled.trade().serials(), SerialRanges::plus);
    }
    retire.ifPresent(
        use ->
            use.retire(
                act,
                had.entrySet().stream()
                    .map(each -> new Credits(each.getKey(), each.getValue()))
                    .toList()));
    act.refer("instrument", instrument);
  }

  /**
   * A listing that is reached, and how much of it.
   *
   * @param entry the listing
   * @param tonnes how much
   */
  private record Fill(BookEntry entry, Tonnes tonnes) {}

  /**
   * What is taken of which listing, without the taker's own and those of suspended participants.
   */
  private List<Fill> fills(Act act, TradingSession session, int postings) {
    InstrumentBook book = session.book();
    List<Fill> fills = new ArrayList<>();
    int escrowed = 0;
    long missing = quantity.value();
    for (BookEntry entry : book.side(side.opposite())) {
      if (missing == 0 || side.opposite().isBetter(limit.value(), entry.price().value())) {
        break;
      }
      if (isPassedOver(act, entry)) {
        continue;
      }
      Tonnes some = Tonnes.of(Math.min(missing, entry.remaining().value()));
      Tonnes sofar = Tonnes.of(quantity.value() - missing).plus(some);
      escrowed += side == Side.BUY ? ranges(escrowed(act, entry.listing(), some)) : 0;
      int ranges = side == Side.BUY ? escrowed : ranges(held(act, sofar)) + fills.size();
      boolean tooMany = (fills.size() + 1) * postings > POSTINGS_MOST || ranges > RANGES_MOST;
      if (tooMany) {
        act.require(
            !allOrNothing,
            ErrorCode.TOO_MANY_FILLS,
            zh("一次至多摘取 %s 笔挂牌：请减少数量，或允许部分成交")
                .en("%s listings are taken at once: take less, or a part", fills.size()));
        break;
      }
      fills.add(new Fill(entry, some));
      missing -= some.value();
    }
    return fills;
  }

  private boolean isPassedOver(Act act, BookEntry entry) {
    ParticipantId other = entry.participant();
    return other.equals(act.actor().id())
        || act.find(Participant.key(other)).filter(Participant::isSuspended).isPresent();
  }

  private static int ranges(Credits moved) {
    return moved.serials().ranges().size();
  }

  /** What is delivered of its own; where one fill ends and the next begins, a block is cut. */
  private Credits held(Act act, Tonnes some) {
    return Sufficiency.lowestUnlabelled(
        act, Holding.of(act, batch.orElseThrow(), act.actor().id()), some);
  }

  private static Credits escrowed(Act act, InstructionId listing, Tonnes some) {
    Listing found = act.must(Listing.key(listing), ErrorCode.UNKNOWN_LISTING);
    return new Credits(found.batch().orElseThrow(), found.serials().takeLowest(some).taken());
  }

  private void requireSomething(Act act, TradingSession session, Tonnes taken) {
    InstrumentBook book = session.book();
    Optional<BookEntry> best = book.best(side.opposite());
    boolean ownOnly =
        best.isPresent()
            && book.side(side.opposite()).stream()
                .filter(entry -> !side.opposite().isBetter(limit.value(), entry.price().value()))
                .allMatch(entry -> entry.participant().equals(act.actor().id()));
    act.require(
        !taken.isZero()
            || !ownOnly
            || side.opposite().isBetter(limit.value(), best.get().price().value()),
        ErrorCode.OWN_LISTING,
        zh("该价格以内只有本主体自己的挂牌").en("within the limit there are only its own listings"));
    act.require(
        !taken.isZero() && (!allOrNothing || taken.equals(quantity)),
        ErrorCode.NOTHING_TO_TAKE,
        best.map(
                entry ->
                    zh("限价以内可成交 %s 吨；对手方最优价格为 %s 分")
                        .en(
                            "%s t can be taken within the limit; the best price is %s fen",
                            taken, entry.price()))
            .orElseGet(() -> zh("对手方没有挂牌").en("nothing is listed on the other side")));
  }

  /** What a purchase costs, with the fees of all fills together. */
  private Fen cost(Act act, TradingSession session, List<Fill> fills) {
    ModeTerms mode = session.mode();
    Fen value = Fen.ZERO;
    for (Fill fill : fills) {
      Settlement.cost(act, mode, fill.entry().price(), fill.tonnes().value());
      Fen gross = Fen.of(fill.entry().price().value() * fill.tonnes().value());
      act.require(
          Fen.of(Fen.MAXIMUM / 2).isAtLeast(value) && value.hasRoomFor(gross),
          ErrorCode.ORDER_TOO_LARGE,
          zh("金额超出可结算的上限").en("the value is more than can be settled"));
      value = value.plus(gross);
    }
    FillFees fees = FillFees.NONE.after(mode, Side.BUY, value);
    act.require(
        value.hasRoomFor(fees.both()),
        ErrorCode.ORDER_TOO_LARGE,
        zh("金额超出可结算的上限").en("the value is more than can be settled"));
    return value.plus(fees.both());
  }

  private Settlement.Settled settle(
      Act act, TradingSession session, Settlement settlement, Fill fill, FillFees charged) {
    ParticipantId taker = act.actor().id();
    ParticipantId other = fill.entry().participant();
    InstructionId listing = fill.entry().listing();
    InstrumentBook book = session.book();
    Listing found = act.must(Listing.key(listing), ErrorCode.UNKNOWN_LISTING);
    Place<Money> money =
        side == Side.BUY
            ? new CashPlace.Available(taker, book.bank())
            : new EscrowPlace.OfMoney(found);
    Place<Credits> credits =
        side == Side.BUY ? new EscrowPlace.OfCredits(found) : new CreditPlace.HeldBy(taker);
    Credits moved =
        side == Side.BUY
            ? escrowed(act, listing, fill.tonnes())
            : Sufficiency.lowestUnlabelled(
                act, Holding.of(act, batch.orElseThrow(), taker), fill.tonnes());
    Deal.Party<Money> buyer =
        side == Side.BUY
            ? new Deal.Party<>(taker, Optional.empty(), money, charged)
            : new Deal.Party<>(other, Optional.of(listing), money, found.feesSoFar());
    Deal.Party<Credits> seller =
        side == Side.BUY
            ? new Deal.Party<>(other, Optional.of(listing), credits, found.feesSoFar())
            : new Deal.Party<>(taker, Optional.empty(), credits, charged);
    Deal deal =
        new Deal(buyer, seller, moved, fill.entry().price(), Trade.Mode.LISTED, Optional.of(side));

    BookDay day = session.day();
    act.require(
        day.listed().value().hasRoomFor(deal.gross()),
        ErrorCode.TOO_LARGE,
        zh("该标的当日成交额已达系统上限").en("the instrument's value of the day is at its limit"));
    Settlement.Settled settled = settlement.settle(deal, day, book.trades() + 1, 0);

    FillFees others = side == Side.BUY ? settled.seller() : settled.buyer();
    Listing after =
        act.must(Listing.key(listing), ErrorCode.UNKNOWN_LISTING).filled(fill.tonnes(), others);
    act.write(after);
    if (after.side() == Side.BUY && after.remaining().isZero()) {
      ListingEnd.forget(act, book, after);
    }
    act.write(
        session
            .book()
            .withRemaining(side.opposite(), listing, after.remaining())
            .withTrade(day.with(settled.trade(), session.terms().basePartiesLeast())));
    act.refer("trade", Trade.id(instrument, settled.trade().number()));
    return settled;
  }
}
