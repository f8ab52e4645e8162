// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.credit;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cancelCredits}. */
@Command(
    name = "cancel",
    description = {
      "取消减排量（持有方；主管部门可强制取消）。",
      "Cancels credits without a use (their holder, or forced by the authority)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland credits cancel --batch CN-GCS-152502-20240001-2025-001 --quantity 10 --reason OTHER \\",
      "      --statement \"业主自愿取消\" --key my-key.json"
    })
final class CreditsCancel extends SendCommand {
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
      names = "--holder",
      paramLabel = "CODE",
      description = {"持有方，默认签名者。", "Whose credits; the signer by default."})
  private String holder;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = {"原因类别。", "Category of the reason."})
  private String reason;

  @Option(
      names = "--statement",
      paramLabel = "TEXT",
      description = {"公开说明。", "What the public reads."})
  private String statement;

  @Option(
      names = "--document",
      paramLabel = "HASH|FILE",
      description = {
        "资质文件：SHA-256 摘要，或由本机计算摘要的文件。",
        "The document: its SHA-256, or a file to hash on this machine."
      })
  private String document;

  @Override
  protected String action() {
    return "cancelCredits";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments
        .set("batch", batch)
        .set("quantity", quantity)
        .set("holder", holder)
        .set("reason", reason)
        .set("statement", statement);
    arguments.set("document", DocumentHash.of(session, document));
    if (arguments.lacks("holder")) {
      arguments.set("holder", session.signer().participant());
    }
  }
}
