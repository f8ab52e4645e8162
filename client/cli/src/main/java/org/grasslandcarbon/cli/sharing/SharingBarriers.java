// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.sharing;

import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What stands in the way of working together. */
@Command(
    name = "barriers",
    description = {
      "协同障碍：拒绝、障碍通知和填报的障碍，按地区和年度计分。",
      "What stands in the way: refusals, notices and reports of barriers, by region and year."
    },
    footer = {
      "  grassland sharing barriers --region 150000 --from 2024 --to 2026",
      "  grassland sharing barriers --level PROVINCE --key office.json"
    })
final class SharingBarriers extends SharingList {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {"行政区划（含下级）。", "Division, with those in it."})
  private String region;

  @Option(
      names = "--from",
      paramLabel = "YEAR",
      description = {"首个年度；默认近五年。", "First year. Default: five years with the last"})
  private String from;

  @Option(
      names = "--to",
      paramLabel = "YEAR",
      description = {"末个年度；默认当年。", "Last year. Default: this year"})
  private String to;

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
    return "barriers";
  }

  @Override
  Map<String, String> asked() {
    return parameters(
        "region", region, "from", from, "to", to, "level", level, "limit", limit, "skip", skip);
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
        .text("区划", "division", row -> text(row, "region"))
        .text("年度", "year", row -> text(row, "year"))
        .number("拒绝", "refusals", row -> number(row, "refusals"))
        .number("通知", "notices", row -> number(row, "notices"))
        .number("填报", "reported", row -> number(row, "reported"))
        .number("公开得分", "public score", row -> number(row, "publicScore"))
        .number("得分", "score", row -> number(row, "score"))
        .number("较上年", "change", row -> number(row, "change"));
  }

  @Override
  void say(Session session, JsonNode answer) {
    if (answer.at("/board/refusalWeightsAssumed").asBoolean(false)) {
      session.hint(
          "拒绝理由的权重为本程序假定，并无规则规定。", "The weights of refusals are assumed: no rule says them.");
    }
    sayNext(session, answer, "--skip");
  }
}
