// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.testing.SampleRecords;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import tools.jackson.databind.node.ObjectNode;

/**
 * The blocks of a registry that has been used for years, one after another, the same in every run:
 * participants, projects in counties of the four pilot regions, reports and batches; then transfers
 * to traders, and retirements and trades mixed, 500 instructions a block. Each retirement and each
 * trade is of a block of serials of its own, the lowest that its holder has.
 *
 * <p>Records are those of the ledger, with the members that lists ask for varied; the longest of
 * them (projects, reports, books) are samples in which ids, names and places are set. What no list
 * needs is not told: how listings came to be, deposits, boundaries.
 */
public final class LargeRegistry implements Iterator<LedgerBlock> {
  /** As a gateway's largest group. */
  private static final int INSTRUCTIONS_A_BLOCK = 500;

  private static final int VINTAGES = 5;
  private static final int FIRST_VINTAGE = 2021;

  /** Holders of a batch, the owner not counted. */
  private static final int HOLDERS = 20;

  /** Beneficiaries begin where participants cannot be. */
  private static final int FIRST_BENEFICIARY = 1_000_000;

  /** The most credits of a retirement or trade. */
  private static final int TONNES_MOST = 40;

  private static final Instant BEGIN = Instant.parse("2022-01-04T01:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final int DAYS = 1_700;

  private static final String[] COUNTIES = {
    "110109", "110116", "110118", "110119", "120110", "120114", "120119", "130722", "130723",
    "130724", "130725", "130826", "130828", "150221", "150421", "150422", "150425", "150522",
    "150722", "150725", "150726", "150783", "152201", "152221", "152501", "152502", "152522",
    "152524", "152525", "152527", "152530", "152531"
  };

  private static final String[][] METHODOLOGIES = {
    {"GCS-SC", "1.0"}, {"GCS-SC", "1.1"}, {"GCS-GM", "1.0"}, {"GCS-RV", "1.0"}
  };

  private static final ParticipantId AUTHORITY = Firms.code(999_999_001);
  private static final ParticipantId CERTIFIER = Firms.code(999_999_002);
  private static final ParticipantId BANK = Firms.code(999_999_003);
  private static final VenueId VENUE = VenueId.of(Firms.code(999_999_004), "BENCH");
  private static final MarketId MARKET = new MarketId("CN-11");
  private static final String KID = "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U";

  /**
   * How much there is.
   *
   * @param projects projects, each with five batches, instruments and reports
   * @param traders who hold and trade
   * @param retirements retirements
   * @param trades trades
   * @param beneficiaries for whom is retired
   */
  public record Size(int projects, int traders, int retirements, int trades, int beneficiaries) {
    /** A million retirements of a million blocks of serials, and 200,000 trades. */
    public static final Size FULL = new Size(400, 5_000, 1_000_000, 200_000, 60_000);

    /** So many retirements and everything else in proportion, for tests and short runs. */
    public static Size of(int retirements) {
      int least = 4;
      return new Size(
          Math.max(least, retirements / 2_500),
          Math.max(HOLDERS + 1, retirements / 200),
          retirements,
          retirements / 5,
          Math.max(least, retirements / 17));
    }
  }

  private final Size size;
  private final Random random = new Random(14);
  private final SampleRecords samples = new SampleRecords(true);
  private final Map<RecordType<?>, ObjectNode> sampled = new HashMap<>();

  /** What is told one after another: a number of instructions, each made by its place. */
  private final List<Part> parts;

  private final Map<Long, SerialRanges> held = new LinkedHashMap<>();
  private final Map<Integer, Long> tradesOf = new LinkedHashMap<>();
  private int part;
  private int done;
  private long number = -1;
  private long instruction;
  private Instant at = BEGIN;

  private record Part(int instructions, IntFunction<Told> made) {}

  /** What an instruction left: its journal entry and the records that it wrote. */
  private record Told(JournalEntry entry, List<StateWrite> writes) {}

  public LargeRegistry(Size size) {
    this.size = size;
    this.parts =
        List.of(
            new Part(size.traders + size.projects, this::participant),
            new Part(size.projects, this::project),
            new Part(batches(), this::issuance),
            new Part(batches(), this::instrument),
            new Part(batches() * HOLDERS, this::transfer),
            new Part(size.retirements + size.trades, this::use));
  }

  private int batches() {
    return size.projects * VINTAGES;
  }

  @Override
  public boolean hasNext() {
    return number < 0 || part < parts.size();
  }

  /** The next block; the first has nothing, as a channel's first block. */
  @Override
  public LedgerBlock next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    number++;
    if (number == 0) {
      return new LedgerBlock(0, List.of(), List.of());
    }
    Map<String, StateWrite> writes = new LinkedHashMap<>();
    List<StateWrite> entries = new ArrayList<>();
    boolean used = isUsed();
    for (int i = 0; i < INSTRUCTIONS_A_BLOCK && part < parts.size() && used == isUsed(); i++) {
      Told told = parts.get(part).made.apply(done++);
      entries.add(write(told.entry));
      told.writes.forEach(each -> writes.put(each.key(), each));
      if (done == parts.get(part).instructions) {
        part++;
        done = 0;
      }
    }
    entries.addAll(writes.values());
    LedgerTransaction transaction =
        new LedgerTransaction("bench-" + number, at, 0, List.of(), entries);
    return new LedgerBlock(number, List.of(transaction), List.of());
  }

