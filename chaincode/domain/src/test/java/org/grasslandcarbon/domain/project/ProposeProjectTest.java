// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.participant.WithdrawAccreditation;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposeProjectTest {
  private final Projects projects = new Projects();
  private final ProposeProject valid = projects.proposal();

  private void isRefused(ProposeProject action, String code, String why) {
    Verdict verdict = projects.ledger.submit(projects.owner, action);
    assertThat(verdict.code()).isEqualTo(code);
    assertThat(verdict.detail().orElseThrow()).contains(why);
  }

  @Test
  void an_owner_publishes_a_design_document() {
    InstructionId id = projects.ledger.apply(projects.owner, valid);
    Project project = projects.project(id);
    assertThat(project.state()).isEqualTo(Project.State.PUBLICITY);
    assertThat(project.owner()).isEqualTo(projects.owner);
    assertThat(project.publicityWorkingDays()).isEqualTo(20);
    assertThat(project.nonPermanencePercent()).isEqualTo(Decimal.of("12"));
    assertThat(project.number()).isEmpty();
    assertThat(project.training()).isFalse();
    assertThat(projects.ledger.find(ProjectBoundary.key(id)).orElseThrow().boundary())
        .isEqualTo(ExampleProject.BOUNDARY.normalised());
  }

  @Test
  void a_proposal_is_refused_to_whoever_is_not_an_owner() {
    assertThat(projects.verdict(projects.validator, valid)).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_proposal_is_refused_for_a_region_that_is_not_on_the_ledger() {
    isRefused(Edited.with(valid, "/design/region", "\"152599\""), "UNKNOWN_REGION", "152599");
  }

  @Test
  void a_proposal_is_refused_under_a_methodology_that_is_not_published() {
    isRefused(
        Edited.with(valid, "/design/methodology/version", "\"7\""), "UNKNOWN_METHODOLOGY", "7");
  }

  @Test
  void a_proposal_is_refused_with_a_boundary_that_crosses_itself() {
    isRefused(
        Edited.with(
            valid,
            "/boundary/coordinates",
            "[[[116.1,43.95],[116.2,44],[116.2,43.95],[116.1,44],[116.1,43.95]]]"),
        "BAD_BOUNDARY",
        "cross or touch");
  }

  @Test
  void a_proposal_is_refused_when_the_stated_area_is_not_the_boundarys() {
    Decimal computed = ExampleProject.BOUNDARY.areaHectares();
    isRefused(
        Edited.with(valid, "/design/areaHectares", "\"4500\""),
        "AREA_MISMATCH",
        "stated 4500 ha, the boundary has " + computed + " ha");
  }

  @Test
  void the_stated_area_may_differ_by_the_tolerance_of_the_methodology() {
    Decimal computed = ExampleProject.BOUNDARY.areaHectares();
    Decimal most = new Decimal(computed.value().multiply(Decimal.of("1.01").value()));
    Decimal more = new Decimal(most.value().add(Decimal.of("0.0001").value()));
    assertThat(verdictWithArea(more)).isEqualTo("AREA_MISMATCH");
    assertThat(verdictWithArea(most)).isEqualTo("APPLIED");
  }

  private String verdictWithArea(Decimal hectares) {
    return projects.verdict(
        projects.owner, Edited.with(valid, "/design/areaHectares", "\"" + hectares + "\""));
  }

  @Test
  void a_proposal_is_refused_when_the_strata_are_larger_than_the_project() {
    isRefused(
        Edited.with(valid, "/design/strata/0/areaHectares", "\"3013.1\""),
        "AREA_MISMATCH",
        "the strata have 4413.1 ha");
  }

  @Test
  void a_proposal_is_refused_when_a_stratum_leaves_a_choice_open() {
    isRefused(
        Edited.without(valid, "/design/strata/0/choices/2"),
        "BAD_STRATA",
        "S1 must choose one of F_MG.* for F_MG_BSL");
  }

  @ParameterizedTest
  @CsvSource({"F_MG.NONE", "F_LU.GRASSLAND"})
  void a_proposal_is_refused_when_a_choice_is_not_one_of_its_group(String parameter) {
    isRefused(
        Edited.with(valid, "/design/strata/0/choices/2/parameter", "\"" + parameter + "\""),
        "BAD_STRATA",
        "F_MG_BSL");
  }

  @Test
  void a_proposal_is_refused_with_a_choice_that_the_methodology_does_not_offer() {
    isRefused(
        Edited.with(
            valid,
            "/design/strata/0/choices/-",
            "{\"parameter\":\"F_MG.SEVERE\",\"symbol\":\"F_WEATHER\"}"),
        "BAD_STRATA",
        "does not offer");
  }

  @ParameterizedTest
  @CsvSource({
    "/symbol, HEAD.DRAGON",
    "/symbol, MANAGED_AREA",
    "/unit, flock",
    "/value, 60000.1",
    "/value, -1"
  })
  void a_proposal_is_refused_with_baseline_data_that_are_not_the_methodologys(
      String member, String value) {
    isRefused(
        Edited.with(valid, "/design/strata/0/baseline/0" + member, "\"" + value + "\""),
        "BAD_STRATA",
        "baseline");
  }

  @ParameterizedTest
  @CsvSource({
    "/startDate, 2012-11-08",
    "/creditingPeriod/from, 2022-12-31",
    "/creditingPeriod/to, 2032-12-30",
    "/creditingPeriod/to, 2083-01-01"
  })
  void a_proposal_is_refused_with_dates_that_the_methodology_does_not_accept(
      String member, String date) {
    isRefused(
        Edited.with(valid, "/design" + member, "\"" + date + "\""), "START_DATE_NOT_ELIGIBLE", "");
  }

  @Test
  void crediting_cannot_begin_before_the_first_day_that_may_be_claimed() {
    ProposeProject early = Edited.with(valid, "/design/startDate", "\"2015-01-01\"");
    isRefused(
        Edited.with(early, "/design/creditingPeriod/from", "\"2020-09-22\""),
        "START_DATE_NOT_ELIGIBLE",
        "2020-09-23");
    assertThat(
            projects.verdict(
                projects.owner,
                Edited.with(early, "/design/creditingPeriod/from", "\"2020-09-23\"")))
        .isEqualTo("APPLIED");
  }

  @ParameterizedTest
  @CsvSource({"2032-12-31", "2082-12-31"})
  void a_crediting_period_may_have_the_least_and_the_most_years(String end) {
    assertThat(
            projects.verdict(
                projects.owner,
                Edited.with(valid, "/design/creditingPeriod/to", "\"" + end + "\"")))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_proposal_is_refused_when_the_chosen_certifier_is_not_accredited_today() {
    projects.ledger.apply(
        projects.authority, new WithdrawAccreditation(projects.validator, "lapsed"));
    isRefused(valid, "CERTIFIER_NOT_ACCREDITED", projects.validator.value());
  }

  @Test
  void a_proposal_is_refused_when_a_beneficiary_with_an_id_is_not_admitted() {
    String id = projects.ledger.newId().value();
    isRefused(
        Edited.with(valid, "/design/benefitShares/0/participant", "\"" + id + "\""),
        "RECIPIENT_NOT_ALLOWED",
        id);
  }

  @Test
  void a_project_under_a_training_methodology_is_marked() {
    ProposeProject training =
        new ProposeProject(
            ExampleProject.BOUNDARY, projects.design(ExampleMethodology.training().version()));
    assertThat(projects.project(projects.ledger.apply(projects.owner, training)).training())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/design/benefitShares/0/basisPoints, 10001",
    "/design/areaHectares, '\"0\"'",
    "/design/strata, '[]'",
    "/design/strata/1/name, '\"S1\"'",
    "/design/strata/0/areaHectares, '\"-1\"'",
    "/design/tenureDocuments, '[]'",
    "/design/creditingPeriod/to, '\"2022-12-31\"'"
  })
  void a_design_that_makes_no_sense_is_malformed(String pointer, String json) {
    assertThat(
            catchThrowableOfType(RegistryException.class, () -> Edited.with(valid, pointer, json))
                .code())
        .isEqualTo(ErrorCode.MALFORMED);
  }

  @Test
  void benefit_shares_are_together_at_most_the_whole() {
    String share = "{\"basisPoints\":%s,\"beneficiary\":{\"en\":\"Village\",\"zh\":\"村\"}}";
    ProposeProject whole =
        Edited.with(valid, "/design/benefitShares/-", String.format(share, "4000"));
    assertThat(projects.verdict(projects.owner, whole)).isEqualTo("APPLIED");
    assertThat(
            catchThrowable(
                () -> Edited.with(valid, "/design/benefitShares/-", String.format(share, "4001"))))
        .hasMessageContaining("10000");
  }
}
