// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The journal in the ledger's order. It is read from what is projected, so that a gateway that
 * starts anew, or whose database is filled anew, has the same acts at the same positions.
 */
public final class Acts {
  private static final String ACTS =
      "SELECT seq, json, block, transaction_id FROM p_journal WHERE ";

  private final JdbcTemplate jdbc;
  private final Layout layout;

  Acts(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = jdbc;
    this.layout = layout;
  }

  /**
   * Up to where acts are no longer as the ledger has them, because parts of them were let go. Who
   * may see them cannot be told any more.
   */
  public Optional<Position> letGoTo() {
    return Optional.of(layout.letGoTo()).filter(seq -> seq >= 0).map(Position::of);
  }

  /**
   * An instruction's outcome and where it stands.
   *
   * @param at its position
   * @param entry what the journal says of it, whole: whoever tells it takes out what is not
   *     everybody's
   */
  public record Act(Position at, Journal.Entry entry) {}

  /** Acts after a position and not after the end of a block, the first ones first. */
  public List<Act> between(Position after, long block, int most) {
    return jdbc.query(
        ACTS + "seq > ? AND seq <= ? ORDER BY seq FETCH FIRST " + most + " ROWS ONLY",
        (row, number) -> act(row),
        after.seq(),
        Position.endOf(block).seq());
  }

  /** The act of an instruction. */
  public Optional<Act> find(InstructionId id) {
    return jdbc.query(ACTS + "id = ?", (row, number) -> act(row), id.value()).stream().findFirst();
  }

  private static Act act(ResultSet row) throws SQLException {
    return new Act(
        Position.of(row.getLong(1)),
        new Journal.Entry(
            Codec.readTree(row.getString(2).getBytes(StandardCharsets.UTF_8)),
            row.getLong(3),
            row.getString(4)));
  }

  /** Whether there are more acts than so many after a position, whoever may see them. */
  public boolean isMoreThan(int rows, Position after) {
    return !jdbc.queryForList(
            "SELECT seq FROM p_journal WHERE seq > ? ORDER BY seq OFFSET "
                + rows
                + " ROWS FETCH FIRST 1 ROWS ONLY",
            Long.class,
            after.seq())
        .isEmpty();
  }
}
