// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.methodology;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.views.ProjectViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one methodology version with every number and its source. */
@Command(
    name = "show",
    description = {
      "显示一个方法学版本的全部参数及来源。",
      "Shows a methodology version with every number and its source."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland methodology show GCS-T1 1.0"})
final class MethodologyShow extends RegistryCommand {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = {"方法学编号。", "Methodology id."})
  private String id;

  @Parameters(
      index = "1",
      paramLabel = "VERSION",
      description = {"版本。", "Version."})
  private String version;

  @Override
  protected void perform(Session session) {
    session.show(
        session
            .progress()
            .during(
                calledAs(),
                () -> session.publicReads().show(ProjectViews.METHODOLOGIES, id, version)));
  }
}
