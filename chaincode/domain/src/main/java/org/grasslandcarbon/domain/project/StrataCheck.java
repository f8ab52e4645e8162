// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

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
import org.grasslandcarbon.domain.value.Detail;

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

  /** What is wrong with strata; nothing when an algorithm can compute with them. */
  public static Optional<Detail> problem(
      Algorithm algorithm, Science science, List<Stratum> strata) {
    StrataCheck check = new StrataCheck(algorithm, science);
    return strata.stream()
        .map(stratum -> check.choiceProblem(stratum).or(() -> check.baselineProblem(stratum)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Detail> choiceProblem(Stratum stratum) {
    List<ChoiceType> types = algorithm.choices();
    for (ChoiceType type : types) {
      boolean valid =
          stratum.choice(type.symbol()).flatMap(parameters::find).filter(type::offers).isPresent();
      if (!valid) {
        return Optional.of(
            zh("分层 %1$s 须为 %3$s 选定 %2$s.* 之一")
                .en(
                    "%s must choose one of %s.* for %s",
                    stratum.name(), type.group(), type.symbol()));
      }
    }
    return stratum.choices().size() == types.size()
        ? Optional.empty()
        : Optional.of(
            zh("分层 %s 选定了方法学未提供的参数")
                .en("%s makes a choice that the methodology does not offer", stratum.name()));
  }

  private Optional<Detail> baselineProblem(Stratum stratum) {
    for (Stratum.Level level : stratum.baseline()) {
      DatumType type = data.get(level.symbol());
      if (type == null
          || type.isRequired()
          || !type.isYearly()
          || !type.unit().equals(level.unit())) {
        return Optional.of(
            zh("以 %2$s 计的 %1$s 不是该方法学的基线数据项")
                .en(
                    "%s in %s is no baseline datum of the methodology",
                    level.symbol(), level.unit()));
      }
      PlausibleRange range = science.range(level.symbol()).orElseThrow();
      if (!range.holds(level.value(), stratum.areaHectares())) {
        return Optional.of(
            zh("分层 %2$s 的基线 %1$s 须为 %3$s")
                .en("baseline %s of %s must be %s", level.symbol(), stratum.name(), range));
      }
    }
    return Optional.empty();
  }
}
