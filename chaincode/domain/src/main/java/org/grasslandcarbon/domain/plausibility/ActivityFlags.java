// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.plausibility.Flag.Value;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Quantification.Line;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;

/** What people do on the land: what the baseline had of it and the project has not. */
final class ActivityFlags {
  private static final String SHARE_OF_SMALLER_HERD = "HERD_DECREASE_SHARE";
  private static final Figure DAYS_OF_YEAR = Figure.of(365);

  /** Figures that a flag has room for beside those that say how many there are. */
  private static final int STOPPED_MOST = Flag.FIGURES_MOST - 2;

  private final Evidence evidence;
  private final Raised raised;
  private final Map<String, Map<Activity, Figure>> avoided = new TreeMap<>();
  private final Map<Cell, Figure> monitored = new HashMap<>();

  ActivityFlags(Evidence evidence, Sheet sheet, Raised raised) {
    this.evidence = evidence;
    this.raised = raised;
    for (Activity activity : Activity.values()) {
      for (String equation : activity.equations) {
        sheet.of(equation).forEach(line -> addAvoided(activity, line));
      }
    }
    for (Datum row : evidence.subject().data()) {
      if (row.sample().isEmpty()) {
        monitored.put(new Cell(row.stratum(), row.symbol(), row.year()), Figure.of(row.value()));
      }
    }
  }

  /** Where a yearly value stands. */
  private record Cell(String stratum, String symbol, int year) {}

  /** What emits, with the equations of its emissions. */
  enum Activity {
    BURNING(false, "14", "32"),
    FERTILISER(false, "18", "22", "23", "T1-3"),
    FIXING(false, "24"),
    FUEL(false, "6/7", "T1-4"),
    HERD(true, "11", "12", "26-29", "30", "31", "T1-2"),
    LIME(false, "8/9");

    /** Whether the project's lines are of a whole year, too: a herd is an average. */
    private final boolean isYearly;

    final List<String> equations;

    Activity(boolean isYearly, String... equations) {
      this.isYearly = isYearly;
      this.equations = List.of(equations);
    }
  }

  /** E_FF_BSL S1 is of each year; E_FF_WP S1 2024 of one. */
  private void addAvoided(Activity activity, Line line) {
    String[] words = line.symbol().split(" ");
    boolean isBaseline = words[0].endsWith("_BSL");
    DateRange period = evidence.subject().period();
    for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
      if (isBaseline || words[2].equals(String.valueOf(year))) {
        Figure days = Figure.of(period.inYear(year).orElseThrow().daysOf365());
        Figure ofDays =
            isBaseline || activity.isYearly
                ? line.value().times(days).dividedBy(DAYS_OF_YEAR)
                : line.value();
        avoided
            .computeIfAbsent(words[1], name -> new EnumMap<>(Activity.class))
            .merge(activity, isBaseline ? ofDays : Figure.ZERO.minus(ofDays), Figure::plus);
      }
    }
  }

  void raise() {
    for (Stratum stratum : evidence.subject().strata()) {
      emissions(stratum);
      stopped(stratum);
      units(stratum);
    }
  }

  /** Whether all strata together emit less of fertiliser and dung than their baseline. */
  boolean doesNitrogenFall() {
    Figure sum = Figure.ZERO;
    for (Map<Activity, Figure> ofStratum : avoided.values()) {
      sum = sum.plus(ofStratum.getOrDefault(Activity.FERTILISER, Figure.ZERO));
      sum = sum.plus(ofStratum.getOrDefault(Activity.FIXING, Figure.ZERO));
      sum = sum.plus(ofStratum.getOrDefault(Activity.HERD, Figure.ZERO));
    }
    return !sum.isNegative();
  }

  private void emissions(Stratum stratum) {
    Figure divisor =
        Figure.of(stratum.areaHectares()).times(Plausibility.years(evidence.subject().period()));
    if (divisor.isZero()) {
      return;
    }
    List<Value> parts = new ArrayList<>();
    Figure sum = Figure.ZERO;
    for (Map.Entry<Activity, Figure> each :
        avoided.getOrDefault(stratum.name(), Map.of()).entrySet()) {
      Figure credited = credited(each.getKey(), each.getValue()).dividedBy(divisor);
      sum = sum.plus(credited);
      parts.add(new Value("AVOIDED " + each.getKey(), FlagCode.AVOIDED_EMISSIONS.unit(), credited));
    }
    raised.measured(
        FlagCode.AVOIDED_EMISSIONS,
        Optional.of(stratum.name()),
        "AVOIDED " + stratum.name(),
        sum,
        parts.toArray(new Value[0]));
  }

  /** A version may credit a share of a smaller herd only. */
  private Figure credited(Activity activity, Figure tonnes) {
    return activity == Activity.HERD && Ratio.isAboveZero(tonnes)
        ? evidence
            .subject()
            .parameters()
            .find(SHARE_OF_SMALLER_HERD)
            .map(Parameter::value)
            .map(Figure::of)
            .map(tonnes::times)
            .orElse(tonnes)
        : tonnes;
  }

  private Figure ofPeriod(Stratum stratum, String symbol) {
    DateRange period = evidence.subject().period();
    Figure sum = Figure.ZERO;
    for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
      sum = sum.plus(monitored.getOrDefault(new Cell(stratum.name(), symbol, year), Figure.ZERO));
    }
    return sum;
  }

  private void stopped(Stratum stratum) {
    List<Value> figures = new ArrayList<>();
    int count = 0;
    for (Stratum.Level level : stratum.baseline()) {
      Figure before = Figure.of(level.value());
      if (Ratio.isAboveZero(before) && ofPeriod(stratum, level.symbol()).isZero()) {
        count++;
        if (figures.size() < STOPPED_MOST) {
          figures.add(new Value(level.symbol() + "_BSL " + stratum.name(), level.unit(), before));
        }
      }
    }
    if (count > 0) {
      figures.add(new Value("STOPPED " + stratum.name(), "1", Figure.of(count)));
      raised.seen(
          FlagCode.ACTIVITY_STOPPED,
          Optional.of(stratum.name()),
          Figure.of(count),
          figures.toArray(new Value[0]));
    }
  }

  /**
   * Tenfold happens to fuel and herds; a hundred or thousand times is kg for t, or head for lots.
   */
  private void units(Stratum stratum) {
    DateRange period = evidence.subject().period();
    for (Stratum.Level level : stratum.baseline()) {
      for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
        Figure now =
            monitored.getOrDefault(new Cell(stratum.name(), level.symbol(), year), Figure.ZERO);
        Figure before = Figure.of(level.value());
        String name = level.symbol() + " " + stratum.name() + " " + year;
        Ratio.factor(now, before)
            .ifPresent(
                times ->
                    SampleFlags.unit(
                        raised, stratum, name, level.unit(), times, now, before, 100, 1000));
      }
    }
  }
}
