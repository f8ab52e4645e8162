// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.PlausibleRange;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.quantification.Algorithm;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.Earlier;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.quantification.Subject;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Checks monitoring data and computes tonnes from them. A pure function: the instructions use it,
 * and so may anybody who wants to know beforehand what a report would yield.
 */
public final class QuantificationRule {
  /** Areas are in this unit, whatever the algorithm. */
  private static final String HECTARE = "ha";

  private final Methodology methodology;
  private final Map<String, DatumType> types = new TreeMap<>();
  private final Map<String, PlausibleRange> ranges = new TreeMap<>();
  private final Map<String, Stratum> strata = new TreeMap<>();

  private QuantificationRule(Methodology methodology, List<Stratum> strata) {
    this.methodology = methodology;
    methodology.data().forEach(type -> types.put(type.symbol(), type));
    methodology.science().ranges().stream()
        .filter(range -> !isComputed(range.symbol()))
        .forEach(range -> ranges.put(range.symbol(), range));
    strata.forEach(stratum -> this.strata.put(stratum.name(), stratum));
  }

  /**
   * Why data are refused.
   *
   * @param code {@code UNKNOWN_DATUM}, {@code DATA_OUT_OF_RANGE} or {@code STRATA_MISMATCH}
   * @param column the member of the row that is at fault; absent when all of the row is
   * @param detail what exactly
   * @param row the index of the row; absent when the row is missing
   * @param stratum the stratum of the row
   * @param symbol its datum
   * @param year its year
   */
  public record Refusal(
      ErrorCode code,
      Optional<String> column,
      Detail detail,
      Optional<Integer> row,
      String stratum,
      String symbol,
      int year) {

    /** The same with row and column, as a refused instruction says it. */
    private RegistryException asException(Rows rows) {
      Optional<String> place =
          row.map(index -> rows.place(index) + column.map(name -> "." + name).orElse(""));
      return new RegistryException(code, place.map(detail::at).orElse(detail));
    }
  }

  /** The worksheet of a project's first report. */
  public static Quantification quantify(
      Methodology methodology, ProjectDesign design, DateRange period, List<Datum> data) {
    return quantify(methodology, design, period, data, Earlier.NONE);
  }

  /**
   * The worksheet of a report.
   *
   * @param methodology the version to which the project is pinned
   * @param design the project's design
   * @param period the monitored days
   * @param data the rows
   * @param earlier what the verified reports of earlier days counted
   * @throws RegistryException {@code UNKNOWN_DATUM}, {@code DATA_OUT_OF_RANGE}, {@code
   *     STRATA_MISMATCH}, naming the row; {@code TOO_LARGE}
   */
  public static Quantification quantify(
      Methodology methodology,
      ProjectDesign design,
      DateRange period,
      List<Datum> data,
      Earlier earlier) {
    return quantify(methodology, design.strata(), design.startDate(), period, data, earlier);
  }

  /** The same of a project that has no design yet, only strata and a first day. */
  public static Quantification quantify(
      Methodology methodology,
      List<Stratum> strata,
      LocalDate startDate,
      DateRange period,
      List<Datum> data,
      Earlier earlier) {
    return quantify(methodology, strata, startDate, period, Rows.of("data", data), earlier);
  }

  /** The same of rows that come from several places. */
  static Quantification quantify(
      Methodology methodology, ProjectDesign design, DateRange period, Rows rows, Earlier earlier) {
    return quantify(methodology, design.strata(), design.startDate(), period, rows, earlier);
  }

  private static Quantification quantify(
      Methodology methodology,
      List<Stratum> strata,
      LocalDate startDate,
      DateRange period,
      Rows rows,
      Earlier earlier) {
    List<Datum> data = rows.data();
    throwFirst(refusals(methodology, strata, period, data), rows);
    Algorithm algorithm = methodology.computation();
    return algorithm.quantify(
        new Subject(
            data,
            earlier,
            methodology.science().byName(),
            period,
            startDate,
            strata,
            methodology.science().uncertainty()));
  }

  /**
   * Everything for which the rows are refused before anything is computed, in the order of the
   * checks; a report is refused with the first. For those who correct all rows at once.
   */
  public static List<Refusal> refusals(
      Methodology methodology, List<Stratum> strata, DateRange period, List<Datum> data) {
    QuantificationRule rule = new QuantificationRule(methodology, strata);
    List<Refusal> refusals = new ArrayList<>();
    rule.each(data, rule::unknown, refusals);
    rule.each(data, rule::implausible, refusals);
    Set<String> given = new TreeSet<>();
    rule.each(data, row -> rule.misplaced(row, period, given), refusals);
    rule.addMissing(given, period, refusals);
    return refusals;
  }

  /**
   * Checks what can be said of rows by themselves, before it is known what else is reported.
   *
   * @throws RegistryException {@code UNKNOWN_DATUM}, {@code DATA_OUT_OF_RANGE}, {@code
   *     STRATA_MISMATCH}, naming row and column
   */
  static void requireReadable(Methodology methodology, List<Stratum> strata, Rows rows) {
    QuantificationRule rule = new QuantificationRule(methodology, strata);
    List<Refusal> refusals = new ArrayList<>();
    rule.each(rows.data(), rule::unknown, refusals);
    rule.each(rows.data(), rule::implausible, refusals);
    rule.each(rows.data(), rule::ofNoStratum, refusals);
    throwFirst(refusals, rows);
  }

