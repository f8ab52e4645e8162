// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** Three provinces agree on targets; the ledger's clock stands on Monday 3 March 2025. */
class GoalTest {
  private static final RegionCode MONGOLIA = RegionsUnderTest.PROVINCE;
  private static final RegionCode BANNER = RegionsUnderTest.BANNER;
  private static final RegionCode BEIJING = TestLedger.BEIJING;
  private static final RegionCode HEBEI = new RegionCode("130000");

  /** Ten working days from Tuesday 4 March on. */
  private static final LocalDate EARLIEST = LocalDate.of(2025, 3, 17);

  private final RegionsUnderTest regions = new RegionsUnderTest();
  private final TestLedger ledger = regions.ledger;
  private final ParticipantId mongolia = regions.office;
  private final ParticipantId beijing = ledger.admit(BEIJING, Role.OFFICE);
  private final ParticipantId hebei;

  GoalTest() {
    regions.put(
        new Region(HEBEI, Name.of("河北省", "Hebei"), LocalDate.of(2020, 1, 1), Optional.empty()));
    hebei = ledger.admit(HEBEI, Role.OFFICE);
    regions.publishCriteria();
  }

  private static ProposedGoalTarget target(RegionCode region, String value) {
    return new ProposedGoalTarget(
        ExampleCriteria.VERIFIED_TONNES,
        Optional.empty(),
        Optional.of(region),
        Decimal.of(value),
        2026);
  }

  private static ProposeGoal targets(ProposedGoalTarget... targets) {
    return proposal(
        GoalKind.TARGETS, Optional.empty(), Optional.empty(), List.of(targets), List.of());
  }

  private static ProposeGoal proposal(
      GoalKind kind,
      Optional<InstructionId> assessment,
      Optional<InstructionId> revises,
      List<ProposedGoalTarget> targets,
      List<PlannedTask> tasks) {
    return new ProposeGoal(
        assessment,
        RegionsUnderTest.DOCUMENT,
        kind,
        EARLIEST,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        revises,
        targets.isEmpty() ? Optional.empty() : Optional.of(targets),
        tasks.isEmpty() ? Optional.empty() : Optional.of(tasks),
        Name.of("目标", "A goal"));
  }

  private static PlannedTask task(RegionCode owner) {
    return new PlannedTask(
        Optional.of(Fen.of(1_000_000)),
        LocalDate.of(2025, 10, 31),
        Optional.of(ExampleCriteria.TRAINED_PERSONS),
        owner,
        Name.of("培训", "Training"));
  }

  /** Of all three provinces. */
  private static ProposeGoal ofAll() {
    return targets(target(MONGOLIA, "100"), target(BEIJING, "10"), target(HEBEI, "30"));
  }

  private InstructionId propose(ProposeGoal proposal) {
    return ledger.apply(mongolia, proposal);
  }

  private Goal goal(InstructionId id) {
    return ledger.find(Goal.key(id)).orElseThrow();
  }

  private static VoteOnGoal vote(InstructionId goal, RegionCode region, GoalVote.Choice choice) {
    return new VoteOnGoal(choice, goal, Optional.of(Sha256.of("reason")), region);
  }

  private void yes(ParticipantId by, InstructionId goal, RegionCode region) {
    ledger.apply(by, vote(goal, region, GoalVote.Choice.YES));
  }

  private void no(ParticipantId by, InstructionId goal, RegionCode region) {
    ledger.apply(by, vote(goal, region, GoalVote.Choice.NO));
  }

  private void afterLastDay() {
    ledger.setTime(Instant.parse("2025-03-17T16:00:00Z"));
  }

  /** Has it decided; what is told of it before is what the decision meets. */
  private GoalState decided(InstructionId goal) {
    Optional<Obstacle> told = obstacle(goal);
    ledger.apply(mongolia, new DecideGoal(goal));
    GoalState state = goal(goal).state();
    if (state == GoalState.ADOPTED || state == GoalState.OVERTAKEN) {
      assertThat(told).isEqualTo(goal(goal).decision().orElseThrow().obstacle());
    }
    return state;
  }

  /** What would keep an open goal from coming into force. */
  private Optional<Obstacle> obstacle(InstructionId goal) {
    Records records =
        new Records() {
          @Override
          public <T extends LedgerRecord> Optional<T> find(Key<T> key) {
            assertThat(GoalChain.keys(goal(goal))).contains(key);
            return ledger.find(key);
          }
        };
    return GoalChain.of(records, goal(goal), BeijingTime.day(ledger.time())).obstacle();
  }

  /** Proposes and has all that are concerned say yes. */
  private InstructionId adopted(ProposeGoal proposal) {
    InstructionId id = propose(proposal);
    for (RegionCode voter : goal(id).voters()) {
      yes(voter.equals(HEBEI) ? hebei : voter.equals(BEIJING) ? beijing : mongolia, id, voter);
    }
    assertThat(decided(id)).isEqualTo(GoalState.ADOPTED);
    return id;
  }

  private String verdict(ParticipantId by, ProposeGoal proposal) {
    return regions.verdict(by, proposal);
  }

  private String verdict(ProposeGoal proposal) {
    return verdict(mongolia, proposal);
  }

  /** An assessment of a region's year as an assessor leaves it. */
  private Assessment assessment(RegionCode region, Assessment.ProposedTarget... proposals) {
    Assessment assessment =
        new Assessment(
            List.of(),
            Optional.empty(),
            LocalDate.of(2025, 3, 24),
            regions.assessor,
            ledger.time(),
            List.of(),
            1,
            RegionsUnderTest.DOCUMENT,
            TestLedger.newInstruction(),
            false,
            List.of(proposals),
            region,
            Optional.empty(),
            RegionsUnderTest.DOCUMENT,
            new Scorecard(
                Optional.empty(),
                Optional.empty(),
                Decimal.of("0"),
                List.of(),
                List.of(),
                Optional.empty()),
            Optional.empty(),
            RegionsUnderTest.YEAR);
    regions.put(assessment);
    return assessment;
  }

  private ProposeGoal revision(
      InstructionId revises, Assessment report, ProposedGoalTarget... targets) {
    return proposal(
        GoalKind.REVISION,
        Optional.of(report.id()),
        Optional.of(revises),
        List.of(targets),
        List.of());
  }

  private static ProposeGoal appeal(Assessment against) {
    return proposal(
        GoalKind.APPEAL, Optional.of(against.id()), Optional.empty(), List.of(), List.of());
  }

  private Optional<Decimal> inForce(RegionCode region) {
    return ledger
        .find(RegionTargets.key(region, 2026, false))
        .flatMap(found -> found.value(ExampleCriteria.VERIFIED_TONNES));
  }

