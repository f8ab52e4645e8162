// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.PriceLimits;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.market.Depth;
import org.grasslandcarbon.views.MarketViews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is shown of a market that was drawn, on every database. */
abstract class MarketContract {
  private static final MarketInMotion MOTION = MarketInMotion.play(20251129, 3, 80);

  private static final List<String> MEMBERS =
      List.of("open", "high", "low", "last", "close", "volume", "value", "trades", "cancelled");

  private JdbcTemplate jdbc;
  private Layout layout;
  private Projection projection;
  private Reader reader;

  /** A database that holds nothing yet, prepared or not. */
  abstract DataSource newDatabase();

  @BeforeEach
  void project() {
    DataSource database = newDatabase();
    jdbc = new JdbcTemplate(database);
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    layout = new Layout(jdbc, transactions);
    projection = new Projection(jdbc, transactions, layout);
    reader = new Reader(jdbc, transactions, layout);
    projection.prepare();
    MOTION.blocks().all().forEach(block -> projection.project(List.of(block)));
  }

  private List<ObjectNode> bars() {
    Selection bars = Selection.of(MarketViews.BARS);
    bars.with(MarketViews.BARS.column("instrument"), MOTION.market().instrument.value());
    return reader.page(bars, OptionalLong.empty(), 100).items();
  }

  private NaiveMarket rebuilt() {
    NaiveMarket market = new NaiveMarket();
    jdbc.query(
        "SELECT id, json FROM p_journal ORDER BY seq",
        row -> {
          InstructionId id = new InstructionId(row.getString(1));
          JsonNode entry = Codec.readTree(row.getString(2).getBytes(StandardCharsets.UTF_8));
          if (MOTION.instructions().containsKey(id)) {
            market.read(id, MOTION.instructions().get(id), entry);
          }
        });
    return market;
  }

  @Test
  void depth_and_bars_rebuilt_from_instructions_and_postings_are_those_that_are_published() {
    NaiveMarket market = rebuilt();
    assertThat(market.bars()).as("days with trades").hasSize(3);
    List<ObjectNode> bars = bars();
    assertThat(bars).hasSize(3);
    long cancelled = 0;
    for (ObjectNode published : bars) {
      NaiveMarket.Bar bar =
          market.bars().get(java.time.LocalDate.parse(published.path("day").asString()));
      long close = PriceLimits.halfUp(bar.value, bar.volume, Fen.of(1));
      assertThat(MEMBERS.stream().map(member -> published.path(member).longValue()))
          .containsExactly(
              bar.open,
              bar.high,
              bar.low,
              bar.last,
              close,
              bar.volume,
              bar.value,
              bar.trades,
              bar.cancelled);
      boolean open = published.path("day").asString().equals(MOTION.market().day().toString());
      assertThat(published.has("blockVolume"))
          .as("blocks are told when the day is over")
          .isNotEqualTo(open);
      cancelled += bar.cancelled;
    }
    assertThat(cancelled).as("trades that were cancelled").isGreaterThan(2);
    JsonNode book = reader.find(InstrumentBook.key(MOTION.market().instrument)).orElseThrow();
    Depth depth = Depth.of(book);
    assertThat(depth.sells()).as("there is something in the book").isNotEmpty();
    assertThat(levels(depth.sells())).isEqualTo(told(market.levels(Side.SELL)));
    assertThat(levels(depth.buys())).isEqualTo(told(market.levels(Side.BUY)));
    assertThat(depth.sells())
        .isSortedAccordingTo(java.util.Comparator.comparing(Depth.Level::price));
    NaiveMarket.Bar today =
        market.bars().get(java.time.LocalDate.parse(book.at("/day/date").asString()));
    assertThat(
            List.of("first", "highest", "lowest", "last", "listed/tonnes", "listed/value").stream()
                .map(member -> book.at("/day/" + member).longValue()))
        .as("the board says of the day what its bar says")
        .containsExactly(today.open, today.high, today.low, today.last, today.volume, today.value);
  }

  @Test
  void a_trade_that_was_cancelled_says_so_in_the_list_and_the_day_can_be_empty() {
    List<ObjectNode> trades = new ArrayList<>();
    reader.each(Selection.of(MarketViews.TRADES), trades::add);
    long cancelled = trades.stream().filter(trade -> trade.has("cancellation")).count();
    assertThat(cancelled)
        .isEqualTo(reader.count(Selection.of(MarketViews.CANCELLATIONS)))
        .isGreaterThan(2);
    ObjectNode one =
        trades.stream().filter(trade -> trade.has("cancellation")).findFirst().orElseThrow();
    assertThat(one.at("/cancellation/document").asString())
        .isEqualTo(Sha256.of("decision").value());
    assertThat(one.at("/cancellation/at").asString()).isNotEmpty();
    assertThat(one.at("/cancellation/instruction").asString()).isNotEmpty();

    MarketInMotion quiet = MarketInMotion.play(1, 1, 0);
    quiet.tradeAndCancel();
    ProjectedLedger other = new ProjectedLedger(newDatabase());
    other.project(quiet.blocks());
    List<ObjectNode> bars = new ArrayList<>();
    other.reader().each(Selection.of(MarketViews.BARS), bars::add);
    assertThat(bars).hasSize(1);
    assertThat(bars.get(0).path("trades").longValue()).isZero();
    assertThat(bars.get(0).path("cancelled").longValue()).isEqualTo(1);
    assertThat(bars.get(0).has("open")).isFalse();
    assertThat(bars.get(0).has("close")).isFalse();
  }

