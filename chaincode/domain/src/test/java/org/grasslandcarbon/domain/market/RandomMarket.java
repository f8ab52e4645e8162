// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.participant.ReinstateParticipant;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.project.BenefitShare;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.settlement.DepositCash;
import org.grasslandcarbon.domain.testing.Balances;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What participants might do in a market, reasonable or not, drawn from a seed together with the
 * market's rules: each act is given to the registry's rules and to a {@link NaiveMarket}, and both
 * must say the same. Acts are applied without signatures, some tens to a transaction, so that a
 * million can be played.
 */
final class RandomMarket {
  private static final int TRADERS = 6;

  /** What neighbouring seeds draw first is nearly the same, and here that would be the rules. */
  private static final long SEEDS_APART = 0x9E3779B97F4A7C15L;

  private static final LocalTime NOON = LocalTime.of(11, 30);
  private static final LocalTime AFTERNOON = LocalTime.of(13, 0);
  private static final LocalTime EVENING = LocalTime.of(15, 0);
  private static final LocalTime BY_ALL_CLOCKS = EVENING.plus(LastInstant.CLOCKS_APART);
  private static final int ACTS_PER_TRANSACTION_MOST = 150;

  final TestMarket market;
  final NaiveMarket naive;
  final Map<String, Integer> outcomes = new TreeMap<>();
  private final Random random;
  private final TradingTerms terms;
  private final List<ParticipantId> everybody = new ArrayList<>();
  private final List<BatchId> batches = new ArrayList<>();
  private final List<InstructionId> listings = new ArrayList<>();
  private final Map<Key<?>, LedgerRecord> known = new HashMap<>();
  private final Balances posted = new Balances();
  private final Balances recorded;
  private final MarketChecks checks;

  /** Whether most list and few take, so that sides of the book are filled. */
  private final boolean isCrowded;

  private final int hurry;
  private final int listingShare;
  private UnitOfWork work;
  private int actsLeft;
  private int references;
  private int tradesSeen;

  RandomMarket(long seed) {
    random = new Random(seed * SEEDS_APART);
    isCrowded = seed % 4 == 1;
    terms = randomTerms();
    hurry = isCrowded ? 4 : 1 + random.nextInt(60);
    listingShare = isCrowded ? 80 : 30 + random.nextInt(50);
    market = new TestMarket(terms);
    checks = new MarketChecks(terms);
    ParticipantId second = market.ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    everybody.addAll(List.of(market.owner, second));
    batches.addAll(List.of(market.batch, market.issue(second, 20_000)));
    for (int i = 0; i < TRADERS; i++) {
      everybody.add(market.trader(0));
    }
    List<BenefitShare> lines = randomLines();
    market.share(lines.toArray(BenefitShare[]::new));
    naive =
        new NaiveMarket(
            terms,
            market.exchange.value(),
            TestMarket.BASE,
            120_000,
            lines.stream().map(line -> (long) line.basisPoints()).toList(),
            lines.stream()
                .map(line -> line.participant().map(ParticipantId::value).orElse(""))
                .toList());
    naive.issue(market.owner.value(), batches.get(0).value(), 100_000);
    naive.issue(second.value(), batches.get(1).value(), 20_000);
    naive.openDay(market.day());
    market.ledger.records(JournalEntry.TYPE).forEach(posted::post);
    recorded = Balances.ofRecords(market.ledger.store());
    work = new UnitOfWork(market.ledger.store());
    everybody.forEach(each -> deposit(each, 1 + random.nextInt(50_000_000)));
    transfer(market.owner, everybody.get(2), batches.get(0), 2_000);
    transfer(second, everybody.get(3), batches.get(1), 2_000);
  }

