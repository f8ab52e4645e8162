// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.views.Heading;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;

/** The rows of a view as a table: what its declaration shows where there is little room. */
final class ViewTable {
  private static final String CHINESE = "/zh";
  private static final String ENGLISH = "/en";
  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

  private ViewTable() {}

  static Table<JsonNode> of(View view, List<JsonNode> rows, Language language) {
    Table<JsonNode> table = new Table<>();
    for (Heading heading : headings(view, language)) {
      if (Yuan.isOfFen(heading.name())) {
        Name told = Yuan.told(heading.name());
        table.number(told.zh(), told.en(), row -> yuan(heading.in(row)));
        continue;
      }
      String zh = heading.name().zh();
      String en = heading.name().en();
      if (rows.stream().allMatch(row -> isNumber(heading.in(row)))) {
        table.number(zh, en, row -> cell(heading.in(row), language));
      } else {
        table.text(zh, en, row -> cell(heading.in(row), language));
      }
    }
    return table;
  }

  /** Of a name that stands in two columns, a language each, the reader's. */
  private static List<Heading> headings(View view, Language language) {
    List<Heading> shown = new ArrayList<>();
    for (Heading heading : view.headings()) {
      if (heading.brief()) {
        Heading chosen = inLanguage(view, heading, language);
        if (!shown.contains(chosen)) {
          shown.add(chosen);
        }
      }
    }
    return shown;
  }

  private static Heading inLanguage(View view, Heading heading, Language language) {
    return switch (language) {
      case ZH -> other(view, heading, ENGLISH, CHINESE).orElse(heading);
      case EN -> other(view, heading, CHINESE, ENGLISH).orElse(heading);
      case BOTH -> heading;
    };
  }

  private static Optional<Heading> other(View view, Heading heading, String from, String to) {
    String pointer = heading.pointer();
    if (!pointer.endsWith(from)) {
      return Optional.empty();
    }
    String wanted = pointer.substring(0, pointer.length() - from.length()) + to;
    return view.headings().stream().filter(each -> each.pointer().equals(wanted)).findFirst();
  }

  private static boolean isNumber(JsonNode value) {
    return value.isMissingNode()
        || value.isNumber()
        || value.isString() && value.asString().matches(NUMBER);
  }

  private static String yuan(JsonNode fen) {
    return fen.isIntegralNumber() ? Yuan.text(fen.asLong()) : "";
  }

  private static String cell(JsonNode value, Language language) {
    if (value.isBoolean()) {
      return value.asBoolean() ? language.of("是", "yes") : language.of("否", "no");
    }
    if (value.isArray() && value.valueStream().anyMatch(JsonNode::isContainer)) {
      return Integer.toString(value.size());
    }
    return value.isString() && value.asString().matches("[A-Z][A-Z_]+")
        ? Labels.code(value.asString(), language)
        : Text.of(value, language);
  }
}
