// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import java.nio.file.Path;
import java.time.Clock;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.KeyFile;

/** Signers of the example's participants, from the key files of a data directory. */
public final class ExampleSigners {
  private final Path directory;

  /**
   * @param data the data directory of a one-JVM registry or of a network of offices
   */
  public ExampleSigners(Path data) {
    directory = data.resolve("example-keys");
  }

  /** The signer of a participant by its short name, e.g. {@code office-beijing}. */
  public InstructionSigner get(String name) {
    KeyFile file = KeyFile.read(directory.resolve(name + ".json"));
    return file.signer(file.unlock(), Clock.systemUTC());
  }
}