  private static void throwFirst(List<Refusal> refusals, Rows rows) {
    if (!refusals.isEmpty()) {
      throw refusals.get(0).asException(rows);
    }
  }

  private record Reason(ErrorCode code, String column, Detail detail) {}

  private void each(
      List<Datum> data, Function<Datum, Optional<Reason>> check, List<Refusal> refusals) {
    for (int i = 0; i < data.size(); i++) {
      Datum row = data.get(i);
      int index = i;
      check
          .apply(row)
          .map(
              reason ->
                  new Refusal(
                      reason.code,
                      Optional.ofNullable(reason.column),
                      reason.detail,
                      Optional.of(index),
                      row.stratum(),
                      row.symbol(),
                      row.year()))
          .ifPresent(refusals::add);
    }
  }

  /** What the ledger computes itself is in no range that people keep. */
  private boolean isComputed(String symbol) {
    return methodology.terms().samplings().isPresent() && Datum.isYearsBetweenSamplings(symbol);
  }

  private Optional<Reason> unknown(Datum row) {
    DatumType type = types.get(row.symbol());
    if (type == null) {
      return because(
          ErrorCode.UNKNOWN_DATUM,
          "symbol",
          zh("%s：%s 没有该数据项").en("%s: %s has no such", row, methodology.version()));
    }
    if (!type.unit().equals(row.unit())) {
      return because(
          ErrorCode.UNKNOWN_DATUM,
          "unit",
          zh("%s 的单位须为 %s").en("%s must be in %s", row, type.unit()));
    }
    boolean ofSample = type.over() == DatumType.Over.SAMPLE;
    return ofSample == row.sample().isPresent()
        ? Optional.empty()
        : because(
            ErrorCode.UNKNOWN_DATUM,
            "sample",
            ofSample
                ? zh("%s 须注明样品").en("%s must name its sample", row)
                : zh("%s：该数据项不按样品填报").en("%s: the datum is not one of a sample", row));
  }

  private Optional<Reason> implausible(Datum row) {
    Stratum stratum = strata.get(row.stratum());
    DatumType type = types.get(row.symbol());
    if (stratum == null || type == null) {
      return Optional.empty();
    }
    PlausibleRange range = ranges.get(row.symbol());
    if (range == null) {
      return Optional.empty();
    }
    if (!range.holds(row.value(), stratum.areaHectares())) {
      return because(
          ErrorCode.DATA_OUT_OF_RANGE,
          "value",
          zh("%s 为 %s，须为 %s").en("%s is %s, must be %s", row, row.value(), range));
    }
    boolean isArea = type.unit().equals(HECTARE);
    return isArea && row.value().compareTo(stratum.areaHectares()) > 0
        ? because(
            ErrorCode.DATA_OUT_OF_RANGE,
            "value",
            zh("%s 大于该分层的 %s 公顷")
                .en("%s is more than the stratum's %s ha", row, stratum.areaHectares()))
        : Optional.empty();
  }

  private Optional<Reason> ofNoStratum(Datum row) {
    return strata.containsKey(row.stratum())
        ? Optional.empty()
        : because(
            ErrorCode.STRATA_MISMATCH,
            "stratum",
            zh("%s：该项目没有此分层").en("%s: the project has no such stratum", row));
  }

  /** A row for another stratum or year, or one that is there already. */
  private Optional<Reason> misplaced(Datum row, DateRange period, Set<String> given) {
    boolean isFirst = given.add(row.toString());
    return ofNoStratum(row)
        .or(() -> ofAnotherYear(row, period))
        .or(
            () ->
                isFirst
                    ? Optional.empty()
                    : because(
                        ErrorCode.STRATA_MISMATCH, null, zh("%s 出现两次").en("%s stands twice", row)));
  }

  private Optional<Reason> ofAnotherYear(Datum row, DateRange period) {
    if (row.year() < period.from().getYear() || row.year() > period.to().getYear()) {
      return because(
          ErrorCode.STRATA_MISMATCH,
          "year",
          zh("%s：监测期为 %s").en("%s: the period is %s", row, period));
    }
    DatumType type = types.get(row.symbol());
    return type != null && !type.isYearly() && row.year() != period.to().getYear()
        ? because(
            ErrorCode.STRATA_MISMATCH,
            "year",
            zh("%s 在整个监测期只填一次，年份填 %s")
                .en(
                    "%s is given once for the period, with the year %s",
                    row, period.to().getYear()))
        : Optional.empty();
  }

  private static Optional<Reason> because(ErrorCode code, String column, Detail detail) {
    return Optional.of(new Reason(code, column, detail));
  }

  private void addMissing(Set<String> given, DateRange period, List<Refusal> refusals) {
    for (Stratum stratum : strata.values()) {
      for (DatumType type : types.values()) {
        boolean needed =
            type.isRequired()
                || stratum.baseline().stream()
                    .anyMatch(level -> level.symbol().equals(type.symbol()));
        int first = type.isYearly() ? period.from().getYear() : period.to().getYear();
        for (int year = first; needed && year <= period.to().getYear(); year++) {
          String datum = Datum.label(type.symbol(), stratum.name(), year);
          if (!given.contains(datum)) {
            refusals.add(
                new Refusal(
                    ErrorCode.STRATA_MISMATCH,
                    Optional.empty(),
                    zh("缺少 %s")
                        .en("%s is missing", Datum.named(type.symbol(), stratum.name(), year)),
                    Optional.empty(),
                    stratum.name(),
                    type.symbol(),
                    year));
          }
        }
      }
    }
  }
}
