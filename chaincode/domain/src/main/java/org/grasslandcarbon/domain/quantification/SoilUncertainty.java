// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Origin;
import org.grasslandcarbon.domain.quantification.SoilCarbon.Sampling;
import org.grasslandcarbon.domain.quantification.StockDifference.Resampled;

/**
 * How far the measured change may be from the true one (VM0042 equations 70 to 74). Each stratum
 * and each scenario is sampled for itself, so their variances add up; the two samplings of one
 * place are not independent where the same points are sampled again.
 */
final class SoilUncertainty {
  private static final Figure HUNDRED = Figure.of(100);
  private static final Figure TWO = Figure.of(2);

  private final Workings workings;
  private final Input percent;

  SoilUncertainty(
      Workings workings, List<Resampled> all, Input project, Input baseline, Input years) {
    this.workings = workings;
    List<Input> variances = all.stream().map(this::varianceOfChange).toList();
    Input variance = varianceOfMean(variances);
    Input delta = delta(project, baseline, years);
    Input student = student(all);
    Figure value =
        delta.value().isZero()
            ? Figure.ZERO
            : HUNDRED
                .times(variance.value().squareRoot())
                .times(student.value())
                .dividedBy(new Figure(delta.value().value().abs()));
    percent =
        workings.line(
            StockChangeEquations.UNCERTAINTY, "UNC", value, List.of(variance, student, delta));
  }

  Input percent() {
    return percent;
  }

  private Input varianceOfChange(Resampled place) {
    String where = place.stratum().name() + " " + place.scenario();
    Input first = variance(place.stratum(), where + "-1", place.first());
    Input second = variance(place.stratum(), where + "-2", place.second());
    List<Input> inputs = new ArrayList<>(List.of(second, first));
    Figure value = second.value().plus(first.value());
    if (isPaired(place)) {
      Input covariance = covariance(place, where);
      inputs.add(covariance);
      value = value.minus(covariance.value().times(TWO));
    }
    return workings.line(StockChangeEquations.VARIANCE_OF_CHANGE, "S2_H " + where, value, inputs);
  }

  /** The same points twice, or other points altogether: then the covariance is zero. */
  private static boolean isPaired(Resampled place) {
    Set<String> first = place.first().points().keySet();
    Set<String> second = place.second().points().keySet();
    if (first.equals(second)) {
      return true;
    }
    Set<String> common = new TreeSet<>(first);
    common.retainAll(new HashSet<>(second));
    if (!common.isEmpty()) {
      throw new RegistryException(
          ErrorCode.STRATA_MISMATCH,
          zh("分层 %s 情景 %s：第二次采样须在首次的全部样点或全部新样点进行，不能只在 %s 重复")
              .en(
                  "%s %s: the second sampling is at all points of the first or at none of them, not at %s only",
                  place.stratum().name(), place.scenario(), String.join(", ", common)));
    }
    return false;
  }

  private Input variance(Stratum stratum, String where, Sampling sampling) {
    List<Input> inputs = new ArrayList<>(sampling.points().values());
    Figure mean = sampling.mean().value();
    Figure sum = Figure.ZERO;
    for (Input point : sampling.points().values()) {
      Figure deviation = point.value().minus(mean);
      sum = sum.plus(deviation.times(deviation));
    }
    inputs.add(sampling.mean());
    return ofStratum(
        StockChangeEquations.VARIANCE,
        "S2 " + where,
        stratum,
        sum,
        sampling.points().size(),
        inputs);
  }

  private Input covariance(Resampled place, String where) {
    List<Input> inputs = new ArrayList<>();
    Figure sum = Figure.ZERO;
    for (String name : place.first().points().keySet()) {
      Input before = place.first().points().get(name);
      Input after = place.second().points().get(name);
      inputs.add(before);
      inputs.add(after);
      sum =
          sum.plus(
              before
                  .value()
                  .minus(place.first().mean().value())
                  .times(after.value().minus(place.second().mean().value())));
    }
    inputs.add(place.first().mean());
    inputs.add(place.second().mean());
    return ofStratum(
        StockChangeEquations.COVARIANCE,
        "COV " + where,
        place.stratum(),
        sum,
        place.first().points().size(),
        inputs);
  }

  private Input ofStratum(
      Equation equation,
      String symbol,
      Stratum stratum,
      Figure sum,
      int points,
      List<Input> inputs) {
    Input area =
        Input.of(Origin.DESIGN, "AREA " + stratum.name(), "ha", Figure.of(stratum.areaHectares()));
    inputs.add(area);
    inputs.add(Input.of(Origin.MONITORING, "N", "1", Figure.of(points)));
    Figure value =
        sum.times(area.value())
            .times(area.value())
            .dividedBy(Figure.of((long) points * (points - 1)));
    return workings.line(equation, symbol, value, inputs);
  }

  private Input areaOfAll() {
    Figure sum = Figure.ZERO;
    for (Stratum stratum : workings.subject().strata()) {
      sum = sum.plus(Figure.of(stratum.areaHectares()));
    }
    return Input.of(Origin.DESIGN, "SUM(AREA)", "ha", sum);
  }

  /** The variance of a difference is not negative, but its rounded terms can leave a trace so. */
  private Input varianceOfMean(List<Input> variances) {
    Input area = areaOfAll();
    Figure sum = Terms.of(variances).sum();
    List<Input> inputs = new ArrayList<>(variances);
    inputs.add(area);
    return workings.line(
        StockChangeEquations.VARIANCE_OF_MEAN,
        "S2_MEAN",
        sum.dividedBy(area.value().times(area.value())).max(Figure.ZERO),
        inputs);
  }

  private Input delta(Input project, Input baseline, Input years) {
    Input area = areaOfAll();
    return workings.line(
        StockChangeEquations.DELTA,
        "DELTA",
        project.value().minus(baseline.value()).times(years.value()).dividedBy(area.value()),
        List.of(project, baseline, years, area));
  }

  /** Degrees of freedom of stratified sampling: points less places, the fewer points of two. */
  private Input student(List<Resampled> all) {
    int degrees = 0;
    for (Resampled place : all) {
      degrees += Math.min(place.first().points().size(), place.second().points().size()) - 1;
    }
    if (degrees > StudentT.DEGREES_MOST) {
      throw new RegistryException(
          ErrorCode.TOO_LARGE, zh("采样点过多").en("there are too many sampling points"));
    }
    Figure confidence = Figure.of(workings.subject().uncertainty().confidencePercent());
    BigDecimal t = StudentT.quantile(degrees, confidence.value().movePointLeft(2));
    return workings.line(
        StockChangeEquations.STUDENT,
        "T",
        new Figure(t),
        List.of(
            Input.of(Origin.PARAMETER, "P", "%", confidence),
            Input.of(Origin.MONITORING, "DEGREES", "1", Figure.of(degrees))));
  }
}
