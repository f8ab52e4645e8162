// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An exact decimal number as people write it: up to 15 digits before the point and 12 after, no
 * exponent. In JSON it is a string, so that no client's binary floating point touches it; one
 * number has one form (no trailing zeros), so equal numbers are equal bytes.
 *
 * @param value the number
 */
public record Decimal(BigDecimal value) implements Comparable<Decimal> {
  /** The form accepted as input. */
  public static final String PATTERN = "-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,12})?";

  /** The form of one above zero, for schemas. */
  public static final String POSITIVE_PATTERN =
      "(?!0(?:\\.0+)?$)(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,12})?";

  /** The form of one from 0 to 100, for schemas. */
  public static final String PERCENT_PATTERN =
      "-0(?:\\.0{1,12})?|[1-9]?[0-9](?:\\.[0-9]{1,12})?|100(?:\\.0{1,12})?";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  public Decimal {
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    Check.matches(
        FORM,
        value.toPlainString(),
        zh("数值须为十进制字符串，小数点前最多 15 位，后最多 12 位")
            .en(
                "a number is a decimal string with at most 15 digits before and 12 after the point"));
  }

  /** The number that a text in the form of {@link #PATTERN} names. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Decimal of(String text) {
    Check.matches(
        FORM,
        text,
        zh("数值须为十进制字符串，小数点前最多 15 位，后最多 12 位")
            .en(
                "a number is a decimal string with at most 15 digits before and 12 after the point"));
    return new Decimal(new BigDecimal(text));
  }

  public boolean isNegative() {
    return value.signum() < 0;
  }

  @Override
  public int compareTo(Decimal other) {
    return value.compareTo(other.value);
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toPlainString();
  }
}
