// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.value.Detail;

/** What the columns of one table are, by its row of headings. */
final class Headings {
  private static final Pattern DATUM = Pattern.compile("([^\\[]*?)\\s*(?:\\[(.*)])?");

  /** Longer than any symbol with its unit: in a long text a pattern may search for minutes. */
  private static final int TEXT_MOST = 200;

  private final Map<KeyColumn, Integer> keys = new LinkedHashMap<>();
  private final Map<Integer, DatumType> data = new LinkedHashMap<>();
  private final Map<Integer, String> texts = new LinkedHashMap<>();

  private Headings() {}

  /**
   * Reads the headings; finds what is wrong with them.
   *
   * @param keys the columns that say what a row is of; the first must be there
   * @param types the data that the table may have
   * @param hidden columns that are not seen
   */
  static Headings read(
      SheetRow row,
      List<KeyColumn> keys,
      Map<String, DatumType> types,
      BitSet hidden,
      Findings findings) {
    Headings headings = new Headings();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String text = row.cell(i).text();
      if (!text.isEmpty()) {
        headings.texts.put(i, text);
        headings
            .add(i, text, row.place().column(i, ""), keys, types, seen)
            .ifPresent(findings::add);
        if (hidden.get(i)) {
          Place column = row.place().column(i, text);
          findings.note(
              NoteCode.HIDDEN_COLUMN,
              new Place(column.sheet(), Optional.empty(), column.column()),
              text);
        }
      }
    }
    headings.require(keys.get(0), row, findings);
    return headings;
  }

  /** A column without which nothing of the table can be read. */
  void require(KeyColumn key, SheetRow row, Findings findings) {
    if (!keys.containsKey(key)) {
      findings.problem(
          SheetCode.MISSING_COLUMN,
          row.place(),
          zh("缺少“%s”列").en("the column %s is missing", key.heading()),
          "");
    }
  }

  private Optional<CellProblem> add(
      int column,
      String text,
      Place place,
      List<KeyColumn> among,
      Map<String, DatumType> types,
      Set<String> seen) {
    if (text.length() > TEXT_MOST) {
      return problem(SheetCode.UNKNOWN_COLUMN, place, Optional.empty(), text);
    }
    Optional<KeyColumn> key = KeyColumn.named(text, among);
    Matcher matcher = DATUM.matcher(text);
    String symbol = matcher.matches() ? matcher.group(1) : text;
    DatumType type = types.get(symbol);
    if (key.isEmpty() && type == null) {
      return problem(SheetCode.UNKNOWN_COLUMN, place, Optional.empty(), text);
    }
    if (!seen.add(key.map(KeyColumn::heading).orElse(symbol))) {
      return problem(SheetCode.DUPLICATE_COLUMN, place, Optional.empty(), text);
    }
    if (key.isPresent()) {
      keys.put(key.get(), column);
      return Optional.empty();
    }
    // A column with a wrong unit is read on, so that its cells are checked in the same run.
    data.put(column, type);
    return type.unit().equals(matcher.group(2))
        ? Optional.empty()
        : problem(
            SheetCode.WRONG_UNIT,
            place,
            Optional.of(zh("表头应为 %s").en("the heading is %s", DataTable.heading(type))),
            text);
  }

  private static Optional<CellProblem> problem(
      SheetCode code, Place place, Optional<Detail> detail, String value) {
    return Optional.of(CellProblem.of(code, place, detail, value));
  }

  /** The cell of a key column; empty when there is no such column. */
  Cell key(KeyColumn key, SheetRow row) {
    Integer column = keys.get(key);
    return column == null ? Cell.EMPTY : row.cell(column);
  }

  boolean isColumn(KeyColumn key, int column) {
    return keys.containsKey(key) && keys.get(key) == column;
  }

  boolean has(KeyColumn key) {
    return keys.containsKey(key);
  }

  /** The column of a key, which must be there. */
  int column(KeyColumn key) {
    return keys.get(key);
  }

  Place place(KeyColumn key, SheetRow row) {
    Integer column = keys.get(key);
    return column == null ? row.place() : row.place().column(column, key.heading());
  }

  Map<Integer, DatumType> data() {
    return data;
  }

  /** Finds what stands in a row below no heading. */
  void findStray(SheetRow row, Findings findings) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cell(i).isEmpty() && !texts.containsKey(i)) {
        findings.problem(SheetCode.OUTSIDE_COLUMNS, row.place().column(i, ""), row.cell(i).text());
      }
    }
  }

  /**
   * The text of a key; empty when there is none, or when it is not right, which is a problem.
   *
   * @param isRight what it must be
   */
  Optional<String> text(
      KeyColumn key, SheetRow row, Predicate<String> isRight, SheetCode code, Findings findings) {
    Cell cell = key(key, row);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    boolean isText = cell.kind() == Cell.Kind.TEXT || cell.kind() == Cell.Kind.NUMBER;
    if (!isText || !isRight.test(cell.word())) {
      SheetCode why = cell.kind() == Cell.Kind.FORMULA ? SheetCode.FORMULA : code;
      findings.add(
          CellProblem.of(
              why, place(key, row), SampleNames.meant(cell.text(), isRight), cell.text()));
      return Optional.empty();
    }
    return Optional.of(cell.word());
  }

  /** The column of a datum. */
  Optional<Integer> column(String symbol) {
    return data.entrySet().stream()
        .filter(each -> each.getValue().symbol().equals(symbol))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
