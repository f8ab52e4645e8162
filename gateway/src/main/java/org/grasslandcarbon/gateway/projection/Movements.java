// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Writes one block's journal entries and what their postings move: lines of statements with running
 * balances, where serials went, and the totals of batches and of money. Balances come from postings
 * alone, so that they can be held against the records of holdings.
 */
final class Movements {
  /** Owners' balances fetched by one statement. */
  private static final int BALANCES_A_QUERY = 500;

  private static final Set<String> PUBLIC_ACTIONS = publicActions();

  private static final String VALUE_PAIR = "(CAST(? AS varchar), CAST(? AS varchar))";

  private final JdbcTemplate jdbc;
  private final MovementTables tables;
  private final String reports;
  private final List<Object[]> history = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Object[]> moves = new ArrayList<>();
  private final List<Object[]> buffered = new ArrayList<>();
  private final Map<BalanceKey, long[]> balances = new LinkedHashMap<>();
  private final Map<TotalKey, Long> totals = new LinkedHashMap<>();

  private record BalanceKey(String owner, String asset) {}

  private record TotalKey(String asset, Account.Kind kind) {}

  /** A statement's line; its balances are known once those before the block are. */
  private record Line(
      JournalRow entry, Posting posting, int side, Account account, Account counterparty) {
    String owner() {
      return account.owner().orElseThrow().value();
    }

    long signed() {
      return side == 0 ? -posting.amount() : posting.amount();
    }

    View statement() {
      return statementOf(posting.asset());
    }

    /**
     * The other side, as far as whoever has the account may know it: of what neither is theirs nor
     * everybody's only the kind.
     */
    String told() {
      Set<Audience> audiences = counterparty.kind().visibility().audiences();
      boolean known = audiences.contains(Audience.PARTIES) || audiences.contains(Audience.PUBLIC);
      return known ? counterparty.text() : counterparty.kind().text();
    }
  }

