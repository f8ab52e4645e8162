// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * A task as a goal proposes it. Its number is its place among the goal's tasks, from 1.
 *
 * @param budget what it may cost, in fen
 * @param due the last day on which it is on time
 * @param indicator the indicator that it serves
 * @param owner the region whose office answers for it
 * @param title what is to be done
 */
public record PlannedTask(
    @Means(en = "What it may cost, in fen", zh = "预算（分）") Optional<Fen> budget,
    @Means(en = "Last day on which it is on time", zh = "完成期限") LocalDate due,
    @Means(en = "Indicator that it serves", zh = "所服务的指标") Optional<IndicatorId> indicator,
    @Means(en = "Region whose office answers for it", zh = "责任地区") RegionCode owner,
    @Means(en = "What is to be done", zh = "任务内容") Name title) {

  /** The task, once its goal is adopted, on a day. */
  GoalTask of(Goal goal, int number, LocalDate decided) {
    return new GoalTask(
        budget, Optional.empty(), due, decided, goal.id(), indicator, number, owner, title);
  }
}
