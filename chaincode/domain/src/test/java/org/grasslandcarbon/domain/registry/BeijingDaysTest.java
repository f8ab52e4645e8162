// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.WithdrawMethodology;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.permanence.ReleaseBuffer;
import org.grasslandcarbon.domain.permanence.ReportReversal;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.RegisterProject;
import org.grasslandcarbon.domain.region.PublishRegions;
import org.grasslandcarbon.domain.stocking.RecordStocking;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/**
 * Every rule that asks what day it is asks for the day in Beijing, which begins at 16:00 UTC. Those
 * of methodologies, publicity and renewals have their midnights in tests of their own.
 */
class BeijingDaysTest {
  private static final String LAST_SECOND = "T15:59:59Z";
  private static final String MIDNIGHT = "T16:00:00Z";

  private final Projects projects = new Projects();

  private void setTime(String time) {
    projects.ledger.setTime(Instant.parse(time));
  }

  private String verdictAt(String time, ParticipantId by, Action action) {
    setTime(time);
    return projects.verdict(by, action);
  }

  @Test
  void a_project_that_is_registered_after_new_year_in_beijing_has_the_new_year_in_its_number() {
    InstructionId lastOfTheYear = projects.validated();
    InstructionId firstOfTheNext = projects.validated();
    setTime("2025-12-31" + LAST_SECOND);
    projects.ledger.apply(projects.office, new RegisterProject(lastOfTheYear));
    setTime("2025-12-31T16:24:00Z");
    projects.ledger.apply(projects.office, new RegisterProject(firstOfTheNext));
    assertThat(projects.project(lastOfTheYear).number().orElseThrow())
        .hasToString("GCS-152502-2025-0001");
    assertThat(projects.project(firstOfTheNext).number().orElseThrow())
        .hasToString("GCS-152502-2026-0001");
  }

  @Test
  void a_year_of_grazing_is_recorded_once_the_year_has_begun_in_beijing() {
    RecordStocking next =
        Edited.with(
            Edited.with(
                RecordStocking.TYPE.example(),
                "/project",
                "\"" + projects.registered().value() + "\""),
            "/year",
            "2026");
    assertThat(verdictAt("2025-12-31" + LAST_SECOND, projects.owner, next))
        .isNotEqualTo(Verdict.APPLIED);
    assertThat(verdictAt("2025-12-31" + MIDNIGHT, projects.owner, next)).isEqualTo(Verdict.APPLIED);
  }

  @Test
  void a_period_is_reported_once_its_last_day_is_over_in_beijing() {
    SubmitMonitoringReport report =
        projects.report(projects.registered(), "2023-01-01", "2025-09-30", "100");
    assertThat(verdictAt("2025-09-30" + LAST_SECOND, projects.owner, report))
        .isEqualTo("PERIOD_OUTSIDE_CREDITING");
    assertThat(verdictAt("2025-09-30" + MIDNIGHT, projects.owner, report))
        .isNotEqualTo("PERIOD_OUTSIDE_CREDITING");
  }

  @Test
  void a_claim_grows_too_old_at_midnight_in_beijing() {
    SubmitMonitoringReport report =
        projects.report(projects.registered(), "2023-01-01", "2023-12-31", "100");
    assertThat(verdictAt("2028-01-01" + MIDNIGHT, projects.owner, report))
        .isEqualTo("CLAIM_TOO_OLD");
    assertThat(verdictAt("2028-01-01" + LAST_SECOND, projects.owner, report))
        .isEqualTo(Verdict.APPLIED);
  }

  @Test
  void a_loss_is_reported_on_its_day_in_beijing_and_not_before() {
    InstructionId project = projects.reportOf(projects.issued()).project();
    ReportReversal reversal =
        Edited.with(
            Edited.with(
                Edited.with(
                    ReportReversal.TYPE.example(), "/project", "\"" + project.value() + "\""),
                "/eventDate",
                "\"2026-02-02\""),
            "/estimate",
            "1");
    assertThat(verdictAt("2026-02-01" + LAST_SECOND, projects.owner, reversal))
        .isEqualTo("BAD_EVENT_DATE");
    assertThat(verdictAt("2026-02-01" + MIDNIGHT, projects.owner, reversal))
        .isEqualTo(Verdict.APPLIED);
  }

  @Test
  void a_buffer_is_released_once_the_last_day_of_the_obligation_is_over_in_beijing() {
    InstructionId project = projects.reportOf(projects.issued()).project();
    ReleaseBuffer release = new ReleaseBuffer(Sha256.of("decision"), project);
    assertThat(verdictAt("2042-12-31" + LAST_SECOND, projects.authority, release))
        .isEqualTo("OBLIGATION_NOT_OVER");
    assertThat(verdictAt("2042-12-31" + MIDNIGHT, projects.authority, release))
        .isEqualTo(Verdict.APPLIED);
  }

  @Test
  void a_methodology_is_withdrawn_from_todays_day_in_beijing_on() {
    WithdrawMethodology from =
        new WithdrawMethodology(
            LocalDate.of(2025, 6, 30),
            Optional.empty(),
            "replaced",
            ExampleMethodology.tier1().version());
    assertThat(verdictAt("2025-06-30" + MIDNIGHT, projects.authority, from))
        .isEqualTo("BAD_METHODOLOGY");
    assertThat(verdictAt("2025-06-30" + LAST_SECOND, projects.authority, from))
        .isEqualTo(Verdict.APPLIED);
  }

