// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.util.List;
import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verifyMonitoringReport}. */
@Command(
    name = "verify",
    description = {
      "核查监测报告（不得为审定该项目的机构）。",
      "Verifies a monitoring report (a certifier that did not validate the project)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland report verify 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02 --opinion POSITIVE \\",
      "      --report-document verification.pdf --key certifier.json"
    })
final class ReportVerify extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "REPORT",
      description = {"报告编号（UUID）。", "The report (UUID)."})
  private String report;

  @Option(
      names = "--opinion",
      paramLabel = "POSITIVE|NEGATIVE",
      description = {"审定意见。", "The opinion."})
  private String opinion;

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
    return "verifyMonitoringReport";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("monitoringReport", report).set("opinion", opinion);
    arguments.set("report", DocumentHash.of(session, reportDocument));
    for (String list : List.of("corrections", "findings")) {
      if (arguments.lacks(list)) {
        arguments.set(list, List.of());
      }
    }
  }
}
