// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The transcripts of a real network, a file for each scenario in a directory of its version. */
final class Recording {
  private static final String DIRECTORY = "fabric-";

  private final Path root;

  /**
   * @param root {@code network/conformance/recorded}
   */
  Recording(Path root) {
    this.root = root;
  }

  /** The version of Fabric that made it. */
  String version() {
    return directory().getFileName().toString().substring(DIRECTORY.length());
  }

  Path file(Scenario scenario) {
    return directory().resolve(scenario.name() + ".txt");
  }

  /** A scenario's lines; none when it has not been recorded. */
  List<String> read(Scenario scenario) {
    try {
      Path file = file(scenario);
      return Files.exists(file)
          ? Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes down what a scenario was on a network of a version; older versions' are dropped. */
  void write(String version, Scenario scenario, List<String> lines) {
    List<String> content = new ArrayList<>();
    content.add("# " + scenario.name() + ": " + scenario.about());
    content.add(
        "# Recorded on Hyperledger Fabric "
            + version
            + ": four organisations, three endorsements, BFT ordering, LevelDB.");
    content.add("# Written by network/conformance/run fabric --record; not to be edited.");
    content.addAll(lines);
    try {
      Path directory = root.resolve(DIRECTORY + version);
      Files.createDirectories(directory);
      Files.write(directory.resolve(scenario.name() + ".txt"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all that is recorded. */
  List<String> names() {
    try (Stream<Path> files = Files.list(directory())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - ".txt".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path directory() {
    try (Stream<Path> directories = Files.list(root)) {
      List<Path> found =
          directories.filter(each -> each.getFileName().toString().startsWith(DIRECTORY)).toList();
      if (found.size() != 1) {
        throw new IllegalStateException(
            root + " must have the recording of one version of Fabric, and has " + found);
      }
      return found.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