  private TradingTerms randomTerms() {
    int lot = any(1, 1, 2, 5);
    TradingTerms some =
        Edited.with(TestMarket.terms("/orderLeast", "10"), "/tick", "" + any(1, 5, 10, 100));
    some = Edited.with(some, "/lot", "" + lot);
    Map<String, String> numbers = new TreeMap<>();
    numbers.put("/turnaroundDays", "" + any(0, 0, 1, 3));
    numbers.put("/orderLeast", "" + lot * any(1, 2));
    numbers.put("/orderMost", "" + any(80, 500));
    numbers.put("/openListingsMost", "" + any(5, 60, 200));
    numbers.put("/ordersPerMinute", "" + any(2, 20, 600));
    numbers.put("/baseVolumeLeast", "" + any(0, 1, 100));
    numbers.put("/basePartiesLeast", "" + any(0, 2, 4));
    numbers.put("/reservePerMille", "" + any(0, 33, 1_000));
    numbers.put("/holdingMostPerMille", "" + any(20, 500, 1_000));
    numbers.put("/listing/limitPerMille", "" + any(0, 10, 100, 300));
    numbers.put("/listing/buyerFeePerMillion", "" + any(0, 6_000, 12_345));
    numbers.put("/listing/sellerFeePerMillion", "" + any(0, 6_000, 40_001));
    numbers.put("/listing/buyerSettlementPerMillion", "" + any(0, 77));
    numbers.put("/listing/sellerSettlementPerMillion", "" + any(0, 333));
    if (isCrowded) {
      numbers.put("/turnaroundDays", "0");
      numbers.put("/openListingsMost", "200");
      numbers.put("/ordersPerMinute", "600");
      numbers.put("/listing/limitPerMille", "300");
      numbers.put("/holdingMostPerMille", "1000");
    }
    for (Map.Entry<String, String> number : numbers.entrySet()) {
      some = Edited.with(some, number.getKey(), number.getValue());
    }
    return !isCrowded && random.nextInt(3) == 0 ? Edited.with(some, "/holdingMost", "3000") : some;
  }

  /** None, some, or shares of all that is sold; some of those who trade, some of nobody known. */
  private List<BenefitShare> randomLines() {
    List<BenefitShare> lines = new ArrayList<>();
    int[] points =
        List.of(new int[] {}, new int[] {6_000}, new int[] {3_333, 3_333, 3_334})
            .get(random.nextInt(3));
    for (int each : points) {
      lines.add(
          new BenefitShare(
              each,
              Name.of("合作社", "Cooperative"),
              random.nextBoolean() ? Optional.empty() : Optional.of(anyOf(everybody))));
    }
    return lines;
  }

  /** Plays so many acts and compares all that can be seen at the end. */
  void play(int acts) {
    for (int i = 0; i < acts; i++) {
      next();
    }
    flush();
    everybody.forEach(this::requireSameSerials);
    assertThat(Balances.ofRecords(market.ledger.store()).asMap()).isEqualTo(posted.asMap());
    assertThat(Balances.ofRecords(market.ledger.store()).money()).isEqualTo(posted.money());
    posted.requirePartition(market.ledger.store());
    posted.requireNoMoneyLost();
    String ours =
        market.ledger.records(Trade.TYPE).map(RandomMarket::line).collect(Collectors.joining("\n"));
    assertThat(ours).isEqualTo(String.join("\n", naive.trades));
    for (ParticipantId each : everybody) {
      assertThat(market.cash(each)).isEqualTo(naive.cash(each.value()));
    }
    assertThat(market.cash(market.exchange)).isEqualTo(naive.cash(market.exchange.value()));
    assertThat(market.book().fees().value()).isEqualTo(naive.fees());
    assertThat(
            market.ledger.records(VenueReserve.TYPE).mapToLong(each -> each.amount().value()).sum())
        .isEqualTo(naive.reserve());
    assertThat(
            market.ledger.records(BenefitAccount.TYPE).mapToLong(each -> each.owed().value()).sum())
        .isEqualTo(naive.owed());
  }

  private void next() {
    advance();
    if (book().halt().isPresent() && random.nextInt(10) == 0) {
      haltOrResume();
    }
    int kind = random.nextInt(100);
    ParticipantId who = anyOf(everybody);
    if (kind < listingShare) {
      place(who);
    } else if (kind < 82) {
      take(who);
    } else if (kind < 90) {
      withdraw(who);
    } else if (kind < 93) {
      transfer(who, anyOf(everybody), anyOf(batches), 1 + random.nextInt(300));
    } else if (kind < 95) {
      deposit(who, 1 + random.nextInt(5_000_000));
    } else if (kind < 97) {
      suspendOrReinstate(who);
    } else if (kind < 98) {
      haltOrResume();
    } else if (kind < 99) {
      boolean isNeeded = book().day().filter(day -> !day.date().equals(market.day())).isPresent();
      close(isNeeded || !isCrowded && random.nextInt(8) == 0 ? market.exchange : who);
    } else {
      expect(market.exchange, new CollectFees(market.instrument), naive.collect());
    }
  }

