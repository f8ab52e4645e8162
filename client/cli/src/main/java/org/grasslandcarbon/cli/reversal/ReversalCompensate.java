// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.reversal;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.ProjectReference;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code compensateReversal}. */
@Command(
    name = "compensate",
    description = {
      "以自有减排量补足逆转差额（业主）；补足前不得签发。",
      "Makes a shortfall good with credits of the owner; until then nothing is issued."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland reversal compensate --project GCS-152502-2024-0001 \\",
      "      --batch CN-GCS-152502-20240001-2025-001 --quantity 100 --statement \"补足火灾损失\" --key my-key.json"
    })
final class ReversalCompensate extends SendCommand {
  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = {"项目编号或 UUID。", "The project: its number or UUID."})
  private String project;

  @Option(
      names = "--batch",
      paramLabel = "BATCH",
      description = {"用于补足的减排量批次。", "Batch of the credits to cancel."})
  private String batch;

  @Option(
      names = "--quantity",
      paramLabel = "TONNES",
      description = {"数量（吨）。", "How many credits, in tonnes."})
  private Long quantity;

  @Option(
      names = "--statement",
      paramLabel = "TEXT",
      description = {"公开说明。", "What the public reads about it."})
  private String statement;

  @Override
  protected String action() {
    return "compensateReversal";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments
        .set("project", ProjectReference.id(session, project))
        .set("batch", batch)
        .set("quantity", quantity)
        .set("statement", statement);
  }
}
