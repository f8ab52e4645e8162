// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Writes of blocks what the public reads, and nothing else: retirements and trades, where serials
 * went, what was retired for whom, and totals. A million of them are there in minutes; journal,
 * statements and holdings, which no public list reads, are most of what a projection costs.
 *
 * <p>While rows are written, the indexes that lists are read by are not there ({@link #begin}):
 * made of all rows at once ({@link #end}) they cost a fraction of what each row costs that is put
 * into them.
 */
public final class PublicRows {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final Layout layout;

  public PublicRows(DataSource database) {
    jdbc = new JdbcTemplate(database);
    transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    layout = new Layout(jdbc, transactions);
  }

  /** The newest block of which rows are there. */
  public long block() {
    return jdbc.queryForObject(
        "SELECT COALESCE(MAX(block), -1) FROM " + layout.transactions().table(), Long.class);
  }

  /** Removes the indexes of what is written, until the end. */
  public void begin() {
    indexes()
        .forEach(statement -> jdbc.execute("DROP INDEX IF EXISTS " + statement.split(" ", 7)[5]));
  }

  /** Makes those indexes that are missing. */
  public void end() {
    indexes().forEach(jdbc::execute);
    jdbc.execute("ANALYZE");
  }

  private List<String> indexes() {
    List<String> statements = new ArrayList<>();
    for (View view : List.of(CreditViews.RETIREMENTS, MarketViews.TRADES)) {
      statements.addAll(Sql.indexes(view, layout.table(view)));
    }
    statements.add(layout.movements().serialMoveIndex());
    return statements;
  }

  /** Writes blocks, all in one transaction. */
  public void write(List<LedgerBlock> blocks) {
    List<RecordRow> retirements = new ArrayList<>();
    List<RecordRow> trades = new ArrayList<>();
    List<Object[]> moves = new ArrayList<>();
    List<JournalRow> entries = new ArrayList<>();
    Map<List<String>, Long> totals = new LinkedHashMap<>();
    for (LedgerBlock block : blocks) {
      long seq = block.number() * Projection.PLACES;
      for (LedgerTransaction transaction : block.transactions()) {
        for (StateWrite write : transaction.writes()) {
          List<String> parts = Keys.parts(write.key());
          RecordRow row = new RecordRow(Ids.of(parts), seq++, block.number(), write.value());
          if (parts.get(0).equals(Retirement.TYPE.name())) {
            retirements.add(row);
          } else if (parts.get(0).equals(Trade.TYPE.name())) {
            trades.add(row);
          } else if (parts.get(0).equals(JournalEntry.TYPE.name())) {
            JsonNode tree = Codec.readTree(write.value());
            entries.add(JournalRow.of(row, transaction.id(), new HashMap<>()));
            tree.path("postings").forEach(each -> post(each, row.seq(), moves, totals));
          }
        }
      }
    }
    transactions.executeWithoutResult(
        status -> {
          layout.ofType(Retirement.TYPE.name()).orElseThrow().write(retirements, jdbc);
          layout.ofType(Trade.TYPE.name()).orElseThrow().write(trades, jdbc);
          layout.newBeneficiaries().add(retirements);
          layout.newBars().add(trades);
          Batches.update(
              jdbc,
              "INSERT INTO "
                  + layout.movements().serialMove()
                  + " (batch, first, last, seq, destination) VALUES (?, ?, ?, ?, ?)",
              moves);
          writeTotals(totals);
          layout.transactions().write(entries.subList(0, Math.min(1, entries.size())), jdbc);
        });
  }

  private static void post(
      JsonNode posting, long seq, List<Object[]> moves, Map<List<String>, Long> totals) {
    String asset = posting.path("asset").asString();
    if (!posting.has("serials")) {
      return;
    }
    long amount = posting.path("amount").asLong();
    totals.merge(List.of(asset, kind(posting.path("source"))), -amount, Math::addExact);
    totals.merge(List.of(asset, kind(posting.path("destination"))), amount, Math::addExact);
    for (SerialRange range : Codec.convert(posting.path("serials"), SerialRanges.class).ranges()) {
      moves.add(
          new Object[] {
            asset, range.start(), range.end(), seq, posting.path("destination").asString()
          });
    }
  }

  private static String kind(JsonNode account) {
    return Account.of(account.asString()).kind().text();
  }

  private void writeTotals(Map<List<String>, Long> totals) {
    List<Object[]> rows = new ArrayList<>();
    totals.forEach((key, change) -> rows.add(new Object[] {key.get(0), key.get(1), change}));
    Batches.update(
        jdbc,
        "MERGE INTO "
            + layout.movements().accountTotal()
            + " t USING (VALUES (CAST(? AS varchar), CAST(? AS varchar), CAST(? AS bigint)))"
            + " s (asset, kind, quantity) ON t.asset = s.asset AND t.kind = s.kind"
            + " WHEN MATCHED THEN UPDATE SET quantity = t.quantity + s.quantity"
            + " WHEN NOT MATCHED THEN INSERT (asset, kind, quantity)"
            + " VALUES (s.asset, s.kind, s.quantity)",
        rows);
  }
}
