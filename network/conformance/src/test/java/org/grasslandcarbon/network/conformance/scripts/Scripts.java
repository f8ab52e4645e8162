// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.scripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Plays scripts on a network that is not there, with programs that only leave a mark. */
final class Scripts {
  private static final int SECONDS_MOST = 300;

  private final Path work;

  /**
   * How a script ended.
   *
   * @param code its exit code
   * @param printed all that it printed
   */
  record Played(int code, String printed) {}

  /**
   * @param work where everything is kept
   */
  Scripts(Path work) {
    this.work = work;
  }

  /** Where the network would keep its data. */
  Path data() {
    return work.resolve("network");
  }

  /** What was started of the programs that are replaced, a line each. */
  List<String> started() {
    Path mark = work.resolve("started");
    try {
      return Files.exists(mark) ? Files.readAllLines(mark) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a program that only says so in the place of each of these. */
  void replace(List<String> programs) throws IOException {
    Path directory = Files.createDirectories(work.resolve("programs"));
    for (String program : programs) {
      Path file = directory.resolve(program);
      Files.writeString(file, "#!/bin/sh\necho \"$0 $*\" >>'" + work.resolve("started") + "'\n");
      if (!file.toFile().setExecutable(true)) {
        throw new IOException(file + " cannot be made executable");
      }
    }
  }

  Played play(Script script, List<String> arguments, Map<String, String> settings) {
    List<String> command = new ArrayList<>(List.of("bash", script.file().toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GRASSLAND_NETWORK_DATA", data().toString());
    builder
        .environment()
        .merge("PATH", work.resolve("programs") + ":", (now, first) -> first + now);
    builder.environment().putAll(settings);
    try {
      Path printed = Files.createTempFile(work, "printed", ".txt");
      Process process = builder.redirectOutput(printed.toFile()).start();
      if (!process.waitFor(SECONDS_MOST, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(script + " " + arguments + " does not end");
      }
      return new Played(process.exitValue(), Files.readString(printed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
