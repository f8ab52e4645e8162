// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules;
import org.grasslandcarbon.domain.quantification.Algorithm;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Parameters;
import org.grasslandcarbon.domain.quantification.Uncertainty;
import org.grasslandcarbon.domain.value.Detail;

/**
 * The numbers of a methodology version.
 *
 * @param gwpSet which edition of global warming potentials its parameters are, e.g. {@code AR5}
 * @param parameters the numbers, each with its source
 * @param plausibility what reports and designs are flagged for; a version without flags nothing
 * @param ranges what each datum can plausibly be
 * @param uncertainty the confidence level and the deduction table
 */
public record Science(
    @Means(en = "Edition of global warming potentials, e.g. AR5", zh = "全球增温潜势版本") @Most(30)
        String gwpSet,
    @Means(en = "Parameters, each with its source", zh = "参数及来源") @Most(PARAMETERS_MOST)
        List<Parameter> parameters,
    @Means(en = "What is flagged as implausible", zh = "合理性提示规则")
        Optional<PlausibilityRules> plausibility,
    @Means(en = "Plausible range of each datum", zh = "各数据项的合理范围") @Most(PARAMETERS_MOST)
        List<PlausibleRange> ranges,
    @Means(en = "Confidence level and deduction table", zh = "置信水平与扣减表") Uncertainty uncertainty) {

  /** Several times what a full grassland methodology needs. */
  static final int PARAMETERS_MOST = 400;

  public Science {
    parameters = List.copyOf(parameters);
    ranges = List.copyOf(ranges);
  }

  /** A version that flags nothing. */
  public Science(
      String gwpSet,
      List<Parameter> parameters,
      List<PlausibleRange> ranges,
      Uncertainty uncertainty) {
    this(gwpSet, parameters, Optional.empty(), ranges, uncertainty);
  }

  /** The parameters by name. */
  public Parameters byName() {
    return new Parameters(parameters);
  }

  /** The plausible range of a datum. */
  public Optional<PlausibleRange> range(String symbol) {
    return ranges.stream().filter(each -> each.symbol().equals(symbol)).findFirst();
  }

  /** Why an algorithm cannot work with these numbers; nothing when it can. */
  Optional<Detail> problem(Algorithm algorithm) {
    return repeated(parameters.stream().map(Parameter::name).toList())
        .or(() -> repeated(ranges.stream().map(PlausibleRange::symbol).toList()))
        .or(() -> stepProblem())
        .or(() -> algorithm.problem(byName(), uncertainty))
        .or(() -> rangeMissing(algorithm))
        .or(() -> plausibility.flatMap(PlausibilityRules::problem));
  }

  private static Optional<Detail> repeated(List<String> names) {
    Set<String> seen = new TreeSet<>();
    return names.stream()
        .filter(name -> !seen.add(name))
        .findFirst()
        .map(name -> zh("%s 出现两次").en("%s stands twice", name));
  }

  private Optional<Detail> stepProblem() {
    List<Uncertainty.Step> steps = uncertainty.deductions();
    for (int i = 0; i < steps.size(); i++) {
      if (!Terms.isPercentage(steps.get(i).deductPercent())
          || i > 0 && steps.get(i).upToPercent().compareTo(steps.get(i - 1).upToPercent()) <= 0) {
        return Optional.of(
            zh("扣减表须递增，扣减比例须在百分之 0 至 100 之间")
                .en("the deduction table must ascend and deduct 0 to 100 percent"));
      }
    }
    return Optional.empty();
  }

  private Optional<Detail> rangeMissing(Algorithm algorithm) {
    for (DatumType datum : algorithm.data(byName())) {
      if (range(datum.symbol()).isEmpty()) {
        return Optional.of(
            zh("须给出 %s 的合理范围").en("a plausible range is needed for %s", datum.symbol()));
      }
    }
    return Optional.empty();
  }
}