  @Test
  void those_vote_whose_provinces_are_in_the_chain_and_the_tasks_and_who_proposes() {
    ProposeGoal proposal =
        proposal(
            GoalKind.TARGETS,
            Optional.empty(),
            Optional.empty(),
            List.of(target(MONGOLIA, "500"), target(BANNER, "10")),
            List.of(task(HEBEI)));
    InstructionId id = ledger.apply(beijing, proposal);
    Goal found = goal(id);
    assertThat(found.voters()).containsExactly(BEIJING, HEBEI, MONGOLIA);
    assertThat(found.state()).isEqualTo(GoalState.OPEN);
    assertThat(found.criteria()).contains(1);
    assertThat(found.practice()).isFalse();
    assertThat(found.targets().get(1).parent()).contains(MONGOLIA);
    assertThat(found.breaches())
        .singleElement()
        .satisfies(
            breach -> {
              assertThat(breach.kind()).isEqualTo(Breach.Kind.CHILDREN_BELOW_PARENT);
              assertThat(breach.children()).hasToString("10");
              assertThat(breach.parent()).hasToString("500");
            });
    // Nothing holds before it is decided.
    assertThat(ledger.records(RegionTargets.TYPE)).isEmpty();
    assertThat(ledger.records(GoalTask.TYPE)).isEmpty();
  }

  @Test
  void a_proposer_has_no_more_open_goals_than_is_allowed() {
    regions.put(new OpenGoals(mongolia, OpenGoals.OPEN_MOST - 1));
    InstructionId last = propose(targets(target(BANNER, "10")));
    assertThat(open(mongolia)).isEqualTo(OpenGoals.OPEN_MOST);
    assertThat(verdict(targets(target(MONGOLIA, "10")))).isEqualTo("TOO_MANY_GOALS");
    // Whoever has so many can appeal still, which is not counted, neither when it is decided.
    InstructionId appeal = propose(appeal(assessment(BANNER)));
    yes(regions.authority, appeal, RegionCode.NATION);
    assertThat(decided(appeal)).isEqualTo(GoalState.ADOPTED);
    assertThat(open(mongolia)).isEqualTo(OpenGoals.OPEN_MOST);
    // It is in nobody else's way, and a decision makes room, whatever it is.
    assertThat(verdict(beijing, targets(target(MONGOLIA, "10")))).isEqualTo("APPLIED");
    no(mongolia, last, MONGOLIA);
    assertThat(decided(last)).isEqualTo(GoalState.REJECTED);
    assertThat(open(mongolia)).isEqualTo(OpenGoals.OPEN_MOST - 1);
    assertThat(verdict(targets(target(MONGOLIA, "10")))).isEqualTo("APPLIED");
  }

  private int open(ParticipantId proposer) {
    return ledger.find(OpenGoals.key(proposer)).orElseThrow().open();
  }

  @Test
  void each_goal_is_counted_until_it_is_decided_whoever_asks_for_that() {
    InstructionId first = propose(targets(target(BEIJING, "10")));
    InstructionId second = propose(targets(target(BANNER, "10")));
    assertThat(open(mongolia)).isEqualTo(2);
    yes(mongolia, second, MONGOLIA);
    ledger.apply(regions.authority, new DecideGoal(second));
    assertThat(open(mongolia)).isEqualTo(1);
    afterLastDay();
    ledger.apply(beijing, new DecideGoal(first));
    assertThat(goal(first).state()).isEqualTo(GoalState.LAPSED);
    assertThat(open(mongolia)).isZero();
    assertThat(ledger.find(OpenGoals.key(beijing))).isEmpty();
  }

  @Test
  void a_plan_makes_no_voter() {
    ProposeGoal roadMap =
        Edited.with(
            Edited.with(
                proposal(
                    GoalKind.SHARED_DECISION,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(task(BANNER))),
                "/plans",
                "[{\"explicitness\":\"NONE\",\"region\":\"110000\"}]"),
            "/title/en",
            "\"A road map\"");
    assertThat(goal(propose(roadMap)).voters()).containsExactly(MONGOLIA);
  }

  @Test
  void the_authority_proposes_targets_of_the_nation_and_votes_on_them() {
    ProposeGoal ofNation = targets(target(RegionCode.NATION, "500"), target(BEIJING, "10"));
    assertThat(verdict(beijing, ofNation)).isEqualTo("NOT_ALLOWED");
    InstructionId id = ledger.apply(regions.authority, ofNation);
    assertThat(goal(id).voters()).containsExactly(RegionCode.NATION, BEIJING);
    assertThat(goal(id).targets().get(1).parent()).contains(RegionCode.NATION);
    yes(beijing, id, BEIJING);
    ledger.apply(regions.authority, vote(id, RegionCode.NATION, GoalVote.Choice.ABSTAIN));
    ledger.apply(beijing, new DecideGoal(id));
    // Beijing is for it and is bound; the nation is not.
    assertThat(goal(id).state()).isEqualTo(GoalState.ADOPTED);
    assertThat(goal(id).decision().orElseThrow().unbound()).containsExactly(RegionCode.NATION);
    assertThat(inForce(BEIJING)).contains(Decimal.of("10"));
    assertThat(inForce(RegionCode.NATION)).isEmpty();
  }

  @Test
  void the_authority_revises_the_targets_of_the_nation_on_the_report_of_any_province() {
    InstructionId first =
        ledger.apply(regions.authority, targets(target(RegionCode.NATION, "500")));
    yes(regions.authority, first, RegionCode.NATION);
    ledger.apply(regions.authority, new DecideGoal(first));
    ProposedGoalTarget more = target(RegionCode.NATION, "600");
    Assessment ofBanner = assessment(BANNER);
    Assessment ofProvince = assessment(MONGOLIA);
    assertThat(verdict(regions.authority, revision(first, ofBanner, more)))
        .isEqualTo("REVISION_NOT_OF_REPORT");
    assertThat(verdict(revision(first, ofProvince, more))).isEqualTo("REVISION_NOT_OF_REPORT");
    InstructionId second = ledger.apply(regions.authority, revision(first, ofProvince, more));
    yes(regions.authority, second, RegionCode.NATION);
    ledger.apply(regions.authority, new DecideGoal(second));
    assertThat(inForce(RegionCode.NATION)).contains(Decimal.of("600"));
    assertThat(goal(first).state()).isEqualTo(GoalState.SUPERSEDED);
  }

  @Test
  void where_no_province_is_concerned_the_authority_votes_for_the_nation() {
    InstructionId id = ledger.apply(regions.authority, targets(target(RegionCode.NATION, "500")));
    assertThat(goal(id).voters()).containsExactly(RegionCode.NATION);
    assertThat(regions.verdict(beijing, vote(id, RegionCode.NATION, GoalVote.Choice.YES)))
        .isEqualTo("NOT_ALLOWED");
    ledger.apply(regions.authority, vote(id, RegionCode.NATION, GoalVote.Choice.YES));
    ledger.apply(regions.authority, new DecideGoal(id));
    assertThat(goal(id).state()).isEqualTo(GoalState.ADOPTED);
    assertThat(inForce(RegionCode.NATION)).contains(Decimal.of("500"));
  }

