// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.plausibility.Evidence.EarlierReport;
import org.grasslandcarbon.domain.plausibility.Flag.Value;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;

/**
 * The page of what is implausible: of a report with its worksheet, and of a proposed design. Pure
 * functions: every endorser, and whoever prepares a report, comes to the same flags. The formulas
 * are in {@code docs/reference/plausibility.md}.
 */
public final class Plausibility {
  private static final Figure DAYS_OF_YEAR = Figure.of(365);
  private static final String YEARLY = "t CO2e/yr";

  private Plausibility() {}

  /** The flags of a report, in the order of codes and strata; at most {@link Flag#FLAGS_MOST}. */
  public static List<Flag> flags(Evidence evidence) {
    if (evidence.rules().rules().isEmpty()) {
      return List.of();
    }
    Raised raised = new Raised(evidence.rules());
    Sheet sheet = new Sheet(evidence.quantification());
    new StockFlags(evidence, sheet, raised).raise();
    Masses masses = new Masses(sheet);
    new SampleFlags(evidence, sheet, masses, raised).raise();
    new DepthFlags(evidence, masses, raised).raise();
    ActivityFlags activity = new ActivityFlags(evidence, sheet, raised);
    activity.raise();
    new HerdFlags(evidence, raised).raise();
    ChoiceFlags choices =
        new ChoiceFlags(evidence.subject().parameters(), evidence.subject().strata(), raised);
    choices.raise(activity.doesNitrogenFall());
    choices.deduction(evidence.subject().uncertainty());
    analyses(evidence, raised);
    whole(evidence, raised);
    return raised.flags();
  }

  /** What one way finds in soil is not what another finds. */
  private static void analyses(Evidence evidence, Raised raised) {
    evidence
        .analyses()
        .forEach(
            (stratum, ways) -> {
              if (ways.size() > 1) {
                raised.seen(
                    FlagCode.ANALYSES_DIFFER,
                    Optional.of(stratum),
                    Figure.of(ways.size()),
                    new Value(String.join(" ", ways) + " " + stratum, "1", Figure.of(ways.size())));
              }
            });
  }

  /** The flags of a proposed design; at most {@link Flag#FLAGS_MOST}. */
  public static List<Flag> ofDesign(Design design) {
    Raised raised = new Raised(design.rules());
    Figure expected = Figure.of(design.expectedTonnesPerYear());
    Figure hectares = Figure.of(design.areaHectares());
    raised.measured(
        FlagCode.EXPECTED_RATE,
        Optional.empty(),
        "EXPECTED_RATE",
        expected.dividedBy(hectares),
        new Value("EXPECTED", YEARLY, expected),
        new Value("AREA", "ha", hectares));
    for (Stratum stratum : design.strata()) {
      for (Stratum.Level level : stratum.baseline()) {
        top(design, stratum, level, raised);
      }
    }
    new ChoiceFlags(design.parameters(), design.strata(), raised).raise(true);
    design.location().ifPresent(location -> place(location, raised));
    return raised.flags();
  }

  private static void place(Design.Location location, Raised raised) {
    raised.measured(
        FlagCode.OUTSIDE_REGION,
        Optional.empty(),
        "BEYOND_REGION " + location.region(),
        Figure.of(location.beyondRegion()),
        new Value("BEYOND_COUNTRY", "km", Figure.of(location.beyondCountry())));
  }

  private static void top(Design design, Stratum stratum, Stratum.Level level, Raised raised) {
    for (Design.Top top : design.tops()) {
      Figure most =
          top.perHectare()
              ? Figure.of(top.most()).times(Figure.of(stratum.areaHectares()))
              : Figure.of(top.most());
      if (top.symbol().equals(level.symbol()) && Ratio.isAboveZero(most)) {
        Figure value = Figure.of(level.value());
        raised.measured(
            FlagCode.BASELINE_AT_TOP,
            Optional.of(stratum.name()),
            "SHARE_OF_RANGE " + level.symbol() + " " + stratum.name(),
            Ratio.percent(value, most),
            new Value("BASELINE", level.unit(), value),
            new Value("MOST", level.unit(), most));
      }
    }
  }

  /** The years of a period, of 365 days each. */
  static Figure years(DateRange period) {
    return Figure.of(period.daysOf365()).dividedBy(DAYS_OF_YEAR);
  }

  private static void whole(Evidence evidence, Raised raised) {
    Figure years = years(evidence.subject().period());
    Figure tonnes = Figure.of(evidence.quantification().total());
    if (years.isZero() || !Ratio.isAboveZero(tonnes)) {
      return;
    }
    Figure yearly = tonnes.dividedBy(years);
    Value found = new Value("TONNES_A_YEAR", YEARLY, yearly);
    Figure expected = Figure.of(evidence.expectedTonnesPerYear());
    raised.measured(
        FlagCode.ABOVE_EXPECTED,
        Optional.empty(),
        "SHARE_OF_EXPECTED",
        Ratio.percent(yearly, expected),
        found,
        new Value("EXPECTED", YEARLY, expected));
    Figure before = Figure.ZERO;
    Figure yearsBefore = Figure.ZERO;
    for (EarlierReport each : evidence.earlierReports()) {
      before = before.plus(Figure.of(each.tonnes()));
      yearsBefore = yearsBefore.plus(years(each.period()));
    }
    if (!yearsBefore.isZero()) {
      Figure earlier = before.dividedBy(yearsBefore);
      raised.measured(
          FlagCode.ABOVE_EARLIER,
          Optional.empty(),
          "SHARE_OF_EARLIER",
          Ratio.percent(yearly, earlier),
          found,
          new Value("EARLIER", YEARLY, earlier));
    }
  }
}
