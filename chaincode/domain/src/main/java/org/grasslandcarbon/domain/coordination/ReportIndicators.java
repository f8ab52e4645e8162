// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Reports what an office knows of a region's year and the ledger does not: values of indicators,
 * tasks of goals that are done, what stood in the way (LEDGER section 7). What was said first stays
 * on the ledger; what is said again is listed beside it. What is reported of a year whose criteria
 * are for practice is for practice only.
 *
 * @param barriers what stood in the way
 * @param region the region
 * @param tasks tasks that are done
 * @param values values of indicators
 * @param year the calendar year
 */
public record ReportIndicators(
    @Means(en = "What stood in the way", zh = "障碍") @Most(BARRIERS_MOST)
        Optional<List<BarrierReport>> barriers,
    @Means(en = "Region", zh = "地区") RegionCode region,
    @Means(en = "Tasks of its goals that are done", zh = "已完成的任务") @Most(TASKS_MOST)
        Optional<List<DoneTask>> tasks,
    @Means(en = "Values of indicators", zh = "指标值") @Most(Criteria.INDICATORS_MOST)
        Optional<List<Value>> values,
    @Means(en = "Calendar year", zh = "年度") @Least(YEAR_LEAST) @Most(9_999) int year)
    implements Action {

  /** Before any carbon market. */
  static final int YEAR_LEAST = 2000;

  /** More are a report of their own. */
  static final int BARRIERS_MOST = 20;

  /** All tasks that a goal can have. */
  static final int TASKS_MOST = 100;

  /**
   * The value of an indicator.
   *
   * @param evidence the digest of what shows it
   * @param indicator the indicator
   * @param value in the indicator's unit
   */
  public record Value(
      @Means(en = "SHA-256 of the evidence", zh = "证明文件的 SHA-256 摘要") Sha256 evidence,
      @Means(en = "Indicator", zh = "指标") IndicatorId indicator,
      @Means(en = "Value, in the indicator's unit", zh = "指标值（按指标单位）") Decimal value) {}

  /**
   * A task that is done.
   *
   * @param day when it was done
   * @param evidence the digest of what shows it
   * @param goal the goal
   * @param number of the task in the goal
   */
  public record DoneTask(
      @Means(en = "Day on which it was done", zh = "完成日期") LocalDate day,
      @Means(en = "SHA-256 of the evidence", zh = "证明文件的 SHA-256 摘要") Sha256 evidence,
      @Means(en = "Goal", zh = "目标编号") InstructionId goal,
      @Means(en = "Number of the task in the goal", zh = "任务序号") @Least(1) @Most(TASKS_MOST)
          int number) {}

  /**
   * Something that stood in the way.
   *
   * @param evidence the digest of what shows it
   * @param kind of what kind
   * @param severity from 1 to 5
   */
  public record BarrierReport(
      @Means(en = "SHA-256 of the evidence", zh = "证明文件的 SHA-256 摘要") Sha256 evidence,
      @Means(en = "Of what kind", zh = "障碍类型") BarrierKind kind,
      @Means(en = "From 1, a nuisance, to 5, nothing goes", zh = "严重程度（1 至 5）")
          @Least(1)
          @Most(IndicatorReport.Barrier.SEVERITY_MOST)
          int severity) {}

  /** The action. */
  public static final ActionType<ReportIndicators> TYPE =
      ActionType.of(
          "reportIndicators",
          "填报指标、任务完成情况和障碍",
          "Reports indicators, tasks done and barriers of a region's year",
          new ReportIndicators(
              Optional.of(
                  List.of(
                      new BarrierReport(
                          Sha256.of("memo on data that is not shared"), BarrierKind.DATA, 3))),
              new RegionCode("152502"),
              Optional.of(
                  List.of(
                      new DoneTask(
                          LocalDate.of(2025, 11, 3),
                          Sha256.of("report of acceptance"),
                          new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
                          1))),
              Optional.of(
                  List.of(
                      new Value(
                          Sha256.of("list of participants"),
                          ExampleCriteria.TRAINED_PERSONS,
                          Decimal.of("240")))),
              2025),
          EnumSet.of(Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_REGION,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.YEAR_NOT_BEGUN,
          ErrorCode.COMPUTED_INDICATOR,
          ErrorCode.NO_CRITERIA,
          ErrorCode.UNKNOWN_INDICATOR,
          ErrorCode.VALUE_OUT_OF_RANGE,
          ErrorCode.UNKNOWN_TASK,
          ErrorCode.TASK_DONE,
          ErrorCode.DAY_NOT_REACHED,
          ErrorCode.TASK_NOT_BEGUN,
          ErrorCode.NO_CALENDAR,
          ErrorCode.TOO_LARGE);

  public ReportIndicators {
    barriers = barriers.map(List::copyOf);
    tasks = tasks.map(List::copyOf);
    values = values.map(List::copyOf);
    Check.that(
        barriers.map(List::size).orElse(0)
                + tasks.map(List::size).orElse(0)
                + values.map(List::size).orElse(0)
            > 0,
        zh("填报须至少有一项指标值、任务或障碍").en("a report has a value, a task or a barrier"));
    Check.that(
        values.stream().flatMap(List::stream).map(Value::indicator).distinct().count()
            == values.map(List::size).orElse(0),
        zh("每项指标在一次填报中只能有一个值").en("an indicator has one value in a report"));
    Check.that(
        tasks.stream()
                .flatMap(List::stream)
                .map(each -> GoalTask.key(each.goal(), each.number()))
                .distinct()
                .count()
            == tasks.map(List::size).orElse(0),
        zh("每项任务在一次填报中只能出现一次").en("a task is reported once in a report"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.add(Region.key(region));
    named.add(CriteriaVersions.KEY);
    named.add(IndicatorReport.key(region, year, false));
    named.add(IndicatorReport.key(region, year, true));
    assessed().forEach(each -> named.add(RegionAssessments.key(each, year, false)));
    assessed().forEach(each -> named.add(RegionAssessments.key(each, year, true)));
    tasks.stream()
        .flatMap(List::stream)
        .forEach(each -> named.add(GoalTask.key(each.goal(), each.number())));
    return named;
  }

  /**
   * Which version it is depends on the day; there are few, and those of the year are asked for. And
   * the calendars by which a report of a task is in time.
   */
  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    CriteriaVersions versions = CriteriaVersions.of(records);
    List<Key<?>> following = new ArrayList<>(versions.keysOf(year));
    versions.practicesOf(year).stream()
        .flatMap(practice -> made(records, practice))
        .forEach(each -> following.add(Assessment.key(each)));
    tasks.stream()
        .flatMap(List::stream)
        .flatMap(each -> records.find(GoalTask.key(each.goal(), each.number())).stream())
        .flatMap(task -> Stream.of(task.due().getYear(), task.due().getYear() + 1))
        .distinct()
        .forEach(each -> following.add(Calendar.key(each)));
    return following;
  }

  @Override
  public void apply(Act act) {
    boolean regionIsValid =
        act.find(Region.key(region)).filter(found -> found.isValidOn(act.today())).isPresent();
    act.require(regionIsValid, ErrorCode.UNKNOWN_REGION, zh("行政区划代码 %s").en("region %s", region));
    act.require(
        act.actor().governs(region),
        ErrorCode.NOT_ALLOWED,
        zh("%s 不在您的管辖地区").en("%s is not of your region", region));
    act.require(
        year <= act.today().getYear(),
        ErrorCode.YEAR_NOT_BEGUN,
        zh("%s 年").en("the year %s", year));
    boolean practice = CriteriaVersions.of(act).isOfPractice(year, act.today());
    IndicatorReport before =
        act.find(IndicatorReport.key(region, year, practice))
            .orElseGet(() -> IndicatorReport.empty(region, year, practice));
    IndicatorReport after = withBarriers(act, withValues(act, before));
    List<GoalTask> done = doneTasks(act);

    if (!after.equals(before)) {
      act.write(after);
    }
    done.forEach(act::write);
    act.refer("indicator-report", region + "/" + year + "/" + Practice.part(practice));
    done.forEach(each -> act.refer("goal-task", each.address()));
  }

  private IndicatorReport withValues(Act act, IndicatorReport before) {
    List<Value> reported = values.orElse(List.of());
    for (int i = 0; i < reported.size(); i++) {
      requireReportable(act, i, reported.get(i));
    }
    IndicatorReport after = before;
    for (int i = 0; i < reported.size(); i++) {
      after = after.with(value(act, after, i, reported.get(i)));
    }
    act.require(
        after.values().size() <= IndicatorReport.VALUES_MOST,
        ErrorCode.TOO_LARGE,
        zh("%s 年最多 %s 项指标").en("of %s at most %s indicators", year, IndicatorReport.VALUES_MOST));
    return after;
  }

  private void requireReportable(Act act, int index, Value value) {
    IndicatorId indicator = value.indicator();
    Optional<Criteria> criteria = Criteria.of(act, year, act.today());
    Optional<Indicator> judged = criteria.flatMap(each -> each.find(indicator));
    act.require(
        judged.flatMap(Indicator::ledger).isEmpty() && LedgerIndicator.of(indicator).isEmpty(),
        ErrorCode.COMPUTED_INDICATOR,
        zh("values[%s].indicator：代码 %s").en("values[%s].indicator: the id %s", index, indicator));
    if (judged.isEmpty() && KnownIndicator.of(indicator).isEmpty()) {
      act.require(
          criteria.isPresent(),
          ErrorCode.NO_CRITERIA,
          zh("values[%s].indicator：代码 %s").en("values[%s].indicator: the id %s", index, indicator));
      act.require(
          false,
          ErrorCode.UNKNOWN_INDICATOR,
          zh("values[%s].indicator：%s；适用第 %s 版")
              .en(
                  "values[%s].indicator: %s; version %s applies",
                  index, indicator, criteria.map(Criteria::version).orElse(0)));
    }
    act.require(
        judged.filter(each -> !each.admits(value.value())).isEmpty()
            && KnownIndicator.of(indicator).filter(each -> !each.admits(value.value())).isEmpty(),
        ErrorCode.VALUE_OUT_OF_RANGE,
        zh("values[%s].value：%s 不能为 %s")
            .en("values[%s].value: %s cannot be %s", index, indicator, value.value()));
  }

  /** The region and those in which it lies; the nation is not assessed. */
  private Stream<RegionCode> assessed() {
    return Mandates.upwards(region).stream().filter(each -> !each.equals(RegionCode.NATION));
  }

  /** All assessments of the year of the region and of those in which it lies. */
  private Stream<InstructionId> made(Records records, boolean practice) {
    return assessed()
        .flatMap(each -> records.find(RegionAssessments.key(each, year, practice)).stream())
        .flatMap(each -> each.assessments().stream())
        .map(RegionAssessments.Made::assessment);
  }

  /**
   * Whether an assessment has judged the report as it stands: one of the region, or one of a region
   * above of whose targets its own are parts. Whoever sees a result could report what betters it;
   * such values are marked.
   */
  private boolean isAssessed(Act act, boolean practice) {
    return made(act, practice)
        .flatMap(id -> act.find(Assessment.key(id)).stream())
        .anyMatch(each -> each.judges(region));
  }

  private IndicatorReport.Reported value(Act act, IndicatorReport before, int index, Value value) {
    Optional<IndicatorReport.Reported> first = before.find(value.indicator());
    if (first.isEmpty()) {
      return new IndicatorReport.Reported(
          isAssessed(act, before.practice()),
          act.time(),
          act.actor().id(),
          value.evidence(),
          act.id(),
          value.indicator(),
          List.of(),
          value.value());
    }
    act.require(
        first.get().restated().size() < IndicatorReport.RESTATED_MOST,
        ErrorCode.TOO_LARGE,
        zh("values[%s].indicator：%s 已重报 %s 次")
            .en(
                "values[%s].indicator: %s was restated %s times",
                index, value.indicator(), IndicatorReport.RESTATED_MOST));
    return first
        .get()
        .with(
            new IndicatorReport.Restated(
                isAssessed(act, before.practice()),
                act.time(),
                act.actor().id(),
                value.evidence(),
                act.id(),
                value.value()));
  }

  private IndicatorReport withBarriers(Act act, IndicatorReport before) {
    IndicatorReport after = before;
    for (BarrierReport each : barriers.orElse(List.of())) {
      after =
          after.with(
              new IndicatorReport.Barrier(
                  act.time(),
                  act.actor().id(),
                  each.evidence(),
                  act.id(),
                  each.kind(),
                  each.severity()));
    }
    act.require(
        after.barriers().size() <= IndicatorReport.BARRIERS_MOST,
        ErrorCode.TOO_LARGE,
        zh("%s 年最多 %s 项障碍").en("of %s at most %s barriers", year, IndicatorReport.BARRIERS_MOST));
    return after;
  }

  private List<GoalTask> doneTasks(Act act) {
    List<GoalTask> done = new ArrayList<>();
    List<DoneTask> reported = tasks.orElse(List.of());
    for (int i = 0; i < reported.size(); i++) {
      done.add(doneTask(act, i, reported.get(i)));
    }
    return done;
  }

  private GoalTask doneTask(Act act, int index, DoneTask reported) {
    GoalTask task =
        act.must(GoalTask.key(reported.goal(), reported.number()), ErrorCode.UNKNOWN_TASK);
    act.require(
        region.contains(task.owner()),
        ErrorCode.NOT_ALLOWED,
        zh("tasks[%s]：该任务由 %s 负责").en("tasks[%s]: the task is that of %s", index, task.owner()));
    act.require(
        task.done().isEmpty(),
        ErrorCode.TASK_DONE,
        zh("tasks[%s]：已于 %s 完成")
            .en(
                "tasks[%s]: it was done on %s",
                index, task.done().map(GoalTask.Done::day).orElse(reported.day())));
    act.require(
        !reported.day().isAfter(act.today()),
        ErrorCode.DAY_NOT_REACHED,
        zh("tasks[%s].day：%s 晚于今日（%s）")
            .en("tasks[%s].day: %s is after today, %s", index, reported.day(), act.today()));
    act.require(
        !reported.day().isBefore(task.from()),
        ErrorCode.TASK_NOT_BEGUN,
        zh("tasks[%s].day：%s 早于目标决定之日（%s）")
            .en(
                "tasks[%s].day: %s is before the goal was decided, on %s",
                index, reported.day(), task.from()));
    return task.done(
        new GoalTask.Done(
            act.time(),
            act.actor().id(),
            reported.day(),
            reported.evidence(),
            act.id(),
            task.timing(act, reported.day(), act.today())));
  }
}
