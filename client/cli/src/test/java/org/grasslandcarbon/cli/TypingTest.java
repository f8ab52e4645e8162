// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed wrong, people read our own sentences in the language that they ask for. */
class TypingTest {
  /** What the parsers of command lines and JSON, and the platform, say. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "Unknown option|Missing required|Unmatched|Invalid value|positional|picocli|java\\."
              + "|Exception|Did you mean|Possible solutions|jackson|Unexpected|deserializ|creator",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  @TempDir Path folder;

  static Stream<List<String>> typed() {
    return Stream.of(
        List.of("nonsense"),
        List.of("project", "nonsense"),
        List.of("project", "list", "--nonsense"),
        List.of("project", "list", "--nonsense", "x", "more"),
        List.of("project", "show"),
        List.of("project", "show", "a", "b", "c"),
        List.of("credits", "transfer"),
        List.of("credits", "transfer", "--quantity"),
        List.of("credits", "transfer", "--quantity", "many"),
        List.of("credits", "retire", "--file", "missing.json"),
        List.of("credits", "retire", "--file", "."),
        List.of("credits", "retire", "--file", "broken.json"),
        List.of("instruction", "show", "x"),
        List.of("errors", "A", "B"),
        List.of("report", "import", "missing.csv"),
        List.of("key", "new", "--participant", "x"),
        List.of("--lang"),
        List.of("--gateway", "::", "project", "list"),
        List.of("--gateway", "ftp://x", "project", "list"));
  }

  @ParameterizedTest
  @MethodSource("typed")
  void what_is_typed_wrong_is_told_in_our_own_words(List<String> typed) throws IOException {
    Files.writeString(folder.resolve("broken.json"), "{\"quantity\": NaN,");
    for (String language : List.of("zh", "en")) {
      List<String> arguments =
          Stream.concat(Stream.of("--lang", language), typed.stream()).toList();
      Result result = new CommandLineRun(folder).run(arguments.toArray(String[]::new));
      assertThat(result.exitCode()).as(result.err()).isNotZero().isNotEqualTo(ExitCode.DEFECT);
      assertThat(FOREIGN.matcher(result.err()).find()).as(result.err()).isFalse();
      if (language.equals("zh") && !typed.contains("--lang")) {
        assertThat(CHINESE.matcher(result.err()).find()).as(result.err()).isTrue();
      }
    }
  }

  @Test
  void a_detail_is_in_the_language_asked_for() {
    Result zh = new CommandLineRun(folder).run("--lang", "zh", "project", "list", "--nonsense");
    Result en = new CommandLineRun(folder).run("--lang", "en", "project", "list", "--nonsense");
    Result both = new CommandLineRun(folder).run("project", "list", "--nonsense");

    assertThat(zh.err()).contains("详情: 没有选项 --nonsense").doesNotContain("there is no option");
    assertThat(en.err()).contains("Detail: there is no option --nonsense");
    assertThat(CHINESE.matcher(en.err()).find()).isFalse();
    assertThat(both.err()).contains("没有选项 --nonsense", "there is no option --nonsense");
  }
}
