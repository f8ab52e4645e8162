// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.QuantificationRule;
import org.grasslandcarbon.domain.monitoring.ReportQuantification;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.DatumType.Over;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Reads filled-in tables and tells everything that is wrong with them, cell by cell; the data are
 * only given when nothing is. What the tables themselves cannot say (plausible ranges, what is
 * missing) is judged by the registry's own rule, {@link QuantificationRule#refusals}.
 */
public final class MonitoringImport {
  private static final List<KeyColumn> KEYS =
      List.of(KeyColumn.STRATUM, KeyColumn.YEAR, KeyColumn.SAMPLE);
  private static final Pattern YEAR = Pattern.compile("(19|20|21)[0-9]{2}|2200");
  private static final Pattern STRATUM = Pattern.compile(Stratum.NAME_PATTERN);

  private final Methodology methodology;
  private final List<Stratum> strata;
  private final DateRange period;
  private final Map<String, DatumType> types = new TreeMap<>();
  private final boolean samplesAreRecords;
  private final Findings findings = new Findings();
  private final SampleNames samples = new SampleNames(findings);
  private final Rows tables;

  private final List<Datum> data = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<String, SheetRow> rowsOf = new HashMap<>();

  /**
   * What came of a file.
   *
   * @param data the data; none when there is a problem
   * @param notes what is told of the file all the same
   * @param problems what is wrong, in the order of the file; at most {@link Limits#PROBLEMS_MOST}
   * @param problemCount how many problems there are altogether
   * @param rows rows of data that were read
   */
  public record Imported(
      List<Datum> data,
      List<SheetNote> notes,
      List<CellProblem> problems,
      long problemCount,
      long rows) {}

  /** The rows of a report's tables. */
  private final class Rows extends TableRows {
    private Rows(LongConsumer progress) {
      super(findings, progress);
    }

    @Override
    boolean hasSheet(String name) {
      return DataTable.of(methodology).stream()
          .anyMatch(table -> Template.sheetName(table).equals(name));
    }

    @Override
    Headings headings(SheetRow row, BitSet hidden) {
      return Headings.read(row, KEYS, types, hidden, findings);
    }

    @Override
    void data(Headings columns, SheetRow row) {
      // Beyond what a report can hold rows are counted, so that the answer can say how many there
      // are.
      if (rows() <= ReportQuantification.ROWS_MOST) {
        read(columns, row);
      }
    }
  }

