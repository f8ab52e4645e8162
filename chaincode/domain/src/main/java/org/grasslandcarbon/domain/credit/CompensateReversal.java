// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Makes good what a project's buffer could not cover (LEDGER section 4): the owner cancels credits
 * that it holds, of this project or bought from others, a tonne for a missing tonne. Those to whom
 * credits of the project were sold keep them whatever happens.
 *
 * @param batch whose credits
 * @param project the project with the shortfall
 * @param quantity how many, at least one and at most the shortfall
 * @param statement in words
 */
public record CompensateReversal(
    @Means(en = "Batch of the credits to cancel", zh = "用于补足的减排量批次") BatchId batch,
    @Means(en = "Project with the shortfall", zh = "存在差额的项目编号") InstructionId project,
    @Means(
            en = "Credits to cancel, in tonnes CO2e, at least 1 and at most the shortfall",
            zh = "取消数量（吨二氧化碳当量，至少 1，不超过差额）")
        @Least(1)
        Tonnes quantity,
    @Means(en = "What the public reads about it", zh = "公开说明") @Most(CancelCredits.STATEMENT_MOST)
        String statement)
    implements Action {

  /** The action. */
  public static final ActionType<CompensateReversal> TYPE =
      ActionType.of(
          "compensateReversal",
          "以自有减排量补足逆转差额",
          "Makes a reversal's shortfall good with credits of the owner",
          new CompensateReversal(
              new BatchId("CN-GCS-152502-20240001-2025-001"),
              ExampleProject.ID,
              Tonnes.of(100),
              "补足 2025 年火灾损失。 Makes good the fire of 2025."),
          EnumSet.of(Role.OWNER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.EXCEEDS_SHORTFALL,
          ErrorCode.UNKNOWN_BATCH,
          ErrorCode.TRAINING_CREDITS,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.CREDITS_FROZEN);

  public CompensateReversal {
    Check.that(!quantity.isZero(), zh("数量至少为 1 吨").en("quantity must be at least 1 tonne"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Project.key(project),
        Reversals.key(project),
        Batch.key(batch),
        ExportLabel.key(batch),
        Holding.key(batch, actor));
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    ParticipantId owner = act.actor().id();
    act.require(
        found.owner().equals(owner),
        ErrorCode.NOT_ALLOWED,
        zh("该项目属于其他业主").en("the project is another's"));
    Reversals reversals = Reversals.of(act, project);
    act.require(
        reversals.shortfall().isAtLeast(quantity),
        ErrorCode.EXCEEDS_SHORTFALL,
        zh("尚缺 %s 吨二氧化碳当量").en("%s t CO2e are missing", reversals.shortfall()));
    Batch cancelledFrom = act.must(Batch.key(batch), ErrorCode.UNKNOWN_BATCH);
    act.require(
        !cancelledFrom.training() || found.training(),
        ErrorCode.TRAINING_CREDITS,
        zh("%s 仅供练习").en("%s is for practice", batch));
    Holding holding = Holding.of(act, batch, owner);
    Credits gone = Sufficiency.lowest(act, holding, quantity);

    act.move(
        gone,
        new CreditPlace.HeldBy(owner),
        new CreditPlace.Cancelled(act.id(), each -> cancellation(act, each)));
    act.write(Holding.of(act, batch, owner).withGivenOn(ExportLabel.sellable(act, gone)));
    act.write(reversals.withCompensation(quantity));
    act.refer("cancellation", act.id() + ":" + batch);
    act.refer("batch", batch);
    act.refer("project", project);
  }

  private Cancellation cancellation(Act act, Credits gone) {
    return new Cancellation(
        act.time(),
        gone.batch(),
        act.actor().id(),
        Optional.empty(),
        Optional.of(act.actor().id()),
        act.id(),
        Optional.of(project),
        Cancellation.Reason.REVERSAL_COMPENSATION,
        gone.serials(),
        statement);
  }
}
