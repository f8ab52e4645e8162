// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

class AssignMandateTest {
  private static final MandateFunction FEEDBACK = MandateFunction.PUBLIC_FEEDBACK;

  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId mongolia = ledger.the(Role.OFFICE);
  private final ParticipantId bureau = ledger.admit(TestLedger.XILINHOT, Role.OFFICE);
  private final ParticipantId beijing = ledger.admit(TestLedger.BEIJING, Role.OFFICE);
  private final ParticipantId assessor = ledger.admit(TestLedger.BEIJING, Role.ASSESSOR);
  private final ParticipantId second = ledger.admit(TestLedger.BEIJING, Role.ASSESSOR);
  private final LocalDate today = BeijingTime.day(ledger.time());

  private AssignMandate mandate(
      RegionCode region,
      MandateFunction function,
      Optional<ParticipantId> holder,
      Optional<ParticipantId> delegate,
      LocalDate from,
      Optional<LocalDate> to) {
    return new AssignMandate(
        delegate, Sha256.of("decision"), from, function, holder, 2, region, to);
  }

  private AssignMandate feedback(RegionCode region, ParticipantId holder, LocalDate from) {
    return mandate(region, FEEDBACK, Optional.of(holder), Optional.empty(), from, Optional.empty());
  }

  private AssignMandate assessment(ParticipantId holder, int from, int to) {
    return mandate(
        TestLedger.INNER_MONGOLIA,
        MandateFunction.ASSESSMENT,
        Optional.of(holder),
        Optional.empty(),
        LocalDate.of(from, 1, 1),
        Optional.of(LocalDate.of(to, 12, 31)));
  }

  private Optional<ParticipantId> assessorOf(int year) {
    return ledger
        .find(Mandate.key(TestLedger.INNER_MONGOLIA, MandateFunction.ASSESSMENT))
        .flatMap(found -> found.assessorOf(year));
  }

  private Optional<Mandates.Found> responsible(RegionCode region, LocalDate day) {
    return Mandates.responsible(ledger::find, region, FEEDBACK, day);
  }

  private String code(ParticipantId by, AssignMandate mandate) {
    return ledger.submit(by, mandate).code();
  }

  @Test
  void a_later_term_ends_the_one_before_it_and_both_are_kept() {
    InstructionId first = ledger.apply(mongolia, feedback(TestLedger.XILINHOT, bureau, today));
    LocalDate later = today.plusDays(30);
    ledger.apply(mongolia, feedback(TestLedger.XILINHOT, mongolia, later));
    Mandate mandate = ledger.find(Mandate.key(TestLedger.XILINHOT, FEEDBACK)).orElseThrow();
    assertThat(mandate.terms())
        .extracting(Mandate.Term::from, Mandate.Term::to)
        .containsExactly(
            tuple(today, Optional.of(later.minusDays(1))), tuple(later, Optional.empty()));
    assertThat(mandate.terms().get(0).id()).isEqualTo(first);
    assertThat(mandate.termOn(later.minusDays(1)).orElseThrow().holder()).contains(bureau);
    assertThat(mandate.termOn(later).orElseThrow().holder()).contains(mongolia);
    assertThat(mandate.termOn(today.minusDays(1))).isEmpty();
  }

  @Test
  void a_term_with_a_last_day_leaves_a_gap_until_the_next_one() {
    AssignMandate first =
        mandate(
            TestLedger.XILINHOT,
            FEEDBACK,
            Optional.of(bureau),
            Optional.empty(),
            today,
            Optional.of(today.plusDays(9)));
    ledger.apply(mongolia, first);
    ledger.apply(mongolia, feedback(TestLedger.XILINHOT, mongolia, today.plusDays(20)));
    Mandate mandate = ledger.find(Mandate.key(TestLedger.XILINHOT, FEEDBACK)).orElseThrow();
    assertThat(mandate.termOn(today.plusDays(9))).isPresent();
    assertThat(mandate.termOn(today.plusDays(10))).isEmpty();
    assertThat(mandate.terms().get(0).to()).contains(today.plusDays(9));
  }

  @Test
  void who_is_responsible_is_looked_for_upwards_and_vacancies_are_told() {
    assertThat(responsible(TestLedger.XILINHOT, today)).isEmpty();
    ledger.apply(authority, feedback(RegionCode.NATION, authority, today));
    assertThat(responsible(TestLedger.XILINHOT, today).orElseThrow().vacancies())
        .containsExactly(TestLedger.XILINHOT, new RegionCode("152500"), TestLedger.INNER_MONGOLIA);
    ledger.apply(mongolia, feedback(TestLedger.INNER_MONGOLIA, mongolia, today));
    Mandates.Found found = responsible(TestLedger.XILINHOT, today).orElseThrow();
    assertThat(found.region()).isEqualTo(TestLedger.INNER_MONGOLIA);
    assertThat(found.term().responsible()).contains(mongolia);
    assertThat(found.vacancies()).containsExactly(TestLedger.XILINHOT, new RegionCode("152500"));
    ledger.apply(mongolia, feedback(TestLedger.XILINHOT, bureau, today));
    assertThat(responsible(TestLedger.XILINHOT, today).orElseThrow().vacancies()).isEmpty();
  }

