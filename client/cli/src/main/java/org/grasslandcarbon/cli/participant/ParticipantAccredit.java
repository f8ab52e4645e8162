// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.participant;

import java.util.List;
import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accreditCertifier}. */
@Command(
    name = "accredit",
    description = {
      "授予审定与核查机构资质（国家主管部门）。",
      "Accredits a certifier for methodologies (the authority)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland participant accredit 91110000600037341L --methodology GCS-T1 --from 2025-01-01 \\",
      "      --to 2027-12-31 --document certificate.pdf --as authority"
    })
final class ParticipantAccredit extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "CERTIFIER",
      description = {"机构的统一社会信用代码。", "The certifier."})
  private String certifier;

  @Option(
      names = "--methodology",
      paramLabel = "ID",
      description = {"方法学编号，可重复。", "Methodology id; may be repeated."})
  private List<String> methodologies;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = {"有效期首日。", "First day of validity."})
  private String validFrom;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = {"有效期末日。", "Last day of validity."})
  private String validTo;

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
    return "accreditCertifier";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments
        .set("certifier", certifier)
        .setList("methodologies", methodologies)
        .set("validFrom", validFrom)
        .set("validTo", validTo);
    arguments.set("document", DocumentHash.of(session, document));
  }
}
