// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.ForwardCredits;
import org.grasslandcarbon.domain.credit.ForwardSales;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.market.AcceptForward;
import org.grasslandcarbon.domain.market.BenefitAccount;
import org.grasslandcarbon.domain.market.ExampleVenue;
import org.grasslandcarbon.domain.market.Forward;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.LastInstant;
import org.grasslandcarbon.domain.market.OfferForward;
import org.grasslandcarbon.domain.market.OpenInstrument;
import org.grasslandcarbon.domain.market.OpenTradingDay;
import org.grasslandcarbon.domain.market.ProposeOpeningPrice;
import org.grasslandcarbon.domain.market.PublishTradingRule;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TradingTerms;
import org.grasslandcarbon.domain.monitoring.ApproveIssuance;
import org.grasslandcarbon.domain.monitoring.IssueCredits;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.DepositCash;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * A venue at which the example project's year 2023 is sold before it is issued: its reports, so
 * many parts of the year, are approved, and wait for whoever issues them. The project expects 7,920
 * t of the year for its owner, its base price is 100.00 yuan.
 */
public final class ForwardMarket {
  public static final long PRICE = 10_000;
  public static final int VINTAGE = 2023;
  private static final long DAYS = 365;

  /** What the owner has for its penalties. */
  public static final long OWNERS = 100_000_000;

  public final Projects projects = new Projects();
  public final TestLedger ledger = projects.ledger;
  public final ParticipantId owner = projects.owner;
  public final ParticipantId exchange = ledger.admit(TestLedger.BEIJING, Role.EXCHANGE);
  public final ParticipantId bank = ledger.admit(TestLedger.BEIJING, Role.BANK);
  public final VenueId venue = VenueId.of(exchange, "CBGEX");
  public final InstructionId project;
  public final InstrumentId instrument;
  private final List<InstructionId> reports = new ArrayList<>();
  private final Balances posted = new Balances();
  private final Set<InstructionId> counted = new HashSet<>();
  private int references;
  private int issued;

  /** By the example's rules, of two halves of the year. */
  public ForwardMarket() {
    this(TestMarket.terms("/tick", "1"), 2);
  }

  /** By other rules, of so many parts of the year. */
  public ForwardMarket(TradingTerms terms, int parts) {
    project = projects.registered();
    LocalDate start = LocalDate.of(VINTAGE, 1, 1);
    for (int i = 0; i < parts; i++) {
      LocalDate from = start.plusDays(DAYS * i / parts);
      LocalDate to = start.plusDays(DAYS * (i + 1) / parts - 1);
      reports.add(projects.submitted(project, from.toString(), to.toString(), "1000"));
    }
    projects.endPublicity();
    for (InstructionId report : reports) {
      ledger.apply(projects.verifier, projects.verification(report));
      ledger.apply(projects.office, new ApproveIssuance(report));
    }
    instrument = InstrumentId.of(projects.project(project).number().orElseThrow(), VINTAGE);
    ledger.apply(exchange, rule(terms, today()));
    ledger.apply(
        owner, new ProposeOpeningPrice(instrument, Fen.of(PRICE), Optional.of(project), venue));
    ledger.apply(exchange, new OpenInstrument(instrument, Fen.of(PRICE), venue));
    deposit(owner, OWNERS);
    nextDay();
  }

  private PublishTradingRule rule(TradingTerms terms, LocalDate from) {
    return new PublishTradingRule(
        Asset.CNY,
        bank,
        Sha256.of("rules"),
        Name.of("示例交易所", "Example exchange"),
        ExampleVenue.sources(),
        terms,
        from,
        venue);
  }

  /** The next days are traded by other terms. */
  public void nextDayWith(TradingTerms terms) {
    ledger.apply(exchange, rule(terms, today().plusDays(1)));
    nextDay();
  }

  public LocalDate today() {
    return BeijingTime.day(ledger.time());
  }

  /** The next working day is opened. */
  public void nextDay() {
    do {
      projects.setDate(today().plusDays(1).toString());
    } while (!ledger.submit(exchange, new OpenTradingDay(today(), venue)).code().equals("APPLIED"));
  }

  /** Somebody with money. */
  public ParticipantId trader(long fen) {
    ParticipantId trader = ledger.admit(TestLedger.BEIJING, Role.TRADER);
    deposit(trader, fen);
    return trader;
  }

