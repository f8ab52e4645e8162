// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows a monitoring report; --quantification how its tonnes were computed. */
@Command(
    name = "show",
    description = {
      "显示一份监测报告；--quantification 显示核算过程。",
      "Shows a monitoring report; --quantification how its tonnes were computed."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland report show 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02 --quantification"})
final class ReportShow extends RegistryCommand {
  @Parameters(
      paramLabel = "REPORT",
      description = {"报告编号（UUID）。", "The report (UUID)."})
  private String id;

  @Option(
      names = "--quantification",
      description = {"逐行显示账本的核算。", "The ledger's computation, line by line."})
  private boolean quantification;

  @Override
  protected void perform(Session session) {
    session.show(session.progress().during(calledAs(), () -> read(session)));
  }

  private JsonNode read(Session session) {
    return quantification
        ? session.publicReads().quantification(id)
        : session.publicReads().report(id);
  }
}
