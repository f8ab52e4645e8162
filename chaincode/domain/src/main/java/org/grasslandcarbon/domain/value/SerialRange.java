// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Consecutive serial numbers of one batch, both ends included: {@code end - start + 1} credits. In
 * JSON {@code "start-end"}.
 *
 * @param start first serial, from 1
 * @param end last serial, not below the first
 */
public record SerialRange(long start, long end) implements Comparable<SerialRange> {
  /** The form of a range. */
  public static final String PATTERN = "[1-9][0-9]{0,11}-[1-9][0-9]{0,11}";

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,11})-([1-9][0-9]{0,11})");

  public SerialRange {
    Check.that(
        start >= 1 && end >= start && end <= Tonnes.MAXIMUM,
        zh("编号从 1 起递增").en("serials run from 1 upwards"));
  }

  /** The range that {@code "start-end"} names. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SerialRange parse(String text) {
    Matcher matcher = FORM.matcher(text);
    Check.that(matcher.matches(), zh("编号段须写作“起-止”").en("a serial range is written start-end"));
    return new SerialRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  /** How many credits it is. */
  public long count() {
    return end - start + 1;
  }

  @Override
  public int compareTo(SerialRange other) {
    return Long.compare(start, other.start);
  }

  @JsonValue
  @Override
  public String toString() {
    return start + "-" + end;
  }
}
