// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where credits have gone. */
public final class SerialMoves {
  /** Movements read at a time: most blocks are told by a few. */
  private static final int MOVES_A_QUERY = 500;

  /** Movements read in all, some tenths of a second: who asks for more takes smaller blocks. */
  private static final int MOVES_MOST = 20_000;

  private final JdbcTemplate jdbc;
  private final String query;

  SerialMoves(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = jdbc;
    this.query =
        "SELECT first, last, seq, destination FROM "
            + layout.movements().serialMove()
            + " WHERE batch = ? AND seq < ? AND first <= ? AND last >= ?"
            + " ORDER BY seq DESC FETCH FIRST "
            + MOVES_A_QUERY
            + " ROWS WITH TIES";
  }

  /**
   * Credits that are together in one account.
   *
   * @param serials which
   * @param account where the newest movement that covers them went
   */
  public record Stay(SerialRange serials, Account account) {}

  private record Move(long first, long last, long seq, Account destination) {}

  /**
   * Where the credits of a block are, in the order of their serials; what was never issued is
   * nowhere. Nothing when more movements would have to be read than are read for one question.
   */
  public Optional<List<Stay>> tryFind(BatchId batch, SerialRange block) {
    List<Stay> found = new ArrayList<>();
    TreeMap<Long, Long> open = new TreeMap<>(Map.of(block.start(), block.end()));
    long before = Long.MAX_VALUE;
    int read = 0;
    while (!open.isEmpty()) {
      List<Move> moves = moves(batch, before, block);
      if (moves.isEmpty()) {
        break;
      }
      moves.forEach(move -> cover(move, open, found));
      read += moves.size();
      if (read > MOVES_MOST) {
        return Optional.empty();
      }
      before = moves.get(moves.size() - 1).seq();
    }
    found.sort(Comparator.comparing(Stay::serials));
    return Optional.of(found);
  }

  private List<Move> moves(BatchId batch, long before, SerialRange block) {
    return jdbc.query(
        query,
        (row, number) ->
            new Move(row.getLong(1), row.getLong(2), row.getLong(3), Account.of(row.getString(4))),
        batch.value(),
        before,
        block.end(),
        block.start());
  }

  /** Takes what a movement covers out of what is open: older movements do not count there. */
  private static void cover(Move move, TreeMap<Long, Long> open, List<Stay> found) {
    Map.Entry<Long, Long> gap = open.floorEntry(move.last());
    while (gap != null && gap.getValue() >= move.first()) {
      long start = Math.max(gap.getKey(), move.first());
      long end = Math.min(gap.getValue(), move.last());
      found.add(new Stay(new SerialRange(start, end), move.destination()));
      open.remove(gap.getKey());
      if (gap.getKey() < start) {
        open.put(gap.getKey(), start - 1);
      }
      if (gap.getValue() > end) {
        open.put(end + 1, gap.getValue());
      }
      gap = open.lowerEntry(start);
    }
  }
}
