// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.supervision;

import java.util.Map;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.domain.value.BeijingTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Who is late with what. */
@Command(
    name = "overdue",
    description = {
      "逾期与久候事项：谁、何事、自何时（需要密钥）。",
      "Who is late with what, and since when (needs a key)."
    },
    footer = {"  grassland supervision overdue --region 150000 --key office.json"})
final class SupervisionOverdue extends SupervisionList {
  @Option(
      names = "--kind",
      paramLabel = "NOUN",
      description = {"只看某类记录，如 report。", "Only of one noun, e.g. report."})
  private String kind;

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = {"只看由某指令答复的。", "Only what one action answers."})
  private String action;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = {"行政区划（含下级）。", "A division, with those in it."})
  private String region;

  @Option(
      names = "--working-days",
      paramLabel = "DAYS",
      description = {
        "规则未规定期限的，等待多少工作日起列出；默认 20。",
        "Where no rule sets a day, from so many working days on; 20 by default."
      })
  private String workingDays;

  @Override
  String name() {
    return "overdue";
  }

  @Override
  Map<String, String> asked() {
    return parameters("kind", kind, "action", action, "region", region, "workingDays", workingDays);
  }

  @Override
  Table<JsonNode> table() {
    return new Table<JsonNode>()
        .text("主体", "participant", SupervisionOverdue::who)
        .text("指令", "action", row -> text(row, "action"))
        .text("期限", "due", row -> day(row, "due"))
        .number("逾期", "late", row -> text(row, "late"))
        .text("起始", "since", row -> day(row, "since"))
        .number("等待", "waited", row -> text(row, "waited"))
        .text("区划", "division", row -> text(row, "region"))
        .text("编号", "id", row -> text(row, "subject"));
  }

  @Override
  void say(Session session, JsonNode answer) {
    for (JsonNode each : answer.path("unknown")) {
      session.hint(
          text(each, "action")
              + "："
              + text(each, "count")
              + " 项无法判断："
              + text(each.path("why"), "zh"),
          text(each, "action")
              + ": of "
              + text(each, "count")
              + " nobody can say: "
              + text(each.path("why"), "en"));
    }
    for (JsonNode more : answer.path("more")) {
      session.hint(
          more.asString() + " 未全部查看：请用 --action 与 --region 单独查看。",
          "Not all of " + more.asString() + " was looked at: look with --action and --region.");
    }
    session.hint(
        "逾期与等待按已公布的工作日历计；没有期限的，规则未作规定。",
        "Late and waited are working days by the published calendars; where there is no day, no rule"
            + " sets one.");
  }

  /** Those who can do it; where nobody is named, of which roles they are. */
  private static String who(JsonNode row) {
    String named = joined(row, "participants");
    return named.isEmpty() ? joined(row, "roles") : named;
  }

  /** A day as it is, an instant in Beijing. */
  private static String day(JsonNode row, String member) {
    String when = text(row, member);
    return when.contains("T") ? BeijingTime.readable(when) : when;
  }
}
