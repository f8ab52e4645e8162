// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.plausibility.Flag.Value;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.Quantification.Line;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.quantification.Stratum;

/** Stocks of carbon as the worksheet has them: how fast they grow, and how points change. */
final class StockFlags {
  /** Of two points any two increments are as far apart as they are. */
  private static final int POINTS_LEAST = 3;

  private static final String STOCK = "t CO2e/ha";
  private static final Figure ONE = Figure.of(1);

  private final Evidence evidence;
  private final Sheet sheet;
  private final Raised raised;
  private final Map<String, SortedMap<String, Figure>> points = new HashMap<>();

  StockFlags(Evidence evidence, Sheet sheet, Raised raised) {
    this.evidence = evidence;
    this.sheet = sheet;
    this.raised = raised;
    for (String equation : List.of(Sheet.STOCK_BY_MASS, Sheet.STOCK_BY_DEPTH)) {
      for (Line line : sheet.of(equation)) {
        // SOC S1 WP-1-P07: what is before the point names the sampling.
        String words = line.symbol().substring(line.symbol().indexOf(' ') + 1);
        int end = words.lastIndexOf('-');
        points
            .computeIfAbsent(words.substring(0, end), name -> new TreeMap<>())
            .put(words.substring(end + 1), line.value());
      }
    }
  }

  void raise() {
    for (Stratum stratum : evidence.subject().strata()) {
      sheet.years().ifPresent(years -> measuredGain(stratum, years));
      for (Scenario scenario : Scenario.values()) {
        jump(stratum, scenario);
        increments(stratum, scenario);
        for (int round = SampleId.FIRST; round <= SampleId.SECOND; round++) {
          spread(stratum, SampleId.of(scenario, round));
        }
      }
      control(stratum);
    }
    computedGain();
  }

  private Optional<Figure> mean(Stratum stratum, Scenario scenario, int round) {
    return sheet.mean(stratum.name(), SampleId.of(scenario, round).toString());
  }

  private static Optional<String> name(Stratum stratum) {
    return Optional.of(stratum.name());
  }

  private static Value stock(Stratum stratum, SampleId sampling, Figure value) {
    return new Value("SOC_MEAN " + stratum.name() + " " + sampling, STOCK, value);
  }

  /** The project's gain less that of its control site, a year; before any deduction. */
  private void measuredGain(Stratum stratum, Figure years) {
    Optional<Figure> project = change(stratum, Scenario.WP);
    Optional<Figure> control = change(stratum, Scenario.BSL);
    if (project.isPresent() && control.isPresent()) {
      gain(
          stratum,
          project.get().minus(control.get()).dividedBy(years),
          new Value("CHANGE " + stratum.name() + " WP", STOCK, project.get()),
          new Value("CHANGE " + stratum.name() + " BSL", STOCK, control.get()),
          new Value("X", "yr", years));
    }
  }

  private Optional<Figure> change(Stratum stratum, Scenario scenario) {
    Optional<Figure> before = mean(stratum, scenario, SampleId.FIRST);
    return mean(stratum, scenario, SampleId.SECOND)
        .flatMap(after -> before.map(each -> after.minus(each)));
  }

  private void gain(Stratum stratum, Figure rate, Value... from) {
    String symbol = "SOIL_GAIN " + stratum.name();
    raised.measured(FlagCode.SOIL_GAIN, name(stratum), symbol, rate, from);
    raised.measured(FlagCode.SOIL_GAIN_EXTREME, name(stratum), symbol, rate, from);
  }

  /** The same of an algorithm that computes soil from factors. */
  private void computedGain() {
    Map<String, Figure> tonnes = new HashMap<>();
    for (Line line : sheet.of(Sheet.SOIL_OF_STRATUM)) {
      tonnes.merge(line.symbol().split(" ")[1], line.value(), Figure::plus);
    }
    Figure years = Plausibility.years(evidence.subject().period());
    for (Stratum stratum : evidence.subject().strata()) {
      Figure gained = tonnes.get(stratum.name());
      if (gained != null && Ratio.isAboveZero(years)) {
        Figure hectares = Figure.of(stratum.areaHectares());
        gain(
            stratum,
            gained.dividedBy(hectares.times(years)),
            new Value("D_SOC " + stratum.name(), "t CO2e", gained),
            new Value("AREA " + stratum.name(), "ha", hectares));
      }
    }
  }

