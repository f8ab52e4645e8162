// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.offset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * What a market would take of credits: by what is recorded of who has a key, or by what is typed.
 */
@Command(
    name = "check",
    description = {
      "预检：某市场某年度还可用多少、哪些减排量可用、为何不可用。不提交任何内容。",
      "What a market would take of credits in a year, and why not; nothing is submitted. With a key by what is recorded,"
          + " without one by what is typed."
    },
    footer = {
      "  grassland offset check --market CN-11 --year 2025 --confirmed-emissions 1000000"
          + " CCER:FORESTRY:130800:2023:30000"
    })
public final class OffsetCheck extends RegistryCommand {
  @Option(
      names = "--market",
      required = true,
      paramLabel = "MARKET",
      description = {"市场，如 CN-11。", "The market, e.g. CN-11."})
  private String market;

  @Option(
      names = "--year",
      required = true,
      paramLabel = "YEAR",
      description = {"履约年度。", "The compliance year."})
  private String year;

  @Option(
      names = "--enterprise",
      paramLabel = "CODE",
      description = {"企业代码；默认签署密钥的主体。", "The enterprise; by default whose key it is."})
  private String enterprise;

  @Option(
      names = "--confirmed-emissions",
      paramLabel = "TONNES",
      description = {"经确认的年度排放量（吨）。", "Confirmed emissions of the year, t."})
  private String confirmedEmissions;

  @Option(
      names = "--issued",
      paramLabel = "TONNES",
      description = {"核发的年度配额（吨）。", "Allowances issued for the year, t."})
  private String issued;

  @Option(
      names = "--to-surrender",
      paramLabel = "TONNES",
      description = {"应清缴的年度配额（吨）。", "Allowances to be surrendered for the year, t."})
  private String toSurrender;

  @Parameters(
      arity = "0..*",
      paramLabel = "CREDITS",
      description = {
        "批次:吨数，或 种类:项目类型:地区:年份:吨数；不填则只显示各上限。",
        "BATCH:TONNES or KIND:PROJECTTYPE:REGION:YEAR:TONNES; none for how the caps stand."
      })
  private List<String> credits = List.of();

  @Override
  protected void perform(Session session) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("market", market);
    asked.put("year", year);
    put(asked, "enterprise", enterprise);
    put(asked, "confirmedEmissions", confirmedEmissions);
    put(asked, "issued", issued);
    put(asked, "toSurrender", toSurrender);
    if (!credits.isEmpty()) {
      asked.put("credits", String.join(",", credits));
    }
    boolean hasKey = session.keyFile().isPresent();
    JsonNode answer =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    hasKey
                        ? session.privateReads().checkOffsets(asked)
                        : session.publicReads().checkOffsets(asked));
    if (session.isForPrograms()) {
      session.document(answer);
      return;
    }
    rule(session, answer.path("rule"));
    caps(session, answer.path("caps").valueStream().toList());
    credits(session, answer.path("credits").valueStream().toList());
    session.hint(
        answer.path("basis").asString("").equals("TYPED")
            ? "按所填基数计算，未计入已有用量。"
            : "按账本记载计算；注销时以账本当时的状态为准。",
        answer.path("basis").asString("").equals("TYPED")
            ? "By the bases that were typed; nothing that was used before is counted."
            : "By what is recorded; the ledger may stand otherwise when credits are retired.");
  }

  private static void put(Map<String, String> asked, String name, String value) {
    if (value != null) {
      asked.put(name, value);
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
