// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.offset;

import java.util.List;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import tools.jackson.databind.JsonNode;

/** What a market would take of credits, as the gateway has answered it. */
public final class OffsetAnswer {
  private OffsetAnswer() {}

  /** Shows the row, how its caps stand, and what of the credits is usable or why not. */
  public static void show(Session session, JsonNode answer) {
    rule(session, answer.path("rule"));
    caps(session, answer.path("caps").valueStream().toList());
    credits(session, answer.path("credits").valueStream().toList());
    total(session, answer);
    boolean isTyped = answer.path("basis").asString("").equals("TYPED");
    session.hint(
        isTyped ? "按所填基数计算，未计入已有用量。" : "按账本记载计算；注销时以账本当时的状态为准。",
        isTyped
            ? "By the bases that were typed; nothing that was used before is counted."
            : "By what is recorded; the ledger may stand otherwise when credits are retired.");
  }

  private static void total(Session session, JsonNode answer) {
    if (answer.path("credits").size() > 1) {
      String usable = answer.path("usableTonnes").asString("");
      session.say("合计可用 " + usable + " 吨", "usable in all: " + usable + " t");
    }
    String more = answer.path("notJudged").asString("");
    if (!more.isEmpty()) {
      session.hint(
          "另有 " + more + " 个批次未列入：一次只判定最早年份的部分批次。",
          more + " more batches are held and not judged: those of the oldest vintages are.");
    }
  }

  private static void rule(Session session, JsonNode rule) {
    if (rule.isMissingNode()) {
      return;
    }
    String name =
        session.language().of(rule.at("/name/zh").asString(""), rule.at("/name/en").asString(""));
    session.line(
        name + "  " + rule.path("status").asString("") + "  v" + rule.path("version").asString(""));
    rule.path("unread")
        .forEach(
            each ->
                session.line(session.language().of("  尚未查阅：", "  not read: ") + each.asString("")));
  }

  private static void caps(Session session, List<JsonNode> caps) {
    if (!caps.isEmpty()) {
      session.table(
          new Table<JsonNode>()
              .text("上限", "cap", each -> each.path("cap").asString(""))
              .number("限额(吨)", "limit (t)", each -> each.path("limit").asString(""))
              .number("已用(吨)", "used (t)", each -> each.path("used").asString(""))
              .number("剩余(吨)", "left (t)", each -> each.path("left").asString(""))
              .text("缺少的基数", "base not known", each -> each.path("base").asString("")),
          caps);
    }
  }

  private static void credits(Session session, List<JsonNode> credits) {
    if (credits.isEmpty()) {
      return;
    }
    session.line("");
    session.table(
        new Table<JsonNode>()
            .text("减排量", "credits", each -> each.path("credits").asString(""))
            .number("可用(吨)", "usable (t)", each -> each.path("usableTonnes").asString(""))
            .text("约束上限", "bound by", each -> each.path("bindingCap").asString("")),
        credits);
    for (JsonNode each : credits) {
      for (JsonNode reason : each.path("reasons")) {
        session.say(
            each.path("credits").asString("")
                + "："
                + reason.path("detailZh").asString("")
                + "。"
                + reason.path("remedyZh").asString(""),
            each.path("credits").asString("")
                + ": "
                + reason.path("detail").asString("")
                + ". "
                + reason.path("remedy").asString(""));
      }
    }
  }
}
