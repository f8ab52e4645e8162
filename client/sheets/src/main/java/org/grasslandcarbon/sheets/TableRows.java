// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Tells rows of data from everything else that stands in a file: headings, notes, what explains the
 * tables, sheets that are none of them.
 */
abstract class TableRows implements RowSink {
  /** How often somebody who waits hears of it. */
  private static final int ROWS_BETWEEN_WORDS = 1_000;

  private static final String NOTE = "#";

  private final Findings findings;
  private final LongConsumer progress;
  private final Map<String, Headings> headings = new HashMap<>();
  private BitSet hiddenColumns = new BitSet();
  private boolean isHiddenSheet;
  private long rows;

  TableRows(Findings findings, LongConsumer progress) {
    this.findings = findings;
    this.progress = progress;
  }

  /** Whether a sheet is one of the template's tables. */
  abstract boolean hasSheet(String name);

  /** Reads headings. */
  abstract Headings headings(SheetRow row, BitSet hidden);

  /** Takes a row of data. */
  abstract void data(Headings columns, SheetRow row);

  /** Forgets the headings of the file before. */
  void startFile() {
    headings.clear();
    hiddenColumns = new BitSet();
    isHiddenSheet = false;
  }

  /** Rows of data that were read. */
  long rows() {
    return rows;
  }

  /** The headings of the tables of this file, by sheet. */
  Map<String, Headings> tables() {
    return headings;
  }

  @Override
  public void sheet(String name, boolean isHidden, BitSet hidden) {
    isHiddenSheet = isHidden;
    hiddenColumns = hidden;
  }

  @Override
  public void row(SheetRow row) {
    boolean isNote = !row.isEmpty() && row.cell(0).text().startsWith(NOTE);
    if (row.isEmpty() || isNote || isInstructions(row.sheet())) {
      return;
    }
    Headings columns = headings.get(row.sheet().orElse(""));
    if (columns == null) {
      startTable(row);
      return;
    }
    rows++;
    if (rows % ROWS_BETWEEN_WORDS == 0) {
      progress.accept(rows);
    }
    if (row.isHidden()) {
      findings.note(
          NoteCode.HIDDEN_ROWS,
          new Place(row.sheet(), Optional.empty(), Optional.empty()),
          Integer.toString(row.number()));
    }
    data(columns, row);
  }

  private static boolean isInstructions(Optional<String> sheet) {
    return sheet.filter(name -> name.equals(Template.INSTRUCTIONS)).isPresent();
  }

  private void startTable(SheetRow row) {
    row.sheet()
        .filter(name -> !hasSheet(name))
        .ifPresent(name -> findings.problem(SheetCode.UNKNOWN_SHEET, row.place(), name));
    if (isHiddenSheet) {
      findings.note(
          NoteCode.HIDDEN_SHEET,
          new Place(row.sheet(), Optional.empty(), Optional.empty()),
          row.sheet().orElse(""));
    }
    headings.put(row.sheet().orElse(""), headings(row, hiddenColumns));
  }
}
