// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.List;
import java.util.Optional;

/** Takes the rows of a file, one at a time. */
interface RowSink {
  /**
   * A row.
   *
   * @param sheet the sheet, in a workbook
   * @param number as spreadsheets and editors count, from 1
   * @param cells from column A; the last is not empty
   */
  void row(Optional<String> sheet, int number, List<Cell> cells);
}
