// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor time of a network's nodes, from {@code /proc}; Linux only. */
final class ProcessTimes {
  /** Linux counts in hundredths of a second for its users, whatever its own clock does. */
  private static final double MILLISECONDS_PER_TICK = 10;

  /** Of what follows the process's name in {@code /proc/ID/stat}. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;

  private ProcessTimes() {}

  /**
   * Milliseconds so far by kind of node, all offices together, and of this JVM.
   *
   * @param data the network's data directory, where each office's {@code run} has a file a node
   */
  static Map<String, Double> of(Path data) {
    Map<String, Double> times = new TreeMap<>();
    times.put("this JVM", milliseconds("self").orElseThrow());
    try (Stream<Path> offices = Files.list(data)) {
      for (Path run : offices.map(office -> office.resolve("run")).toList()) {
        if (Files.isDirectory(run)) {
          add(run, times);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return times;
  }

  private static void add(Path run, Map<String, Double> times) throws IOException {
    try (Stream<Path> nodes = Files.list(run)) {
      for (Path node : nodes.toList()) {
        List<String> lines = Files.readAllLines(node);
        milliseconds(lines.get(0))
            .ifPresent(time -> times.merge(node.getFileName().toString(), time, Double::sum));
      }
    }
  }

  /** Empty when there is no such process any more. */
  private static Optional<Double> milliseconds(String process) {
    try {
      String stat = Files.readString(Path.of("/proc", process, "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
      return Optional.of(ticks * MILLISECONDS_PER_TICK);
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