  /** Time goes on by some seconds; over lunch as a rule at once, and after hours to another day. */
  private void advance() {
    market.ledger.advance(Duration.ofMillis(random.nextInt(hurry * 2_000)));
    LocalTime now = now();
    boolean isLunch = now.isAfter(NOON) && now.isBefore(AFTERNOON);
    if (isLunch && random.nextInt(4) > 0) {
      market.ledger.advance(Duration.between(now, AFTERNOON));
    } else if (random.nextInt(isOver(now) ? 6 : isCrowded ? 2_000 : 400) == 0) {
      nextDay();
    }
  }

  private boolean isOver(LocalTime now) {
    return !now.isBefore(EVENING)
        || book().day().filter(day -> day.closed() && day.date().equals(market.day())).isPresent();
  }

  /** As a rule somebody has closed the day before; else its listings stand in the way. */
  private void nextDay() {
    if (random.nextInt(10) > 0) {
      ParticipantId closer = now().isBefore(BY_ALL_CLOCKS) ? market.exchange : market.bank;
      for (int left = 1; left > 0; left = book().buys().size() + book().sells().size()) {
        close(closer);
      }
    }
    flush();
    market.nextDay();
    naive.openDay(market.day());
    work = new UnitOfWork(market.ledger.store());
  }

  private LocalTime now() {
    return market.ledger.time().atOffset(BeijingTime.OFFSET).toLocalTime();
  }

  private boolean isOpen() {
    LocalTime now = now();
    return !now.isBefore(LocalTime.of(9, 30)) && now.isBefore(NOON)
        || !now.isBefore(AFTERNOON) && now.isBefore(EVENING);
  }

  private long minute() {
    return market.ledger.time().getEpochSecond() / 60;
  }

  private long price(boolean buys) {
    long tick = terms.tick().value();
    long base = naive.base();
    long width = Math.max(tick, Math.min(base / (isCrowded ? 4 : 50), naive.highest() - base));
    long overlap = isCrowded ? width / 20 : width / 3;
    long from = buys ? base + overlap - width * 4 / 3 : base - overlap;
    long price = from + random.nextInt((int) (width * 4 / 3) + 1);
    return switch (random.nextInt(60)) {
      case 0 -> naive.highest();
      case 1 -> naive.lowest();
      case 2 -> naive.highest() + tick;
      case 3 -> Math.max(tick, naive.lowest() - tick);
      case 4 -> Math.max(1, price);
      default -> Math.max(tick, price / tick * tick);
    };
  }

  private long quantity(ParticipantId who) {
    long lot = terms.lot().value();
    long room = naive.room(who.value()) / lot * lot;
    if (random.nextInt(20) == 0 && room > 0 && room < 500) {
      return room + (random.nextInt(4) == 0 ? lot : 0);
    }
    long lots = 1 + (random.nextInt(12) == 0 ? random.nextInt(100) : random.nextInt(20));
    return random.nextInt(30) == 0 ? lots * lot + 1 : lots * lot;
  }

  private void place(ParticipantId who) {
    boolean buys = random.nextBoolean();
    BatchId batch = anyOf(batches);
    long price = price(buys);
    long tonnes = quantity(who);
    InstructionId id = newId();
    Action action =
        new PlaceListing(
            buys ? Optional.empty() : Optional.of(batch),
            market.instrument,
            Fen.of(price),
            Tonnes.of(tonnes),
            buys ? Side.BUY : Side.SELL);
    if (mayAct(who)) {
      String expected =
          naive.place(
              isOpen(), minute(), id.value(), who.value(), buys, batch.value(), price, tonnes);
      expect(id, who, action, expected);
      if (expected.equals(NaiveMarket.APPLIED)) {
        listings.add(id);
      }
    }
  }

