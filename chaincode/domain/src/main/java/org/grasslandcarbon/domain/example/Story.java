// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.util.List;
import org.grasslandcarbon.domain.value.BatchId;

/**
 * The chapters in order until there are credits, on a ledger that was founded and may have other
 * stories.
 *
 * @param project the project's chapter, which can also end it
 * @param batches what was issued, a batch a vintage year
 */
public record Story(ProjectChapter project, List<BatchId> batches) {

  /** Plays a story until its owner has credits. */
  public static Story untilIssued(Stage stage, Setting setting) {
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER);
    for (Part certifier : List.of(Part.VALIDATOR, Part.VERIFIER)) {
      participants.admit(certifier);
      participants.accredit(certifier);
    }
    ProjectChapter project = new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR)));
    return new Story(project, new ReportChapter(stage, setting, project.play()).play());
  }

  /** The batch of the first year. */
  public BatchId batch() {
    return batches.get(0);
  }
}
