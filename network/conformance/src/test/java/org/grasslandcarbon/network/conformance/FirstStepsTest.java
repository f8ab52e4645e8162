// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.network.standalone.OpenedLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What newcomers do first, as processes of their own: the tour, and the guides. */
class FirstStepsTest {
  private static final Path ROOT = root();

  /** A guide is thirty starts of a JVM, on a machine that has other tests to run as well. */
  private static final int MINUTES_MOST = 6;

  @TempDir static Path data;

  private static OpenedLedger opened;
  private static OfficeGateway gateway;

  @BeforeAll
  static void start() {
    opened = OpenedLedger.open(data, true);
    gateway = new OfficeGateway(opened.ledger(), data);
  }

  @AfterAll
  static void stop() {
    gateway.close();
    opened.close();
  }

  private static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("mvnw"))) {
      directory = directory.getParent();
    }
    return directory;
  }

  /** Runs a command in the root of the checkout against the gateway; answers what it printed. */
  private static String run(int exitCode, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(data, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    builder.environment().put("GRASSLAND_GATEWAY", gateway.address().toString());
    builder.environment().put("GRASSLAND_DATA", data.toString());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    boolean ended = process.waitFor(MINUTES_MOST, TimeUnit.MINUTES);
    process.destroyForcibly();
    String printed = Files.readString(output);
    assertThat(ended).as("it ends: %s", printed).isTrue();
    assertThat(process.exitValue()).as(printed).isEqualTo(exitCode);
    return printed;
  }

  @Test
  void the_tour_finds_everything_as_the_rules_say_and_can_be_repeated() throws Exception {
    assertThat(run(0, "client/grassland", "tour")).contains("0 not as the rules say");
    assertThat(run(0, "client/grassland", "tour")).contains("0 not as the rules say");
  }

  /** Some dozens of processes each: not with every build, but before every change that lands. */
  @ParameterizedTest
  @MethodSource("guides")
  @EnabledIfSystemProperty(named = "grassland.guides", matches = "true")
  void every_guide_works_as_it_stands(Path guide) throws Exception {
    Path script = data.resolve(guide.getFileName() + ".sh");
    Files.writeString(script, "set -euo pipefail\n" + blocks(Files.readAllLines(guide)));
    run(0, "bash", script.toString());
  }

  static List<Path> guides() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/guide"))) {
      return pages.filter(page -> page.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static String blocks(List<String> page) {
    boolean[] inside = {false};
    return page.stream()
        .filter(
            line -> {
              boolean fence = line.startsWith("```");
              inside[0] = fence ? line.equals("```bash") : inside[0];
              return inside[0] && !fence;
            })
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void the_command_line_answers_programs_with_json_and_people_with_tables() throws Exception {
    assertThat(run(0, "client/grassland", "project", "list")).contains("GCS-152221-2021-0001");
    assertThat(run(0, "client/grassland", "--json", "project", "list"))
        .startsWith("{")
        .contains("\"GCS-152221-2021-0001\"");
  }

  @Test
  void a_refusal_has_its_own_exit_code_and_a_sentence_in_both_languages() throws Exception {
    String printed =
        run(
            1,
            "client/grassland",
            "--as",
            "owner-golog",
            "credits",
            "transfer",
            "CN-GCS-632626-20210001-2021-001",
            "--quantity",
            "99999999",
            "--recipient",
            "911101010EX000031Q");
    assertThat(printed).contains("INSUFFICIENT_CREDITS").contains("可用的减排量不足");
  }
}
