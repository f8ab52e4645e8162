// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.BitSet;

/** Takes the rows of a file, one at a time. */
interface RowSink {

  /**
   * A sheet of a workbook begins.
   *
   * @param isHidden whether who looks at the workbook does not see it
   * @param hiddenColumns columns, from 0, that who looks at it does not see
   */
  void sheet(String name, boolean isHidden, BitSet hiddenColumns);

  /** A row. */
  void row(SheetRow row);
}
