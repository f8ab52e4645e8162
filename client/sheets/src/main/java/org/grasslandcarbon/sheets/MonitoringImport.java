// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.QuantificationRule;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.DatumType.Over;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.sheets.DataTable.KeyColumn;

/**
 * Reads filled-in tables and tells everything that is wrong with them, cell by cell; the data are
 * only given when nothing is. What the tables themselves cannot say (plausible ranges, what is
 * missing) is judged by the registry's own rule, {@link QuantificationRule#refusals}.
 */
public final class MonitoringImport {
  /** How often somebody who waits hears of it. */
  private static final int ROWS_BETWEEN_WORDS = 1_000;

  private static final String NOTE = "#";
  private static final Pattern SAMPLE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,29}");
  private static final Pattern YEAR = Pattern.compile("(19|20|21)[0-9]{2}|2200");
  private static final Pattern STRATUM = Pattern.compile(Stratum.NAME_PATTERN);

  private final Methodology methodology;
  private final List<Stratum> strata;
  private final DateRange period;
  private final Map<String, DatumType> types = new TreeMap<>();
  private final LongConsumer progress;

  private final List<Datum> data = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Place> rowsOf = new HashMap<>();
  private final Map<String, Headings> headings = new HashMap<>();
  private final List<CellProblem> problems = new ArrayList<>();
  private long problemCount;
  private long rows;

  /**
   * What came of a file.
   *
   * @param data the data; none when there is a problem
   * @param problems what is wrong, in the order of the file; at most {@link Limits#PROBLEMS_MOST}
   * @param problemCount how many problems there are altogether
   * @param rows rows of data that were read
   */
  public record Imported(
      List<Datum> data, List<CellProblem> problems, long problemCount, long rows) {}

  private MonitoringImport(
      Methodology methodology, List<Stratum> strata, DateRange period, LongConsumer progress) {
    this.methodology = methodology;
    this.strata = strata;
    this.period = period;
    this.progress = progress;
    methodology
        .computation()
        .data(methodology.science().byName())
        .forEach(type -> types.put(type.symbol(), type));
  }

  /**
   * Reads files that together hold the data of one report.
   *
   * @param files CSV or XLSX; which one shows in its first bytes
   * @param strata the strata of the project
   * @param period the monitored days; what is given once for the period has the year of its end
   * @param progress hears from time to time how many rows have been read
   * @throws IOException when a file cannot be read at all
   */
  public static Imported read(
      List<Path> files,
      Methodology methodology,
      List<Stratum> strata,
      DateRange period,
      Limits limits,
      LongConsumer progress)
      throws IOException {
    return read(files, methodology, strata, period, limits, progress, () -> {});
  }

  /**
   * Reads as the other method does, for as long as somebody wants it.
   *
   * @param watch called many times a second, whatever a file consists of; what it throws ends the
   *     reading
   * @throws IOException when a file cannot be read at all
   */
  public static Imported read(
      List<Path> files,
      Methodology methodology,
      List<Stratum> strata,
      DateRange period,
      Limits limits,
      LongConsumer progress,
      Runnable watch)
      throws IOException {
    MonitoringImport reading = new MonitoringImport(methodology, strata, period, progress);
    for (Path file : files) {
      reading.readFile(file, limits, watch);
    }
    return reading.result();
  }

  private void readFile(Path file, Limits limits, Runnable watch) throws IOException {
    headings.clear();
    try {
      long bytes = Files.size(file);
      if (bytes > limits.fileBytes()) {
        throw new FileProblem(
            SheetCode.FILE_TOO_LARGE,
            zh("%s 字节；最多读取 %s 字节").en("%s bytes; at most %s are read", bytes, limits.fileBytes()));
      }
      if (Workbook.looksLike(file)) {
        XlsxRows.read(file, limits, this::row, watch);
      } else {
        CsvRows.read(file, this::row, watch);
      }
    } catch (FileProblem problem) {
      add(CellProblem.ofFile(problem.code(), problem.detail()));
    } catch (CharacterCodingException e) {
      add(CellProblem.ofFile(SheetCode.UNKNOWN_ENCODING, Optional.empty()));
    }
  }

  private void row(Optional<String> sheet, int number, List<Cell> cells) {
    boolean isEmpty = cells.stream().allMatch(Cell::isEmpty);
    if (isEmpty || cells.get(0).text().startsWith(NOTE) || isInstructions(sheet)) {
      return;
    }
    Place place = Place.row(sheet, number);
    Headings columns = headings.get(sheet.orElse(""));
    if (columns == null) {
      startTable(sheet, place, cells);
      return;
    }
    rows++;
    if (rows % ROWS_BETWEEN_WORDS == 0) {
      progress.accept(rows);
    }
    // Beyond what a report can hold rows are counted, so that the answer can say how many there
    // are.
    if (rows <= SubmitMonitoringReport.ROWS_MOST) {
      data(columns, place, cells);
    }
  }

  private static boolean isInstructions(Optional<String> sheet) {
    return sheet.filter(name -> name.equals(Template.INSTRUCTIONS)).isPresent();
  }

  private void startTable(Optional<String> sheet, Place place, List<Cell> cells) {
    boolean isTable =
        sheet.isEmpty()
            || DataTable.of(methodology).stream()
                .anyMatch(table -> Template.sheetName(table).equals(sheet.get()));
    if (!isTable) {
      add(CellProblem.of(SheetCode.UNKNOWN_SHEET, place, Optional.empty(), sheet.get()));
    }
    headings.put(sheet.orElse(""), Headings.read(place, cells, types, this::add));
  }

  private void data(Headings columns, Place row, List<Cell> cells) {
    for (int column : columns.withoutHeading(cells)) {
      add(
          CellProblem.of(
              SheetCode.OUTSIDE_COLUMNS,
              row.column(column, ""),
              Optional.empty(),
              cells.get(column).text()));
    }
    Optional<String> stratum =
        key(columns, KeyColumn.STRATUM, row, cells, STRATUM, SheetCode.BAD_STRATUM);
    Optional<String> year = key(columns, KeyColumn.YEAR, row, cells, YEAR, SheetCode.BAD_YEAR);
    Optional<String> sample =
        key(columns, KeyColumn.SAMPLE, row, cells, SAMPLE, SheetCode.BAD_SAMPLE);
    if (stratum.isEmpty()) {
      if (columns.key(KeyColumn.STRATUM, cells).isEmpty()) {
        add(
            CellProblem.of(
                SheetCode.BAD_STRATUM,
                columns.place(KeyColumn.STRATUM, row),
                Optional.empty(),
                ""));
      }
    } else {
      rowsOf.putIfAbsent(rowKey(row.sheet(), stratum.get(), year), row);
    }
    columns
        .data()
        .forEach(
            (column, type) -> {
              Cell cell = column < cells.size() ? cells.get(column) : Cell.EMPTY;
              if (!cell.isEmpty()) {
                Place place = row.column(column, type.symbol());
                datum(type, place, cell, new RowKeys(columns, row, cells, stratum, year, sample));
              }
            });
  }

  private record RowKeys(
      Headings columns,
      Place row,
      List<Cell> cells,
      Optional<String> stratum,
      Optional<String> year,
      Optional<String> sample) {

    /** Whether a key is missing rather than wrong, which has been said already. */
    boolean lacks(KeyColumn key) {
      return columns.key(key, cells).isEmpty();
    }
  }

  private static String rowKey(Optional<String> sheet, String stratum, Optional<String> year) {
    return sheet.orElse("") + "|" + stratum + "|" + year.orElse("");
  }

  /** A key; one that is there and not right is a problem. */
  private Optional<String> key(
      Headings columns, KeyColumn key, Place row, List<Cell> cells, Pattern form, SheetCode code) {
    Cell cell = columns.key(key, cells);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    boolean isRight =
        (cell.kind() == Cell.Kind.TEXT || cell.kind() == Cell.Kind.NUMBER)
            && form.matcher(cell.text()).matches();
    if (!isRight) {
      SheetCode why = cell.kind() == Cell.Kind.FORMULA ? SheetCode.FORMULA : code;
      add(CellProblem.of(why, columns.place(key, row), Optional.empty(), cell.text()));
      return Optional.empty();
    }
    return Optional.of(cell.text());
  }

  private void datum(DatumType type, Place place, Cell cell, RowKeys keys) {
    CellNumber number = CellNumber.of(cell);
    number
        .problem()
        .ifPresent(code -> add(CellProblem.of(code, place, Optional.empty(), cell.text())));
    boolean ofSample = type.over() == Over.SAMPLE;
    if (ofSample != keys.sample.isPresent()) {
      if (!ofSample) {
        add(CellProblem.of(SheetCode.WRONG_ROW, place, Optional.empty(), cell.text()));
      } else if (keys.lacks(KeyColumn.SAMPLE)) {
        add(
            CellProblem.of(
                SheetCode.BAD_SAMPLE,
                keys.columns.place(KeyColumn.SAMPLE, keys.row),
                Optional.empty(),
                ""));
      }
      return;
    }
    if (type.isYearly() && keys.year.isEmpty()) {
      if (keys.lacks(KeyColumn.YEAR)) {
        add(
            CellProblem.of(
                SheetCode.BAD_YEAR,
                keys.columns.place(KeyColumn.YEAR, keys.row),
                Optional.empty(),
                ""));
      }
      return;
    }
    if (keys.stratum.isPresent() && number.value().isPresent()) {
      int year = keys.year.map(Integer::parseInt).orElse(period.to().getYear());
      add(
          new Datum(
              keys.sample,
              keys.stratum.get(),
              type.symbol(),
              type.unit(),
              number.value().get(),
              year),
          place);
    }
  }

  private void add(Datum datum, Place place) {
    data.add(datum);
    places.add(place);
  }

  private void add(CellProblem problem) {
    problemCount++;
    if (problems.size() < Limits.PROBLEMS_MOST) {
      problems.add(problem);
    }
  }

  private Imported result() {
    if (rows > SubmitMonitoringReport.ROWS_MOST || data.size() > SubmitMonitoringReport.ROWS_MOST) {
      add(
          CellProblem.ofFile(
              SheetCode.TOO_MANY_ROWS,
              Optional.of(
                  zh("%s 行中有 %s 项数据；一条指令最多 %s 项，其 64 KiB 约可容纳 650 项")
                      .en(
                          "%s rows with %s data; an instruction has at most %s, and its 64 KiB"
                              + " hold some 650",
                          rows, read(), SubmitMonitoringReport.ROWS_MOST))));
    } else if (data.isEmpty() && problems.isEmpty()) {
      add(CellProblem.ofFile(SheetCode.EMPTY_FILE, Optional.empty()));
    } else if (problems.isEmpty()) {
      addRefusals();
    }
    return new Imported(problems.isEmpty() ? data : List.of(), problems, problemCount, rows);
  }

  /** How many data were read: not all, when reading stopped at too many rows. */
  private Detail read() {
    return rows > SubmitMonitoringReport.ROWS_MOST
        ? zh("超过 %s").en("more than %s", data.size())
        : zh("%s").en("%s", data.size());
  }

  private void addRefusals() {
    for (QuantificationRule.Refusal refusal :
        QuantificationRule.refusals(methodology, strata, period, data)) {
      Place place = refusal.row().map(places::get).orElseGet(() -> missing(refusal));
      String value = refusal.row().map(row -> data.get(row).value().toString()).orElse("");
      add(CellProblem.of(refusal, place, value));
    }
  }

  /** Where a missing datum belongs: its row when there is one. */
  private Place missing(QuantificationRule.Refusal refusal) {
    Optional<String> year = Optional.of(Integer.toString(refusal.year()));
    for (Map.Entry<String, Headings> table : headings.entrySet()) {
      Optional<String> sheet = Optional.of(table.getKey()).filter(name -> !name.isEmpty());
      Optional<Integer> column = table.getValue().column(refusal.symbol());
      Place row =
          rowsOf.getOrDefault(
              rowKey(sheet, refusal.stratum(), year),
              rowsOf.get(rowKey(sheet, refusal.stratum(), Optional.empty())));
      if (column.isPresent() && row != null) {
        return row.column(column.get(), refusal.symbol());
      }
    }
    return Place.NOWHERE;
  }
}
