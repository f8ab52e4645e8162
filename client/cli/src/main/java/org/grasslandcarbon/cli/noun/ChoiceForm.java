// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

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

  @Override
  public String label() {
    return choices().size() <= IN_LABEL_MOST
        ? String.join("|", choices())
        : Words.hyphenated(type.getSimpleName()).toUpperCase(Locale.ROOT);
  }

  @Override
  public Name accepted() {
    return Name.of(String.join("、", choices()) + " 之一", "one of " + String.join(", ", choices()));
  }

  @Override
  public List<Name> details() {
    String all = String.join(", ", choices());
    return choices().size() <= IN_LABEL_MOST ? List.of() : List.of(Name.of(all, all));
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
