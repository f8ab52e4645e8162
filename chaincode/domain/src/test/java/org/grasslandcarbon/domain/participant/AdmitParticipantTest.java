// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmitParticipantTest {
  private final TestLedger ledger = new TestLedger();
  private final ParticipantId office = ledger.the(Role.OFFICE);

  private AdmitParticipant valid() {
    return new AdmitParticipant(
        Optional.empty(),
        ledger.newId(),
        List.of(Signer.random().jwk()),
        Name.of("牧场", "Ranch"),
        TestLedger.XILINHOT,
        List.of(Role.OWNER));
  }

  private String verdict(ParticipantId by, AdmitParticipant action) {
    return ledger.submit(by, action).code();
  }

  @Test
  void an_office_admits_a_participant_of_its_region() {
    AdmitParticipant action = valid();
    assertThat(verdict(office, action)).isEqualTo("APPLIED");
    Participant admitted = ledger.find(Participant.key(action.id())).orElseThrow();
    assertThat(admitted.admittedBy()).isEqualTo(office);
    assertThat(admitted.keys()).hasSize(1);
    assertThat(ledger.find(RegisteredKey.key(admitted.keys().get(0)))).isPresent();
  }

  @Test
  void admission_is_refused_for_a_region_that_is_not_on_the_ledger() {
    AdmitParticipant a = valid();
    var changed =
        new AdmitParticipant(
            a.codeOverride(), a.id(), a.keys(), a.name(), new RegionCode("150999"), a.roles());
    assertThat(verdict(office, changed)).isEqualTo("UNKNOWN_REGION");
  }

  @Test
  void admission_is_refused_to_an_office_of_another_region() {
    AdmitParticipant a = valid();
    var changed =
        new AdmitParticipant(
            a.codeOverride(), a.id(), a.keys(), a.name(), TestLedger.BEIJING, a.roles());
    assertThat(verdict(office, changed)).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void admission_is_refused_for_a_code_that_fails_its_check_character() {
    AdmitParticipant a = valid();
    String code = a.id().value();
    char wrong = code.charAt(17) == '0' ? '1' : '0';
    var changed =
        new AdmitParticipant(
            a.codeOverride(),
            new ParticipantId(code.substring(0, 17) + wrong),
            a.keys(),
            a.name(),
            a.region(),
            a.roles());
    assertThat(verdict(office, changed)).isEqualTo("BAD_CREDIT_CODE");
  }

  @Test
  void admission_is_refused_for_a_key_that_another_participant_has() {
    AdmitParticipant a = valid();
    var changed =
        new AdmitParticipant(
            a.codeOverride(),
            a.id(),
            List.of(ledger.signer(office).jwk()),
            a.name(),
            a.region(),
            a.roles());
    assertThat(verdict(office, changed)).isEqualTo("KEY_ALREADY_REGISTERED");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"AUTHORITY", "OFFICE", "EXCHANGE", "BANK", "COURT", "ASSESSOR", "AUDITOR"})
  void only_the_authority_admits_those_who_supervise_judge_or_run_the_market(Role role) {
    AdmitParticipant a = valid();
    var changed =
        new AdmitParticipant(
            a.codeOverride(), a.id(), a.keys(), a.name(), a.region(), List.of(role));
    assertThat(verdict(office, changed)).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(ledger.the(Role.AUTHORITY), changed)).isEqualTo("APPLIED");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"CERTIFIER", "OWNER", "TRADER"})
  void an_office_admits_certifiers_owners_and_traders(Role role) {
    AdmitParticipant a = valid();
    var changed =
        new AdmitParticipant(
            a.codeOverride(), a.id(), a.keys(), a.name(), a.region(), List.of(role));
    assertThat(verdict(office, changed)).isEqualTo("APPLIED");
  }

  @Test
  void admission_is_refused_twice() {
    AdmitParticipant a = valid();
    assertThat(verdict(office, a)).isEqualTo("APPLIED");
    assertThat(verdict(office, a)).isEqualTo("ALREADY_ADMITTED");
  }
}
