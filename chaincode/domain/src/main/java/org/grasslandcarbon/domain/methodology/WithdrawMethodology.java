// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Closes a methodology version to new projects from a day on (LEDGER section 2). Registered
 * projects keep it to the end of their crediting period.
 *
 * @param from first day on which no project may be proposed; not in the past
 * @param lastValidationDay last day for validating what has been proposed; no end when absent
 * @param reason in words
 * @param version which version of which methodology
 */
public record WithdrawMethodology(
    @Means(en = "First day without new projects", zh = "停止接受新项目之日") LocalDate from,
    @Means(en = "Last day for validating proposed projects", zh = "已公示项目的最后审定日")
        Optional<LocalDate> lastValidationDay,
    @Means(en = "Reason", zh = "理由") @Most(REASON_MOST) String reason,
    @Means(en = "Id and version", zh = "编号与版本") MethodologyRef version)
    implements Action {

  static final int REASON_MOST = 500;

  /** The action. */
  public static final ActionType<WithdrawMethodology> TYPE =
      ActionType.of(
          "withdrawMethodology",
          "停止方法学版本接受新项目",
          "Closes a methodology version to new projects",
          new WithdrawMethodology(
              LocalDate.of(2030, 1, 1),
              Optional.of(LocalDate.of(2030, 12, 31)),
              "Replaced by version 2.0",
              ExampleMethodology.tier1().version()),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_METHODOLOGY,
          ErrorCode.WRONG_STATE,
          ErrorCode.BAD_METHODOLOGY);

  public WithdrawMethodology {
    Check.that(
        !lastValidationDay.orElse(from).isBefore(from),
        zh("审定截止日早于停用日").en("the last day for validation lies before the day of closing"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Methodology.key(version));
  }

  @Override
  public void apply(Act act) {
    Methodology methodology = act.must(Methodology.key(version), ErrorCode.UNKNOWN_METHODOLOGY);
    act.require(
        methodology.withdrawal().isEmpty(),
        ErrorCode.WRONG_STATE,
        zh("方法学 %s 已停用").en("methodology %s is withdrawn already", version));
    act.require(
        !from.isBefore(act.today()),
        ErrorCode.BAD_METHODOLOGY,
        zh("%s 已过：不得对已提出的申请停用版本")
            .en("%s is past: a version is not closed for proposals already made", from));
    act.write(
        methodology.withWithdrawal(
            new Methodology.Withdrawal(act.time(), from, lastValidationDay, reason)));
    act.refer("methodology", version);
  }
}
