// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plays the scenarios on a target and compares the transcripts with the recording. Run by {@code
 * network/conformance/run}.
 *
 * <p>Arguments: {@code embedded} and a new directory, or {@code fabric}, the network's directory,
 * the file that says where its nodes are, and its version; then {@code --record}, to write the
 * recording instead of comparing with it; then names of scenarios, all when there is none. Run in
 * the repository's root. Exit code 1 when something differs.
 */
public final class Kit {
  private static final Path RECORDED = Path.of("network/conformance/recorded");

  private final Recording recording = new Recording(RECORDED);
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private boolean differs;

  private Kit() {}

  public static void main(String[] arguments) throws IOException {
    List<String> rest = new ArrayList<>(List.of(arguments));
    Kit kit = new Kit();
    if (rest.equals(List.of("--list"))) {
      Scenarios.all().forEach(each -> kit.out.println(each.name()));
      return;
    }
    if (rest.remove(0).equals("embedded")) {
      Path directory = Path.of(rest.remove(0));
      Files.createDirectories(directory);
      try (Target target =
          EmbeddedTarget.open(directory, Path.of("network/fabric/founding.json"))) {
        kit.compare(target, Differences.read(RECORDED.resolve("differences.txt")), names(rest));
      }
    } else {
      Path data = Path.of(rest.remove(0));
      Path endpoints = Path.of(rest.remove(0));
      String version = rest.remove(0);
      try (Target target = FabricTarget.open(data, endpoints)) {
        if (rest.remove("--record")) {
          kit.record(target, version, names(rest));
        } else {
          kit.requireSameVersion(version);
          kit.compare(target, Differences.none(), names(rest));
        }
      }
    }
    // Fabric's client libraries leave threads behind.
    System.exit(kit.differs ? 1 : 0);
  }

  private static Set<String> names(List<String> arguments) {
    return new LinkedHashSet<>(arguments);
  }

  private void requireSameVersion(String version) {
    if (!recording.version().equals(version)) {
      out.println(
          "录制来自 Fabric "
              + recording.version()
              + "，现为 "
              + version
              + "。 The recording was made with Fabric "
              + recording.version()
              + ", this is "
              + version
              + ": network/conformance/run fabric --record makes a new one.");
      differs = true;
    }
  }

  private void record(Target target, String version, Set<String> names) {
    for (Scenario scenario : Scenarios.named(names)) {
      play(scenario, target)
          .ifPresent(
              lines -> {
                recording.write(version, scenario, lines);
                out.println(scenario.name() + ": 已录制 recorded, " + lines.size() + " lines");
              });
    }
  }

  private void compare(Target target, Differences known, Set<String> names) {
    for (Scenario scenario : Scenarios.named(names)) {
      play(scenario, target)
          .ifPresent(
              lines ->
                  report(
                      scenario,
                      lines.size(),
                      known.problems(scenario.name(), recording.read(scenario), lines)));
    }
  }

  /** A scenario that breaks off is reported, and the others are played all the same. */
  private Optional<List<String>> play(Scenario scenario, Target target) {
    try {
      return Optional.of(Playing.play(scenario, target));
    } catch (IllegalStateException e) {
      differs = true;
      out.println(e.getMessage());
      return Optional.empty();
    }
  }

  private void report(Scenario scenario, int lines, List<String> problems) {
    if (problems.isEmpty()) {
      out.println(scenario.name() + ": 与录制一致 as recorded, " + lines + " lines");
      return;
    }
    differs = true;
    out.println(
        scenario.name()
            + ": 与录制不符 not as in "
            + recording.file(scenario)
            + " (- recorded, + played)");
    problems.forEach(out::println);
  }
}
