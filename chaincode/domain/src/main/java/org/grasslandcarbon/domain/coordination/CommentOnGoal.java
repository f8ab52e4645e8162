// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Comments on a goal in consultation (LEDGER section 7; china-rules E7, E17). Anybody who is
 * admitted; the public through an office, which passes on the words and not the name.
 *
 * @param behalf for whom an office passes it on
 * @param goal the goal
 * @param text the digest of the words
 */
public record CommentOnGoal(
    @Means(en = "For whom an office passes it on", zh = "代谁转交（由主管部门转交时）")
        Optional<GoalComment.Behalf> behalf,
    @Means(en = "Goal", zh = "目标编号") InstructionId goal,
    @Means(en = "SHA-256 of the words", zh = "意见文本的 SHA-256 摘要") Sha256 text)
    implements Action {

  /** The action. */
  public static final ActionType<CommentOnGoal> TYPE =
      ActionType.of(
          "commentOnGoal",
          "对征求意见的目标提出意见",
          "Comments on a goal in consultation",
          new CommentOnGoal(
              Optional.of(GoalComment.Behalf.PUBLIC),
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              Sha256.of("comment on a goal")),
          ActionType.anyRole(),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_GOAL,
          ErrorCode.WRONG_STATE,
          ErrorCode.CONSULTATION_OVER,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.TOO_MANY_GOAL_COMMENTS);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Goal.key(goal), GoalCommentCount.key(goal, actor));
  }

  @Override
  public void apply(Act act) {
    Goal found = act.must(Goal.key(goal), ErrorCode.UNKNOWN_GOAL);
    found.requireInConsultation(act);
    act.require(
        behalf.isEmpty() || act.actor().is(Role.OFFICE),
        ErrorCode.NOT_ALLOWED,
        zh("只有主管部门才能转交公众的意见").en("only an office passes on what the public says"));
    ParticipantId by = act.actor().id();
    GoalCommentCount count = GoalCommentCount.of(act, goal, by);
    int most = behalf.isPresent() ? GoalCommentCount.PASSED_ON_MOST : GoalCommentCount.OWN_MOST;
    act.require(
        (behalf.isPresent() ? count.passedOn() : count.own()) < most,
        ErrorCode.TOO_MANY_GOAL_COMMENTS,
        zh("至多 %s 条").en("at most %s are taken", most));

    act.write(new GoalComment(act.time(), behalf, by, goal, act.id(), count.next(), text));
    act.write(behalf.isPresent() ? count.plusPassedOn() : count.plusOwn());
    act.refer("goalComment", goal + "/" + act.id());
  }
}
