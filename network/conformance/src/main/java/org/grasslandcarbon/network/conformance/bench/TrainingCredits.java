// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.Story;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.HeadlessGateway;
import org.grasslandcarbon.network.conformance.PracticeStage;

/**
 * Credits to transfer, from a project's whole life under the training methodology, whose periods
 * last no days: on any ledger that was founded with the example's keys.
 */
final class TrainingCredits {
  private TrainingCredits() {}

  /**
   * A batch of credits, all but its buffer in one hand.
   *
   * @param batch the batch
   * @param owner who has them
   */
  record Issued(BatchId batch, InstructionSigner owner) {}

  /** Issues the credits of a year. */
  static Issued issue(ExampleSigners signers, HeadlessGateway gateway) {
    PracticeStage stage =
        new PracticeStage(
            gateway::bring,
            signers.get("authority"),
            signers.get("office-beijing"),
            new RegionCode("110000"));
    Story story = Story.untilIssued(stage, stage.setting(Land.Fields.LARGE, 1));
    return new Issued(story.batch(), stage.signer(Part.OWNER));
  }
}
