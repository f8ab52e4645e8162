// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.cli.CommandLineRun;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.cli.ExitCode;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.JsonSchema;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What holds for every action of the catalogue, those included that come after this test. */
class EveryActionTest {
  private static final ParticipantId SIGNER = new ParticipantId("91110000600037341L");

  @TempDir Path folder;

  private CommandLineRun run;

  /** An action at its noun. */
  record Said(Noun noun, Noun.Verb verb) {
    List<String> words() {
      return List.of(noun.name(), verb.name());
    }

    @Override
    public String toString() {
      return noun.name() + " " + verb.name();
    }
  }

  static Stream<Said> all() {
    return Catalogue.nouns().stream()
        .flatMap(noun -> noun.verbs().stream().map(verb -> new Said(noun, verb)));
  }

  @BeforeEach
  void makeKey() {
    KeyFile.plain(SIGNER, "signer", SigningKey.generate(new SecureRandom()), false)
        .write(folder.resolve("signer.json"));
    run = new CommandLineRun(folder).with("GRASSLAND_KEY", "signer.json");
  }

  private Result run(Said said, String... more) {
    return run.run(
        Stream.concat(said.words().stream(), Arrays.stream(more)).toArray(String[]::new));
  }

  private static JsonNode example(Said said) {
    return Codec.tree(said.verb().action().example());
  }

  /** The arguments that a run would send. */
  private String signed(Said said, String... more) {
    List<String> words = new ArrayList<>(List.of(more));
    words.add("--sign-only");
    Result result = run(said, words.toArray(String[]::new));
    assertThat(result.err()).as(words.toString()).isEmpty();
    assertThat(result.exitCode()).isZero();
    InstructionText text = InstructionText.parse(result.out().strip());
    assertThat(text.action()).isEqualTo(said.verb().action().name());
    byte[] payload = Base64.getUrlDecoder().decode(text.jws().split("\\.")[1]);
    return Codec.text(Codec.read(payload, SignedInstruction.Payload.class).args());
  }

  @Test
  void every_action_of_the_catalogue_is_said_of_one_noun() {
    assertThat(all().map(said -> said.verb().action().name()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.actions().stream().map(ActionType::name).toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void its_help_says_in_both_languages_what_it_does_and_what_each_argument_is(Said said) {
    Result help = run(said, "--help");

    String page = help.out().replaceAll("\\s+", "");
    ActionType<?> action = said.verb().action();
    assertThat(help.exitCode()).isZero();
    assertThat(page).contains(squeezed(action.title().zh()), squeezed(action.title().en()));
    for (RecordComponent component : action.argsClass().getRecordComponents()) {
      Means means = component.getAnnotation(Means.class);
      // Arguments of money are typed in yuan, and their descriptions say so.
      boolean isMoney = component.getGenericType().getTypeName().contains(Fen.class.getName());
      Name declared = Name.of(means.zh(), means.en());
      Name told = isMoney ? Yuan.told(declared) : declared;
      assertThat(page).contains(squeezed(told.zh()), squeezed(told.en()));
    }
    assertThat(help.out().substring(help.out().indexOf("示例 Example:")))
        .contains("  grassland " + said);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_member_that_its_schema_names_can_be_said(Said said) {
    Set<String> names =
        VerbCommand.spec(said.verb()).args().stream()
            .map(EveryActionTest::name)
            .collect(Collectors.toSet());

    requireSaid(names, "", JsonSchema.of(said.verb().action().argsClass()));
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option
        ? option.longestName().substring(2)
        : arg.paramLabel().toLowerCase(Locale.ROOT);
  }

  /** A member is said as one, or each of its members is. */
  private static void requireSaid(Set<String> names, String prefix, JsonNode schema) {
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      String name = prefix + member.getKey().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (names.stream().anyMatch(each -> each.startsWith(name + "-"))
          && member.getValue().has("properties")) {
        requireSaid(names, name + "-", member.getValue());
      } else {
        assertThat(names).contains(name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void each_argument_says_in_both_languages_what_is_accepted(Said said) {
    for (Argument argument : Argument.of(said.verb().action().argsClass())) {
      assertThat(argument.form().accepted().zh()).as(argument.name()).isNotBlank();
      assertThat(argument.form().accepted().en()).as(argument.name()).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void its_example_said_by_options_is_its_example(Said said) {
    JsonNode example = example(said);
    List<String> words = new ArrayList<>();
    for (Argument argument : Argument.of(said.verb().action().argsClass())) {
      if (!argument.isWhole()) {
        words.addAll(words(said, argument, argument.in(example)));
      }
    }

    assertThat(signed(said, words.toArray(String[]::new))).isEqualTo(Codec.text(example));
  }

  private static List<String> words(Said said, Argument argument, JsonNode value) {
    List<JsonNode> values = argument.repeatable() ? value.valueStream().toList() : List.of(value);
    return values.stream()
        .filter(each -> !each.isMissingNode())
        .flatMap(
            each ->
                argument.isNamed(said.verb().subject())
                    ? Stream.of(argument.form().write(each))
                    : Stream.of("--" + argument.name(), argument.form().write(each)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void its_template_given_as_the_file_is_its_example(Said said) throws IOException {
    Result template = run(said, "--template");
    Files.writeString(folder.resolve("arguments.json"), template.out());

    assertThat(template.exitCode()).isZero();
    assertThat(signed(said, "--file", "arguments.json")).isEqualTo(Codec.text(example(said)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void the_example_of_its_help_is_a_command_line_that_the_parser_takes(Said said) {
    CommandSpec spec = CommandSpec.create().name("grassland");
    spec.addSubcommand("verb", VerbCommand.spec(said.verb()));
    String help = run(said, "--help").out();
    String shown = help.substring(help.indexOf("示例 Example:")).replace(" \\\n", " ");
    String line = shown.lines().filter(each -> each.startsWith("  grassland")).findFirst().get();
    List<String> words = shellWords(line.replace(" > arguments.json", ""));
    List<String> own = new ArrayList<>(words.subList(3, words.size()));
    int key = own.indexOf("--key");
    if (key >= 0) {
      own.subList(key, key + 2).clear();
    }

    new CommandLine(spec.subcommands().get("verb").getCommandSpec())
        .parseArgs(own.toArray(String[]::new));
    assertThat(words.subList(1, 3)).isEqualTo(said.words());
  }

  /** As a shell splits a line with plain words and texts in double quotes. */
  private static List<String> shellWords(String line) {
    return Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|\\S+")
        .matcher(line)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void without_arguments_it_names_all_that_it_needs_and_signs_nothing(Said said) {
    Result result = run(said, "--sign-only");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(said + " --template");
    for (Argument argument : Argument.of(said.verb().action().argsClass())) {
      boolean isNeeded =
          argument.isMissing(JsonNodeFactory.instance.objectNode())
              && !argument.isNamed(said.verb().signer());
      if (isNeeded) {
        String name = argument.name();
        boolean positional = argument.isNamed(said.verb().subject());
        assertThat(result.err())
            .contains(positional ? name.toUpperCase(Locale.ROOT) : "--" + name)
            .contains("缺少 ", " is missing");
      }
    }
  }
}
