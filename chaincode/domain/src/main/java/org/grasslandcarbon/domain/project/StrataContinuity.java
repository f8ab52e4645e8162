// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.SoilReference;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * Measured strata stay what they are for the life of a project (LEDGER section 8: no measurement
 * counts twice). Stocks are told by the names of strata: under another name, or with other land
 * under the old one, a renewal would begin with stocks that nobody has verified, and what the land
 * had gained before would be gained again.
 */
final class StrataContinuity {
  private StrataContinuity() {}

  /** The versions of a project's designs, which say whether they measure. */
  static List<Key<?>> keys(Project project) {
    List<Key<?>> keys = new ArrayList<>();
    project.designs().forEach(each -> keys.add(Methodology.key(each.methodology())));
    return keys;
  }

  /** Refuses a measured design whose strata are not those of the project's last measured one. */
  static void require(Act act, Project project, ProjectDesign renewed, Methodology version) {
    if (!version.samples()) {
      return;
    }
    Optional<ProjectDesign> before =
        project.designs().stream()
            .filter(
                each ->
                    act.must(Methodology.key(each.methodology()), ErrorCode.UNKNOWN_METHODOLOGY)
                        .samples())
            .reduce((earlier, later) -> later);
    act.require(
        before.map(each -> areas(each).equals(areas(renewed))).orElse(true),
        ErrorCode.BAD_RENEWAL,
        zh("实测分层的名称和面积应保持不变：%s 公顷")
            .en(
                "strata that are measured keep names and areas: %s ha",
                before.map(StrataContinuity::areas).orElseGet(TreeMap::new)));
    before.ifPresent(design -> requireReferences(act, design, renewed, version));
  }

  /** What was sampled down to one mass or depth of soil says nothing of more soil. */
  private static void requireReferences(
      Act act, ProjectDesign before, ProjectDesign renewed, Methodology version) {
    Methodology earlier =
        act.must(Methodology.key(before.methodology()), ErrorCode.UNKNOWN_METHODOLOGY);
    for (Stratum stratum : renewed.strata()) {
      Optional<Parameter> now = SoilReference.of(stratum, version.science().byName());
      Optional<Parameter> then =
          before.strata().stream()
              .filter(each -> each.name().equals(stratum.name()))
              .flatMap(each -> SoilReference.of(each, earlier.science().byName()).stream())
              .findFirst();
      act.require(
          now.isEmpty()
              || then.isEmpty()
              || now.get().unit().equals(then.get().unit())
                  && now.get().value().compareTo(then.get().value()) <= 0,
          ErrorCode.BAD_RENEWAL,
          zh("分层 %s 此前按 %s %s 比较土壤，续期后不得换为深度或更多土壤")
              .en(
                  "the soil of %s was compared to %s %s: a renewal compares as much or less, in the same"
                      + " unit",
                  stratum.name(),
                  then.map(Parameter::value).orElse(null),
                  then.map(Parameter::unit).orElse(null)));
    }
  }

  private static SortedMap<String, Decimal> areas(ProjectDesign design) {
    SortedMap<String, Decimal> areas = new TreeMap<>();
    design.strata().forEach(each -> areas.put(each.name(), each.areaHectares()));
    return areas;
  }
}
