// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.Instant;
import java.time.LocalDate;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * That a task of a goal is done. It is beside the goal, so that regions that report their tasks on
 * one day do not write one record.
 *
 * @param at transaction time
 * @param by who reported it
 * @param day when it was done
 * @param evidence the digest of what shows it
 * @param goal the goal
 * @param id the instruction
 * @param number of the task in the goal
 * @param onTime whether it was done by its day
 * @param region the task's owner
 */
public record GoalTask(
    Instant at,
    ParticipantId by,
    LocalDate day,
    Sha256 evidence,
    InstructionId goal,
    InstructionId id,
    int number,
    boolean onTime,
    RegionCode region)
    implements LedgerRecord {

  /** The type of tasks that are done. */
  public static final RecordType<GoalTask> TYPE =
      new RecordType<>("GOAL_TASK", GoalTask.class, Visibility.PUBLIC);

  private static final int NUMBER_DIGITS = 4;

  /** The key of a goal's task. */
  public static Key<GoalTask> key(InstructionId goal, int number) {
    return TYPE.key(goal.value(), Keys.padded(number, NUMBER_DIGITS));
  }

  @Override
  public Key<GoalTask> key() {
    return key(goal, number);
  }
}
