// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Opinion;

/** When a certifier may give its opinion, on a new project as on a renewal. */
final class ValidationRule {
  private ValidationRule() {}

  /**
   * Refuses an opinion of somebody without an accreditation, after the last day for validation, or
   * before the end of publicity. A negative opinion may come after that last day: it ends what
   * nobody can validate any more.
   */
  static void require(Act act, MethodologyRef version, Opinion opinion, Publicity publicity) {
    Accreditation.require(act, act.actor().id(), version.id());
    Methodology methodology = act.must(Methodology.key(version), ErrorCode.UNKNOWN_METHODOLOGY);
    act.require(
        opinion == Opinion.NEGATIVE || methodology.isOpenForValidation(act.today()),
        ErrorCode.METHODOLOGY_CLOSED,
        zh("%s 的审定截止日已过").en("the last day for validation under %s is over", version));
    act.require(publicity.isOver(act), ErrorCode.PUBLICITY_NOT_OVER, publicity.inWords(act));
  }

  /**
   * Refuses a positive opinion that leaves a finding open or a flag of the design without an
   * answer.
   */
  static void requireFindings(Act act, Opinion opinion, List<Flag> flags, List<Finding> findings) {
    if (opinion == Opinion.NEGATIVE) {
      return;
    }
    act.require(
        findings.stream().noneMatch(Finding::isOpen),
        ErrorCode.FINDINGS_OPEN,
        zh("对每项须关闭的审定发现，请说明如何关闭")
            .en("say for every finding that must be closed how it was closed"));
    FlagAnswers.require(act, flags, findings);
  }

  /** The severe flags that an office must read; what is rejected is read by nobody. */
  static Optional<List<AnsweredFlag>> severe(Opinion opinion, List<Flag> flags) {
    return opinion == Opinion.NEGATIVE ? Optional.empty() : FlagAnswers.severe(flags);
  }

  /** The numbers of the comments of a range that no answer names. */
  static Set<Integer> unanswered(int first, int last, List<ValidateProject.Answer> answers) {
    Set<Integer> open = new TreeSet<>();
    for (int number = first; number <= last; number++) {
      open.add(number);
    }
    answers.forEach(answer -> open.remove(answer.comment()));
    return open;
  }
}
