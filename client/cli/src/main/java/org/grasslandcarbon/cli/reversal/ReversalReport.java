// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.reversal;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.ProjectReference;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reportReversal}. */
@Command(
    name = "report",
    description = {
      "报告碳储量逆转（业主、主管部门）；估计吨数的缓冲量随即冻结。",
      "Reports a loss of credited carbon (owner, office, authority); buffer credits are put on hold."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland reversal report --project GCS-152502-2024-0001 --cause FIRE --estimate 800 \\",
      "      --event-date 2025-04-12 --statement \"S1 南部约 300 公顷过火\" --document fire.pdf --key my-key.json"
    })
final class ReversalReport extends SendCommand {
  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = {"项目编号或 UUID。", "The project: its number or UUID."})
  private String project;

  @Option(
      names = "--cause",
      paramLabel = "CAUSE",
      description = {"原因：FIRE、DROUGHT、OVERGRAZING、OTHER。", "FIRE, DROUGHT, OVERGRAZING or OTHER."})
  private String cause;

  @Option(
      names = "--estimate",
      paramLabel = "TONNES",
      description = {"估计损失（吨）。", "Estimated loss in tonnes."})
  private Long estimate;

  @Option(
      names = "--event-date",
      paramLabel = "DATE",
      description = {"事件（开始）日期。", "Day of the event, or its first."})
  private String eventDate;

  @Option(
      names = "--statement",
      paramLabel = "TEXT",
      description = {"公开说明。", "What the public reads about it."})
  private String statement;

  @Option(
      names = "--document",
      paramLabel = "HASH|FILE",
      description = {
        "证明文件：SHA-256 摘要，或由本机计算摘要的文件。",
        "The evidence: its SHA-256, or a file to hash on this machine."
      })
  private String document;

  @Override
  protected String action() {
    return "reportReversal";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments
        .set("project", ProjectReference.id(session, project))
        .set("cause", cause)
        .set("estimate", estimate)
        .set("eventDate", eventDate)
        .set("statement", statement)
        .set("document", DocumentHash.of(session, document));
  }
}
