// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.coordination;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What regions were to reach and have reached: anybody may ask. */
@Command(
    name = "scorecard",
    description = {
      "地区评分：目标、实际、差距、得分与等级；--level 为下级地区排名。",
      "A region's scorecard: targets, actuals, gaps, score and grade; with --level the regions in it, ranked."
    },
    footer = {
      "  grassland coordination scorecard --region 150000 --from 2024 --to 2026",
      "  grassland coordination scorecard --region 000000 --level province"
    })
public final class CoordinationScorecard extends RegistryCommand {
  @Option(
      names = "--region",
      paramLabel = "CODE",
      required = true,
      description = {"行政区划；全国为 000000。", "The division; 000000 for the nation."})
  private String region;

  @Option(
      names = "--from",
      paramLabel = "YEAR",
      description = {"首年；默认与末年相同。", "The first year; that of --to by default."})
  private String from;

  @Option(
      names = "--to",
      paramLabel = "YEAR",
      description = {"末年；默认本年。", "The last year; this one by default."})
  private String to;

  @Option(
      names = "--level",
      paramLabel = "province|prefecture|county",
      description = {"该级别的下级地区排名。", "Ranks the regions of this level in it."})
  private String level;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = {"排名每页至多几行。", "The most rows of a page of a ranking."})
  private String limit;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = {"接着前一页（其 next）。", "Goes on after a page: what it gave as next."})
  private String cursor;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = {
        "将全部内容存为 CSV 文件（- 为标准输出）。",
        "Saves all of it as a CSV file (- is standard output)."
      })
  private Path csv;

  @Override
  protected void perform(Session session) {
    Map<String, String> asked = new LinkedHashMap<>();
    put(asked, "region", region);
    put(asked, "from", from);
    put(asked, "to", to);
    put(asked, "level", level);
    if (csv != null) {
      OutFile.save(
          session,
          csv,
          session.progress().during(calledAs(), () -> session.publicReads().scorecardAsCsv(asked)));
      return;
    }
    put(asked, "limit", limit);
    put(asked, "cursor", cursor);
    JsonNode answer =
        session.progress().during(calledAs(), () -> session.publicReads().scorecard(asked));
    if (session.isForPrograms()) {
      session.document(answer);
    } else if (answer.has("items")) {
      ranking(session, answer);
    } else {
      answer.path("years").valueStream().forEach(each -> year(session, each));
      notices(session, answer);
    }
  }

  private static void put(Map<String, String> asked, String name, String value) {
    if (value != null) {
      asked.put(name, value);
    }
  }

  private static void ranking(Session session, JsonNode answer) {
    Language language = session.language();
    List<JsonNode> rows = answer.path("items").valueStream().toList();
    if (rows.isEmpty()) {
      session.hint("没有结果。", "There is nothing.");
    } else {
      session.table(
          new Table<JsonNode>()
              .number("年度", "year", each -> text(each, "/year"))
              .number("名次", "rank", each -> text(each, "/rank"))
              .text("区划", "division", each -> text(each, "/region"))
              .text("名称", "name", each -> Text.of(each.path("name"), language))
              .number("得分", "score", each -> text(each, "/score"))
              .number("覆盖率%", "coverage %", each -> text(each, "/coveragePercent"))
              .text("等级", "grade", each -> grade(each, language))
              .number("D", "D", each -> text(each, "/coupling/d"))
              .number("D 等级", "class of D", each -> text(each, "/coupling/degree"))
              .number("填报距今天数", "days since report", each -> text(each, "/freshnessDays")),
          rows);
    }
    answer
        .path("withoutCriteria")
        .valueStream()
        .forEach(
            each ->
                session.hint(
                    each.asString() + " 年没有考核标准。",
                    "No criteria judge the year " + each.asString() + "."));
    if (answer.has("next")) {
      String next = answer.path("next").asString();
      session.hint("下一页：--cursor " + next, "The next page: --cursor " + next);
    }
  }

  private static void year(Session session, JsonNode year) {
    Language language = session.language();
    String of = text(year, "/year");
    if (year.has("reason")) {
      session.hint(of + " 年没有考核标准。", "No criteria judge the year " + of + ".");
      return;
    }
    session.hint(
        of + " 年：得分 " + shown(year, "/score") + "，覆盖率 " + text(year, "/coveragePercent") + "%",
        "Year "
            + of
            + ": score "
            + shown(year, "/score")
            + ", coverage "
            + text(year, "/coveragePercent")
            + "%");
    if (year.has("award")) {
      String grade = grade(year, language);
      session.hint(
          "等级 "
              + grade
              + "：激励预算份额 "
              + text(year, "/award/budgetPerMille")
              + "‰，配额份额 "
              + text(year, "/award/quotaPerMille")
              + "‰",
          "Grade "
              + grade
              + ": share of budget "
              + text(year, "/award/budgetPerMille")
              + " ‰, of quota "
              + text(year, "/award/quotaPerMille")
              + " ‰");
    }
    if (year.has("coupling")) {
      List<String> numbers = new ArrayList<>();
      for (String each : List.of("u1", "u2", "c", "t", "d")) {
        numbers.add(each.toUpperCase(Locale.ROOT) + " " + shown(year, "/coupling/" + each));
      }
      String all = String.join(", ", numbers);
      String degree = text(year, "/coupling/degree");
      session.hint(all + "，D 所在等级 " + degree, all + ", class of D " + degree);
    }
    session.table(
        new Table<JsonNode>()
            .text("指标", "indicator", each -> text(each, "/indicator"))
            .text("名称", "name", each -> Text.of(each.path("name"), language))
            .number("目标", "target", each -> text(each, "/target"))
            .text("目标生效", "target since", each -> text(each, "/targetSince"))
            .number("实际", "actual", each -> text(each, "/actual"))
            .text("单位", "unit", each -> text(each, "/unit"))
            .number("差距%", "gap %", each -> text(each, "/gapPercent"))
            .number("完成度", "attainment", each -> text(each, "/attainment"))
            .number("权重‰", "weight ‰", each -> text(each, "/weightPerMille"))
            .text("不计分的原因", "not scored because", each -> text(each, "/unscored")),
        year.path("indicators").valueStream().toList());
  }

  /** What notices in force say of the division today, where there are any. */
  private static void notices(Session session, JsonNode region) {
    if (region.has("plan")) {
      String plan =
          text(region, "/plan/explicitness")
              + " ("
              + text(region, "/plan/firstYear")
              + "-"
              + text(region, "/plan/lastYear")
              + ", "
              + text(region, "/plan/from")
              + ")";
      session.hint("规划对碳汇目标的表述：" + plan, "What its plan says of carbon sinks: " + plan);
    }
    List<JsonNode> standards = region.path("standards").valueStream().toList();
    if (!standards.isEmpty()) {
      session.table(
          new Table<JsonNode>()
              .text("现行标准", "standard in force", each -> text(each, "/code"))
              .text("版本", "version", each -> text(each, "/version"))
              .text("强制", "mandatory", each -> text(each, "/mandatory"))
              .text("区划", "division", each -> text(each, "/region"))
              .text("来源", "from", each -> text(each, "/from")),
          standards);
    }
  }

  private static String grade(JsonNode of, Language language) {
    return of.has("award") ? Text.of(of.at("/award/name"), language) : "";
  }

  private static String text(JsonNode of, String pointer) {
    return of.at(pointer).asString("");
  }

  /** A number, or a sign that there is none. */
  private static String shown(JsonNode of, String pointer) {
    return of.at(pointer).asString("-");
  }
}
