// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.gateway.blocks.Attempt;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.junit.jupiter.api.Test;

/** Gateways A, B and C, seen by A. */
class TurnsTest {
  private Instant now = Instant.parse("2026-03-03T02:00:00Z");
  private long number = 100;
  private final Turns turns = new Turns("A", () -> now);

  /** A block with these attempts: {@code B+} won, {@code B-} lost. */
  private void block(String... attempts) {
    List<Attempt> list =
        Stream.of(attempts)
            .map(
                each -> new Attempt(each.substring(0, 1), now.minusMillis(100), each.endsWith("+")))
            .toList();
    turns.read(new LedgerBlock(number++, List.of(), list));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private boolean isOurs() {
    return turns.untilOurs().isZero();
  }

  @Test
  void without_losers_everybody_proposes() {
    assertThat(isOurs()).isTrue();
    block("A+", "B+", "C+");
    assertThat(isOurs()).isTrue();
  }

  @Test
  void the_winner_lets_the_loser_go_first() {
    block("A+", "B-");
    assertThat(turns.untilOurs()).isEqualTo(Turns.LOOK_AGAIN);
    block("B+");
    assertThat(isOurs()).isTrue();
  }

  @Test
  void losers_go_in_the_order_in_which_they_lost() {
    block("C+", "B-", "A-");
    assertThat(isOurs()).isFalse();
    block("B+");
    assertThat(isOurs()).isTrue();
    block("A+");
    assertThat(isOurs()).isTrue();
  }

  @Test
  void the_head_proposes_and_keeps_its_place_when_it_loses_once_more() {
    block("C+", "A-", "B-");
    assertThat(isOurs()).isTrue();
    block("C+", "A-");
    assertThat(isOurs()).isTrue();
  }

  @Test
  void a_block_of_others_changes_nothing() {
    block("A+", "B-");
    block("C+");
    block();
    assertThat(isOurs()).isFalse();
  }

  @Test
  void a_head_that_does_not_come_is_waited_for_only_so_long() {
    block("A+", "B-", "C-");
    pass(Turns.PATIENCE.minusMillis(1));
    assertThat(isOurs()).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(isOurs()).as("now C is the head").isFalse();
    pass(Turns.PATIENCE);
    assertThat(isOurs()).isTrue();
  }

  @Test
  void one_that_did_not_come_or_keeps_losing_has_no_place_for_a_while() {
    block("A+", "B-");
    pass(Turns.PATIENCE);
    assertThat(isOurs()).isTrue();
    block("A+", "B-");
    assertThat(isOurs()).isTrue();
    pass(Turns.DISREGARD);
    block("A+", "B-");
    assertThat(isOurs()).isFalse();
  }

  @Test
  void one_that_wins_and_loses_in_every_block_does_not_have_a_turn_for_ever() {
    block("B+", "B-");
    for (int i = 0; i < 4; i++) {
      assertThat(isOurs()).isFalse();
      pass(Turns.PATIENCE.dividedBy(4));
      block("B+", "B-");
    }
    assertThat(isOurs()).isTrue();
  }

  @Test
  void who_lost_long_ago_and_never_came_costs_nothing_later() {
    block("A+", "B-", "C-");
    pass(Turns.WAIT_MOST);
    assertThat(isOurs()).isTrue();
    block("A+", "B-");
    assertThat(isOurs()).as("nobody was disregarded for it").isFalse();
  }

  @Test
  void who_comes_to_the_head_because_those_before_were_forgotten_has_its_whole_time() {
    block("A+", "B-");
    pass(Turns.WAIT_MOST.minusMillis(1));
    block("A+", "C-");
    pass(Duration.ofMillis(1));
    assertThat(isOurs()).as("B is forgotten, and C's turn begins").isFalse();
    pass(Turns.PATIENCE.minusMillis(1));
    assertThat(isOurs()).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(isOurs()).isTrue();
  }

  @Test
  void the_time_of_the_next_begins_when_its_turn_does() {
    block("A+", "B-", "C-");
    pass(Turns.PATIENCE.minusMillis(1));
    block("B+");
    pass(Turns.PATIENCE.minusMillis(1));
    assertThat(isOurs()).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(isOurs()).isTrue();
  }

  @Test
  void old_news_is_no_reason_to_wait() {
    Attempt old = new Attempt("B", now.minus(Turns.NEWS), false);
    turns.read(new LedgerBlock(number, List.of(), List.of(old)));
    assertThat(isOurs()).isTrue();
  }

  @Test
  void after_a_win_in_a_contest_the_block_is_awaited_that_says_who_lost() {
    block("A+", "B-");
    block("B+");
    turns.won(number);
    assertThat(isOurs()).as("the block has not been read").isFalse();
    block("A+", "C-");
    assertThat(isOurs()).as("C has lost").isFalse();
    block("C+");
    assertThat(isOurs()).isTrue();
  }

  @Test
  void after_a_win_the_block_is_not_awaited_for_long() {
    block("A+", "B-");
    block("B+");
    turns.won(number + 10);
    pass(Turns.OUR_BLOCK);
    assertThat(isOurs()).isTrue();
  }

  @Test
  void without_a_contest_a_win_is_no_reason_to_wait() {
    block("A+");
    turns.won(number + 10);
    assertThat(isOurs()).isTrue();
    block("A+", "B-");
    block("B+");
    pass(Turns.NEWS);
    turns.won(number + 10);
    assertThat(isOurs()).as("the last loss is long ago").isTrue();
  }
}
