// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.methodology.WithdrawMethodology;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Renewals;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposeRenewalTest {
  private final Renewals renewals = new Renewals();

  private String verdict(ProposeRenewal proposal) {
    return renewals.projects.verdict(renewals.projects.owner, proposal);
  }

  private String verdictWith(String pointer, String json) {
    return verdict(Edited.with(renewals.proposal(), "/design" + pointer, json));
  }

  @Test
  void a_renewal_claims_no_land_and_the_project_stays_as_it_is() {
    Project before = renewals.projects.project(renewals.project);
    InstructionId id = renewals.proposed();
    Project project = renewals.projects.project(renewals.project);
    assertThat(project.renewal().orElseThrow().id()).isEqualTo(id);
    assertThat(project.withRenewal(Optional.empty())).isEqualTo(before);
    Renewal renewal = renewals.projects.ledger.find(Renewal.key(id)).orElseThrow();
    assertThat(renewal.state()).isEqualTo(Renewal.State.PUBLICITY);
    assertThat(renewal.nonPermanencePercent()).hasToString("20");
  }

  @ParameterizedTest
  @CsvSource({
    // The days begin at 16:00 UTC.
    "2030-12-30T15:59:59Z, RENEWAL_NOT_DUE",
    "2030-12-30T16:00:00Z, APPLIED",
    "2032-12-31T15:59:59Z, APPLIED",
    "2032-12-31T16:00:00Z, RENEWAL_NOT_DUE"
  })
  void a_renewal_is_proposed_in_the_two_years_before_the_end(String time, String verdict) {
    renewals.projects.ledger.setTime(Instant.parse(time));
    assertThat(verdict(renewals.proposal())).isEqualTo(verdict);
  }

  @Test
  void only_the_owner_proposes_a_renewal() {
    ParticipantId other = renewals.projects.ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    assertThat(renewals.projects.verdict(other, renewals.proposal())).isEqualTo("NOT_ALLOWED");
    String nothing = "\"" + ExampleProject.ID.value() + "\"";
    assertThat(verdict(Edited.with(renewals.proposal(), "/project", nothing)))
        .isEqualTo("UNKNOWN_PROJECT");
  }

  @Test
  void a_project_that_has_ended_is_not_renewed() {
    renewals.projects.ledger.apply(
        renewals.projects.owner, new DeregisterProject(renewals.project, "Sold."));
    assertThat(verdict(renewals.proposal())).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_renewal_needs_a_version_that_is_open_for_new_projects() {
    assertThat(verdictWith("/methodology/version", "\"3.0\"")).isEqualTo("UNKNOWN_METHODOLOGY");
    renewals.projects.ledger.apply(
        renewals.projects.authority,
        new WithdrawMethodology(
            LocalDate.of(2032, 6, 2),
            Optional.empty(),
            "replaced",
            ExampleMethodology.tier1().version()));
    assertThat(verdictWith("/methodology/version", "\"1.0\"")).isEqualTo("APPLIED");
    renewals.projects.setDate("2032-06-02");
    assertThat(verdictWith("/methodology/version", "\"1.0\"")).isEqualTo("METHODOLOGY_CLOSED");
  }

  @Test
  void land_region_start_and_practice_stay_and_the_new_period_follows_the_present() {
    assertThat(verdictWith("/areaHectares", "\"4412\"")).isEqualTo("BAD_RENEWAL");
    assertThat(verdictWith("/region", "\"150000\"")).isEqualTo("BAD_RENEWAL");
    assertThat(verdictWith("/startDate", "\"2023-01-02\"")).isEqualTo("BAD_RENEWAL");
    assertThat(verdictWith("/creditingPeriod/from", "\"2033-01-02\"")).isEqualTo("BAD_RENEWAL");
    assertThat(verdictWith("/creditingPeriod/from", "\"2032-12-31\"")).isEqualTo("BAD_RENEWAL");
    ProposeRenewal practice =
        Edited.with(
            renewals.proposal(),
            "/design/methodology/id",
            "\"" + ExampleMethodology.training().version().id() + "\"");
    assertThat(verdict(Edited.with(practice, "/design/methodology/version", "\"1.0\"")))
        .isEqualTo("BAD_RENEWAL");
  }

  @ParameterizedTest
  @CsvSource({
    "CREDITING_PERIODS_MOST, 1, 1",
    "CREDITING_YEARS_TOTAL_MOST, 19.9, yr",
  })
  void a_version_limits_how_often_and_how_long_a_project_goes_on(
      String parameter, String most, String unit) {
    String added = "{\"name\":\"%s\",\"source\":\"example\",\"unit\":\"%s\",\"value\":\"%s\"}";
    PublishMethodology limited =
        Edited.with(
            Edited.with(ExampleMethodology.tier1(), "/version/version", "\"3.0\""),
            "/science/parameters/-",
            String.format(added, parameter, unit, most));
    renewals.projects.ledger.apply(renewals.projects.authority, limited);
    assertThat(verdictWith("/methodology/version", "\"3.0\"")).isEqualTo("RENEWAL_LIMIT");
  }

  @Test
  void without_a_limit_of_its_own_crediting_ends_after_a_hundred_years() {
    String longest = "{\"from\":\"2033-01-01\",\"to\":\"%s\"}";
    assertThat(verdictWith("/creditingPeriod", String.format(longest, "2123-01-01")))
        .isEqualTo("RENEWAL_LIMIT");
    // Within the limit of all periods, but one has sixty years at most.
    assertThat(verdictWith("/creditingPeriod", String.format(longest, "2122-12-31")))
        .isEqualTo("START_DATE_NOT_ELIGIBLE");
  }

  @Test
  void a_renewal_is_designed_as_a_project_is() {
    assertThat(verdictWith("/strata/0/areaHectares", "\"3014\"")).isEqualTo("AREA_MISMATCH");
    assertThat(verdictWith("/strata/0/choices", "[]")).isEqualTo("BAD_STRATA");
    assertThat(verdictWith("/creditingPeriod/to", "\"2042-12-30\""))
        .isEqualTo("START_DATE_NOT_ELIGIBLE");
    assertThat(verdictWith("/certifier", "\"" + renewals.projects.owner.value() + "\""))
        .isEqualTo("CERTIFIER_NOT_ACCREDITED");
    assertThat(
            verdictWith(
                "/benefitShares/0/participant",
                "\"" + renewals.projects.ledger.newId().value() + "\""))
        .isEqualTo("RECIPIENT_NOT_ALLOWED");
  }

  @Test
  void another_proposal_takes_the_place_of_the_one_before() {
    InstructionId first = renewals.proposed();
    InstructionId second = renewals.proposed();
    assertThat(renewals.projects.ledger.find(Renewal.key(first)).orElseThrow().state())
        .isEqualTo(Renewal.State.REPLACED);
    renewals.projects.endPublicity();
    assertThat(renewals.projects.verdict(renewals.renewer, renewals.opinion(first)))
        .isEqualTo("WRONG_STATE");
    assertThat(renewals.projects.verdict(renewals.renewer, renewals.opinion(second)))
        .isEqualTo("APPLIED");
  }
}
