// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.sharing;

import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Who is responsible in regions. */
@Command(
    name = "directory",
    description = {
      "某日各地区各职能的责任机构、代理、空缺和能力等级。",
      "Who is responsible for what in regions on a day: delegates, vacancies, capability."
    },
    footer = {
      "  grassland sharing directory --region 152502",
      "  grassland sharing directory --region 150000 --below --function MONITORING"
    })
final class SharingDirectory extends SharingList {
  @Option(
      names = "--region",
      required = true,
      paramLabel = "REGION",
      description = {"行政区划；全国为 000000。", "Division; 000000 for the nation."})
  private String region;

  @Option(
      names = "--below",
      description = {"含下级区划。", "With the divisions in it."})
  private boolean below;

  @Option(
      names = "--function",
      paramLabel = "FUNCTION",
      description = {"职能，如 MONITORING。", "Function, e.g. MONITORING."})
  private String function;

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = {"日期；默认当日。", "The day. Default: today"})
  private String day;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = {"至多区划数（1 至 200）；默认 50。", "Divisions at most, 1 to 200. Default: 50"})
  private String limit;

  @Option(
      names = "--after",
      paramLabel = "REGION",
      description = {"从此区划之后开始。", "Begins after this division."})
  private String after;

  @Override
  String path() {
    return "directory";
  }

  @Override
  Map<String, String> asked() {
    return parameters(
        "region",
        region,
        "below",
        below ? "true" : null,
        "function",
        function,
        "day",
        day,
        "limit",
        limit,
        "after",
        after);
  }

  @Override
  List<String> ofPages() {
    return List.of("limit", "after");
  }

  @Override
  List<JsonNode> rows(JsonNode answer) {
    return answer.path("entries").valueStream().toList();
  }

  @Override
  Table<JsonNode> table() {
    return new Table<JsonNode>()
        .text("区划", "division", row -> text(row, "region"))
        .text("职能", "function", row -> text(row, "function"))
        .text("办理者", "responsible", row -> text(row, "responsible"))
        .text("代理机构", "delegate", row -> text(row, "delegate"))
        .text("职能所属地区", "mandate of", row -> text(row, "mandate"))
        .number("能力等级", "level", row -> text(row, "level"))
        .text(
            "空缺地区",
            "vacant",
            row ->
                String.join(
                    " ", row.path("vacancies").valueStream().map(JsonNode::asString).toList()));
  }

  @Override
  void say(Session session, JsonNode answer) {
    sayNext(session, answer, "--after");
  }
}
