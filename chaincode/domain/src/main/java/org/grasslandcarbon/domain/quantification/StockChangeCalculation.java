// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Origin;
import org.grasslandcarbon.domain.quantification.Quantification.Vintage;
import org.grasslandcarbon.domain.value.DateRange;

/**
 * One run of {@code GCS-SC}: the stocks first, then the sources of each year, then the netting. A
 * line that is not rounded to the gram divides at most once, at its end.
 */
final class StockChangeCalculation {
  private final Workings workings;
  private final DateRange period;
  private final Input daysOfPeriod;
  private final SourceEmissions emissions;
  private final Map<Source, List<Input>> baseline = emptyBySource();

  StockChangeCalculation(Subject subject, List<DatumType> types) {
    workings = new Workings(subject, types);
    period = subject.period();
    daysOfPeriod = days("DAYS_PERIOD", period);
    if (daysOfPeriod.value().isZero()) {
      throw new RegistryException(
          ErrorCode.DATA_OUT_OF_RANGE,
          zh("仅有 2 月 29 日一天，不含一年 365 日中的任何一日")
              .en("29 February alone has no day of the 365 of a year"));
    }
    emissions = new SourceEmissions(workings);
  }

  private static Map<Source, List<Input>> emptyBySource() {
    Map<Source, List<Input>> lines = new EnumMap<>(Source.class);
    for (Source source : Source.values()) {
      lines.put(source, new ArrayList<>());
    }
    return lines;
  }

  private static Input days(String symbol, DateRange range) {
    return Input.of(Origin.PERIOD, symbol, "d", Figure.of(range.daysOf365()));
  }

  Quantification run() {
    StockDifference stocks = new StockDifference(workings, daysOfPeriod);
    for (Stratum stratum : workings.subject().strata()) {
      emissions
          .of(stratum, "_BSL " + stratum.name(), symbol -> workings.designed(stratum, symbol))
          .forEach((source, lines) -> baseline.get(source).addAll(lines));
    }
    Herds herds = new Herds(workings);
    List<Input> leakage = new PeriodLeakage(workings, herds).parts();
    Netting netting = new Netting(workings);
    List<Vintage> vintages = new ArrayList<>();
    for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
      DateRange range = period.inYear(year).orElseThrow();
      Input days = days("DAYS " + year, range);
      List<Input> avoided = avoided(year, days, herds);
      Netting.Result result =
          netting.year(
              year,
              days,
              avoided,
              stocksOfYear(stocks, Scenario.WP, year, days),
              stocksOfYear(stocks, Scenario.BSL, year, days),
              leakageOfYear(leakage, year, days));
      vintages.add(new Vintage(Optional.of(result.breakdown()), range, result.tonnes(), year));
    }
    return new Quantification(StockChange.ID, workings.lines(), vintages);
  }

  private Input stocksOfYear(StockDifference stocks, Scenario scenario, int year, Input days) {
    return workings.line(
        StockChangeEquations.STOCKS_OF_YEAR,
        "D_CO2_" + scenario + " " + year,
        Terms.of(List.of(stocks.yearly(scenario))),
        List.of(days),
        List.of(Constants.DAYS_OF_YEAR));
  }

  private Optional<Input> leakageOfYear(List<Input> parts, int year, Input days) {
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            workings.line(
                StockChangeEquations.LEAKAGE,
                Quantification.LEAKAGE + year,
                Terms.of(parts),
                List.of(days),
                List.of(daysOfPeriod)));
  }

  /**
   * Baseline less project, for the monitored days of a year (equations 52 to 59). The text goes
   * over means per hectare and multiplies by the area again; totals are the same.
   */
  private List<Input> avoided(int year, Input days, Herds herds) {
    Map<Source, List<Input>> project = emptyBySource();
    for (Stratum stratum : workings.subject().strata()) {
      emissions
          .of(
              stratum,
              "_WP " + stratum.name() + " " + year,
              symbol -> herds.counted(stratum, symbol, year))
          .forEach((source, lines) -> project.get(source).addAll(lines));
    }
    List<Input> avoided = new ArrayList<>();
    List<Input> ofSoil = new ArrayList<>();
    for (Source source : Source.values()) {
      if (!baseline.get(source).isEmpty() || !project.get(source).isEmpty()) {
        (source.isOfSoil() ? ofSoil : avoided)
            .add(avoided(source, year, days, project.get(source)));
      }
    }
    if (!ofSoil.isEmpty()) {
      avoided.add(workings.sum(StockChangeEquations.SOIL_N2O, "D_N2O_SOIL " + year, ofSoil));
    }
    return avoided;
  }

  private Input avoided(Source source, int year, Input days, List<Input> project) {
    List<Input> expected = baseline.get(source);
    Figure expectedYearly = Terms.of(expected).sum();
    Figure found = Terms.of(project).sum();
    Figure daysOfYear = Constants.DAYS_OF_YEAR.value();
    Figure value =
        source.isOfHerd()
            ? expectedYearly.minus(found).times(days.value())
            : expectedYearly.times(days.value()).minus(found.times(daysOfYear));
    List<Input> inputs = new ArrayList<>(expected);
    inputs.addAll(project);
    inputs.add(days);
    inputs.add(Constants.DAYS_OF_YEAR);
    return workings.line(
        source.isOfHerd() ? StockChangeEquations.HERD : StockChangeEquations.FLOW,
        source.symbol() + " " + year,
        value.dividedBy(daysOfYear),
        inputs);
  }
}
