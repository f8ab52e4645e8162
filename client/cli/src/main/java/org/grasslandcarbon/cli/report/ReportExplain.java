// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.nio.file.Path;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.plausibility.FlagTable;
import org.grasslandcarbon.domain.json.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Explains how a report's tonnes were computed, line by line. */
@Command(
    name = "explain",
    description = {
      "逐式说明一份报告的核算，可用计算器复核。",
      "Explains how a report's tonnes were computed, so that a pocket calculator can follow."
    },
    footer = {
      "  grassland report explain 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02 --line T1-5",
      "  grassland report explain --file dry-run.json --depth 2"
    })
final class ReportExplain extends RegistryCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "REPORT",
      description = {"报告编号（UUID）。", "The report (UUID)."})
  private String id;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = {
        "改为说明 report quantify --out 保存的试算结果。",
        "Explains a dry run that report quantify --out has saved instead."
      })
  private Path file;

  @Mixin private ExplainOptions options;

  @Override
  protected void perform(Session session) {
    if ((id == null) == (file == null)) {
      throw new UsageException("请给出报告编号或 --file。", "Give a report, or --file.");
    }
    JsonNode explanation =
        file == null
            ? session.progress().during(calledAs(), () -> session.publicReads().explanation(id))
            : Codec.read(session.read(file), JsonNode.class).path("explanation");
    if (session.isForPrograms()) {
      session.document(explanation);
      return;
    }
    new ExplanationTree(explanation, session.language())
        .show(options.line(), options.depth())
        .forEach(session::line);
    FlagTable.print(session, explanation.path("flags"));
  }
}
