// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * How often a participant has commented on a goal. It is beside the goal, so that no comment waits
 * for another's.
 *
 * @param by who sent them
 * @param goal the goal
 * @param own how many are its own
 * @param passedOn how many it passed on for the public
 */
public record GoalCommentCount(ParticipantId by, InstructionId goal, int own, int passedOn)
    implements LedgerRecord {

  /** The type of these counts. */
  public static final RecordType<GoalCommentCount> TYPE =
      new RecordType<>("GOAL_COMMENT_COUNT", GoalCommentCount.class, Visibility.PUBLIC);

  /** What somebody has to say of one goal. */
  static final int OWN_MOST = 10;

  /** What an office passes on; what comes as one file is one comment. */
  static final int PASSED_ON_MOST = 500;

  /** The key of a participant's count. */
  static Key<GoalCommentCount> key(InstructionId goal, ParticipantId by) {
    return TYPE.key(goal.value(), by.value());
  }

  static GoalCommentCount of(Records records, InstructionId goal, ParticipantId by) {
    return records.find(key(goal, by)).orElseGet(() -> new GoalCommentCount(by, goal, 0, 0));
  }

  /** The number of the next comment. */
  int next() {
    return own + passedOn + 1;
  }

  GoalCommentCount plusOwn() {
    return new GoalCommentCount(by, goal, own + 1, passedOn);
  }

  GoalCommentCount plusPassedOn() {
    return new GoalCommentCount(by, goal, own, passedOn + 1);
  }

  @Override
  public Key<GoalCommentCount> key() {
    return key(goal, by);
  }
}
