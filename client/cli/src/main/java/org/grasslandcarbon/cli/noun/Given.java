// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Width;
import org.grasslandcarbon.domain.value.Name;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.JsonNode;

/**
 * An option or a positional parameter of a command that nobody writes, and what a person gave.
 *
 * @param typed what it is called in sentences, e.g. {@code --quantity}
 * @param form how its values are written
 * @param spec what picocli knows of it, with the texts once they are parsed
 */
record Given(String typed, Form form, ArgSpec spec) {
  /** More of a wrong value helps nobody to find it. */
  private static final int SHOWN_COLUMNS_MOST = 60;

  /** An option that is given once, or several times. */
  static Given option(String name, Name means, Form form, boolean repeatable) {
    Class<?> type = repeatable ? List.class : String.class;
    return new Given(
        "--" + name,
        form,
        OptionSpec.builder("--" + name)
            .type(type)
            .auxiliaryTypes(String.class)
            .paramLabel(form.label())
            .description(description(means, form))
            .build());
  }

  /** What a command is about, given without its name. */
  static Given positional(String name, Name means, Form form, boolean required) {
    String label = name.toUpperCase(Locale.ROOT);
    return new Given(
        label,
        form,
        PositionalParamSpec.builder()
            .index("0")
            .arity(required ? "1" : "0..1")
            .required(required)
            .type(String.class)
            .paramLabel(label)
            .description(description(withForm(means, form), form))
            .build());
  }

  /** The label of an option says what form its value has; that of a parameter is its name. */
  private static Name withForm(Name means, Form form) {
    return form.isWithoutCommas()
        ? Name.of(means.zh() + "：" + form.accepted().zh(), means.en() + ": " + form.accepted().en())
        : means;
  }

  private static String[] description(Name means, Form form) {
    List<String> lines = new ArrayList<>(List.of(means.zh() + "。", means.en() + "."));
    form.details().forEach(each -> lines.addAll(List.of(each.zh(), each.en())));
    // The lines are formats for picocli.
    return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
  }

  /** Whether nothing was given. */
  boolean isAbsent() {
    return spec.getValue() == null;
  }

  /** Every value, read. */
  List<JsonNode> values(Session session) {
    List<String> texts = new ArrayList<>();
    if (spec.getValue() instanceof List<?> several) {
      several.forEach(each -> texts.addAll(split(each.toString())));
    } else if (spec.getValue() != null) {
      texts.add(spec.getValue().toString());
    }
    List<JsonNode> values = new ArrayList<>();
    texts.forEach(text -> values.add(read(text, session)));
    return values;
  }

  private List<String> split(String text) {
    return form.isWithoutCommas() ? Arrays.asList(text.split(",")) : List.of(text);
  }

  private JsonNode read(String text, Session session) {
    try {
      return form.read(text, session);
    } catch (IllegalArgumentException e) {
      String shown = Width.cut(text, SHOWN_COLUMNS_MOST);
      throw new UsageException(
          typed + "：“" + shown + "”不正确，应为" + form.accepted().zh() + "。",
          typed + ": \"" + shown + "\" is not right, it should be " + form.accepted().en() + ".");
    } catch (UsageException e) {
      throw e.concerning(typed, form.accepted());
    }
  }
}
