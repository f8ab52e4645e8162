// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

/**
 * A cell as it stands in a file.
 *
 * @param kind what the file says it is
 * @param text its text; empty when it is
 */
record Cell(Kind kind, String text) {
  static final Cell EMPTY = new Cell(Kind.TEXT, "");

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

  boolean isEmpty() {
    return text.isEmpty() && kind != Kind.FORMULA;
  }
}
