// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** Suspension and accreditation. */
class StandingTest {
  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId office = ledger.the(Role.OFFICE);
  private final ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
  private final ParticipantId certifier = ledger.admit(TestLedger.BEIJING, Role.CERTIFIER);

  private String verdict(ParticipantId by, Action action) {
    return ledger.submit(by, action).code();
  }

  private static SuspendParticipant suspend(ParticipantId whom) {
    return new SuspendParticipant(whom, "unreported change");
  }

  private static ReinstateParticipant reinstate(ParticipantId whom) {
    return new ReinstateParticipant(whom, "corrected");
  }

  private static AccreditCertifier accredit(ParticipantId whom) {
    return new AccreditCertifier(
        whom,
        Sha256.of("certificate"),
        List.of("GCS-T1", "GCS-SC"),
        LocalDate.of(2025, 1, 1),
        LocalDate.of(2025, 12, 31));
  }

  @Test
  void the_office_suspends_and_reinstates_a_participant_of_its_region() {
    assertThat(verdict(office, suspend(owner))).isEqualTo("APPLIED");
    assertThat(ledger.find(Participant.key(owner)).orElseThrow().suspension())
        .contains(new Participant.Suspension(ledger.time(), office, false, "unreported change"));
    assertThat(verdict(office, reinstate(owner))).isEqualTo("APPLIED");
    assertThat(ledger.find(Participant.key(owner)).orElseThrow().isSuspended()).isFalse();
  }

  @Test
  void somebody_who_was_never_admitted_is_neither_suspended_nor_reinstated() {
    assertThat(verdict(authority, suspend(ledger.newId()))).isEqualTo("UNKNOWN_PARTICIPANT");
    assertThat(verdict(authority, reinstate(ledger.newId()))).isEqualTo("UNKNOWN_PARTICIPANT");
  }

  @Test
  void an_office_does_not_suspend_outside_its_region_nor_an_office_nor_itself() {
    assertThat(verdict(office, suspend(certifier))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(office, suspend(authority))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(office, suspend(office))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(authority, suspend(authority))).isEqualTo("NOT_ALLOWED");
    ledger.apply(authority, suspend(certifier));
    assertThat(verdict(office, reinstate(certifier))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void what_the_authority_suspended_the_office_does_not_reinstate() {
    ledger.apply(authority, suspend(owner));
    assertThat(verdict(office, reinstate(owner))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(authority, reinstate(owner))).isEqualTo("APPLIED");
  }

  @Test
  void nobody_is_suspended_or_reinstated_twice() {
    assertThat(verdict(office, reinstate(owner))).isEqualTo("WRONG_STATE");
    ledger.apply(office, suspend(owner));
    assertThat(verdict(office, suspend(owner))).isEqualTo("WRONG_STATE");
  }

  @Test
  void an_accreditation_covers_its_methodologies_for_its_time() {
    ledger.apply(authority, accredit(certifier));
    Accreditation held = ledger.find(Accreditation.key(certifier)).orElseThrow();
    assertThat(held.covers("GCS-T1", LocalDate.of(2025, 1, 1))).isTrue();
    assertThat(held.covers("GCS-SC", LocalDate.of(2025, 12, 31))).isTrue();
    assertThat(held.covers("GCS-T1", LocalDate.of(2024, 12, 31))).isFalse();
    assertThat(held.covers("GCS-T1", LocalDate.of(2026, 1, 1))).isFalse();
    assertThat(held.covers("GCS-XX", LocalDate.of(2025, 6, 1))).isFalse();
  }

  @Test
  void a_withdrawn_accreditation_covers_nothing() {
    ledger.apply(authority, accredit(certifier));
    ledger.apply(authority, new WithdrawAccreditation(certifier, "risk fund insufficient"));
    Accreditation held = ledger.find(Accreditation.key(certifier)).orElseThrow();
    assertThat(held.covers("GCS-T1", LocalDate.of(2025, 6, 1))).isFalse();
    assertThat(held.withdrawal())
        .contains(new Accreditation.Withdrawal(ledger.time(), "risk fund insufficient"));
  }

  @Test
  void a_new_accreditation_takes_the_place_of_a_withdrawn_one() {
    ledger.apply(authority, accredit(certifier));
    ledger.apply(authority, new WithdrawAccreditation(certifier, "risk fund insufficient"));
    ledger.apply(authority, accredit(certifier));
    assertThat(ledger.find(Accreditation.key(certifier)).orElseThrow().withdrawal()).isEmpty();
  }

  @Test
  void only_an_admitted_certifier_is_accredited() {
    assertThat(verdict(authority, accredit(ledger.newId()))).isEqualTo("UNKNOWN_PARTICIPANT");
    assertThat(verdict(authority, accredit(owner))).isEqualTo("NOT_A_CERTIFIER");
  }

  @Test
  void an_accreditation_is_withdrawn_where_there_is_one_and_once() {
    WithdrawAccreditation withdrawal = new WithdrawAccreditation(certifier, "risk fund");
    assertThat(verdict(authority, withdrawal)).isEqualTo("NOT_A_CERTIFIER");
    ledger.apply(authority, accredit(certifier));
    assertThat(verdict(authority, withdrawal)).isEqualTo("APPLIED");
    assertThat(verdict(authority, withdrawal)).isEqualTo("WRONG_STATE");
  }

  @Test
  void an_accreditation_that_says_nothing_is_malformed() {
    LocalDate day = LocalDate.of(2025, 1, 1);
    assertThatThrownBy(() -> new AccreditCertifier(certifier, Sha256.of("c"), List.of(), day, day))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new AccreditCertifier(
                    certifier, Sha256.of("c"), List.of("GCS-T1"), day, day.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void admission_is_refused_for_roles_that_must_not_meet() {
    for (List<Role> roles :
        List.of(
            List.of(Role.CERTIFIER, Role.OWNER),
            List.of(Role.COURT, Role.TRADER),
            List.of(Role.BANK, Role.ASSESSOR))) {
      AdmitParticipant action =
          new AdmitParticipant(
              Optional.empty(),
              ledger.newId(),
              List.of(org.grasslandcarbon.domain.testing.Signer.random().jwk()),
              org.grasslandcarbon.domain.value.Name.of("主体", "Participant"),
              TestLedger.XILINHOT,
              roles);
      assertThat(verdict(authority, action)).isEqualTo("ROLE_CONFLICT");
    }
  }
}
