// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a line of a plan of benefits is owed is paid to whom its office names. */
class PayBenefitTest {
  private static final long OWED = 596_400;

  private final TestMarket market = new TestMarket();
  private final ParticipantId office = market.ledger.the(Role.OFFICE);
  private final InstructionId project =
      market.ledger.find(Batch.key(market.batch)).orElseThrow().project();
  private final ParticipantId cooperative = market.trader(0);

  PayBenefitTest() {
    ParticipantId buyer = market.trader(2_000_000);
    market.ledger.apply(market.owner, market.sell(100, 10_000));
    market.ledger.apply(buyer, market.takeSells(100, 10_000));
  }

  @AfterEach
  void nothing_is_lost() {
    MarketWhole.require(market);
  }

  private PayBenefit to(ParticipantId payee) {
    return new PayBenefit(Asset.CNY, market.bank, Sha256.of("resolution"), 1, payee, project);
  }

  private String naming(ParticipantId payee) {
    return market.verdict(office, to(payee));
  }

  @Test
  void all_that_is_owed_is_paid_and_the_record_says_on_which_document() {
    InstructionId id = market.ledger.apply(office, to(cooperative));
    assertThat(market.cash(cooperative)).isEqualTo(OWED);
    BenefitPayment payment = market.ledger.find(BenefitPayment.key(id)).orElseThrow();
    assertThat(payment.amount()).isEqualTo(Fen.of(OWED));
    assertThat(payment.document()).isEqualTo(Sha256.of("resolution"));
    assertThat(payment.by()).isEqualTo(office);
    assertThat(naming(cooperative)).isEqualTo("NOTHING_OWED");
  }

  @Test
  void the_line_goes_on_being_owed_what_is_sold_later() {
    market.ledger.apply(office, to(cooperative));
    market.ledger.apply(market.owner, market.sell(100, 10_000));
    market.ledger.apply(market.trader(2_000_000), market.takeSells(100, 10_000));
    market.ledger.apply(office, to(cooperative));
    assertThat(market.cash(cooperative)).isEqualTo(2 * OWED);
  }

  @Test
  void only_the_office_of_the_project_s_region_names_a_payee() {
    ParticipantId other =
        market
            .ledger
            .records(Participant.TYPE)
            .filter(each -> each.has(Role.OFFICE) && each.region().equals(TestLedger.BEIJING))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(market.verdict(other, to(cooperative))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(market.ledger.the(Role.AUTHORITY), to(cooperative)))
        .isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(cooperative, to(cooperative))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void project_line_bank_and_money_are_those_of_the_debt() {
    PayBenefit right = to(cooperative);
    assertThat(
            market.verdict(
                office, Edited.with(right, "/project", "\"" + TestLedger.newInstruction() + "\"")))
        .isEqualTo("UNKNOWN_PROJECT");
    assertThat(market.verdict(office, Edited.with(right, "/line", "2"))).isEqualTo("NOTHING_OWED");
    assertThat(market.verdict(office, Edited.with(right, "/asset", "\"CNY-TRAINING\"")))
        .isEqualTo("NOTHING_OWED");
    assertThat(market.verdict(office, Edited.with(right, "/bank", "\"" + market.exchange + "\"")))
        .isEqualTo("NOTHING_OWED");
  }

  @Test
  void a_payee_is_an_owner_or_trader_in_good_standing_and_not_the_project_s_owner() {
    assertThat(naming(market.ledger.newId())).isEqualTo("PAYEE_NOT_ALLOWED");
    assertThat(naming(market.exchange)).isEqualTo("PAYEE_NOT_ALLOWED");
    assertThat(naming(market.owner)).isEqualTo("PAYEE_NOT_ALLOWED");
    market.ledger.apply(
        market.ledger.the(Role.AUTHORITY), new SuspendParticipant(cooperative, "inquiry"));
    assertThat(naming(cooperative)).isEqualTo("PAYEE_NOT_ALLOWED");
  }

  @Test
  void a_line_that_names_somebody_is_for_that_one_only() {
    Project found = market.ledger.find(Project.key(project)).orElseThrow();
    market.write(
        Edited.with(found, "/design/benefitShares/0/participant", "\"" + cooperative + "\""));
    assertThat(naming(market.trader(0))).isEqualTo("PAYEE_NOT_ALLOWED");
    market.ledger.apply(office, to(cooperative));
    assertThat(market.cash(cooperative)).isEqualTo(OWED);
  }
}
