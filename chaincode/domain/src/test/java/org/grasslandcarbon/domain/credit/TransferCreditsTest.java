// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

class TransferCreditsTest {
  private final TestLedger ledger = new TestLedger();
  private final ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
  private final ParticipantId buyer = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final BatchId batch = new Issued(ledger).to(owner, 1_000, 100, false);

  private TransferCredits of(long quantity) {
    return new TransferCredits(batch, Tonnes.of(quantity), buyer);
  }

  private SerialRanges held(ParticipantId holder) {
    return ledger.find(Holding.key(batch, holder)).orElseThrow().held();
  }

  @Test
  void the_lowest_serials_go_first() {
    InstructionId id = ledger.apply(owner, of(200));
    assertThat(held(buyer)).isEqualTo(SerialRanges.of(101, 300));
    assertThat(held(owner)).isEqualTo(SerialRanges.of(301, 1_000));
    assertThat(ledger.journal(id).postings())
        .isEqualTo(
            List.of(
                new Credits(batch, SerialRanges.of(101, 300))
                    .posting(Account.held(owner), Account.held(buyer))));
  }

  @Test
  void a_transfer_may_empty_a_holding() {
    ledger.apply(owner, of(900));
    assertThat(held(owner)).isEqualTo(SerialRanges.NONE);
    assertThat(ledger.submit(owner, of(1)).code()).isEqualTo("INSUFFICIENT_CREDITS");
  }
}
