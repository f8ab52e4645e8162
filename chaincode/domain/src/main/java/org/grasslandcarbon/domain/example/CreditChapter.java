// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.CancelCredits;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.judicial.EnforceTransfer;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.judicial.ReleaseCredits;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Tonnes;

/** Credits of a batch change hands, are frozen by order, and are used up. */
public final class CreditChapter {
  private final Stage stage;
  private final BatchId batch;

  public CreditChapter(Stage stage, BatchId batch) {
    this.stage = stage;
    this.batch = batch;
  }

  /** Credits go from one to another. */
  public InstructionId transfer(Part from, Part to, long tonnes) {
    return stage
        .does(
            from,
            from.zh() + "划转 " + tonnes + " 吨给" + to.zh(),
            "The " + from.en() + " transfers " + tonnes + " t to the " + to.en(),
            transferOf(tonnes, to))
        .id();
  }

  /** What a transfer asks for. */
  public TransferCredits transferOf(long tonnes, Part to) {
    return new TransferCredits(batch, Tonnes.of(tonnes), stage.id(to));
  }

  /** A transfer of more than there is. */
  public void refuseMoreThanHeld(Part from, Part to, long tonnes) {
    stage.refused(
        from,
        "超出持有量的划转被拒绝",
        "More than is held cannot be transferred",
        transferOf(tonnes, to),
        ErrorCode.INSUFFICIENT_CREDITS);
  }

  /** A transfer to somebody who supervises or certifies. */
  public void refuseCertifierAsHolder(Part from) {
    stage.refused(
        from,
        "审定与核查机构不得持有减排量",
        "A certifier may not hold credits",
        transferOf(1, Part.VERIFIER),
        ErrorCode.RECIPIENT_NOT_ALLOWED);
  }

  /** A holder uses credits up, of its own will. */
  public InstructionId retire(Part holder, long tonnes) {
    return stage
        .does(
            holder,
            holder.zh() + "自愿注销 " + tonnes + " 吨，不可撤回",
            "The " + holder.en() + " retires " + tonnes + " t of its own will, for good",
            retirementOf(holder, tonnes, Retirement.Purpose.VOLUNTARY))
        .id();
  }

  /** What a retirement for the holder itself asks for. */
  public RetireCredits retirementOf(Part holder, long tonnes, Retirement.Purpose purpose) {
    return new RetireCredits(
        batch,
        new Beneficiary(Optional.of(stage.id(holder)), holder.fullName()),
        Optional.empty(),
        Optional.empty(),
        purpose,
        Tonnes.of(tonnes),
        Retirement.Reason.CORPORATE_INVENTORY,
        "练习。 Practice.");
  }

  /** Credits for practice are of no use for compliance. */
  public void refuseCompliance(Part holder) {
    stage.refused(
        holder,
        "练习用减排量不能用于履约",
        "Training credits are of no use for compliance",
        retirementOf(holder, 1, Retirement.Purpose.COMPLIANCE),
        ErrorCode.TRAINING_CREDITS,
        ErrorCode.NOT_ELIGIBLE_FOR_MARKET,
        ErrorCode.INSUFFICIENT_CREDITS);
  }

  /** A holder gives credits up. */
  public InstructionId cancel(Part holder, long tonnes) {
    return stage
        .does(
            holder,
            holder.zh() + "放弃 " + tonnes + " 吨",
            "The " + holder.en() + " gives " + tonnes + " t up",
            new CancelCredits(
                batch,
                Optional.empty(),
                Optional.empty(),
                stage.id(holder),
                Tonnes.of(tonnes),
                Cancellation.Reason.OTHER,
                "练习。 Practice."))
        .id();
  }

  /**
   * By order, credits cannot be moved for a while.
   *
   * @return the freeze
   */
  public InstructionId freeze(Part judge, Part holder, long tonnes) {
    return stage
        .does(
            judge,
            judge.zh() + "冻结" + holder.zh() + "的 " + tonnes + " 吨",
            "The " + judge.en() + " freezes " + tonnes + " t of the " + holder.en(),
            new FreezeCredits(
                batch,
                Setting.document("order"),
                stage.id(holder),
                Optional.of(Tonnes.of(tonnes)),
                "练习。 Practice."))
        .id();
  }

  /** A transfer of more than is left beside what is frozen. */
  public void refuseFrozen(Part from, Part to, long tonnes) {
    stage.refused(
        from,
        "被冻结的减排量不能划转",
        "What is frozen cannot be transferred",
        transferOf(tonnes, to),
        ErrorCode.CREDITS_FROZEN);
  }

  /** Some of what was frozen is the holder's again. */
  public void release(Part judge, InstructionId freeze, long tonnes) {
    stage.does(
        judge,
        judge.zh() + "解冻 " + tonnes + " 吨",
        "The " + judge.en() + " releases " + tonnes + " t",
        new ReleaseCredits(
            Setting.document("order"), freeze, Optional.of(Tonnes.of(tonnes)), "练习。 Practice."));
  }

  /** The rest of what was frozen goes to somebody else. */
  public void enforce(Part judge, InstructionId freeze, Part to) {
    stage.does(
        judge,
        judge.zh() + "将其余冻结量划给" + to.zh(),
        "The " + judge.en() + " moves the rest of what is frozen to the " + to.en(),
        new EnforceTransfer(
            Setting.document("order"), freeze, Optional.empty(), "练习。 Practice.", stage.id(to)));
  }
}
