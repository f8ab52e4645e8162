// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.testing.GoldenHistory;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.views.duty.NoDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is late with what, by rules' days and by working days. */
class OverdueTest {
  private final Projects projects = new Projects();
  private final ProjectedWork work = new ProjectedWork(projects.ledger);

  @AfterEach
  void close() {
    work.close();
  }

  private static Overdue.Asked asked(int workingDays) {
    return new Overdue.Asked(Optional.empty(), Optional.empty(), Optional.empty(), workingDays);
  }

  private Actor actor(ParticipantId id) {
    return projects.ledger.find(Participant.key(id)).orElseThrow().asActor();
  }

  private Overdue.Report late(ParticipantId asking, int workingDays) {
    return work.overdue(actor(asking), asked(workingDays), projects.ledger.time());
  }

  @Test
  void an_opinion_without_a_rules_day_is_told_from_the_working_days_on_that_are_asked_for() {
    InstructionId project = projects.propose();
    // Publicity ended on 28 March 2025; the 4th of April is a holiday.
    projects.setDate("2025-04-07");
    assertThat(late(projects.office, 6).items()).isEmpty();
    assertThat(late(projects.office, 5).items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.action()).isEqualTo("validateProject");
              assertThat(item.basis()).isEqualTo(Overdue.Basis.WAITED);
              assertThat(item.subject()).isEqualTo(project.value());
              assertThat(item.since()).contains("2025-03-29");
              assertThat(item.waited()).contains(5);
              assertThat(item.due()).isEmpty();
              assertThat(item.noDue().orElseThrow().code()).isEqualTo(NoDay.NO_RULE);
              assertThat(item.participants()).containsExactly(projects.validator.value());
              assertThat(item.region())
                  .contains(projects.project(project).design().region().value());
            });
  }

  @Test
  void an_office_is_told_of_its_land_and_of_its_own_being_late_and_no_other_is() {
    projects.validated();
    Instant later = projects.ledger.time().plus(Duration.ofDays(60));
    ParticipantId beijing = projects.ledger.admit(TestLedger.BEIJING, Role.OFFICE);
    assertThat(work.overdue(actor(projects.office), asked(20), later).items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.action()).isEqualTo("registerProject");
              assertThat(item.participants()).contains(projects.office.value());
              assertThat(item.roles()).containsExactly(Role.OFFICE);
            });
    assertThat(work.overdue(actor(beijing), asked(20), later).items()).isEmpty();
    Overdue.Asked elsewhere =
        new Overdue.Asked(Optional.empty(), Optional.empty(), Optional.of(TestLedger.BEIJING), 20);
    assertThat(work.overdue(actor(projects.office), elsewhere, later).items()).isEmpty();
    ParticipantId exchange = projects.ledger.admit(TestLedger.BEIJING, Role.EXCHANGE);
    assertThat(work.overdue(actor(exchange), asked(1), later).items()).isEmpty();
  }

  @Test
  void what_any_certifier_may_do_names_none_and_says_the_role() {
    projects.submitted();
    projects.endPublicity();
    Instant later = projects.ledger.time().plus(Duration.ofDays(60));
    assertThat(work.overdue(actor(projects.office), asked(20), later).items())
        .filteredOn(item -> item.action().equals("verifyMonitoringReport"))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.participants()).isEmpty();
              assertThat(item.roles()).containsExactly(Role.CERTIFIER);
            });
  }

  @Test
  void past_the_day_of_a_rule_it_is_late_by_working_days_and_the_day_itself_is_not() {
    InstructionId id = projects.registered();
    LocalDate last = projects.project(id).design().creditingPeriod().from().plusYears(5);
    Instant on = BeijingTime.start(last).plus(Duration.ofHours(12));
    assertThat(claims(on)).isEmpty();
    assertThat(claims(on.plus(Duration.ofDays(1))))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.basis()).isEqualTo(Overdue.Basis.RULE);
              assertThat(item.due()).contains(last.toString());
              assertThat(item.noDue()).isEmpty();
              assertThat(item.participants()).containsExactly(projects.owner.value());
              // No calendar of that year is published: the day is late, by how many is not known.
              assertThat(item.late()).isEmpty();
              assertThat(item.noWorkingDays().orElseThrow().code()).isEqualTo(NoDay.NO_CALENDAR);
            });
  }

  private List<Overdue.Item> claims(Instant time) {
    return work.overdue(actor(projects.office), asked(20), time).items().stream()
        .filter(item -> item.action().equals("submitMonitoringReport"))
        .toList();
  }

  @Test
  void while_a_calendar_is_missing_it_is_said_that_nobody_knows() {
    projects.setDate("2026-12-21");
    projects.propose();
    Overdue.Report report =
        work.overdue(
            actor(projects.office), asked(20), projects.ledger.time().plus(Duration.ofDays(100)));
    assertThat(report.items()).isEmpty();
    assertThat(report.unknown())
        .singleElement()
        .satisfies(
            unknown -> {
              assertThat(unknown.action()).isEqualTo("validateProject");
              assertThat(unknown.count()).isEqualTo(1);
              assertThat(unknown.why().code()).isEqualTo(NoDay.NO_CALENDAR);
            });
  }

  @Test
  void of_a_whole_history_exchanges_are_told_of_their_venues_and_no_choice_is_late() {
    TestLedger golden = GoldenHistory.play();
    try (ProjectedWork all = new ProjectedWork(golden)) {
      Actor authority =
          golden
              .records(Participant.TYPE)
              .map(Participant::asActor)
              .filter(each -> each.is(Role.AUTHORITY))
              .findFirst()
              .orElseThrow();
      Actor exchange =
          golden
              .find(
                  Participant.key(
                      golden
                          .records(InstrumentBook.TYPE)
                          .findFirst()
                          .orElseThrow()
                          .venue()
                          .exchange()))
              .orElseThrow()
              .asActor();
      Instant later = golden.time().plus(Duration.ofDays(400));
      Overdue.Report of = all.overdue(authority, asked(20), later);
      Set<String> found = new TreeSet<>();
      of.items().forEach(item -> found.add(item.action()));
      assertThat(found)
          .contains("closeTradingDay", "confirmWithdrawal", "defaultForward", "attestCash")
          .doesNotContain("recordInvoice", "releaseForward", "resumeInstrument", "proposeRenewal");
      assertThat(of.items())
          .filteredOn(item -> item.action().equals("defaultForward"))
          .allSatisfy(
              item -> {
                assertThat(item.basis()).isEqualTo(Overdue.Basis.RULE);
                assertThat(item.participants()).hasSize(2);
              });
      assertThat(of.unknown())
          .filteredOn(unknown -> unknown.action().equals("payBenefit"))
          .singleElement()
          .satisfies(unknown -> assertThat(unknown.why().code()).isEqualTo(NoDay.NO_BEGINNING));
      Set<String> ofVenues = new TreeSet<>();
      all.overdue(exchange, asked(20), later).items().forEach(item -> ofVenues.add(item.action()));
      assertThat(ofVenues)
          .contains("closeTradingDay", "defaultForward")
          .doesNotContain("confirmWithdrawal", "verifyMonitoringReport", "attestCash");
      RegionCode none = new RegionCode("460000");
      assertThat(
              all.overdue(
                      authority,
                      new Overdue.Asked(Optional.empty(), Optional.empty(), Optional.of(none), 20),
                      later)
                  .items())
          .isEmpty();
    }
  }
}
