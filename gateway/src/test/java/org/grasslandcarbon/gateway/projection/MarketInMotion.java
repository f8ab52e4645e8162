// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.market.AcceptBlockTrade;
import org.grasslandcarbon.domain.market.BookDay;
import org.grasslandcarbon.domain.market.CancelTrade;
import org.grasslandcarbon.domain.market.CollectFees;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.OfferBlockTrade;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.WithdrawListing;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.settlement.BindBankAccount;
import org.grasslandcarbon.domain.settlement.ConfirmBankAccount;
import org.grasslandcarbon.domain.settlement.RequestWithdrawal;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A market on some days, in blocks: listings on both sides, takings, trades that are cancelled,
 * withdrawals of listings and of money, the ends of days, and a day that is still open with
 * listings in its book. Drawn by a seed.
 */
public final class MarketInMotion {
  private static final int TRADERS = 4;
  private static final long CASH = 50_000_000;
  private static final int ACTS_BETWEEN_CANCELLATIONS = 20;

  private final TestMarket market = new TestMarket(TestMarket.terms("/turnaroundDays", "0"));
  private final RecordedBlocks blocks = new RecordedBlocks(market.ledger, "m");
  private final List<ParticipantId> traders = new ArrayList<>();
  private final Random random;

  /** Chance of its own, so that what else happens is drawn as ever. */
  private final Random undoing;

  private final List<byte[]> texts = new ArrayList<>();
  private final Map<InstructionId, Action> instructions = new LinkedHashMap<>();
  private final List<InstructionId> offers = new ArrayList<>();

  private MarketInMotion(long seed) {
    random = new Random(seed);
    undoing = new Random(~seed);
  }

  /**
   * Lets it happen.
   *
   * @param acts a day
   */
  public static MarketInMotion play(long seed, int days, int acts) {
    MarketInMotion motion = new MarketInMotion(seed);
    motion.play(days, acts);
    return motion;
  }

  private void play(int days, int acts) {
    for (int i = 0; i < TRADERS; i++) {
      traders.add(market.trader(CASH));
    }
    Sha256 account = Sha256.of("account");
    submit(traders.get(0), new BindBankAccount(market.bank, account));
    submit(market.bank, new ConfirmBankAccount(account, traders.get(0)));
    cut();
    for (int day = 0; day < days; day++) {
      if (day > 0) {
        end();
        market.nextDay();
      }
      for (int act = 0; act < acts; act++) {
        market.setTime(String.format("%02d:%02d:00", 9 + (act + 30) / 60 % 2, (act + 30) % 60));
        act();
        if (act % ACTS_BETWEEN_CANCELLATIONS == ACTS_BETWEEN_CANCELLATIONS - 1) {
          cancelSome();
        }
        if (random.nextInt(3) == 0) {
          cut();
        }
      }
      submit(traders.get(0), new RequestWithdrawal(Fen.of(1_000 + day), Asset.CNY, market.bank));
      cut();
    }
    // At the highest price of the day, where nobody has met it: the book is not left empty.
    submit(market.owner, market.sell(7, market.book().base().value() * 11 / 10));
    cut();
  }

  /** The first trader buys what is listed, and the exchange cancels it. */
  void tradeAndCancel() {
    submit(traders.get(0), market.takeSells(7, market.book().base().value() * 11 / 10));
    cancelSome();
    cut();
  }

  /** The first trader accepts the block that it was offered. */
  void acceptBlock() {
    market.deposit(traders.get(0), 4 * CASH);
    submit(traders.get(0), new AcceptBlockTrade(Optional.empty(), offers.get(0)));
    cut();
  }

  /** The same with an offer of a block to sell, and one of the second trader's to buy. */
  public MarketInMotion withOffers() {
    market.deposit(traders.get(1), 4 * CASH);
    offer(market.owner, traders.get(0), Optional.of(market.batch), Side.SELL);
    offer(traders.get(1), market.owner, Optional.empty(), Side.BUY);
    cut();
    return this;
  }

  /** An offer of a block that nobody has accepted. */
  private void offer(ParticipantId by, ParticipantId to, Optional<BatchId> batch, Side side) {
    offers.add(
        market.ledger.apply(
            by,
            new OfferBlockTrade(
                batch,
                to,
                market.instrument,
                market.book().base(),
                Tonnes.of(10_000),
                side,
                market.ledger.time().plus(Duration.ofDays(1)))));
  }

  private void act() {
    ParticipantId who = who();
    long price = 9_500 + 100L * random.nextInt(11);
    long tonnes = 1 + random.nextInt(300);
    boolean sells = who.equals(market.owner) || random.nextBoolean();
    switch (random.nextInt(5)) {
      case 0, 1 -> submit(who, sells ? market.sell(tonnes, price) : market.buy(tonnes, price));
      case 2, 3 ->
          submit(who, sells ? market.takeBuys(tonnes, price) : market.takeSells(tonnes, price));
      default ->
          market.book().side(Side.SELL).stream()
              .skip(random.nextInt(3))
              .findFirst()
              .ifPresent(
                  entry -> submit(entry.participant(), new WithdrawListing(entry.listing())));
    }
  }

  /** The exchange cancels trades of the day; those of which something has moved on are not. */
  private void cancelSome() {
    InstrumentBook book = market.book();
    int today = book.day().map(BookDay::trades).orElse(0);
    for (int i = 0; i < 2 && today > 0; i++) {
      int trade = (int) book.trades() - undoing.nextInt(today);
      submit(
          undoing,
          market.exchange,
          new CancelTrade(Sha256.of("decision"), market.instrument, "误成交 by error", trade));
    }
  }

  private ParticipantId who() {
    int number = random.nextInt(TRADERS + 2);
    return number < TRADERS ? traders.get(number) : market.owner;
  }

  private void submit(ParticipantId who, Action action) {
    submit(random, who, action);
  }

  private void submit(Random ids, ParticipantId who, Action action) {
    InstructionId id =
        new InstructionId(
            new UUID(ids.nextLong(), ids.nextLong())
                .toString()
                .replaceFirst("^(.{14}).(.{4}).", "$14$28"));
    byte[] text = market.ledger.sign(id, who, action);
    texts.add(text);
    if (market.ledger.submit(text).get(0).code().equals(Verdict.APPLIED)) {
      instructions.put(id, action);
    }
  }

  /** A block of what was submitted since the last one, in its order. */
  private void cut() {
    blocks.cut(texts.toArray(byte[][]::new));
    texts.clear();
  }

  /** Closes the day and collects what the exchange has earned. */
  void end() {
    market.setTime("15:00:00");
    submit(market.exchange, market.close());
    submit(market.exchange, new CollectFees(market.instrument));
    cut();
  }

  public TestMarket market() {
    return market;
  }

  public RecordedBlocks blocks() {
    return blocks;
  }

  public List<ParticipantId> traders() {
    return List.copyOf(traders);
  }

  /** The instructions that had an effect, in their order. */
  public Map<InstructionId, Action> instructions() {
    return Collections.unmodifiableMap(instructions);
  }

  /** The offers of blocks that are open: one to sell, and one of the second trader's to buy. */
  public List<InstructionId> offers() {
    return List.copyOf(offers);
  }

  /** A listing of the open day. */
  public InstructionId openListing() {
    return market.book().side(Side.SELL).get(0).listing();
  }
}
