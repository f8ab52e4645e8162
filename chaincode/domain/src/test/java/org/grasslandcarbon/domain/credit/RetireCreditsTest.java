// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Balances;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.junit.jupiter.api.Test;

class RetireCreditsTest extends OneHoldersCredits {
  @Test
  void retirement_takes_the_lowest_serials_for_ever_and_numbers_its_certificate_by_them() {
    InstructionId id = ledger.apply(owner, retire(batch, 200, Retirement.Purpose.VOLUNTARY));
    Retirement retirement = ledger.find(Retirement.key(id)).orElseThrow();
    assertThat(retirement.serials()).isEqualTo(SerialRanges.of(101, 300));
    assertThat(retirement.certificateNumber()).isEqualTo("R-" + batch + "-101");
    assertThat(retirement.training()).isFalse();
    assertThat(holding(owner).held()).isEqualTo(SerialRanges.of(301, 1_000));
    assertThat(ledger.journal(id).postings())
        .containsExactly(
            new Credits(batch, SerialRanges.of(101, 300))
                .posting(Account.held(owner), Account.retired(id)));
  }

  private RetireCredits both(BatchId other, long quantity) {
    RetireCredits first = retire(batch, 200, Retirement.Purpose.VOLUNTARY);
    return Edited.with(
        first, "/further", "[{\"batch\":\"%s\",\"quantity\":%s}]".formatted(other, quantity));
  }

  @Test
  void several_batches_are_retired_in_one_instruction_under_one_number() {
    BatchId other = issued.to(owner, 50, 0, false);
    InstructionId id = ledger.apply(owner, both(other, 30));
    List<Retirement> told = ledger.records(Retirement.TYPE).toList();
    assertThat(told)
        .extracting(Retirement::certificateNumber)
        .containsExactly("R-" + batch + "-101", "R-" + batch + "-101");
    assertThat(told).extracting(Retirement::batch).containsExactly(batch, other);
    assertThat(told).extracting(Retirement::id).containsOnly(id);
    assertThat(told).extracting(Retirement::part).containsExactly(Optional.empty(), Optional.of(2));
    assertThat(ledger.journal(id).postings()).hasSize(2);
    Balances.ofRecords(ledger.store()).requirePartition(ledger.store());
  }

  @Test
  void of_several_batches_all_are_retired_or_none() {
    BatchId other = issued.to(owner, 50, 0, false);
    assertThat(verdict(owner, both(other, 51))).isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(verdict(owner, both(noBatch, 1))).isEqualTo("UNKNOWN_BATCH");
    assertThat(holding(owner).held()).isEqualTo(SerialRanges.of(101, 1_000));
    assertThat(ledger.records(Retirement.TYPE)).isEmpty();
  }

  @Test
  void a_batch_is_named_once() {
    assertThatThrownBy(() -> both(batch, 1)).hasStackTraceContaining("is named twice");
  }

  @Test
  void credits_for_practice_and_real_ones_do_not_stand_under_one_number() {
    assertThat(verdict(owner, both(issued.to(owner, 50, 0, true), 30)))
        .isEqualTo("TRAINING_CREDITS");
  }

  @Test
  void retirement_of_training_credits_says_so() {
    BatchId training = issued.to(owner, 10, 0, true);
    InstructionId id = ledger.apply(owner, retire(training, 10, Retirement.Purpose.EVENT));
    assertThat(ledger.find(Retirement.key(id)).orElseThrow().training()).isTrue();
  }

  @Test
  void retirement_is_refused_for_a_batch_that_was_never_issued() {
    assertThat(verdict(owner, retire(noBatch, 1, Retirement.Purpose.EVENT)))
        .isEqualTo("UNKNOWN_BATCH");
  }

  @Test
  void retirement_is_refused_for_more_than_the_holder_has() {
    assertThat(verdict(owner, retire(batch, 901, Retirement.Purpose.EVENT)))
        .isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void retirement_is_refused_for_frozen_credits() {
    frozen(300);
    assertThat(verdict(owner, retire(batch, 601, Retirement.Purpose.EVENT)))
        .isEqualTo("CREDITS_FROZEN");
  }

  @Test
  void a_beneficiarys_code_has_its_check_character_or_belongs_to_an_admitted_participant() {
    String code = ledger.newId().value();
    char wrong = code.charAt(17) == '0' ? '1' : '0';
    ParticipantId slip = new ParticipantId(code.substring(0, 17) + wrong);
    Verdict verdict = ledger.submit(owner, forBeneficiary(slip));
    assertThat(verdict.code()).isEqualTo("BAD_CREDIT_CODE");
    assertThat(verdict.detail())
        .contains("the last character of beneficiary.code should be " + code.charAt(17));
    assertThat(verdict(owner, forBeneficiary(new ParticipantId(code)))).isEqualTo("APPLIED");

    // An early code that fails its check is on record with the reason.
    ledger.apply(
        authority,
        new AdmitParticipant(
            Optional.of(new AdmitParticipant.LegacyCode(DOCUMENT, "early legacy code")),
            slip,
            List.of(Signer.random().jwk()),
            Name.of("早期企业", "Early enterprise"),
            TestLedger.BEIJING,
            List.of(Role.TRADER)));
    assertThat(verdict(owner, forBeneficiary(slip))).isEqualTo("APPLIED");
  }

  private RetireCredits forBeneficiary(ParticipantId code) {
    return Edited.with(
        retire(batch, 1, Retirement.Purpose.EVENT), "/beneficiary/code", "\"" + code + "\"");
  }

  @Test
  void retirement_for_compliance_is_refused_while_no_market_has_an_offset_rule() {
    assertThat(verdict(owner, retire(batch, 1, Retirement.Purpose.COMPLIANCE)))
        .isEqualTo("NOT_ELIGIBLE_FOR_MARKET");
  }

  @Test
  void a_judicial_restoration_names_its_document() {
    RetireCredits with = retire(batch, 5, Retirement.Purpose.JUDICIAL_RESTORATION);
    assertThat(verdict(owner, with)).isEqualTo("APPLIED");
    assertThatThrownBy(
            () ->
                new RetireCredits(
                    batch,
                    with.beneficiary(),
                    Optional.empty(),
                    Optional.empty(),
                    with.purpose(),
                    with.quantity(),
                    with.reason(),
                    with.statement()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
