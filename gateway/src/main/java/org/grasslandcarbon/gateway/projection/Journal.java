// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
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
}
