// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that is started for each file, without a shell: 0 is clean, 1 is harmful, anything else
 * is a failure. What it prints goes nowhere, since it may repeat what is in the file.
 */
final class CommandScanner implements Scanner {
  private static final int CLEAN = 0;
  private static final int HARMFUL = 1;

  private final List<String> command;
  private final Duration within;

  CommandScanner(List<String> command, Duration within) {
    this.command = List.copyOf(command);
    this.within = within;
  }

  @Override
  public Optional<String> scan(Path file) throws IOException {
    List<String> all = new ArrayList<>(command);
    all.add(file.toString());
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    // The gateway's environment has passwords of databases, which are no scanner's business.
    builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the scanner took longer than " + within);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a file was scanned");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return switch (process.exitValue()) {
      case CLEAN -> Optional.empty();
      case HARMFUL -> Optional.of("exit code " + HARMFUL);
      default -> throw new IOException("the scanner ended with " + process.exitValue());
    };
  }
}
