// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.credit;

import java.util.Map;
import org.grasslandcarbon.cli.ListCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.views.CreditViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** A participant's statement: every movement in and out; needs its key. */
@Command(
    name = "history",
    description = {
      "减排量流水：每一笔转入转出及编号（需要密钥）。",
      "Statement: every movement in and out, with serials (needs a key)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland credits history --from 2025-01-01 --key my-key.json"})
final class CreditsHistory extends ListCommand {
  @Option(
      names = "--owner",
      paramLabel = "CODE",
      description = {
        "他人的流水（仅主管部门、审计方、司法机关）。",
        "Another's statement (for the authority, its office, auditors, courts)."
      })
  private String owner;

  @Option(
      names = "--batch",
      paramLabel = "BATCH",
      description = {"批次。", "Only this batch."})
  private String batch;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = {"起始日期。", "From this day."})
  private String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = {"截止日期。", "Up to this day."})
  private String to;

  @Override
  protected void filter(Filters filters) {
    filters.add("owner", owner);
    filters.add("batch", batch);
    filters.add("from", from);
    filters.add("to", to);
  }

  @Override
  protected void prepare(Session session) {
    session.signer();
  }

  @Override
  protected Page page(Session session, Map<String, String> filters) {
    return session.privateReads().list(CreditViews.STATEMENT, filters);
  }

  @Override
  protected Table<JsonNode> table(Session session) {
    return new Table<JsonNode>()
        .text("时间", "time", row -> Text.of(row.path("at"), session.language()))
        .text("操作", "action", row -> row.path("action").asString(""))
        .text("批次", "batch", row -> row.path("batch").asString(row.path("asset").asString("")))
        .number("数量", "amount", row -> Text.grouped(row.path("amount").asLong(0)))
        .number("余额", "balance", row -> Text.grouped(row.path("balance").asLong(0)))
        .text("编号", "serials", row -> Text.of(row.path("serials"), session.language()))
        .text("指令", "instruction", row -> row.path("instruction").asString(""));
  }
}
