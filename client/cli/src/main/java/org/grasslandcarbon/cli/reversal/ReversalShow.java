// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.reversal;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.views.ProjectViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a reversal. */
@Command(
    name = "show",
    description = {"显示一起逆转事件及其核定结果。", "Shows a reversal and how it was settled."},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland reversal show 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d03"})
final class ReversalShow extends RegistryCommand {
  @Parameters(
      paramLabel = "REVERSAL",
      description = {"逆转事件编号（UUID）。", "The reversal (UUID)."})
  private String id;

  @Override
  protected void perform(Session session) {
    session.show(
        session
            .progress()
            .during(calledAs(), () -> session.publicReads().show(ProjectViews.REVERSALS, id)));
  }
}