  public void deposit(ParticipantId who, long fen) {
    ledger.apply(
        bank, new DepositCash(Fen.of(fen), Asset.CNY, who, new BankReference("F-" + ++references)));
  }

  /** An offer of the owner's, to be delivered within sixty days, a fifth of it paid before. */
  public OfferForward sell(ParticipantId to, long tonnes) {
    return offer(to, Side.SELL, tonnes);
  }

  /** An offer to buy from the owner. */
  public OfferForward buy(long tonnes) {
    return offer(owner, Side.BUY, tonnes);
  }

  private OfferForward offer(ParticipantId to, Side side, long tonnes) {
    return new OfferForward(
        to,
        today().plusDays(60),
        instrument,
        200,
        Fen.of(PRICE),
        Tonnes.of(tonnes),
        side,
        ledger.time().plus(Duration.ofDays(4)));
  }

  /** A forward that binds both. */
  public InstructionId sold(ParticipantId to, long tonnes) {
    InstructionId id = apply(owner, sell(to, tonnes));
    apply(to, new AcceptForward(id));
    return id;
  }

  /** How many reports wait for their issuance. */
  public int waiting() {
    return reports.size() - issued;
  }

  /**
   * The next part of the year is issued.
   *
   * @return the batch
   */
  public BatchId issue() {
    apply(projects.verifier, new IssueCredits(reports.get(issued++)));
    return BatchId.of(instrument.project(), VINTAGE, issued);
  }

  /** What of a batch is not in the buffer. */
  public long ownersPart(BatchId batch) {
    return ledger
        .find(Batch.key(batch))
        .map(found -> found.issued().value() - found.buffered().value())
        .orElseThrow();
  }

  /** Until the buyer of a forward can pay no more. */
  public void timeOut(InstructionId forward) {
    ledger.setTime(forward(forward).payUntil().plus(LastInstant.CLOCKS_APART).plusMillis(1));
  }

  /** Submits an action that must be applied, and counts what it moved. */
  public InstructionId apply(ParticipantId by, Action action) {
    InstructionId id = ledger.apply(by, action);
    postNew();
    return id;
  }

  /** Submits an action, counts what it moved and answers its code. */
  public String verdict(ParticipantId by, Action action) {
    String code = ledger.submit(by, action).code();
    postNew();
    return code;
  }

  public Forward forward(InstructionId id) {
    return ledger.find(Forward.key(id)).orElseThrow();
  }

  public ForwardSales sales() {
    return ForwardSales.of(ledger::find, instrument);
  }

  /** Tonnes of a batch that are set aside for a forward. */
  public long setAside(BatchId batch, InstructionId forward) {
    return ledger
        .find(ForwardCredits.key(batch, forward))
        .map(found -> found.serials().quantity().value())
        .orElse(0L);
  }

  public InstrumentBook book() {
    return ledger.find(InstrumentBook.key(instrument)).orElseThrow();
  }

  public long cash(ParticipantId who) {
    return CashAccount.of(ledger::find, who, bank, Asset.CNY).available().value();
  }

  /** What the lines of the project's plan are owed. */
  public long owed() {
    return ledger.records(BenefitAccount.TYPE).mapToLong(each -> each.owed().value()).sum();
  }

  /** What somebody holds of the instrument. */
  public long held(ParticipantId who) {
    return ledger
        .records(Holding.TYPE)
        .filter(each -> each.owner().equals(who))
        .mapToLong(each -> each.held().quantity().value())
        .sum();
  }

  /** Writes a record past all rules. */
  public void write(LedgerRecord record) {
    SortedMap<String, byte[]> entry = new TreeMap<>();
    entry.put(record.key().text(), Codec.write(record));
    ledger.store().putAll(entry);
  }

  /** Nothing has gone astray: records and postings say the same, and serials are a partition. */
  public void requireWhole() {
    CountedTrades.require(ledger);
    postNew();
    Balances recorded = Balances.ofRecords(ledger.store());
    assertThat(recorded.money()).isEqualTo(posted.money());
    assertThat(recorded.asMap()).isEqualTo(posted.asMap());
    recorded.requirePartition(ledger.store());
    recorded.requireNoMoneyLost();
  }

  /** Adds what was moved since the last time, act by act. */
  private void postNew() {
    ledger
        .records(JournalEntry.TYPE)
        .filter(entry -> counted.add(entry.id()))
        .forEach(posted::post);
  }
}
