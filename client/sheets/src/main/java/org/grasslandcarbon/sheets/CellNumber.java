// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * A cell as a number, or why it is none.
 *
 * @param value the number
 * @param problem why there is none
 */
record CellNumber(Optional<Decimal> value, Optional<SheetCode> problem) {
  /** What a spreadsheet shows of the binary number that it stores: 15 digits. */
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final int DIGITS_BEFORE_POINT = 15;
  private static final int DIGITS_AFTER_POINT = 12;

  /** Longer than the longest number of any form. */
  private static final int TEXT_MOST = 400;

  private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?[eE][+-]?[0-9]+");
  private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[0-9.]*,[0-9.,]*");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{1,4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,4}日?.*");
  private static final Pattern WITH_TEXT = Pattern.compile("[+-]?[0-9.,]+\\s*[^0-9.,\\s].*");

  static CellNumber of(Cell cell) {
    return switch (cell.kind()) {
      case FORMULA -> problem(SheetCode.FORMULA);
      case DATE -> problem(SheetCode.DATE);
      case OTHER -> problem(SheetCode.NOT_A_NUMBER);
      case NUMBER -> stored(cell.text());
      case TEXT -> written(cell.text());
    };
  }

  /** A workbook stores binary numbers with all their digits, and shows 15 of them. */
  private static CellNumber stored(String text) {
    if (text.length() > TEXT_MOST
        || !PLAIN.matcher(text).matches() && !SCIENTIFIC.matcher(text).matches()) {
      return problem(SheetCode.NOT_A_NUMBER);
    }
    try {
      return exact(new BigDecimal(text).round(SHOWN));
    } catch (ArithmeticException | NumberFormatException e) {
      return problem(SheetCode.TOO_MANY_DIGITS);
    }
  }

  private static CellNumber written(String text) {
    if (text.length() <= TEXT_MOST && PLAIN.matcher(text).matches()) {
      return exact(new BigDecimal(text));
    }
    if (text.length() > TEXT_MOST) {
      return problem(SheetCode.NOT_A_NUMBER);
    }
    if (SCIENTIFIC.matcher(text).matches()) {
      return problem(SheetCode.SCIENTIFIC);
    }
    if (WITH_COMMA.matcher(text).matches()) {
      return problem(SheetCode.COMMA);
    }
    if (DATE.matcher(text).matches()) {
      return problem(SheetCode.DATE);
    }
    return problem(
        WITH_TEXT.matcher(text).matches() ? SheetCode.UNIT_IN_CELL : SheetCode.NOT_A_NUMBER);
  }

  private static CellNumber exact(BigDecimal number) {
    BigDecimal least = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    // Before it is written out: 1e999999999 has a billion digits.
    boolean fits =
        least.precision() - least.scale() <= DIGITS_BEFORE_POINT
            && least.scale() <= DIGITS_AFTER_POINT;
    return fits
        ? new CellNumber(Optional.of(new Decimal(least)), Optional.empty())
        : problem(SheetCode.TOO_MANY_DIGITS);
  }

  private static CellNumber problem(SheetCode code) {
    return new CellNumber(Optional.empty(), Optional.of(code));
  }
}
