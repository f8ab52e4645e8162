// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;

/** {@code proposeProject}. */
@Command(
    name = "propose",
    description = {
      "申报项目（项目业主）；从 --template 开始编写，边界为 GeoJSON。",
      "Proposes a project (its owner); start from --template, the boundary is GeoJSON."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland project propose --template > project.json",
      "  grassland project propose --file project.json --key my-key.json"
    })
final class ProjectPropose extends SendCommand {
  @Override
  protected String action() {
    return "proposeProject";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    // Everything comes from the file: a project is a document, not a row of options.
  }
}
