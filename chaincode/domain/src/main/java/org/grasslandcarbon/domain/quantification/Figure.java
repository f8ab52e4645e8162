// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * A number in a computation, with at most 34 significant digits: what later lines compute with is
 * what is stored, so every line can be checked from the ones it names. In JSON a string without
 * exponent or trailing zeros.
 *
 * @param value the number
 */
public record Figure(BigDecimal value) {
  /** The one rounding of all computation: 34 digits, half to even (IEEE 754 decimal128). */
  public static final MathContext CONTEXT = new MathContext(34, RoundingMode.HALF_EVEN);

  /** The form in JSON. */
  public static final String PATTERN = "-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,200})?";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  /** Zero. */
  public static final Figure ZERO = new Figure(BigDecimal.ZERO);

  public Figure {
    value = value.round(CONTEXT);
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /** The figure that a text in the form of {@link #PATTERN} names. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Figure of(String text) {
    Check.matches(FORM, text, zh("数值须为十进制字符串").en("a figure is a decimal string"));
    return new Figure(new BigDecimal(text));
  }

  /** The same number as a figure. */
  public static Figure of(Decimal decimal) {
    return new Figure(decimal.value());
  }

  /** A whole number. */
  public static Figure of(long number) {
    return new Figure(BigDecimal.valueOf(number));
  }

  public Figure plus(Figure other) {
    return new Figure(value.add(other.value, CONTEXT));
  }

  public Figure minus(Figure other) {
    return new Figure(value.subtract(other.value, CONTEXT));
  }

  public Figure times(Figure other) {
    return new Figure(value.multiply(other.value, CONTEXT));
  }

  public Figure dividedBy(Figure other) {
    return new Figure(value.divide(other.value, CONTEXT));
  }

  /** The exact square root, rounded once. */
  public Figure squareRoot() {
    return new Figure(SquareRoot.of(value, CONTEXT));
  }

  public Figure max(Figure other) {
    return new Figure(value.max(other.value));
  }

  public Figure min(Figure other) {
    return new Figure(value.min(other.value));
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  public boolean isNegative() {
    return value.signum() < 0;
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toPlainString();
  }
}
