// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

class RecordRelationTest {
  private static final LocalDate FROM = LocalDate.of(2024, 5, 1);

  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId mongolia = ledger.the(Role.OFFICE);
  private final ParticipantId exchange = ledger.admit(TestLedger.BEIJING, Role.EXCHANGE);
  private final ParticipantId parent = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final ParticipantId shell = ledger.admit(TestLedger.XILINHOT, Role.TRADER);
  private final ParticipantId far = ledger.admit(TestLedger.BEIJING, Role.TRADER);

  private static RecordRelation of(ParticipantId one, ParticipantId other, Relation.Kind kind) {
    return of(one, other, kind, Optional.empty(), Optional.empty(), false);
  }

  private static RecordRelation of(
      ParticipantId one,
      ParticipantId other,
      Relation.Kind kind,
      Optional<Integer> perMille,
      Optional<LocalDate> to,
      boolean mistaken) {
    return new RecordRelation(
        Sha256.of("register"), FROM, kind, mistaken, other, one, perMille, to);
  }

  private String verdict(ParticipantId by, RecordRelation relation) {
    return ledger.submit(by, relation).code();
  }

  private Relation found(ParticipantId one, ParticipantId other, Relation.Kind kind) {
    return ledger.find(Relation.key(one, other, kind)).orElseThrow();
  }

  @Test
  void a_later_statement_counts_and_the_earlier_one_stays_as_it_was() {
    ledger.apply(
        authority,
        of(parent, shell, Relation.Kind.OWNERSHIP, Optional.of(400), Optional.empty(), false));
    Relation.Statement first = found(parent, shell, Relation.Kind.OWNERSHIP).statements().get(0);
    ledger.apply(
        mongolia,
        of(
            parent,
            shell,
            Relation.Kind.OWNERSHIP,
            Optional.of(600),
            Optional.of(FROM.plusYears(1)),
            false));
    Relation relation = found(parent, shell, Relation.Kind.OWNERSHIP);
    assertThat(relation.statements()).hasSize(2).startsWith(first);
    assertThat(relation.newest().orElseThrow().perMille()).contains(600);
    assertThat(relation.newest().orElseThrow().by()).isEqualTo(mongolia);
  }

  @Test
  void a_relation_holds_from_its_first_to_its_last_day_and_never_when_it_was_a_mistake() {
    ledger.apply(
        authority,
        of(
            parent,
            shell,
            Relation.Kind.AGENCY,
            Optional.empty(),
            Optional.of(FROM.plusDays(9)),
            false));
    Relation.Statement stated = found(parent, shell, Relation.Kind.AGENCY).newest().orElseThrow();
    assertThat(stated.holdsOn(FROM.minusDays(1))).isFalse();
    assertThat(stated.holdsOn(FROM)).isTrue();
    assertThat(stated.holdsOn(FROM.plusDays(9))).isTrue();
    assertThat(stated.holdsOn(FROM.plusDays(10))).isFalse();

    RecordRelation mistake =
        of(parent, shell, Relation.Kind.AGENCY, Optional.empty(), Optional.empty(), true);
    ledger.apply(authority, mistake);
    assertThat(found(parent, shell, Relation.Kind.AGENCY).newest().orElseThrow().holdsOn(FROM))
        .isFalse();
  }

  @Test
  void nothing_can_be_a_mistake_that_was_not_stated() {
    RecordRelation mistake =
        of(parent, shell, Relation.Kind.AGENCY, Optional.empty(), Optional.empty(), true);
    assertThat(verdict(authority, mistake)).isEqualTo(ErrorCode.WRONG_STATE.name());
  }

  @Test
  void a_relation_that_goes_both_ways_is_one_whoever_is_named_first() {
    ledger.apply(authority, of(parent, shell, Relation.Kind.FAMILY));
    ledger.apply(authority, of(shell, parent, Relation.Kind.FAMILY));
    assertThat(found(parent, shell, Relation.Kind.FAMILY).statements()).hasSize(2);
    ledger.apply(authority, of(parent, shell, Relation.Kind.CONTROL));
    ledger.apply(authority, of(shell, parent, Relation.Kind.CONTROL));
    assertThat(found(shell, parent, Relation.Kind.CONTROL).statements()).hasSize(1);
    assertThat(found(shell, parent, Relation.Kind.CONTROL).participant()).isEqualTo(shell);
  }

  @Test
  void an_office_states_of_its_own_region_and_an_exchange_of_those_who_trade() {
    assertThat(verdict(mongolia, of(parent, far, Relation.Kind.FAMILY)))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
    assertThat(verdict(mongolia, of(parent, shell, Relation.Kind.FAMILY))).isEqualTo("APPLIED");
    assertThat(verdict(exchange, of(parent, far, Relation.Kind.FAMILY))).isEqualTo("APPLIED");
    ParticipantId certifier = ledger.admit(TestLedger.BEIJING, Role.CERTIFIER);
    assertThat(verdict(exchange, of(parent, certifier, Relation.Kind.FAMILY)))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
    assertThat(verdict(parent, of(shell, far, Relation.Kind.FAMILY)))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
  }

  @Test
  void nobody_states_its_own_relations() {
    assertThat(verdict(authority, of(authority, shell, Relation.Kind.CONTROL)))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
    assertThat(verdict(authority, of(shell, authority, Relation.Kind.CONTROL)))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
  }

  @Test
  void both_are_participants() {
    assertThat(verdict(authority, of(ledger.newId(), shell, Relation.Kind.FAMILY)))
        .isEqualTo(ErrorCode.UNKNOWN_PARTICIPANT.name());
    assertThat(verdict(authority, of(shell, ledger.newId(), Relation.Kind.FAMILY)))
        .isEqualTo(ErrorCode.UNKNOWN_PARTICIPANT.name());
  }

  @Test
  void a_relation_is_stated_so_many_times_and_no_more() {
    for (int i = 0; i < Relation.STATEMENTS_MOST; i++) {
      ledger.apply(authority, of(parent, shell, Relation.Kind.FAMILY));
    }
    assertThat(verdict(authority, of(parent, shell, Relation.Kind.FAMILY)))
        .isEqualTo(ErrorCode.TOO_MANY_CORRECTIONS.name());
  }

  @Test
  void what_makes_no_sense_cannot_be_said() {
    assertThatThrownBy(() -> of(parent, parent, Relation.Kind.FAMILY))
        .hasMessageContaining("two different participants");
    assertThatThrownBy(
            () ->
                of(parent, shell, Relation.Kind.FAMILY, Optional.of(500), Optional.empty(), false))
        .hasMessageContaining("only ownership and control");
    assertThatThrownBy(
            () ->
                of(
                    parent,
                    shell,
                    Relation.Kind.CONTROL,
                    Optional.empty(),
                    Optional.of(FROM.minusDays(1)),
                    false))
        .hasMessageContaining("does not end before it begins");
  }
}