  private MonitoringImport(
      Methodology methodology, List<Stratum> strata, DateRange period, LongConsumer progress) {
    this.methodology = methodology;
    this.strata = strata;
    this.period = period;
    this.samplesAreRecords = methodology.terms().samplings().isPresent();
    this.tables = new Rows(progress);
    DataTable.all(methodology).forEach(type -> types.put(type.symbol(), type));
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
      reading.tables.startFile();
      reading.findings.read(file, limits, reading.tables, watch);
    }
    return reading.result();
  }

  private void read(Headings columns, SheetRow row) {
    columns.findStray(row, findings);
    Optional<String> stratum = key(columns, KeyColumn.STRATUM, row, SheetCode.BAD_STRATUM, STRATUM);
    Optional<Integer> year =
        key(columns, KeyColumn.YEAR, row, SheetCode.BAD_YEAR, YEAR).map(Integer::valueOf);
    Optional<String> sample =
        columns.text(
            KeyColumn.SAMPLE,
            row,
            text -> SampleId.parse(text).isPresent(),
            SheetCode.BAD_SAMPLE,
            findings);
    if (stratum.isPresent()) {
      rowsOf.putIfAbsent(rowKey(row.sheet(), stratum.get(), year), row);
    } else {
      requireKey(columns, KeyColumn.STRATUM, row, SheetCode.BAD_STRATUM);
    }
    RowKeys keys = new RowKeys(columns, row, stratum, year, sample);
    columns
        .data()
        .forEach(
            (column, type) -> {
              if (!row.cell(column).isEmpty()) {
                datum(type, column, keys);
              }
            });
  }

  /**
   * What a row is of.
   *
   * @param stratum absent when it is missing or wrong, which is a problem
   * @param year absent when it is missing, or wrong, which is a problem
   * @param sample likewise
   */
  private record RowKeys(
      Headings columns,
      SheetRow row,
      Optional<String> stratum,
      Optional<Integer> year,
      Optional<String> sample) {}

  private static String rowKey(Optional<String> sheet, String stratum, Optional<Integer> year) {
    return sheet.orElse("") + "|" + stratum + "|" + year.map(Object::toString).orElse("");
  }

  private Optional<String> key(
      Headings columns, KeyColumn key, SheetRow row, SheetCode code, Pattern form) {
    return columns.text(key, row, text -> form.matcher(text).matches(), code, findings);
  }

  /** A key that is missing, rather than wrong, which has been said already. */
  private void requireKey(Headings columns, KeyColumn key, SheetRow row, SheetCode code) {
    if (columns.key(key, row).isEmpty()) {
      findings.problem(code, columns.place(key, row), "");
    }
  }

  private void datum(DatumType type, int column, RowKeys keys) {
    Place place = keys.row.place().column(column, type.symbol());
    String text = keys.row.cell(column).text();
    if (samplesAreRecords && DataTable.isOfSampling(type)) {
      findings.problem(SheetCode.RECORDED_SAMPLING, place, text);
      return;
    }
    Optional<Decimal> number =
        findings.number(keys.row, column, place, type.unit(), CellNumber.DECIMALS_STORED);
    boolean ofSample = type.over() == Over.SAMPLE;
    if (!ofSample && keys.sample.isPresent()) {
      findings.problem(SheetCode.WRONG_ROW, place, text);
      return;
    }
    if (ofSample && keys.sample.isEmpty()) {
      requireKey(keys.columns, KeyColumn.SAMPLE, keys.row, SheetCode.BAD_SAMPLE);
      return;
    }
    if (type.isYearly() && keys.year.isEmpty()) {
      requireKey(keys.columns, KeyColumn.YEAR, keys.row, SheetCode.BAD_YEAR);
      return;
    }
    if (keys.stratum.isEmpty()) {
      return;
    }
    keys.sample.ifPresent(
        name ->
            samples.add(
                keys.stratum.get(),
                SampleId.parse(name).orElseThrow(),
                name,
                type.symbol(),
                keys.columns.place(KeyColumn.SAMPLE, keys.row),
                place));
    number.ifPresent(
        value -> {
          int year = keys.year.orElse(period.to().getYear());
          data.add(
              new Datum(keys.sample, keys.stratum.get(), type.symbol(), type.unit(), value, year));
          places.add(place);
        });
  }

  private Imported result() {
    long rows = tables.rows();
    boolean isTooLong = rows > ReportQuantification.ROWS_MOST;
    if (isTooLong || data.size() > ReportQuantification.ROWS_MOST) {
      findings.add(
          CellProblem.ofFile(
              SheetCode.TOO_MANY_ROWS,
              Optional.of(
                  zh("%s 行中有 %s 项数据；一份报告最多 %s 项")
                      .en(
                          "%s rows with %s data; a report has at most %s",
                          rows, counted(isTooLong), ReportQuantification.ROWS_MOST))));
    } else {
      samples.finish();
      if (data.isEmpty() && !findings.hasProblems()) {
        findings.add(CellProblem.ofFile(SheetCode.EMPTY_FILE, Optional.empty()));
      } else if (!findings.hasProblems()) {
        addRefusals();
      }
    }
    return new Imported(
        findings.hasProblems() ? List.of() : data,
        findings.notes(),
        findings.problems(),
        findings.problemCount(),
        rows);
  }

  /** How many data were read: not all, when reading stopped at too many rows. */
  private Detail counted(boolean isTooLong) {
    return isTooLong ? zh("超过 %s").en("more than %s", data.size()) : zh("%s").en("%s", data.size());
  }

  private void addRefusals() {
    for (QuantificationRule.Refusal refusal :
        QuantificationRule.refusals(methodology, strata, period, data)) {
      boolean isOfRecords = samplesAreRecords && Datum.isYearsBetweenSamplings(refusal.symbol());
      if (!isOfRecords) {
        Place place = refusal.row().map(places::get).orElseGet(() -> missing(refusal));
        String value = refusal.row().map(row -> data.get(row).value().toString()).orElse("");
        findings.add(CellProblem.of(refusal, place, value));
      }
    }
  }

  /** Where a missing datum belongs: its row when there is one. */
  private Place missing(QuantificationRule.Refusal refusal) {
    for (Map.Entry<String, Headings> table : tables.tables().entrySet()) {
      Optional<String> sheet = Optional.of(table.getKey()).filter(name -> !name.isEmpty());
      Optional<Integer> column = table.getValue().column(refusal.symbol());
      SheetRow row =
          rowsOf.getOrDefault(
              rowKey(sheet, refusal.stratum(), Optional.of(refusal.year())),
              rowsOf.get(rowKey(sheet, refusal.stratum(), Optional.empty())));
      if (column.isPresent() && row != null) {
        return row.place().column(column.get(), refusal.symbol());
      }
    }
    return Place.NOWHERE;
  }
}