  /** Up on the project's land, or down on its control site: both make tonnes. */
  private void jump(Stratum stratum, Scenario scenario) {
    Optional<Figure> first = mean(stratum, scenario, SampleId.FIRST);
    Optional<Figure> second = mean(stratum, scenario, SampleId.SECOND);
    if (first.isPresent() && second.isPresent()) {
      boolean isProject = scenario == Scenario.WP;
      Figure share =
          isProject
              ? Ratio.percent(second.get(), first.get())
              : Ratio.percent(first.get(), second.get());
      raised.measured(
          FlagCode.STOCK_JUMP,
          name(stratum),
          (isProject ? "SECOND_TO_FIRST " : "FIRST_TO_SECOND ") + stratum.name() + " " + scenario,
          share,
          stock(stratum, SampleId.of(scenario, SampleId.FIRST), first.get()),
          stock(stratum, SampleId.of(scenario, SampleId.SECOND), second.get()));
    }
  }

  private void control(Stratum stratum) {
    Optional<Figure> project = mean(stratum, Scenario.WP, SampleId.FIRST);
    Optional<Figure> control = mean(stratum, Scenario.BSL, SampleId.FIRST);
    if (project.isPresent() && control.isPresent()) {
      raised.measured(
          FlagCode.CONTROL_DIFFERS,
          name(stratum),
          "CONTROL_DIFFERENCE " + stratum.name(),
          Ratio.percent(Ratio.size(control.get().minus(project.get())), project.get()),
          stock(stratum, SampleId.of(Scenario.WP, SampleId.FIRST), project.get()),
          stock(stratum, SampleId.of(Scenario.BSL, SampleId.FIRST), control.get()));
    }
  }

  private SortedMap<String, Figure> stocks(Stratum stratum, SampleId sampling) {
    return points.getOrDefault(stratum.name() + " " + sampling, new TreeMap<>());
  }

  /** Whether something was added to all points, or all were multiplied by something. */
  private void increments(Stratum stratum, Scenario scenario) {
    SortedMap<String, Figure> first = stocks(stratum, SampleId.of(scenario, SampleId.FIRST));
    SortedMap<String, Figure> second = stocks(stratum, SampleId.of(scenario, SampleId.SECOND));
    List<Figure> sums = new ArrayList<>();
    List<Figure> factors = new ArrayList<>();
    for (Map.Entry<String, Figure> before : first.entrySet()) {
      Figure after = second.get(before.getKey());
      if (after != null && Ratio.isAboveZero(before.getValue())) {
        sums.add(after.minus(before.getValue()));
        factors.add(after.dividedBy(before.getValue()));
      }
    }
    if (sums.size() < POINTS_LEAST) {
      return;
    }
    Series added = new Series(sums);
    Series multiplied = new Series(factors);
    Optional<Figure> ofSums = added.rangeInPercentOf(added.mean());
    Optional<Figure> ofFactors = multiplied.rangeInPercentOf(multiplied.mean().minus(ONE));
    ofSums
        .map(each -> ofFactors.map(each::min).orElse(each))
        .or(() -> ofFactors)
        .ifPresent(
            range ->
                raised.measured(
                    FlagCode.IDENTICAL_INCREMENTS,
                    name(stratum),
                    "INCREMENT_RANGE " + stratum.name() + " " + scenario,
                    range,
                    new Value("INCREMENT_MEAN", STOCK, added.mean()),
                    new Value("FACTOR_MEAN", "1", multiplied.mean()),
                    new Value("POINTS", "1", Figure.of(added.size()))));
  }

  private void spread(Stratum stratum, SampleId sampling) {
    List<Figure> all = List.copyOf(stocks(stratum, sampling).values());
    if (all.size() < POINTS_LEAST) {
      return;
    }
    Series series = new Series(all);
    series
        .variation()
        .ifPresent(
            variation ->
                raised.measured(
                    FlagCode.LITTLE_SPREAD,
                    name(stratum),
                    "VARIATION " + stratum.name() + " " + sampling,
                    variation,
                    stock(stratum, sampling, series.mean()),
                    new Value("POINTS", "1", Figure.of(series.size()))));
  }
}
