// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * The votes on a goal as they stand, and what follows from them: the outcome is computed, and
 * whoever asks for the decision chooses neither it nor a moment at which it would be another.
 *
 * @param voters how many may vote
 * @param yes the regions for it
 * @param no the regions against it
 * @param abstained the regions that voted for neither
 */
record Ballot(int voters, List<RegionCode> yes, List<RegionCode> no, List<RegionCode> abstained) {

  /** Two of three voters must vote, whatever they say. */
  private static final int QUORUM_OF = 3;

  private static final int QUORUM = 2;

  Ballot {
    yes = List.copyOf(yes);
    no = List.copyOf(no);
    abstained = List.copyOf(abstained);
  }

  /** The votes that are on the ledger. */
  static Ballot of(Records records, Goal goal) {
    return new Ballot(
        goal.voters().size(),
        regions(records, goal, GoalVote.Choice.YES),
        regions(records, goal, GoalVote.Choice.NO),
        regions(records, goal, GoalVote.Choice.ABSTAIN));
  }

  private static List<RegionCode> regions(Records records, Goal goal, GoalVote.Choice choice) {
    return goal.voters().stream()
        .filter(
            each ->
                records
                    .find(GoalVote.key(goal.id(), each))
                    .filter(vote -> vote.choice() == choice)
                    .isPresent())
        .toList();
  }

  /** The keys of all votes that there can be. */
  static List<Key<?>> keys(Goal goal) {
    return goal.voters().stream().<Key<?>>map(each -> GoalVote.key(goal.id(), each)).toList();
  }

  private int cast() {
    return yes.size() + no.size() + abstained.size();
  }

  /** How many can still vote. */
  private int waiting() {
    return voters - cast();
  }

  /** How many of some voters must vote: two of three, rounded up. */
  static int needed(int voters) {
    return (voters * QUORUM + QUORUM_OF - 1) / QUORUM_OF;
  }

  /** Whether enough have voted. */
  boolean hasQuorum() {
    return cast() >= needed(voters);
  }

  /** What follows if nobody votes any more. */
  GoalState outcome() {
    if (!hasQuorum()) {
      return GoalState.LAPSED;
    }
    return yes.size() > no.size() ? GoalState.ADOPTED : GoalState.REJECTED;
  }

  /**
   * Whether the outcome is the same whatever those who have not voted do. Without a quorum it is so
   * only when all have voted, since all who wait can bring it about.
   */
  boolean isSettled() {
    if (waiting() == 0) {
      return true;
    }
    int lead = yes.size() - no.size();
    return hasQuorum() && (lead > waiting() || lead + waiting() <= 0);
  }

  /**
   * Whether a decision now does what it would do after the last day: the outcome is settled, and
   * where the goal is adopted, all whom it can bind have voted, since it binds those that are for
   * it.
   *
   * @param bound the regions that have targets or tasks by it
   */
  boolean isSettled(Collection<RegionCode> bound) {
    Set<RegionCode> voted = new HashSet<>(yes);
    voted.addAll(no);
    voted.addAll(abstained);
    return isSettled() && (outcome() != GoalState.ADOPTED || voted.containsAll(bound));
  }

  /** Whether a region is for the goal, or can be still. */
  boolean canBeFor(Goal goal, RegionCode region, LocalDate today) {
    boolean mayVote =
        !today.isAfter(goal.lastDay()) && !no.contains(region) && !abstained.contains(region);
    return yes.contains(region) || mayVote;
  }

  /** Whether the goal can be decided on a day. */
  boolean decides(Goal goal, LocalDate today) {
    return today.isAfter(goal.lastDay()) || isSettled(goal.bound());
  }

  /** For whoever asks too early. */
  Detail inWords() {
    return zh("共 %s 个地区表决：赞成 %s，反对 %s，弃权 %s，未表决 %s")
        .en(
            "of %s regions %s are for it, %s against it, %s abstain and %s have not voted",
            voters, yes.size(), no.size(), abstained.size(), waiting());
  }
}
