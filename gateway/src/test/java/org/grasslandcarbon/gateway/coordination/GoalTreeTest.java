// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.DOCUMENT;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.OFFICE;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.computed;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.criteria;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.instruction;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.region;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.report;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.targets;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.value;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.grasslandcarbon.domain.coordination.Assessment;
import org.grasslandcarbon.domain.coordination.Breach;
import org.grasslandcarbon.domain.coordination.Direction;
import org.grasslandcarbon.domain.coordination.Goal;
import org.grasslandcarbon.domain.coordination.GoalKind;
import org.grasslandcarbon.domain.coordination.GoalState;
import org.grasslandcarbon.domain.coordination.GoalTarget;
import org.grasslandcarbon.domain.coordination.GoalTask;
import org.grasslandcarbon.domain.coordination.GoalVote;
import org.grasslandcarbon.domain.coordination.IndicatorGroup;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.LedgerIndicator;
import org.grasslandcarbon.domain.coordination.Obstacle;
import org.grasslandcarbon.domain.coordination.PlannedTask;
import org.grasslandcarbon.domain.coordination.RegionAssessments;
import org.grasslandcarbon.domain.coordination.RegionTargets;
import org.grasslandcarbon.domain.coordination.Scorecard;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoalTreeTest {
  private static final String NORTH = "150000";
  private static final String CAPITAL = "110000";
  private static final String LEAGUE = "152500";
  private static final int YEAR = 2024;
  private static final IndicatorId TONNES = new IndicatorId("VERIFIED_TONNES");
  private static final IndicatorId TRAINED = new IndicatorId("TRAINED_PERSONS");
  private static final int ADOPTED = 77;

  private JdbcConnectionPool pool;
  private RecordsUnderTest records;
  private GoalTree trees;
  private RegionLoop loops;

  @BeforeEach
  void project() {
    pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:"
                + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";DB_CLOSE_DELAY=-1",
            "sa",
            "");
    records = new RecordsUnderTest(pool);
    records.put(
        region(NORTH),
        region(CAPITAL),
        criteria(
            1,
            "2024-01-01",
            List.of(
                computed(
                    LedgerIndicator.OVERLOAD_PERCENT,
                    Direction.LOWER,
                    IndicatorGroup.ENVIRONMENT,
                    Optional.empty(),
                    200),
                computed(
                    LedgerIndicator.VERIFIED_TONNES,
                    Direction.HIGHER,
                    IndicatorGroup.RESOURCE,
                    Optional.empty(),
                    300))));
    Clock clock = clockAt("2025-03-03T02:00:00Z");
    trees = new GoalTree(records.reader(), clock);
    loops = new RegionLoop(records.reader(), clock);
  }

  private static Clock clockAt(String when) {
    return Clock.fixed(at(when), ZoneOffset.UTC);
  }

  @AfterEach
  void close() {
    pool.dispose();
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static GoalTarget target(String indicator, String region, String value, int year) {
    return new GoalTarget(
        new IndicatorId(indicator),
        Optional.empty(),
        Optional.empty(),
        new RegionCode(region),
        Decimal.of(value),
        year);
  }

  private static Optional<Goal.Decision> decided(String when) {
    return Optional.of(
        new Goal.Decision(
            List.of(),
            at(when),
            OFFICE,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()));
  }

  private static Optional<Goal.Decision> revised(String when, int proposals, int adopted) {
    return Optional.of(
        new Goal.Decision(
            List.of(),
            at(when),
            OFFICE,
            List.of(),
            Optional.empty(),
            Optional.of(proposals),
            Optional.of(adopted),
            List.of(),
            List.of()));
  }

  private static Goal goal(
      int number,
      GoalKind kind,
      GoalState state,
      String when,
      Optional<Goal.Decision> decision,
      GoalTarget... targets) {
    return goal(
        number,
        kind,
        state,
        when,
        decision,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        targets);
  }

  private static Goal goal(
      int number,
      GoalKind kind,
      GoalState state,
      String when,
      Optional<Goal.Decision> decision,
      Optional<InstructionId> assessment,
      Optional<InstructionId> revises,
      List<PlannedTask> tasks,
      GoalTarget... targets) {
    List<Breach> breaches =
        number == ADOPTED
            ? List.of(
                new Breach(
                    Decimal.of("750"),
                    TONNES,
                    Breach.Kind.CHILDREN_BELOW_PARENT,
                    Decimal.of("1000"),
                    2,
                    new RegionCode(NORTH),
                    YEAR))
            : List.of();
    return new Goal(
        assessment,
        at(when),
        breaches,
        OFFICE,
        Optional.of(1),
        decision,
        DOCUMENT,
        instruction(number),
        kind,
        LocalDate.parse("2024-11-20"),
        List.of(),
        List.of(),
        List.of(),
        false,
        revises,
        state,
        List.of(targets),
        tasks,
        Name.of("目标", "Goal"),
        List.of(
            new RegionCode(CAPITAL),
            new RegionCode("120000"),
            new RegionCode("130000"),
            new RegionCode(NORTH)));
  }

  private static GoalVote vote(int goal, String region, GoalVote.Choice choice) {
    return new GoalVote(
        at("2024-11-10T02:00:00Z"),
        OFFICE,
        choice,
        false,
        instruction(goal),
        Optional.of(DOCUMENT),
        new RegionCode(region));
  }

  private static PlannedTask task(String owner, String due) {
    return new PlannedTask(
        Optional.empty(),
        LocalDate.parse(due),
        Optional.empty(),
        new RegionCode(owner),
        Name.of("任务", "Task"));
  }

  private static GoalTask task(int number, PlannedTask planned, Optional<String> done) {
    return new GoalTask(
        Optional.empty(),
        done.map(
            day ->
                new GoalTask.Done(
                    at("2025-03-01T02:00:00Z"),
                    OFFICE,
                    LocalDate.parse(day),
                    DOCUMENT,
                    instruction(900 + number),
                    LocalDate.parse(day).isAfter(planned.due())
                        ? GoalTask.Timing.LATE
                        : GoalTask.Timing.ON_TIME)),
        planned.due(),
        LocalDate.parse("2024-11-21"),
        instruction(ADOPTED),
        Optional.empty(),
        number,
        planned.owner(),
        planned.title());
  }

  /** A province with two leagues that come to 750 of its 1,000; 4 voters, 4 tasks. */
  private void adopt() {
    List<PlannedTask> tasks =
        List.of(
            task(NORTH, "2025-01-31"),
            task(NORTH, "2025-02-10"),
            task(LEAGUE, "2025-02-20"),
            task(LEAGUE, "2025-12-31"));
    records.put(
        goal(
            ADOPTED,
            GoalKind.TARGETS,
            GoalState.ADOPTED,
            "2024-11-01T02:00:00Z",
            // In Beijing it is the 21st.
            decided("2024-11-20T16:30:00Z"),
            Optional.empty(),
            Optional.empty(),
            tasks,
            target("VERIFIED_TONNES", NORTH, "1000", YEAR),
            target("VERIFIED_TONNES", LEAGUE, "300", YEAR),
            target("VERIFIED_TONNES", "150400", "450", YEAR),
            target("OVERLOAD_PERCENT", NORTH, "10", YEAR)),
        vote(ADOPTED, CAPITAL, GoalVote.Choice.NO),
        vote(ADOPTED, "120000", GoalVote.Choice.YES),
        vote(ADOPTED, NORTH, GoalVote.Choice.YES),
        task(1, tasks.get(0), Optional.of("2025-01-31")),
        task(2, tasks.get(1), Optional.of("2025-02-11")),
        task(3, tasks.get(2), Optional.empty()),
        task(4, tasks.get(3), Optional.empty()),
        new RegionTargets(
            List.of(new RegionCode("150400"), new RegionCode(LEAGUE)),
            false,
            Optional.empty(),
            new RegionCode(NORTH),
            List.of(
                inForce("OVERLOAD_PERCENT", "10", "0", 0),
                inForce("VERIFIED_TONNES", "1000", "750", 2)),
            YEAR),
        targets(LEAGUE, YEAR, ADOPTED, "VERIFIED_TONNES", "300"),
        targets("150400", YEAR, ADOPTED, "VERIFIED_TONNES", "450"));
  }

  private static RegionTargets.Target inForce(
      String indicator, String value, String below, int parts) {
    return new RegionTargets.Target(
        Decimal.of(below),
        Optional.of(instruction(ADOPTED)),
        new IndicatorId(indicator),
        parts,
        Optional.of(LocalDate.of(YEAR, 1, 1)),
        Optional.of(Decimal.of(value)));
  }

  private GoalTree.Tree tree(int number) {
    return trees.tree(instruction(number)).orElseThrow();
  }

  /** While votes are taken: the last day is 20 November 2024. */
  private GoalTree.Tree inConsultation(int number) {
    return on("2024-11-15T02:00:00Z", number);
  }

  private GoalTree.Tree on(String when, int number) {
    return new GoalTree(records.reader(), clockAt(when)).tree(instruction(number)).orElseThrow();
  }

  private static Optional<Obstacle.Kind> obstacle(GoalTree.Tree tree) {
    return tree.obstacle().map(Obstacle::kind);
  }

  private static GoalTree.Link link(GoalTree.Tree tree, String region, String indicator) {
    return tree.targets().stream()
        .filter(each -> each.region().value().equals(region))
        .filter(each -> each.indicator().value().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  private static GoalTree.Place place(GoalTree.Tree tree, String region) {
    return tree.regions().stream()
        .filter(each -> each.region().value().equals(region))
        .findFirst()
        .orElseThrow();
  }

  /** A number, or why there is none. */
  private static String told(Map<String, Sourced> numbers, String name) {
    return told(numbers.get(name));
  }

  private static String told(Sourced number) {
    return number
        .value()
        .map(Figure::toString)
        .orElseGet(() -> number.missing().orElseThrow().name());
  }

  private static String address(int goal) {
    return "/goals/" + instruction(goal);
  }

  @Test
  void targets_are_told_with_their_share_of_the_one_above_and_what_those_below_come_to() {
    adopt();
    GoalTree.Tree tree = tree(ADOPTED);
    GoalTree.Link province = link(tree, NORTH, "VERIFIED_TONNES");
    assertThat(told(province.numbers(), "target")).isEqualTo("1000");
    assertThat(told(province.numbers(), "parent")).isEqualTo("NO_PARENT");
    assertThat(told(province.numbers(), "shareOfParentPercent")).isEqualTo("NO_PARENT");
    assertThat(told(province.numbers(), "below")).isEqualTo("750");
    assertThat(told(province.numbers(), "coveragePercent")).isEqualTo("75");
    assertThat(province.numbers().get("coveragePercent").from())
        .containsExactly(address(ADOPTED), "/region-targets/150000/2024/real");
    assertThat(province.breach().map(Breach::kind)).contains(Breach.Kind.CHILDREN_BELOW_PARENT);

    GoalTree.Link league = link(tree, LEAGUE, "VERIFIED_TONNES");
    assertThat(league.parentRegion()).contains(new RegionCode(NORTH));
    assertThat(told(league.numbers(), "parent")).isEqualTo("1000");
    assertThat(told(league.numbers(), "shareOfParentPercent")).isEqualTo("30");
    assertThat(told(league.numbers(), "coveragePercent")).isEqualTo("NO_PARTS");
    assertThat(told(link(tree, "150400", "VERIFIED_TONNES").numbers(), "shareOfParentPercent"))
        .isEqualTo("45");
    assertThat(league.breach()).isEmpty();

    GoalTree.Link overload = link(tree, NORTH, "OVERLOAD_PERCENT");
    assertThat(told(overload.numbers(), "coveragePercent")).isEqualTo("NOT_ADDED_UP");
    assertThat(told(overload.numbers(), "below")).isEqualTo("NOT_ADDED_UP");
  }

  @Test
  void votes_quorum_dissent_days_and_tasks_on_time_are_counted() {
    adopt();
    GoalTree.Tree tree = tree(ADOPTED);
    assertThat(told(tree.numbers(), "voters")).isEqualTo("4");
    assertThat(told(tree.numbers(), "quorum")).isEqualTo("3");
    assertThat(told(tree.numbers(), "votes")).isEqualTo("3");
    assertThat(told(tree.numbers(), "turnoutPercent")).isEqualTo("75");
    assertThat(told(tree.numbers(), "votesFor")).isEqualTo("2");
    assertThat(told(tree.numbers(), "votesAgainst")).isEqualTo("1");
    assertThat(told(tree.numbers(), "votesAbstaining")).isEqualTo("0");
    assertThat(tree.quorumReached()).isTrue();
    assertThat(tree.dissent()).containsExactly(new RegionCode(CAPITAL));
    assertThat(told(tree.numbers(), "daysToDecide")).isEqualTo("20");
    assertThat(told(tree.numbers(), "breaches")).isEqualTo("1");
    assertThat(told(tree.numbers(), "proposalsAdoptedPercent")).isEqualTo("NO_REPORT");
    // One of three that are done or due; the fourth is still to come.
    assertThat(told(tree.numbers(), "tasks")).isEqualTo("4");
    assertThat(told(tree.numbers(), "tasksOnTimePercent")).isEqualTo("33.33");
    assertThat(tree.numbers().get("tasksOnTimePercent").from())
        .containsExactly(
            "/goal-tasks/" + instruction(ADOPTED) + "/0001",
            "/goal-tasks/" + instruction(ADOPTED) + "/0002",
            "/goal-tasks/" + instruction(ADOPTED) + "/0003");
    assertThat(told(place(tree, NORTH).numbers(), "tasksOnTimePercent")).isEqualTo("50");
    assertThat(told(place(tree, LEAGUE).numbers(), "tasksOnTimePercent")).isEqualTo("0");
    assertThat(told(place(tree, CAPITAL).numbers(), "tasksOnTimePercent")).isEqualTo("NO_TASKS");
    assertThat(place(tree, CAPITAL).vote()).contains(GoalVote.Choice.NO);
    assertThat(place(tree, "130000").vote()).isEmpty();
    assertThat(place(tree, LEAGUE).voter()).isFalse();
    assertThat(told(place(tree, NORTH).numbers(), "targets")).isEqualTo("2");
  }

  @Test
  void an_open_goal_is_told_as_it_would_be_and_what_stands_in_its_way() {
    adopt();
    records.put(
        goal(
            78,
            GoalKind.TARGETS,
            GoalState.OPEN,
            "2025-02-01T02:00:00Z",
            Optional.empty(),
            target("VERIFIED_TONNES", "152502", "100", YEAR)),
        goal(
            79,
            GoalKind.TARGETS,
            GoalState.OPEN,
            "2025-02-01T02:00:00Z",
            Optional.empty(),
            target("VERIFIED_TONNES", LEAGUE, "500", YEAR)));
    GoalTree.Tree open = inConsultation(78);
    GoalTree.Link banner = link(open, "152502", "VERIFIED_TONNES");
    assertThat(banner.parentRegion()).contains(new RegionCode(LEAGUE));
    assertThat(told(banner.numbers(), "shareOfParentPercent")).isEqualTo("33.33");
    assertThat(banner.numbers().get("parent").from()).containsExactly(address(ADOPTED));
    assertThat(told(open.numbers(), "daysToDecide")).isEqualTo("NOT_DECIDED");
    assertThat(open.quorumReached()).isFalse();
    assertThat(open.obstacle()).isEmpty();

    GoalTree.Tree blocked = inConsultation(79);
    assertThat(obstacle(blocked)).contains(Obstacle.Kind.TARGET_IN_FORCE);
    assertThat(told(blocked.targets().get(0).numbers(), "coveragePercent"))
        .isEqualTo("NOT_IN_FORCE");
    assertThat(told(blocked.targets().get(0).numbers(), "target")).isEqualTo("500");
  }

  private static Goal proposed(int number, GoalTarget... targets) {
    return goal(
        number,
        GoalKind.TARGETS,
        GoalState.OPEN,
        "2024-11-01T02:00:00Z",
        Optional.empty(),
        targets);
  }

  @Test
  void an_open_goal_says_that_the_year_of_a_target_is_over() {
    records.put(
        proposed(
            78,
            target("VERIFIED_TONNES", NORTH, "100", YEAR),
            target("VERIFIED_TONNES", CAPITAL, "100", YEAR + 1)),
        vote(78, NORTH, GoalVote.Choice.YES),
        vote(78, CAPITAL, GoalVote.Choice.YES));
    assertThat(obstacle(on("2024-12-31T15:59:59Z", 78))).isEmpty();
    // In Beijing the year has begun.
    GoalTree.Tree late = on("2024-12-31T16:00:00Z", 78);
    assertThat(late.obstacle())
        .contains(
            new Obstacle(
                Optional.empty(),
                Optional.of(TONNES),
                Obstacle.Kind.YEAR_OVER,
                Optional.of(new RegionCode(NORTH)),
                Optional.of(YEAR)));
  }

  @Test
  void a_target_of_a_region_that_is_not_for_an_open_goal_is_in_nobodys_way() {
    records.put(
        proposed(
            78,
            target("VERIFIED_TONNES", NORTH, "100", YEAR),
            target("VERIFIED_TONNES", CAPITAL, "100", YEAR + 1)),
        vote(78, NORTH, GoalVote.Choice.NO),
        vote(78, CAPITAL, GoalVote.Choice.YES));
    GoalTree.Tree tree = on("2025-01-15T02:00:00Z", 78);
    assertThat(obstacle(tree)).isEmpty();
    assertThat(told(link(tree, NORTH, "VERIFIED_TONNES").numbers(), "parent"))
        .isEqualTo("NOT_IN_FORCE");
    assertThat(told(link(tree, CAPITAL, "VERIFIED_TONNES").numbers(), "parent"))
        .isEqualTo("NO_PARENT");
  }

  @Test
  void an_open_goal_says_that_it_would_bind_nobody() {
    records.put(
        proposed(
            78,
            target("VERIFIED_TONNES", NORTH, "100", YEAR),
            target("VERIFIED_TONNES", CAPITAL, "100", YEAR)),
        vote(78, NORTH, GoalVote.Choice.NO),
        vote(78, "120000", GoalVote.Choice.YES));
    // The capital can still vote for it, up to the end of the last day.
    assertThat(obstacle(inConsultation(78))).isEmpty();
    assertThat(obstacle(on("2024-11-20T15:59:59Z", 78))).isEmpty();
    assertThat(obstacle(on("2024-11-20T16:00:00Z", 78))).contains(Obstacle.Kind.NOBODY_BOUND);
    records.put(vote(78, CAPITAL, GoalVote.Choice.ABSTAIN));
    assertThat(obstacle(inConsultation(78))).contains(Obstacle.Kind.NOBODY_BOUND);
  }

  @Test
  void an_open_revision_says_that_the_report_on_which_it_rests_was_overturned() {
    adopt();
    records.put(
        assessment(
            5, "2024-11-01T02:00:00Z", Optional.of(instruction(82)), Optional.of(instruction(82))),
        goal(
            80,
            GoalKind.REVISION,
            GoalState.OPEN,
            "2024-11-05T02:00:00Z",
            Optional.empty(),
            Optional.of(instruction(5)),
            Optional.of(instruction(ADOPTED)),
            List.of(),
            target("VERIFIED_TONNES", LEAGUE, "550", YEAR)));
    assertThat(inConsultation(80).obstacle())
        .contains(
            new Obstacle(
                Optional.of(instruction(82)),
                Optional.empty(),
                Obstacle.Kind.REPORT_OVERTURNED,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void a_goal_is_told_with_those_that_it_revises_and_that_revise_it() {
    adopt();
    records.put(
        goal(
            80,
            GoalKind.REVISION,
            GoalState.OPEN,
            "2025-02-01T02:00:00Z",
            Optional.empty(),
            Optional.of(instruction(5)),
            Optional.of(instruction(ADOPTED)),
            List.of(),
            target("VERIFIED_TONNES", LEAGUE, "550", YEAR)),
        goal(
            81,
            GoalKind.REVISION,
            GoalState.REJECTED,
            "2025-02-02T02:00:00Z",
            decided("2025-02-10T02:00:00Z"),
            Optional.of(instruction(5)),
            Optional.of(instruction(80)),
            List.of(),
            target("VERIFIED_TONNES", LEAGUE, "600", YEAR)));
    assertThat(tree(80).versions())
        .extracting(GoalTree.Version::goal)
        .containsExactly(instruction(ADOPTED), instruction(80), instruction(81));
    // 550 beside the other league's 450: what the revision would make of it.
    assertThat(
            told(
                link(inConsultation(80), LEAGUE, "VERIFIED_TONNES").numbers(),
                "shareOfParentPercent"))
        .isEqualTo("55");
    assertThat(told(tree(80).numbers(), "proposalsAdoptedPercent")).isEqualTo("NOT_DECIDED");
    assertThat(told(tree(81).numbers(), "proposalsAdoptedPercent")).isEqualTo("NOT_ADOPTED");
    assertThat(told(tree(81).targets().get(0).numbers(), "shareOfParentPercent"))
        .isEqualTo("NOT_IN_FORCE");
  }

  @Test
  void what_is_no_goal_has_no_tree() {
    assertThat(trees.tree(instruction(1))).isEmpty();
  }

  private static Scorecard.IndicatorScore score(
      IndicatorId indicator, String target, String actual, String attainment, String gap) {
    return new Scorecard.IndicatorScore(
        Optional.of(Decimal.of(actual)),
        Optional.of(Decimal.of(attainment)),
        Optional.empty(),
        Optional.of(Figure.of(Decimal.of(gap))),
        Optional.of(instruction(ADOPTED)),
        indicator,
        Optional.empty(),
        Optional.empty(),
        Optional.of(Decimal.of(target)),
        Optional.of(LocalDate.of(YEAR, 1, 1)),
        Optional.empty(),
        Optional.empty(),
        100);
  }

  private static Assessment assessment(
      int number, String when, Optional<InstructionId> appeal, Optional<InstructionId> upheldBy) {
    return new Assessment(
        List.of(),
        appeal,
        LocalDate.parse("2025-02-28"),
        OFFICE,
        at(when),
        List.of(),
        1,
        DOCUMENT,
        instruction(number),
        false,
        List.of(
            new Assessment.ProposedTarget(TONNES, Decimal.of("1200"), YEAR + 1),
            new Assessment.ProposedTarget(TRAINED, Decimal.of("150"), YEAR + 1)),
        new RegionCode(NORTH),
        Optional.empty(),
        DOCUMENT,
        new Scorecard(
            Optional.empty(),
            Optional.empty(),
            Decimal.of("100"),
            List.of(),
            List.of(
                score(TRAINED, "100", "100", "1", "0"), score(TONNES, "1000", "600", "0.6", "40")),
            Optional.of(Decimal.of("80"))),
        upheldBy,
        YEAR);
  }

  private static RegionAssessments assessments(int... numbers) {
    return new RegionAssessments(
        Arrays.stream(numbers)
            .mapToObj(each -> new RegionAssessments.Made(instruction(each), OFFICE))
            .toList(),
        false,
        new RegionCode(NORTH),
        YEAR);
  }

  private RegionLoop.Loop loop(String region, int year) {
    return loops.loop(new RegionCode(region), year);
  }

  private static List<String> steps(RegionLoop.Round round) {
    return round.steps().stream()
        .map(
            each ->
                each.step() + each.day().map(day -> " " + day).orElse("") + " " + told(each.days()))
        .toList();
  }

  @Test
  void a_loop_is_told_from_the_gap_to_new_targets_with_the_days_of_each_step() {
    records.put(
        report(
            NORTH,
            YEAR,
            value("JOBS", "5", "2025-02-15"),
            value("TRAINED_PERSONS", "100", "2025-01-10")),
        assessments(5),
        assessment(5, "2025-02-01T02:00:00Z", Optional.of(instruction(82)), Optional.empty()),
        goal(
            80,
            GoalKind.TARGETS,
            GoalState.SUPERSEDED,
            "2024-11-01T02:00:00Z",
            decided("2024-11-20T02:00:00Z"),
            target("VERIFIED_TONNES", NORTH, "1000", YEAR + 1),
            target("TRAINED_PERSONS", NORTH, "100", YEAR + 1)),
        goal(
            82,
            GoalKind.APPEAL,
            GoalState.REJECTED,
            "2025-02-05T02:00:00Z",
            decided("2025-02-20T02:00:00Z"),
            Optional.of(instruction(5)),
            Optional.empty(),
            List.of()),
        goal(
            83,
            GoalKind.REVISION,
            GoalState.ADOPTED,
            "2025-02-25T02:00:00Z",
            revised("2025-03-02T02:00:00Z", 2, 1),
            Optional.of(instruction(5)),
            Optional.of(instruction(80)),
            List.of(),
            target("VERIFIED_TONNES", NORTH, "1200", YEAR + 1),
            target("TRAINED_PERSONS", NORTH, "100", YEAR + 1),
            target("VERIFIED_TONNES", LEAGUE, "300", YEAR + 1)));
    RegionLoop.Round round = loop(NORTH, YEAR).rounds().get(0);
    // What was reported after the assessment is no part of it.
    assertThat(steps(round))
        .containsExactly(
            "YEAR_OVER 2024-12-31 0",
            "REPORTED 2025-01-10 10",
            "ASSESSED 2025-02-01 22",
            "APPEALED 2025-02-05 4",
            "APPEAL_DECIDED 2025-02-20 15",
            "REVISION_PROPOSED 2025-02-25 24",
            "REVISED 2025-03-02 5");
    assertThat(round.closed()).isTrue();
    assertThat(round.standing()).isTrue();
    assertThat(told(round.daysInAll())).isEqualTo("61");
    assertThat(round.daysInAll().from())
        .containsExactly("/assessments/" + instruction(5), address(83));
    assertThat(round.gaps())
        .containsExactly(
            new RegionLoop.Gap(
                Optional.of(Decimal.of("600")),
                Optional.of(Figure.of(40)),
                Optional.of(address(ADOPTED)),
                TONNES,
                Optional.of(Decimal.of("1000"))));
    RegionLoop.Revision revision = round.revisions().get(0);
    assertThat(round.revisionsCount()).isEqualTo(1);
    assertThat(revision.changesCount()).isEqualTo(2);
    assertThat(revision.changes())
        .containsExactly(
            new RegionLoop.Change(
                Decimal.of("1200"),
                Optional.of(Decimal.of("1000")),
                TONNES,
                Optional.empty(),
                Optional.of(Decimal.of("1200")),
                new RegionCode(NORTH),
                YEAR + 1),
            new RegionLoop.Change(
                Decimal.of("300"),
                Optional.empty(),
                TONNES,
                Optional.empty(),
                Optional.empty(),
                new RegionCode(LEAGUE),
                YEAR + 1));
    assertThat(revision.from()).containsExactly(address(83), address(80));
    assertThat(told(revision.numbers(), "daysToPropose")).isEqualTo("24");
    assertThat(told(revision.numbers(), "daysToDecide")).isEqualTo("5");
    assertThat(told(revision.numbers(), "proposalsAdoptedPercent")).isEqualTo("50");
  }

  @Test
  void a_step_that_is_missing_says_why() {
    assertThat(steps(loop(CAPITAL, YEAR).rounds().get(0)))
        .containsExactly(
            "YEAR_OVER 2024-12-31 0",
            "REPORTED NOT_REPORTED",
            "ASSESSED NOT_ASSESSED",
            "APPEALED NOT_ASSESSED",
            "APPEAL_DECIDED NOT_ASSESSED",
            "REVISION_PROPOSED NOT_ASSESSED",
            "REVISED NOT_ASSESSED");
    assertThat(steps(loop(CAPITAL, YEAR + 1).rounds().get(0)))
        .startsWith("YEAR_OVER YEAR_NOT_OVER");

    records.put(
        assessments(5, 6),
        assessment(
            5, "2025-02-01T02:00:00Z", Optional.of(instruction(82)), Optional.of(instruction(82))),
        goal(
            82,
            GoalKind.APPEAL,
            GoalState.ADOPTED,
            "2025-02-05T02:00:00Z",
            decided("2025-02-20T02:00:00Z"),
            Optional.of(instruction(5)),
            Optional.empty(),
            List.of()),
        assessment(6, "2025-02-26T02:00:00Z", Optional.empty(), Optional.empty()));
    List<RegionLoop.Round> rounds = loop(NORTH, YEAR).rounds();
    assertThat(rounds).extracting(RegionLoop.Round::standing).containsExactly(false, true);
    assertThat(steps(rounds.get(0)))
        .endsWith(
            "APPEAL_DECIDED 2025-02-20 15",
            "REVISION_PROPOSED APPEAL_UPHELD",
            "REVISED APPEAL_UPHELD");
    assertThat(told(rounds.get(0).daysInAll())).isEqualTo("APPEAL_UPHELD");
    assertThat(steps(rounds.get(1)))
        .endsWith(
            "APPEALED NO_APPEAL",
            "APPEAL_DECIDED NO_APPEAL",
            "REVISION_PROPOSED NO_REVISION",
            "REVISED NO_REVISION");

    records.put(
        goal(
            83,
            GoalKind.REVISION,
            GoalState.REJECTED,
            "2025-02-27T02:00:00Z",
            decided("2025-03-02T02:00:00Z"),
            Optional.of(instruction(6)),
            Optional.of(instruction(80)),
            List.of(),
            target("VERIFIED_TONNES", NORTH, "1200", YEAR + 1)));
    RegionLoop.Round rejected = loop(NORTH, YEAR).rounds().get(1);
    assertThat(steps(rejected)).endsWith("REVISION_PROPOSED 2025-02-27 1", "REVISED NOT_ADOPTED");
    assertThat(rejected.closed()).isFalse();
    records.put(
        goal(
            84,
            GoalKind.REVISION,
            GoalState.OPEN,
            "2025-03-02T02:00:00Z",
            Optional.empty(),
            Optional.of(instruction(6)),
            Optional.of(instruction(80)),
            List.of(),
            target("VERIFIED_TONNES", NORTH, "1100", YEAR + 1)));
    assertThat(steps(loop(NORTH, YEAR).rounds().get(1))).endsWith("REVISED NOT_DECIDED");
  }
}
