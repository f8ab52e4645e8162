// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.grasslandcarbon.domain.plausibility.Flag.Value;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.quantification.Stratum;

/** The rows of samples: units, single values, repetitions, and how sampling was done. */
final class SampleFlags {
  /** Of two values neither is the odd one. */
  private static final int VALUES_LEAST = 3;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final String TOP_LAYER = "OC L1";

  private final Evidence evidence;
  private final Sheet sheet;
  private final Raised raised;
  private final Samples samples;
  private final Samples earlier;
  private final Map<SortedMap<String, Figure>, Integer> occurrences = new HashMap<>();
  private final Masses masses;

  SampleFlags(Evidence evidence, Sheet sheet, Masses masses, Raised raised) {
    this.evidence = evidence;
    this.sheet = sheet;
    this.masses = masses;
    this.raised = raised;
    Map<String, Optional<SampleId>> names = new HashMap<>();
    samples = new Samples(evidence.subject().data(), names);
    earlier = new Samples(evidence.earlierRows(), names);
    for (Stratum stratum : evidence.subject().strata()) {
      for (Scenario scenario : Scenario.values()) {
        for (int round = SampleId.FIRST; round <= SampleId.SECOND; round++) {
          count(samples.of(stratum.name(), scenario, round));
          count(earlier.of(stratum.name(), scenario, round));
        }
        // What was the end of the earlier report is the beginning of this one, by right.
        forget(
            earlier.of(stratum.name(), scenario, SampleId.SECOND),
            samples.of(stratum.name(), scenario, SampleId.FIRST));
      }
    }
  }

  private void count(Sampling sampling) {
    sampling.points().values().stream()
        .filter(SampleFlags::hasCarbon)
        .forEach(point -> occurrences.merge(point, 1, Integer::sum));
  }

  private void forget(Sampling carried, Sampling first) {
    carried
        .points()
        .forEach(
            (name, point) -> {
              if (hasCarbon(point) && point.equals(first.points().get(name))) {
                occurrences.merge(point, -1, Integer::sum);
              }
            });
  }

  private static boolean hasCarbon(SortedMap<String, Figure> point) {
    return point.keySet().stream().anyMatch(Sampling::isCarbon);
  }

  void raise() {
    for (Stratum stratum : evidence.subject().strata()) {
      for (Scenario scenario : Scenario.values()) {
        Sampling first = samples.of(stratum.name(), scenario, SampleId.FIRST);
        Sampling second = samples.of(stratum.name(), scenario, SampleId.SECOND);
        Sampling before = earlier.of(stratum.name(), scenario, SampleId.SECOND);
        one(stratum, SampleId.of(scenario, SampleId.FIRST), first);
        one(stratum, SampleId.of(scenario, SampleId.SECOND), second);
        two(stratum, scenario, first, second, "1");
        two(stratum, scenario, before, second, "EARLIER");
        density(stratum, scenario, first, second);
      }
      for (String pool : List.of("C_TREE", "C_SHRUB")) {
        sheet.years().ifPresent(years -> woody(stratum, pool, years));
      }
    }
  }

  private static Optional<String> name(Stratum stratum) {
    return Optional.of(stratum.name());
  }

  /** What a sampling shows by itself. */
  private void one(Stratum stratum, SampleId id, Sampling sampling) {
    String where = " " + stratum.name() + " " + id;
    sampling
        .column(TOP_LAYER)
        .ifPresent(
            carbon ->
                raised.measured(
                    FlagCode.CARBON_LOW,
                    name(stratum),
                    "OC_MEDIAN" + where + "-L1",
                    carbon.median(),
                    new Value("POINTS", "1", Figure.of(carbon.size()))));
    sampling
        .columns()
        .forEach(
            (column, values) -> {
              Series series = sampling.column(column).orElseThrow();
              if (series.size() >= VALUES_LEAST) {
                singles(stratum, column + where, values, series);
              }
            });
    repeated(stratum, where, sampling);
  }

  /** Of a column's outliers the least and the largest value tell all there is. */
  private void singles(
      Stratum stratum, String column, SortedMap<String, Figure> values, Series series) {
    Figure median = series.median();
    values.forEach(
        (point, value) -> {
          boolean isExtreme = value.equals(series.least()) || value.equals(series.most());
          if (isExtreme && !value.equals(median)) {
            outlier(stratum, column + "-" + point, value, median);
          }
          if (isFar(value, median)) {
            String name = column + "-" + point;
            Ratio.factor(value, median)
                .ifPresent(times -> unit(stratum, name, times, value, median, 10, 100, 1000));
          }
        });
  }

  /** Below twice, or above half of the others, nobody suspects another unit. */
  private static boolean isFar(Figure value, Figure median) {
    return value.value().compareTo(median.value().multiply(TWO)) >= 0
        || value.value().multiply(TWO).compareTo(median.value()) <= 0;
  }

  private void outlier(Stratum stratum, String name, Figure value, Figure median) {
    Ratio.factor(value, median)
        .ifPresent(
            times ->
                raised.measured(
                    FlagCode.OUTLIER,
                    name(stratum),
                    "TIMES_MEDIAN " + name,
                    times,
                    new Value("VALUE", Sampling.unit(name), value),
                    new Value("MEDIAN", Sampling.unit(name), median)));
  }

  private void unit(
      Stratum stratum, String name, Figure times, Figure value, Figure other, long... powers) {
    unit(raised, stratum, name, Sampling.unit(name), times, value, other, powers);
  }

