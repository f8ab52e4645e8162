// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Check;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads dates and instants from RFC 3339 strings and from nothing else: by the patterns that stand
 * in the JSON Schemas, not by what the platform's parser takes besides (a time without seconds, a
 * point without a fraction, 24:00).
 */
final class IsoTimes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /**
   * A date of the calendar from 1900 to 2200, leap days included: every date a registry can meet,
   * and arithmetic on dates cannot overflow.
   */
  static final String DATE_PATTERN =
      "(?:(?:(?:19|2[01])[0-9]{2}|2200)-"
          + "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
          + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
          + "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
          + "|(?:(?:19|2[01])(?:0[48]|[2468][048]|[13579][26])|2000)-02-29)";

  /**
   * A date-time of RFC 3339 to the nanosecond, with any offset that it has. Leap seconds are left
   * out: a clock of transactions has none.
   */
  static final String TIME_PATTERN =
      DATE_PATTERN
          + "[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?"
          + "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])";

  private static final Pattern DATE = Pattern.compile(DATE_PATTERN);

  private static final Pattern TIME = Pattern.compile(TIME_PATTERN);

  /** Where the seconds end; before it every date-time has the same places. */
  private static final int SECONDS_END = 19;

  private static final int NANO_DIGITS = 9;

  IsoTimes() {
    addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, IsoTimes::date));
    addDeserializer(Instant.class, new FromText<>(Instant.class, IsoTimes::instant));
  }

  private static LocalDate date(String text) {
    Check.matches(
        DATE,
        text,
        zh("日期须写作 YYYY-MM-DD，在 1900 年至 2200 年之间").en("a date is YYYY-MM-DD, from 1900 to 2200"));
    return day(text);
  }

  private static LocalDate day(String text) {
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  private static Instant instant(String text) {
    Matcher matcher = TIME.matcher(text);
    Check.that(
        matcher.matches(),
        zh("时间须按 RFC 3339 书写，例如 2025-03-03T10:00:00+08:00")
            .en("a time is as RFC 3339 writes it, e.g. 2025-03-03T10:00:00+08:00"));
    int offsetStart = text.length() - 1;
    int offsetSeconds = 0;
    if (Character.toUpperCase(text.charAt(offsetStart)) != 'Z') {
      offsetStart = text.length() - 6;
      int seconds =
          number(text, offsetStart + 1, offsetStart + 3) * 3600
              + number(text, offsetStart + 4, offsetStart + 6) * 60;
      offsetSeconds = text.charAt(offsetStart) == '-' ? -seconds : seconds;
    }
    long seconds =
        day(text).toEpochDay() * 86_400
            + number(text, 11, 13) * 3600
            + number(text, 14, 16) * 60
            + number(text, 17, SECONDS_END)
            - offsetSeconds;
    return Instant.ofEpochSecond(seconds, nanos(text, offsetStart));
  }

  private static int nanos(String text, int end) {
    if (end == SECONDS_END) {
      return 0;
    }
    int nanos = number(text, SECONDS_END + 1, end);
    for (int digits = end - SECONDS_END - 1; digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** The number that the digits at some places are; a pattern has made sure that they are. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static final class FromText<T> extends StdDeserializer<T> {
    private final transient Function<String, T> parse;

    FromText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    /**
     * @throws BadValueException which the codec tells with the member's path
     */
    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return context.reportInputMismatch(this, "not a text");
      }
      return parse.apply(parser.getString());
    }
  }
}
