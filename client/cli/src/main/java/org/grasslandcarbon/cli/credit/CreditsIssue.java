// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.credit;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code issueCredits}. */
@Command(
    name = "issue",
    description = {
      "签发已批准报告的减排量（核查机构）。",
      "Issues the credits of an approved report (the certifier that verified it)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland credits issue 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02 --key certifier.json"
    })
final class CreditsIssue extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "REPORT",
      description = {"报告编号（UUID）。", "The report (UUID)."})
  private String report;

  @Override
  protected String action() {
    return "issueCredits";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("monitoringReport", report);
  }
}
