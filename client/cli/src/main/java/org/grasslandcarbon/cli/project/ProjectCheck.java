// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import java.nio.file.Path;
import java.util.List;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.plausibility.FlagTable;
import org.grasslandcarbon.domain.json.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dry run of a proposal, which needs no key. */
@Command(
    name = "check",
    description = {
      "试算：按账本规则检查一份项目申报，不提交任何内容，也无需密钥。",
      "A dry run: what the ledger would make of a proposal; nothing is submitted, and no key is"
          + " needed."
    },
    footer = {
      "  grassland project propose --template > project.json",
      "  grassland project check project.json"
    })
public final class ProjectCheck extends RegistryCommand {
  @Parameters(
      paramLabel = "FILE",
      description = {
        "project propose 的参数文件（- 为标准输入）。",
        "Arguments as for project propose (- is standard input)."
      })
  private Path file;

  @Override
  protected void perform(Session session) {
    JsonNode args = Codec.read(session.read(file), JsonNode.class);
    if (!(args instanceof ObjectNode)) {
      throw new UsageException(file + " 应为一个 JSON 对象。", file + " should be a JSON object.");
    }
    JsonNode answer =
        session.progress().during(calledAs(), () -> session.publicReads().checkProposal(args));
    if (session.isForPrograms()) {
      session.document(answer);
      return;
    }
    line(session, "边界面积", "area of the boundary", answer.path("boundaryHectares"));
    line(session, "项目面积", "area of the project", answer.at("/design/areaHectares"));
    shared(session, answer.path("sharedLand").valueStream().toList());
    predecessors(session, answer.path("predecessors").valueStream().toList());
    FlagTable.print(session, answer.path("flags"));
    session.hint(
        "试算，未提交；提交时以账本当时的状态为准。",
        "A dry run, nothing was submitted; the ledger may stand otherwise when it is.");
  }

  private static void line(Session session, String zh, String en, JsonNode hectares) {
    session.line(session.language().of(zh, en) + "  " + hectares.asString("") + " ha");
  }

  private static void shared(Session session, List<JsonNode> shared) {
    if (!shared.isEmpty()) {
      session.line("");
      session.table(
          new Table<JsonNode>()
              .text("与其重叠的项目", "shares land with", row -> row.path("project").asString(""))
              .number("已扣除（公顷）", "taken off, ha", row -> row.path("hectares").asString("")),
          shared);
    }
  }

  private static void predecessors(Session session, List<JsonNode> predecessors) {
    if (!predecessors.isEmpty()) {
      session.line("");
      session.table(
          new Table<JsonNode>()
              .text("该地块此前的项目", "ended projects there", row -> row.path("project").asString(""))
              .text("已计入至", "credited to", row -> row.path("creditedTo").asString("")),
          predecessors);
    }
  }
}
