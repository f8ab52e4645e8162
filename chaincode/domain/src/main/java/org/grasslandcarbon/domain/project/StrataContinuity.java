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
  }

  private static SortedMap<String, Decimal> areas(ProjectDesign design) {
    SortedMap<String, Decimal> areas = new TreeMap<>();
    design.strata().forEach(each -> areas.put(each.name(), each.areaHectares()));
    return areas;
  }
}
