// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Origin;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;

/**
 * The most that is credited of emissions avoided, all sources together and stocks aside: a baseline
 * that used more than land like it does earns nothing for what it had too much. Only versions that
 * publish {@code AVOIDED_MOST} have it.
 */
final class AvoidedCap {
  static final String AVOIDED_MOST = "AVOIDED_MOST";

  private static final String UNIT = "t CO2e/ha/yr";

  /** A cap above this is none. */
  private static final Decimal MOST = Decimal.of("100");

  private final Input perHectare;
  private final List<Input> areas = new ArrayList<>();

  private AvoidedCap(Parameter parameter, List<Stratum> strata) {
    perHectare =
        Input.of(Origin.PARAMETER, AVOIDED_MOST, parameter.unit(), Figure.of(parameter.value()));
    strata.forEach(
        stratum ->
            areas.add(
                Input.of(
                    Origin.DESIGN,
                    "AREA " + stratum.name(),
                    "ha",
                    Figure.of(stratum.areaHectares()))));
  }

  /** The cap of a subject's version. */
  static Optional<AvoidedCap> of(Subject subject) {
    return subject
        .parameters()
        .find(AVOIDED_MOST)
        .map(parameter -> new AvoidedCap(parameter, subject.strata()));
  }

  /** Why a version's cap is none. */
  static Optional<Detail> problem(Parameters parameters) {
    return parameters
        .find(AVOIDED_MOST)
        .filter(
            found ->
                !found.unit().equals(UNIT)
                    || found.value().isNegative()
                    || found.value().compareTo(MOST) > 0)
        .map(
            found ->
                zh("%s 须为 0 至 %s，单位为 %s")
                    .en("%s must be 0 to %s, in %s", AVOIDED_MOST, MOST, UNIT));
  }

  /**
   * What sources avoid in some days of a year, at most the cap, less what others emit more: an
   * inflated source pays for no other.
   */
  Figure atMost(List<Input> sources, Input days) {
    Figure avoided = Figure.ZERO;
    Figure emitted = Figure.ZERO;
    for (Input each : sources) {
      avoided = avoided.plus(each.value().max(Figure.ZERO));
      emitted = emitted.plus(each.value().min(Figure.ZERO));
    }
    return perHectare
        .value()
        .times(Terms.of(areas).sum())
        .times(days.value())
        .dividedBy(Constants.DAYS_OF_YEAR.value())
        .min(avoided)
        .plus(emitted);
  }

  /** What a line with it is computed from, after the sources. */
  List<Input> inputs(Input days) {
    List<Input> inputs = new ArrayList<>(List.of(perHectare));
    inputs.addAll(areas);
    inputs.add(days);
    inputs.add(Constants.DAYS_OF_YEAR);
    return inputs;
  }
}
