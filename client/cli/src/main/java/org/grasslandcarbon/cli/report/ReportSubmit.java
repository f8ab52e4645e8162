// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;

/** {@code submitMonitoringReport}. */
@Command(
    name = "submit",
    description = {
      "提交监测报告（项目业主）；账本计算减排量，无人可以填写。",
      "Submits a monitoring report (the owner); the ledger computes the tonnes, nobody types them."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland report submit --template > report.json",
      "  grassland report submit --file report.json --key my-key.json"
    })
final class ReportSubmit extends SendCommand {
  @Override
  protected String action() {
    return "submitMonitoringReport";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    // Everything comes from the file: activity data are a document, not a row of options.
  }
}
