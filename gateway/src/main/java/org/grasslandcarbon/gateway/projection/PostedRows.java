// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds the rows that were made of journal entries against the entries, a few at a time. */
public final class PostedRows {
  /** Movements looked up by one statement. */
  private static final int MOVES_A_QUERY = 200;

  private static final String MOVE =
      "(CAST(? AS varchar), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint),"
          + " CAST(? AS varchar))";

  /** What the lines of statements about one asset should be, by their position. */
  private record Lines(Map<Long, Object[]> expected, Map<Long, String> instructions) {}

  /** What is told of an entry that cannot be read. */
  public static final String UNREADABLE = "p_journal";

  private final JdbcTemplate jdbc;
  private final Layout layout;
  private final Map<View, Long> letGo = new HashMap<>();
  private final MovementTables tables;
  private final Movements movements;

  PostedRows(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = jdbc;
    this.layout = layout;
    this.tables = layout.movements();
    this.movements = layout.newMovements();
  }

  /**
   * An instruction whose entry and whose rows do not say the same.
   *
   * @param asset the batch or the money of which they tell; absent of rows that tell of neither
   * @param instruction which
   * @param rows whose rows: those of statements, those that say where serials are, or those of
   *     timelines; {@link #UNREADABLE} when the entry itself cannot be read
   */
  public record Misposted(Optional<String> asset, String instruction, String rows) {}

  /**
   * What somebody has of an asset.
   *
   * @param asset a batch or money
   * @param owner whose; empty for what all have together
   */
  public record Touched(String asset, Optional<String> owner) implements Comparable<Touched> {
    @Override
    public int compareTo(Touched other) {
      return Comparator.comparing(Touched::asset)
          .thenComparing(each -> each.owner().orElse(""))
          .compare(this, other);
    }
  }

  /**
   * Some entries, examined.
   *
   * @param last the position of the last of them; empty when there were none
   * @param instructions all of them
   * @param touched what something moved of: batches, money, and of money who had a part in it
   * @param misposted what is wrong
   */
  public record Part(
      Optional<Long> last,
      Set<String> instructions,
      Set<Touched> touched,
      List<Misposted> misposted) {}

  /** Entries that were let go say no more what they led to, and are passed over. */
  Part after(long seq, int most) {
    Found found = new Found();
    jdbc.query(
        "SELECT id, seq, block, json, transaction_id FROM p_journal WHERE seq > ?"
            + " ORDER BY seq FETCH FIRST "
            + most
            + " ROWS ONLY",
        row -> {
          found.last = Optional.of(row.getLong(2));
          found.instructions.add(row.getString(1));
          Optional<JournalRow> entry = read(row);
          if (entry.isEmpty() || !expect(entry.get(), found)) {
            found.misposted.add(new Misposted(Optional.empty(), row.getString(1), UNREADABLE));
          }
        },
        Math.max(seq, layout.letGoTo()));
    found.lines.forEach(
        (asset, lines) -> compare(asset, lines, 2 * found.from, 2 * found.to + 1, found.misposted));
    missing(found);
    layout.subjects().missing(found.entries, jdbc, layout).stream()
        .map(each -> new Misposted(Optional.empty(), each, "timelines"))
        .forEach(found.misposted::add);
    found.moves.forEach(move -> found.touched.add(new Touched((String) move[0], Optional.empty())));
    return new Part(found.last, found.instructions, found.touched, found.misposted);
  }

  /** What some entries lead to. */
  private static final class Found {
    private final Set<String> instructions = new TreeSet<>();
    private final List<JournalRow> entries = new ArrayList<>();
    private final Set<Touched> touched = new TreeSet<>();
    private final SortedMap<String, Lines> lines = new TreeMap<>();
    private final List<Object[]> moves = new ArrayList<>();
    private final Map<Long, String> movers = new HashMap<>();
    private final List<Misposted> misposted = new ArrayList<>();
    private Optional<Long> last = Optional.empty();
    // Positions of postings: an entry takes as many as it has, so that the next one's is not just
    // the one after its own.
    private long from = -1;
    private long to = -1;
  }

