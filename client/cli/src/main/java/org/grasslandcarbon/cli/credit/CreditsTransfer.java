// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.credit;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code transferCredits}. */
@Command(
    name = "transfer",
    description = {"划转减排量给另一主体。", "Transfers credits to another participant."},
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland credits transfer --batch CN-GCS-152502-20240001-2025-001 --quantity 100 \\",
      "      --to 91110000600037341L --key my-key.json"
    })
final class CreditsTransfer extends SendCommand {
  @Option(
      names = "--batch",
      paramLabel = "BATCH",
      description = {"批次编号。", "The batch."})
  private String batch;

  @Option(
      names = "--quantity",
      paramLabel = "TONNES",
      description = {"数量（吨）。", "How many credits, in tonnes."})
  private Long quantity;

  @Option(
      names = "--to",
      paramLabel = "CODE",
      description = {"接收方。", "Who receives them."})
  private String recipient;

  @Override
  protected String action() {
    return "transferCredits";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("batch", batch).set("quantity", quantity).set("recipient", recipient);
  }
}
