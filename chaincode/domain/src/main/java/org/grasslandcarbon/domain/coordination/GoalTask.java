// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
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
 * @param from the day on which the goal was decided; it is not done before
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
    LocalDate from,
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
   * @param timing whether that was by its day
   */
  public record Done(
      Instant at,
      ParticipantId by,
      LocalDate day,
      Sha256 evidence,
      InstructionId id,
      Timing timing) {}

  /** Whether a task was done by its day. */
  public enum Timing {
    /** It was, and that was reported in time (按期). */
    ON_TIME,
    /** It was done after its day (逾期). */
    LATE,
    /** It is said to have been, by a report that came too late to count for that (事后申报). */
    STATED
  }

  /**
   * Working days after a task's day within which a report that it was done by then counts as one in
   * time: assumed, no rule says so.
   */
  static final int REPORT_DAYS = 10;

  /** The key of a goal's task. */
  public static Key<GoalTask> key(InstructionId goal, int number) {
    return TYPE.key(goal.value(), Keys.padded(number, NUMBER_DIGITS));
  }

  /** Whether it is done, and was by its day, as was reported in time. */
  public boolean wasOnTime() {
    return done.filter(how -> how.timing() == Timing.ON_TIME).isPresent();
  }

  /**
   * Whether it is on time when it is reported today as done on a day.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code NO_CALENDAR} where a calendar
   *     is needed and missing: of a report after the task's day
   */
  Timing timing(Records records, LocalDate day, LocalDate today) {
    if (day.isAfter(due)) {
      return Timing.LATE;
    }
    boolean isInTime =
        !today.isAfter(due) || !today.isAfter(CoordinationDays.lastDay(records, due, REPORT_DAYS));
    return isInTime ? Timing.ON_TIME : Timing.STATED;
  }

  /** The same, done. */
  GoalTask done(Done how) {
    return new GoalTask(budget, Optional.of(how), due, from, goal, indicator, number, owner, title);
  }

  /** What its address ends with. */
  String address() {
    return goal + "/" + Keys.padded(number, NUMBER_DIGITS);
  }

  @Override
  public Key<GoalTask> key() {
    return key(goal, number);
  }
}
