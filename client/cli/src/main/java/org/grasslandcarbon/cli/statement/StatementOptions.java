// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.statement;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.cli.market.Named;
import org.grasslandcarbon.client.PrivateReads;
import org.grasslandcarbon.domain.value.ParticipantId;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Whose statement, and where to. */
final class StatementOptions {
  @Option(
      names = "--owner",
      paramLabel = "PARTICIPANT",
      description = {
        "所属主体；默认签名者，他人的须有权查看。",
        "Whose; the signer's by default, another's for those who may see it."
      })
  private String owner;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = {"存为 CSV 文件（- 为标准输出）。", "Saves it as a CSV file (- is standard output)."})
  private Path csv;

  /** Reads and shows. */
  void show(Session session, String what, LocalDate from, LocalDate to) {
    Optional<ParticipantId> whose =
        Optional.ofNullable(owner).map(text -> Named.participant(text, "--owner"));
    PrivateReads reads = session.privateReads();
    if (csv != null) {
      save(session, session.progress().during(what, () -> reads.statementAsCsv(from, to, whose)));
      return;
    }
    JsonNode statement = session.progress().during(what, () -> reads.statement(from, to, whose));
    if (session.isForPrograms()) {
      session.document(statement);
      return;
    }
    session.line(statement.path("participant").asString("") + "  " + from + " – " + to);
    cash(session, statement.path("cash").valueStream().toList());
    credits(session, statement.path("credits").valueStream().toList());
    trades(session, statement.path("trades").valueStream().toList());
  }

  private void save(Session session, String text) {
    if (csv.toString().equals("-")) {
      session.csv(text);
    } else {
      OutFile.write(session, csv, text.getBytes(StandardCharsets.UTF_8));
      session.hint("已写入 " + csv, "Written: " + csv);
    }
  }

  /** One line of sums that lead from what there was to what there is. */
  private record Sum(String name, long fen) {}

  private static void cash(Session session, List<JsonNode> assets) {
    for (JsonNode asset : assets) {
      session.line("");
      session.line(asset.path("asset").asString(""));
      session.table(
          new Table<Sum>()
              .text("资金", "cash", Sum::name)
              .number("金额(元)", "yuan", each -> Yuan.text(each.fen())),
          sums(session, asset));
      String available = Yuan.text(asset.at("/closing/available").asLong());
      session.say("其中可用 " + available + " 元", "of which " + available + " yuan are available");
    }
  }

  private static List<Sum> sums(Session session, JsonNode asset) {
    return List.of(
        sum(session, "期初", "opening", asset.at("/opening/balance").asLong()),
        sum(session, "入金", "paid in", asset.path("paidIn").asLong()),
        sum(session, "出金", "paid out", -asset.path("paidOut").asLong()),
        sum(session, "买入价款", "bought", -asset.path("bought").asLong()),
        sum(session, "卖出价款", "sold", asset.path("sold").asLong()),
        sum(session, "交易手续费", "trading fees", -asset.path("fees").asLong()),
        sum(session, "结算手续费", "settlement fees", -asset.path("settlementFees").asLong()),
        sum(session, "收益分成", "shares paid", -asset.path("sharesPaid").asLong()),
        sum(session, "其他", "other", asset.path("other").asLong()),
        sum(session, "期末", "closing", asset.at("/closing/balance").asLong()));
  }

  private static Sum sum(Session session, String zh, String en, long fen) {
    return new Sum(session.language().of(zh, en), fen);
  }

  private static void credits(Session session, List<JsonNode> batches) {
    if (batches.isEmpty()) {
      return;
    }
    session.line("");
    session.table(
        new Table<JsonNode>()
            .text("批次", "batch", row -> row.path("batch").asString(""))
            .number("期初(吨)", "opening (t)", row -> tonnes(row.at("/opening/balance")))
            .number("期末(吨)", "closing (t)", row -> tonnes(row.at("/closing/balance")))
            .number("其中可用", "available", row -> tonnes(row.at("/closing/available"))),
        batches);
  }

  private static String tonnes(JsonNode value) {
    return Text.grouped(value.asLong(0));
  }

  private static void trades(Session session, List<JsonNode> trades) {
    if (trades.isEmpty()) {
      return;
    }
    session.line("");
    session.table(
        new Table<JsonNode>()
            .text("成交时间", "time", row -> Text.of(row.path("at"), session.language()))
            .text("标的", "instrument", row -> row.path("instrument").asString(""))
            .number("编号", "number", row -> row.path("number").asString(""))
            .number("价格(元/吨)", "price (yuan/t)", row -> Yuan.text(row.path("price").asLong()))
            .number("数量(吨)", "tonnes", row -> tonnes(row.path("tonnes")))
            .number("金额(元)", "gross (yuan)", row -> Yuan.text(row.path("gross").asLong())),
        trades);
  }
}
