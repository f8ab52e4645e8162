// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.methodology.PlausibleRange;
import org.grasslandcarbon.domain.methodology.Science;
import org.grasslandcarbon.domain.quantification.Algorithm;
import org.grasslandcarbon.domain.quantification.ChoiceType;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.Parameters;
import org.grasslandcarbon.domain.quantification.Stratum;

/** Whether strata say what a methodology's algorithm needs to know about them. */
public final class StrataCheck {
  private final Algorithm algorithm;
  private final Science science;
  private final Parameters parameters;
  private final Map<String, DatumType> data = new TreeMap<>();

  private StrataCheck(Algorithm algorithm, Science science) {
    this.algorithm = algorithm;
    this.science = science;
    parameters = science.byName();
    algorithm.data(parameters).forEach(each -> data.put(each.symbol(), each));
  }

  /** What is wrong with strata, in English; nothing when an algorithm can compute with them. */
  public static Optional<String> problem(
      Algorithm algorithm, Science science, List<Stratum> strata) {
    StrataCheck check = new StrataCheck(algorithm, science);
    return strata.stream()
        .map(stratum -> check.choiceProblem(stratum).or(() -> check.baselineProblem(stratum)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> choiceProblem(Stratum stratum) {
    List<ChoiceType> types = algorithm.choices();
    for (ChoiceType type : types) {
      boolean valid =
          stratum.choice(type.symbol()).flatMap(parameters::find).filter(type::offers).isPresent();
      if (!valid) {
        return Optional.of(
            stratum.name() + " must choose one of " + type.group() + ".* for " + type.symbol());
      }
    }
    return stratum.choices().size() == types.size()
        ? Optional.empty()
        : Optional.of(stratum.name() + " makes a choice that the methodology does not offer");
  }

  private Optional<String> baselineProblem(Stratum stratum) {
    for (Stratum.Level level : stratum.baseline()) {
      DatumType type = data.get(level.symbol());
      if (type == null
          || type.isRequired()
          || !type.isYearly()
          || !type.unit().equals(level.unit())) {
        return Optional.of(
            level.symbol() + " in " + level.unit() + " is no baseline datum of the methodology");
      }
      PlausibleRange range = science.range(level.symbol()).orElseThrow();
      if (!range.holds(level.value(), stratum.areaHectares())) {
        return Optional.of(
            "baseline " + level.symbol() + " of " + stratum.name() + " must be " + range);
      }
    }
    return Optional.empty();
  }
}
