// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.error.RegistryException.require;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  private QuantificationRule(Methodology methodology, ProjectDesign design, DateRange period) {
    this.methodology = methodology;
    this.period = period;
    methodology
        .computation()
        .data(methodology.science().byName())
        .forEach(type -> types.put(type.symbol(), type));
    design.strata().forEach(stratum -> strata.put(stratum.name(), stratum));
  }

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
    QuantificationRule rule = new QuantificationRule(methodology, design, period);
    data.forEach(rule::requireKnown);
    data.forEach(rule::requirePlausible);
    rule.requireComplete(data);
    Algorithm algorithm = methodology.computation();
    return algorithm.quantify(
        new Subject(
            data,
            methodology.science().byName(),
            period,
            design.startDate(),
            stockChangeBefore,
            design.strata(),
            methodology.science().uncertainty()));
  }

  private void requireKnown(Datum row) {
    DatumType type = types.get(row.symbol());
    require(
        type != null, ErrorCode.UNKNOWN_DATUM, row + ": " + methodology.version() + " has no such");
    require(
        type.unit().equals(row.unit()),
        ErrorCode.UNKNOWN_DATUM,
        row + " must be in " + type.unit());
    boolean ofSample = type.over() == DatumType.Over.SAMPLE;
    require(
        ofSample == row.sample().isPresent(),
        ErrorCode.UNKNOWN_DATUM,
        row + (ofSample ? " must name its sample" : ": the datum is not one of a sample"));
  }

  private void requirePlausible(Datum row) {
    Stratum stratum = strata.get(row.stratum());
    if (stratum == null) {
      return;
    }
    PlausibleRange range = methodology.science().range(row.symbol()).orElseThrow();
    require(
        range.holds(row.value(), stratum.areaHectares()),
        ErrorCode.DATA_OUT_OF_RANGE,
        row + " is " + row.value() + ", must be " + range);
    boolean isArea = types.get(row.symbol()).unit().equals(HECTARE);
    require(
        !isArea || row.value().compareTo(stratum.areaHectares()) <= 0,
        ErrorCode.DATA_OUT_OF_RANGE,
        row + " is more than the stratum's " + stratum.areaHectares() + " ha");
  }

  /** Every datum that must be there is there once, and none for another stratum or year. */
  private void requireComplete(List<Datum> data) {
    Set<String> given = new TreeSet<>();
    for (Datum row : data) {
      boolean isYear = row.year() >= period.from().getYear() && row.year() <= period.to().getYear();
      require(
          strata.containsKey(row.stratum()) && isYear,
          ErrorCode.STRATA_MISMATCH,
          row + ": there is no such stratum or year");
      require(
          isYearly(row.symbol()) || row.year() == period.to().getYear(),
          ErrorCode.STRATA_MISMATCH,
          row + " is given once for the period, with the year " + period.to().getYear());
      require(given.add(row.toString()), ErrorCode.STRATA_MISMATCH, row + " stands twice");
    }
    for (Stratum stratum : strata.values()) {
      for (DatumType type : types.values()) {
        boolean needed =
            type.isRequired()
                || stratum.baseline().stream()
                    .anyMatch(level -> level.symbol().equals(type.symbol()));
        int first = type.isYearly() ? period.from().getYear() : period.to().getYear();
        for (int year = first; needed && year <= period.to().getYear(); year++) {
          String datum = Datum.label(type.symbol(), stratum.name(), year);
          require(given.contains(datum), ErrorCode.STRATA_MISMATCH, datum + " is missing");
        }
      }
    }
  }

  private boolean isYearly(String symbol) {
    return types.get(symbol).isYearly();
  }
}