  private static Map<Long, String> levels(List<Depth.Level> levels) {
    Map<Long, String> told = new TreeMap<>();
    levels.forEach(each -> told.put(each.price(), each.tonnes() + " in " + each.listings()));
    return told;
  }

  private static Map<Long, String> told(Map<Long, long[]> levels) {
    Map<Long, String> told = new TreeMap<>();
    levels.forEach((price, level) -> told.put(price, level[0] + " in " + level[1]));
    return told;
  }

  @Test
  void bars_are_the_same_however_blocks_come_and_when_they_are_made_anew() {
    List<ObjectNode> oneByOne = bars();
    MOTION.blocks().all().forEach(block -> projection.project(List.of(block)));
    assertThat(bars()).as("blocks that are there already").isEqualTo(oneByOne);

    jdbc.update("UPDATE p_layout SET made_as = 'another' WHERE name = 'movements'");
    layout.prepare();
    assertThat(bars()).as("from the trades that are there").isEqualTo(oneByOne);

    jdbc.update("UPDATE p_layout SET made_as = 'another' WHERE name = 'core'");
    layout.prepare();
    projection.project(MOTION.blocks().all());
    assertThat(bars()).as("all blocks at once").isEqualTo(oneByOne);
  }

  @Test
  void the_statement_of_cash_adds_up_to_what_the_ledger_has_and_hides_what_is_not_the_owner_s() {
    List<ParticipantId> owners = new ArrayList<>(MOTION.traders());
    owners.add(MOTION.market().owner);
    boolean fees = false;
    for (ParticipantId owner : owners) {
      Selection lines = Selection.of(MarketViews.CASH_STATEMENT);
      lines.with(MarketViews.CASH_STATEMENT.column("owner"), owner.value());
      List<ObjectNode> items = new ArrayList<>();
      reader.each(lines, items::add);
      long sum = 0;
      for (ObjectNode line : items) {
        sum += line.path("amount").longValue();
        assertThat(line.path("asset").asString()).isEqualTo(Asset.CNY.value());
        assertThat(line.path("balance").longValue()).isEqualTo(sum);
        String other = line.path("counterparty").asString();
        assertThat(other).doesNotContain("fees:");
        fees = fees || other.equals("fees");
      }
      assertThat(items.get(items.size() - 1).path("available").longValue())
          .isEqualTo(MOTION.market().cash(owner));
    }
    assertThat(fees).as("somebody paid fees").isTrue();
  }

  @Test
  void money_has_totals_by_kind_of_account_that_add_up_to_nothing_and_no_serials() {
    Map<String, Long> totals = new TreeMap<>();
    jdbc.query(
        "SELECT kind, quantity FROM " + layout.movements().accountTotal() + " WHERE asset = 'CNY'",
        row -> {
          totals.put(row.getString(1), row.getLong(2));
        });
    assertThat(totals).containsKeys("bank", "cash", "escrow", "fees", "reserve");
    assertThat(totals.values().stream().mapToLong(Long::longValue).sum()).isZero();
    assertThat(
            jdbc.queryForObject(
                "SELECT COUNT(*) FROM " + layout.movements().serialMove() + " WHERE batch = 'CNY'",
                Long.class))
        .isZero();
    assertThat(
            jdbc.queryForObject(
                "SELECT COUNT(*) FROM " + layout.movements().statement() + " WHERE c_asset = 'CNY'",
                Long.class))
        .isZero();
  }

  @Test
  void a_block_is_withheld_while_its_day_is_open_but_from_its_parties() {
    MarketInMotion quiet = MarketInMotion.play(2, 1, 0).withOffers();
    quiet.acceptBlock();
    ProjectedLedger ledger = new ProjectedLedger(newDatabase());
    ledger.project(quiet.blocks());
    assertThat(told(ledger, Optional.empty())).isZero();
    assertThat(told(ledger, Optional.of(quiet.traders().get(0)))).isEqualTo(1);
    assertThat(told(ledger, Optional.of(quiet.market().owner))).isEqualTo(1);
    assertThat(told(ledger, Optional.of(quiet.traders().get(2)))).isZero();
    assertThat(bar(ledger).has("blockVolume")).isFalse();
    assertThat(bar(ledger).path("trades").longValue()).isEqualTo(1);

    quiet.end();
    ledger.project(quiet.blocks());
    assertThat(told(ledger, Optional.empty())).isEqualTo(1);
    assertThat(bar(ledger).path("blockVolume").longValue()).isEqualTo(10_000);
    assertThat(bar(ledger).path("blockValue").longValue()).isEqualTo(10_000 * 10_000);

    quiet.market().nextDay();
    quiet.blocks().cut();
    ledger.project(quiet.blocks());
    assertThat(told(ledger, Optional.empty())).as("another day").isEqualTo(1);
  }

  private static long told(ProjectedLedger ledger, Optional<ParticipantId> asking) {
    return ledger.reader().count(Selection.of(MarketViews.TRADES).withoutWithheld(asking));
  }

  private static ObjectNode bar(ProjectedLedger ledger) {
    return ledger.reader().first(Selection.of(MarketViews.BARS)).orElseThrow();
  }

  @Test
  void a_trade_is_found_by_its_parties_and_nobody_else() {
    Selection trades = Selection.of(MarketViews.TRADES);
    long all = reader.count(trades);
    long bought = 0;
    List<ParticipantId> owners = new ArrayList<>(MOTION.traders());
    owners.add(MOTION.market().owner);
    for (ParticipantId owner : owners) {
      bought +=
          reader.count(
              Selection.of(MarketViews.TRADES)
                  .with(MarketViews.TRADES.column("buyer"), owner.value()));
    }
    assertThat(bought).isEqualTo(all).isGreaterThan(10);
  }
}
