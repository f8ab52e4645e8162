// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

/**
 * The ledger of a data directory, open, with what was done to get there.
 *
 * @param ledger the ledger
 * @param exampleInstructions how many instructions of the example registry were loaded by this
 *     start; 0 when it was there already or is not wanted
 */
public record OpenedLedger(OneJvmLedger ledger, int exampleInstructions) implements AutoCloseable {
  /** Says that the example registry is complete, so that later starts need not look. */
  private static final String LOADED = "example-registry.loaded";

  /** Opens the ledger under a data directory; a new one gets the example registry if wanted. */
  public static OpenedLedger open(Path data, boolean example) {
    Path directory = data.resolve("ledger");
    int instructions = example && !Files.exists(data.resolve(LOADED)) ? load(data, directory) : 0;
    return new OpenedLedger(OneJvmLedger.open(directory, Clock.systemUTC()), instructions);
  }

  private static int load(Path data, Path directory) {
    ExampleHistory history = ExampleHistory.read();
    Path keyDirectory = ownerOnly(data.resolve("example-keys"));
    ExampleKeys keys = ExampleKeys.in(keyDirectory, history.participants());
    int instructions = new ExampleLoader(history, keys).load(directory);
    try {
      Files.createFile(data.resolve(LOADED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return instructions;
  }

  private static Path ownerOnly(Path directory) {
    try {
      Files.createDirectories(directory);
      PosixFileAttributeView view =
          Files.getFileAttributeView(directory, PosixFileAttributeView.class);
      if (view != null) {
        view.setPermissions(PosixFilePermissions.fromString("rwx------"));
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    ledger.close();
  }
}
