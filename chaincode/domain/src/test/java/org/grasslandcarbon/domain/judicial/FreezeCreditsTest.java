// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.Freeze;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.OneHoldersCredits;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.junit.jupiter.api.Test;

class FreezeCreditsTest extends OneHoldersCredits {
  @Test
  void a_freeze_takes_the_lowest_serials_out_of_the_holders_disposal() {
    InstructionId id = frozen(300);
    assertThat(holding(owner).held()).isEqualTo(SerialRanges.of(401, 1_000));
    assertThat(holding(owner).frozenUnder(id)).isEqualTo(SerialRanges.of(101, 400));
    assertThat(ledger.find(Freeze.key(id)).orElseThrow().serials())
        .isEqualTo(SerialRanges.of(101, 400));
    assertThat(ledger.journal(id).postings())
        .containsExactly(
            new Credits(batch, SerialRanges.of(101, 400))
                .posting(Account.held(owner), Account.frozen(owner, id)));
  }

  @Test
  void a_freeze_without_quantity_takes_all_that_is_there_now() {
    frozen(300);
    InstructionId whole = ledger.apply(authority, freeze(batch, Optional.empty()));
    assertThat(holding(owner).held()).isEqualTo(SerialRanges.NONE);
    assertThat(holding(owner).frozenUnder(whole)).isEqualTo(SerialRanges.of(401, 1_000));
    assertThat(verdict(court, freeze(batch, Optional.empty()))).isEqualTo("CREDITS_FROZEN");
  }

  @Test
  void a_freeze_is_refused_for_a_batch_or_credits_that_are_not_there() {
    assertThat(verdict(court, freeze(noBatch, Optional.of(1L)))).isEqualTo("UNKNOWN_BATCH");
    assertThat(verdict(court, freeze(batch, Optional.of(901L)))).isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(
            verdict(
                court, new FreezeCredits(batch, DOCUMENT, buyer, Optional.empty(), "preservation")))
        .isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void what_is_frozen_is_not_frozen_a_second_time() {
    frozen(300);
    assertThat(verdict(authority, freeze(batch, Optional.of(601L)))).isEqualTo("CREDITS_FROZEN");
  }

  @Test
  void a_holding_is_under_so_many_freezes_at_most() {
    for (int i = 0; i < Holding.FREEZES_MOST; i++) {
      frozen(1);
    }
    assertThat(verdict(court, freeze(batch, Optional.of(1L)))).isEqualTo("TOO_MANY_FREEZES");
  }

  @Test
  void a_court_does_not_move_credits_that_are_only_held() {
    assertThat(verdict(court, transfer(batch, 1, buyer))).isEqualTo("NOT_ALLOWED");
  }
}
