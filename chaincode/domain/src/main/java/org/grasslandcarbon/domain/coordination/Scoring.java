// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * Computes scorecards: the same numbers for the instruction that assesses and for whoever asks a
 * gateway. Attainments are kept with 34 digits until the last step, so that nothing depends on how
 * a step is shown.
 */
public final class Scoring {
  /** Digits after the point of what is stored. */
  private static final int SCALE = 6;

  private Scoring() {}

  /** A figure as it is stored: at most six digits after the point, half to even. */
  static Decimal stored(Figure figure) {
    return new Decimal(rounded(figure).value());
  }

  private static Figure rounded(Figure figure) {
    return new Figure(figure.value().setScale(SCALE, RoundingMode.HALF_EVEN));
  }

  /**
   * A region's year.
   *
   * @param criteria by which it is judged
   * @param aims what was to be reached of an indicator, if anything was
   * @param readings what was reached of it
   */
  public static Scorecard of(
      Criteria criteria,
      Function<Indicator, Optional<Aim>> aims,
      Function<Indicator, Reading> readings) {
    WeightedMean whole = new WeightedMean();
    Map<IndicatorGroup, WeightedMean> groups = means(IndicatorGroup.class);
    Map<Subsystem, WeightedMean> subsystems = means(Subsystem.class);
    List<Scorecard.IndicatorScore> lines = new ArrayList<>();
    for (Indicator indicator : criteria.indicators()) {
      Optional<Aim> aim = aims.apply(indicator);
      Reading reading = readings.apply(indicator);
      Optional<NoNumber> missing = Attainment.missing(aim, reading);
      Optional<Figure> attainment =
          missing.isPresent()
              ? Optional.empty()
              : Optional.of(
                  Attainment.of(
                      indicator.direction(),
                      aim.orElseThrow().value(),
                      reading.actual().orElseThrow()));
      int weight = indicator.weightPerMille();
      whole.add(weight, attainment);
      groups.get(indicator.group()).add(weight, attainment);
      indicator.subsystem().ifPresent(each -> subsystems.get(each).add(weight, attainment));
      lines.add(line(indicator, aim, reading, missing, attainment));
    }
    return new Scorecard(
        award(criteria, whole),
        coupling(criteria.coupling(), subsystems),
        stored(whole.coveragePercent()),
        groups.entrySet().stream()
            .filter(each -> !each.getValue().isOfNothing())
            .map(each -> group(each.getKey(), each.getValue()))
            .toList(),
        lines,
        whole.score().map(Scoring::stored));
  }

  private static <K extends Enum<K>> Map<K, WeightedMean> means(Class<K> keys) {
    Map<K, WeightedMean> means = new EnumMap<>(keys);
    for (K key : keys.getEnumConstants()) {
      means.put(key, new WeightedMean());
    }
    return means;
  }

  private static Scorecard.IndicatorScore line(
      Indicator indicator,
      Optional<Aim> aim,
      Reading reading,
      Optional<NoNumber> missing,
      Optional<Figure> attainment) {
    return new Scorecard.IndicatorScore(
        reading.actual(),
        attainment.map(Scoring::stored),
        reading.first(),
        attainment.map(
            reached ->
                rounded(
                    Attainment.gapPercent(
                        aim.orElseThrow().value(), reading.actual().orElseThrow()))),
        aim.map(Aim::goal),
        indicator.id(),
        reading.later(),
        reading.report(),
        aim.map(Aim::value),
        aim.map(Aim::since),
        reading.unknown(),
        missing,
        indicator.weightPerMille());
  }

  private static Scorecard.GroupScore group(IndicatorGroup group, WeightedMean mean) {
    return new Scorecard.GroupScore(
        stored(mean.coveragePercent()), group, mean.score().map(Scoring::stored));
  }

  private static Optional<Coupling> coupling(
      CouplingWeights weights, Map<Subsystem, WeightedMean> subsystems) {
    Optional<Figure> u1 = subsystems.get(Subsystem.LOW_CARBON_ECONOMY).mean();
    Optional<Figure> u2 = subsystems.get(Subsystem.COORDINATED_DEVELOPMENT).mean();
    return u1.isPresent() && u2.isPresent()
        ? Optional.of(Coupling.of(u1.get(), u2.get(), weights))
        : Optional.empty();
  }

  /** The grade of the score as it is stored: a reader with a table comes to the same. */
  private static Optional<Scorecard.Award> award(Criteria criteria, WeightedMean whole) {
    boolean enough = isAtLeast(whole.coveragePercent(), criteria.leastCoveragePercent());
    if (!enough || whole.score().isEmpty()) {
      return Optional.empty();
    }
    Figure score = rounded(whole.score().get());
    for (int i = 0; i < criteria.grades().size(); i++) {
      Grade grade = criteria.grades().get(i);
      if (isAtLeast(score, grade.fromScore())) {
        return Optional.of(
            new Scorecard.Award(
                grade.budgetPerMille(), i + 1, grade.name(), grade.quotaPerMille()));
      }
    }
    return Optional.empty();
  }

  private static boolean isAtLeast(Figure figure, int least) {
    return figure.value().compareTo(Figure.of(least).value()) >= 0;
  }
}
