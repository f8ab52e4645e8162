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

/**
 * The yearly change of stocks in both scenarios (VM0042 equations 44 to 51): what the second
 * sampling found less what the first found, over the years between them.
 */
final class StockDifference {
  private static final Figure HUNDRED = Figure.of(100);

  private final Workings workings;
  private final SoilSamples samples;
  private final List<Resampled> resampled = new ArrayList<>();
  private final Map<Scenario, Input> stocks = new EnumMap<>(Scenario.class);
  private Input years;

  StockDifference(Workings workings, Input daysOfPeriod) {
    this.workings = workings;
    samples = new SoilSamples(workings);
    years = years(daysOfPeriod);
    SoilCarbon carbon = new SoilCarbon(workings, samples);
    for (Stratum stratum : workings.subject().strata()) {
      for (Scenario scenario : Scenario.values()) {
        resampled.add(
            new Resampled(
                stratum,
                scenario,
                carbon.sampling(stratum, scenario, SampleId.FIRST),
                carbon.sampling(stratum, scenario, SampleId.SECOND)));
      }
    }
    if (LossWhole.isAsked(workings.subject().parameters()) && change().isNegative()) {
      years = yearsOfLoss(daysOfPeriod);
    }
    Input baseline = soil(Scenario.BSL);
    Input project = soil(Scenario.WP);
    SoilUncertainty uncertainty =
        new SoilUncertainty(workings, resampled, project, baseline, years);
    Input percent = uncertainty.percent();
    Input sign = sign(project, baseline);
    stocks.put(Scenario.BSL, stocks(Scenario.BSL, baseline, percent, sign));
    stocks.put(Scenario.WP, stocks(Scenario.WP, project, percent, sign));
    samples.requireAllRead();
  }

  /**
   * A stratum, or its control site, sampled twice.
   *
   * @param stratum the stratum
   * @param scenario the project's land or the control site
   * @param first sampling
   * @param second sampling
   */
  record Resampled(
      Stratum stratum, Scenario scenario, SoilCarbon.Sampling first, SoilCarbon.Sampling second) {}

  /** The change of a scenario's stocks in one year. */
  Input yearly(Scenario scenario) {
    return stocks.get(scenario);
  }

  /**
   * X: no less than the period, so that no growth is claimed for years that no two samplings span.
   */
  private Input years(Input daysOfPeriod) {
    List<Input> inputs = new ArrayList<>();
    for (Stratum stratum : workings.subject().strata()) {
      Input stated =
          workings
              .ofPeriod(stratum, StockChangeData.SOIL_YEARS)
              .orElseThrow(
                  () ->
                      new RegistryException(
                          ErrorCode.STRATA_MISMATCH,
                          zh("缺少分层 %2$s 的 %1$s")
                              .en(
                                  "%s of %s is missing",
                                  StockChangeData.SOIL_YEARS, stratum.name())));
      if (!inputs.isEmpty() && !inputs.get(0).value().equals(stated.value())) {
        throw new RegistryException(
            ErrorCode.STRATA_MISMATCH,
            zh("%s 为 %s，其他分层为 %s：各分层须同时采样")
                .en(
                    "%s is %s, elsewhere %s: the strata are sampled together",
                    stated.symbol(), stated.value(), inputs.get(0).value()));
      }
      inputs.add(stated);
    }
    Figure ofPeriod = daysOfPeriod.value().dividedBy(Constants.DAYS_OF_YEAR.value());
    Figure value = inputs.get(0).value().max(ofPeriod);
    inputs.add(daysOfPeriod);
    inputs.add(Constants.DAYS_OF_YEAR);
    return workings.line(StockChangeEquations.YEARS, "X", value, inputs);
  }

  /** A loss is not spread over days that nobody reports: it counts whole in the period. */
  private Input yearsOfLoss(Input daysOfPeriod) {
    return workings.line(
        StockChangeEquations.YEARS_OF_LOSS,
        "X_LOSS",
        daysOfPeriod.value().dividedBy(Constants.DAYS_OF_YEAR.value()),
        List.of(daysOfPeriod, Constants.DAYS_OF_YEAR));
  }

