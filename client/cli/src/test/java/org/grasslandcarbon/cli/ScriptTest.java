// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command as a process, by the script that people call. */
class ScriptTest {
  private static final Path SCRIPT = Path.of("../grassland").toAbsolutePath().normalize();
  private static final int SECONDS_MOST = 60;

  @TempDir Path folder;

  private ScriptedGateway gateway;

  private record Ended(int exitCode, String out, String err) {}

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private Ended run(Path script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GRASSLAND_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(SECONDS_MOST, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void it_works_from_any_directory_through_a_link_and_in_a_locale_without_chinese()
      throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("gl"), SCRIPT);
    gateway.answers(200, "{\"items\": [], \"total\": 0}");

    Ended explained = run(link, Map.of("LC_ALL", "C"), "errors", "NO_CALENDAR");
    Ended listed =
        run(
            link,
            Map.of("LC_ALL", "POSIX", "GRASSLAND_GATEWAY", gateway.address()),
            "project",
            "list",
            "--search",
            "锡林郭勒");

    assertThat(explained.exitCode()).isZero();
    assertThat(explained.out()).contains(ErrorCode.NO_CALENDAR.zh());
    assertThat(listed.exitCode()).isZero();
    assertThat(gateway.asked().get(0).line()).contains("q=%E9%94%A1%E6%9E%97%E9%83%AD%E5%8B%92");
  }

  @Test
  void exit_codes_pass_through_and_nothing_prints_a_stack_trace() throws Exception {
    gateway.refuses(404, "NOT_FOUND", false);
    Map<String, String> environment = Map.of("GRASSLAND_GATEWAY", gateway.address());

    Ended refused = run(SCRIPT, environment, "--json", "project", "show", "GCS-152502-2024-0001");
    Ended usage = run(SCRIPT, environment, "project", "shw");
    Ended keyless = run(SCRIPT, environment, "holding", "list", "--key", "none.json");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(Codec.read(refused.err(), JsonNode.class).path("code").asString())
        .isEqualTo("NOT_FOUND");
    assertThat(usage.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(keyless.exitCode()).isEqualTo(ExitCode.LOCAL_FILE);
    assertThat(refused.err() + usage.err() + keyless.err()).doesNotContain("\tat ");
  }

  @Test
  void a_key_is_made_as_a_process_would_make_it() throws Exception {
    Ended made =
        run(
            SCRIPT,
            Map.of("GRASSLAND_PASSPHRASE", "seven horses, no moon"),
            "key",
            "new",
            "--participant",
            "91110000600037341L",
            "--label",
            "办公室 laptop",
            "--out",
            "my-key.json");

    assertThat(made.exitCode()).isZero();
    Path file = folder.resolve("my-key.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("办公室 laptop");
  }

  @Test
  void help_lists_all_nouns_and_loads_no_action() throws Exception {
    Path loaded = folder.resolve("loaded");

    Ended help =
        run(SCRIPT, Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded), "--help");

    assertThat(help.exitCode()).isZero();
    for (Noun noun : Catalogue.nouns()) {
      assertThat(help.out()).contains("  " + noun.name() + " ", noun.title().zh());
    }
    for (View view : Views.all()) {
      assertThat(help.out()).contains("  " + view.noun() + " ", view.title().zh());
    }
    String classes = Files.readString(loaded);
    assertThat(classes).contains(Catalogue.class.getName() + " ");
    for (ActionType<?> action : Catalogue.actions()) {
      assertThat(classes).doesNotContain(action.argsClass().getName() + " ");
    }
  }

  @Test
  void a_clerk_that_is_asked_to_end_finishes_and_ends_with_0() throws Exception {
    KeyFile.plain(
            new ParticipantId("91110000600037341L"),
            "exchange",
            SigningKey.generate(new SecureRandom()),
            false)
        .write(folder.resolve("exchange.json"));
    String venue = "91110000600037341L-CBGEX";
    gateway.at("/venues/" + venue, "{\"id\": \"" + venue + "\", \"rules\": []}");
    gateway.at("/market", "{\"items\": [], \"total\": 0}");
    ProcessBuilder builder =
        new ProcessBuilder(
                SCRIPT.toString(),
                "exchange",
                "run",
                "--venue",
                venue,
                "--key",
                "exchange.json",
                "--lang",
                "en",
                "--gateway",
                gateway.address())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).contains("the clerk begins");
      // Its streams stay open, unlike those of a process that is destroyed.
      process.toHandle().destroy();
      assertThat(process.waitFor(SECONDS_MOST, TimeUnit.SECONDS)).isTrue();
      assertThat(said.lines().toList()).last().asString().contains("the clerk ends");
      assertThat(process.exitValue()).isEqualTo(ExitCode.OK);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void java_is_started_once_and_its_version_read_from_the_jdk() throws Exception {
    Path real = Path.of(System.getProperty("java.home"));
    Path home = folder.resolve("jdk");
    Path started = folder.resolve("started");
    makeJava(home, "echo >> '" + started + "'\nexec '" + real.resolve("bin/java") + "' \"$@\"\n");
    Files.copy(real.resolve("release"), home.resolve("release"));
    Path old = folder.resolve("eleven");
    makeJava(old, "exit 9\n");
    Files.writeString(
        old.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"11.0.2\"\n");

    Ended ended = run(SCRIPT, Map.of("JAVA_HOME", home.toString()), "errors", "NO_CALENDAR");
    Ended eleven = run(SCRIPT, Map.of("JAVA_HOME", old.toString()), "errors", "NO_CALENDAR");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(Files.readAllLines(started)).hasSize(1);
    assertThat(eleven.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(eleven.err()).contains("this is 11");
  }

  private static void makeJava(Path home, String script) throws IOException {
    Path java = home.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void what_is_printed_does_not_depend_on_how_picocli_is_loaded() throws Exception {
    Ended script = run(SCRIPT, Map.of(), "credits", "retire", "--help");
    Ended wrong = run(SCRIPT, Map.of(), "credits", "retir");

    assertThat(script.out())
        .isEqualTo(new CommandLineRun(folder).run("credits", "retire", "--help").out());
    assertThat(wrong.err())
        .isEqualTo(new CommandLineRun(folder).run("credits", "retir").err())
        .contains("retire");
  }

  @Test
  void an_old_or_missing_java_is_answered_with_a_sentence() throws Exception {
    // One that has no file of its version is asked.
    makeJava(folder.resolve("old"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");

    Ended eleven = run(SCRIPT, Map.of("JAVA_HOME", folder.resolve("old").toString()), "errors");
    Ended none = run(SCRIPT, Map.of("JAVA_HOME", folder.resolve("no").toString()), "errors");

    assertThat(eleven.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(eleven.err()).contains("Java 17").contains("11");
    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("Java");
  }

  @Test
  void a_checkout_that_was_not_built_says_how_to_build_it() throws Exception {
    Path copy = folder.resolve("product/client/grassland");
    Files.createDirectories(copy.getParent());
    Files.copy(SCRIPT, copy);

    Ended ended = run(copy, Map.of(), "errors");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("./mvnw").contains("构建");
  }
}
