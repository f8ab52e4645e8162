// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.sheets.DataTable.KeyColumn;

/** What the columns of one table are, by its row of headings. */
final class Headings {
  private static final Pattern DATUM = Pattern.compile("([^\\[]*?)\\s*(?:\\[(.*)])?");

  /** Longer than any symbol with its unit: in a long text a pattern may search for minutes. */
  private static final int TEXT_MOST = 200;

  private final Map<KeyColumn, Integer> keys = new LinkedHashMap<>();
  private final Map<Integer, DatumType> data = new LinkedHashMap<>();
  private final Map<Integer, String> texts = new LinkedHashMap<>();

  private Headings() {}

  /** Reads the headings; tells what is wrong with them. */
  static Headings read(
      Place row, List<Cell> cells, Map<String, DatumType> types, Consumer<CellProblem> problems) {
    Headings headings = new Headings();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i).text();
      if (!text.isEmpty()) {
        headings.texts.put(i, text);
        headings.add(i, text, row.column(i, ""), types, seen).ifPresent(problems);
      }
    }
    if (!headings.keys.containsKey(KeyColumn.STRATUM)) {
      problems.accept(
          CellProblem.of(
              SheetCode.MISSING_COLUMN,
              row,
              Optional.of(
                  zh("缺少“%s”列").en("the column %s is missing", KeyColumn.STRATUM.heading())),
              ""));
    }
    return headings;
  }

  private Optional<CellProblem> add(
      int column, String text, Place place, Map<String, DatumType> types, Set<String> seen) {
    if (text.length() > TEXT_MOST) {
      return problem(SheetCode.UNKNOWN_COLUMN, place, Optional.empty(), text);
    }
    Optional<KeyColumn> key = KeyColumn.named(text);
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
  Cell key(KeyColumn key, List<Cell> row) {
    Integer column = keys.get(key);
    return column == null || column >= row.size() ? Cell.EMPTY : row.get(column);
  }

  Place place(KeyColumn key, Place row) {
    Integer column = keys.get(key);
    return column == null ? row : row.column(column, key.heading());
  }

  Map<Integer, DatumType> data() {
    return data;
  }

  /** The columns in which a row has something and no heading. */
  List<Integer> withoutHeading(List<Cell> row) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      if (!row.get(i).isEmpty() && !texts.containsKey(i)) {
        columns.add(i);
      }
    }
    return columns;
  }

  /** The column of a datum. */
  Optional<Integer> column(String symbol) {
    return data.entrySet().stream()
        .filter(each -> each.getValue().symbol().equals(symbol))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
