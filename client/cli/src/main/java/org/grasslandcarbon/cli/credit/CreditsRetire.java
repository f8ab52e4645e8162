// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.credit;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retireCredits}. */
@Command(
    name = "retire",
    description = {"注销减排量，不可撤回。", "Retires credits for good, for a stated use."},
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland credits retire --batch CN-GCS-152502-20240001-2025-001 --quantity 100 \\",
      "      --beneficiary-zh 示例企业 --beneficiary-en \"Example enterprise\" \\",
      "      --statement \"2025 年度自愿碳中和\" --key my-key.json"
    })
final class CreditsRetire extends SendCommand {
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
      names = "--purpose",
      paramLabel = "PURPOSE",
      description = {
        "用途：VOLUNTARY、EVENT、JUDICIAL_RESTORATION、COMPLIANCE。",
        "The use. Default: VOLUNTARY"
      })
  private String purpose;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = {
        "原因类别：ENVIRONMENTAL_BENEFIT、PERSON_OR_ORGANIZATION、ON_BEHALF_OF_THIRD_PARTY、CORPORATE_INVENTORY、OTHER。",
        "Category of the reason. Default: CORPORATE_INVENTORY"
      })
  private String reason;

  @Option(
      names = "--beneficiary-zh",
      paramLabel = "NAME",
      description = {"受益方中文名称。", "Beneficiary in Chinese."})
  private String beneficiaryZh;

  @Option(
      names = "--beneficiary-en",
      paramLabel = "NAME",
      description = {"受益方英文名称。", "Beneficiary in English."})
  private String beneficiaryEn;

  @Option(
      names = "--beneficiary-code",
      paramLabel = "CODE",
      description = {"受益方统一社会信用代码（如有）。", "Its unified social credit code, if any."})
  private String beneficiaryCode;

  @Option(
      names = "--statement",
      paramLabel = "TEXT",
      description = {"公开的用途说明。", "What the public reads about the use."})
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
    return "retireCredits";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments
        .set("batch", batch)
        .set("quantity", quantity)
        .set("purpose", purpose)
        .set("reason", reason)
        .set("statement", statement)
        .set("document", DocumentHash.of(session, document));
    Arguments beneficiary = arguments.within("beneficiary");
    beneficiary.setName("name", beneficiaryZh, beneficiaryEn).set("code", beneficiaryCode);
    if (arguments.lacks("purpose")) {
      arguments.set("purpose", "VOLUNTARY");
    }
    if (arguments.lacks("reason")) {
      arguments.set("reason", "CORPORATE_INVENTORY");
    }
  }
}
