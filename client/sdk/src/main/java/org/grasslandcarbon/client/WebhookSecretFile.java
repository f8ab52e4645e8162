// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The secret of a subscription, which a gateway tells once, in a file of its owner's only. */
public final class WebhookSecretFile {
  private WebhookSecretFile() {}

  /**
   * Writes it and waits until it is on the disk.
   *
   * @throws LocalFileException when the file exists or cannot be written
   */
  public static void write(Path file, String secret) {
    PrivateFile.create(file, (secret + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
