// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.scripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A script of the product and what it says that it takes.
 *
 * @param file where it is
 * @param words what it takes, in the words of its usage
 */
record Script(Path file, List<String> words) {
  private static final Path NETWORK = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern USAGE = Pattern.compile("^usage=\"([^\"]*)\"$", Pattern.MULTILINE);

  /** Every script of the network and of this kit that somebody may call. */
  static List<Script> all() {
    return Stream.of("fabric", "fabric/nodes", "fabric/steps", "conformance")
        .flatMap(folder -> scripts(NETWORK.resolve(folder)))
        .toList();
  }

  /** One of them, by its path below {@code network}. */
  static Script named(String name) {
    return all().stream()
        .filter(each -> each.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no script " + name));
  }

  private static Stream<Script> scripts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(Files::isExecutable)
          .sorted()
          .toList()
          .stream()
          .map(Script::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Script read(Path file) {
    try {
      Matcher usage = USAGE.matcher(Files.readString(file));
      if (!usage.find()) {
        throw new AssertionError(file + " does not say what it takes (usage=)");
      }
      return new Script(
          file, Arrays.stream(usage.group(1).split(" ")).filter(each -> !each.isEmpty()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it takes by place: kinds, and words to choose from. */
  List<String> places() {
    return words.stream().filter(each -> !each.contains("--")).toList();
  }

  /** How many of the places must be filled. */
  int required() {
    return (int) places().stream().takeWhile(each -> !each.startsWith("[")).count();
  }

  /** Whether it passes on what it is given to another program as it is. */
  boolean passesOn() {
    return words.stream().anyMatch(each -> each.contains("COMMAND") || each.contains("JQ-OPTION"));
  }

  /** Its name as a person calls it. */
  @Override
  public String toString() {
    return NETWORK.relativize(file).toString();
  }
}
