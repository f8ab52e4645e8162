// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.time.LocalDate;
import org.grasslandcarbon.domain.coordination.GoalVote;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.example.AssessmentChapter;
import org.grasslandcarbon.domain.example.GoalChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.SharingChapter;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * Regions that act together, in what can be repeated: no target is set and no year is assessed,
 * since these are in force for good.
 */
final class RegionsChapter {
  private final TourStage stage;
  private final Readings readings;
  private final RegionCode region;
  private final SharingChapter sharing;
  private final GoalChapter goals;
  private final AssessmentChapter assessment;

  RegionsChapter(TourStage stage, Readings readings, RegionCode region) {
    this.stage = stage;
    this.readings = readings;
    this.region = region;
    LocalDate today = LocalDate.now(BeijingTime.OFFSET);
    sharing = new SharingChapter(stage, region, today);
    goals = new GoalChapter(stage, region, today);
    assessment = new AssessmentChapter(stage, region, today);
  }

  void play() {
    stage.chapter(
        "协同：通知、案件、路线图与表决、独立评估",
        "Regions together: notices, cases, a road map and its vote, independent assessment");
    share();
    goals.tryRoadMap().ifPresent(this::decide);
    assessment.refuseToReport();
    assessment.admit(region);
    assessment.refuseToAssessItsOwn();
  }

  private void share() {
    if (!readings.hasMandate(region, MandateFunction.PUBLIC_FEEDBACK)) {
      sharing.assign(MandateFunction.PUBLIC_FEEDBACK, Part.OFFICE);
    }
    InstructionId offer = sharing.offer();
    stage.equal("供给通知公开可查", "The offer is public", "OFFER", () -> readings.notice(offer));
    InstructionId first = sharing.report(Part.OWNER);
    sharing.refuseToReopen(Part.OWNER, first);
    sharing.refuse(first);
    InstructionId second = sharing.reopen(Part.OWNER, first);
    sharing.answer(second);
    stage.equal(
        "提出方可见：原案件被拒绝，重新提出后已答复",
        "Whoever asked sees that the first case was refused and the second answered",
        "REFUSED ANSWERED",
        () ->
            readings.caseState(stage.signer(Part.OWNER), first)
                + " "
                + readings.caseState(stage.signer(Part.OWNER), second));
  }

  private void decide(InstructionId goal) {
    goals.comment(Part.OWNER, goal);
    goals.refuseToDecide(goal);
    goals.vote(goal, GoalVote.Choice.YES);
    goals.refuseToVoteAgain(goal);
    goals.decide(goal);
    stage.equal("路线图已通过", "The road map is adopted", "ADOPTED", () -> readings.goal(goal));
  }
}
