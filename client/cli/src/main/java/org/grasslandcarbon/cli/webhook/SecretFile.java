// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.LocalFileException;
import org.grasslandcarbon.client.WebhookSecretFile;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Where a secret goes that a gateway tells once: not on the terminal, which others may see. */
final class SecretFile {
  @Option(
      names = "--secret",
      required = true,
      paramLabel = "FILE",
      description = {
        "把签名密钥存为此文件（仅本人可读，不覆盖）；网关不会再次显示。",
        "Where to store the secret that deliveries are signed with (readable by you only, never"
            + " overwritten); the gateway does not show it again."
      })
  private Path file;

  /** Says beforehand that it cannot be stored: afterwards it would be lost. */
  void mustBeNew(Session session) {
    if (Files.exists(session.terminal().path(file.toString()))) {
      throw new LocalFileException(
          file + " 已存在；请另选文件名。", file + " exists: choose another name.", null);
    }
  }

  /** Stores what a gateway has made, and shows the rest. */
  void store(Session session, JsonNode made) {
    WebhookSecretFile.write(
        session.terminal().path(file.toString()), made.path("secret").asString());
    WebhookVerbs.show(session, made.path("webhook"));
    session.hint("密钥已存为 " + file + "。", "The secret is in " + file + ".");
  }
}
