// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.opportunity;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Yuan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Credits of regions for others' markets, and what one offers that another needs. */
@Command(
    name = "list",
    description = {
      "地区间协同机会，按价值排序：减排量与他地市场、供给与需求；每个数值都注明来源。",
      "What regions may do for each other, the most valuable first; every number says from what it"
          + " is."
    },
    footer = {
      "  grassland opportunity list --region 150000",
      "  grassland opportunity list --kind CREDITS --year 2025 --key office.json",
      "  grassland opportunity list --csv opportunities.csv"
    })
final class OpportunityList extends RegistryCommand {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {"其中一方所在的行政区划（含下级）。", "Division that one side is in."})
  private String region;

  @Option(
      names = "--kind",
      paramLabel = "CREDITS|EXCHANGE",
      description = {"种类：减排量与市场、供给与需求。", "CREDITS for markets, or EXCHANGE of offers and needs."})
  private String kind;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = {"履约年度；默认当年。", "The compliance year. Default: this year"})
  private String year;

  @Option(
      names = "--training",
      description = {"仅供练习的，代替正式的。", "Those for practice, instead of real ones."})
  private boolean training;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = {"至多行数（1 至 500）；默认 100。", "Rows at most, 1 to 500. Default: 100"})
  private String limit;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = {"存为 CSV 文件（- 为标准输出）。", "Saves it as a CSV file (- is standard output)."})
  private Path csv;

  @Override
  protected void perform(Session session) {
    Map<String, String> asked = asked();
    // What enterprises may still use is for those who see their obligations; all else is public.
    boolean hasKey = session.keyFile().isPresent();
    if (csv != null) {
      OutFile.save(
          session,
          csv,
          session
              .progress()
              .during(
                  calledAs(),
                  () ->
                      hasKey
                          ? session.privateReads().opportunitiesAsCsv(asked)
                          : session.publicReads().opportunitiesAsCsv(asked)));
      return;
    }
    JsonNode answer =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    hasKey
                        ? session.privateReads().opportunities(asked)
                        : session.publicReads().opportunities(asked));
    if (session.isForPrograms()) {
      session.document(answer);
      return;
    }
    List<JsonNode> items = answer.path("items").valueStream().toList();
    if (items.isEmpty()) {
      session.hint("没有结果。", "There is nothing.");
      return;
    }
    session.table(table(session), items);
    String more = answer.path("notShown").asString("0");
    if (!more.equals("0")) {
      session.hint("另有 " + more + " 行未显示：--limit", more + " more rows are not shown: --limit");
    }
  }

  private static Table<JsonNode> table(Session session) {
    return new Table<JsonNode>()
        .text("种类", "kind", row -> row.path("kind").asString(""))
        .text("供给地区", "from", row -> row.path("fromRegion").asString(""))
        .text("需求地区", "to", row -> row.path("toRegion").asString(""))
        .text("市场或要素", "market or factor", row -> row.path("subject").asString(""))
        .number("价值(元)", "value (yuan)", row -> told(row.at("/numbers/valueFen")))
        .text(
            "理由",
            "reason",
            row ->
                session
                    .language()
                    .of(row.path("reasonZh").asString(""), row.path("reason").asString("")));
  }

  /** Money as people read it, or why there is none; a share of a price may have parts of fen. */
  private static String told(JsonNode number) {
    if (!number.has("value")) {
      return number.path("missing").asString("");
    }
    return Yuan.text(new BigDecimal(number.path("value").asString()));
  }

  private Map<String, String> asked() {
    Map<String, String> asked = new LinkedHashMap<>();
    put(asked, "region", region);
    put(asked, "kind", kind);
    put(asked, "year", year);
    put(asked, "limit", limit);
    if (training) {
      asked.put("training", "true");
    }
    return asked;
  }

  private static void put(Map<String, String> asked, String name, String value) {
    if (value != null) {
      asked.put(name, value);
    }
  }
}