  private void take(ParticipantId who) {
    boolean buys = random.nextBoolean();
    BatchId batch = anyOf(batches);
    long limit = price(!buys);
    long tonnes = quantity(who);
    boolean isAllOrNothing = random.nextInt(3) == 0;
    boolean retires = buys && random.nextInt(6) == 0;
    TakeListings action =
        new TakeListings(
            isAllOrNothing,
            buys ? Optional.empty() : Optional.of(batch),
            market.instrument,
            Fen.of(limit),
            Tonnes.of(tonnes),
            retires ? market.takeAndRetire(tonnes, limit).retire() : Optional.empty(),
            buys ? Side.BUY : Side.SELL);
    if (!mayAct(who)) {
      return;
    }
    String expected =
        naive.take(
            isOpen(),
            minute(),
            who.value(),
            buys,
            batch.value(),
            limit,
            tonnes,
            isAllOrNothing,
            retires);
    expect(who, action, expected);
    List<Trade> made = newTrades();
    if (expected.equals(NaiveMarket.APPLIED)) {
      checks.taken(who, action, made, book(), naive.suspended);
    } else {
      assertThat(made).isEmpty();
    }
  }

  private List<Trade> newTrades() {
    List<Trade> made = new ArrayList<>();
    while (tradesSeen < naive.trades.size()) {
      Trade trade = work.find(Trade.key(market.instrument, tradesSeen + 1L)).orElseThrow();
      assertThat(line(trade)).isEqualTo(naive.trades.get(tradesSeen));
      made.add(trade);
      tradesSeen++;
    }
    assertThat(book().trades()).isEqualTo(tradesSeen);
    return made;
  }

  private void withdraw(ParticipantId who) {
    InstructionId id =
        listings.isEmpty() || random.nextInt(20) == 0
            ? newId()
            : listings.get(Math.max(0, listings.size() - 1 - random.nextInt(40)));
    ParticipantId by =
        random.nextInt(10) == 0
            ? who
            : work.find(Listing.key(id)).map(Listing::participant).orElse(who);
    if (mayAct(by)) {
      expect(by, new WithdrawListing(id), naive.withdraw(id.value(), by.value()));
    }
  }

  private void transfer(ParticipantId from, ParticipantId to, BatchId batch, long tonnes) {
    if (!from.equals(to) && mayAct(from) && mayAct(to)) {
      String expected = naive.transfer(from.value(), to.value(), batch.value(), tonnes);
      expect(from, new TransferCredits(batch, Tonnes.of(tonnes), to), expected);
    }
  }

  private void deposit(ParticipantId to, long fen) {
    if (mayAct(to)) {
      naive.deposit(to.value(), fen);
      BankReference reference = new BankReference("M-" + ++references);
      expect(
          market.bank, new DepositCash(Fen.of(fen), Asset.CNY, to, reference), NaiveMarket.APPLIED);
    }
  }

  /** At most one at a time is suspended for long: others go on trading. */
  private void suspendOrReinstate(ParticipantId who) {
    ParticipantId authority = market.ledger.the(Role.AUTHORITY);
    if (naive.suspended.isEmpty() || random.nextInt(4) == 0 && mayAct(who)) {
      expect(authority, new SuspendParticipant(who, "checked"), NaiveMarket.APPLIED);
      naive.suspended.add(who.value());
    } else {
      for (ParticipantId each : everybody) {
        if (naive.suspended.remove(each.value())) {
          expect(authority, new ReinstateParticipant(each, "in order"), NaiveMarket.APPLIED);
        }
      }
    }
  }

  /** A halt lasts for some acts. */
  private void haltOrResume() {
    boolean halts = book().halt().isEmpty() != (random.nextInt(5) == 0);
    Action action =
        halts
            ? new HaltInstrument(market.instrument, "checked")
            : new ResumeInstrument(market.instrument, "in order");
    expect(market.exchange, action, naive.halt(halts));
  }

  private void close(ParticipantId who) {
    if (mayAct(who)) {
      boolean areOver = !now().isBefore(BY_ALL_CLOCKS);
      expect(who, market.close(), naive.close(areOver, who.value()));
    }
  }

  /** What every instruction passes before its rule (see CommonChecksTest). */
  private boolean mayAct(ParticipantId who) {
    return !naive.suspended.contains(who.value());
  }

