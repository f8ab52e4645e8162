// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.coordination;

import static org.grasslandcarbon.cli.coordination.SourcedNumbers.of;
import static org.grasslandcarbon.cli.coordination.SourcedNumbers.shown;
import static org.grasslandcarbon.cli.coordination.SourcedNumbers.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How a region's year led to new targets: anybody may ask. */
@Command(
    name = "loop",
    description = {
      "闭环：差距、评估报告、修订与新目标，及各步天数。",
      "The loop: gap, report, revision and new targets, with the days of each step."
    },
    footer = "  grassland coordination loop --region 152502 --year 2025")
public final class CoordinationLoop extends RegistryCommand {
  @Option(
      names = "--region",
      paramLabel = "CODE",
      required = true,
      description = {"行政区划。", "The division."})
  private String region;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      required = true,
      description = {"年度。", "The calendar year."})
  private String year;

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
    Map<String, String> asked = Map.of("region", region, "year", year);
    if (csv != null) {
      OutFile.save(
          session,
          csv,
          session
              .progress()
              .during(calledAs(), () -> session.publicReads().regionLoopAsCsv(asked)));
      return;
    }
    JsonNode loop =
        session.progress().during(calledAs(), () -> session.publicReads().regionLoop(asked));
    if (session.isForPrograms()) {
      session.document(loop);
    } else {
      loop.path("rounds").valueStream().forEach(each -> round(session, each));
    }
  }

  private static void round(Session session, JsonNode round) {
    if (round.has("assessment")) {
      String address = text(round, "/assessment");
      String score = round.path("score").asString("-");
      session.hint("评估 " + address + "，得分 " + score, "Assessment " + address + ", score " + score);
    }
    session.table(
        new Table<JsonNode>()
            .text("步骤", "step", each -> text(each, "/step"))
            .text("日期", "day", each -> text(each, "/day"))
            .number("天数", "days", each -> shown(each.path("days"))),
        round.path("steps").valueStream().toList());
    List<JsonNode> gaps = round.path("gaps").valueStream().toList();
    if (!gaps.isEmpty()) {
      session.table(
          new Table<JsonNode>()
              .text("未达指标", "fell short", each -> text(each, "/indicator"))
              .number("目标", "target", each -> text(each, "/target"))
              .number("实际", "actual", each -> text(each, "/actual"))
              .number("差距%", "gap %", each -> text(each, "/gapPercent")),
          gaps);
    }
    round.path("revisions").valueStream().forEach(each -> revision(session, each));
  }

  private static void revision(Session session, JsonNode revision) {
    String goal = text(revision, "/goal");
    String state = text(revision, "/state");
    String adopted = of(revision, "proposalsAdoptedPercent");
    session.hint(
        "修订 " + goal + "：" + state + "，采纳评估建议% " + adopted,
        "Revision " + goal + ": " + state + ", proposals adopted % " + adopted);
    List<JsonNode> changes = revision.path("changes").valueStream().toList();
    if (!changes.isEmpty()) {
      session.table(
          new Table<JsonNode>()
              .text("区划", "division", each -> text(each, "/region"))
              .text("指标", "indicator", each -> text(each, "/indicator"))
              .number("年度", "year", each -> text(each, "/year"))
              .number("原目标", "before", each -> text(each, "/before"))
              .number("评估建议", "proposed", each -> text(each, "/proposed"))
              .number("新目标", "after", each -> text(each, "/after")),
          changes);
    }
  }
}
