// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One document as labelled lines, nested parts indented. */
public final class RecordLines {
  /** Longer lists (coordinates, worksheets) are counted, not shown; {@code --json} has them all. */
  private static final int ELEMENTS_MOST = 40;

  private static final int LABEL_COLUMNS = 32;

  /**
   * A part of so few plain members reads best in one line, e.g. a period or a unit with a value.
   */
  private static final int MEMBERS_OF_A_LINE = 3;

  private final Language language;
  private final List<String> lines = new ArrayList<>();

  private RecordLines(Language language) {
    this.language = language;
  }

  /** The lines of a document. */
  public static List<String> of(JsonNode document, Language language) {
    RecordLines lines = new RecordLines(language);
    lines.members(document, "");
    return List.copyOf(lines.lines);
  }

  private void members(JsonNode object, String indent) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String label = Text.printable(Labels.member(member.getKey(), language));
      member(indent, label, member.getValue());
    }
  }

  private void member(String indent, String label, JsonNode value) {
    if (value.isContainer() && value.isEmpty()) {
      return;
    }
    if (value.isArray() && hasStructure(value)) {
      list(indent, label, value);
    } else if (value.isObject() && !isName(value) && !isOneLine(value)) {
      lines.add(indent + label);
      members(value, indent + "  ");
    } else {
      String head = Width.padRight(indent + label, LABEL_COLUMNS);
      lines.add((head + "  " + Text.printable(value(value))).stripTrailing());
    }
  }

  private static boolean isName(JsonNode object) {
    return object.has("zh") && object.has("en");
  }

  private static boolean isOneLine(JsonNode object) {
    return object.size() <= MEMBERS_OF_A_LINE
        && object.valueStream().noneMatch(JsonNode::isContainer);
  }

  private void list(String indent, String label, JsonNode array) {
    if (array.size() > ELEMENTS_MOST || array.get(0).isArray()) {
      lines.add(
          Width.padRight(indent + label, LABEL_COLUMNS)
              + "  "
              + language.of(
                  array.size() + " 项（用 --json 查看）", array.size() + " entries (--json shows them)"));
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      member(indent, label + " " + (i + 1), array.get(i));
    }
  }

  private static boolean hasStructure(JsonNode array) {
    return !array.isEmpty() && (array.get(0).isObject() || array.get(0).isArray());
  }

  private String value(JsonNode value) {
    if (value.isArray() || value.isObject() && !isName(value)) {
      return value.valueStream().map(this::value).collect(Collectors.joining(", "));
    }
    return value.isString() && value.asString().matches("[A-Z][A-Z_]+")
        ? Labels.code(value.asString(), language)
        : Text.of(value, language);
  }
}
