// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.gateway.ledger.NoDigestsException;
import org.grasslandcarbon.gateway.projection.Books;
import org.grasslandcarbon.gateway.projection.Look;
import org.grasslandcarbon.gateway.projection.PostedRows;
import org.grasslandcarbon.gateway.projection.PostedRows.Touched;
import org.grasslandcarbon.gateway.projection.StoredRecord;
import org.grasslandcarbon.gateway.reconciliation.Difference.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Examines everything, step by step and round by round, and what new instructions have moved before
 * all else. One thread of the lowest priority does it and rests nine times as long as each step
 * took, so that it never has more than a tenth of a processor and of a connection.
 */
public final class Reconciliation implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

  /** After the projection's tables are ready, ended before they are left. */
  private static final int PHASE = 600;

  /** Journal entries, and records, of one step: a few hundredths of a second. */
  private static final int ROWS_A_STEP = 200;

  /** A worksheet has up to 4 MB. */
  private static final int LARGE_ROWS_A_STEP = 5;

  private static final int REST_FACTOR = 9;

  /** How soon what new instructions have moved is looked at. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  /** A round that could not look at everything is begun again sooner. */
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

  /** Steps of a minute are bounded by the database; a stop does not wait for more than one. */
  private static final long STOP_SECONDS_MOST = 20;

  private static final List<Asset> MONEY = List.of(Asset.CNY, Asset.CNY_TRAINING);

  private static final StoredRecord BEFORE_ALL = new StoredRecord("", "", -1, "", List.of());

  private final Books books;
  private final LedgerCheck ledger;
  private final BooleanSupplier whole;
  private final BooleanSupplier comparable;
  private final Findings findings;
  private final Duration every;
  private final InstantSource clock;

  // For the examining thread, which holds this.
  private final Set<Touched> touched = new LinkedHashSet<>();
  private long seenEntry = Long.MIN_VALUE;
  private Round round;
  private Instant nextRound = Instant.MIN;
  private boolean againSoon;
  private String troubleOfRound;
  private String notComparedInRound;

  // For those who ask.
  private volatile Instant completed;
  private volatile long completedBlock = -1;
  private volatile String trouble;
  private volatile String notCompared = "no round is complete yet";

  private final ReentrantLock resting = new ReentrantLock();
  private final Condition ending = resting.newCondition();
  private boolean stopped = true;
  private Thread thread;

  /** Where a round is. */
  private static final class Round {
    private String batch = "";
    private boolean batchesDone;
    private int money;
    private String owner = "";
    private long entry = -1;
    private boolean entriesDone;
    private List<String> tables;
    private int table;
    private StoredRecord record = BEFORE_ALL;
  }

  /**
   * How things are.
   *
   * @param completed when the last round over everything ended; empty before the first
   * @param block the block as of which it ended; -1 before the first
   * @param differences those that stand
   * @param since since when there are any
   * @param trouble why something could not be examined
   * @param notCompared why records were not held against the peer's state
   */
  public record Report(
      Optional<Instant> completed,
      long block,
      List<Difference> differences,
      Optional<Instant> since,
      Optional<String> trouble,
      Optional<String> notCompared) {}

  /**
   * @param whole whether the database has what it had; while it is being filled again nothing is
   *     examined
   * @param comparable whether it can be held against the peer's state
   */
  Reconciliation(
      Books books,
      LedgerCheck.Peer peer,
      BooleanSupplier whole,
      BooleanSupplier comparable,
      LongSupplier projectedBlock,
      ReconciliationSettings settings,
      InstantSource clock,
      MeterRegistry meters) {
    this.books = books;
    this.whole = whole;
    this.comparable = comparable;
    this.findings = new Findings(clock);
    this.ledger =
        new LedgerCheck(peer, books, projectedBlock, findings, settings.confirmAfter(), clock);
    this.every = settings.every();
    this.clock = clock;
    Gauge.builder("grassland.reconciliation.differences", () -> findings.standing().size())
        .description("Differences between records, rows and the peer's state that stand")
        .register(meters);
    Gauge.builder("grassland.reconciliation.age", this::ageSeconds)
        .description("How long ago everything had been examined once; not a number before that")
        .baseUnit("seconds")
        .register(meters);
  }

  private double ageSeconds() {
    Instant last = completed;
    return last == null ? Double.NaN : Duration.between(last, clock.instant()).toSeconds();
  }

  /** How things are. */
  public Report report() {
    return new Report(
        Optional.ofNullable(completed),
        completedBlock,
        findings.standing(),
        findings.since(),
        Optional.ofNullable(trouble),
        Optional.ofNullable(notCompared));
  }

  /** Examines everything once, without rest: for whoever wants to know now. */
  public synchronized void examineAll() {
    begin();
    while (round != null) {
      step();
    }
  }

  private void begin() {
    round = new Round();
    againSoon = false;
    troubleOfRound = null;
    notComparedInRound = null;
  }

  /** Examines what new entries have moved, and nothing else. */
  synchronized void examineFresh() {
    boolean more = attempt("new entries", this::lookAtNewEntries);
    while (more || !touched.isEmpty()) {
      examineTouched();
      more = attempt("new entries", this::lookAtNewEntries);
    }
  }

  private void examineTouched() {
    if (!touched.isEmpty()) {
      Touched next = touched.iterator().next();
      touched.remove(next);
      examine(next);
    }
  }

  /** Examines one thing; false when there is nothing to do at present. */
  synchronized boolean step() {
    if (!whole.getAsBoolean()) {
      // The round that follows goes over all that comes in meanwhile.
      seenEntry = Long.MIN_VALUE;
      return false;
    }
    boolean fresh = attempt("new entries", this::lookAtNewEntries);
    attempt("suspected records", this::confirm);
    if (!touched.isEmpty()) {
      examineTouched();
      return true;
    }
    if (round == null && !clock.instant().isBefore(nextRound)) {
      begin();
    }
    if (round == null) {
      return fresh;
    }
    goOn();
    return true;
  }

  /** Something that may not work today must not end the work of tomorrow. */
  private boolean attempt(String what, BooleanSupplier examination) {
    try {
      return examination.getAsBoolean();
    } catch (RuntimeException | Error e) {
      String told = what + " could not be examined: " + e.getMessage();
      if (trouble == null) {
        LOG.atWarn().setCause(e).log("Records are not held against each other: {}", told);
      }
      trouble = told;
      troubleOfRound = told;
      againSoon = true;
      return false;
    }
  }

  private boolean lookAtNewEntries() {
    if (seenEntry == Long.MIN_VALUE) {
      seenEntry = books.look(look -> look.newestEntry());
      return false;
    }
    PostedRows.Part part = books.look(look -> look.posted(seenEntry, ROWS_A_STEP));
    tell(part);
    touched.addAll(part.touched());
    part.last().ifPresent(last -> seenEntry = last);
    return part.last().isPresent();
  }

  private void tell(PostedRows.Part part) {
    Map<String, List<PostedRows.Misposted>> byInstruction =
        part.misposted().stream()
            .collect(
                Collectors.groupingBy(
                    PostedRows.Misposted::instruction, TreeMap::new, Collectors.toList()));
    part.instructions().stream()
        .filter(each -> !byInstruction.containsKey(each))
        .forEach(each -> findings.examined("entry " + each, List.of()));
    byInstruction.forEach(
        (instruction, rows) ->
            findings.examined(
                "entry " + instruction,
                rows.stream().map(each -> difference(instruction, each)).toList()));
  }

  private static Difference difference(String instruction, PostedRows.Misposted misposted) {
    boolean readable = !misposted.rows().equals(PostedRows.UNREADABLE);
    return new Difference(
        readable ? Kind.POSTINGS : Kind.UNREADABLE,
        misposted.asset(),
        List.of("JOURNAL:" + instruction),
        readable
            ? "the rows of " + misposted.rows() + " are not what the entry leads to"
            : "the entry cannot be read");
  }

  private boolean confirm() {
    if (comparable.getAsBoolean()) {
      try {
        ledger.confirm();
      } catch (NoDigestsException e) {
        notComparedInRound = e.getMessage();
      }
    }
    return false;
  }

  /** Examines what somebody, or all together, have of a batch or of money. */
  private void examine(Touched what) {
    if (!Asset.isNamed(what.asset())) {
      examine("batch " + what.asset(), look -> BatchCheck.examine(look, what.asset()));
    } else if (what.owner().isEmpty()) {
      examine("money " + what.asset(), look -> MoneyCheck.examine(look, what.asset()));
    } else {
      String owner = what.owner().get();
      examine(
          "money " + what.asset() + " of " + owner,
          look -> MoneyCheck.examine(look, what.asset(), owner));
    }
  }

  private void examine(String subject, Function<Look, List<Difference>> examination) {
    attempt(
        subject,
        () -> {
          findings.examined(subject, books.look(examination));
          return true;
        });
  }

  private void goOn() {
    if (!round.batchesDone) {
      round.batchesDone = !attempt("batches", this::goOnWithBatches);
    } else if (round.money < MONEY.size()) {
      if (!attempt("money", this::goOnWithMoney)) {
        round.money++;
        round.owner = "";
      }
    } else if (!round.entriesDone) {
      round.entriesDone = !attempt("entries", this::goOnWithEntries);
    } else if (round.tables == null) {
      round.tables = List.of();
      attempt("tables", this::findTables);
    } else if (round.table < round.tables.size()) {
      if (!attempt("table " + round.tables.get(round.table), this::goOnWithRecords)) {
        round.table++;
        round.record = BEFORE_ALL;
      }
    } else {
      end();
    }
  }

  private boolean findTables() {
    round.tables = books.look(look -> look.tables());
    return true;
  }

  private boolean goOnWithBatches() {
    List<String> next = books.look(look -> look.batchesAfter(round.batch, 1));
    if (next.isEmpty()) {
      return false;
    }
    round.batch = next.get(0);
    examine(new Touched(round.batch, Optional.empty()));
    return true;
  }

  /** First what all have together, then one owner after the other. */
  private boolean goOnWithMoney() {
    String asset = MONEY.get(round.money).value();
    if (round.owner.isEmpty()) {
      examine(new Touched(asset, Optional.empty()));
    }
    List<String> next = books.look(look -> look.moneyOwnersAfter(asset, round.owner, 1));
    if (next.isEmpty()) {
      return false;
    }
    round.owner = next.get(0);
    examine(new Touched(asset, Optional.of(round.owner)));
    return true;
  }

  private boolean goOnWithEntries() {
    PostedRows.Part part = books.look(look -> look.posted(round.entry, ROWS_A_STEP));
    tell(part);
    part.last().ifPresent(last -> round.entry = last);
    return part.last().isPresent();
  }

  private boolean goOnWithRecords() {
    String table = round.tables.get(round.table);
    List<StoredRecord> records =
        books.look(
            look ->
                look.records(
                    table, round.record, look.isLarge(table) ? LARGE_ROWS_A_STEP : ROWS_A_STEP));
    if (records.isEmpty()) {
      return false;
    }
    round.record = records.get(records.size() - 1);
    for (StoredRecord record : records) {
      findings.examined("record " + record.name(), alone(record));
    }
    compare(records);
    return true;
  }

  /** What is wrong with a record by itself. */
  private static List<Difference> alone(StoredRecord record) {
    if (record.tree().isEmpty()) {
      return List.of(
          new Difference(
              Kind.UNREADABLE,
              Optional.empty(),
              List.of(record.name()),
              "the record cannot be read"));
    }
    return record.wrongColumns().isEmpty()
        ? List.of()
        : List.of(
            new Difference(
                Kind.COLUMNS,
                Optional.empty(),
                List.of(record.name()),
                "columns that do not say what the record says: " + record.wrongColumns()));
  }

  private void compare(List<StoredRecord> records) {
    if (!comparable.getAsBoolean()) {
      notComparedInRound = "the projection is behind the ledger, or the ledger is not recognised";
      againSoon = true;
      return;
    }
    try {
      ledger.compare(records);
    } catch (NoDigestsException e) {
      notComparedInRound = e.getMessage();
    }
  }

  private void end() {
    round = null;
    attempt("suspected records", this::confirm);
    boolean compared = notComparedInRound == null;
    if (troubleOfRound == null) {
      // What could not be looked at again is not gone.
      findings.roundEnded(subject -> compared || !LedgerCheck.isSubject(subject));
    }
    if (troubleOfRound == null && attempt("checkpoint", this::complete) && trouble != null) {
      LOG.info("Records can be held against each other again");
      trouble = null;
    }
    if (notComparedInRound != null && !notComparedInRound.equals(notCompared)) {
      LOG.warn("Records were not held against the peer's state: {}", notComparedInRound);
    }
    notCompared = notComparedInRound;
    nextRound = clock.instant().plus(againSoon ? AFTER_TROUBLE : every);
  }

  private boolean complete() {
    completedBlock = books.look(look -> look.block());
    completed = clock.instant();
    return true;
  }

  @Override
  public void start() {
    resting.lock();
    try {
      stopped = false;
      thread = new Thread(this::run, "reconciliation");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    } finally {
      resting.unlock();
    }
  }

  private void run() {
    boolean goOn = true;
    while (goOn) {
      long begun = System.nanoTime();
      boolean did = false;
      try {
        did = step();
      } catch (RuntimeException | Error e) {
        LOG.error("The reconciliation goes on after a failure", e);
      }
      long took = System.nanoTime() - begun;
      goOn = rest(did ? took * REST_FACTOR : BETWEEN_LOOKS.toNanos());
    }
  }

  /**
   * Never by an interrupt: one that meets the thread while H2 reads its file would close the file.
   */
  private boolean rest(long nanos) {
    resting.lock();
    try {
      long left = nanos;
      while (!stopped && left > 0) {
        left = ending.awaitNanos(left);
      }
      return !stopped;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      resting.unlock();
    }
  }

  @Override
  public void stop() {
    Thread ends;
    resting.lock();
    try {
      stopped = true;
      ending.signalAll();
      ends = thread;
      thread = null;
    } finally {
      resting.unlock();
    }
    if (ends != null) {
      try {
        ends.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS_MOST));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    resting.lock();
    try {
      return !stopped;
    } finally {
      resting.unlock();
    }
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