  // What lists can be asked for.

  public static BatchId batch(int batch) {
    return BatchId.of(projectNumber(batch / VINTAGES), vintage(batch), 1);
  }

  public static ProjectNumber projectNumber(int project) {
    return ProjectNumber.of(region(project), FIRST_VINTAGE - 1, project / COUNTIES.length + 1);
  }

  public static RegionCode region(int project) {
    return new RegionCode(COUNTIES[project % COUNTIES.length]);
  }

  public static Name projectName(int project) {
    return Name.of(
        "锡林草原修复" + project + "号碳汇项目", "Grassland restoration " + project + " carbon sink");
  }

  public static InstrumentId instrument(BatchId batch) {
    return InstrumentId.of(batch);
  }

  public static ParticipantId trader(int trader) {
    return Firms.code(trader);
  }

  public static Name traderName(int trader) {
    return Firms.name(trader);
  }

  /** A firm for which credits are retired, of {@link Size#beneficiaries}. */
  public static Beneficiary beneficiary(int number, int spelling) {
    return Firms.beneficiary(FIRST_BENEFICIARY + number, spelling);
  }

  /** Whether the next block is of retirements and trades. */
  public boolean isUsed() {
    return part >= parts.size() - 1;
  }

  /** How much there is. */
  public Size size() {
    return size;
  }

  /** Ids are of the place of the instruction: the same in every run, and in no order. */
  static InstructionId id(long instruction) {
    Random bits = new Random(instruction * 0x9E3779B97F4A7C15L);
    return new InstructionId(
        new UUID(version(bits.nextLong()), variant(bits.nextLong())).toString());
  }

  private static long version(long bits) {
    return bits & ~0xF000L | 0x4000L;
  }

  private static long variant(long bits) {
    return bits & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
  }

  /** The instruction of a retirement or trade, counted from the first of them. */
  public InstructionId use(long place) {
    long before = parts.subList(0, parts.size() - 1).stream().mapToLong(Part::instructions).sum();
    return id(before + place);
  }

  private static int vintage(int batch) {
    return FIRST_VINTAGE + batch % VINTAGES;
  }

  private ParticipantId owner(int project) {
    return trader(size.traders + project);
  }

  private static InstructionId projectId(int project) {
    return id(-1L - project);
  }

  /** A batch's holders are others than its neighbour's, and the same in every run. */
  private int holder(int batch, int place) {
    return Math.floorMod(batch * 7 + place * 13, size.traders);
  }

  /** How many credits each batch has; the first tenth or so are in the buffer. */
  public long issued() {
    return (long) HOLDERS * share() + buffered();
  }

  /** What each holder of a batch gets: as much as all its retirements and trades can take. */
  private long share() {
    int uses = size.retirements + size.trades;
    return ((long) uses / ((long) batches() * HOLDERS) + 2) * TONNES_MOST;
  }

  private long buffered() {
    return share() * 2;
  }

  // What happened.

  private Told participant(int place) {
    ParticipantId id = trader(place);
    boolean owns = place >= size.traders;
    return told(
        "admitParticipant",
        AUTHORITY,
        List.of(),
        "participant",
        id,
        write(
            new Participant(
                at,
                AUTHORITY,
                Optional.empty(),
                id,
                List.of(),
                Firms.name(place),
                region(place),
                List.of(owns ? Role.OWNER : Role.TRADER),
                Optional.empty())));
  }

  private Told project(int place) {
    ObjectNode tree = sample(Project.TYPE);
    tree.put("id", projectId(place).value());
    tree.put("number", projectNumber(place).value());
    tree.put("owner", owner(place).value());
    tree.put("state", Project.State.REGISTERED.name());
    tree.put("training", false);
    tree.remove("deregistration");
    ObjectNode design = (ObjectNode) tree.get("design");
    design.put("region", region(place).value());
    design.set("name", Codec.tree(projectName(place)));
    design.set("methodology", Codec.tree(methodology(place)));
    return told(
        "registerProject",
        AUTHORITY,
        List.of(),
        "project",
        projectId(place),
        write(Project.key(projectId(place)).text(), tree));
  }

