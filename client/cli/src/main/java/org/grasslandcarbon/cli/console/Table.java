// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows under headings, in columns that line up whatever the script.
 *
 * @param <T> what a row shows
 */
public final class Table<T> {
  /** A cell is cut here, so that one long name does not tear the table apart; the last never is. */
  private static final int CELL_COLUMNS_MOST = 60;

  private static final String GAP = "  ";

  private final List<Column<T>> columns = new ArrayList<>();

  private record Column<T>(String zh, String en, boolean right, Function<T, String> cell) {}

  /** Adds a column of text. */
  public Table<T> text(String zh, String en, Function<T, String> cell) {
    columns.add(new Column<>(zh, en, false, cell));
    return this;
  }

  /** Adds a column of numbers, which end under one another. */
  public Table<T> number(String zh, String en, Function<T, String> cell) {
    columns.add(new Column<>(zh, en, true, cell));
    return this;
  }

  /** The table as lines: headings, then rows. */
  public List<String> lines(List<T> rows, Language language) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(columns.stream().map(column -> language.of(column.zh, column.en)).toList());
    for (T row : rows) {
      cells.add(cells(row));
    }
    int[] widths = new int[columns.size()];
    for (List<String> line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Width.of(line.get(i)));
      }
    }
    return cells.stream().map(line -> line(line, widths)).toList();
  }

  private List<String> cells(T row) {
    List<String> cells = new ArrayList<>();
    for (Column<T> column : columns) {
      String text = Text.printable(column.cell.apply(row)).replaceAll("\\s+", " ");
      boolean last = cells.size() == columns.size() - 1;
      cells.add(last ? text : Width.cut(text, CELL_COLUMNS_MOST));
    }
    return cells;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : GAP)
          .append(
              columns.get(i).right
                  ? Width.padLeft(cells.get(i), widths[i])
                  : Width.padRight(cells.get(i), widths[i]));
    }
    return line.toString().stripTrailing();
  }
}
