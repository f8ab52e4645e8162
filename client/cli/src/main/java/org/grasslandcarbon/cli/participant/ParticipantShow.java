// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.participant;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.views.ParticipantViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a participant with its keys and accreditation. */
@Command(
    name = "show",
    description = {"显示一个主体及其密钥、资质。", "Shows a participant with its keys and accreditation."},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland participant show 91110000600037341L"})
final class ParticipantShow extends RegistryCommand {
  @Parameters(
      paramLabel = "CODE",
      description = {"统一社会信用代码。", "Unified social credit code."})
  private String id;

  @Override
  protected void perform(Session session) {
    session.show(
        session
            .progress()
            .during(
                calledAs(), () -> session.publicReads().show(ParticipantViews.PARTICIPANTS, id)));
  }
}
