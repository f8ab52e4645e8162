// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.time.LocalDate;
import org.grasslandcarbon.domain.permanence.ReportReversal;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.permanence.SettleReversal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Tonnes;

/** Land burns, and the buffer answers for it. */
public final class ReversalChapter {
  private final Stage stage;
  private final InstructionId project;

  /**
   * @param project a registered project of the story
   */
  public ReversalChapter(Stage stage, InstructionId project) {
    this.stage = stage;
    this.project = project;
  }

  /**
   * The owner reports a fire, and as much of the buffer is put on hold.
   *
   * @param day when it burned
   * @return the reversal
   */
  public InstructionId report(long tonnes, LocalDate day) {
    return stage
        .does(
            Part.OWNER,
            "业主报告火灾，估计损失 " + tonnes + " 吨",
            "The owner reports a fire and estimates a loss of " + tonnes + " t",
            new ReportReversal(
                Reversal.Cause.FIRE,
                Setting.document("evidence of the fire"),
                Tonnes.of(tonnes),
                day,
                project,
                "火灾。 A fire."))
        .id();
  }

  /** A certifier says what was lost, and so much of the buffer is cancelled. */
  public InstructionId settle(InstructionId reversal, long tonnes) {
    return stage
        .does(
            Part.VERIFIER,
            "核查机构核定损失 " + tonnes + " 吨，由缓冲承担",
            "The verifier finds a loss of " + tonnes + " t, which the buffer bears",
            new SettleReversal(
                Tonnes.of(tonnes), project, Setting.document("verified loss"), reversal))
        .id();
  }
}