  @Test
  void an_adopted_goal_is_in_force_with_its_tasks_and_keeps_dissent() {
    InstructionId id =
        propose(
            proposal(
                GoalKind.TARGETS,
                Optional.empty(),
                Optional.empty(),
                List.of(target(MONGOLIA, "100"), target(BANNER, "40"), target(BEIJING, "10")),
                List.of(task(HEBEI), task(BANNER))));
    yes(mongolia, id, MONGOLIA);
    yes(hebei, id, HEBEI);
    no(beijing, id, BEIJING);
    assertThat(decided(id)).isEqualTo(GoalState.ADOPTED);
    Goal.Decision decision = goal(id).decision().orElseThrow();
    assertThat(decision.yes()).containsExactly(HEBEI, MONGOLIA);
    assertThat(decision.no()).containsExactly(BEIJING);
    assertThat(decision.abstained()).isEmpty();
    assertThat(decision.by()).isEqualTo(mongolia);
    assertThat(decision.proposals()).isEmpty();
    // Who did not vote for it is not bound by it.
    assertThat(decision.unbound()).containsExactly(BEIJING);
    assertThat(inForce(BEIJING)).isEmpty();
    assertThat(inForce(MONGOLIA)).contains(Decimal.of("100"));
    assertThat(ledger.find(RegionTargets.key(MONGOLIA, 2026, false)).orElseThrow().children())
        .containsExactly(BANNER);
    GoalTask second = ledger.find(GoalTask.key(id, 2)).orElseThrow();
    assertThat(second.owner()).isEqualTo(BANNER);
    assertThat(second.done()).isEmpty();
    assertThat(second.from()).isEqualTo(regions.today());
    assertThat(second.budget()).contains(Fen.of(1_000_000));
    assertThat(ledger.find(GoalTask.key(id, 1)).orElseThrow().owner()).isEqualTo(HEBEI);
  }

  @Test
  void a_region_that_is_against_it_or_stays_away_is_not_bound_by_others() {
    InstructionId id =
        propose(
            proposal(
                GoalKind.TARGETS,
                Optional.empty(),
                Optional.empty(),
                List.of(target(MONGOLIA, "100"), target(BEIJING, "10")),
                List.of(task(HEBEI), task(MONGOLIA))));
    yes(mongolia, id, MONGOLIA);
    ledger.apply(beijing, vote(id, BEIJING, GoalVote.Choice.ABSTAIN));
    assertThat(verdictOf(id)).isEqualTo("CONSULTATION_NOT_OVER");
    afterLastDay();
    assertThat(decided(id)).isEqualTo(GoalState.ADOPTED);
    assertThat(goal(id).decision().orElseThrow().unbound()).containsExactly(BEIJING, HEBEI);
    assertThat(inForce(MONGOLIA)).contains(Decimal.of("100"));
    assertThat(inForce(BEIJING)).isEmpty();
    assertThat(ledger.find(GoalTask.key(id, 1))).isEmpty();
    assertThat(ledger.find(GoalTask.key(id, 2))).isPresent();
  }

  private String verdictOf(InstructionId goal) {
    return regions.verdict(mongolia, new DecideGoal(goal));
  }

  @Test
  void a_goal_for_which_none_of_those_is_that_it_would_bind_comes_to_nothing() {
    InstructionId id = propose(targets(target(BEIJING, "10")));
    yes(mongolia, id, MONGOLIA);
    assertThat(obstacle(id)).as("the capital has not voted").isEmpty();
    ledger.apply(beijing, vote(id, BEIJING, GoalVote.Choice.ABSTAIN));
    assertThat(obstacle(id)).contains(Obstacle.nobodyBound());
    assertThat(decided(id)).isEqualTo(GoalState.OVERTAKEN);
    assertThat(goal(id).decision().orElseThrow().obstacle()).contains(Obstacle.nobodyBound());
    assertThat(inForce(BEIJING)).isEmpty();
  }

