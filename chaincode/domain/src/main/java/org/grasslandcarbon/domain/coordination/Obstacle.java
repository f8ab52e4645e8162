// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * Why a goal's targets cannot come into force: a proposal is refused for it, and a goal that met it
 * only after its proposal is overtaken.
 *
 * @param goal the goal that stands in the way, where one does; of an overturned report the appeal
 * @param indicator of the criteria, where it is one's target
 * @param kind what it is
 * @param region the region, where it is one's
 * @param year the calendar year, where it is a target's
 */
public record Obstacle(
    Optional<InstructionId> goal,
    Optional<IndicatorId> indicator,
    Kind kind,
    Optional<RegionCode> region,
    Optional<Integer> year) {

  /** What stands in the way. */
  public enum Kind {
    /** Another goal's target is in force there. */
    TARGET_IN_FORCE(ErrorCode.TARGET_IN_FORCE),
    /** The year of the target is over. */
    YEAR_OVER(ErrorCode.TARGET_YEAR_OVER),
    /** An appeal against the assessment on which the revision rests was upheld. */
    REPORT_OVERTURNED(ErrorCode.REVISION_NOT_OF_REPORT),
    /** No region that has a target by it voted for it. */
    NOBODY_BOUND(ErrorCode.WRONG_STATE),
    /** The goal that is to be revised is not in force any more. */
    GOAL_NOT_IN_FORCE(ErrorCode.WRONG_STATE),
    /** The region has targets for as many indicators as can be. */
    TOO_MANY_TARGETS(ErrorCode.TOO_MANY_TARGETS),
    /** Its regions have more targets together than one decision can write. */
    TOO_LARGE_TOGETHER(ErrorCode.TOO_MANY_TARGETS),
    /** As many regions as can be have the region as the nearest above. */
    TOO_MANY_CHILDREN(ErrorCode.TOO_MANY_TARGETS),
    /** The targets below the region add up to more than a number can be. */
    SUM_TOO_LARGE(ErrorCode.TOO_MANY_TARGETS);

    private final ErrorCode code;

    Kind(ErrorCode code) {
      this.code = code;
    }

    /** The code with which a proposal is refused. */
    ErrorCode code() {
      return code;
    }
  }

  /**
   * What would keep a goal that its votes adopt from coming into force.
   *
   * @param records with the goal that it revises and the assessment on which it rests, if any
   * @param bound its targets that hold where it is adopted: of regions that are for it
   * @param chain the chain with these in it
   * @param today the day in Beijing
   */
  static Optional<Obstacle> of(
      Records records, Goal goal, List<GoalTarget> bound, TargetChain chain, LocalDate today) {
    return goal.revises()
        .flatMap(id -> records.find(Goal.key(id)))
        .filter(revised -> revised.state() != GoalState.ADOPTED)
        .map(revised -> notInForce(revised.id()))
        .or(() -> overturned(records, goal))
        .or(() -> outOfTime(goal, bound, today))
        .or(chain::obstacle);
  }

  private static Optional<Obstacle> overturned(Records records, Goal goal) {
    return goal.assessment()
        .filter(any -> goal.kind() == GoalKind.REVISION)
        .flatMap(id -> records.find(Assessment.key(id)))
        .flatMap(Assessment::upheldBy)
        .map(Obstacle::overturnedBy);
  }

  /** Targets of a year that is over tell nobody what to do, and some region agrees to one. */
  private static Optional<Obstacle> outOfTime(Goal goal, List<GoalTarget> bound, LocalDate today) {
    if (bound.isEmpty() && !goal.targets().isEmpty()) {
      return Optional.of(nobodyBound());
    }
    return bound.stream()
        .filter(each -> each.year() < today.getYear())
        .findFirst()
        .map(Obstacle::yearOver);
  }

  /** That a goal is about too many targets at once, those of its regions that stand included. */
  static Obstacle tooLarge() {
    return new Obstacle(
        Optional.empty(),
        Optional.empty(),
        Kind.TOO_LARGE_TOGETHER,
        Optional.empty(),
        Optional.empty());
  }

  /** That the year of a target is over. */
  static Obstacle yearOver(GoalTarget target) {
    return new Obstacle(
        Optional.empty(),
        Optional.of(target.indicator()),
        Kind.YEAR_OVER,
        Optional.of(target.region()),
        Optional.of(target.year()));
  }

  /** That an appeal against the report was upheld. */
  static Obstacle overturnedBy(InstructionId appeal) {
    return new Obstacle(
        Optional.of(appeal),
        Optional.empty(),
        Kind.REPORT_OVERTURNED,
        Optional.empty(),
        Optional.empty());
  }

  /** That nobody who has a target by the goal is for it. */
  static Obstacle nobodyBound() {
    return new Obstacle(
        Optional.empty(), Optional.empty(), Kind.NOBODY_BOUND, Optional.empty(), Optional.empty());
  }

  /** That a goal that was to be revised does not hold any more. */
  static Obstacle notInForce(InstructionId goal) {
    return new Obstacle(
        Optional.of(goal),
        Optional.empty(),
        Kind.GOAL_NOT_IN_FORCE,
        Optional.empty(),
        Optional.empty());
  }

  /** For whoever proposed it. */
  Detail inWords() {
    String where = region.map(RegionCode::value).orElse("");
    String what = indicator.map(IndicatorId::value).orElse("");
    int of = year.orElse(0);
    return switch (kind) {
      case TARGET_IN_FORCE ->
          zh("%s 年 %s 的 %s 目标由 %s 设定")
              .en(
                  "the target of %1$s for %2$s and %3$s is that of %4$s",
                  of, where, what, goal.map(InstructionId::value).orElse(""));
      case YEAR_OVER ->
          zh("%s 年 %s 的 %s 目标，年度已经过去")
              .en("the year %1$s of the target for %2$s and %3$s is over", of, where, what);
      case REPORT_OVERTURNED ->
          zh("所依据的评估已被申诉 %s 推翻")
              .en(
                  "the appeal %s against the assessment was upheld",
                  goal.map(InstructionId::value).orElse(""));
      case NOBODY_BOUND -> zh("有目标值的地区均未赞成").en("no region that has a target by it voted for it");
      case GOAL_NOT_IN_FORCE ->
          zh("目标 %s 已不生效")
              .en("the goal %s is not in force", goal.map(InstructionId::value).orElse(""));
      case TOO_MANY_TARGETS ->
          zh("%s 在 %s 年至多 %s 项指标")
              .en("%s has in %s at most %s indicators", where, of, RegionTargets.TARGETS_MOST);
      case TOO_MANY_CHILDREN ->
          zh("%s 在 %s 年至多有 %s 个直接下级地区")
              .en(
                  "%s has in %s at most %s regions right below it",
                  where, of, RegionTargets.CHILDREN_MOST);
      case TOO_LARGE_TOGETHER ->
          zh("所涉地区的目标合计超过 %s 项；请分为几个目标提出")
              .en(
                  "its regions have more than %s targets together, propose it as several goals",
                  TargetChain.WRITTEN_MOST);
      case SUM_TOO_LARGE ->
          zh("%s 以下 %s 年的 %s 目标之和过大")
              .en("below %s the targets of %s for %s are too large together", where, of, what);
    };
  }
}
