// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.views.ProjectViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a monitoring report. */
@Command(
    name = "show",
    description = {
      "显示一份监测报告；核算过程见 report explain。",
      "Shows a monitoring report; report explain shows how its tonnes were computed."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland report show 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02"})
final class ReportShow extends RegistryCommand {
  @Parameters(
      paramLabel = "REPORT",
      description = {"报告编号（UUID）。", "The report (UUID)."})
  private String id;

  @Override
  protected void perform(Session session) {
    session.show(
        session
            .progress()
            .during(calledAs(), () -> session.publicReads().show(ProjectViews.REPORTS, id)));
  }
}
