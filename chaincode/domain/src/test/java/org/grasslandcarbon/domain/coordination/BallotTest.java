// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.grasslandcarbon.domain.value.RegionCode;
import org.junit.jupiter.api.Test;

/** The rule of votes, by every ballot of up to nine voters. */
class BallotTest {
  private static final int VOTERS_MOST = 9;

  private static Ballot ballot(int voters, int yes, int no, int abstained) {
    return new Ballot(voters, regions(11, yes), regions(31, no), regions(51, abstained));
  }

  private static List<RegionCode> regions(int first, int count) {
    List<RegionCode> regions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      regions.add(new RegionCode((first + i) + "0000"));
    }
    return regions;
  }

  /** Every ballot in which each may have voted or not. */
  private interface Each {
    void of(Ballot ballot, int voters, int yes, int no, int abstained);
  }

  private static void each(Each each) {
    for (int voters = 1; voters <= VOTERS_MOST; voters++) {
      for (int yes = 0; yes <= voters; yes++) {
        for (int no = 0; yes + no <= voters; no++) {
          for (int abstained = 0; yes + no + abstained <= voters; abstained++) {
            each.of(ballot(voters, yes, no, abstained), voters, yes, no, abstained);
          }
        }
      }
    }
  }

  /** What the rule says, in fractions: two thirds vote, and more of them yes than no. */
  private static GoalState byRule(int voters, int yes, int no, int abstained) {
    double share = (yes + no + abstained) / (double) voters;
    if (share < 2 / 3.0 - 1e-9) {
      return GoalState.LAPSED;
    }
    return yes > no ? GoalState.ADOPTED : GoalState.REJECTED;
  }

  /** What can still come of it, whoever votes or stays away. */
  private static Set<GoalState> possible(int voters, int yes, int no, int abstained) {
    Set<GoalState> possible = EnumSet.of(byRule(voters, yes, no, abstained));
    if (yes + no + abstained < voters) {
      possible.addAll(possible(voters, yes + 1, no, abstained));
      possible.addAll(possible(voters, yes, no + 1, abstained));
      possible.addAll(possible(voters, yes, no, abstained + 1));
    }
    return possible;
  }

  @Test
  void the_outcome_is_that_of_the_rule() {
    each(
        (ballot, voters, yes, no, abstained) ->
            assertThat(ballot.outcome())
                .as("%s voters: %s %s %s", voters, yes, no, abstained)
                .isEqualTo(byRule(voters, yes, no, abstained)));
  }

  @Test
  void it_is_settled_exactly_when_nothing_else_can_come_of_it() {
    each(
        (ballot, voters, yes, no, abstained) -> {
          boolean settled = possible(voters, yes, no, abstained).size() == 1;
          boolean all = yes + no + abstained == voters;
          assertThat(ballot.isSettled())
              .as("%s voters: %s %s %s", voters, yes, no, abstained)
              .isEqualTo(settled || all);
        });
  }

  @Test
  void what_binds_waits_for_all_whom_it_can_bind() {
    RegionCode beijing = new RegionCode("110000");
    RegionCode hebei = new RegionCode("130000");
    RegionCode mongolia = new RegionCode("150000");
    Ballot two = new Ballot(3, List.of(beijing, hebei), List.of(), List.of());
    assertThat(two.isSettled()).isTrue();
    assertThat(two.isSettled(List.of(beijing))).isTrue();
    assertThat(two.isSettled(List.of(beijing, mongolia))).isFalse();
    Ballot against = new Ballot(3, List.of(), List.of(beijing, hebei), List.of());
    assertThat(against.isSettled(List.of(mongolia))).isTrue();
  }

  @Test
  void a_tie_rejects_and_abstentions_count_as_voting() {
    assertThat(ballot(3, 1, 1, 0).outcome()).isEqualTo(GoalState.REJECTED);
    assertThat(ballot(3, 1, 0, 1).outcome()).isEqualTo(GoalState.ADOPTED);
    assertThat(ballot(3, 0, 0, 3).outcome()).isEqualTo(GoalState.REJECTED);
    assertThat(ballot(4, 2, 0, 0).outcome()).isEqualTo(GoalState.LAPSED);
    assertThat(ballot(6, 4, 0, 0).outcome()).isEqualTo(GoalState.ADOPTED);
  }
}
