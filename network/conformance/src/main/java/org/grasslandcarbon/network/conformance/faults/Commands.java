// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of this machine to their end. */
final class Commands {
  /** Starting a node of a busy network takes the longest. */
  private static final int SECONDS_MOST = 450;

  private Commands() {}

  private record Ended(int code, String printed) {}

  /**
   * Runs a program.
   *
   * @return what it printed
   * @throws IllegalStateException with what it printed, when it fails or does not end
   */
  static String run(String... command) {
    return run(List.of(command), Map.of());
  }

  /** The same, with further environment variables. */
  static String run(List<String> command, Map<String, String> environment) {
    Ended ended = end(command, environment);
    if (ended.code() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed:\n" + ended.printed());
    }
    return ended.printed();
  }

  /** Runs a program that may fail. */
  static boolean succeeds(String... command) {
    return end(List.of(command), Map.of()).code() == 0;
  }

  /** Prints go to a file: what a script leaves running would hold a pipe open. */
  private static Ended end(List<String> command, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile("grassland-command", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(SECONDS_MOST, TimeUnit.SECONDS)) {
        process.destroy();
        throw new IllegalStateException(String.join(" ", command) + " does not end");
      }
      String printed = Files.readString(output);
      Files.delete(output);
      return new Ended(process.exitValue(), printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + command, e);
    }
  }
}
