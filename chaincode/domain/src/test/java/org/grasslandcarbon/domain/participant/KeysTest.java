// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeysTest {
  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId office = ledger.the(Role.OFFICE);
  private final ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
  private final ParticipantId trader = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final Signer fresh = Signer.random();

  private static AddKey add(Signer key, ParticipantId whose) {
    return new AddKey(Optional.empty(), Optional.of(key.jwk()), whose);
  }

  private static RevokeKey revoke(KeyId kid, ParticipantId whose) {
    return new RevokeKey(kid, whose, "the device was lost");
  }

  private String verdict(ParticipantId by, org.grasslandcarbon.domain.ledger.Action action) {
    return ledger.submit(by, action).code();
  }

  @Test
  void a_participant_adds_a_key_and_signs_with_it() {
    assertThat(verdict(owner, add(fresh, owner))).isEqualTo("APPLIED");
    ledger.signWith(owner, fresh);
    assertThat(verdict(owner, add(Signer.random(), owner))).isEqualTo("APPLIED");
    assertThat(ledger.find(Participant.key(owner)).orElseThrow().keys()).hasSize(3);
  }

  @Test
  void a_key_added_in_a_batch_signs_from_the_next_batch_on() {
    byte[] adding = ledger.sign(TestLedger.newInstruction(), owner, add(fresh, owner));
    ledger.signWith(owner, fresh);
    byte[] using = ledger.sign(TestLedger.newInstruction(), owner, add(Signer.random(), owner));
    assertThat(ledger.submit(adding, using).stream().map(Verdict::code))
        .containsExactly("APPLIED", "BAD_SIGNATURE");
    assertThat(ledger.submit(using).get(0).code()).isEqualTo("APPLIED");
  }

  @Test
  void the_office_of_its_region_recovers_a_participant_that_lost_its_key() {
    assertThat(verdict(owner, revoke(ledger.signer(owner).kid(), owner))).isEqualTo("APPLIED");
    assertThat(ledger.find(Participant.key(owner)).orElseThrow().keys()).isEmpty();
    assertThat(verdict(office, add(fresh, owner))).isEqualTo("APPLIED");
    ledger.signWith(owner, fresh);
    assertThat(verdict(owner, add(Signer.random(), owner))).isEqualTo("APPLIED");
  }

  @Test
  void the_authority_recovers_anybody() {
    assertThat(verdict(authority, add(fresh, trader))).isEqualTo("APPLIED");
    assertThat(verdict(authority, add(Signer.random(), office))).isEqualTo("APPLIED");
  }

  @Test
  void a_key_of_somebody_who_was_never_admitted_is_refused() {
    ParticipantId nobody = ledger.newId();
    assertThat(verdict(authority, add(fresh, nobody))).isEqualTo("UNKNOWN_PARTICIPANT");
    assertThat(verdict(authority, revoke(fresh.kid(), nobody))).isEqualTo("UNKNOWN_PARTICIPANT");
  }

  @Test
  void keys_of_another_are_not_ones_own_affair() {
    KeyId owners = ledger.signer(owner).kid();
    assertThat(verdict(trader, add(fresh, owner))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(trader, revoke(owners, owner))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(office, add(fresh, trader))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(office, revoke(ledger.signer(trader).kid(), trader)))
        .isEqualTo("NOT_ALLOWED");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OWNER", "TRADER"},
      mode = EnumSource.Mode.EXCLUDE)
  void an_office_cannot_give_itself_a_key_of_anybody_who_supervises_judges_or_certifies(Role role) {
    ParticipantId lost = ledger.admit(TestLedger.XILINHOT, role);
    assertThat(verdict(office, add(fresh, lost))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(authority, add(fresh, lost))).isEqualTo("APPLIED");
  }

  @Test
  void an_office_ends_a_stolen_key_of_a_certifier_and_of_nobody_above_it() {
    ParticipantId certifier = ledger.admit(TestLedger.XILINHOT, Role.CERTIFIER);
    ParticipantId court = ledger.admit(TestLedger.XILINHOT, Role.COURT);
    assertThat(verdict(office, revoke(ledger.signer(certifier).kid(), certifier)))
        .isEqualTo("APPLIED");
    assertThat(verdict(office, revoke(ledger.signer(court).kid(), court))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_key_is_registered_once_for_ever() {
    assertThat(verdict(owner, add(fresh, owner))).isEqualTo("APPLIED");
    assertThat(verdict(owner, add(fresh, owner))).isEqualTo("KEY_ALREADY_REGISTERED");
    assertThat(verdict(trader, add(fresh, trader))).isEqualTo("KEY_ALREADY_REGISTERED");
    assertThat(verdict(owner, revoke(fresh.kid(), owner))).isEqualTo("APPLIED");
    assertThat(verdict(owner, add(fresh, owner))).isEqualTo("KEY_ALREADY_REGISTERED");
  }

  @Test
  void a_participant_has_at_most_so_many_active_keys() {
    for (int i = 1; i < Participant.KEYS_MOST; i++) {
      ledger.apply(owner, add(Signer.seeded(5_000 + i), owner));
    }
    assertThat(verdict(owner, add(fresh, owner))).isEqualTo("TOO_MANY_KEYS");
    ledger.apply(owner, revoke(Signer.seeded(5_001).kid(), owner));
    assertThat(verdict(owner, add(fresh, owner))).isEqualTo("APPLIED");
  }

  @Test
  void a_revoked_key_is_kept_with_the_reason() {
    ledger.apply(owner, add(fresh, owner));
    ledger.apply(office, revoke(fresh.kid(), owner));
    RegisteredKey key = ledger.find(RegisteredKey.key(fresh.kid())).orElseThrow();
    assertThat(key.revocation())
        .contains(new RegisteredKey.Revocation(ledger.time(), office, "the device was lost"));
  }

  @Test
  void a_key_that_is_not_registered_or_is_anothers_cannot_be_revoked() {
    assertThat(verdict(owner, revoke(fresh.kid(), owner))).isEqualTo("UNKNOWN_KEY");
    assertThat(verdict(owner, revoke(ledger.signer(trader).kid(), owner))).isEqualTo("UNKNOWN_KEY");
  }

  @Test
  void the_last_key_of_an_authority_or_office_cannot_be_revoked() {
    KeyId offices = ledger.signer(office).kid();
    assertThat(verdict(office, revoke(offices, office))).isEqualTo("LAST_KEY");
    assertThat(verdict(authority, revoke(offices, office))).isEqualTo("LAST_KEY");
    assertThat(verdict(authority, revoke(ledger.signer(authority).kid(), authority)))
        .isEqualTo("LAST_KEY");
    ledger.apply(office, add(fresh, office));
    assertThat(verdict(office, revoke(offices, office))).isEqualTo("APPLIED");
  }

  @Test
  void a_key_is_revoked_once() {
    ledger.apply(owner, add(fresh, owner));
    ledger.apply(owner, revoke(fresh.kid(), owner));
    assertThat(verdict(owner, revoke(fresh.kid(), owner))).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_key_comes_bare_or_certified_and_never_both_ways_or_none() {
    assertThatThrownBy(() -> new AddKey(Optional.empty(), Optional.empty(), owner))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new AddKey(Optional.of(List.of("AAAA", "AAAA")), Optional.of(fresh.jwk()), owner))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
