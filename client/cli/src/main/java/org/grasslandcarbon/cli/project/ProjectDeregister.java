// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deregisterProject}. */
@Command(
    name = "deregister",
    description = {"注销项目，此后不得再登记。", "Ends a project for ever."},
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland project deregister 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01 --reason \"承包合同到期\" --key my-key.json"
    })
final class ProjectDeregister extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECT",
      description = {"项目编号（UUID）。", "The project (UUID)."})
  private String project;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = {"理由。", "Why."})
  private String reason;

  @Override
  protected String action() {
    return "deregisterProject";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("project", project).set("reason", reason);
  }
}
