// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.List;
import java.util.Optional;

/**
 * A row as it stands in a file.
 *
 * @param sheet the sheet, in a workbook
 * @param number as spreadsheets and editors count, from 1
 * @param isHidden whether who looks at the sheet does not see it
 * @param commaIsFree whether commas separate nothing in this file, so that one within a number may
 *     be its decimal sign
 * @param cells from column A; the last is not empty
 */
record SheetRow(
    Optional<String> sheet, int number, boolean isHidden, boolean commaIsFree, List<Cell> cells) {

  Place place() {
    return Place.row(sheet, number);
  }

  /** A cell; empty beyond the last one. */
  Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  boolean isEmpty() {
    return cells.stream().allMatch(Cell::isEmpty);
  }
}