  static void unit(
      Raised raised,
      Stratum stratum,
      String name,
      String unit,
      Figure times,
      Figure value,
      Figure other,
      long... powers) {
    raised.measured(
        FlagCode.UNIT_SUSPECT,
        name(stratum),
        "FROM_POWER_OF_TEN " + name,
        Ratio.distance(times, powers),
        new Value("TIMES", "1", times),
        new Value("VALUE", unit, value),
        new Value("OTHERS", unit, other));
  }

  /** Points whose values all stand elsewhere in this report or the earlier one. */
  private void repeated(Stratum stratum, String where, Sampling sampling) {
    long points = sampling.points().values().stream().filter(SampleFlags::hasCarbon).count();
    if (points == 0) {
      return;
    }
    long again =
        sampling.points().values().stream()
            .filter(point -> occurrences.getOrDefault(point, 0) > 1)
            .count();
    raised.measured(
        FlagCode.REPEATED_POINTS,
        name(stratum),
        "REPEATED" + where,
        Ratio.percent(Figure.of(again), Figure.of(points)),
        new Value("POINTS_REPEATED", "1", Figure.of(again)),
        new Value("POINTS", "1", Figure.of(points)));
  }

  /** What two samplings of one place show together. */
  private void two(
      Stratum stratum, Scenario scenario, Sampling before, Sampling after, String first) {
    if (before.points().isEmpty() || after.points().isEmpty()) {
      return;
    }
    String where = " " + stratum.name() + " " + scenario + "-";
    for (String column : after.columns().keySet()) {
      before
          .column(column)
          .map(Series::median)
          .ifPresent(
              median -> {
                Figure now = after.column(column).orElseThrow().median();
                Ratio.factor(now, median)
                    .ifPresent(
                        times ->
                            unit(
                                stratum,
                                column + where + "2 TO " + first,
                                times,
                                now,
                                median,
                                10,
                                100,
                                1000));
              });
    }
    SortedMap<String, SortedSet<Figure>> schemeBefore = before.scheme();
    SortedMap<String, SortedSet<Figure>> schemeAfter = after.scheme();
    for (String symbol : schemeAfter.keySet()) {
      SortedSet<Figure> then = schemeBefore.get(symbol);
      SortedSet<Figure> now = schemeAfter.get(symbol);
      if (then == null || !now.equals(then)) {
        List<Value> figures = new ArrayList<>();
        if (then != null) {
          figures.add(new Value(symbol + where + first, Sampling.unit(symbol), other(then, now)));
        }
        figures.add(new Value(symbol + where + "2", Sampling.unit(symbol), other(now, then)));
        raised.seen(
            FlagCode.SCHEME_CHANGED, name(stratum), Figure.ZERO, figures.toArray(new Value[0]));
      }
    }
  }

  /** The least of some values that is not among others; the least when all are. */
  private static Figure other(SortedSet<Figure> values, SortedSet<Figure> others) {
    return values.stream()
        .filter(each -> others == null || !others.contains(each))
        .findFirst()
        .orElse(values.first());
  }

  /** Density of fine soil, or the mass of a layer where masses are compared. */
  private void density(Stratum stratum, Scenario scenario, Sampling first, Sampling second) {
    changes(stratum, scenario, "FINE_DENSITY", "g/cm3", first.densities(), second.densities());
    changes(
        stratum,
        scenario,
        "LAYER_MASS",
        "Mg/ha",
        masses.layers(stratum.name(), SampleId.of(scenario, SampleId.FIRST)),
        masses.layers(stratum.name(), SampleId.of(scenario, SampleId.SECOND)));
  }

  private void changes(
      Stratum stratum,
      Scenario scenario,
      String symbol,
      String unit,
      SortedMap<String, List<Figure>> first,
      SortedMap<String, List<Figure>> second) {
    for (Map.Entry<String, List<Figure>> layer : first.entrySet()) {
      List<Figure> then = second.get(layer.getKey());
      if (then != null) {
        Figure before = new Series(layer.getValue()).median();
        Figure after = new Series(then).median();
        String where = " " + stratum.name() + " " + scenario;
        raised.measured(
            FlagCode.DENSITY_CHANGED,
            name(stratum),
            "CHANGE OF " + symbol + where + " " + layer.getKey(),
            Ratio.percent(Ratio.size(after.minus(before)), before),
            new Value(symbol + where + "-1", unit, before),
            new Value(symbol + where + "-2", unit, after));
      }
    }
  }

  /** The project's gain of trees or shrubs less that of its control site, a year. */
  private void woody(Stratum stratum, String pool, Figure years) {
    Optional<Figure> project = change(stratum, Scenario.WP, pool);
    if (project.isPresent()) {
      Figure control = change(stratum, Scenario.BSL, pool).orElse(Figure.ZERO);
      raised.measured(
          FlagCode.WOODY_GAIN,
          name(stratum),
          pool + "_GAIN " + stratum.name(),
          project.get().minus(control).dividedBy(years),
          new Value("CHANGE " + pool + " WP", "t C/ha", project.get()),
          new Value("CHANGE " + pool + " BSL", "t C/ha", control),
          new Value("X", "yr", years));
    }
  }

  private Optional<Figure> change(Stratum stratum, Scenario scenario, String pool) {
    Optional<Figure> before = pool(stratum, SampleId.of(scenario, SampleId.FIRST), pool);
    return pool(stratum, SampleId.of(scenario, SampleId.SECOND), pool)
        .flatMap(after -> before.map(each -> after.minus(each)));
  }

  private Optional<Figure> pool(Stratum stratum, SampleId sampling, String pool) {
    return samples.of(stratum.name(), sampling.scenario(), sampling.round()).whole(pool, sampling);
  }
}
