// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.market.AcceptForward;
import org.grasslandcarbon.domain.market.DeliverForward;
import org.grasslandcarbon.domain.testing.ForwardMarket;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.projection.RecordedBlocks;
import org.grasslandcarbon.gateway.reconciliation.Difference.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is set aside for forwards counts where credits and money are held against each other. */
class ForwardReconciliationTest {
  private final ForwardMarket market = new ForwardMarket();
  private final RecordedBlocks blocks = new RecordedBlocks(market.ledger, "f");
  private final ParticipantId buyer = market.trader(100_000_000);
  private ExaminedLedger ledger;
  private InstructionId forward;
  private BatchId batch;

  /** Some of a forward is delivered, some waits for its payment, and some is not issued. */
  @BeforeEach
  void prepare() {
    blocks.cut();
    forward = act(market.owner, market.sell(buyer, 3_000));
    act(buyer, new AcceptForward(forward));
    market.issue();
    blocks.cut();
    act(buyer, new DeliverForward(forward));
    batch = market.issue();
    blocks.cut();
    ledger = new ExaminedLedger(blocks);
  }

  private InstructionId act(ParticipantId who, Action action) {
    InstructionId id = market.apply(who, action);
    blocks.cut();
    return id;
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_forward_of_which_some_is_delivered_and_some_waits_leaves_no_difference() {
    assertThat(market.setAside(batch, forward)).isPositive();
    assertThat(ledger.found()).isEmpty();
  }

  @Test
  void money_that_is_set_aside_for_a_forward_is_held_against_what_was_posted() {
    ledger.damage("UPDATE v_forward_pledge SET json = REPLACE(json, '\"cash\":', '\"cash\":1')");
    assertThat(ledger.found())
        .anyMatch(
            each -> each.kind() == Kind.TOTALS && each.what().startsWith("escrow: the total is "))
        .anyMatch(
            each ->
                each.kind() == Kind.STATEMENT && each.records().contains("CASH:" + market.owner))
        .anyMatch(
            each -> each.kind() == Kind.STATEMENT && each.records().contains("CASH:" + buyer));
  }

  @Test
  void credits_that_are_set_aside_for_a_forward_are_a_part_of_their_batch() {
    ledger.damage("DELETE FROM v_forward_credits WHERE c_batch = ?", batch.value());
    assertThat(ledger.found())
        .anyMatch(
            each ->
                each.kind() == Kind.SERIALS
                    && each.batch().equals(Optional.of(batch.value()))
                    && each.what().endsWith("are in no record"));
  }
}
