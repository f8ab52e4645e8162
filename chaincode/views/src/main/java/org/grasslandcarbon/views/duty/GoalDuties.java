// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.DecideGoal;
import org.grasslandcarbon.domain.coordination.Goal;
import org.grasslandcarbon.domain.coordination.GoalState;
import org.grasslandcarbon.domain.coordination.VoteOnGoal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.views.GoalViews;
import tools.jackson.databind.JsonNode;

/** Goals that wait for votes, and for their decision. */
final class GoalDuties {
  static final List<Duty> ALL =
      List.of(
          Duty.of(
                  VoteOnGoal.TYPE,
                  GoalViews.GOALS,
                  "征求意见的目标，待本地区表决",
                  "A goal in consultation: the region is to vote")
              .where("state", GoalState.OPEN)
              .when(GoalDuties::takesVotes)
              .ofAny(GoalDuties::mayVote)
              .since("/at")
              .due("/lastDay"),
          Duty.of(
                  DecideGoal.TYPE,
                  GoalViews.GOALS,
                  "表决结果已定的目标，待提请决定",
                  "A goal whose votes are settled: its decision is to be asked for")
              .where("state", GoalState.OPEN)
              .when(GoalDuties::canBeDecided)
              .ofNamed(item -> Duty.text(item, "/by"))
              .ofAny(GoalDuties::mayDecide));

  private GoalDuties() {}

  private static Optional<Goal> goal(JsonNode item, Facts facts) {
    return facts.find(Goal.key(new InstructionId(item.path("id").asString())));
  }

  /** Whoever has not voted by the last day cannot any more, and is late with nothing. */
  private static boolean takesVotes(JsonNode item, Facts facts) {
    return !facts.today().isAfter(LocalDate.parse(item.path("lastDay").asString()));
  }

  private static boolean mayVote(JsonNode item, Facts facts) {
    return goal(item, facts)
        .filter(each -> !each.votersWaitingFor(facts, facts.caller(), facts.today()).isEmpty())
        .isPresent();
  }

  private static boolean canBeDecided(JsonNode item, Facts facts) {
    return goal(item, facts).filter(each -> each.canBeDecided(facts, facts.today())).isPresent();
  }

  /** The proposer; the authority may as well. */
  private static boolean mayDecide(JsonNode item, Facts facts) {
    return facts.caller().is(Role.AUTHORITY)
        || Duty.text(item, "/by").equals(Optional.of(facts.caller().id().value()));
  }
}
