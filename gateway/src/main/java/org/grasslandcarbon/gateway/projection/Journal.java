// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.value.InstructionId;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The outcomes of instructions, as the ledger has them. */
public final class Journal {
  private final JdbcTemplate jdbc;

  public Journal(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A journal entry and where it is.
   *
   * @param entry the record as stored
   * @param block the block that has it
   * @param transactionId the transaction that wrote it
   */
  public record Entry(JsonNode entry, long block, String transactionId) {
    /** Whether it is as the ledger has it, and no part of it was let go. */
    public boolean isWhole() {
      return Retention.isWhole(entry);
    }

    /** A member that is text. */
    public Optional<String> text(String member) {
      return Optional.ofNullable(entry.path(member).asString(null));
    }
  }

  /** The outcome of an instruction, if it has one. */
  public Optional<Entry> find(InstructionId id) {
    return jdbc
        .query(
            "SELECT json, block, transaction_id FROM p_journal WHERE id = ?",
            (row, number) ->
                new Entry(
                    Codec.readTree(row.getString(1).getBytes(StandardCharsets.UTF_8)),
                    row.getLong(2),
                    row.getString(3)),
            id.value())
        .stream()
        .findFirst();
  }

  /** Entries that are read at a time. */
  private static final int A_TIME = 2_000;

  /** How refused entries are told from others without reading them as JSON. */
  private static final String REFUSED = '"' + JournalEntry.Outcome.REJECTED.name() + '"';

  /**
   * Hands over the refused entries of a stretch of time, the newest first.
   *
   * @param from the first instant
   * @param before the first instant after it
   * @param most entries, refused or not, that are looked at
   * @return since when all of them were handed over: {@code from}, or later where there are more
   *     entries than are looked at
   */
  public Instant eachRefusal(Instant from, Instant before, int most, Consumer<Entry> consumer) {
    long next = Long.MAX_VALUE;
    int looked = 0;
    Instant reached = before;
    while (looked < most) {
      List<Row> some =
          jdbc.query(
              "SELECT seq, json, block, transaction_id FROM p_journal WHERE seq < ? ORDER BY seq DESC"
                  + " FETCH FIRST "
                  + A_TIME
                  + " ROWS ONLY",
              (row, number) ->
                  new Row(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)),
              next);
      for (Row row : some) {
        next = row.seq();
        if (row.json().contains(REFUSED)) {
          JsonNode entry = row.tree();
          Instant at = Instant.parse(entry.path("at").asString());
          if (!at.isBefore(from) && at.isBefore(before)) {
            consumer.accept(new Entry(entry, row.block(), row.transactionId()));
          }
        }
      }
      looked += some.size();
      if (some.size() < A_TIME) {
        return from;
      }
      Instant oldest = Instant.parse(some.get(A_TIME - 1).tree().path("at").asString());
      // Gateways' clocks differ by minutes at most, so that entries are nearly in order of time.
      if (oldest.isBefore(from.minus(APART))) {
        return from;
      }
      reached = oldest.isBefore(reached) ? oldest : reached;
    }
    return reached.isBefore(from) ? from : reached;
  }

  /** Twice the most by which the times of transactions can differ that follow each other. */
  private static final Duration APART = Duration.ofMinutes(10);

  private record Row(long seq, String json, long block, String transactionId) {
    JsonNode tree() {
      return Codec.readTree(json.getBytes(StandardCharsets.UTF_8));
    }
  }
}
