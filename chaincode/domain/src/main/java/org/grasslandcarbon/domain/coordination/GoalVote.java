// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The vote of a region on a goal; a record for each, so that no vote waits for another.
 *
 * @param at transaction time
 * @param by its office, or the delegate
 * @param choice for it, against it, or neither
 * @param delegated whether a delegate by mandate gave it
 * @param goal the goal
 * @param reason the document that says why; there is one for each vote against
 * @param region the province, or the nation
 */
public record GoalVote(
    Instant at,
    ParticipantId by,
    Choice choice,
    boolean delegated,
    InstructionId goal,
    Optional<Sha256> reason,
    RegionCode region)
    implements LedgerRecord {

  /** The type of votes. */
  public static final RecordType<GoalVote> TYPE =
      new RecordType<>("GOAL_VOTE", GoalVote.class, Visibility.PUBLIC);

  /** What a region can say. */
  public enum Choice {
    /** For the goal (赞成). */
    YES,
    /** Against it (反对). */
    NO,
    /** Neither; it counts as voting (弃权). */
    ABSTAIN
  }

  /** The key of a region's vote. */
  public static Key<GoalVote> key(InstructionId goal, RegionCode region) {
    return TYPE.key(goal.value(), region.value());
  }

  @Override
  public Key<GoalVote> key() {
    return key(goal, region);
  }
}
