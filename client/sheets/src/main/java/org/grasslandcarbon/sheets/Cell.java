// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.regex.Pattern;

/**
 * A cell as it stands in a file.
 *
 * @param kind what the file says it is
 * @param text its text; empty when it is
 */
record Cell(Kind kind, String text) {
  static final Cell EMPTY = new Cell(Kind.TEXT, "");

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}\\.0+");

  /** What a cell is. */
  enum Kind {
    /** Text, and everything in CSV. */
    TEXT,
    /** A number as a workbook stores it: exact, whatever is shown. */
    NUMBER,
    /** A number that is shown a hundredfold, with a per cent sign. */
    PERCENT,
    /** A number that is shown as a date; the text is the day, where it is one. */
    DATE,
    /** A formula, whatever its last value was. */
    FORMULA,
    /** A truth value or an error. */
    OTHER
  }

  /** A cell of text, without white space around it and with full-width characters made narrow. */
  static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, Narrow.of(text));
  }

  /**
   * The text, and of a whole number its digits: some programs store the year 2025 as 2025.0, which
   * nobody sees.
   */
  String word() {
    boolean isWhole = kind == Kind.NUMBER && WHOLE.matcher(text).matches();
    return isWhole ? text.substring(0, text.indexOf('.')) : text;
  }

  boolean isEmpty() {
    return text.isEmpty() && kind != Kind.FORMULA;
  }
}
