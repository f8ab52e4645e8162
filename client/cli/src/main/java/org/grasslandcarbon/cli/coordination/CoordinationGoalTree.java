// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.coordination;

import static org.grasslandcarbon.cli.coordination.SourcedNumbers.of;
import static org.grasslandcarbon.cli.coordination.SourcedNumbers.text;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** A goal with its targets in the chain, its tasks and its votes: anybody may ask. */
@Command(
    name = "goal-tree",
    description = {
      "目标树：上级占比、覆盖率、任务按期率、表决与法定人数。",
      "A goal as a tree: shares of the targets above, coverage, tasks on time, votes and quorum."
    },
    footer = "  grassland coordination goal-tree 3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")
public final class CoordinationGoalTree extends RegistryCommand {
  @Parameters(
      paramLabel = "GOAL",
      description = {"目标编号。", "The goal."})
  private String goal;

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
    if (csv != null) {
      OutFile.save(
          session,
          csv,
          session.progress().during(calledAs(), () -> session.publicReads().goalTreeAsCsv(goal)));
      return;
    }
    JsonNode tree =
        session.progress().during(calledAs(), () -> session.publicReads().goalTree(goal));
    if (session.isForPrograms()) {
      session.document(tree);
      return;
    }
    String state = text(tree, "/state");
    session.hint(
        state
            + "：应表决 "
            + of(tree, "voters")
            + "，已表决 "
            + of(tree, "votes")
            + "，法定人数 "
            + of(tree, "quorum")
            + "，决定用时（天）"
            + of(tree, "daysToDecide"),
        state
            + ": "
            + of(tree, "votes")
            + " of "
            + of(tree, "voters")
            + " have voted, the quorum is "
            + of(tree, "quorum")
            + ", days to decide "
            + of(tree, "daysToDecide"));
    session.hint(
        "任务按期率% "
            + of(tree, "tasksOnTimePercent")
            + "，采纳评估建议% "
            + of(tree, "proposalsAdoptedPercent"),
        "tasks on time % "
            + of(tree, "tasksOnTimePercent")
            + ", proposals adopted % "
            + of(tree, "proposalsAdoptedPercent"));
    if (!tree.path("dissent").isEmpty()) {
      String regions =
          tree.path("dissent")
              .valueStream()
              .map(JsonNode::asString)
              .collect(Collectors.joining(", "));
      session.hint("反对：" + regions, "Against it: " + regions);
    }
    if (tree.has("obstacle")) {
      String kind = text(tree, "/obstacle/kind");
      session.hint("障碍：" + kind, "In its way: " + kind);
    }
    targets(session, tree.path("targets").valueStream().toList());
    session.table(
        new Table<JsonNode>()
            .text("区划", "division", each -> text(each, "/region"))
            .text("表决", "vote", each -> text(each, "/vote"))
            .number("任务", "tasks", each -> of(each, "tasks"))
            .number("按期率%", "on time %", each -> of(each, "tasksOnTimePercent")),
        tree.path("regions").valueStream().toList());
  }

  private static void targets(Session session, List<JsonNode> targets) {
    if (targets.isEmpty()) {
      return;
    }
    boolean ofProjects = targets.stream().anyMatch(each -> each.has("project"));
    Table<JsonNode> table =
        new Table<JsonNode>().text("区划", "division", each -> text(each, "/region"));
    if (ofProjects) {
      table.text("项目", "project", each -> text(each, "/project"));
    }
    session.table(
        table
            .text("指标", "indicator", each -> text(each, "/indicator"))
            .number("年度", "year", each -> text(each, "/year"))
            .number("目标", "target", each -> of(each, "target"))
            .text("上级", "above", each -> text(each, "/parentRegion"))
            .number("上级占比%", "share %", each -> of(each, "shareOfParentPercent"))
            .number("覆盖率%", "coverage %", each -> of(each, "coveragePercent"))
            .text("不一致", "breach", each -> text(each, "/breach/kind")),
        targets);
  }
}
