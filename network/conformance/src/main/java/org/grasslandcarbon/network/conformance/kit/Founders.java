// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.databind.JsonNode;

/** The founding document of {@code network/fabric/founding.json}, with new keys. */
final class Founders {
  private final JsonNode example;
  private final Path keys;

  /**
   * @param file the example's founding document
   * @param keys an empty directory, where a key file for each participant is made
   */
  Founders(Path file, Path keys) throws IOException {
    example = Codec.readTree(Files.readAllBytes(file));
    this.keys = keys;
  }

  /** Makes the keys and gives the document that the organisations found the registry with. */
  byte[] document() {
    SecureRandom random = new SecureRandom();
    String document = text(example.get("founding"));
    for (JsonNode each : example.get("participants")) {
      String name = each.get("key").stringValue();
      KeyFile key =
          KeyFile.plain(
              new ParticipantId(each.get("id").stringValue()),
              name,
              SigningKey.generate(random),
              true);
      key.write(keys.resolve(name + ".json"));
      document = document.replace("\"{key:" + name + "}\"", text(key.publicKey()));
    }
    return document.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Object value) {
    return new String(Codec.write(value), StandardCharsets.UTF_8);
  }
}
