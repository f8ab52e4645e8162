// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.Optional;

/**
 * Where something stands in a file.
 *
 * @param sheet the sheet, in a workbook
 * @param row from 1
 * @param column letters and heading
 */
record Place(Optional<String> sheet, Optional<Integer> row, Optional<String> column) {
  static final Place NOWHERE = new Place(Optional.empty(), Optional.empty(), Optional.empty());

  static Place row(Optional<String> sheet, int row) {
    return new Place(sheet, Optional.of(row), Optional.empty());
  }

  /** A cell of the same row; columns are counted from 0. */
  Place column(int index, String heading) {
    return new Place(sheet, row, Optional.of((letters(index) + " " + heading).stripTrailing()));
  }

  /** E.g. {@code 样品数据 SAMPLES C5}. */
  String inWords() {
    String cell = column.map(name -> name.split(" ", 2)[0]).orElse("");
    return (sheet.map(name -> name + " ").orElse("") + cell + row.map(Object::toString).orElse(""))
        .strip();
  }

  /** A column as spreadsheets call it: A to Z, then AA. */
  static String letters(int index) {
    StringBuilder letters = new StringBuilder();
    for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