  /** Adds what an entry leads to; false when that cannot be understood. */
  private boolean expect(JournalRow entry, Found found) {
    found.from = found.from < 0 ? entry.row().seq() : found.from;
    found.to = entry.row().seq() + entry.positions() - 1;
    try {
      Movements.Consequences of = movements.consequences(entry);
      of.lines().stream()
          .filter(line -> (Long) line.row()[0] > letGoTo(Movements.statementOf(line.asset())))
          .forEach(line -> expect(found, line, entry.row().id()));
      found.moves.addAll(of.moves());
      of.moves().forEach(move -> found.movers.put((Long) move[3], entry.row().id()));
      found.entries.add(entry);
      return true;
    } catch (RuntimeException damaged) {
      return false;
    }
  }

  private static Optional<JournalRow> read(ResultSet row) throws SQLException {
    byte[] json = row.getString(4).getBytes(StandardCharsets.UTF_8);
    RecordRow record = new RecordRow(row.getString(1), row.getLong(2), row.getLong(3), json);
    try {
      return Optional.of(JournalRow.of(record, row.getString(5), new HashMap<>()));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static void expect(Found found, Movements.StatementLine line, String instruction) {
    Lines ofAsset =
        found.lines.computeIfAbsent(
            line.asset(), any -> new Lines(new TreeMap<>(), new HashMap<>()));
    ofAsset.expected().put((Long) line.row()[0], line.row());
    ofAsset.instructions().put((Long) line.row()[0], instruction);
    found.touched.add(new Touched(line.asset(), Optional.empty()));
    if (Asset.isNamed(line.asset())) {
      found.touched.add(new Touched(line.asset(), Optional.of(line.owner())));
    }
  }

  private void compare(String asset, Lines lines, long from, long to, List<Misposted> misposted) {
    View statement = Movements.statementOf(asset);
    Set<String> wrong = new TreeSet<>();
    Map<Long, Object[]> missing = new TreeMap<>(lines.expected());
    jdbc.query(
        "SELECT seq"
            + Sql.each(statement.columns(), c -> ", " + Sql.name(c))
            + " FROM "
            + tables.of(statement)
            + " WHERE c_asset = ? AND seq >= ? AND seq <= ?",
        row -> {
          Object[] expected = missing.remove(row.getLong(1));
          if (expected == null || !same(statement, expected, row)) {
            String known = lines.instructions().get(row.getLong(1));
            wrong.add(known == null ? instruction(statement, row) : known);
          }
        },
        asset,
        Math.max(from, letGoTo(statement) + 1),
        to);
    missing.keySet().forEach(seq -> wrong.add(lines.instructions().get(seq)));
    wrong.forEach(each -> misposted.add(new Misposted(Optional.of(asset), each, statement.noun())));
  }

  /** Lines up to here are not all there, whatever the journal says. */
  private long letGoTo(View statement) {
    return letGo.computeIfAbsent(statement, layout::linesLetGoTo);
  }

  private static String instruction(View statement, ResultSet row) throws SQLException {
    return row.getString(2 + statement.columns().indexOf(statement.column("instruction")));
  }

  /** Balances are held against each other where all lines of a batch, or of an owner, are read. */
  private static boolean same(View statement, Object[] expected, ResultSet row)
      throws SQLException {
    int i = 1;
    for (Column column : statement.columns()) {
      boolean running = column.name().equals("balance") || column.name().equals("available");
      Object value = expected[i] instanceof OffsetDateTime time ? time.toInstant() : expected[i];
      if (!running && !Sql.same(column, Optional.ofNullable(value), row, i + 1)) {
        return false;
      }
      i++;
    }
    return true;
  }

  private void missing(Found found) {
    for (int from = 0; from < found.moves.size(); from += MOVES_A_QUERY) {
      List<Object[]> some =
          found.moves.subList(from, Math.min(found.moves.size(), from + MOVES_A_QUERY));
      List<Object> parameters = new ArrayList<>();
      some.forEach(move -> Collections.addAll(parameters, move));
      Set<Misposted> missing = new LinkedHashSet<>();
      jdbc.query(
          "SELECT k.batch, k.seq FROM (VALUES "
              + String.join(", ", Collections.nCopies(some.size(), MOVE))
              + ") k (batch, first, last, seq, destination) WHERE NOT EXISTS (SELECT 1 FROM "
              + tables.serialMove()
              + " m WHERE m.batch = k.batch AND m.first = k.first AND m.last = k.last"
              + " AND m.seq = k.seq AND m.destination = k.destination)",
          row -> {
            missing.add(
                new Misposted(
                    Optional.of(row.getString(1)), found.movers.get(row.getLong(2)), "serials"));
          },
          parameters.toArray());
      found.misposted.addAll(missing);
    }
  }
}
