// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.participant;

import java.nio.file.Path;
import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.PublicKeyFile;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code addKey}. */
@Command(
    name = "add-key",
    description = {
      "登记新的公钥（本主体，或由主管部门代为恢复）。",
      "Registers a further public key (the participant itself, or its office for recovery)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland participant add-key --jwk second-key.jwk --key my-key.json"})
final class ParticipantAddKey extends SendCommand {
  @Option(
      names = "--participant",
      paramLabel = "CODE",
      description = {"密钥所属主体，默认签名者。", "Whose key; the signer by default."})
  private String participant;

  @Option(
      names = {"--jwk", "--public-key"},
      paramLabel = "FILE",
      description = {"公钥文件（JWK）。", "File with the public key (JWK)."})
  private Path publicKey;

  @Override
  protected String action() {
    return "addKey";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("participant", participant);
    if (arguments.lacks("participant")) {
      arguments.set("participant", session.signer().participant());
    }
    if (publicKey != null) {
      arguments.set("jwk", PublicKeyFile.read(session, publicKey));
    }
  }
}