  private static MethodologyRef methodology(int project) {
    String[] version = METHODOLOGIES[project % METHODOLOGIES.length];
    return new MethodologyRef(version[0], version[1]);
  }

  private Told issuance(int place) {
    int project = place / VINTAGES;
    BatchId id = batch(place);
    ParticipantId owner = owner(project);
    InstructionId report = id(-1_000_000L - place);
    SerialRanges withheld = SerialRanges.of(1, buffered());
    SerialRanges rest = SerialRanges.of(buffered() + 1, issued());
    int year = vintage(place);
    Batch batch =
        new Batch(
            Tonnes.of(buffered()),
            id,
            Tonnes.of(issued()),
            at,
            CERTIFIER,
            methodology(project),
            owner,
            LocalDate.of(year, 12, 31),
            LocalDate.of(year, 1, 1),
            projectId(project),
            projectNumber(project),
            region(project),
            report,
            false,
            year);
    ObjectNode told = sample(MonitoringReport.TYPE);
    told.put("id", report.value());
    told.put("project", projectId(project).value());
    told.put("projectNumber", projectNumber(project).value());
    told.put("region", region(project).value());
    told.put("owner", owner.value());
    told.put("state", MonitoringReport.State.ISSUED.name());
    told.put("training", false);
    return told(
        "issueCredits",
        CERTIFIER,
        List.of(
            new Credits(id, withheld).posting(Account.ISSUANCE, Account.BUFFER),
            new Credits(id, rest).posting(Account.ISSUANCE, Account.held(owner))),
        "batch",
        id,
        write(batch),
        write(new BufferHolding(id, withheld)),
        write(Holding.none(id, owner).withHeld(rest)),
        write(MonitoringReport.key(report).text(), told));
  }

  private Told instrument(int place) {
    InstrumentId id = instrument(batch(place));
    return told(
        "openInstrument",
        VENUE.exchange(),
        List.of(),
        "instrument",
        id,
        write(InstrumentBook.key(id).text(), book(place, 0)));
  }

  private ObjectNode book(int batch, long trades) {
    ObjectNode tree = sample(InstrumentBook.TYPE);
    tree.put("instrument", instrument(batch(batch)).value());
    tree.put("project", projectId(batch / VINTAGES).value());
    tree.put("venue", VENUE.value());
    tree.put("bank", BANK.value());
    tree.put("asset", Asset.CNY.value());
    tree.put("trades", trades);
    tree.remove("halt");
    ((ObjectNode) tree.get("day")).put("date", day().toString());
    return tree;
  }

  private Told transfer(int place) {
    int batch = place / HOLDERS;
    int holder = place % HOLDERS;
    BatchId id = batch(batch);
    ParticipantId owner = owner(batch / VINTAGES);
    ParticipantId to = trader(holder(batch, holder));
    long start = buffered() + holder * share() + 1;
    SerialRanges given = SerialRanges.of(start, start + share() - 1);
    SerialRanges left =
        holder + 1 == HOLDERS ? SerialRanges.NONE : SerialRanges.of(start + share(), issued());
    SerialRanges now = held(batch, holder(batch, holder)).plus(given);
    held.put(key(batch, holder(batch, holder)), now);
    return told(
        "transferCredits",
        owner,
        List.of(new Credits(id, given).posting(Account.held(owner), Account.held(to))),
        "batch",
        id,
        write(Holding.none(id, owner).withHeld(left)),
        write(Holding.none(id, to).withHeld(now)));
  }

  private static long key(int batch, int trader) {
    return ((long) batch << Integer.SIZE) + trader;
  }

  private SerialRanges held(int batch, int trader) {
    return held.getOrDefault(key(batch, trader), SerialRanges.NONE);
  }

  /** Retirements and trades come by turns, in the proportion of their numbers. */
  private Told use(int place) {
    long all = (long) size.retirements + size.trades;
    at = BEGIN.plusSeconds(DAY.toSeconds() * DAYS * place / all);
    int batch = (int) (place * 7919L % batches());
    int holder = holder(batch, (int) (place / (long) batches() % HOLDERS));
    boolean trades = (place + 1L) * size.trades / all > place * (long) size.trades / all;
    return trades ? trade(batch, holder) : retirement(batch, holder);
  }

  private SerialRanges take(int batch, int holder) {
    SerialRanges mine = held(batch, holder);
    Tonnes some = Tonnes.of(1L + random.nextInt(TONNES_MOST));
    SerialRanges.Split split = mine.takeLowest(some);
    held.put(key(batch, holder), split.rest());
    return split.taken();
  }

