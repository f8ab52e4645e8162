// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.views.View;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets go of what old journal entries say beyond what others rest on: what moved, which records
 * they touched, why something was refused. What was made of it, statements, balances, histories,
 * stays; whoever asks for an entry itself is told that it was let go. Old lines of statements are
 * let go by an age of their own.
 */
public final class Retention implements SmartLifecycle {
  /**
   * Members that go. What stays is who signed what, with which key and digest, when, and whether it
   * was applied: repetitions are recognised by it and certificates name it.
   */
  private static final Set<String> MEMBERS = Set.of("postings", "references", "detail", "detailZh");

  /** Entries of one transaction: some tens of milliseconds, in which blocks go on being written. */
  private static final int ENTRIES_A_STEP = 1_000;

  private static final int MINUTES_BETWEEN = 10;

  /** With the projection, see {@link ProjectionFollower}. */
  private static final int PHASE = 500;

  private static final System.Logger LOG = System.getLogger(Retention.class.getName());

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final Layout layout;
  private final LetGoLines lines;
  private final RetentionSettings settings;
  private final InstantSource clock;
  private ScheduledExecutorService thread;

  /**
   * @param settings how old entries and lines of statements become
   */
  Retention(
      JdbcTemplate jdbc,
      TransactionOperations transactions,
      Layout layout,
      RetentionSettings settings,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.layout = layout;
    this.lines = new LetGoLines(jdbc, layout);
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether an entry is as the ledger has it. */
  static boolean isWhole(JsonNode entry) {
    return entry.has("postings");
  }

  /**
   * Lets go of all entries before the first that is not older than an instant.
   *
   * @return how many
   */
  public long letGoOf(Instant before) {
    long all = 0;
    int some;
    do {
      some = transactions.execute(status -> step(before));
      all += some;
    } while (some == ENTRIES_A_STEP);
    return all;
  }

  /**
   * Lets go of all lines of statements before the first that is not older than an instant, but for
   * the last of each account.
   *
   * @return how many lines are no more among those that are told
   */
  public long letGoOfLines(Instant before) {
    long all = 0;
    for (View statement : LetGoLines.STATEMENTS) {
      int some;
      do {
        some = transactions.execute(status -> lines.letGo(statement, before, ENTRIES_A_STEP));
        all += some;
      } while (some == ENTRIES_A_STEP);
    }
    return all;
  }

  private int step(Instant before) {
    List<Object[]> changes = new ArrayList<>();
    jdbc.query(
        "SELECT seq, json FROM p_journal WHERE seq > ? ORDER BY seq FETCH FIRST "
            + ENTRIES_A_STEP
            + " ROWS ONLY",
        (ResultSetExtractor<Void>)
            rows -> {
              while (rows.next()) {
                byte[] json = rows.getString(2).getBytes(StandardCharsets.UTF_8);
                ObjectNode entry = (ObjectNode) Codec.readTree(json);
                if (!Instant.parse(entry.path("at").asString()).isBefore(before)) {
                  // What stands behind it waits for it: one position says what was let go.
                  return null;
                }
                entry.remove(MEMBERS);
                changes.add(new Object[] {entry.toString(), rows.getLong(1)});
              }
              return null;
            },
        layout.letGoTo());
    if (!changes.isEmpty()) {
      Batches.update(jdbc, "UPDATE p_journal SET json = ? WHERE seq = ?", changes);
      layout.letGoTo((Long) changes.get(changes.size() - 1)[1]);
    }
    return changes.size();
  }

  @Override
  public synchronized void start() {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, "retention");
              made.setDaemon(true);
              return made;
            });
    settings.entries().ifPresent(age -> repeat(age, this::letGoOf, "journal entries"));
    settings.statements().ifPresent(age -> repeat(age, this::letGoOfLines, "lines of statements"));
  }

  private void repeat(Duration age, ToLongFunction<Instant> letting, String what) {
    thread.scheduleWithFixedDelay(
        () -> attempt(age, letting, what), MINUTES_BETWEEN, MINUTES_BETWEEN, TimeUnit.MINUTES);
  }

  private void attempt(Duration age, ToLongFunction<Instant> letting, String what) {
    try {
      long gone = letting.applyAsLong(clock.instant().minus(age));
      if (gone > 0) {
        LOG.log(System.Logger.Level.INFO, "{0} old {1} were let go", gone, what);
      }
    } catch (RuntimeException | Error e) {
      // The database may be away or its disk full; an exception would end all later attempts.
      LOG.log(System.Logger.Level.WARNING, "old " + what + " could not be let go", e);
    }
  }

  @Override
  public synchronized void stop() {
    // What is under way ends: an interrupt would close the file of H2.
    thread.shutdown();
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
