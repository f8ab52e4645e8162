// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.gateway.projection.JournalRow.Side;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes one block's journal entries and what their postings move: lines of statements with running
 * balances, where serials went, and the totals of batches and of money. Balances come from postings
 * alone, so that they can be held against the records of holdings.
 */
final class Movements {
  /** Owners' balances fetched by one statement: few different numbers, as few texts of it. */
  private static final int[] BALANCES_A_QUERY = {4, 32, 256};

  private static final Set<String> PUBLIC_ACTIONS = publicActions();

  /** Kinds of accounts that whoever has the other side of a movement may know. */
  private static final Set<Account.Kind> KNOWN =
      Arrays.stream(Account.Kind.values())
          .filter(
              kind ->
                  kind.visibility().audiences().contains(Audience.PARTIES)
                      || kind.visibility().audiences().contains(Audience.PUBLIC))
          .collect(Collectors.toUnmodifiableSet());

  private static final String VALUE_PAIR = "(CAST(? AS varchar), CAST(? AS varchar))";

  private final JdbcTemplate jdbc;
  private final MovementTables tables;
  private final String reports;
  private final List<Object[]> history = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Object[]> moves = new ArrayList<>();
  private final List<Object[]> buffered = new ArrayList<>();
  private final Map<BalanceKey, Balance> balances = new LinkedHashMap<>();
  private final Map<TotalKey, Long> totals = new LinkedHashMap<>();

  /** What a block has many of is read once. */
  private final Map<String, Object> times = new HashMap<>();

  private record BalanceKey(String owner, String asset) {}

  private record TotalKey(String asset, Account.Kind kind) {}

  /** An owner's credits of a batch, or its money. */
  private static final class Balance {
    private long balance;
    private long available;
    private boolean isStored;
  }

  /** A statement's line; its balances are known once those before the block are. */
  private record Line(Entry entry, Posting posting, boolean isSource) {
    Side side() {
      return isSource ? posting.source() : posting.destination();
    }

    Side counterparty() {
      return isSource ? posting.destination() : posting.source();
    }

    String owner() {
      return side().account().owner().orElseThrow().value();
    }

    long signed() {
      return isSource ? -posting.amount() : posting.amount();
    }

    View statement() {
      return statementOf(posting.asset());
    }
  }

  /** What all lines of an entry say alike. */
  private record Entry(JournalRow row, Object at, String action) {}

  private record Posting(long seq, JournalRow.Posting moved) {
    String asset() {
      return moved.asset();
    }

    long amount() {
      return moved.amount();
    }

    Side source() {
      return moved.source();
    }

    Side destination() {
      return moved.destination();
    }
  }

  /** As far as whoever has the other side may know it: of what is secret only the kind. */
  private static String told(Side side) {
    Account.Kind kind = side.account().kind();
    return KNOWN.contains(kind) ? side.text() : kind.text();
  }

  /** What a column of a statement says of a line. */
  @FunctionalInterface
  private interface Cell {
    Object of(Line line, Balance after);
  }

  private static final Map<String, Cell> CELLS =
      Map.ofEntries(
          entry("owner", (line, after) -> line.owner()),
          entry("at", (line, after) -> line.entry().at()),
          entry("asset", (line, after) -> line.posting().asset()),
          entry("account", (line, after) -> line.side().account().kind().text()),
          entry("counterparty", (line, after) -> told(line.counterparty())),
          entry("amount", (line, after) -> line.signed()),
          entry("serials", (line, after) -> line.posting().moved().serialsText()),
          entry("balance", (line, after) -> after.balance),
          entry("available", (line, after) -> after.available),
          entry("instruction", (line, after) -> line.entry().row().row().id()),
          entry("action", (line, after) -> line.entry().action()),
          entry("block", (line, after) -> line.entry().row().row().block()));

  /** The columns of each statement, in their order. */
  private static final Map<View, List<Cell>> STATEMENTS =
      Map.of(
          CreditViews.STATEMENT, cells(CreditViews.STATEMENT),
          MarketViews.CASH_STATEMENT, cells(MarketViews.CASH_STATEMENT));