  private void expect(ParticipantId who, Action action, String expected) {
    expect(newId(), who, action, expected);
  }

  private void expect(InstructionId id, ParticipantId who, Action action, String expected) {
    String outcome = give(id, who, action);
    outcomes.merge(outcome, 1, Integer::sum);
    assertThat(outcome).as("%s by %s", action, who).isEqualTo(expected);
    checks.book(book());
    requireSameSerials(who);
    if (--actsLeft < 0) {
      flush();
    }
  }

  private void requireSameSerials(ParticipantId who) {
    for (BatchId batch : batches) {
      String ours = work.find(Holding.key(batch, who)).map(each -> ranges(each.held())).orElse("");
      assertThat(ours)
          .as("%s of %s", batch, who)
          .isEqualTo(NaiveMarket.ranges(naive.credits(who.value(), batch.value())));
    }
  }

  /** Judges an action as the registry does once the common checks are passed. */
  private String give(InstructionId id, ParticipantId who, Action action) {
    work.load(List.of(Participant.key(who)));
    work.load(action.named(who));
    work.load(action.following(who, work));
    work.load(action.further(who, work));
    int before = work.lateReads();
    Act act =
        new Act(
            work,
            work.find(Participant.key(who)).orElseThrow().asActor(),
            id,
            market.ledger.time());
    try {
      action.apply(act);
    } catch (RegistryException refusal) {
      work.drop();
      assertThat(Catalogue.of(action).refusals()).contains(refusal.code());
      return refusal.code().name();
    }
    // Listings that are passed over are not foreseen: they are rare, and reading late costs time
    // only.
    assertThat(work.lateReads() == before || !naive.suspended.isEmpty())
        .as("%s names what it reads", action)
        .isTrue();
    assertThat(act.postings()).hasSizeLessThanOrEqualTo(JournalEntry.MOVEMENTS_MOST);
    List<LedgerRecord> written = work.stagedRecords();
    for (LedgerRecord record : written) {
      recorded.change(before(record), record);
      known.put(record.key(), record);
      checks.record(record);
    }
    posted.post(act.postings());
    assertThat(recorded.differencesFrom(posted)).as("%s", action).isEmpty();
    work.keep();
    return NaiveMarket.APPLIED;
  }

  private Optional<? extends LedgerRecord> before(LedgerRecord record) {
    LedgerRecord last = known.get(record.key());
    return last == null ? market.ledger.find(record.key()) : Optional.of(last);
  }

  private InstrumentBook book() {
    return work.find(InstrumentBook.key(market.instrument)).orElseThrow();
  }

  private void flush() {
    work.flush(Long.MAX_VALUE);
    work = new UnitOfWork(market.ledger.store());
    actsLeft = random.nextInt(ACTS_PER_TRANSACTION_MOST);
  }

  /** A trade as the naive market tells it. */
  static String line(Trade trade) {
    return Stream.of(
            trade.number(),
            trade.day(),
            trade.price(),
            trade.tonnes(),
            trade.gross(),
            trade.buyer(),
            trade.buyerFee(),
            trade.buyerSettlementFee(),
            trade.buyerListing().map(InstructionId::value).orElse(""),
            trade.seller(),
            trade.sellerFee(),
            trade.sellerSettlementFee(),
            trade.sellerListing().map(InstructionId::value).orElse(""),
            trade.batch(),
            ranges(trade.serials()),
            trade.shares().stream()
                .map(
                    paid ->
                        paid.line()
                            + ":"
                            + paid.amount()
                            + ":"
                            + paid.payee().map(ParticipantId::value).orElse(""))
                .collect(Collectors.joining(",")),
            trade.taker().map(Side::name).orElse(""))
        .map(Object::toString)
        .collect(Collectors.joining("|"));
  }

  private static String ranges(SerialRanges serials) {
    return serials.ranges().stream()
        .map(range -> range.start() + "-" + range.end())
        .collect(Collectors.joining(","));
  }

  private InstructionId newId() {
    return new InstructionId(new UUID(random.nextLong(), random.nextLong()).toString());
  }

  private int any(int... choice) {
    return choice[random.nextInt(choice.length)];
  }

  private <T> T anyOf(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }
}
