// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.scripts;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every script reads its arguments before it does anything: {@code --help} helps, and what it
 * cannot take ends it. The programs that scripts start are replaced by one that leaves a mark.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the network's scripts are for Linux")
class ScriptArgumentsTest {
  private static final int WRONG_USE = 2;

  private static final List<String> PROGRAMS =
      List.of(
          "peer",
          "orderer",
          "osnadmin",
          "configtxgen",
          "configtxlator",
          "cryptogen",
          "openssl",
          "curl",
          "setsid",
          "kill");

  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("OFFICE", "beijing"),
          Map.entry("NEWCOMER", "qinghai"),
          Map.entry("PROVINCE", "qinghai"),
          Map.entry("FROM", "tianjin"),
          Map.entry("NODE", "peer"),
          Map.entry("CERTIFICATE", "0123456789ABCDEF"),
          Map.entry("LABEL", "registry_1"),
          Map.entry("NAME", "probe"),
          Map.entry("NUMBER", "1"),
          Map.entry("INSTRUCTIONS", "1"),
          Map.entry("TRANSFERS", "2"),
          Map.entry("SIGNAL", "TERM"),
          Map.entry("MODULE", "gateway"),
          Map.entry("CALL", "{\"Args\":[\"status\"]}"),
          Map.entry("FILTER", "."),
          Map.entry("SCENARIO", "state"));

  /** Any text may be one of these. */
  private static final Set<String> UNCHECKED = Set.of("FILTER", "COMMAND", "JQ-OPTION");

  @TempDir Path work;

  private Scripts scripts;

  @BeforeEach
  void replace_programs() throws IOException {
    scripts = new Scripts(work);
    scripts.replace(PROGRAMS);
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(work.resolve("program.jar")), new Manifest())) {
      jar.finish();
    }
  }

  @AfterEach
  void nothing_was_started_and_nothing_written() {
    assertThat(scripts.started()).isEmpty();
    assertThat(scripts.data()).doesNotExist();
  }

  private Scripts.Played play(Script script, List<String> arguments) {
    return scripts.play(script, arguments, Map.of());
  }

  private String example(String place) {
    String kind = place.replaceAll("[\\[\\].]", "");
    return switch (kind) {
      case "JAR", "FILE" -> work.resolve("program.jar").toString();
      case "NEWFILE" -> work.resolve("new").toString();
      case "DIRECTORY" -> work.toString();
      case "COMMAND", "JQ-OPTION" -> "true";
      default -> EXAMPLES.getOrDefault(kind, kind.split("\\|")[0]);
    };
  }

  private List<String> least(Script script) {
    return script.places().stream().limit(script.required()).map(this::example).toList();
  }

  private List<String> full(Script script) {
    return script.places().stream().map(this::example).toList();
  }

  private void refuses(Script script, List<String> arguments) {
    Scripts.Played played = play(script, arguments);
    assertThat(played.code())
        .as("%s %s: %s", script, arguments, played.printed())
        .isEqualTo(WRONG_USE);
    assertThat(played.printed())
        .as("%s %s", script, arguments)
        .contains("usage: network/" + script)
        .containsPattern("[\\u4e00-\\u9fff]{2}")
        .containsPattern("\n  [^\\u4e00-\\u9fff\n]+\n");
  }

  private static List<String> with(List<String> arguments, int place, String instead) {
    List<String> changed = new ArrayList<>(arguments);
    changed.set(place, instead);
    return changed;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  @Test
  void there_are_scripts_to_play() {
    assertThat(Script.all())
        .hasSizeGreaterThan(50)
        .map(Script::toString)
        .contains("fabric/up", "conformance/faults");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void a_script_that_is_asked_for_help_tells_in_both_languages_what_it_is_for(String asked) {
    Script.all().parallelStream()
        .forEach(
            script -> {
              Scripts.Played played = play(script, List.of(asked));
              assertThat(played.code()).as("%s %s", script, asked).isZero();
              assertThat(played.printed())
                  .startsWith("用法 usage: network/" + script)
                  .containsPattern("\n\n[^\n]*[\\u4e00-\\u9fff]{4}[^\n]*\n\n[A-Z][a-z' ]+");
            });
  }

  @Test
  void help_is_given_whatever_stands_beside_it() {
    Script.all().stream()
        .filter(script -> script.required() > 0 && !script.passesOn())
        .forEach(
            script ->
                assertThat(play(script, joined(least(script), List.of("--help"))).code())
                    .as(script.toString())
                    .isZero());
  }

  @Test
  void what_must_be_given_is_missed() {
    Script.all().parallelStream()
        .filter(script -> script.required() > 0)
        .forEach(
            script -> {
              refuses(script, List.of());
              refuses(script, least(script).subList(0, script.required() - 1));
            });
  }

  @Test
  void an_unknown_option_is_refused() {
    Script.all().parallelStream()
        .filter(script -> !script.passesOn())
        .forEach(script -> refuses(script, joined(least(script), List.of("--no-such-option"))));
  }

  @Test
  void what_is_given_twice_or_beyond_what_is_taken_is_refused() {
    Script.all().parallelStream()
        .filter(script -> !script.passesOn())
        .forEach(
            script -> {
              List<String> full = full(script);
              refuses(
                  script,
                  full.isEmpty()
                      ? List.of(script.file().getFileName().toString())
                      : joined(full, full));
              script.words().stream()
                  .filter(each -> each.contains("--"))
                  .map(each -> each.replaceAll("[\\[\\]]", ""))
                  .forEach(each -> refuses(script, joined(least(script), List.of(each, each))));
            });
  }

  @Test
  void what_is_none_of_its_kind_is_refused() {
    Script.all().parallelStream()
        .forEach(
            script ->
                IntStream.range(0, script.places().size())
                    .filter(
                        place ->
                            !UNCHECKED.contains(
                                script.places().get(place).replaceAll("[\\[\\].]", "")))
                    .forEach(
                        place -> {
                          List<String> until = full(script).subList(0, place + 1);
                          List<String> all =
                              joined(until, least(script).stream().skip(place + 1).toList());
                          refuses(script, with(all, place, "/no/such/NONSENSE!"));
                          refuses(script, with(all, place, ""));
                        }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "80", "7100x", "65100", "99999", " ", "07100000000"})
  void ports_that_no_office_can_have_are_refused(String ports) {
    Script up = Script.named("fabric/up");
    Scripts.Played played = scripts.play(up, List.of(), Map.of("GRASSLAND_NETWORK_PORTS", ports));
    assertThat(played.code()).isEqualTo(WRONG_USE);
    assertThat(played.printed())
        .contains("GRASSLAND_NETWORK_PORTS")
        .contains("1024")
        .contains("65036");
  }

  @Test
  void the_first_run_wants_one_port() {
    Scripts.Played played =
        scripts.play(
            Script.named("conformance/first-run"), List.of(), Map.of("GRASSLAND_PORT", "65536"));
    assertThat(played.code()).isEqualTo(WRONG_USE);
    assertThat(played.printed()).contains("GRASSLAND_PORT");
  }

  @Test
  void a_data_directory_whose_path_scripts_would_take_for_two_is_refused() {
    Scripts.Played played =
        scripts.play(
            Script.named("fabric/up"),
            List.of(),
            Map.of("GRASSLAND_NETWORK_DATA", work + "/net work"));
    assertThat(played.code()).isNotZero();
    assertThat(played.printed()).contains("GRASSLAND_NETWORK_DATA").contains("white space");
  }

  @Test
  void an_office_that_has_not_joined_is_told_how_it_joins() {
    Scripts.Played played = play(Script.named("fabric/renew"), List.of("qinghai", "peer"));
    assertThat(played.code()).isEqualTo(WRONG_USE);
    assertThat(played.printed()).contains("network/fabric/add-org qinghai");
  }

  @Test
  void a_founder_does_not_join_again() {
    Scripts.Played played = play(Script.named("fabric/add-org"), List.of("beijing"));
    assertThat(played.code()).isEqualTo(WRONG_USE);
    assertThat(played.printed()).contains("beijing founded this network");
  }

  @Test
  void a_network_that_is_not_there_has_no_logs() {
    Scripts.Played played = play(Script.named("fabric/logs"), List.of("beijing", "peer"));
    assertThat(played.code()).isEqualTo(1);
    assertThat(played.printed()).contains("network/fabric/up");
  }

  @Test
  void the_kit_names_its_scenarios_before_it_starts_a_network() {
    for (String name : List.of("conformance/run fabric", "conformance/faults")) {
      List<String> words = List.of(name.split(" "));
      Scripts.Played played =
          play(
              Script.named(words.get(0)),
              joined(words.subList(1, words.size()), List.of("no-such-scenario")));
      assertThat(played.code()).as(played.printed()).isEqualTo(WRONG_USE);
      assertThat(played.printed()).contains("no-such-scenario");
    }
  }

  /** The kit, the benchmarks and others ask the network's functions in shells of their own. */
  @Test
  void a_script_that_has_read_its_arguments_may_read_what_the_networks_scripts_share()
      throws IOException {
    Path file = work.resolve("reads-both");
    Files.writeString(
        file,
        """
        #!/usr/bin/env bash
        set -euo pipefail
        usage="embedded|fabric [NUMBER] [--yes]" zh="试验" en="A trial."
        . %1$s/arguments.sh
        shared() (
          . %1$s/common.sh
          office beijing
          echo "$name $network"
        )
        shared
        # Without a shell of its own, and twice.
        . %1$s/common.sh
        . %1$s/common.sh
        option --yes && echo "$1 $2 $channel"
        """
            .formatted(Script.named("fabric/up").file().getParent()));
    Scripts.Played played =
        scripts.play(new Script(file, List.of()), List.of("--yes", "fabric", "007"), Map.of());
    assertThat(played.code()).as(played.printed()).isZero();
    assertThat(played.printed().lines())
        .containsExactly(
            "beijing " + Script.named("fabric/up").file().getParent(), "fabric 7 grassland");
  }

  @Test
  void no_two_kinds_of_argument_are_unknown_to_this_test() {
    Set<String> kinds =
        Script.all().stream()
            .flatMap(script -> script.places().stream())
            .map(each -> each.replaceAll("[\\[\\].]", ""))
            .filter(each -> Character.isUpperCase(each.charAt(0)))
            .collect(toUnmodifiableSet());
    assertThat(kinds)
        .isSubsetOf(
            joined(
                List.of("JAR", "FILE", "NEWFILE", "DIRECTORY", "SNAPSHOT", "COMMAND", "JQ-OPTION"),
                List.copyOf(EXAMPLES.keySet())));
  }
}
