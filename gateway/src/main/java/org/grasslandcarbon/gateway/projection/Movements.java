// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Writes one block's journal entries and what their postings move: lines of statements with running
 * balances, where serials went, and the totals of batches. Balances come from postings alone, so
 * that they can be held against the records of holdings.
 */
final class Movements {
  /** Owners' balances fetched by one statement. */
  private static final int BALANCES_A_QUERY = 500;

  private static final String VALUE_PAIR = "(CAST(? AS varchar), CAST(? AS varchar))";

  /** Of records that have a life one wants to follow, and few instructions each. */
  private static final Set<String> WITH_HISTORY = Set.of("project", "report", "comment");

  private final JdbcTemplate jdbc;
  private final List<Object[]> journal = new ArrayList<>();
  private final List<Object[]> references = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Object[]> moves = new ArrayList<>();
  private final Map<BalanceKey, long[]> balances = new LinkedHashMap<>();
  private final Map<TotalKey, Long> totals = new LinkedHashMap<>();

  private record BalanceKey(String owner, String asset) {}

  private record TotalKey(String batch, String kind) {}

  /** A statement's line; its balances are known once those before the block are. */
  private record Line(
      JournalRow entry, Posting posting, int side, PostedAccount account, String counterparty) {}

  private record Posting(
      long seq, String asset, long amount, String source, String destination, JsonNode serials) {}

  Movements(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes the entries of one block, in their order on the ledger. */
  void write(List<JournalRow> entries) {
    for (JournalRow entry : entries) {
      OffsetDateTime at = time(entry);
      journal.add(
          new Object[] {
            entry.row().id(),
            entry.row().seq(),
            entry.row().block(),
            entry.transactionId(),
            entry.member("action"),
            entry.member("participant"),
            entry.member("outcome"),
            at,
            Codec.text(entry.tree())
          });
      entry.tree().path("references").forEach(reference -> refer(entry, reference));
      long posting = entry.row().seq();
      for (JsonNode each : entry.tree().path("postings")) {
        collect(entry, read(each, posting++));
      }
    }
    Batches.update(
        jdbc,
        "INSERT INTO journal (id, seq, block, transaction_id, action, participant, outcome, at,"
            + " json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        journal);
    Batches.update(
        jdbc,
        "INSERT INTO journal_reference (type, id, seq, instruction) VALUES (?, ?, ?, ?)",
        references);
    writeStatements();
    Batches.update(
        jdbc,
        "INSERT INTO serial_move (batch, first, last, seq, destination, instruction)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        moves);
    writeTotals();
  }

  private static OffsetDateTime time(JournalRow entry) {
    return Instant.parse(entry.member("at")).atOffset(ZoneOffset.UTC);
  }

  private void refer(JournalRow entry, JsonNode reference) {
    String type = reference.path("type").asString("");
    if (WITH_HISTORY.contains(type)) {
      // A comment is named project/number: it belongs to the project's history.
      String id = reference.path("id").asString("").split("/")[0];
      references.add(
          new Object[] {
            type.equals("comment") ? "project" : type, id, entry.row().seq(), entry.row().id()
          });
    }
  }

  private static Posting read(JsonNode tree, long seq) {
    return new Posting(
        seq,
        tree.path("asset").asString(""),
        tree.path("amount").asLong(),
        tree.path("source").asString(""),
        tree.path("destination").asString(""),
        tree.path("serials"));
  }

  private void collect(JournalRow entry, Posting posting) {
    PostedAccount source = PostedAccount.parse(posting.source());
    PostedAccount destination = PostedAccount.parse(posting.destination());
    addLine(new Line(entry, posting, 0, source, posting.destination()));
    addLine(new Line(entry, posting, 1, destination, posting.source()));
    if (posting.serials().isMissingNode()) {
      return;
    }
    totals.merge(new TotalKey(posting.asset(), source.kind()), -posting.amount(), Math::addExact);
    totals.merge(
        new TotalKey(posting.asset(), destination.kind()), posting.amount(), Math::addExact);
    for (SerialRange range : Codec.convert(posting.serials(), SerialRanges.class).ranges()) {
      moves.add(
          new Object[] {
            posting.asset(),
            range.start(),
            range.end(),
            posting.seq(),
            posting.destination(),
            entry.row().id()
          });
    }
  }

  private void addLine(Line line) {
    Optional<String> owner = line.account().owner();
    if (owner.isPresent()) {
      lines.add(line);
      balances.put(new BalanceKey(owner.get(), line.posting().asset()), new long[2]);
    }
  }

  private void writeStatements() {
    fetchBalances();
    List<Object[]> rows = new ArrayList<>(lines.size());
    for (Line line : lines) {
      Posting posting = line.posting();
      String owner = line.account().owner().orElseThrow();
      long signed = line.side() == 0 ? -posting.amount() : posting.amount();
      long[] balance = balances.get(new BalanceKey(owner, posting.asset()));
      balance[0] = Math.addExact(balance[0], signed);
      balance[1] = Math.addExact(balance[1], line.account().isFree() ? signed : 0);
      rows.add(
          new Object[] {
            owner,
            2 * posting.seq() + line.side(),
            posting.asset(),
            line.account().kind(),
            line.counterparty(),
            signed,
            posting.serials().isMissingNode() ? null : posting.serials().toString(),
            balance[0],
            balance[1],
            time(line.entry()),
            line.entry().row().block(),
            line.entry().row().id(),
            line.entry().member("action")
          });
    }
    Batches.update(
        jdbc,
        "INSERT INTO statement (owner, seq, asset, account, counterparty, quantity, serials,"
            + " balance, available, at, block, instruction, action)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
    storeBalances();
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
              + ") k (owner, asset) JOIN owner_balance b"
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
        "MERGE INTO owner_balance t USING (VALUES (CAST(? AS varchar), CAST(? AS varchar),"
            + " CAST(? AS bigint), CAST(? AS bigint))) s (owner, asset, balance, available)"
            + " ON t.owner = s.owner AND t.asset = s.asset"
            + " WHEN MATCHED THEN UPDATE SET balance = s.balance, available = s.available"
            + " WHEN NOT MATCHED THEN INSERT (owner, asset, balance, available)"
            + " VALUES (s.owner, s.asset, s.balance, s.available)",
        rows);
  }

  private void writeTotals() {
    List<Object[]> rows = new ArrayList<>(totals.size());
    totals.forEach((key, change) -> rows.add(new Object[] {key.batch(), key.kind(), change}));
    Batches.update(
        jdbc,
        "MERGE INTO batch_total t USING (VALUES (CAST(? AS varchar), CAST(? AS varchar),"
            + " CAST(? AS bigint))) s (batch, kind, quantity)"
            + " ON t.batch = s.batch AND t.kind = s.kind"
            + " WHEN MATCHED THEN UPDATE SET quantity = t.quantity + s.quantity"
            + " WHEN NOT MATCHED THEN INSERT (batch, kind, quantity)"
            + " VALUES (s.batch, s.kind, s.quantity)",
        rows);
  }
}
