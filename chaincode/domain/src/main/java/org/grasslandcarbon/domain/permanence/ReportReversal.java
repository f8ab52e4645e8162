// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Reports a loss of credited carbon and puts as much of the project's buffer on hold, oldest first,
 * or all there is (LEDGER section 4). A project that has ended still answers for its credits.
 *
 * @param cause what happened
 * @param document the evidence
 * @param estimate tonnes, at least one
 * @param eventDate the day of the event, or its first
 * @param project the project
 * @param statement in words
 */
public record ReportReversal(
    @Means(en = "What happened", zh = "原因") Reversal.Cause cause,
    @Means(en = "SHA-256 of the evidence", zh = "证明文件的 SHA-256 摘要") Sha256 document,
    @Means(en = "Estimated loss, tonnes CO2e, at least 1", zh = "估计损失（吨二氧化碳当量，至少 1）") @Least(1)
        Tonnes estimate,
    @Means(en = "Day of the event, or its first", zh = "事件（开始）日期") LocalDate eventDate,
    @Means(en = "Project", zh = "项目编号") InstructionId project,
    @Means(en = "What the public reads about it", zh = "公开说明") @Most(STATEMENT_MOST)
        String statement)
    implements Action {

  /** As long as a cancellation's. */
  static final int STATEMENT_MOST = 500;

  /** The action. */
  public static final ActionType<ReportReversal> TYPE =
      ActionType.of(
          "reportReversal",
          "报告碳储量逆转并冻结缓冲量",
          "Reports a loss of credited carbon and puts buffer credits on hold",
          new ReportReversal(
              Reversal.Cause.FIRE,
              Sha256.of("report of the fire brigade"),
              Tonnes.of(800),
              LocalDate.of(2025, 4, 12),
              ExampleProject.ID,
              "S1 南部约 300 公顷过火。 Some 300 ha in the south of S1 burnt."),
          EnumSet.of(Role.OWNER, Role.OFFICE, Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.BAD_EVENT_DATE,
          ErrorCode.TOO_MANY_REVERSALS);

  public ReportReversal {
    Check.that(!estimate.isZero(), zh("估计数量至少为 1 吨").en("estimate must be at least 1 tonne"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Project.key(project), CreditingHistory.key(project), Reversals.key(project));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return ProjectBuffer.keys(records, project);
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    act.require(
        found.owner().equals(act.actor().id()) || act.actor().governs(found.design().region()),
        ErrorCode.NOT_ALLOWED,
        zh("该项目既不属于您，也不在您的管辖地区").en("the project is neither yours nor of your region"));
    act.require(
        found.number().isPresent(),
        ErrorCode.WRONG_STATE,
        zh("该项目从未登记").en("the project was never registered"));
    act.require(
        !eventDate.isAfter(act.today()),
        ErrorCode.BAD_EVENT_DATE,
        zh("%s 晚于今日 %s").en("%s is after today, %s", eventDate, act.today()));
    act.require(
        !eventDate.isBefore(found.design().startDate()),
        ErrorCode.BAD_EVENT_DATE,
        zh("%s 早于项目开工日 %s")
            .en("%s is before the project began, %s", eventDate, found.design().startDate()));
    Reversals reversals = Reversals.of(act, project);
    act.require(
        reversals.open().size() < Reversals.OPEN_MOST,
        ErrorCode.TOO_MANY_REVERSALS,
        zh("尚有 %s 起未结案").en("%s are not settled", reversals.open().size()));

    act.write(reversal(act, found));
    ProjectBuffer.oldest(ProjectBuffer.of(act, project), estimate, ProjectBuffer.BATCHES_MOST)
        .forEach(part -> act.move(part, new CreditPlace.InBuffer(), new OnHold(act.id())));
    act.write(reversals.withReported(act.id()));
    act.refer("reversal", act.id());
    act.refer("project", project);
  }

  private Reversal reversal(Act act, Project found) {
    return new Reversal(
        cause,
        document,
        estimate,
        eventDate,
        List.of(),
        act.id(),
        project,
        found.number().orElseThrow(),
        found.design().region(),
        act.time(),
        act.actor().id(),
        Optional.empty(),
        statement);
  }
}
