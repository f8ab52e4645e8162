// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.domain.value.Name;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One of an enum's constants, whatever its case.
 *
 * @param type the enum
 */
record ChoiceForm(Class<?> type) implements Form {
  /** As many fit beside an option; more stand below it. */
  private static final int IN_LABEL_MOST = 3;

  private static final int LINE_MOST = 160;

  @Override
  public String label() {
    return choices().size() <= IN_LABEL_MOST
        ? String.join("|", choices())
        : Words.hyphenated(type.getSimpleName()).toUpperCase(Locale.ROOT);
  }

  @Override
  public Name accepted() {
    return lines().size() > 1
        ? Name.of("帮助中 " + label() + " 所列之一", "one of those that the help lists as " + label())
        : Name.of(String.join("、", choices()) + " 之一", "one of " + String.join(", ", choices()));
  }

  @Override
  public List<Name> details() {
    return choices().size() <= IN_LABEL_MOST
        ? List.of()
        : lines().stream().map(line -> Name.of(line, line)).toList();
  }

  /** All choices, as many a line as people read at once. */
  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String choice : choices()) {
      if (line.length() + choice.length() > LINE_MOST) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : ", ").append(choice);
    }
    lines.add(line.toString());
    return lines;
  }

  private List<String> choices() {
    return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
  }

  @Override
  public boolean isWithoutCommas() {
    return true;
  }

  @Override
  public JsonNode read(String text, Session session) {
    String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    if (!choices().contains(wanted)) {
      throw new IllegalArgumentException(text);
    }
    return JsonNodeFactory.instance.stringNode(wanted);
  }

  @Override
  public String write(JsonNode value) {
    return value.asString();
  }
}
