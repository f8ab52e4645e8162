// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * What is proposed to the regions concerned, with what became of it.
 *
 * @param assessment the assessment on which a revision rests, or which an appeal is against
 * @param at transaction time of the proposal
 * @param breaches the targets that those below do not add up to, as of the proposal and from the
 *     decision on as of the decision
 * @param by who proposed it
 * @param criteria the version of the criteria whose indicators it names; absent where it has no
 *     targets
 * @param decision how it was decided
 * @param document the digest of the document
 * @param id the instruction
 * @param kind what it is
 * @param lastDay the last day on which it takes votes and comments
 * @param milestones the steps of a road map
 * @param partners who works together
 * @param plans how plainly the plans of regions speak
 * @param practice whether for practice only, as the criteria of the day were; of an appeal, as the
 *     assessment is
 * @param revises the goal that a revision is to replace
 * @param state where it stands
 * @param targets the links of the chain
 * @param tasks who does what until when, by number from 1
 * @param title zh and en
 * @param voters the provinces that vote; the nation where a target or task is its own, or where no
 *     province is concerned
 */
public record Goal(
    Optional<InstructionId> assessment,
    Instant at,
    @Most(BREACHES_MOST) List<Breach> breaches,
    ParticipantId by,
    Optional<Integer> criteria,
    Optional<Decision> decision,
    Sha256 document,
    InstructionId id,
    GoalKind kind,
    LocalDate lastDay,
    @Most(MILESTONES_MOST) List<Milestone> milestones,
    @Most(PARTNERS_MOST) List<GoalPartner> partners,
    @Most(PLANS_MOST) List<PlanStatement> plans,
    boolean practice,
    Optional<InstructionId> revises,
    GoalState state,
    @Most(TARGETS_MOST) List<GoalTarget> targets,
    @Most(TASKS_MOST) List<PlannedTask> tasks,
    Name title,
    @Most(VOTERS_MOST) List<RegionCode> voters)
    implements LedgerRecord {

  /** The type of goals. */
  public static final RecordType<Goal> TYPE =
      new RecordType<>("GOAL", Goal.class, Visibility.PUBLIC);

  /** Five indicators of a province with a hundred banners. */
  public static final int TARGETS_MOST = 500;

  /** A task a banner of a province. */
  public static final int TASKS_MOST = 100;

  /** One a quarter for twelve years. */
  public static final int MILESTONES_MOST = 50;

  /** All provinces and some leagues. */
  public static final int PLANS_MOST = 40;

  /** More than sit at one table. */
  public static final int PARTNERS_MOST = 50;

  /** All provinces, with room for those to come. */
  public static final int VOTERS_MOST = 40;

  /** Each target can be one itself and make one of the nearest above. */
  public static final int BREACHES_MOST = 2 * TARGETS_MOST;

  /**
   * How a goal was decided: by its votes, whoever asked for it.
   *
   * @param abstained the regions that abstained
   * @param at transaction time
   * @param by who asked for it
   * @param no the regions that voted against it: dissent that stays with it
   * @param obstacle what had overtaken it, where something had
   * @param proposals of a revision: how many targets the assessment proposed
   * @param proposalsAdopted of a revision: how many of those it adopted
   * @param unbound of an adopted goal: the regions that have targets or tasks by it and did not
   *     vote for it; theirs are not in force
   * @param yes the regions that voted for it
   */
  public record Decision(
      @Most(VOTERS_MOST) List<RegionCode> abstained,
      Instant at,
      ParticipantId by,
      @Most(VOTERS_MOST) List<RegionCode> no,
      Optional<Obstacle> obstacle,
      Optional<Integer> proposals,
      Optional<Integer> proposalsAdopted,
      @Most(VOTERS_MOST) List<RegionCode> unbound,
      @Most(VOTERS_MOST) List<RegionCode> yes) {
    public Decision {
      abstained = List.copyOf(abstained);
      no = List.copyOf(no);
      unbound = List.copyOf(unbound);
      yes = List.copyOf(yes);
    }

    /** The same, of a goal that came too late. */
    Decision overtakenBy(Obstacle what) {
      return new Decision(
          abstained, at, by, no, Optional.of(what), proposals, proposalsAdopted, unbound, yes);
    }

    /** The same, of an adopted goal: whom it does not bind. */
    Decision without(List<RegionCode> regions) {
      return new Decision(
          abstained, at, by, no, obstacle, proposals, proposalsAdopted, regions, yes);
    }

    /** The same, of a revision: how much of what the assessor proposed it has adopted. */
    Decision ofProposals(Assessment report, List<GoalTarget> adopted) {
      long taken =
          report.proposals().stream()
              .filter(
                  each ->
                      adopted.stream()
                          .anyMatch(
                              link ->
                                  link.project().isEmpty()
                                      && link.region().equals(report.region())
                                      && link.indicator().equals(each.indicator())
                                      && link.year() == each.year()
                                      && link.value().equals(each.value())))
              .count();
      return new Decision(
          abstained,
          at,
          by,
          no,
          obstacle,
          Optional.of(report.proposals().size()),
          Optional.of((int) taken),
          unbound,
          yes);
    }
  }

  public Goal {
    breaches = List.copyOf(breaches);
    milestones = List.copyOf(milestones);
    partners = List.copyOf(partners);
    plans = List.copyOf(plans);
    targets = List.copyOf(targets);
    tasks = List.copyOf(tasks);
    voters = List.copyOf(voters);
  }

  /** The key of a goal. */
  public static Key<Goal> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** How many of its voters must vote, whatever they say, for it not to lapse. */
  public int votesNeeded() {
    return Ballot.needed(voters.size());
  }

  /** The voters for which somebody may still vote on a day, itself or by mandate. */
  public List<RegionCode> votersWaitingFor(Records records, Actor actor, LocalDate today) {
    return VoteOnGoal.waiting(records, this, actor, today);
  }

  /** Whether it is open and its outcome can be asked for on a day. */
  public boolean canBeDecided(Records records, LocalDate today) {
    return state == GoalState.OPEN && Ballot.of(records, this).decides(this, today);
  }

  /** Whether a target of a region or of what lies in it is among its targets. */
  boolean hasTargetIn(RegionCode region) {
    return targets.stream().anyMatch(each -> region.contains(each.region()));
  }

  /** Whether the nation itself has a target by it. */
  boolean setsNation() {
    return targets.stream().anyMatch(each -> each.region().equals(RegionCode.NATION));
  }

  /** The provinces, and the nation, that have targets or tasks by it. */
  TreeSet<RegionCode> bound() {
    TreeSet<RegionCode> bound = new TreeSet<>();
    targets.forEach(each -> bound.add(each.region().province()));
    tasks.forEach(each -> bound.add(each.owner().province()));
    return bound;
  }

  /** Refuses votes and comments on a goal that is decided, or after its last day. */
  void requireInConsultation(Act act) {
    act.require(
        state == GoalState.OPEN, ErrorCode.WRONG_STATE, zh("目标状态为 %s").en("the goal is %s", state));
    act.require(
        !act.today().isAfter(lastDay),
        ErrorCode.CONSULTATION_OVER,
        zh("末日为北京时间 %s").en("its last day was %s, Beijing time", lastDay));
  }

  /** The same, decided. */
  Goal decided(GoalState how, Decision decision, List<GoalTarget> links, List<Breach> listed) {
    return changed(listed, Optional.of(decision), how, links);
  }

  /** The same, of whose targets none holds any more. */
  Goal superseded() {
    return changed(breaches, decision, GoalState.SUPERSEDED, targets);
  }

  private Goal changed(
      List<Breach> listed, Optional<Decision> decided, GoalState stands, List<GoalTarget> links) {
    return new Goal(
        assessment,
        at,
        listed,
        by,
        criteria,
        decided,
        document,
        id,
        kind,
        lastDay,
        milestones,
        partners,
        plans,
        practice,
        revises,
        stands,
        links,
        tasks,
        title,
        voters);
  }

  @Override
  public Key<Goal> key() {
    return key(id);
  }
}
