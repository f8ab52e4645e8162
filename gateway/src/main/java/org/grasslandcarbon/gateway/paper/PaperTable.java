// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.value.Name;

/**
 * A table on paper, written row by row. Its headings stand on each of its pages; a cell whose text
 * is too wide goes on in the next line of its row.
 */
public final class PaperTable {
  /** Between two columns. */
  private static final float GAP = 7;

  /** A row of no more lines is not broken over two pages. */
  private static final int LINES_TOGETHER = 10;

  private final Paper paper;
  private final List<Column> columns;
  private final int weights;

  /**
   * A column.
   *
   * @param name its heading
   * @param weight its width, in proportion to the others'
   * @param number whether its values are figures, which stand under each other by their ends
   */
  public record Column(Name name, int weight, boolean number) {
    /** A column of texts. */
    public static Column text(String zh, String en, int weight) {
      return new Column(Name.of(zh, en), weight, false);
    }

    /** A column of figures. */
    public static Column number(String zh, String en, int weight) {
      return new Column(Name.of(zh, en), weight, true);
    }
  }

  PaperTable(Paper paper, List<Column> columns) throws IOException {
    this.paper = paper;
    this.columns = List.copyOf(columns);
    this.weights = columns.stream().mapToInt(Column::weight).sum();
    paper.need(4 * Paper.leading(Paper.SMALL_SIZE));
    headings();
  }

  private void headings() throws IOException {
    write(cells(columns.stream().map(column -> column.name().zh()).toList()), false, true);
    write(cells(columns.stream().map(column -> column.name().en()).toList()), true, true);
    paper.rule();
  }

  /** Writes a row: a value for each column. */
  public void row(List<String> values) throws IOException {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(values.size() + " values in " + columns.size());
    }
    write(cells(values), false, false);
  }

  /**
   * Writes a row where it has room on this page; otherwise nothing.
   *
   * @param linesMost how many lines it may have; what of a value is cut says so
   */
  public boolean tryRow(List<String> values, int linesMost) throws IOException {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      cells.add(
          paper.within(cell(i, values.get(i)), Paper.SMALL_SIZE, room(columns.get(i)), linesMost));
    }
    boolean fits = paper.hasRoom(lines(cells) * Paper.leading(Paper.SMALL_SIZE));
    if (fits) {
      write(cells, false, false);
    }
    return fits;
  }

  private List<List<String>> cells(List<String> values) throws IOException {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      cells.add(cell(i, values.get(i)));
    }
    return cells;
  }

  private List<String> cell(int column, String value) throws IOException {
    return paper.typeface().wrap(paper.legible(value), Paper.SMALL_SIZE, room(columns.get(column)));
  }

  private static int lines(List<List<String>> cells) {
    return cells.stream().mapToInt(List::size).max().orElseThrow();
  }

  private float room(Column column) {
    return Paper.width() * column.weight() / weights - GAP;
  }

  private void write(List<List<String>> cells, boolean grey, boolean heading) throws IOException {
    int lines = lines(cells);
    float leading = Paper.leading(Paper.SMALL_SIZE);
    float together = Math.min(lines, LINES_TOGETHER) * leading;
    if (!heading && !paper.hasRoom(together)) {
      paper.need(together);
      headings();
    }
    for (int line = 0; line < lines; line++) {
      if (!heading && !paper.hasRoom(leading)) {
        paper.need(leading);
        headings();
      }
      float left = 0;
      for (int i = 0; i < cells.size(); i++) {
        if (line < cells.get(i).size()) {
          String text = cells.get(i).get(line);
          float indent =
              columns.get(i).number()
                  ? room(columns.get(i)) - paper.typeface().width(text, Paper.SMALL_SIZE)
                  : 0;
          paper.put(text, left + indent, Paper.SMALL_SIZE, grey);
        }
        left += room(columns.get(i)) + GAP;
      }
      paper.skip(leading);
    }
  }
}
