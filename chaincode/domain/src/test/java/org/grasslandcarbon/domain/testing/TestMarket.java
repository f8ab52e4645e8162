// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.CreditUse;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.market.CloseTradingDay;
import org.grasslandcarbon.domain.market.ExampleVenue;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.Listing;
import org.grasslandcarbon.domain.market.OpenInstrument;
import org.grasslandcarbon.domain.market.OpenTradingDay;
import org.grasslandcarbon.domain.market.PlaceListing;
import org.grasslandcarbon.domain.market.ProposeOpeningPrice;
import org.grasslandcarbon.domain.market.PublishTradingRule;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.market.TradingHours;
import org.grasslandcarbon.domain.market.TradingTerms;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.project.BenefitShare;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.DepositCash;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.BatchId;
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
 * A venue with a bank, and one instrument that is traded there: a batch of an owner's, some money,
 * and an open day. Its base price is 100.00 yuan, its limits a tenth either way.
 */
public final class TestMarket {
  /** The base price, fen. */
  public static final long BASE = 10_000;

  private static final List<TradingHours> HOURS =
      List.of(new TradingHours("09:30", "11:30"), new TradingHours("13:00", "15:00"));

  public final TestLedger ledger;
  public final ParticipantId exchange;
  public final ParticipantId bank;
  public final ParticipantId owner;
  public final VenueId venue;
  public final BatchId batch;
  public final InstrumentId instrument;
  private LocalDate day = LocalDate.of(2025, 3, 3);
  private final Issued issued;
  private int references;

  /** A market by the example's rules. */
  public TestMarket() {
    this(ExampleVenue.terms(HOURS, 5));
  }

  /** A market by other rules. */
  public TestMarket(TradingTerms terms) {
    ledger = new TestLedger();
    exchange = ledger.admit(TestLedger.BEIJING, Role.EXCHANGE);
    bank = ledger.admit(TestLedger.BEIJING, Role.BANK);
    owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    venue = VenueId.of(exchange, "CBGEX");
    issued = new Issued(ledger);
    batch = issued.to(owner, 100_000, 0, false);
    instrument = InstrumentId.of(batch);
    // The batch names its issuance as its project; the project of the same number is the example's.
    issued.project(owner, owner);
    renameProject();
    setTime("10:00:00");
    ledger.apply(
        ledger.the(Role.AUTHORITY),
        new PublishCalendar(Sha256.of("calendar"), List.of(), List.of(), 2025));
    ledger.apply(exchange, rule(terms));
    ledger.apply(owner, new ProposeOpeningPrice(instrument, Fen.of(BASE), venue));
    ledger.apply(exchange, new OpenInstrument(instrument, Fen.of(BASE), venue));
    nextDay();
  }

  /** The venue's rules with some terms. */
  public PublishTradingRule rule(TradingTerms terms) {
    return new PublishTradingRule(
        Asset.CNY,
        bank,
        Sha256.of("rules"),
        Name.of("示例交易所", "Example exchange"),
        ExampleVenue.sources(),
        terms,
        day,
        venue);
  }

  /** The example's terms with one changed, by its JSON pointer. */
  public static TradingTerms terms(String pointer, String json) {
    return Edited.with(ExampleVenue.terms(HOURS, 5), pointer, json);
  }

  private void renameProject() {
    Project example = ledger.find(Project.key(ExampleProject.ID)).orElseThrow();
    InstructionId id =
        ledger.find(org.grasslandcarbon.domain.credit.Batch.key(batch)).orElseThrow().project();
    write(Edited.with(example, "/id", "\"" + id + "\""));
  }

  /** One more batch of the instrument, for another owner. */
  public BatchId issue(ParticipantId to, long tonnes) {
    return issued.to(to, tonnes, 0, false);
  }

  /** The project with other lines of its plan of benefits, which postings then pay. */
  public void share(BenefitShare... lines) {
    Project project = ledger.find(Project.key(book().project())).orElseThrow();
    write(Edited.with(project, "/design/benefitShares", Codec.text(List.of(lines))));
  }

  /** Writes a record past all rules. */
  public void write(LedgerRecord record) {
    SortedMap<String, byte[]> entry = new TreeMap<>();
    entry.put(record.key().text(), Codec.write(record));
    ledger.store().putAll(entry);
  }

  /** Sets the time of the present day, Beijing. */
  public void setTime(String time) {
    ledger.setTime(Instant.parse(day + "T" + time + "Z").minusSeconds(8 * 3_600));
  }

  /** The next working day is opened. */
  public void nextDay() {
    do {
      day = day.plusDays(1);
    } while (day.getDayOfWeek().getValue() > 5);
    setTime("10:00:00");
    ledger.apply(exchange, new OpenTradingDay(day, venue));
  }

  public LocalDate day() {
    return day;
  }

  /** Somebody with money. */
  public ParticipantId trader(long fen) {
    ParticipantId trader = ledger.admit(TestLedger.BEIJING, Role.TRADER);
    if (fen > 0) {
      deposit(trader, fen);
    }
    return trader;
  }

  public void deposit(ParticipantId trader, long fen) {
    ledger.apply(
        bank,
        new DepositCash(Fen.of(fen), Asset.CNY, trader, new BankReference("R-" + ++references)));
  }

  /** What sells so much at a price. */
  public PlaceListing sell(long tonnes, long price) {
    return new PlaceListing(
        Optional.of(batch), instrument, Fen.of(price), Tonnes.of(tonnes), Side.SELL);
  }

  /** What wants to buy so much at a price. */
  public PlaceListing buy(long tonnes, long price) {
    return new PlaceListing(
        Optional.empty(), instrument, Fen.of(price), Tonnes.of(tonnes), Side.BUY);
  }

  /** A purchase from those who sell. */
  public TakeListings takeSells(long tonnes, long limit) {
    return new TakeListings(
        false,
        Optional.empty(),
        instrument,
        Fen.of(limit),
        Tonnes.of(tonnes),
        Optional.empty(),
        Side.BUY);
  }

  /** A purchase of what is used up at once. */
  public TakeListings takeAndRetire(long tonnes, long limit) {
    return new TakeListings(
        false,
        Optional.empty(),
        instrument,
        Fen.of(limit),
        Tonnes.of(tonnes),
        Optional.of(
            new CreditUse(
                new Beneficiary(Optional.empty(), Name.of("受益方", "Beneficiary")),
                Optional.empty(),
                Retirement.Purpose.VOLUNTARY,
                Retirement.Reason.OTHER,
                "for a test")),
        Side.BUY);
  }

  /** A sale to those who buy. */
  public TakeListings takeBuys(long tonnes, long limit) {
    return new TakeListings(
        false,
        Optional.of(batch),
        instrument,
        Fen.of(limit),
        Tonnes.of(tonnes),
        Optional.empty(),
        Side.SELL);
  }

  public CloseTradingDay close() {
    return new CloseTradingDay(instrument);
  }

  public String verdict(ParticipantId by, Action action) {
    return ledger.submit(by, action).code();
  }

  public InstrumentBook book() {
    return ledger.find(InstrumentBook.key(instrument)).orElseThrow();
  }

  public Listing listing(InstructionId id) {
    return ledger.find(Listing.key(id)).orElseThrow();
  }

  /** What somebody has at the bank. */
  public long cash(ParticipantId who) {
    return CashAccount.of(ledger::find, who, bank, Asset.CNY).available().value();
  }

  /** What somebody holds of the batch. */
  public long held(ParticipantId who) {
    return Holding.of(ledger::find, batch, who).held().quantity().value();
  }
}
