// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Values of documents as people read them. */
public final class Text {
  private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

  /** Beijing time, in which all dates of the registry are; the offset stands with each time. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(8));

  /** Years stay as they are written. */
  private static final long GROUPED_FROM = 10_000;

  private Text() {}

  /**
   * A text without control characters: what others wrote on the ledger must not steer the reader's
   * terminal.
   */
  public static String printable(String text) {
    return text.codePoints()
        .map(c -> c == '\n' || c == '\t' || !Character.isISOControl(c) ? c : '\uFFFD')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
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
      StringBuilder joined = new StringBuilder();
      value.forEach(each -> joined.append(joined.isEmpty() ? "" : ", ").append(of(each, language)));
      return joined.toString();
    }
    if (value.isNumber() && value.isIntegralNumber()) {
      return value.asLong() < GROUPED_FROM ? value.toString() : grouped(value.asLong());
    }
    return value.isString() ? text(value.asString()) : value.toString();
  }

  private static String text(String text) {
    if (INSTANT.matcher(text).matches()) {
      try {
        return TIME.format(Instant.parse(text));
      } catch (DateTimeParseException e) {
        return text;
      }
    }
    return text;
  }

  /** A number with its thousands set apart. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
