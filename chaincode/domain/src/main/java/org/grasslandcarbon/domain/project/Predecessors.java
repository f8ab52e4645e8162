// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;

/**
 * Who follows an ended project on its land goes on from where that was left (LEDGER section 3): no
 * day is credited twice, and no loss is left behind by ending a project and proposing another.
 */
final class Predecessors {
  private Predecessors() {}

  /** An ended project as the one that follows it has it. */
  static Project.Predecessor of(Act act, Project ended) {
    return new Project.Predecessor(creditedTo(act, ended), ended.outlines(), ended.id());
  }

  /**
   * The last day for which an ended project was credited, or can be: reports of one that is not
   * deregistered may still come.
   */
  private static Optional<LocalDate> creditedTo(Act act, Project ended) {
    return ended.state() == Project.State.DEREGISTERED
        ? act.find(CreditingHistory.key(ended.id())).flatMap(CreditingHistory::lastVerifiedDay)
        : Optional.of(ended.design().creditingPeriod().to());
  }

  /** Refuses days that were credited before, and land whose losses are not made good. */
  static void require(Act act, List<Project.Predecessor> predecessors, LocalDate from) {
    for (Project.Predecessor each : predecessors) {
      LocalDate last = each.creditedTo().orElse(LocalDate.MIN);
      act.require(
          from.isAfter(last),
          ErrorCode.START_DATE_NOT_ELIGIBLE,
          zh("项目 %s 在同一地块上已计入至 %s，新的计入期须晚于该日")
              .en(
                  "project %s was credited for land of it to %s: crediting begins after that day",
                  each.project(), last));
      Reversals reversals = Reversals.of(act, each.project());
      act.require(
          reversals.open().isEmpty() && reversals.shortfall().isZero(),
          ErrorCode.PREDECESSOR_UNSETTLED,
          zh("项目 %s 尚有 %s 起未结案的逆转事件，差额 %s 吨")
              .en(
                  "project %s has %s reversals that are not settled and a shortfall of %s t",
                  each.project(), reversals.open().size(), reversals.shortfall()));
    }
  }
}
