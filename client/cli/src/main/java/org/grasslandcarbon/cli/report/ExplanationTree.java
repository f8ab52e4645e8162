// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.cli.console.Width;
import tools.jackson.databind.JsonNode;

/**
 * A computation as a tree that can be followed with a pocket calculator: each line with its
 * equation's name and formula, and every number that goes into it with unit and origin; below it
 * the lines that it uses. A line that several use is explained once.
 */
final class ExplanationTree {
  private static final String EQUATION_PREFIX = "Eq.";
  private static final String INDENT = "   ";
  private static final int SYMBOL_COLUMNS = 34;

  private final Language language;
  private final Map<Integer, JsonNode> lines = new HashMap<>();
  private final Map<String, JsonNode> equations = new HashMap<>();
  private final Set<Integer> explained = new HashSet<>();
  private final List<String> shown = new ArrayList<>();

  ExplanationTree(JsonNode explanation, Language language) {
    this.language = language;
    explanation.path("lines").forEach(line -> lines.put(line.path("number").asInt(), line));
    explanation
        .path("equations")
        .forEach(equation -> equations.put(equation.path("id").asString(""), equation));
  }

  /** The whole tree, or the part below the lines that a person names. */
  List<String> show(Optional<String> wanted, int depth) {
    for (int number : wanted.map(this::named).orElseGet(this::roots)) {
      explain(number, "", depth);
    }
    return shown;
  }

  /** Lines that no other uses. */
  private Set<Integer> roots() {
    Set<Integer> roots = new TreeSet<>(lines.keySet());
    lines
        .values()
        .forEach(
            line ->
                line.path("inputs").forEach(input -> roots.remove(input.path("line").asInt(0))));
    return roots;
  }

  private Set<Integer> named(String wanted) {
    String text = wanted.strip();
    boolean isEquation = text.regionMatches(true, 0, EQUATION_PREFIX, 0, EQUATION_PREFIX.length());
    String id = isEquation ? text.substring(EQUATION_PREFIX.length()).strip() : text;
    Set<Integer> found = new TreeSet<>();
    if (!isEquation && id.matches("[0-9]{1,6}")) {
      found.add(Integer.parseInt(id));
      found.retainAll(lines.keySet());
    } else {
      lines.forEach(
          (number, line) -> {
            if (line.path("equation").asString("").equalsIgnoreCase(id)) {
              found.add(number);
            }
          });
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "核算中没有 " + wanted + "；公式有 " + new TreeSet<>(equations.keySet()),
          "The computation has no "
              + wanted
              + "; its equations are "
              + new TreeSet<>(equations.keySet()));
    }
    return found;
  }

  private void explain(int number, String indent, int depth) {
    JsonNode line = lines.get(number);
    explained.add(number);
    String id = line.path("equation").asString("");
    JsonNode equation = equations.getOrDefault(id, line.path("none"));
    add(
        indent,
        "["
            + number
            + "] "
            + line.path("symbol").asString("")
            + " = "
            + amount(line)
            + "    Eq. "
            + id
            + "  "
            + Text.of(equation.path("name"), language));
    String inner = indent + INDENT;
    add(inner, equation.path("formula").asString(""));
    for (JsonNode input : line.path("inputs")) {
      add(
          inner,
          Width.padRight("· " + input.path("symbol").asString(""), SYMBOL_COLUMNS)
              + " = "
              + amount(input)
              + "  "
              + origin(input));
    }
    if (depth <= 1) {
      return;
    }
    for (JsonNode input : line.path("inputs")) {
      int below = input.path("line").asInt(0);
      if (lines.containsKey(below) && !explained.contains(below)) {
        explain(below, inner, depth - 1);
      }
    }
  }

  private void add(String indent, String text) {
    if (!text.isEmpty()) {
      shown.add((indent + Text.printable(text)).stripTrailing());
    }
  }

  private static String amount(JsonNode of) {
    String unit = of.path("unit").asString("");
    return of.path("value").asString("") + (unit.equals("1") ? "" : " " + unit);
  }

  private String origin(JsonNode input) {
    String name = Text.of(input.path("name"), language);
    String source = input.path("source").asString("");
    String origin =
        switch (input.path("origin").asString("")) {
          case "LINE" -> "[" + input.path("line").asInt(0) + "]";
          case "CONSTANT" -> language.of("常数", "constant");
          case "PARAMETER" -> language.of("方法学参数", "parameter");
          case "DESIGN" -> language.of("设计文件", "design document");
          case "MONITORING" -> language.of("监测数据", "monitoring data");
          case "PERIOD" -> language.of("监测期", "monitoring period");
          case "EARLIER" -> language.of("此前核查的报告", "earlier verified reports");
          default -> input.path("origin").asString("");
        };
    return origin + (name.isEmpty() ? "" : "; " + name) + (source.isEmpty() ? "" : "; " + source);
  }
}