  /**
   * @param reports the table of reports, which says of which project one is
   */
  Movements(JdbcTemplate jdbc, MovementTables tables, String reports) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.reports = reports;
  }

  /** The statements in which movements of an asset stand. */
  static View statementOf(String asset) {
    return Asset.isNamed(asset) ? MarketViews.CASH_STATEMENT : CreditViews.STATEMENT;
  }

  /** The actions whose outcomes anybody may see: histories tell of no others. */
  static SortedSet<String> publicActions() {
    return Catalogue.actions().stream()
        .filter(action -> action.visibility().isPublic())
        .map(ActionType::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Adds entries to the journal. */
  static void journal(List<JournalRow> entries, JdbcTemplate jdbc) {
    List<Object[]> rows = new ArrayList<>();
    for (JournalRow entry : entries) {
      RecordRow row = entry.row();
      rows.add(
          new Object[] {row.id(), row.seq(), row.block(), entry.transactionId(), entry.json()});
    }
    Batches.insert(jdbc, "p_journal (id, seq, block, transaction_id, json)", rows);
  }

  /** Writes what entries moved, in their order on the ledger. */
  void write(List<JournalRow> entries) {
    for (JournalRow entry : entries) {
      if (PUBLIC_ACTIONS.contains(entry.action())) {
        entry.references().forEach(reference -> refer(entry, reference));
      }
      collect(entry);
    }
    Batches.insert(jdbc, tables.into(ProjectViews.HISTORY), history);
    Batches.insert(jdbc, tables.into(CreditViews.BUFFER_MOVEMENTS), buffered);
    writeStatements();
    Batches.insert(jdbc, tables.serialMove() + " (batch, first, last, seq, destination)", moves);
    writeTotals();
  }

  /**
   * What an entry's postings lead to, for whoever compares it with what was written: lines of
   * statements as rows of their table, balances left at zero, and where serials go.
   */
  record Consequences(List<StatementLine> lines, List<Object[]> moves) {}

  /**
   * A line of a statement.
   *
   * @param owner whose
   * @param asset of what
   * @param row the row of the table of {@link #statementOf}
   */
  record StatementLine(String owner, String asset, Object[] row) {}

  /** Works out what an entry leads to and writes nothing. */
  Consequences consequences(JournalRow entry) {
    lines.clear();
    moves.clear();
    collect(entry);
    List<StatementLine> rows = new ArrayList<>();
    for (Line line : lines) {
      rows.add(new StatementLine(line.owner(), line.posting().asset(), row(line, new Balance())));
    }
    return new Consequences(rows, List.copyOf(moves));
  }

  /** As a driver takes it. */
  private Object time(JournalRow entry) {
    return times.computeIfAbsent(entry.at(), text -> Sql.value(Instant.parse(text)));
  }

  /** Of records that have a life one wants to follow, and few instructions each. */
  private void refer(JournalRow entry, JournalRow.Reference reference) {
    String type = reference.type();
    String id = reference.id();
    Optional<String> project =
        switch (type) {
          case "project" -> Optional.of(id);
          case "report" -> projectOf(id);
          // A comment is named project/number: it belongs to the project's history.
          case "comment" -> Optional.of(id.split("/")[0]);
          default -> Optional.empty();
        };
    boolean comment = type.equals("comment");
    project.ifPresent(
        each ->
            history.add(
                MovementTables.row(
                    ProjectViews.HISTORY,
                    entry.row().seq(),
                    Map.of(
                        "project", each,
                        "at", Instant.parse(entry.at()),
                        "action", entry.action(),
                        "participant", entry.participant(),
                        "record", comment ? "project" : type,
                        "recordId", comment ? each : id,
                        "instruction", entry.row().id(),
                        "block", entry.row().block(),
                        "transactionId", entry.transactionId()))));
  }

  private Optional<String> projectOf(String report) {
    return jdbc
        .queryForList("SELECT c_project FROM " + reports + " WHERE id = ?", String.class, report)
        .stream()
        .findFirst();
  }

  private void collect(JournalRow row) {
    if (row.postings().isEmpty()) {
      return;
    }
    Entry entry = new Entry(row, time(row), row.action());
    long seq = row.row().seq();
    for (JournalRow.Posting each : row.postings()) {
      collect(entry, new Posting(seq++, each));
    }
  }

  private void collect(Entry entry, Posting posting) {
    addLine(new Line(entry, posting, true));
    addLine(new Line(entry, posting, false));
    Account source = posting.source().account();
    Account destination = posting.destination().account();
    totals.merge(new TotalKey(posting.asset(), source.kind()), -posting.amount(), Math::addExact);
    totals.merge(
        new TotalKey(posting.asset(), destination.kind()), posting.amount(), Math::addExact);
    if (posting.moved().serialsText() != null
        && (source.kind() == Account.Kind.BUFFER || destination.kind() == Account.Kind.BUFFER)) {
      buffered.add(bufferMovement(entry, posting));
    }
    for (SerialRange serials : posting.moved().serials()) {
      moves.add(
          new Object[] {
            posting.asset(),
            serials.start(),
            serials.end(),
            posting.seq(),
            posting.destination().text()
          });
    }
  }

  /** Whoever may see one side of a movement sees it, and of the other side what it is. */
  private static Object[] bufferMovement(Entry entry, Posting posting) {
    return MovementTables.row(
        CreditViews.BUFFER_MOVEMENTS,
        posting.seq(),
        Map.of(
            "at", entry.at(),
            "batch", posting.asset(),
            "source", toEverybody(posting.source()),
            "destination", toEverybody(posting.destination()),
            "amount", posting.amount(),
            "serials", posting.moved().serialsText(),
            "instruction", entry.row().row().id(),
            "action", entry.action(),
            "block", entry.row().row().block()));
  }

  private static String toEverybody(Side side) {
    Account.Kind kind = side.account().kind();
    return kind.visibility().isPublic() ? side.text() : kind.text();
  }

  private void addLine(Line line) {
    if (line.side().account().owner().isPresent()) {
      lines.add(line);
      balances.computeIfAbsent(
          new BalanceKey(line.owner(), line.posting().asset()), any -> new Balance());
    }
  }

  private void writeStatements() {
    fetchBalances();
    Map<View, List<Object[]>> statements = new LinkedHashMap<>();
    for (Line line : lines) {
      long signed = line.signed();
      Balance after = balances.get(new BalanceKey(line.owner(), line.posting().asset()));
      after.balance = Math.addExact(after.balance, signed);
      after.available =
          Math.addExact(after.available, line.side().account().kind().isAvailable() ? signed : 0);
      statements.computeIfAbsent(line.statement(), any -> new ArrayList<>()).add(row(line, after));
    }
    statements.forEach((view, rows) -> Batches.insert(jdbc, tables.into(view), rows));
    storeBalances();
  }

  private static List<Cell> cells(View statement) {
    return statement.columns().stream()
        .map(column -> Objects.requireNonNull(CELLS.get(column.name()), column.name()))
        .toList();
  }

  private static Object[] row(Line line, Balance after) {
    List<Cell> cells = STATEMENTS.get(line.statement());
    Object[] row = new Object[1 + cells.size()];
    row[0] = 2 * line.posting().seq() + (line.isSource() ? 0 : 1);
    for (int i = 1; i < row.length; i++) {
      row[i] = cells.get(i - 1).of(line, after);
    }
    return row;
  }

  private void fetchBalances() {
    List<BalanceKey> keys = new ArrayList<>(balances.keySet());
    int from = 0;
    while (from < keys.size()) {
      int size = size(keys.size() - from);
      List<Object> parameters = new ArrayList<>(2 * size);
      for (int i = 0; i < size; i++) {
        // Twice the last one does no harm, and the statement is one that the database knows.
        BalanceKey key = keys.get(Math.min(from + i, keys.size() - 1));
        parameters.add(key.owner());
        parameters.add(key.asset());
      }
      fetchBalances(size, parameters);
      from += size;
    }
  }

  private static int size(int keys) {
    for (int size : BALANCES_A_QUERY) {
      if (keys <= size) {
        return size;
      }
    }
    return BALANCES_A_QUERY[BALANCES_A_QUERY.length - 1];
  }

  private void fetchBalances(int size, List<Object> parameters) {
    jdbc.query(
        "SELECT b.owner, b.asset, b.balance, b.available FROM (VALUES "
            + String.join(", ", Collections.nCopies(size, VALUE_PAIR))
            + ") k (owner, asset) JOIN "
            + tables.ownerBalance()
            + " b ON b.owner = k.owner AND b.asset = k.asset",
        row -> {
          Balance stored = balances.get(new BalanceKey(row.getString(1), row.getString(2)));
          stored.balance = row.getLong(3);
          stored.available = row.getLong(4);
          stored.isStored = true;
        },
        parameters.toArray());
  }

  private void storeBalances() {
    List<Object[]> fresh = new ArrayList<>();
    List<Object[]> changed = new ArrayList<>(balances.size());
    balances.forEach(
        (key, after) ->
            (after.isStored ? changed : fresh)
                .add(new Object[] {after.balance, after.available, key.owner(), key.asset()}));
    Batches.update(
        jdbc,
        "UPDATE "
            + tables.ownerBalance()
            + " SET balance = ?, available = ? WHERE owner = ? AND asset = ?",
        changed);
    Batches.insert(jdbc, tables.ownerBalance() + " (balance, available, owner, asset)", fresh);
  }

  private void writeTotals() {
    List<Object[]> rows = new ArrayList<>(totals.size());
    totals.forEach(
        (key, change) -> rows.add(new Object[] {change, key.asset(), key.kind().text()}));
    Batches.replace(
        jdbc,
        "UPDATE "
            + tables.accountTotal()
            + " SET quantity = quantity + ? WHERE asset = ? AND kind = ?",
        rows,
        tables.accountTotal() + " (quantity, asset, kind)",
        rows);
  }
}