  private record Posting(
      long seq, String asset, long amount, Account source, Account destination, JsonNode serials) {}

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
      String json = new String(row.value(), StandardCharsets.UTF_8);
      rows.add(new Object[] {row.id(), row.seq(), row.block(), entry.transactionId(), json});
    }
    Batches.update(
        jdbc,
        "INSERT INTO p_journal (id, seq, block, transaction_id, json) VALUES (?, ?, ?, ?, ?)",
        rows);
  }

  /** Writes what entries moved, in their order on the ledger. */
  void write(List<JournalRow> entries) {
    for (JournalRow entry : entries) {
      if (PUBLIC_ACTIONS.contains(entry.member("action"))) {
        entry.tree().path("references").forEach(reference -> refer(entry, reference));
      }
      long posting = entry.row().seq();
      for (JsonNode each : entry.tree().path("postings")) {
        collect(entry, read(each, posting++));
      }
    }
    Batches.update(jdbc, tables.insert(ProjectViews.HISTORY), history);
    Batches.update(jdbc, tables.insert(CreditViews.BUFFER_MOVEMENTS), buffered);
    writeStatements();
    Batches.update(
        jdbc,
        "INSERT INTO "
            + tables.serialMove()
            + " (batch, first, last, seq, destination) VALUES (?, ?, ?, ?, ?)",
        moves);
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
    long posting = entry.row().seq();
    for (JsonNode each : entry.tree().path("postings")) {
      collect(entry, read(each, posting++));
    }
    List<StatementLine> rows = new ArrayList<>();
    for (Line line : lines) {
      rows.add(new StatementLine(line.owner(), line.posting().asset(), row(line, new long[2])));
    }
    return new Consequences(rows, List.copyOf(moves));
  }

  private static Instant time(JournalRow entry) {
    return Instant.parse(entry.member("at"));
  }

  /** Of records that have a life one wants to follow, and few instructions each. */
  private void refer(JournalRow entry, JsonNode reference) {
    String type = reference.path("type").asString("");
    String id = reference.path("id").asString("");
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
                        "at", time(entry),
                        "action", entry.member("action"),
                        "participant", entry.member("participant"),
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

  private static Posting read(JsonNode tree, long seq) {
    return new Posting(
        seq,
        tree.path("asset").asString(""),
        tree.path("amount").asLong(),
        Account.of(tree.path("source").asString("")),
        Account.of(tree.path("destination").asString("")),
        tree.path("serials"));
  }

  private void collect(JournalRow entry, Posting posting) {
    addLine(new Line(entry, posting, 0, posting.source(), posting.destination()));
    addLine(new Line(entry, posting, 1, posting.destination(), posting.source()));
    totals.merge(
        new TotalKey(posting.asset(), posting.source().kind()), -posting.amount(), Math::addExact);
    totals.merge(
        new TotalKey(posting.asset(), posting.destination().kind()),
        posting.amount(),
        Math::addExact);
    if (posting.serials().isMissingNode()) {
      return;
    }
    if (posting.source().kind() == Account.Kind.BUFFER
        || posting.destination().kind() == Account.Kind.BUFFER) {
      buffered.add(bufferMovement(entry, posting));
    }
    for (SerialRange range : Codec.convert(posting.serials(), SerialRanges.class).ranges()) {
      moves.add(
          new Object[] {
            posting.asset(), range.start(), range.end(), posting.seq(), posting.destination().text()
          });
    }
  }

  /** Whoever may see one side of a movement sees it, and of the other side what it is. */
  private static Object[] bufferMovement(JournalRow entry, Posting posting) {
    return MovementTables.row(
        CreditViews.BUFFER_MOVEMENTS,
        posting.seq(),
        Map.of(
            "at", time(entry),
            "batch", posting.asset(),
            "source", toEverybody(posting.source()),
            "destination", toEverybody(posting.destination()),
            "amount", posting.amount(),
            "serials", posting.serials().toString(),
            "instruction", entry.row().id(),
            "action", entry.member("action"),
            "block", entry.row().block()));
  }

  private static String toEverybody(Account account) {
    return account.kind().visibility().isPublic() ? account.text() : account.kind().text();
  }

  private void addLine(Line line) {
    Optional<ParticipantId> owner = line.account().owner();
    if (owner.isPresent()) {
      lines.add(line);
      balances.put(new BalanceKey(owner.get().value(), line.posting().asset()), new long[2]);
    }
  }

  private void writeStatements() {
    fetchBalances();
    Map<View, List<Object[]>> statements = new LinkedHashMap<>();
    for (Line line : lines) {
      Posting posting = line.posting();
      long signed = line.signed();
      long[] balance = balances.get(new BalanceKey(line.owner(), posting.asset()));
      balance[0] = Math.addExact(balance[0], signed);
      balance[1] = Math.addExact(balance[1], line.account().kind().isAvailable() ? signed : 0);
      statements
          .computeIfAbsent(line.statement(), any -> new ArrayList<>())
          .add(row(line, balance));
    }
    statements.forEach((view, rows) -> Batches.update(jdbc, tables.insert(view), rows));
    storeBalances();
  }

  private static Object[] row(Line line, long[] balance) {
    Posting posting = line.posting();
    Map<String, Object> values = new HashMap<>();
    values.put("owner", line.owner());
    values.put("at", time(line.entry()));
    values.put("asset", posting.asset());
    values.put("account", line.account().kind().text());
    values.put("counterparty", line.told());
    values.put("amount", line.signed());
    if (line.statement() == CreditViews.STATEMENT) {
      values.put(
          "serials", posting.serials().isMissingNode() ? null : posting.serials().toString());
    }
    values.put("balance", balance[0]);
    values.put("available", balance[1]);
    values.put("instruction", line.entry().row().id());
    values.put("action", line.entry().member("action"));
    values.put("block", line.entry().row().block());
    return MovementTables.row(line.statement(), 2 * posting.seq() + line.side(), values);
  }

  private void fetchBalances() {
    List<BalanceKey> keys = new ArrayList<>(balances.keySet());
    for (int from = 0; from < keys.size(); from += BALANCES_A_QUERY) {
      List<BalanceKey> some = keys.subList(from, Math.min(keys.size(), from + BALANCES_A_QUERY));
      List<Object> parameters = new ArrayList<>();
      some.forEach(key -> parameters.addAll(List.of(key.owner(), key.asset())));
      jdbc.query(
          "SELECT b.owner, b.asset, b.balance, b.available FROM (VALUES "
              + String.join(", ", Collections.nCopies(some.size(), VALUE_PAIR))
              + ") k (owner, asset) JOIN "
              + tables.ownerBalance()
              + " b"
              + " ON b.owner = k.owner AND b.asset = k.asset",
          row -> {
            long[] balance = balances.get(new BalanceKey(row.getString(1), row.getString(2)));
            balance[0] = row.getLong(3);
            balance[1] = row.getLong(4);
          },
          parameters.toArray());
    }
  }

  private void storeBalances() {
    List<Object[]> rows = new ArrayList<>(balances.size());
    balances.forEach(
        (key, balance) ->
            rows.add(new Object[] {key.owner(), key.asset(), balance[0], balance[1]}));
    Batches.update(
        jdbc,
        "MERGE INTO "
            + tables.ownerBalance()
            + " t USING (VALUES (CAST(? AS varchar), CAST(? AS varchar),"
            + " CAST(? AS bigint), CAST(? AS bigint))) s (owner, asset, balance, available)"
            + " ON t.owner = s.owner AND t.asset = s.asset"
            + " WHEN MATCHED THEN UPDATE SET balance = s.balance, available = s.available"
            + " WHEN NOT MATCHED THEN INSERT (owner, asset, balance, available)"
            + " VALUES (s.owner, s.asset, s.balance, s.available)",
        rows);
  }

  private void writeTotals() {
    List<Object[]> rows = new ArrayList<>(totals.size());
    totals.forEach(
        (key, change) -> rows.add(new Object[] {key.asset(), key.kind().text(), change}));
    Batches.update(
        jdbc,
        "MERGE INTO "
            + tables.accountTotal()
            + " t USING (VALUES (CAST(? AS varchar), CAST(? AS varchar),"
            + " CAST(? AS bigint))) s (asset, kind, quantity)"
            + " ON t.asset = s.asset AND t.kind = s.kind"
            + " WHEN MATCHED THEN UPDATE SET quantity = t.quantity + s.quantity"
            + " WHEN NOT MATCHED THEN INSERT (asset, kind, quantity)"
            + " VALUES (s.asset, s.kind, s.quantity)",
        rows);
  }
}