  @Test
  void targets_whose_year_is_over_when_it_is_decided_do_not_come_into_force() {
    ProposedGoalTarget of2025 =
        new ProposedGoalTarget(
            ExampleCriteria.VERIFIED_TONNES,
            Optional.empty(),
            Optional.of(MONGOLIA),
            Decimal.of("1"),
            2025);
    InstructionId id = propose(targets(of2025, target(MONGOLIA, "100")));
    yes(mongolia, id, MONGOLIA);
    ledger.setTime(Instant.parse("2025-12-31T16:00:00Z"));
    assertThat(decided(id)).isEqualTo(GoalState.OVERTAKEN);
    Obstacle obstacle = goal(id).decision().orElseThrow().obstacle().orElseThrow();
    assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.YEAR_OVER);
    assertThat(obstacle.year()).contains(2025);
    assertThat(inForce(MONGOLIA)).isEmpty();
  }

  @Test
  void the_office_of_a_region_that_votes_has_it_decided_and_no_other() {
    InstructionId id = propose(targets(target(MONGOLIA, "100"), target(BEIJING, "10")));
    yes(mongolia, id, MONGOLIA);
    yes(beijing, id, BEIJING);
    assertThat(regions.verdict(hebei, new DecideGoal(id))).isEqualTo("NOT_ALLOWED");
    ledger.apply(beijing, new DecideGoal(id));
    assertThat(goal(id).decision().orElseThrow().by()).isEqualTo(beijing);
  }

  @Test
  void a_revision_whose_report_is_overturned_meanwhile_comes_to_nothing() {
    InstructionId first = adopted(targets(target(BANNER, "40")));
    Assessment report = assessment(BANNER);
    InstructionId late = propose(revision(first, report, target(BANNER, "50")));
    yes(mongolia, late, MONGOLIA);
    InstructionId appeal = TestLedger.newInstruction();
    regions.put(report.appealedBy(appeal).upheld());
    assertThat(decided(late)).isEqualTo(GoalState.OVERTAKEN);
    assertThat(goal(late).decision().orElseThrow().obstacle())
        .contains(Obstacle.overturnedBy(appeal));
    assertThat(inForce(BANNER)).contains(Decimal.of("40"));
  }

  @Test
  void what_is_for_practice_binds_nothing_that_counts() {
    RegionsUnderTest practising = new RegionsUnderTest();
    practising.publishCriteria(practising.today(), true);
    InstructionId id = practising.ledger.apply(practising.office, targets(target(BANNER, "40")));
    practising.ledger.apply(practising.office, vote(id, MONGOLIA, GoalVote.Choice.YES));
    practising.ledger.apply(practising.office, new DecideGoal(id));
    assertThat(practising.ledger.find(Goal.key(id)).orElseThrow().practice()).isTrue();
    assertThat(practising.ledger.find(RegionTargets.key(BANNER, 2026, false))).isEmpty();
    assertThat(practising.ledger.find(RegionTargets.key(BANNER, 2026, true))).isPresent();
    // Once real criteria hold, a goal for practice is in nobody's way and not revised.
    practising.publishCriteria(practising.today().plusDays(1), false);
    practising.ledger.advance(Duration.ofDays(1));
    Assessment real = assessment(BANNER);
    practising.put(real);
    ProposeGoal revision =
        Edited.with(revision(id, real, target(BANNER, "50")), "/lastDay", "\"2025-03-18\"");
    assertThat(practising.verdict(practising.office, revision)).isEqualTo("NOT_OF_PRACTICE");
    assertThat(
            practising.verdict(
                practising.office,
                Edited.with(targets(target(BANNER, "50")), "/lastDay", "\"2025-03-18\"")))
        .isEqualTo("APPLIED");
  }

  @Test
  void projects_for_practice_are_named_in_goals_for_practice_and_no_others() {
    Projects projects = new Projects();
    InstructionId real = projects.propose();
    InstructionId training =
        projects.ledger.apply(
            projects.owner,
            new ProposeProject(
                ExampleProject.BOUNDARY, projects.design(ExampleMethodology.training().version())));
    projects.ledger.apply(projects.authority, ExampleCriteria.of(regions.today(), true));
    assertThat(projects.verdict(projects.office, ofProject(real))).isEqualTo("NOT_OF_PRACTICE");
    assertThat(projects.verdict(projects.office, ofProject(training))).isEqualTo("APPLIED");
    projects.ledger.apply(
        projects.authority, ExampleCriteria.of(regions.today().plusDays(1), false));
    projects.ledger.advance(Duration.ofDays(1));
    assertThat(projects.verdict(projects.office, ofProject(training))).isEqualTo("NOT_OF_PRACTICE");
    assertThat(projects.verdict(projects.office, ofProject(real))).isEqualTo("APPLIED");
  }

  private static ProposeGoal ofProject(InstructionId project) {
    return Edited.with(
        targets(
            new ProposedGoalTarget(
                ExampleCriteria.VERIFIED_TONNES,
                Optional.of(project),
                Optional.empty(),
                Decimal.of("1"),
                2026)),
        "/lastDay",
        "\"2025-03-31\"");
  }

  @Test
  void a_goal_with_as_many_against_as_for_it_is_rejected() {
    InstructionId id = propose(ofAll());
    yes(mongolia, id, MONGOLIA);
    no(beijing, id, BEIJING);
    ledger.apply(hebei, vote(id, HEBEI, GoalVote.Choice.ABSTAIN));
    assertThat(decided(id)).isEqualTo(GoalState.REJECTED);
    assertThat(goal(id).decision().orElseThrow().abstained()).containsExactly(HEBEI);
    assertThat(inForce(MONGOLIA)).isEmpty();
    assertThat(regions.verdict(mongolia, new DecideGoal(id))).isEqualTo("WRONG_STATE");
  }

  @Test
  void without_two_thirds_a_goal_lapses_after_its_last_day() {
    InstructionId id = propose(ofAll());
    yes(mongolia, id, MONGOLIA);
    assertThat(regions.verdict(mongolia, new DecideGoal(id))).isEqualTo("CONSULTATION_NOT_OVER");
    afterLastDay();
    assertThat(decided(id)).isEqualTo(GoalState.LAPSED);
    assertThat(inForce(MONGOLIA)).isEmpty();
  }

  @Test
  void it_is_decided_early_only_when_no_vote_to_come_could_change_it() {
    InstructionId id = propose(ofAll());
    no(mongolia, id, MONGOLIA);
    no(hebei, id, HEBEI);
    // Two of three are against it.
    assertThat(decided(id)).isEqualTo(GoalState.REJECTED);
  }

  @Test
  void it_is_not_decided_early_while_a_vote_could_change_it() {
    InstructionId id = propose(ofAll());
    yes(mongolia, id, MONGOLIA);
    no(beijing, id, BEIJING);
    assertThat(regions.verdict(mongolia, new DecideGoal(id))).isEqualTo("CONSULTATION_NOT_OVER");
    yes(hebei, id, HEBEI);
    assertThat(decided(id)).isEqualTo(GoalState.ADOPTED);
  }

  @Test
  void it_is_not_decided_early_before_all_have_voted_whom_it_can_bind() {
    InstructionId id = propose(ofAll());
    yes(mongolia, id, MONGOLIA);
    yes(hebei, id, HEBEI);
    // Adopted whatever Beijing says, but whether Beijing is bound is not known.
    assertThat(verdictOf(id)).isEqualTo("CONSULTATION_NOT_OVER");
    yes(beijing, id, BEIJING);
    assertThat(decided(id)).isEqualTo(GoalState.ADOPTED);
    assertThat(goal(id).decision().orElseThrow().unbound()).isEmpty();
  }

  @Test
  void on_its_last_day_a_goal_still_takes_votes() {
    InstructionId id = propose(ofAll());
    ledger.setTime(Instant.parse("2025-03-17T15:59:59Z"));
    yes(mongolia, id, MONGOLIA);
    assertThat(regions.verdict(mongolia, new DecideGoal(id))).isEqualTo("CONSULTATION_NOT_OVER");
    afterLastDay();
    assertThat(regions.verdict(beijing, vote(id, BEIJING, GoalVote.Choice.YES)))
        .isEqualTo("CONSULTATION_OVER");
    assertThat(regions.verdict(beijing, comment(id))).isEqualTo("CONSULTATION_OVER");
  }

  @Test
  void only_the_proposer_a_voter_or_the_authority_has_it_decided() {
    InstructionId id = propose(targets(target(MONGOLIA, "100")));
    afterLastDay();
    assertThat(regions.verdict(beijing, new DecideGoal(id))).isEqualTo("NOT_ALLOWED");
    ledger.apply(regions.authority, new DecideGoal(id));
    assertThat(regions.verdict(mongolia, new DecideGoal(TestLedger.newInstruction())))
        .isEqualTo("UNKNOWN_GOAL");
  }

  @Test
  void a_region_votes_once_by_its_office_and_gives_a_reason_against() {
    InstructionId id = propose(targets(target(MONGOLIA, "100"), target(BEIJING, "10")));
    assertThat(regions.verdict(hebei, vote(id, HEBEI, GoalVote.Choice.YES)))
        .isEqualTo("REGION_NOT_CONCERNED");
    assertThat(regions.verdict(hebei, vote(id, BEIJING, GoalVote.Choice.YES)))
        .isEqualTo("NOT_ALLOWED");
    assertThat(regions.verdict(regions.authority, vote(id, BEIJING, GoalVote.Choice.YES)))
        .isEqualTo("NOT_ALLOWED");
    no(beijing, id, BEIJING);
    assertThat(regions.verdict(beijing, vote(id, BEIJING, GoalVote.Choice.YES)))
        .isEqualTo("ALREADY_VOTED");
    GoalVote vote = ledger.find(GoalVote.key(id, BEIJING)).orElseThrow();
    assertThat(vote.choice()).isEqualTo(GoalVote.Choice.NO);
    assertThat(vote.reason()).contains(Sha256.of("reason"));
    assertThat(vote.delegated()).isFalse();
    assertThat(
            regions.verdict(
                beijing, vote(TestLedger.newInstruction(), BEIJING, GoalVote.Choice.NO)))
        .isEqualTo("UNKNOWN_GOAL");
  }

  @Test
  void a_vote_after_the_decision_is_refused() {
    InstructionId id = propose(ofAll());
    no(mongolia, id, MONGOLIA);
    no(hebei, id, HEBEI);
    decided(id);
    assertThat(regions.verdict(beijing, vote(id, BEIJING, GoalVote.Choice.YES)))
        .isEqualTo("WRONG_STATE");
    assertThat(regions.verdict(beijing, comment(id))).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_delegate_by_mandate_votes_for_a_region_in_its_term() {
    InstructionId id = propose(targets(target(MONGOLIA, "100"), target(BEIJING, "10")));
    ParticipantId district = office(new RegionCode("110108"));
    mandate(BEIJING, district, LocalDate.of(2025, 3, 10));
    assertThat(regions.verdict(district, vote(id, BEIJING, GoalVote.Choice.YES)))
        .isEqualTo("NOT_ALLOWED");
    ledger.setTime(Instant.parse("2025-03-10T02:00:00Z"));
    yes(district, id, BEIJING);
    assertThat(ledger.find(GoalVote.key(id, BEIJING)).orElseThrow().delegated()).isTrue();
    assertThat(regions.verdict(beijing, vote(id, BEIJING, GoalVote.Choice.NO)))
        .isEqualTo("ALREADY_VOTED");
  }

  /** The office of a region that is not on the ledger yet. */
  private ParticipantId office(RegionCode region) {
    regions.put(
        new Region(region, Name.of("区", "A district"), LocalDate.of(2020, 1, 1), Optional.empty()));
    return ledger.admit(region, Role.OFFICE);
  }

  @Test
  void nobody_votes_for_a_province_in_which_it_is_not_registered() {
    InstructionId id = propose(targets(target(MONGOLIA, "100"), target(BEIJING, "10")));
    mandate(BEIJING, hebei, regions.today());
    mandate(MONGOLIA, regions.authority, regions.today());
    assertThat(regions.verdict(hebei, vote(id, BEIJING, GoalVote.Choice.YES)))
        .isEqualTo("NOT_ALLOWED");
    assertThat(regions.verdict(regions.authority, vote(id, MONGOLIA, GoalVote.Choice.YES)))
        .isEqualTo("NOT_ALLOWED");
    assertThat(ledger.records(GoalVote.TYPE)).isEmpty();
  }

  private void mandate(RegionCode region, ParticipantId delegate, LocalDate from) {
    ledger.apply(
        regions.authority,
        new AssignMandate(
            Optional.of(delegate),
            RegionsUnderTest.DOCUMENT,
            from,
            MandateFunction.CARBON_MANAGEMENT,
            Optional.empty(),
            0,
            region,
            Optional.empty()));
  }

  private static CommentOnGoal comment(InstructionId goal) {
    return new CommentOnGoal(Optional.empty(), goal, Sha256.of("comment"));
  }

  @Test
  void anybody_comments_and_an_office_passes_on_what_the_public_says() {
    InstructionId id = propose(ofAll());
    ParticipantId owner = ledger.admit(BANNER, Role.OWNER);
    CommentOnGoal ofPublic =
        new CommentOnGoal(Optional.of(GoalComment.Behalf.PUBLIC), id, Sha256.of("letter"));
    assertThat(regions.verdict(owner, ofPublic)).isEqualTo("NOT_ALLOWED");
    for (int i = 0; i < GoalCommentCount.OWN_MOST; i++) {
      ledger.apply(owner, comment(id));
    }
    assertThat(regions.verdict(owner, comment(id))).isEqualTo("TOO_MANY_GOAL_COMMENTS");
    InstructionId passed = ledger.apply(beijing, ofPublic);
    ledger.apply(beijing, comment(id));
    GoalComment found = ledger.find(GoalComment.key(id, passed)).orElseThrow();
    assertThat(found.behalf()).contains(GoalComment.Behalf.PUBLIC);
    assertThat(found.number()).isEqualTo(1);
    assertThat(ledger.records(GoalComment.TYPE)).hasSize(GoalCommentCount.OWN_MOST + 2);
    assertThat(regions.verdict(owner, comment(TestLedger.newInstruction())))
        .isEqualTo("UNKNOWN_GOAL");
  }

  @Test
  void what_an_office_passes_on_is_bounded_apart_from_its_own() {
    InstructionId id = propose(ofAll());
    regions.put(new GoalCommentCount(beijing, id, 0, GoalCommentCount.PASSED_ON_MOST));
    assertThat(
            regions.verdict(
                beijing,
                new CommentOnGoal(Optional.of(GoalComment.Behalf.PUBLIC), id, Sha256.of("letter"))))
        .isEqualTo("TOO_MANY_GOAL_COMMENTS");
    assertThat(regions.verdict(beijing, comment(id))).isEqualTo("APPLIED");
  }

  @Test
  void a_target_in_force_is_changed_by_a_revision_only() {
    InstructionId first = adopted(targets(target(MONGOLIA, "100"), target(BANNER, "40")));
    assertThat(verdict(targets(target(BANNER, "50")))).isEqualTo("TARGET_IN_FORCE");
    InstructionId other = adopted(targets(target(HEBEI, "30")));
    Assessment report = assessment(BANNER);
    assertThat(verdict(revision(first, report, target(HEBEI, "31")))).isEqualTo("TARGET_IN_FORCE");
    InstructionId second = adopted(revision(first, report, target(BANNER, "50")));
    assertThat(inForce(BANNER)).contains(Decimal.of("50"));
    assertThat(inForce(MONGOLIA)).contains(Decimal.of("100"));
    // Something of the first is still in force.
    assertThat(goal(first).state()).isEqualTo(GoalState.ADOPTED);
    InstructionId third = adopted(revision(first, report, target(MONGOLIA, "110")));
    assertThat(goal(first).state()).isEqualTo(GoalState.SUPERSEDED);
    assertThat(verdict(revision(first, report, target(MONGOLIA, "120")))).isEqualTo("WRONG_STATE");
    assertThat(List.of(second, third, other)).allMatch(id -> goal(id).state() == GoalState.ADOPTED);
    assertThat(goal(third).breaches())
        .singleElement()
        .satisfies(breach -> assertThat(breach.children()).hasToString("50"));
  }

  @Test
  void a_revision_says_how_much_of_the_report_it_adopted() {
    InstructionId first = adopted(targets(target(BANNER, "40")));
    IndicatorId tonnes = ExampleCriteria.VERIFIED_TONNES;
    Assessment report =
        assessment(
            BANNER,
            new Assessment.ProposedTarget(tonnes, Decimal.of("50.0"), 2026),
            new Assessment.ProposedTarget(tonnes, Decimal.of("60"), 2027),
            new Assessment.ProposedTarget(ExampleCriteria.TRAINED_PERSONS, Decimal.of("7"), 2026));
    ProposedGoalTarget later =
        new ProposedGoalTarget(
            tonnes, Optional.empty(), Optional.of(BANNER), Decimal.of("59"), 2027);
    Goal.Decision decision =
        goal(adopted(revision(first, report, target(BANNER, "50"), later)))
            .decision()
            .orElseThrow();
    assertThat(decision.proposals()).contains(3);
    assertThat(decision.proposalsAdopted()).contains(1);
  }

  @Test
  void a_revision_rests_on_a_report_about_the_goal_and_on_a_goal_in_force() {
    InstructionId first = adopted(targets(target(BANNER, "40")));
    ProposedGoalTarget more = target(BANNER, "50");
    assertThat(verdict(revision(first, assessment(HEBEI), more)))
        .isEqualTo("REVISION_NOT_OF_REPORT");
    Assessment overturned = assessment(BANNER).appealedBy(TestLedger.newInstruction()).upheld();
    regions.put(overturned);
    assertThat(verdict(revision(first, overturned, more))).isEqualTo("REVISION_NOT_OF_REPORT");
    Assessment report = assessment(MONGOLIA);
    assertThat(verdict(revision(TestLedger.newInstruction(), report, more)))
        .isEqualTo("UNKNOWN_GOAL");
    InstructionId open = propose(targets(target(HEBEI, "30")));
    assertThat(verdict(revision(open, assessment(HEBEI), target(HEBEI, "31"))))
        .isEqualTo("WRONG_STATE");
    assertThat(
            verdict(
                Edited.with(
                    revision(first, report, more),
                    "/assessment",
                    "\"" + TestLedger.newInstruction() + "\"")))
        .isEqualTo("UNKNOWN_ASSESSMENT");
    assertThat(verdict(revision(first, report, more))).isEqualTo("APPLIED");
  }

  @Test
  void a_goal_whose_targets_came_into_force_otherwise_meanwhile_is_overtaken() {
    InstructionId late = propose(targets(target(BANNER, "50"), target(HEBEI, "30")));
    InstructionId first = adopted(targets(target(BANNER, "40")));
    yes(mongolia, late, MONGOLIA);
    yes(hebei, late, HEBEI);
    assertThat(decided(late)).isEqualTo(GoalState.OVERTAKEN);
    Obstacle obstacle = goal(late).decision().orElseThrow().obstacle().orElseThrow();
    assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.TARGET_IN_FORCE);
    assertThat(obstacle.goal()).contains(first);
    assertThat(obstacle.region()).contains(BANNER);
    // Nothing of it holds.
    assertThat(inForce(HEBEI)).isEmpty();
    assertThat(inForce(BANNER)).contains(Decimal.of("40"));
  }

  @Test
  void a_revision_of_a_goal_that_another_revision_has_replaced_is_overtaken() {
    InstructionId first = adopted(targets(target(BANNER, "40")));
    Assessment report = assessment(BANNER);
    InstructionId late = propose(revision(first, report, target(BANNER, "45")));
    adopted(revision(first, report, target(BANNER, "50")));
    yes(mongolia, late, MONGOLIA);
    assertThat(decided(late)).isEqualTo(GoalState.OVERTAKEN);
    assertThat(goal(late).decision().orElseThrow().obstacle()).contains(Obstacle.notInForce(first));
    assertThat(inForce(BANNER)).contains(Decimal.of("50"));
  }

  @Test
  void those_who_agreed_on_the_targets_judge_an_appeal_without_the_parties_to_it() {
    InstructionId goal = TestLedger.newInstruction();
    regions.put(agreedBy(goal, BEIJING, HEBEI, MONGOLIA));
    regions.targets(BANNER, List.of(), RegionsUnderTest.target(goal, "VERIFIED_TONNES", "400"));
    Assessment report = assessment(BANNER);
    InstructionId appeal = propose(appeal(report));
    // The assessor is of Beijing.
    assertThat(goal(appeal).voters()).containsExactly(HEBEI);
    assertThat(ledger.find(Assessment.key(report.id())).orElseThrow().appeal()).contains(appeal);
    assertThat(verdict(appeal(report))).isEqualTo("ALREADY_APPEALED");
    yes(hebei, appeal, HEBEI);
    assertThat(decided(appeal)).isEqualTo(GoalState.ADOPTED);
    assertThat(ledger.find(Assessment.key(report.id())).orElseThrow().upheldBy()).contains(appeal);
  }

  @Test
  void an_appeal_that_is_rejected_leaves_the_assessment_as_it_is() {
    InstructionId goal = TestLedger.newInstruction();
    regions.put(agreedBy(goal, HEBEI, MONGOLIA));
    regions.targets(BANNER, List.of(), RegionsUnderTest.target(goal, "VERIFIED_TONNES", "400"));
    Assessment report = assessment(BANNER);
    InstructionId appeal = propose(appeal(report));
    no(hebei, appeal, HEBEI);
    assertThat(decided(appeal)).isEqualTo(GoalState.REJECTED);
    assertThat(ledger.find(Assessment.key(report.id())).orElseThrow().upheldBy()).isEmpty();
    assertThat(verdict(appeal(report))).isEqualTo("ALREADY_APPEALED");
  }

  @Test
  void where_nobody_else_agreed_on_the_targets_the_authority_judges_an_appeal() {
    Assessment report = assessment(BANNER);
    InstructionId appeal = propose(appeal(report));
    assertThat(goal(appeal).voters()).containsExactly(RegionCode.NATION);
    mandate(RegionCode.NATION, mongolia, LocalDate.of(2025, 3, 3));
    assertThat(regions.verdict(mongolia, vote(appeal, RegionCode.NATION, GoalVote.Choice.YES)))
        .isEqualTo("NOT_ALLOWED");
    // Nor does anybody else of the assessed province, or of the assessor's.
    mandate(RegionCode.NATION, office(new RegionCode("150400")), LocalDate.of(2025, 3, 4));
    mandate(RegionCode.NATION, beijing, LocalDate.of(2025, 3, 5));
    ledger.setTime(Instant.parse("2025-03-05T02:00:00Z"));
    assertThat(regions.verdict(beijing, vote(appeal, RegionCode.NATION, GoalVote.Choice.NO)))
        .isEqualTo("NOT_ALLOWED");
    yes(regions.authority, appeal, RegionCode.NATION);
    assertThat(decided(appeal)).isEqualTo(GoalState.ADOPTED);
  }

  @Test
  void an_appeal_is_by_the_office_of_the_assessed_region_and_in_time() {
    Assessment report = assessment(BANNER);
    assertThat(verdict(beijing, appeal(report))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(regions.authority, appeal(report))).isEqualTo("NOT_ALLOWED");
    ledger.setTime(Instant.parse("2025-03-24T16:00:00Z"));
    assertThat(verdict(Edited.with(appeal(report), "/lastDay", "\"2025-04-30\"")))
        .isEqualTo("APPEAL_OVER");
    ledger.setTime(Instant.parse("2025-03-24T15:00:00Z"));
    assertThat(verdict(Edited.with(appeal(report), "/lastDay", "\"2025-04-30\"")))
        .isEqualTo("APPLIED");
  }

  @Test
  void an_appeal_on_which_too_few_vote_leaves_room_for_another_while_it_is_in_time() {
    Assessment report = assessment(BANNER);
    InstructionId lapsed = propose(appeal(report));
    assertThat(verdict(appeal(report))).isEqualTo("ALREADY_APPEALED");
    afterLastDay();
    assertThat(decided(lapsed)).isEqualTo(GoalState.LAPSED);
    assertThat(ledger.find(Assessment.key(report.id())).orElseThrow().appeal()).isEmpty();
    ProposeGoal again = Edited.with(appeal(report), "/lastDay", "\"2025-04-30\"");
    InstructionId second = propose(again);
    assertThat(ledger.find(Assessment.key(report.id())).orElseThrow().appeal()).contains(second);
    ledger.setTime(Instant.parse("2025-04-30T16:00:00Z"));
    assertThat(decided(second)).isEqualTo(GoalState.LAPSED);
    assertThat(verdict(Edited.with(appeal(report), "/lastDay", "\"2025-05-30\"")))
        .isEqualTo("APPEAL_OVER");
  }

  @Test
  void a_region_with_an_office_of_its_own_appeals_itself() {
    Assessment report = assessment(BANNER);
    ParticipantId banner = ledger.admit(BANNER, Role.OFFICE);
    ledger.apply(
        mongolia,
        new AssignMandate(
            Optional.empty(),
            RegionsUnderTest.DOCUMENT,
            regions.today(),
            MandateFunction.CARBON_MANAGEMENT,
            Optional.of(banner),
            3,
            BANNER,
            Optional.empty()));
    assertThat(verdict(appeal(report))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(banner, appeal(report))).isEqualTo("APPLIED");
  }

  private Goal agreedBy(InstructionId id, RegionCode... voters) {
    return new Goal(
        Optional.empty(),
        ledger.time(),
        List.of(),
        mongolia,
        Optional.empty(),
        Optional.empty(),
        RegionsUnderTest.DOCUMENT,
        id,
        GoalKind.TARGETS,
        EARLIEST,
        List.of(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        GoalState.ADOPTED,
        List.of(),
        List.of(),
        Name.of("目标", "A goal"),
        List.of(voters));
  }

  @Test
  void each_kind_has_what_belongs_to_it() {
    String task =
        "[{\"due\":\"2025-10-31\",\"owner\":\"150000\",\"title\":{\"en\":\"T\",\"zh\":\"任务\"}}]";
    ProposeGoal plain =
        proposal(
            GoalKind.TARGETS,
            Optional.empty(),
            Optional.empty(),
            List.of(target(MONGOLIA, "1")),
            List.of(task(MONGOLIA)));
    assertThat(malformed(plain, "/kind", "\"ROADMAP\"")).contains("TARGETS and REVISION");
    assertThat(malformed(plain, "/targets", "[]")).contains("TARGETS and REVISION");
    assertThat(malformed(plain, "/revises", "\"" + TestLedger.newInstruction() + "\""))
        .contains("REVISION names");
    assertThat(malformed(plain, "/assessment", "\"" + TestLedger.newInstruction() + "\""))
        .contains("name an assessment");
    ProposeGoal shared =
        proposal(
            GoalKind.SHARED_DECISION,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(task(HEBEI)));
    assertThat(malformed(shared, "/tasks", "[]")).contains("SHARED_DECISION has tasks");
    assertThat(malformed(shared, "/kind", "\"ROADMAP\"")).contains("ROADMAP has milestones");
    assertThat(malformed(shared, "/kind", "\"PARTNERSHIP\"")).contains("PARTNERSHIP has partners");
    ProposeGoal appeal = appeal(assessment(BANNER));
    assertThat(malformed(appeal, "/tasks", task)).contains("nothing else");
    assertThat(goal(propose(shared)).voters()).containsExactly(HEBEI, MONGOLIA);
  }

  /** What is said of arguments that are not well formed. */
  private String malformed(ProposeGoal proposal, String pointer, String value) {
    return catchThrowableOfType(
            RegistryException.class, () -> Edited.with(proposal, pointer, value))
        .getMessage();
  }

  @Test
  void a_target_is_of_a_region_or_a_project_and_there_once() {
    ProposeGoal two = targets(target(MONGOLIA, "1"), target(BEIJING, "1"));
    assertThat(malformed(two, "/targets/1/region", "\"150000\"")).contains("twice");
    assertThat(malformed(two, "/targets/1/project", "\"" + TestLedger.newInstruction() + "\""))
        .contains("give one of the two");
    assertThat(malformed(two, "/targets/1/value", "\"-1\"")).contains("0 or more");
    assertThat(malformed(two, "/targets/1/value", "\"1000000000000\"")).contains("12 digits");
    assertThat(verdict(Edited.with(two, "/targets/1/value", "\"0\""))).isEqualTo("APPLIED");
  }

  @Test
  void what_a_goal_names_is_known() {
    ProposeGoal one = targets(target(MONGOLIA, "1"));
    assertThat(verdict(Edited.with(one, "/targets/0/region", "\"150900\"")))
        .isEqualTo("UNKNOWN_REGION");
    assertThat(verdict(Edited.with(one, "/targets/0/indicator", "\"SUNSHINE\"")))
        .isEqualTo("UNKNOWN_INDICATOR");
    String project = "\"" + TestLedger.newInstruction() + "\"";
    ProposeGoal ofProject =
        targets(
            new ProposedGoalTarget(
                ExampleCriteria.VERIFIED_TONNES,
                Optional.of(TestLedger.newInstruction()),
                Optional.empty(),
                Decimal.of("1"),
                2026));
    assertThat(verdict(ofProject)).isEqualTo("UNKNOWN_PROJECT");
    ProposeGoal partners =
        new ProposeGoal(
            Optional.empty(),
            RegionsUnderTest.DOCUMENT,
            GoalKind.PARTNERSHIP,
            EARLIEST,
            Optional.empty(),
            Optional.of(
                List.of(new GoalPartner(GoalPartner.Factor.INDUSTRY, mongolia, Optional.empty()))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Name.of("合作", "A partnership"));
    assertThat(verdict(Edited.with(partners, "/partners/0/project", project)))
        .isEqualTo("UNKNOWN_PROJECT");
    assertThat(
            verdict(Edited.with(partners, "/partners/0/participant", "\"" + ledger.newId() + "\"")))
        .isEqualTo("UNKNOWN_PARTICIPANT");
    assertThat(goal(propose(partners)).partners()).hasSize(1);
  }

  @Test
  void targets_need_criteria_and_a_year_that_is_not_over() {
    ProposeGoal one = targets(target(MONGOLIA, "1"));
    assertThat(verdict(Edited.with(one, "/targets/0/year", "2024"))).isEqualTo("TARGET_YEAR_OVER");
    assertThat(verdict(Edited.with(one, "/targets/0/year", "2025"))).isEqualTo("APPLIED");
    RegionsUnderTest bare = new RegionsUnderTest();
    assertThat(bare.verdict(bare.office, one)).isEqualTo("NO_CRITERIA");
  }

  @Test
  void a_consultation_has_its_working_days_and_no_more_than_a_year() {
    ProposeGoal one = targets(target(MONGOLIA, "1"));
    for (String early : List.of("2025-03-14", "2025-03-03", "2025-02-28")) {
      assertThat(verdict(Edited.with(one, "/lastDay", "\"" + early + "\"")))
          .as(early)
          .isEqualTo("BAD_GOAL_DAYS");
    }
    assertThat(verdict(Edited.with(one, "/lastDay", "\"2026-03-05\""))).isEqualTo("BAD_GOAL_DAYS");
    assertThat(verdict(Edited.with(one, "/lastDay", "\"2026-03-04\""))).isEqualTo("APPLIED");
    // A holiday moves the earliest last day.
    regions.put(
        new Calendar(
            RegionsUnderTest.DOCUMENT, List.of(LocalDate.of(2025, 3, 12)), List.of(), 2025));
    assertThat(verdict(one)).isEqualTo("BAD_GOAL_DAYS");
    ledger.setTime(Instant.parse("2025-12-29T02:00:00Z"));
    assertThat(verdict(Edited.with(one, "/lastDay", "\"2026-01-30\""))).isEqualTo("NO_CALENDAR");
  }

  @Test
  void what_is_due_is_due_after_the_consultation() {
    ProposeGoal shared =
        proposal(
            GoalKind.SHARED_DECISION,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(task(HEBEI)));
    assertThat(verdict(Edited.with(shared, "/tasks/0/due", "\"2025-03-17\"")))
        .isEqualTo("BAD_GOAL_DAYS");
    assertThat(verdict(Edited.with(shared, "/tasks/0/due", "\"2101-01-01\"")))
        .isEqualTo("BAD_GOAL_DAYS");
    assertThat(verdict(Edited.with(shared, "/tasks/0/due", "\"2025-03-18\""))).isEqualTo("APPLIED");
    assertThat(
            verdict(
                Edited.with(
                    shared,
                    "/milestones",
                    "[{\"due\":\"2025-03-17\",\"title\":{\"en\":\"M\",\"zh\":\"节点\"}}]")))
        .isEqualTo("BAD_GOAL_DAYS");
  }

  @Test
  void a_region_with_targets_for_as_many_indicators_as_can_be_takes_no_other() {
    List<RegionTargets.Target> full = new ArrayList<>();
    for (int i = 10; i < 10 + RegionTargets.TARGETS_MOST; i++) {
      full.add(RegionsUnderTest.target(TestLedger.newInstruction(), "X" + i, "1"));
    }
    regions.put(new RegionTargets(List.of(), false, Optional.empty(), MONGOLIA, full, 2026));
    assertThat(verdict(targets(target(MONGOLIA, "1")))).isEqualTo("TOO_MANY_TARGETS");
  }

  @Test
  void only_offices_and_the_authority_propose() {
    ParticipantId owner = ledger.admit(BANNER, Role.OWNER);
    assertThat(verdict(owner, ofAll())).isEqualTo("NOT_ALLOWED");
    assertThat(ledger.records(Goal.TYPE)).isEmpty();
  }

  @Test
  void a_refusal_says_in_both_languages_what_stands_in_the_way() {
    InstructionId first = adopted(targets(target(BANNER, "40")));
    InstructionId id = TestLedger.newInstruction();
    ledger.submit(ledger.sign(id, mongolia, targets(target(BANNER, "50"))));
    JournalEntry refused = ledger.journal(id);
    assertThat(refused.detail().orElseThrow())
        .isEqualTo("the target of 2026 for 152502 and VERIFIED_TONNES is that of " + first);
    assertThat(refused.detailZh().orElseThrow())
        .isEqualTo("2026 年 152502 的 VERIFIED_TONNES 目标由 " + first + " 设定");
  }

  /** A goal for as many banners as can be, each of which has other indicators already. */
  private ProposeGoal ofBanners(int others) {
    List<ProposedGoalTarget> targets = new ArrayList<>();
    for (int i = 0; i < Goal.TARGETS_MOST; i++) {
      String province = i < Goal.TARGETS_MOST / 2 ? "15" : "13";
      RegionCode region =
          new RegionCode(String.format("%s%02d%02d", province, 1 + i % 250 / 50, 1 + i % 50));
      List<RegionTargets.Target> found = new ArrayList<>();
      for (int other = 0; other < others; other++) {
        String id = String.format("INDICATOR_OF_ANOTHER_CRITERIA_VERSION_%02d", other);
        found.add(
            new RegionTargets.Target(
                Decimal.of("999999999999.999999999999"),
                Optional.of(TestLedger.newInstruction()),
                new IndicatorId(id),
                1_000,
                Optional.of(LocalDate.of(2025, 1, 1)),
                Optional.of(Decimal.of("999999999999.999999999999"))));
      }
      regions.put(
          new Region(region, Name.of("旗", "A banner"), LocalDate.of(2020, 1, 1), Optional.empty()),
          new RegionTargets(List.of(), false, Optional.empty(), region, found, 2026));
      targets.add(target(region, "999999999.1"));
    }
    return targets(targets.toArray(ProposedGoalTarget[]::new));
  }

  @Test
  void the_largest_goal_is_decided_within_one_transaction() {
    InstructionId id = adopted(ofBanners(30));
    assertThat(goal(id).targets()).hasSize(Goal.TARGETS_MOST);
    assertThat(goal(id).breaches()).isEmpty();
    assertThat(ledger.find(RegionTargets.key(new RegionCode("130501"), 2026, false)))
        .hasValueSatisfying(banner -> assertThat(banner.targets()).hasSize(31));
  }

  @Test
  void a_goal_that_no_transaction_could_write_is_refused_when_it_is_proposed() {
    assertThat(verdict(ofBanners(31))).isEqualTo("TOO_MANY_TARGETS");
  }
}
