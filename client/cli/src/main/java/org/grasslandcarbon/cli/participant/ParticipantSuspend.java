// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.participant;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code suspendParticipant}. */
@Command(
    name = "suspend",
    description = {"暂停主体。", "Suspends a participant."},
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland participant suspend 91110000600037341L --reason \"证照变更未报告\" --as authority"
    })
final class ParticipantSuspend extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "PARTICIPANT",
      description = {"主体的统一社会信用代码。", "The participant."})
  private String participant;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = {"理由。", "Why."})
  private String reason;

  @Override
  protected String action() {
    return "suspendParticipant";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("participant", participant).set("reason", reason);
  }
}
