// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.sharing;

import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How regions answer each other and the public. */
@Command(
    name = "board",
    description = {
      "各地区之间的请求、答复与共享指数；公众反馈只公布计数。",
      "How regions answer each other, with an index of sharing; of feedback counts alone."
    },
    footer = {
      "  grassland sharing board --from 2026-01-01 --to 2026-12-31 --key office.json",
      "  grassland sharing board --from-region 110000 --to-region 150000 --key office.json"
    })
final class SharingBoard extends SharingList {
  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = {
        "提出日期的首日；默认当年 1 月 1 日。",
        "First day of opening. Default: 1 January of the last day's year"
      })
  private String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = {"末日；默认当日。", "Last day of opening. Default: today"})
  private String to;

  @Option(
      names = "--from-region",
      paramLabel = "REGION",
      description = {"提出地区（含下级）。", "Division that asks, with those in it."})
  private String fromRegion;

  @Option(
      names = "--to-region",
      paramLabel = "REGION",
      description = {"被请求地区（含下级）。", "Division that is asked, with those in it."})
  private String toRegion;

  @Option(
      names = "--level",
      paramLabel = "DIVISION|PROVINCE",
      description = {"按区划或按省；默认按区划。", "By DIVISION or by PROVINCE. Default: DIVISION"})
  private String level;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = {"至多行数（1 至 500）；默认 100。", "Rows at most, 1 to 500. Default: 100"})
  private String limit;

  @Option(
      names = "--skip",
      paramLabel = "N",
      description = {"略过的行数。", "Rows to leave out at the beginning."})
  private String skip;

  @Override
  String path() {
    return "sharing";
  }

  @Override
  Map<String, String> asked() {
    return parameters(
        "from",
        from,
        "to",
        to,
        "fromRegion",
        fromRegion,
        "toRegion",
        toRegion,
        "level",
        level,
        "limit",
        limit,
        "skip",
        skip);
  }

  @Override
  List<String> ofPages() {
    return List.of("limit", "skip");
  }

  @Override
  List<JsonNode> rows(JsonNode answer) {
    return answer.path("board").path("rows").valueStream().toList();
  }

  @Override
  Table<JsonNode> table() {
    return new Table<JsonNode>()
        .text("类型", "kind", row -> text(row, "kind"))
        .text("提出地区", "from", row -> text(row, "fromRegion"))
        .text("被请求地区", "to", row -> text(row, "toRegion"))
        .text("职能", "topic", row -> text(row, "function"))
        .number("请求", "asked", row -> number(row, "asked"))
        .number("按期", "on time", row -> number(row, "answeredOnTime"))
        .number("逾期", "late", row -> number(row, "answeredLate"))
        .number("拒绝", "refused", row -> number(row, "refused"))
        .number("未办结", "open", row -> number(row, "open"))
        .number("天数中位数", "median days", row -> number(row, "medianDays"))
        .number("共享指数", "index", row -> number(row, "sharingIndex"));
  }

  @Override
  void say(Session session, JsonNode answer) {
    List<String> withheld =
        answer.at("/board/withheld").valueStream().map(JsonNode::asString).toList();
    if (!withheld.isEmpty()) {
      String kinds = String.join(", ", withheld);
      session.hint(
          "不向您公布：" + kinds + "。部门、主管部门、评估方和审计方请使用密钥；公众反馈按已结束的整年公布。",
          "Not told to you: "
              + kinds
              + ". Offices, assessors and auditors use their key; feedback is told of whole years"
              + " that are over.");
    }
    sayNext(session, answer, "--skip");
  }
}
