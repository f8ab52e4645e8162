// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.participant;

import org.grasslandcarbon.cli.NounCommand;
import picocli.CommandLine.Command;

/** {@code grassland participant}. */
@Command(
    name = "participant",
    description = {"参与主体、密钥与机构资质。", "Participants, their keys and accreditation."},
    subcommands = {
      ParticipantAdmit.class,
      ParticipantList.class,
      ParticipantShow.class,
      ParticipantAddKey.class,
      ParticipantRevokeKey.class,
      ParticipantSuspend.class,
      ParticipantReinstate.class,
      ParticipantAccredit.class
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland participant list --role CERTIFIER"})
public final class ParticipantCommands extends NounCommand {}
