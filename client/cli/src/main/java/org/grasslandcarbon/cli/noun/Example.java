// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.grasslandcarbon.cli.console.Width;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;

/**
 * An action's example as somebody would type it. Files stand for hashes and keys, as they do where
 * people work; what is too long for a command line is shown by way of a template.
 */
final class Example {
  private static final int LINES_MOST = 5;
  private static final int COLUMNS_MOST = 96;
  private static final String KEY = "--key my-key.json";

  private Example() {}

  /** The key that a list needs, when it needs one. */
  static String key(View view) {
    return view.visibility().isPublic() ? "" : " " + KEY;
  }

  /** The lines of help. */
  static String of(String called, Noun.Verb verb, Collection<Argument> arguments) {
    JsonNode example = Codec.tree(verb.action().example());
    List<String> words = new ArrayList<>();
    for (Argument argument : arguments) {
      JsonNode value = argument.in(example);
      if (!value.isMissingNode() && !argument.isWhole()) {
        boolean subject = argument.isNamed(verb.subject());
        words(argument, subject, value)
            .forEach(word -> words.add(subject ? 0 : words.size(), word));
      }
    }
    words.add(KEY);
    List<String> lines = lines(called, words);
    return lines.size() <= LINES_MOST
        ? String.join(" \\\n", lines) + "\n"
        : "  %1$s --template > arguments.json\n  %1$s --file arguments.json %2$s\n"
            .formatted(called, KEY);
  }

  private static List<String> words(Argument argument, boolean subject, JsonNode value) {
    String option = subject ? "" : "--" + argument.name() + " ";
    List<JsonNode> values = value.isArray() ? value.valueStream().toList() : List.of(value);
    if (argument.repeatable() && argument.form().isWithoutCommas() && !values.isEmpty()) {
      return List.of(
          option + values.stream().map(argument.form()::write).collect(Collectors.joining(",")));
    }
    return values.stream()
        .map(each -> option + quoted(argument.form().shown(argument.member(), each)))
        .toList();
  }

  private static String quoted(String text) {
    return text.matches("[\\p{IsHan}A-Za-z0-9._:/,=@+-]+")
        ? text
        : '"' + text.replaceAll("([\"\\\\$`])", "\\\\$1") + '"';
  }

  private static List<String> lines(String called, List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder("  ").append(called);
    for (String word : words) {
      if (Width.of(line.toString()) + Width.of(word) + 1 > COLUMNS_MOST) {
        lines.add(line.toString());
        line = new StringBuilder("     ");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
