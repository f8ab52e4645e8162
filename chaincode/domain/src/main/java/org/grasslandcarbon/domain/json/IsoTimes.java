// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.grasslandcarbon.domain.value.Check;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads dates and instants from RFC 3339 strings and from nothing else. */
final class IsoTimes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Covers every date a registry can meet and keeps arithmetic on dates from overflowing. */
  private static final int YEAR_LEAST = 1900;

  private static final int YEAR_MOST = 2200;

  IsoTimes() {
    addDeserializer(
        LocalDate.class, new FromText<>(LocalDate.class, IsoTimes::date, "a date is YYYY-MM-DD"));
    addDeserializer(
        Instant.class,
        new FromText<>(Instant.class, IsoTimes::instant, "a time is RFC 3339, e.g. ending in Z"));
  }

  private static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    checkYear(date.getYear());
    return date;
  }

  private static Instant instant(String text) {
    OffsetDateTime time = OffsetDateTime.parse(text);
    checkYear(time.getYear());
    return time.toInstant();
  }

  private static void checkYear(int year) {
    Check.that(year >= YEAR_LEAST && year <= YEAR_MOST, "years are 1900 to 2200");
  }

  private static final class FromText<T> extends StdDeserializer<T> {
    private final transient Function<String, T> parse;
    private final String form;

    FromText(Class<T> type, Function<String, T> parse, String form) {
      super(type);
      this.parse = parse;
      this.form = form;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return context.reportInputMismatch(this, form);
      }
      try {
        return parse.apply(parser.getString());
      } catch (DateTimeException | IllegalArgumentException e) {
        String reason = e instanceof IllegalArgumentException ? e.getMessage() : form;
        return context.reportInputMismatch(this, reason);
      }
    }
  }
}
