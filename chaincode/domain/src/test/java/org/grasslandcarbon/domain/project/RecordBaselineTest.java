// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.participant.SourcedLimit;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No baseline is above what is shown of the years before the project. */
class RecordBaselineTest {
  private final Projects projects = new Projects();
  private final PublishMethodology asking = asking();
  private final InstructionId project;

  RecordBaselineTest() {
    projects.ledger.apply(projects.authority, asking);
    project =
        projects.ledger.apply(
            projects.owner,
            new ProposeProject(ExampleProject.BOUNDARY, projects.design(asking.version())));
  }

  private static PublishMethodology asking() {
    PublishMethodology tier1 = ExampleMethodology.tier1();
    return new PublishMethodology(
        tier1.algorithm(),
        tier1.document(),
        tier1.name(),
        tier1.science(),
        tier1.terms().withLookBack(new SourcedLimit(3, "test")),
        false,
        tier1.validity(),
        new MethodologyRef(tier1.version().id(), "8.0"));
  }

  private int start() {
    return projects.design(asking.version()).startDate().getYear();
  }

  /** What shows just the levels of the design in the three years before its start. */
  private RecordBaseline evidence(int firstYear, String... factors) {
    List<BaselineYears> rows = new ArrayList<>();
    for (Stratum stratum : projects.design(asking.version()).strata()) {
      for (Stratum.Level level : stratum.baseline()) {
        rows.add(
            new BaselineYears(
                stratum.name(),
                level.symbol(),
                level.unit(),
                Arrays.stream(factors)
                    .map(
                        factor ->
                            new Decimal(level.value().value().multiply(Decimal.of(factor).value())))
                    .toList()));
      }
    }
    return new RecordBaseline(rows, List.of(Sha256.of("invoices")), firstYear, project);
  }

  private String verdict(Action action) {
    return projects.verdict(projects.owner, action);
  }

  private String opinion() {
    projects.endPublicity();
    return projects.verdict(projects.validator, projects.opinion(project));
  }

  @Test
  void a_baseline_at_the_mean_of_the_years_before_is_validated() {
    assertThat(verdict(evidence(start() - 3, "0.5", "1", "1.5"))).isEqualTo("APPLIED");
    assertThat(opinion()).isEqualTo("APPLIED");
  }

  @Test
  void a_baseline_above_the_mean_is_not() {
    assertThat(verdict(evidence(start() - 3, "1", "1", "0.999999"))).isEqualTo("APPLIED");
    projects.endPublicity();
    assertThat(
            projects
                .ledger
                .submit(projects.validator, projects.opinion(project))
                .detail()
                .orElse(""))
        .contains("HEAD.SHEEP S1");
    assertThat(opinion()).isEqualTo("BASELINE_NOT_EVIDENCED");
  }

  @Test
  void a_baseline_that_nothing_shows_is_not_validated_and_may_be_rejected() {
    assertThat(opinion()).isEqualTo("BASELINE_NOT_EVIDENCED");
    assertThat(
            projects.verdict(
                projects.validator,
                new ValidateProject(
                    List.of(), Opinion.NEGATIVE, project, Sha256.of("report"), Optional.empty())))
        .isEqualTo("APPLIED");
  }

  @ParameterizedTest
  @CsvSource({"-4, BASELINE_NOT_EVIDENCED", "-2, BASELINE_NOT_EVIDENCED", "-3, APPLIED"})
  void the_years_are_those_right_before_the_start(int shift, String code) {
    verdict(evidence(start() + shift, "1", "1", "1"));
    assertThat(opinion()).isEqualTo(code);
  }

  @Test
  void more_years_may_be_shown_and_only_those_that_are_asked_for_count() {
    verdict(evidence(start() - 5, "9", "9", "0.9", "1", "1"));
    assertThat(opinion()).isEqualTo("BASELINE_NOT_EVIDENCED");
  }

  @Test
  void evidence_is_recorded_again_while_publicity_lasts_and_not_after() {
    verdict(evidence(start() - 3, "1", "1", "0.5"));
    assertThat(verdict(evidence(start() - 3, "1", "1", "1"))).isEqualTo("APPLIED");
    projects.endPublicity();
    assertThat(verdict(evidence(start() - 3, "2", "2", "2"))).isEqualTo("WRONG_STATE");
    assertThat(opinion()).isEqualTo("APPLIED");
    projects.ledger.apply(projects.office, new RegisterProject(project));
    assertThat(verdict(evidence(start() - 3, "2", "2", "2"))).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_registered_project_without_evidence_brings_it_once() {
    Projects others = new Projects();
    InstructionId before = others.registered();
    RecordBaseline evidence = ExampleProject.evidence(others.project(before).design(), before);
    assertThat(others.verdict(others.owner, evidence)).isEqualTo("APPLIED");
    assertThat(others.verdict(others.owner, evidence)).isEqualTo("WRONG_STATE");
  }

  @Test
  void only_the_owner_records_and_only_what_the_design_has() {
    RecordBaseline evidence = evidence(start() - 3, "1", "1", "1");
    ParticipantId another = projects.ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    assertThat(projects.verdict(another, evidence)).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(Edited.with(evidence, "/activities/0/symbol", "\"HEAD.YAK\"")))
        .isEqualTo("STRATA_MISMATCH");
    assertThat(verdict(Edited.with(evidence, "/activities/0/unit", "\"hundred head\"")))
        .isEqualTo("STRATA_MISMATCH");
    assertThat(verdict(Edited.with(evidence, "/activities/0/stratum", "\"S9\"")))
        .isEqualTo("STRATA_MISMATCH");
  }
}
