// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Settles a reversal by its verified loss (LEDGER section 4): cancels as many credits of the
 * project's buffer, those on hold first and always the oldest, and gives the rest of the hold back.
 * What the buffer cannot cover is the project's shortfall; until the owner has made it good ({@link
 * org.grasslandcarbon.domain.credit.CompensateReversal}) nothing more is issued for it.
 *
 * @param loss verified tonnes; zero when nothing was lost
 * @param project its project; named so that the buffers of its batches are read in one request
 * @param report the verification report
 * @param reversal the reversal
 */
public record SettleReversal(
    @Means(en = "Verified loss, tonnes CO2e; 0 when nothing was lost", zh = "核定损失（吨二氧化碳当量；未损失为 0）")
        Tonnes loss,
    @Means(en = "Project of the reversal", zh = "所属项目编号") InstructionId project,
    @Means(en = "SHA-256 of the verification report", zh = "核查报告摘要") Sha256 report,
    @Means(en = "Reversal", zh = "逆转事件编号") InstructionId reversal)
    implements Action {

  /** The action. */
  public static final ActionType<SettleReversal> TYPE =
      ActionType.of(
          "settleReversal",
          "核定逆转损失并注销缓冲量",
          "Settles a reversal by its verified loss",
          new SettleReversal(
              Tonnes.of(640),
              ExampleProject.ID,
              Sha256.of("verification of the loss"),
              new InstructionId("6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d03")),
          EnumSet.of(Role.CERTIFIER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.UNKNOWN_REVERSAL,
          ErrorCode.WRONG_STATE,
          ErrorCode.CERTIFIER_NOT_ACCREDITED,
          ErrorCode.VERIFIER_VALIDATED_PROJECT,
          ErrorCode.LOSS_EXCEEDS_ISSUED,
          ErrorCode.TOO_LARGE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Project.key(project),
        CreditingHistory.key(project),
        Reversals.key(project),
        Reversal.key(reversal),
        Accreditation.key(actor));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(ProjectBuffer.keys(records, project));
    records.find(Project.key(project)).ifPresent(found -> keys.addAll(found.count().keys()));
    return keys;
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    Reversal reported = act.must(Reversal.key(reversal), ErrorCode.UNKNOWN_REVERSAL);
    act.require(
        reported.project().equals(project),
        ErrorCode.UNKNOWN_REVERSAL,
        zh("该逆转事件属于项目 %s").en("it is of project %s", reported.project()));
    act.require(
        reported.settlement().isEmpty(),
        ErrorCode.WRONG_STATE,
        zh("该逆转事件已结案").en("the reversal is settled"));
    requireIndependentCertifier(act, found);
    requireWithinIssued(act);
    List<Credits> fromHold =
        ProjectBuffer.oldest(reported.held(), loss, ProjectBuffer.BATCHES_MOST);
    Tonnes beyondHold = loss.minus(ProjectBuffer.quantity(fromHold));
    List<Credits> fromRest =
        ProjectBuffer.oldest(ProjectBuffer.of(act, project), beyondHold, Integer.MAX_VALUE);
    act.require(
        fromRest.size() <= ProjectBuffer.BATCHES_MOST,
        ErrorCode.TOO_LARGE,
        zh("该损失涉及 %s 个批次：请将其中一部分另报为一起逆转事件")
            .en(
                "the loss takes from %s batches: report a part of it as a reversal of its own",
                fromRest.size()));

    CreditPlace gone =
        new CreditPlace.Cancelled(act.id(), part -> cancellation(act, reported, part));
    fromHold.forEach(part -> act.move(part, new OnHold(reversal), gone));
    fromRest.forEach(part -> act.move(part, new CreditPlace.InBuffer(), gone));
    List<Credits> cancelled = together(fromHold, fromRest);
    cancelled.forEach(part -> act.refer("cancellation", act.id() + ":" + part.batch()));
    releaseRest(act, reported, fromHold);
    Tonnes shortfall = beyondHold.minus(ProjectBuffer.quantity(fromRest));
    act.write(
        reported.withSettlement(
            new Reversal.Settlement(
                act.time(), act.actor().id(), cancelled, act.id(), loss, report, shortfall)));
    act.write(Reversals.of(act, project).withSettled(reversal, loss, shortfall));
    found.count().lost(act, loss);
    act.refer("reversal", reversal);
    act.refer("project", project);
  }

  /** What was never credited, or is lost already, cannot be lost. */
  private void requireWithinIssued(Act act) {
    Tonnes issued =
        act.find(CreditingHistory.key(project)).map(CreditingHistory::issued).orElse(Tonnes.ZERO);
    Tonnes lost = Reversals.of(act, project).lost();
    // By subtraction: the sum of what is stated and what is on record may be more than tonnes are.
    act.require(
        issued.isAtLeast(lost) && issued.minus(lost).isAtLeast(loss),
        ErrorCode.LOSS_EXCEEDS_ISSUED,
        zh("已签发 %s 吨二氧化碳当量，其中 %s 吨已核定为损失")
            .en("%s t CO2e were issued, %s are settled as lost", issued, lost));
  }

  /** As for the verification of a report. */
  private static void requireIndependentCertifier(Act act, Project found) {
    Accreditation.require(act, act.actor().id(), found.design().methodology().id());
    act.require(
        !found.wasValidatedBy(act.actor().id()),
        ErrorCode.VERIFIER_VALIDATED_PROJECT,
        zh("项目 %s").en("project %s", found.id()));
  }

  private Cancellation cancellation(Act act, Reversal reported, Credits part) {
    return new Cancellation(
        act.time(),
        part.batch(),
        act.actor().id(),
        Optional.of(report),
        Optional.empty(),
        act.id(),
        Optional.of(project),
        Cancellation.Reason.REVERSAL,
        part.serials(),
        reported.statement());
  }

  /** Gives back what the loss did not take: of the last batch taken from, and of later ones. */
  private static void releaseRest(Act act, Reversal reported, List<Credits> taken) {
    for (int i = Math.max(0, taken.size() - 1); i < reported.held().size(); i++) {
      Credits held = reported.held().get(i);
      SerialRanges rest =
          i < taken.size() ? held.serials().minus(taken.get(i).serials()) : held.serials();
      if (!rest.isEmpty()) {
        act.move(
            new Credits(held.batch(), rest), new OnHold(reported.id()), new CreditPlace.InBuffer());
      }
    }
  }

  /** One part a batch: a batch can have been on hold in part. */
  private static List<Credits> together(List<Credits> some, List<Credits> others) {
    Map<BatchId, SerialRanges> all = new TreeMap<>();
    some.forEach(part -> all.put(part.batch(), part.serials()));
    others.forEach(part -> all.merge(part.batch(), part.serials(), SerialRanges::plus));
    List<Credits> parts = new ArrayList<>();
    all.forEach((batch, serials) -> parts.add(new Credits(batch, serials)));
    return parts;
  }
}
