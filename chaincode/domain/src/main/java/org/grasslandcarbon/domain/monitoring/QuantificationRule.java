// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

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
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.quantification.Subject;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * Checks monitoring data and computes tonnes from them. A pure function: the instructions use it,
 * and so may anybody who wants to know beforehand what a report would yield.
 */
public final class QuantificationRule {
  /** Areas are in this unit, whatever the algorithm. */
  private static final String HECTARE = "ha";

  private final Methodology methodology;
  private final DateRange period;
  private final Map<String, DatumType> types = new TreeMap<>();
  private final Map<String, Stratum> strata = new TreeMap<>();

  private QuantificationRule(Methodology methodology, List<Stratum> strata, DateRange period) {
    this.methodology = methodology;
    this.period = period;
    methodology
        .computation()
        .data(methodology.science().byName())
        .forEach(type -> types.put(type.symbol(), type));
    strata.forEach(stratum -> this.strata.put(stratum.name(), stratum));
  }

  /**
   * Why data are refused.
   *
   * @param code {@code UNKNOWN_DATUM}, {@code DATA_OUT_OF_RANGE} or {@code STRATA_MISMATCH}
   * @param detail what exactly, in English
   * @param row the index of the row; absent when the row is missing
   * @param stratum the stratum of the row
   * @param symbol its datum
   * @param year its year
   */
  public record Refusal(
      ErrorCode code,
      String detail,
      Optional<Integer> row,
      String stratum,
      String symbol,
      int year) {}

  /** The worksheet of a project's first report. */
  public static Quantification quantify(
      Methodology methodology, ProjectDesign design, DateRange period, List<Datum> data) {
    return quantify(methodology, design, period, data, Decimal.of("0"));
  }

  /**
   * The worksheet of a report.
   *
   * @param methodology the version to which the project is pinned
   * @param design the project's design
   * @param period the monitored days
   * @param data the rows
   * @param stockChangeBefore the project's stock change in the verified reports of earlier days
   * @throws RegistryException {@code UNKNOWN_DATUM}, {@code DATA_OUT_OF_RANGE}, {@code
   *     STRATA_MISMATCH}, naming the row; {@code TOO_LARGE}
   */
  public static Quantification quantify(
      Methodology methodology,
      ProjectDesign design,
      DateRange period,
      List<Datum> data,
      Decimal stockChangeBefore) {
    return quantify(
        methodology, design.strata(), design.startDate(), period, data, stockChangeBefore);
  }

  /** The same of a project that has no design yet, only strata and a first day. */
  public static Quantification quantify(
      Methodology methodology,
      List<Stratum> strata,
      LocalDate startDate,
      DateRange period,
      List<Datum> data,
      Decimal stockChangeBefore) {
    refusals(methodology, strata, period, data).stream()
        .findFirst()
        .ifPresent(
            first -> {
              throw new RegistryException(first.code(), first.detail());
            });
    Algorithm algorithm = methodology.computation();
    return algorithm.quantify(
        new Subject(
            data,
            methodology.science().byName(),
            period,
            startDate,
            stockChangeBefore,
            strata,
            methodology.science().uncertainty()));
  }

  /**
   * Everything for which the rows are refused before anything is computed, in the order of the
   * checks; a report is refused with the first. For those who correct all rows at once.
   */
  public static List<Refusal> refusals(
      Methodology methodology, List<Stratum> strata, DateRange period, List<Datum> data) {
    QuantificationRule rule = new QuantificationRule(methodology, strata, period);
    List<Refusal> refusals = new ArrayList<>();
    rule.each(data, rule::unknown, refusals);
    rule.each(data, rule::implausible, refusals);
    Set<String> given = new TreeSet<>();
    rule.each(data, row -> rule.misplaced(row, given), refusals);
    rule.addMissing(given, refusals);
    return refusals;
  }

  private record Reason(ErrorCode code, String detail) {}

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
                      reason.detail,
                      Optional.of(index),
                      row.stratum(),
                      row.symbol(),
                      row.year()))
          .ifPresent(refusals::add);
    }
  }

  private Optional<Reason> unknown(Datum row) {
    DatumType type = types.get(row.symbol());
    if (type == null) {
      return because(ErrorCode.UNKNOWN_DATUM, row + ": " + methodology.version() + " has no such");
    }
    if (!type.unit().equals(row.unit())) {
      return because(ErrorCode.UNKNOWN_DATUM, row + " must be in " + type.unit());
    }
    boolean ofSample = type.over() == DatumType.Over.SAMPLE;
    return ofSample == row.sample().isPresent()
        ? Optional.empty()
        : because(
            ErrorCode.UNKNOWN_DATUM,
            row + (ofSample ? " must name its sample" : ": the datum is not one of a sample"));
  }

  private Optional<Reason> implausible(Datum row) {
    Stratum stratum = strata.get(row.stratum());
    DatumType type = types.get(row.symbol());
    if (stratum == null || type == null) {
      return Optional.empty();
    }
    PlausibleRange range = methodology.science().range(row.symbol()).orElseThrow();
    if (!range.holds(row.value(), stratum.areaHectares())) {
      return because(
          ErrorCode.DATA_OUT_OF_RANGE, row + " is " + row.value() + ", must be " + range);
    }
    boolean isArea = type.unit().equals(HECTARE);
    return isArea && row.value().compareTo(stratum.areaHectares()) > 0
        ? because(
            ErrorCode.DATA_OUT_OF_RANGE,
            row + " is more than the stratum's " + stratum.areaHectares() + " ha")
        : Optional.empty();
  }

  /** A row for another stratum or year, or one that is there already. */
  private Optional<Reason> misplaced(Datum row, Set<String> given) {
    boolean isFirst = given.add(row.toString());
    boolean isYear = row.year() >= period.from().getYear() && row.year() <= period.to().getYear();
    if (!strata.containsKey(row.stratum()) || !isYear) {
      return because(ErrorCode.STRATA_MISMATCH, row + ": there is no such stratum or year");
    }
    DatumType type = types.get(row.symbol());
    if (type != null && !type.isYearly() && row.year() != period.to().getYear()) {
      return because(
          ErrorCode.STRATA_MISMATCH,
          row + " is given once for the period, with the year " + period.to().getYear());
    }
    return isFirst ? Optional.empty() : because(ErrorCode.STRATA_MISMATCH, row + " stands twice");
  }

  private static Optional<Reason> because(ErrorCode code, String detail) {
    return Optional.of(new Reason(code, detail));
  }

  private void addMissing(Set<String> given, List<Refusal> refusals) {
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
                    datum + " is missing",
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
