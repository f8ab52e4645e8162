// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.participant.Accreditation;
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