  @Test
  void a_region_without_an_office_has_a_delegate_and_a_term_without_both_is_a_vacancy() {
    ledger.apply(mongolia, feedback(TestLedger.INNER_MONGOLIA, mongolia, today));
    ledger.apply(
        authority,
        mandate(
            TestLedger.XILINHOT,
            FEEDBACK,
            Optional.empty(),
            Optional.of(beijing),
            today,
            Optional.empty()));
    assertThat(responsible(TestLedger.XILINHOT, today).orElseThrow().term().responsible())
        .contains(beijing);
    LocalDate left = today.plusDays(5);
    ledger.apply(
        authority,
        mandate(
            TestLedger.XILINHOT,
            FEEDBACK,
            Optional.empty(),
            Optional.empty(),
            left,
            Optional.empty()));
    assertThat(responsible(TestLedger.XILINHOT, left).orElseThrow().term().responsible())
        .contains(mongolia);
    assertThat(responsible(TestLedger.XILINHOT, left).orElseThrow().vacancies())
        .contains(TestLedger.XILINHOT);
  }

  @Test
  void an_office_assigns_its_own_regions_people_in_its_own_regions() {
    assertThat(code(beijing, feedback(TestLedger.XILINHOT, beijing, today)))
        .isEqualTo("NOT_ALLOWED");
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, beijing, today)))
        .isEqualTo("NOT_ALLOWED");
    assertThat(code(mongolia, feedback(RegionCode.NATION, mongolia, today)))
        .isEqualTo("NOT_ALLOWED");
    assertThat(code(authority, feedback(TestLedger.XILINHOT, beijing, today))).isEqualTo("APPLIED");
  }

  @Test
  void a_region_that_is_not_on_the_ledger_has_no_mandates() {
    assertThat(code(mongolia, feedback(new RegionCode("152500"), mongolia, today)))
        .isEqualTo("UNKNOWN_REGION");
  }

  @Test
  void the_holder_is_admitted_not_suspended_and_holds_no_credits() {
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, ledger.newId(), today)))
        .isEqualTo("UNKNOWN_PARTICIPANT");
    ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, owner, today)))
        .isEqualTo("MANDATE_NOT_ELIGIBLE");
    assertThat(
            code(
                mongolia,
                mandate(
                    TestLedger.XILINHOT,
                    FEEDBACK,
                    Optional.of(bureau),
                    Optional.of(owner),
                    today,
                    Optional.empty())))
        .isEqualTo("MANDATE_NOT_ELIGIBLE");
    ledger.apply(authority, Edited.with(suspension(), "/participant", "\"" + bureau + "\""));
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, bureau, today)))
        .isEqualTo("MANDATE_NOT_ELIGIBLE");
  }

  private static SuspendParticipant suspension() {
    return SuspendParticipant.TYPE.example();
  }

  @Test
  void a_term_begins_today_or_later_and_after_the_one_before_it() {
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, bureau, today.minusDays(1))))
        .isEqualTo("BAD_MANDATE_TERM");
    ledger.apply(mongolia, feedback(TestLedger.XILINHOT, bureau, today.plusDays(10)));
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, mongolia, today.plusDays(10))))
        .isEqualTo("BAD_MANDATE_TERM");
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, mongolia, today)))
        .isEqualTo("BAD_MANDATE_TERM");
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, mongolia, today.plusDays(11))))
        .isEqualTo("APPLIED");
  }

  private List<LocalDate> begins() {
    return ledger.find(Mandate.key(TestLedger.XILINHOT, FEEDBACK)).orElseThrow().terms().stream()
        .map(Mandate.Term::from)
        .toList();
  }

  @Test
  void the_authority_takes_the_place_of_terms_that_have_not_begun() {
    ledger.apply(mongolia, feedback(TestLedger.XILINHOT, bureau, today));
    LocalDate far = today.plusYears(2);
    ledger.apply(mongolia, feedback(TestLedger.XILINHOT, mongolia, far.minusDays(9)));
    ledger.apply(mongolia, feedback(TestLedger.XILINHOT, bureau, far));
    LocalDate soon = today.plusDays(5);
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, mongolia, soon)))
        .isEqualTo("BAD_MANDATE_TERM");
    // Of the same day as one that has not begun, and before both.
    ledger.apply(authority, feedback(TestLedger.XILINHOT, beijing, far));
    assertThat(begins()).containsExactly(today, far.minusDays(9), far);
    ledger.apply(authority, feedback(TestLedger.XILINHOT, beijing, soon));
    assertThat(begins()).containsExactly(today, soon);
    Mandate mandate = ledger.find(Mandate.key(TestLedger.XILINHOT, FEEDBACK)).orElseThrow();
    assertThat(mandate.termOn(soon.minusDays(1)).orElseThrow().holder()).contains(bureau);
    assertThat(mandate.termOn(soon).orElseThrow().holder()).contains(beijing);
    assertThat(mandate.termOn(far).orElseThrow().holder()).contains(beijing);
    // What has begun stays, whoever would have it otherwise.
    assertThat(code(authority, feedback(TestLedger.XILINHOT, beijing, today)))
        .isEqualTo("BAD_MANDATE_TERM");
    assertThat(begins()).containsExactly(today, soon);
  }

  @Test
  void offices_leave_the_authority_room_for_terms() {
    for (int i = 0; i < Mandate.OFFICES_TERMS_MOST; i++) {
      ledger.apply(mongolia, feedback(TestLedger.XILINHOT, bureau, today.plusDays(i)));
    }
    LocalDate next = today.plusDays(Mandate.OFFICES_TERMS_MOST);
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, mongolia, next)))
        .isEqualTo("TOO_LARGE");
    assertThat(code(authority, feedback(TestLedger.XILINHOT, mongolia, next))).isEqualTo("APPLIED");
    ledger.apply(authority, feedback(TestLedger.XILINHOT, mongolia, today.plusDays(1)));
    assertThat(begins()).containsExactly(today, today.plusDays(1));
  }

  @Test
  void the_authority_alone_assigns_an_assessor_who_is_from_elsewhere() {
    assertThat(code(mongolia, assessment(assessor, 2024, 2024))).isEqualTo("NOT_ALLOWED");
    assertThat(code(authority, assessment(beijing, 2024, 2024))).isEqualTo("MANDATE_NOT_ELIGIBLE");
    ParticipantId ownAssessor = ledger.admit(TestLedger.XILINHOT, Role.ASSESSOR);
    assertThat(code(authority, assessment(ownAssessor, 2024, 2024))).isEqualTo("NOT_INDEPENDENT");
    assertThat(code(authority, assessment(assessor, 2024, 2024))).isEqualTo("APPLIED");
    assertThat(assessorOf(2024)).contains(assessor);
    assertThat(assessorOf(2025)).isEmpty();
    assertThat(assessorOf(2023)).isEmpty();
  }

  @Test
  void a_term_begins_within_two_years() {
    assertThat(
            code(mongolia, feedback(TestLedger.XILINHOT, bureau, today.plusYears(2).plusDays(1))))
        .isEqualTo("BAD_MANDATE_TERM");
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, bureau, today.plusYears(100))))
        .isEqualTo("BAD_MANDATE_TERM");
    assertThat(code(mongolia, feedback(TestLedger.XILINHOT, bureau, today.plusYears(2))))
        .isEqualTo("APPLIED");
  }

  @Test
  void an_assessor_has_a_region_at_most_two_years_running() {
    assertThat(code(authority, assessment(assessor, 2023, 2025))).isEqualTo("BAD_MANDATE_TERM");
    ledger.apply(authority, assessment(assessor, 2023, 2024));
    assertThat(code(authority, assessment(assessor, 2025, 2025))).isEqualTo("BAD_MANDATE_TERM");
    assertThat(code(authority, assessment(assessor, 2022, 2022))).isEqualTo("BAD_MANDATE_TERM");
    ledger.apply(authority, assessment(assessor, 2026, 2026));
    // The year between would make four of them.
    assertThat(code(authority, assessment(assessor, 2025, 2025))).isEqualTo("BAD_MANDATE_TERM");
    ledger.apply(authority, assessment(second, 2025, 2025));
    assertThat(List.of(assessorOf(2024), assessorOf(2025), assessorOf(2026)))
        .containsExactly(Optional.of(assessor), Optional.of(second), Optional.of(assessor));
  }

  @Test
  void of_two_assessors_of_a_year_the_one_assigned_last_counts() {
    ledger.apply(authority, assessment(assessor, 2024, 2024));
    ledger.apply(authority, assessment(second, 2024, 2024));
    assertThat(assessorOf(2024)).contains(second);
    assertThat(
            ledger
                .find(Mandate.key(TestLedger.INNER_MONGOLIA, MandateFunction.ASSESSMENT))
                .orElseThrow()
                .terms())
        .hasSize(2);
  }

  @Test
  void terms_that_contradict_themselves_are_not_well_formed() {
    assertThatThrownBy(
            () ->
                mandate(
                    TestLedger.XILINHOT,
                    FEEDBACK,
                    Optional.of(bureau),
                    Optional.of(bureau),
                    today,
                    Optional.empty()))
        .isInstanceOf(BadValueException.class)
        .hasMessageContaining("another than the holder");
    assertThatThrownBy(() -> Edited.with(assessment(assessor, 2024, 2024), "/to", "\"2024-12-30\""))
        .hasMessageContaining("from a 1 January to a 31 December");
    assertThatThrownBy(
            () -> Edited.with(assessment(assessor, 2024, 2024), "/from", "\"2024-02-01\""))
        .hasMessageContaining("from a 1 January to a 31 December");
    assertThatThrownBy(
            () ->
                Edited.with(
                    feedback(TestLedger.XILINHOT, bureau, today),
                    "/to",
                    "\"" + today.minusDays(1) + "\""))
        .hasMessageContaining("does not end before it begins");
  }
}
