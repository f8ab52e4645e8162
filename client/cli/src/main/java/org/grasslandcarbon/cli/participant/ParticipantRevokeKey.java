// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.participant;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code revokeKey}. */
@Command(
    name = "revoke-key",
    description = {
      "撤销公钥（本主体或其主管部门）。",
      "Revokes a public key for ever (the participant itself, or its office)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland participant revoke-key --kid oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U \\",
      "      --reason \"设备遗失\" --key my-key.json"
    })
final class ParticipantRevokeKey extends SendCommand {
  @Option(
      names = "--participant",
      paramLabel = "CODE",
      description = {"密钥所属主体，默认签名者。", "Whose key; the signer by default."})
  private String participant;

  @Option(
      names = "--kid",
      paramLabel = "KID",
      description = {"密钥指纹。", "Thumbprint of the key."})
  private String kid;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = {"理由。", "Why."})
  private String reason;

  @Override
  protected String action() {
    return "revokeKey";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("participant", participant).set("kid", kid).set("reason", reason);
    if (arguments.lacks("participant")) {
      arguments.set("participant", session.signer().participant());
    }
  }
}
