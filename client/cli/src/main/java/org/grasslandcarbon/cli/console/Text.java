// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.ReadableText;
import tools.jackson.databind.JsonNode;

/** Values of documents as people read them. */
public final class Text {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Years stay as they are written. */
  private static final long GROUPED_FROM = 10_000;

  private Text() {}

  /**
   * One line of text with nothing hidden in it: what others wrote on the ledger must neither steer
   * the reader's terminal nor look like something else. What cannot be seen stands there by its
   * number, e.g. {@code <U+202E>}.
   */
  public static String printable(String text) {
    return ReadableText.shown(text);
  }

  /**
   * A list as CSV, whose lines end as they did: what stands in a cell is shown as elsewhere, the
   * byte order mark at the beginning says nothing to a person and stays for programs.
   */
  public static String printableCsv(String csv) {
    String mark = csv.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    String rows = csv.substring(mark.length());
    return Arrays.stream(rows.split("(?<=\n)"))
        .map(Text::printableRow)
        .collect(Collectors.joining("", mark, ""));
  }

  private static String printableRow(String row) {
    String end = row.endsWith("\r\n") ? "\r\n" : row.endsWith("\n") ? "\n" : "";
    return printable(row.substring(0, row.length() - end.length())) + end;
  }

  /**
   * JSON that means the same and has nothing hidden in it either: programs read the same, and
   * people look at it too.
   */
  public static String printableJson(String json) {
    StringBuilder printable = new StringBuilder(json.length());
    json.lines()
        .forEach(
            line -> {
              printable.append(printable.isEmpty() ? "" : "\n");
              line.codePoints().forEach(c -> appendJson(printable, c));
            });
    return printable.toString();
  }

  private static void appendJson(StringBuilder json, int c) {
    String character = Character.toString(c);
    // Alone in a word, so that what joins letters is let through between them.
    if (printable("x" + character + "x").length() == character.length() + 2) {
      json.append(character);
    } else {
      for (char unit : character.toCharArray()) {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
      }
    }
  }

  /** A member as a cell: names in the reader's language, times in Beijing time, lists joined. */
  public static String of(JsonNode value, Language language) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isObject() && value.has("zh") && value.has("en")) {
      return language.of(value.path("zh").asString(), value.path("en").asString());
    }
    if (value.isArray()) {
      return value.valueStream().map(each -> of(each, language)).collect(Collectors.joining(", "));
    }
    if (value.isNumber() && value.isIntegralNumber()) {
      return value.asLong() < GROUPED_FROM ? value.toString() : grouped(value.asLong());
    }
    return value.isString() ? BeijingTime.readable(value.asString()) : value.toString();
  }

  /** A number with its thousands set apart. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
