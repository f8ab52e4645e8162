// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code approveIssuance}. */
@Command(
    name = "approve",
    description = {"批准签发（项目所在地主管部门）。", "Approves issuance (the office of the region)."},
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland report approve 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02 --as office-inner-mongolia"
    })
final class ReportApprove extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "REPORT",
      description = {"报告编号（UUID）。", "The report (UUID)."})
  private String report;

  @Override
  protected String action() {
    return "approveIssuance";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("monitoringReport", report);
  }
}