  /** What all stocks of the project gain more than those of its control site, t CO2e. */
  private Figure change() {
    Figure change = Figure.ZERO;
    for (Resampled each : resampled) {
      Figure gain = each.second.mean().value().minus(each.first.mean().value());
      for (String pool : List.of(StockChangeData.C_TREE, StockChangeData.C_SHRUB)) {
        gain =
            gain.plus(
                stated(each, pool, SampleId.SECOND)
                    .minus(stated(each, pool, SampleId.FIRST))
                    .times(Constants.CO2.value())
                    .dividedBy(Constants.CARBON.value()));
      }
      Figure tonnes = gain.times(Figure.of(each.stratum.areaHectares()));
      change = each.scenario == Scenario.WP ? change.plus(tonnes) : change.minus(tonnes);
    }
    return change;
  }

  private Figure stated(Resampled each, String pool, int round) {
    return samples
        .find(each.stratum, pool, SampleId.of(each.scenario, round))
        .map(Input::value)
        .orElse(Figure.ZERO);
  }

  private static Input area(Stratum stratum) {
    return Input.of(
        Origin.DESIGN, "AREA " + stratum.name(), "ha", Figure.of(stratum.areaHectares()));
  }

  private Input soil(Scenario scenario) {
    List<Input> inputs = new ArrayList<>();
    Figure sum = Figure.ZERO;
    for (Resampled each : resampled) {
      if (each.scenario == scenario) {
        Input after = each.second.mean();
        Input before = each.first.mean();
        Input area = area(each.stratum);
        sum = sum.plus(after.value().minus(before.value()).times(area.value()));
        inputs.addAll(List.of(after, before, area));
      }
    }
    inputs.add(years);
    return workings.line(
        StockChangeEquations.SOIL, "D_SOIL_" + scenario, sum.dividedBy(years.value()), inputs);
  }

  private Optional<Input> woody(Scenario scenario, String pool) {
    List<Input> inputs = new ArrayList<>();
    Figure sum = Figure.ZERO;
    for (Stratum stratum : workings.subject().strata()) {
      SampleId first = SampleId.of(scenario, SampleId.FIRST);
      SampleId second = SampleId.of(scenario, SampleId.SECOND);
      boolean isStated =
          samples.find(stratum, pool, first).isPresent()
              || samples.find(stratum, pool, second).isPresent();
      if (isStated) {
        Input after = samples.the(stratum, pool, second);
        Input before = samples.the(stratum, pool, first);
        Input area = area(stratum);
        sum = sum.plus(after.value().minus(before.value()).times(area.value()));
        inputs.addAll(List.of(after, before, area));
      }
    }
    if (inputs.isEmpty()) {
      return Optional.empty();
    }
    inputs.addAll(List.of(Constants.CO2, years, Constants.CARBON));
    Figure value =
        sum.times(Constants.CO2.value()).dividedBy(years.value().times(Constants.CARBON.value()));
    return Optional.of(
        workings.line(
            StockChangeEquations.WOODY, pool.replace("C_", "D_") + "_" + scenario, value, inputs));
  }

  private Input sign(Input project, Input baseline) {
    boolean isLoss = project.value().minus(baseline.value()).isNegative();
    return workings.line(
        StockChangeEquations.SIGN, "J", Figure.of(isLoss ? -1 : 1), List.of(project, baseline));
  }

  /**
   * The deduction makes a gain smaller and a loss larger. It takes a gain whole at most: a text
   * without a cap would make a loss of a gain that was measured badly.
   */
  private Input stocks(Scenario scenario, Input soil, Input uncertainty, Input sign) {
    Figure percent =
        sign.value().isNegative() ? uncertainty.value() : uncertainty.value().min(HUNDRED);
    Figure value =
        soil.value().times(HUNDRED.minus(percent.times(sign.value()))).dividedBy(HUNDRED);
    List<Input> inputs = new ArrayList<>(List.of(soil, uncertainty, sign));
    for (String pool : List.of(StockChangeData.C_TREE, StockChangeData.C_SHRUB)) {
      Optional<Input> change = woody(scenario, pool);
      value = value.plus(change.map(Input::value).orElse(Figure.ZERO));
      change.ifPresent(inputs::add);
    }
    return workings.line(StockChangeEquations.STOCKS, "D_CO2_" + scenario, value, inputs);
  }
}