  @Test
  void an_accreditation_begins_and_ends_at_midnight_in_beijing() {
    projects.ledger.apply(
        projects.authority,
        new AccreditCertifier(
            projects.validator,
            Sha256.of("certificate"),
            List.of(ExampleMethodology.tier1().version().id()),
            LocalDate.of(2025, 7, 1),
            LocalDate.of(2025, 7, 31)));
    assertThat(verdictAt("2025-06-30" + LAST_SECOND, projects.owner, projects.proposal()))
        .isEqualTo("CERTIFIER_NOT_ACCREDITED");
    assertThat(verdictAt("2025-06-30" + MIDNIGHT, projects.owner, projects.proposal()))
        .isEqualTo(Verdict.APPLIED);
    assertThat(verdictAt("2025-07-31" + LAST_SECOND, projects.owner, projects.proposal()))
        .isEqualTo(Verdict.APPLIED);
    assertThat(verdictAt("2025-07-31" + MIDNIGHT, projects.owner, projects.proposal()))
        .isEqualTo("CERTIFIER_NOT_ACCREDITED");
  }

  @Test
  void a_day_of_the_calendar_is_past_at_midnight_in_beijing() {
    // The third of July, a Thursday, becomes free.
    PublishCalendar changed = calendar("2025-07-03");
    assertThat(verdictAt("2025-07-03" + MIDNIGHT, projects.authority, changed))
        .isEqualTo("BAD_CALENDAR");
    assertThat(verdictAt("2025-07-03" + LAST_SECOND, projects.authority, changed))
        .isEqualTo(Verdict.APPLIED);
  }

  private static PublishCalendar calendar(String furtherHoliday) {
    List<LocalDate> holidays =
        List.of(
                "2025-04-04",
                "2025-05-01",
                "2025-05-02",
                "2025-05-05",
                "2025-06-02",
                furtherHoliday)
            .stream()
            .map(LocalDate::parse)
            .toList();
    return new PublishCalendar(
        Sha256.of("notice"), holidays, List.of(LocalDate.of(2025, 4, 27)), 2025);
  }

  @Test
  void a_division_is_in_use_from_its_first_day_in_beijing_to_its_last() {
    RegionCode banner = new RegionCode("150929");
    publish(banner, Optional.empty());
    assertThat(verdictAt("2025-06-30" + LAST_SECOND, projects.authority, admission(banner)))
        .isEqualTo("UNKNOWN_REGION");
    assertThat(verdictAt("2025-06-30" + LAST_SECOND, projects.owner, proposalIn(banner)))
        .isEqualTo("UNKNOWN_REGION");
    assertThat(verdictAt("2025-06-30" + MIDNIGHT, projects.authority, admission(banner)))
        .isEqualTo(Verdict.APPLIED);
    assertThat(verdictAt("2025-06-30" + MIDNIGHT, projects.owner, proposalIn(banner)))
        .isEqualTo(Verdict.APPLIED);
    LocalDate last = LocalDate.of(2025, 8, 31);
    assertThat(
            verdictAt(
                "2025-08-31" + MIDNIGHT, projects.authority, division(banner, Optional.of(last))))
        .isEqualTo("WRONG_STATE");
    assertThat(
            verdictAt(
                "2025-08-31" + LAST_SECOND,
                projects.authority,
                division(banner, Optional.of(last))))
        .isEqualTo(Verdict.APPLIED);
    assertThat(verdictAt("2025-08-31" + LAST_SECOND, projects.authority, admission(banner)))
        .isEqualTo(Verdict.APPLIED);
    assertThat(verdictAt("2025-08-31" + MIDNIGHT, projects.authority, admission(banner)))
        .isEqualTo("UNKNOWN_REGION");
  }

  private void publish(RegionCode code, Optional<LocalDate> last) {
    projects.ledger.apply(projects.authority, division(code, last));
  }

  private static PublishRegions division(RegionCode code, Optional<LocalDate> last) {
    return new PublishRegions(
        List.of(
            new PublishRegions.Division(
                code, Name.of("四子王旗", "Siziwang Banner"), LocalDate.of(2025, 7, 1), last)));
  }

  private ProposeProject proposalIn(RegionCode region) {
    return Edited.with(projects.proposal(), "/design/region", "\"" + region + "\"");
  }

  private AdmitParticipant admission(RegionCode region) {
    ParticipantId id = projects.ledger.newId();
    return new AdmitParticipant(
        Optional.empty(),
        id,
        List.of(Signer.seeded(Long.parseLong(id.value().substring(8, 17)) + 500).jwk()),
        Name.of("新主体", "Newcomer"),
        region,
        List.of(Role.TRADER));
  }

  @Test
  void who_comes_too_early_is_told_the_last_day_of_publicity() {
    // Monday the third of March to Friday the 28th: twenty working days.
    InstructionId project = projects.propose();
    setTime("2025-03-28" + LAST_SECOND);
    assertThat(projects.ledger.submit(projects.validator, projects.opinion(project)).detail())
        .get()
        .asString()
        .contains("2025-03-28");
    // The calendar of 2027 is not published: the day is not known yet, and that is said.
    projects.setDate("2026-12-28");
    InstructionId late = projects.propose();
    assertThat(projects.ledger.submit(projects.validator, projects.opinion(late)).detail())
        .get()
        .asString()
        .contains("calendar");
  }

  @Test
  void who_leaves_a_gap_is_told_the_member_that_explains_it() {
    SubmitMonitoringReport report =
        projects.report(projects.registered(), "2023-07-01", "2023-12-31", "100");
    assertThat(projects.ledger.submit(projects.owner, report).detail())
        .get()
        .asString()
        .contains("2023-01-01", "gapExplanation");
  }
}
