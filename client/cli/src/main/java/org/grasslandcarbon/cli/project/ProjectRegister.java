// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code registerProject}. */
@Command(
    name = "register",
    description = {
      "登记已审定的项目并赋予编号（所在地主管部门）。",
      "Registers a validated project and gives it a number (the office of its region)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland project register 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01 --as office-inner-mongolia"
    })
final class ProjectRegister extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECT",
      description = {"项目编号（UUID）。", "The project (UUID)."})
  private String project;

  @Override
  protected String action() {
    return "registerProject";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("project", project);
  }
}