  private Told retirement(int batch, int holder) {
    BatchId id = batch(batch);
    ParticipantId by = trader(holder);
    SerialRanges taken = take(batch, holder);
    Retirement.Purpose[] purposes = Retirement.Purpose.values();
    Retirement.Reason[] reasons = Retirement.Reason.values();
    Retirement.Purpose purpose =
        random.nextInt(3) > 0
            ? Retirement.Purpose.VOLUNTARY
            : purposes[random.nextInt(purposes.length)];
    boolean surrendered = purpose == Retirement.Purpose.COMPLIANCE;
    // Few have much retired for them, and most have little.
    int whom = random.nextInt(1 + random.nextInt(size.beneficiaries));
    Retirement retirement =
        new Retirement(
            at,
            id,
            beneficiary(whom, Math.max(0, random.nextInt(10) - 7)),
            Retirement.certificateNumber(id, taken),
            surrendered
                ? Optional.of(new Retirement.Surrender(MARKET, 1, day().getYear() - 1))
                : Optional.empty(),
            Optional.empty(),
            by,
            id(instruction),
            Optional.empty(),
            purpose,
            reasons[random.nextInt(reasons.length)],
            taken,
            "抵销" + day().getYear() + "年度排放",
            false);
    return told(
        "retireCredits",
        by,
        List.of(new Credits(id, taken).posting(Account.held(by), Account.retired(id(instruction)))),
        "retirement",
        id(instruction),
        write(retirement),
        write(Holding.none(id, by).withHeld(held(batch, holder))));
  }

  private Told trade(int batch, int holder) {
    BatchId id = batch(batch);
    ParticipantId seller = trader(holder);
    // Whoever buys is a holder of the batch: what moves stays where retirements are.
    int buys = (holder + 13) % size.traders;
    ParticipantId buyer = trader(buys);
    SerialRanges taken = take(batch, holder);
    SerialRanges bought = held(batch, buys).plus(taken);
    held.put(key(batch, buys), bought);
    InstrumentId instrument = instrument(id);
    long trade = tradesOf.merge(batch, 1L, Long::sum);
    Fen price = Fen.of(5_000L + random.nextInt(2_000));
    Fen gross = Fen.of(price.value() * taken.quantity().value());
    Fen fee = Fen.of(gross.value() * 6 / 1_000);
    Trade record =
        new Trade(
            Asset.CNY,
            at,
            id,
            buyer,
            fee,
            Optional.empty(),
            Fen.ZERO,
            day(),
            taken,
            gross,
            id(instruction),
            instrument,
            Trade.Mode.LISTED,
            trade,
            price,
            seller,
            fee,
            Optional.empty(),
            Fen.ZERO,
            taken,
            List.of(),
            Optional.of(Side.BUY),
            taken.quantity(),
            VENUE);
    Account fees = Account.fees(instrument);
    return told(
        "takeListings",
        buyer,
        List.of(
            new Credits(id, taken).posting(Account.held(seller), Account.held(buyer)),
            money(gross).posting(Account.cash(buyer, BANK), Account.cash(seller, BANK)),
            money(fee).posting(Account.cash(buyer, BANK), fees),
            money(fee).posting(Account.cash(seller, BANK), fees)),
        "trade",
        instrument + ":" + trade,
        write(record),
        write(Holding.none(id, seller).withHeld(held(batch, holder))),
        write(Holding.none(id, buyer).withHeld(bought)),
        write(InstrumentBook.key(instrument).text(), book(batch, trade)));
  }

  private static Money money(Fen amount) {
    return new Money(Asset.CNY, amount);
  }

  private LocalDate day() {
    return BeijingTime.day(at);
  }

  private Told told(
      String action,
      ParticipantId by,
      List<Posting> postings,
      String type,
      Object record,
      StateWrite... writes) {
    InstructionId id = id(instruction++);
    JournalEntry entry =
        new JournalEntry(
            action,
            at,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Sha256.of(id.value()),
            id,
            KID,
            JournalEntry.Outcome.APPLIED,
            by,
            postings,
            List.of(new Reference(record.toString(), type)));
    return new Told(entry, List.of(writes));
  }

  private ObjectNode sample(RecordType<?> type) {
    return sampled
        .computeIfAbsent(type, any -> (ObjectNode) Codec.tree(samples.of(type)))
        .deepCopy();
  }

  private static StateWrite write(LedgerRecord record) {
    return write(record.key().text(), record);
  }

  private static StateWrite write(String key, Object value) {
    return new StateWrite(key, Codec.write(value), false);
  }
}
