// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.reversal;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.ProjectReference;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.views.ProjectViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code settleReversal}. */
@Command(
    name = "settle",
    description = {
      "核定逆转损失并注销缓冲量（未审定该项目的机构）。",
      "Settles a reversal by its verified loss (a certifier that did not validate the project)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland reversal settle 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d03 --loss 640 \\",
      "      --report-document verification.pdf --key certifier.json"
    })
final class ReversalSettle extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "REVERSAL",
      description = {"逆转事件编号（UUID）。", "The reversal (UUID)."})
  private String reversal;

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = {"项目编号或 UUID；默认该逆转事件所属项目。", "The project; that of the reversal by default."})
  private String project;

  @Option(
      names = "--loss",
      paramLabel = "TONNES",
      description = {"核定损失（吨），未损失为 0。", "Verified loss in tonnes; 0 when nothing was lost."})
  private Long loss;

  @Option(
      names = "--report-document",
      paramLabel = "HASH|FILE",
      description = {
        "核查报告：SHA-256 或文件。",
        "The verification report: its SHA-256, or a file to hash."
      })
  private String reportDocument;

  @Override
  protected String action() {
    return "settleReversal";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments
        .set("reversal", reversal)
        .set("loss", loss)
        .set("report", DocumentHash.of(session, reportDocument))
        .set("project", ProjectReference.id(session, project));
    if (arguments.lacks("project") && reversal != null) {
      arguments.set(
          "project",
          session.publicReads().show(ProjectViews.REVERSALS, reversal).path("project").asString());
    }
  }
}
