// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.participant.SourcedLimit;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;

/**
 * No baseline is above what is shown of the years before the project: each level of a design is at
 * most the mean of the whole calendar years before its start that the version asks for.
 */
final class LookBack {
  private LookBack() {}

  /**
   * Refuses a positive opinion on a design whose baseline is not shown.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code BASELINE_NOT_EVIDENCED}
   */
  static void require(Act act, Opinion opinion, InstructionId project, ProjectDesign design) {
    Optional<SourcedLimit> asked =
        act.must(Methodology.key(design.methodology()), ErrorCode.UNKNOWN_METHODOLOGY)
            .terms()
            .lookBackYears();
    if (opinion == Opinion.NEGATIVE || asked.isEmpty()) {
      return;
    }
    int years = asked.get().most();
    int from = design.startDate().getYear() - years;
    Optional<BaselineEvidence> evidence = act.find(BaselineEvidence.key(project));
    List<String> unshown = new ArrayList<>();
    for (Stratum stratum : design.strata()) {
      for (Stratum.Level level : stratum.baseline()) {
        BigDecimal whole = level.value().value().multiply(BigDecimal.valueOf(years));
        boolean isShown =
            evidence
                .flatMap(found -> found.sum(stratum.name(), level, from, years))
                .map(sum -> whole.compareTo(sum) <= 0)
                .orElse(whole.signum() <= 0);
        if (!isShown) {
          unshown.add(level.symbol() + " " + stratum.name());
        }
      }
    }
    act.require(
        unshown.isEmpty(),
        ErrorCode.BASELINE_NOT_EVIDENCED,
        zh("%s 至 %s 年的年均值未证明或低于基准线：%s")
            .en(
                "the mean of %s to %s is not shown or below the baseline: %s",
                from, from + years - 1, unshown));
  }
}
