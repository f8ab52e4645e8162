// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Votes on a goal for a region, once and for good (LEDGER section 7; china-rules E7, E17): by the
 * province's own office, or by one registered in the province whom its mandate for the management
 * of carbon sinks names. For the nation votes the authority, or whom the nation's mandate names;
 * the authority votes for no province, and on an appeal nobody of the provinces whose case it is.
 *
 * @param choice for it, against it, or neither
 * @param goal the goal
 * @param reason the document that says why; whoever is against it gives one
 * @param region the province for which it is, or {@code 000000}
 */
public record VoteOnGoal(
    @Means(en = "For it, against it, or neither", zh = "赞成、反对或弃权") GoalVote.Choice choice,
    @Means(en = "Goal", zh = "目标编号") InstructionId goal,
    @Means(en = "SHA-256 of the reason; a vote against needs one", zh = "理由文件的 SHA-256 摘要（反对时必填）")
        Optional<Sha256> reason,
    @Means(en = "Province for which it is; 000000 for the nation", zh = "所代表的省级地区；全国为 000000")
        RegionCode region)
    implements Action {

  /** The action. */
  public static final ActionType<VoteOnGoal> TYPE =
      ActionType.of(
          "voteOnGoal",
          "对征求意见的目标表决",
          "Votes on a goal for a region",
          new VoteOnGoal(
              GoalVote.Choice.NO,
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              Optional.of(Sha256.of("reason of a vote")),
              new RegionCode("150000")),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_GOAL,
          ErrorCode.REGION_NOT_CONCERNED,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.ALREADY_VOTED,
          ErrorCode.WRONG_STATE,
          ErrorCode.CONSULTATION_OVER);

  public VoteOnGoal {
    Check.that(
        choice != GoalVote.Choice.NO || reason.isPresent(),
        zh("反对须说明理由（reason）").en("a vote against says why, in reason"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Goal.key(goal),
        GoalVote.key(goal, region),
        Mandate.key(region, MandateFunction.CARBON_MANAGEMENT));
  }

  /** The assessment of an appeal. */
  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return against(records).<Key<?>>map(Assessment::key).stream().toList();
  }

  /** Whose case it is. */
  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return against(records)
        .flatMap(id -> records.find(Assessment.key(id)))
        .<Key<?>>map(each -> Participant.key(each.assessor()))
        .stream()
        .toList();
  }

  private Optional<InstructionId> against(Records records) {
    return records
        .find(Goal.key(goal))
        .filter(each -> each.kind() == GoalKind.APPEAL)
        .flatMap(Goal::assessment);
  }

  @Override
  public void apply(Act act) {
    Goal found = act.must(Goal.key(goal), ErrorCode.UNKNOWN_GOAL);
    Actor actor = act.actor();
    act.require(
        found.voters().contains(region),
        ErrorCode.REGION_NOT_CONCERNED,
        zh("表决地区为 %s").en("the regions that vote are %s", found.voters()));
    boolean itself = isOffice(actor, region);
    act.require(
        itself || isMandated(act, actor, region, act.today()),
        ErrorCode.NOT_ALLOWED,
        zh("%s 由其主管部门或登记在该地区、负责其碳汇管理职能的机构表决")
            .en(
                "for %s votes its office, or one registered there whom its mandate for carbon sinks names",
                region));
    act.require(
        found.kind() != GoalKind.APPEAL || !found.by().equals(actor.id()),
        ErrorCode.NOT_ALLOWED,
        zh("申诉方不得对自己的申诉表决").en("nobody votes on an appeal of its own"));
    requireNoParty(act);
    act.require(
        act.find(GoalVote.key(goal, region)).isEmpty(),
        ErrorCode.ALREADY_VOTED,
        zh("%s 已表决").en("%s has voted", region));
    found.requireInConsultation(act);

    act.write(new GoalVote(act.time(), actor.id(), choice, !itself, goal, reason, region));
    act.refer("goalVote", goal + "/" + region);
  }

  /** On an appeal nobody votes whose province was assessed or has assessed. */
  private void requireNoParty(Act act) {
    Optional<InstructionId> against = against(act);
    if (against.isEmpty() || act.actor().is(Role.AUTHORITY)) {
      return;
    }
    RegionCode own = act.actor().region().province();
    Assessment assessment =
        act.must(Assessment.key(against.orElseThrow()), ErrorCode.UNKNOWN_ASSESSMENT);
    act.require(
        !new Appeal(assessment).parties(act).contains(own),
        ErrorCode.NOT_ALLOWED,
        zh("申诉涉及 %s，该地区的机构不得表决")
            .en("the appeal is a case of %s, from where nobody votes on it", own));
  }

  /**
   * The regions for which somebody may still vote on a day. Who is party to an appeal is of none of
   * the regions that vote on it.
   */
  static List<RegionCode> waiting(Records records, Goal goal, Actor actor, LocalDate today) {
    boolean takesVotes = goal.state() == GoalState.OPEN && !today.isAfter(goal.lastDay());
    boolean isOwnAppeal = goal.kind() == GoalKind.APPEAL && goal.by().equals(actor.id());
    if (!takesVotes || isOwnAppeal) {
      return List.of();
    }
    return goal.voters().stream()
        .filter(each -> isOffice(actor, each) || isMandated(records, actor, each, today))
        .filter(each -> records.find(GoalVote.key(goal.id(), each)).isEmpty())
        .toList();
  }

  private static boolean isOffice(Actor actor, RegionCode region) {
    return region.equals(RegionCode.NATION)
        ? actor.is(Role.AUTHORITY)
        : actor.is(Role.OFFICE) && actor.region().equals(region);
  }

  /** Whoever is registered in one province acts for no other, and the authority for none. */
  private static boolean isMandated(
      Records records, Actor actor, RegionCode region, LocalDate today) {
    if (actor.is(Role.AUTHORITY) || !region.contains(actor.region())) {
      return false;
    }
    return records
        .find(Mandate.key(region, MandateFunction.CARBON_MANAGEMENT))
        .flatMap(mandate -> mandate.termOn(today))
        .filter(term -> term.isActedBy(actor.id()))
        .isPresent();
  }
}
