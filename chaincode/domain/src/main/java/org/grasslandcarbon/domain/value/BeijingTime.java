// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Beijing time, in which all dates of the registry are; China keeps no summer time. Instants become
 * days, and days instants, here and nowhere else: a retirement at 00:24 on the first of January in
 * Beijing is January's, although in UTC it is still December.
 *
 * <p>Machines exchange instants in UTC, as JSON has them. People read {@link #text}.
 */
public final class BeijingTime {
  /** What Asia/Shanghai has been since 1992; no table of time zones is asked, which may differ. */
  public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

  /** An instant as JSON has it, and nothing else. */
  private static final Pattern INSTANT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

  private BeijingTime() {}

  /** The day on which an instant is. */
  public static LocalDate day(Instant instant) {
    return instant.atOffset(OFFSET).toLocalDate();
  }

  /** The minute of its day in which an instant is: 0 to 1439. */
  public static int minute(Instant instant) {
    return instant.atOffset(OFFSET).get(ChronoField.MINUTE_OF_DAY);
  }

  /** The instant at which a day begins; the one before it ends then. */
  public static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(OFFSET);
  }

  /**
   * An instant as people read it, to the second: RFC 3339 with the offset, {@code
   * 2026-01-01T00:24:00+08:00}.
   */
  public static String text(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atOffset(OFFSET));
  }

  /** A text for people: one that is an instant in Beijing time, any other as it is. */
  public static String readable(String text) {
    try {
      return INSTANT.matcher(text).matches() ? text(Instant.parse(text)) : text;
    } catch (DateTimeException noSuchInstant) {
      return text;
    }
  }
}
