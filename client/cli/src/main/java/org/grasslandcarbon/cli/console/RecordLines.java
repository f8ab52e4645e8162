// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One document as labelled lines, nested parts indented. */
public final class RecordLines {
  /** Longer lists (coordinates, worksheets) are counted, not shown; {@code --json} has them all. */
  private static final int ELEMENTS_MOST = 40;

  private static final int LABEL_COLUMNS = 28;

  private final Language language;
  private final List<String> lines = new ArrayList<>();

  private RecordLines(Language language) {
    this.language = language;
  }

  /** The lines of a document. */
  public static List<String> of(JsonNode document, Language language) {
    RecordLines lines = new RecordLines(language);
    lines.members(document, "");
    return lines.lines;
  }

  private void members(JsonNode object, String indent) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      member(indent, Labels.member(member.getKey(), language), member.getValue());
    }
  }

  private void member(String indent, String label, JsonNode value) {
    boolean name = value.isObject() && value.has("zh") && value.has("en");
    if (value.isObject() && !name) {
      lines.add(indent + label);
      members(value, indent + "  ");
    } else if (value.isArray() && hasStructure(value)) {
      list(indent, label, value);
    } else {
      String head = Width.padRight(indent + label, LABEL_COLUMNS);
      lines.add((head + "  " + Text.printable(value(value))).stripTrailing());
    }
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
    if (value.isArray()) {
      StringBuilder joined = new StringBuilder();
      value.forEach(each -> joined.append(joined.isEmpty() ? "" : ", ").append(value(each)));
      return joined.toString();
    }
    return value.isString() && value.asString().matches("[A-Z][A-Z_]+")
        ? Labels.code(value.asString(), language)
        : Text.of(value, language);
  }
}
