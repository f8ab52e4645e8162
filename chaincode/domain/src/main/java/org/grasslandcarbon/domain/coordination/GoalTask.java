// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A task of an adopted goal: who does what until when. The goal's decision writes it, and the
 * report of the region that owns it says that it is done.
 *
 * @param budget what it may cost, in fen, where that is said
 * @param done how it was done; absent while it is not
 * @param due the last day on which it is on time
 * @param goal the goal
 * @param indicator the indicator that it serves, where it serves one
 * @param number its number in the goal
 * @param owner the region whose office answers for it
 * @param title what is to be done
 */
public record GoalTask(
    Optional<Fen> budget,
    Optional<Done> done,
    LocalDate due,
    InstructionId goal,
    Optional<IndicatorId> indicator,
    int number,
    RegionCode owner,
    Name title)
    implements LedgerRecord {

  /** The type of tasks. */
  public static final RecordType<GoalTask> TYPE =
      new RecordType<>("GOAL_TASK", GoalTask.class, Visibility.PUBLIC);

  private static final int NUMBER_DIGITS = 4;

  /**
   * How a task was done.
   *
   * @param at transaction time of the report
   * @param by the office that reported it
   * @param day the day on which it was done
   * @param evidence the document that shows it
   * @param id the instruction that reported it
   */
  public record Done(
      Instant at, ParticipantId by, LocalDate day, Sha256 evidence, InstructionId id) {}

  /** The key of a goal's task. */
  public static Key<GoalTask> key(InstructionId goal, int number) {
    return TYPE.key(goal.value(), Keys.padded(number, NUMBER_DIGITS));
  }

  /** Whether it is done, and was by its day. */
  public boolean wasOnTime() {
    return done.filter(how -> !how.day().isAfter(due)).isPresent();
  }

  /** The same, done. */
  GoalTask done(Done how) {
    return new GoalTask(budget, Optional.of(how), due, goal, indicator, number, owner, title);
  }

  @Override
  public Key<GoalTask> key() {
    return key(goal, number);
  }
}
