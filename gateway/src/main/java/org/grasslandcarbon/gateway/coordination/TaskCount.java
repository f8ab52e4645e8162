// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.coordination.Goal;
import org.grasslandcarbon.domain.coordination.GoalState;
import org.grasslandcarbon.domain.coordination.GoalTask;
import org.grasslandcarbon.domain.coordination.PlannedTask;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Ids;

/**
 * Tasks of a goal. On time are those that were done by their day, of those that are done or whose
 * day is over: what is still to come is neither on time nor late.
 */
final class TaskCount {
  private final Goal goal;
  private final LocalDate today;
  private final List<PlannedTask> planned;
  private final List<GoalTask> tasks;

  TaskCount(Goal goal, Records records, LocalDate today) {
    this(
        goal,
        today,
        goal.tasks(),
        IntStream.rangeClosed(1, goal.tasks().size())
            .boxed()
            .flatMap(number -> records.find(GoalTask.key(goal.id(), number)).stream())
            .toList());
  }

  private TaskCount(Goal goal, LocalDate today, List<PlannedTask> planned, List<GoalTask> tasks) {
    this.goal = goal;
    this.today = today;
    this.planned = planned;
    this.tasks = tasks;
  }

  /** Those of a region. */
  TaskCount of(RegionCode region) {
    return new TaskCount(
        goal,
        today,
        planned.stream().filter(each -> each.owner().equals(region)).toList(),
        tasks.stream().filter(each -> each.owner().equals(region)).toList());
  }

  void into(Map<String, Sourced> numbers) {
    List<String> self = List.of(GoalTree.address(goal.id()));
    numbers.put("tasks", Sourced.of(planned.size(), self));
    numbers.put("tasksOnTimePercent", onTime(self));
  }

  private Sourced onTime(List<String> self) {
    if (planned.isEmpty()) {
      return Sourced.none(NoFigure.NO_TASKS, self);
    }
    if (tasks.isEmpty()) {
      return Sourced.none(
          goal.state() == GoalState.OPEN ? NoFigure.NOT_DECIDED : NoFigure.NOT_ADOPTED, self);
    }
    List<String> from = new ArrayList<>();
    long onTime = 0;
    for (GoalTask each : tasks) {
      if (each.done().isPresent() || each.due().isBefore(today)) {
        from.add("/goal-tasks/" + Ids.of(each.key()).replace(':', '/'));
        onTime += each.wasOnTime() ? 1 : 0;
      }
    }
    return from.isEmpty()
        ? Sourced.none(NoFigure.NOTHING_DUE, self)
        : Percent.of(BigDecimal.valueOf(onTime), BigDecimal.valueOf(from.size()), from);
  }
}
