// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.key;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.value.ParticipantId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a key pair on this machine; the private key goes nowhere else. */
@Command(
    name = "new",
    description = {
      "在本机新建密钥文件（P-256），用口令加密，仅本人可读。",
      "Makes a key file (P-256) on this machine, under a passphrase, readable by you only."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland key new --participant 91110000600037341L --label laptop --out my-key.json",
      "  grassland key show my-key.json > my-public-key.jwk   (给主管部门 for your office)"
    })
final class KeyNew extends RegistryCommand {
  @Option(
      names = "--participant",
      required = true,
      paramLabel = "CODE",
      description = {"统一社会信用代码。", "Unified social credit code of the key's owner."})
  private String participant;

  @Option(
      names = "--label",
      required = true,
      paramLabel = "TEXT",
      description = {"便于识别的名称。", "What you call this key."})
  private String label;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = {"写入的文件，不会覆盖已有文件。", "File to write; an existing one is never replaced."})
  private Path out;

  @Option(
      names = "--plain",
      description = {
        "不加密（仅限无人值守的机器，且文件须另加保护）。",
        "Without a passphrase (for unattended machines that protect the file otherwise)."
      })
  private boolean plain;

  @Override
  protected void perform(Session session) {
    ParticipantId owner = owner();
    SigningKey key = SigningKey.generate(new SecureRandom());
    KeyFile file = plain ? KeyFile.plain(owner, label, key, false) : encrypted(session, owner, key);
    Path path = session.terminal().path(out.toString());
    file.write(path);
    if (session.isForPrograms()) {
      session.document(KeyDescription.of(file));
      return;
    }
    session.say("已写入密钥文件 " + path, "Key file written: " + path);
    session.line("kid  " + file.kid());
    session.hint(
        "请备份该文件；公钥用 grassland key show 查看，交主管部门登记。",
        "Keep a backup. grassland key show prints the public key for your office to register.");
  }

  private ParticipantId owner() {
    try {
      ParticipantId owner = new ParticipantId(participant);
      if (!owner.hasValidCheckCharacter()) {
        throw new UsageException(
            "统一社会信用代码的校验码不符，应为 " + ParticipantId.checkCharacter(participant) + "；请核对。",
            "The code fails its check character, which should be "
                + ParticipantId.checkCharacter(participant)
                + ": compare it with the licence.");
      }
      return owner;
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "统一社会信用代码应为 18 位。", "A unified social credit code has 18 characters.");
    }
  }

  private KeyFile encrypted(Session session, ParticipantId owner, SigningKey key) {
    char[] passphrase = session.passphrase(label);
    try {
      return KeyFile.encrypted(owner, label, key, passphrase);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }
}
