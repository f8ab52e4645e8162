// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the embedded peer is known to differ from the recording, and why. Each difference must
 * occur exactly as it is written down.
 *
 * <p>The file has a paragraph for each: {@code scenario NAME}, {@code because} and the reason, then
 * the lines that only the recording has after {@code -} and those that only the embedded peer has
 * after {@code +}. Lines that begin with {@code #} are comments.
 */
final class Differences {
  private final Path file;
  private final List<Difference> all;

  /** One of them. */
  private record Difference(String scenario, String reason, TextDiff.Hunk hunk) {}

  private Differences(Path file, List<Difference> all) {
    this.file = file;
    this.all = all;
  }

  static Differences none() {
    return new Differences(Path.of("none"), List.of());
  }

  static Differences read(Path file) {
    List<Difference> all = new ArrayList<>();
    try {
      for (String paragraph : Files.readString(file).split("\n\\s*\n")) {
        List<String> lines =
            paragraph.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        if (!lines.isEmpty()) {
          all.add(difference(file, lines));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Differences(file, all);
  }

  private static Difference difference(Path file, List<String> lines) {
    String scenario = "";
    String reason = "";
    List<String> removed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("scenario ")) {
        scenario = line.substring("scenario ".length());
      } else if (line.startsWith("because ")) {
        reason = line.substring("because ".length());
      } else if (line.startsWith("- ") || line.equals("-")) {
        removed.add(line.substring(Math.min(2, line.length())));
      } else if (line.startsWith("+ ") || line.equals("+")) {
        added.add(line.substring(Math.min(2, line.length())));
      } else {
        throw new IllegalStateException(file + " has a line that is none of its own: " + line);
      }
    }
    if (scenario.isEmpty() || reason.isEmpty()) {
      throw new IllegalStateException(
          file + " has a difference without a scenario or a reason: " + lines);
    }
    return new Difference(scenario, reason, new TextDiff.Hunk(0, removed, added));
  }

  /** The scenarios in which something is known to differ. */
  List<String> scenarios() {
    return all.stream().map(Difference::scenario).distinct().toList();
  }

  /** What is wrong with a scenario's transcript, in words; empty when nothing is. */
  List<String> problems(String scenario, List<String> recorded, List<String> played) {
    List<Difference> open =
        new ArrayList<>(all.stream().filter(each -> each.scenario.equals(scenario)).toList());
    List<String> problems = new ArrayList<>();
    for (TextDiff.Hunk hunk : TextDiff.hunks(recorded, played)) {
      boolean known =
          open.stream()
              .filter(each -> each.hunk.says(hunk))
              .findFirst()
              .map(open::remove)
              .orElse(false);
      if (!known) {
        problems.add(hunk.shown());
      }
    }
    for (Difference each : open) {
      problems.add(
          "a known difference that no longer occurs; take it out of "
              + file
              + " ("
              + each.reason
              + ")"
              + each.hunk.shown().substring(each.hunk.shown().indexOf('\n')));
    }
    return problems;
  }
}
