// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs commands in this JVM, with surroundings of the test's making. */
public final class CommandLineRun {
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private String input = "";
  private final List<String> questions = new ArrayList<>();
  private Optional<String> answer = Optional.empty();

  /**
   * What a run left.
   *
   * @param exitCode its exit code
   * @param out standard output
   * @param err standard error
   */
  public record Result(int exitCode, String out, String err) {}

  public CommandLineRun(Path directory) {
    this.directory = directory;
  }

  public CommandLineRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public CommandLineRun typing(String text) {
    input = text;
    return this;
  }

  /** Somebody at the keyboard, who gives one answer to whatever is asked. */
  public CommandLineRun answering(String line) {
    answer = Optional.of(line);
    return this;
  }

  private Keyboard keyboard() {
    return new Keyboard() {
      @Override
      public Optional<char[]> secret(String prompt) {
        return Optional.empty();
      }

      @Override
      public Optional<String> line(String prompt) {
        questions.add(prompt);
        return answer;
      }
    };
  }

  /** What was asked for a line. */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  public Terminal terminal(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Terminal(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        environment,
        directory,
        directory.resolve("home"),
        Optional.empty(),
        keyboard());
  }

  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Grassland.run(terminal(out, err), arguments);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
