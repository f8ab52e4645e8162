// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.key;

import java.nio.file.Path;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.client.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a key file's public part; needs no passphrase. */
@Command(
    name = "show",
    description = {
      "显示密钥文件的公开部分；标准输出为公钥（JWK）。",
      "Shows a key file's public part; standard output is the public key as a JWK."
    },
    footer = {
      "  grassland key show my-key.json > my-public-key.jwk",
      "  grassland key show --as office-beijing"
    })
final class KeyShow extends RegistryCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = {"密钥文件；默认 --key。", "Key file; --key by default."})
  private Path file;

  @Override
  protected void perform(Session session) {
    KeyFile key =
        file != null
            ? KeyFile.read(session.terminal().path(file.toString()))
            : session
                .keyFile()
                .orElseThrow(() -> new UsageException("请给出密钥文件。", "Name a key file."));
    if (session.isForPrograms()) {
      session.document(KeyDescription.of(key));
      return;
    }
    session.document(key.publicKey());
    session.hint(
        "主体 " + key.participant() + "，名称 " + key.label() + "，kid " + key.kid(),
        "participant " + key.participant() + ", label " + key.label() + ", kid " + key.kid());
    if (key.isEncrypted()) {
      session.hint("私钥已用口令加密。", "The private key is under a passphrase.");
    } else {
      session.hint("私钥未加密。", "The private key is not encrypted.");
    }
  }
}
