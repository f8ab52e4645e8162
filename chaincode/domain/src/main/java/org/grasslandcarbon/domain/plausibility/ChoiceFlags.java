// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.plausibility.Flag.Value;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Parameters;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.quantification.Uncertainty;

/** Which of the published parameters the strata chose. */
final class ChoiceFlags {
  private static final String BASELINE = "_BSL";
  private static final String PROJECT = "_WP";
  private static final String INPUT = "F_I";
  private static final String MANAGEMENT = "F_MG";

  /** The factors of the stock of a scenario, each of which a stratum chooses for both. */
  private static final List<String> FACTORS = List.of("F_LU", MANAGEMENT, INPUT);

  /** What nitrogen emits: the more, the more is avoided where there is less of it. */
  private static final List<String> NITROGEN = List.of("EF_N_DIRECT", "FRAC_LEACH");

  private static final String SOIL_REFERENCE = "SOIL_REFERENCE";
  private static final String DEPTH_UNIT = "cm";
  private static final String UNCERTAINTY = "UNCERTAINTY_SOC";
  private static final Figure ONE = Figure.of(1);

  private final Parameters parameters;
  private final List<Stratum> strata;
  private final Raised raised;

  ChoiceFlags(Parameters parameters, List<Stratum> strata, Raised raised) {
    this.parameters = parameters;
    this.strata = strata;
    this.raised = raised;
  }

  /**
   * @param nitrogenFalls whether the project emits less of nitrogen than its baseline, so that high
   *     factors favour it
   */
  void raise(boolean nitrogenFalls) {
    bestFactors();
    if (nitrogenFalls) {
      bestNitrogen();
    }
    for (Stratum stratum : strata) {
      fixedDepth(stratum);
      highInput(stratum);
    }
  }

  private Optional<Figure> chosen(Stratum stratum, String symbol) {
    return stratum.choice(symbol).flatMap(parameters::find).map(Parameter::value).map(Figure::of);
  }

  private Stream<Figure> published(String group) {
    return parameters.group(group).stream().map(Parameter::value).map(Figure::of);
  }

  private Figure most(String group) {
    return published(group).reduce(Figure.ZERO, Figure::max);
  }

  private Figure least(String group) {
    return published(group).reduce(Figure::min).orElse(Figure.ZERO);
  }

  /**
   * The gain that the chosen factors yield, in percent of the largest that any published factors
   * would yield on the same strata; of an algorithm that computes soil from factors.
   */
  private void bestFactors() {
    Figure gain = Figure.ZERO;
    Figure best = Figure.ZERO;
    for (Stratum stratum : strata) {
      Optional<Figure> before = product(stratum, BASELINE);
      Optional<Figure> after = product(stratum, PROJECT);
      if (before.isEmpty() || after.isEmpty()) {
        return;
      }
      Figure weight =
          Figure.of(stratum.areaHectares()).times(chosen(stratum, "SOC_REF").orElse(ONE));
      Figure highest = ONE;
      Figure lowest = ONE;
      for (String group : FACTORS) {
        highest = highest.times(most(group));
        lowest = lowest.times(least(group));
      }
      gain = gain.plus(weight.times(after.get().minus(before.get())));
      best = best.plus(weight.times(highest.minus(lowest)));
    }
    if (Ratio.isAboveZero(best)) {
      raised.measured(
          FlagCode.BEST_CASE_CHOICES,
          Optional.empty(),
          "GAIN_TO_BEST_CASE",
          Ratio.percent(gain, best),
          new Value("GAIN_CHOSEN", "t C", gain),
          new Value("GAIN_BEST_CASE", "t C", best));
    }
  }

  private Optional<Figure> product(Stratum stratum, String scenario) {
    Figure product = ONE;
    for (String group : FACTORS) {
      Optional<Figure> factor = chosen(stratum, group + scenario);
      if (factor.isEmpty()) {
        return Optional.empty();
      }
      product = product.times(factor.get());
    }
    return Optional.of(product);
  }

  /**
   * How many of the choices that are open fall on the highest factor. Where the project emits more
   * than its baseline the lowest one would favour it; but that is the factor of dry land, which
   * grassland mostly is.
   */
  private void bestNitrogen() {
    int open = 0;
    int best = 0;
    for (String group : NITROGEN) {
      Figure favourable = most(group);
      if (!favourable.equals(least(group))) {
        for (Stratum stratum : strata) {
          Optional<Figure> chosen = chosen(stratum, group);
          open += chosen.isPresent() ? 1 : 0;
          best += chosen.equals(Optional.of(favourable)) ? 1 : 0;
        }
      }
    }
    if (open > 0) {
      raised.measured(
          FlagCode.BEST_CASE_CHOICES,
          Optional.empty(),
          "CHOICES_OF_BEST_CASE",
          Ratio.percent(Figure.of(best), Figure.of(open)),
          new Value("CHOICES_FAVOURABLE", "1", Figure.of(best)),
          new Value("CHOICES_OPEN", "1", Figure.of(open)));
    }
  }

  private void fixedDepth(Stratum stratum) {
    stratum
        .choice(SOIL_REFERENCE)
        .flatMap(parameters::find)
        .filter(reference -> reference.unit().equals(DEPTH_UNIT))
        .ifPresent(
            reference ->
                raised.seen(
                    FlagCode.FIXED_DEPTH,
                    Optional.of(stratum.name()),
                    Figure.ZERO,
                    new Value(
                        SOIL_REFERENCE + " " + stratum.name(),
                        DEPTH_UNIT,
                        Figure.of(reference.value()))));
  }

  private void highInput(Stratum stratum) {
    Optional<Figure> input = chosen(stratum, INPUT + PROJECT);
    Optional<Figure> management = chosen(stratum, MANAGEMENT + PROJECT);
    if (input.filter(each -> Ratio.isAbove(each, ONE)).isPresent()
        && management.filter(each -> !Ratio.isAbove(each, ONE)).isPresent()) {
      raised.seen(
          FlagCode.HIGH_INPUT_UNIMPROVED,
          Optional.of(stratum.name()),
          input.get(),
          new Value(INPUT + PROJECT + " " + stratum.name(), "1", input.get()),
          new Value(MANAGEMENT + PROJECT + " " + stratum.name(), "1", management.get()));
    }
  }

  /** Of an algorithm that states its uncertainty and does not measure it. */
  void deduction(Uncertainty uncertainty) {
    parameters
        .find(UNCERTAINTY)
        .ifPresent(
            stated ->
                uncertainty
                    .deduction(stated.value())
                    .filter(each -> each.value().signum() == 0)
                    .ifPresent(
                        nothing ->
                            raised.seen(
                                FlagCode.UNCERTAINTY_UNDEDUCTED,
                                Optional.empty(),
                                Figure.ZERO,
                                new Value(UNCERTAINTY, stated.unit(), Figure.of(stated.value())),
                                new Value("DEDUCTION", "%", Figure.ZERO))));
  }
}
