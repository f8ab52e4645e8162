// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;

/**
 * A cell as a number, or why it is none. What can be read in one way only is read; what two people
 * would read differently is refused with both readings. Decimals beyond those that are stored are
 * rounded half to even here, before anything is signed, so that what is signed is exact.
 *
 * @param value the number
 * @param change how much rounding changed it; zero where it did not
 * @param sign what its decimal sign shows of the file
 * @param problem why there is none
 * @param detail what exactly
 */
record CellNumber(
    Optional<Decimal> value,
    BigDecimal change,
    Sign sign,
    Optional<SheetCode> problem,
    Optional<Detail> detail) {

  /** Decimals of a datum, as the ledger stores it. */
  static final int DECIMALS_STORED = 12;

  /** What a spreadsheet shows of the binary number that it stores: 15 digits. */
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final int DIGITS_BEFORE_POINT = 15;

  /** Longer than the longest number of any form. */
  private static final int TEXT_MOST = 400;

  private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+(\\.[0-9]+)?|\\.[0-9]+)");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?[eE][+-]?[0-9]+");

  /** No number that is stored needs an exponent of four digits. */
  private static final Pattern SCIENTIFIC_SHORT =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?[eE][+-]?[0-9]{1,3}");

  /** One point and three digits behind it: thousands where decimals have a comma. */
  private static final Pattern ONE_GROUP_BY_POINT =
      Pattern.compile("[+-]?[1-9][0-9]{0,2}\\.[0-9]{3}");

  private static final Pattern ONE_GROUP_BY_COMMA =
      Pattern.compile("[+-]?[1-9][0-9]{0,2},[0-9]{3}");

  /** Commas between groups of three can be nothing else when there are several, or a point. */
  private static final Pattern GROUPS_BY_COMMA =
      Pattern.compile(
          "[+-]?[1-9][0-9]{0,2}(,[0-9]{3}){2,}(\\.[0-9]+)?|[+-]?[1-9][0-9]{0,2},[0-9]{3}\\.[0-9]+");

  private static final Pattern GROUPS_BY_SPACE =
      Pattern.compile("[+-]?[1-9][0-9]{0,2}( [0-9]{3})+(\\.[0-9]+)?");

  /** Points between groups of three, and then a comma. */
  private static final Pattern GROUPS_BY_POINT =
      Pattern.compile("[+-]?[1-9][0-9]{0,2}(\\.[0-9]{3})+,[0-9]+");

  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[+-]?[0-9]+,[0-9]+|[+-]?[1-9][0-9]{0,2}( [0-9]{3})+,[0-9]+");

  private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[0-9. ]*,[0-9., ]*");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{1,4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,4}日?.*");
  private static final Pattern BELOW_DETECTION =
      Pattern.compile("[<≤].*|未检出.*|低于检出限.*|(?i:n\\.?d\\.?|bdl|<?lod|<?loq)");
  private static final Pattern WITH_TEXT = Pattern.compile("[+-]?[0-9.,]+\\s*[^0-9.,\\s].*");

  /** What a number shows of how its file writes decimals. */
  enum Sign {
    /** Nothing, or a point that can be nothing but a decimal sign. */
    PLAIN,
    /** A comma that can be nothing but a decimal sign. */
    COMMA,
    /** A point that would stand between thousands in a file with decimal commas. */
    EITHER
  }

  /**
   * Reads a cell.
   *
   * @param decimals how many are stored
   * @param commaIsFree whether commas separate nothing in the file
   */
  static CellNumber of(Cell cell, int decimals, boolean commaIsFree) {
    return switch (cell.kind()) {
      case FORMULA -> problem(SheetCode.FORMULA);
      case DATE -> problem(SheetCode.DATE);
      case OTHER -> problem(SheetCode.NOT_A_NUMBER);
      case NUMBER, PERCENT -> stored(cell.text(), decimals);
      case TEXT -> written(cell.text(), decimals, commaIsFree);
    };
  }

  /** A workbook stores binary numbers with all their digits, and shows 15 of them. */
  private static CellNumber stored(String text, int decimals) {
    if (text.length() > TEXT_MOST
        || !PLAIN.matcher(text).matches() && !SCIENTIFIC.matcher(text).matches()) {
      return problem(SheetCode.NOT_A_NUMBER);
    }
    try {
      return rounded(new BigDecimal(text).round(SHOWN), decimals, Sign.PLAIN);
    } catch (ArithmeticException | NumberFormatException e) {
      return problem(SheetCode.TOO_MANY_DIGITS);
    }
  }

  private static CellNumber written(String text, int decimals, boolean commaIsFree) {
    if (text.length() > TEXT_MOST) {
      return problem(SheetCode.NOT_A_NUMBER);
    }
    if (PLAIN.matcher(text).matches()) {
      boolean isEither = commaIsFree && ONE_GROUP_BY_POINT.matcher(text).matches();
      return rounded(new BigDecimal(text), decimals, isEither ? Sign.EITHER : Sign.PLAIN);
    }
    if (SCIENTIFIC.matcher(text).matches()) {
      return scientific(text, decimals);
    }
    if (GROUPS_BY_COMMA.matcher(text).matches()) {
      return rounded(new BigDecimal(text.replace(",", "")), decimals, Sign.PLAIN);
    }
    if (GROUPS_BY_SPACE.matcher(text).matches()) {
      return rounded(new BigDecimal(text.replace(" ", "")), decimals, Sign.PLAIN);
    }
    if (WITH_COMMA.matcher(text).matches()) {
      return withComma(text, decimals, commaIsFree);
    }
    if (DATE.matcher(text).matches()) {
      return problem(SheetCode.DATE);
    }
    if (BELOW_DETECTION.matcher(text).matches()) {
      return problem(SheetCode.BELOW_DETECTION);
    }
    return problem(
        WITH_TEXT.matcher(text).matches() ? SheetCode.UNIT_IN_CELL : SheetCode.NOT_A_NUMBER);
  }

  /** 2.4E-03 says all its digits; 1.2E+05 does not say its last ones. */
  private static CellNumber scientific(String text, int decimals) {
    Matcher matcher = SCIENTIFIC_SHORT.matcher(text);
    if (!matcher.matches()) {
      return problem(SheetCode.SCIENTIFIC);
    }
    BigDecimal number = new BigDecimal(text);
    return number.scale() >= 0
        ? rounded(number, decimals, Sign.PLAIN)
        : problem(SheetCode.SCIENTIFIC);
  }

  private static CellNumber withComma(String text, int decimals, boolean commaIsFree) {
    if (GROUPS_BY_POINT.matcher(text).matches()) {
      return rounded(new BigDecimal(text.replace(".", "").replace(',', '.')), decimals, Sign.COMMA);
    }
    if (ONE_GROUP_BY_COMMA.matcher(text).matches()) {
      return problem(SheetCode.COMMA, bothReadings(text, ','));
    }
    if (commaIsFree && DECIMAL_COMMA.matcher(text).matches()) {
      return rounded(new BigDecimal(text.replace(" ", "").replace(',', '.')), decimals, Sign.COMMA);
    }
    return problem(SheetCode.COMMA);
  }

  /** What two people read where a sign may stand between thousands or before decimals. */
  static Detail bothReadings(String text, char sign) {
    return zh("可读作 %s，也可读作 %s")
        .en(
            "it can be read as %s and as %s",
            text.replace(String.valueOf(sign), ""), text.replace(sign, '.'));
  }

  private static CellNumber rounded(BigDecimal number, int decimals, Sign sign) {
    BigDecimal least = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    // Before it is written out: 1e999999999 has a billion digits.
    long before = (long) least.precision() - least.scale();
    if (before > DIGITS_BEFORE_POINT) {
      return problem(SheetCode.TOO_MANY_DIGITS);
    }
    if (least.scale() <= decimals) {
      return number(least, BigDecimal.ZERO, sign);
    }
    if (before < -decimals) {
      return number(BigDecimal.ZERO, least.abs(), sign);
    }
    BigDecimal kept = least.setScale(decimals, RoundingMode.HALF_EVEN);
    return kept.precision() - kept.scale() > DIGITS_BEFORE_POINT
        ? problem(SheetCode.TOO_MANY_DIGITS)
        : number(kept, least.subtract(kept).abs(), sign);
  }

  private static CellNumber number(BigDecimal value, BigDecimal change, Sign sign) {
    return new CellNumber(
        Optional.of(new Decimal(value)), change, sign, Optional.empty(), Optional.empty());
  }

  private static CellNumber problem(SheetCode code) {
    return new CellNumber(
        Optional.empty(), BigDecimal.ZERO, Sign.PLAIN, Optional.of(code), Optional.empty());
  }

  private static CellNumber problem(SheetCode code, Detail detail) {
    return new CellNumber(
        Optional.empty(), BigDecimal.ZERO, Sign.PLAIN, Optional.of(code), Optional.of(detail));
  }
}
