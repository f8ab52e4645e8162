// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.paper.Typeface;
import org.grasslandcarbon.gateway.projection.MarketInMotion;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.testing.MemoryDatabase;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is printed of a drawn market, read again from the pages and held against the journal. */
class PapersTest {
  private static final MarketInMotion MOTION = MarketInMotion.play(20260302, 2, 80);

  /** A line of money ends with the amount, the balance and what is available. */
  private static final Pattern LINE =
      Pattern.compile("(-?[0-9,]+\\.[0-9]{2}) +(-?[0-9,]+\\.[0-9]{2}) +(-?[0-9,]+\\.[0-9]{2})$");

  private static JdbcConnectionPool pool;
  private static ProjectedLedger projected;
  private static Statements statements;
  private static Papers papers;

  @BeforeAll
  static void project() {
    pool = MemoryDatabase.open();
    projected = new ProjectedLedger(pool);
    projected.project(MOTION.blocks());
    statements = new Statements(projected.reader(), projected.journal(), projected.letGoLines());
    papers = new Papers(projected.reader(), Typeface.shared());
  }

  @AfterAll
  static void close() {
    pool.dispose();
  }

  private static PeriodStatement statement(ParticipantId owner) {
    return statements.of(owner, LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  private static long fen(String yuan) {
    return Long.parseLong(yuan.replaceAll("[,.]", ""));
  }

  /** What the journal's postings came to for somebody, in fen, and in how many lines. */
  private static long[] posted(ParticipantId owner) {
    long[] posted = new long[2];
    projected
        .jdbc()
        .query(
            "SELECT json FROM p_journal",
            row -> {
              JsonNode entry = Codec.readTree(row.getString(1).getBytes(StandardCharsets.UTF_8));
              for (JsonNode posting : entry.path("postings")) {
                if (posting.path("asset").asString().equals("CNY")) {
                  add(posted, posting, "source", -1, owner);
                  add(posted, posting, "destination", 1, owner);
                }
              }
            });
    return posted;
  }

  private static void add(
      long[] posted, JsonNode posting, String side, int sign, ParticipantId owner) {
    if (Account.of(posting.path(side).asString()).owner().filter(owner::equals).isPresent()) {
      posted[0] += sign * posting.path("amount").longValue();
      posted[1]++;
    }
  }

  @Test
  void the_lines_of_a_printed_statement_add_up_to_what_the_journal_has_posted() throws IOException {
    List<ParticipantId> owners = new ArrayList<>(MOTION.traders());
    owners.add(MOTION.market().owner);
    long all = 0;
    for (ParticipantId owner : owners) {
      PeriodStatement statement = statement(owner);
      String text = text(papers.statement(statement));
      long sum = 0;
      long lines = 0;
      long balance = 0;
      for (String each : text.split("\\R")) {
        Matcher line = LINE.matcher(each.strip());
        if (line.find()) {
          lines++;
          sum += fen(line.group(1));
          balance = fen(line.group(2));
          assertThat(balance).as(each).isEqualTo(sum);
        }
      }
      long[] posted = posted(owner);
      assertThat(sum).isEqualTo(posted[0]);
      assertThat(lines).isEqualTo(posted[1]).isPositive();
      all += lines;
      PeriodStatement.Cash cash = statement.cash().get(0);
      assertThat(cash.closing().balance()).isEqualTo(balance);
      assertThat(cash.other()).as("cancelled trades leave nothing that is not told").isZero();
      assertThat(text)
          .contains("期末余额 Closing balance " + Yuan.of(balance))
          .contains("买入金额 Bought " + Yuan.of(cash.bought()))
          .contains("卖出金额 Sold " + Yuan.of(cash.sold()))
          .contains("手续费 Fees " + Yuan.of(cash.fees()));
      for (ContractNote trade : statement.trades()) {
        assertThat(text).contains(trade.instrument() + ":" + trade.number());
      }
    }
    assertThat(all).as("lines of all").isGreaterThan(100);
  }

  @Test
  void a_trade_that_was_cancelled_is_printed_as_such_and_its_lines_go_both_ways()
      throws IOException {
    int cancelled = 0;
    for (ParticipantId owner : MOTION.traders()) {
      PeriodStatement statement = statement(owner);
      for (ContractNote trade : statement.trades()) {
        String note = text(papers.note(trade));
        assertThat(note)
            .contains("成交金额 Gross " + Yuan.of(trade.gross()))
            .contains("买方应付 Buyer pays " + Yuan.of(trade.buyer().pays()))
            .contains("卖方实收 Seller receives " + Yuan.of(trade.seller().receives()))
            .contains(trade.instruction());
        trade.serials().forEach(serial -> assertThat(note).contains(serial));
        if (trade.cancellation().isEmpty()) {
          assertThat(note).doesNotContain("已取消");
          continue;
        }
        cancelled++;
        assertThat(note)
            .contains("本笔成交已取消 This trade was cancelled", "误成交 by error")
            .contains(trade.cancellation().get().instruction());
        assertThat(note.replaceAll("\\s", "")).contains(trade.cancellation().get().document());
        String undone = trade.cancellation().get().instruction();
        long back = amounts(statement, undone);
        assertThat(back).isNotZero().isEqualTo(-amounts(statement, trade, owner));
      }
    }
    assertThat(cancelled).isGreaterThan(1);
  }

  private static long amounts(PeriodStatement statement, String instruction) {
    return statement.cash().get(0).lines().stream()
        .filter(line -> line.path("instruction").asString().equals(instruction))
        .mapToLong(line -> line.path("amount").longValue())
        .sum();
  }

  /** What a trade led to for one of its parties, whatever else its instruction did. */
  private static long amounts(PeriodStatement statement, ContractNote trade, ParticipantId owner) {
    return trade.buyer().participant().equals(owner.value())
        ? -trade.buyer().pays()
        : trade.seller().receives();
  }

  @Test
  void days_on_which_nothing_happened_have_a_statement_that_says_so() throws IOException {
    LocalDate day = LocalDate.of(2025, 2, 3);
    PeriodStatement nothing = statements.of(MOTION.traders().get(0), day, day);
    assertThat(nothing.trades()).isEmpty();
    assertThat(text(papers.statement(nothing)))
        .contains("日结单", "Day Statement", "2025-02-03")
        .contains("期间内无变动。", "期间内无成交。", "No trades in these days.");
  }

  @Test
  void five_hundred_trades_are_all_there_and_make_the_same_bytes_again() throws IOException {
    PeriodStatement few = statement(MOTION.market().owner);
    ContractNote one = few.trades().get(0);
    List<ContractNote> many = new ArrayList<>();
    for (int number = 1; number <= 500; number++) {
      many.add(
          new ContractNote(
              one.asset(),
              one.at(),
              one.batch(),
              one.block(),
              one.buyer(),
              one.cancellation(),
              one.day(),
              one.gross(),
              one.instruction(),
              one.instrument(),
              one.mode(),
              number,
              one.price(),
              one.seller(),
              one.serials(),
              one.tonnes(),
              one.training(),
              one.vat(),
              one.venue()));
    }
    PeriodStatement large =
        new PeriodStatement(
            few.cash(), few.credits(), few.from(), few.participant(), few.to(), many);
    byte[] pdf = papers.statement(large);
    assertThat(papers.statement(large)).isEqualTo(pdf);
    String text = text(pdf);
    for (int number = 1; number <= 500; number++) {
      assertThat(text).containsPattern(one.instrument() + ":" + number + "\\b");
    }
  }

  @Test
  void amounts_are_told_in_yuan_to_the_fen() {
    assertThat(Yuan.of(0)).isEqualTo("0.00");
    assertThat(Yuan.of(7)).isEqualTo("0.07");
    assertThat(Yuan.of(-7)).isEqualTo("-0.07");
    assertThat(Yuan.of(-143_000)).isEqualTo("-1,430.00");
    assertThat(Yuan.of(999_999_999_999_999L)).isEqualTo("9,999,999,999,999.99");
  }
}
