// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.domain.json.Codec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class HelpTest {
  private final CommandLine root =
      Grassland.commandLine(
          new CommandLineRun(Path.of("."))
              .terminal(new ByteArrayOutputStream(), new ByteArrayOutputStream()),
          word -> true,
          Language.BOTH);

  private static List<CommandLine> all(CommandLine line) {
    List<CommandLine> all = new ArrayList<>(List.of(line));
    line.getSubcommands().values().forEach(below -> all.addAll(all(below)));
    return all;
  }

  @TestFactory
  Stream<DynamicTest> every_command_explains_itself_in_both_languages_with_an_example() {
    return all(root).stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.getCommandSpec().qualifiedName(),
                    () -> {
                      String name = line.getCommandSpec().qualifiedName();
                      String help = line.getUsageMessage();
                      assertThat(help).containsPattern("\\p{IsHan}.*。").contains("示例 Example:");
                      assertThat(help.substring(help.indexOf("示例"))).contains("  " + name + "");
                      assertThat(line.getCommandSpec().usageMessage().description())
                          .hasSizeBetween(2, 4);
                      assertThat(help).doesNotContain("--audience");
                    }));
  }

  @Test
  void every_option_is_described_in_both_languages() {
    for (CommandLine line : all(root)) {
      line.getCommandSpec()
          .args()
          .forEach(
              arg -> {
                assertThat(String.join("\n", arg.description()))
                    .as(line.getCommandSpec().qualifiedName() + " " + arg)
                    .containsPattern("\\p{IsHan}");
                // In pairs, for readers of one language.
                assertThat(arg.description().length % 2).as(arg.toString()).isZero();
                assertThat(arg.description()).isNotEmpty();
              });
    }
  }

  @Test
  void help_in_one_language_has_nothing_of_the_other() {
    for (CommandLine line : all(in(Language.EN))) {
      String help = line.getUsageMessage();
      // An example may have a Chinese name in it.
      String text = help.substring(0, help.indexOf("Example:"));
      assertThat(text).as(text).doesNotContainPattern("[\\p{IsHan}，。；：、（）]");
      assertThat(text).contains("Usage:").doesNotContain("%%");
    }
    for (CommandLine line : all(in(Language.ZH))) {
      assertThat(line.getUsageMessage())
          .contains("用法: ", "示例:")
          .doesNotContain("Usage", "Example:", "Options", "Given by", "Default");
    }
  }

  private static CommandLine in(Language language) {
    return Grassland.commandLine(
        new CommandLineRun(Path.of("."))
            .terminal(new ByteArrayOutputStream(), new ByteArrayOutputStream()),
        word -> true,
        language);
  }

  @Test
  void the_language_is_asked_for_by_option_or_environment() {
    CommandLineRun run = new CommandLineRun(Path.of("."));

    assertThat(run.run("--lang", "en", "--help").out()).contains("Options of all commands:\n");
    assertThat(run.run("credits", "--lang=zh", "--help").out()).startsWith("用法: ");
    assertThat(run.run("credits", "--wrong", "--lang", "en").err())
        .doesNotContainPattern("\\p{IsHan}");
    assertThat(run.with("GRASSLAND_LANG", "en").run("--help").out())
        .doesNotContainPattern("\\p{IsHan}");
  }

  @Test
  void what_is_not_right_is_said_in_the_readers_language_all_together_and_as_one_document() {
    CommandLineRun run = new CommandLineRun(Path.of("."));

    CommandLineRun.Result missing = run.run("key", "new", "--lang", "zh");
    CommandLineRun.Result unknown = run.run("credits", "retir", "--lang", "zh");
    CommandLineRun.Result wrong = run.run("batch", "list", "--limit", "many", "--lang", "en");
    CommandLineRun.Result programs = run.run("credits", "retir", "--json");

    assertThat(missing.err()).contains("缺少 ", "--participant CODE", "--label TEXT", "--out FILE");
    assertThat(unknown.err()).contains("无法识别：retir", "是否想输入：", "retire");
    assertThat(missing.err() + unknown.err()).doesNotContain("Missing", "Unmatched", "Did you");
    assertThat(wrong.err()).contains("--limit N: \"many\" is not right");
    assertThat(Codec.read(programs.err(), JsonNode.class).path("exitCode").asInt())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void only_the_noun_that_is_asked_for_is_built() {
    Map<String, CommandLine> nouns =
        Grassland.commandLine(
                new CommandLineRun(Path.of("."))
                    .terminal(new ByteArrayOutputStream(), new ByteArrayOutputStream()),
                "credits"::equals,
                Language.BOTH)
            .getSubcommands();

    assertThat(nouns.keySet()).isEqualTo(root.getSubcommands().keySet());
    nouns.forEach(
        (name, noun) ->
            assertThat(noun.getSubcommands().isEmpty())
                .as(name)
                .isEqualTo(!name.equals("credits")));
  }

  @Test
  void the_exit_codes_are_listed_at_the_root() {
    String help = root.getUsageMessage();

    assertThat(help).contains("退出码 Exit codes:").contains("instruction resume");
  }
}
