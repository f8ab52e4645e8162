// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.grasslandcarbon.domain.permanence.ReleaseBuffer;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.Renewals;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** Reports of a project whose crediting period of 2033 follows one that ended with 2032. */
class RenewedProjectTest {
  private final Renewals renewals = new Renewals();
  private final Projects projects = renewals.projects;
  private final InstructionId project = renewals.project;

  private SubmitMonitoringReport of2032() {
    return Edited.with(
        projects.report(project, "2032-01-01", "2032-12-31", "100"),
        "/gapExplanation",
        "\"Nothing was claimed before.\"");
  }

  private MonitoringReport issued(InstructionId report) {
    projects.endPublicity();
    projects.ledger.apply(projects.verifier, projects.verification(report));
    projects.ledger.apply(projects.office, new ApproveIssuance(report));
    projects.ledger.apply(projects.verifier, new IssueCredits(report));
    return projects.reportOf(report);
  }

  @Test
  void each_report_is_under_the_terms_of_its_days_whenever_it_comes() {
    renewals.registered();
    projects.setDate("2034-02-01");
    MonitoringReport before = issued(projects.ledger.apply(projects.owner, of2032()));
    MonitoringReport after = issued(projects.submitted(project, "2033-01-01", "2033-12-31", "100"));

    assertThat(before.methodology()).isEqualTo(new MethodologyRef("GCS-T1", "1.0"));
    assertThat(after.methodology()).isEqualTo(new MethodologyRef("GCS-T1", "2.0"));
    // 100 ha * 2.75 t, less 2.886 t of fuel: 272.114 t; 12 percent and 20 percent, rounded up.
    assertThat(before.issuance().orElseThrow().issued()).isEqualTo(Tonnes.of(272));
    assertThat(before.issuance().orElseThrow().buffered()).isEqualTo(Tonnes.of(33));
    assertThat(after.issuance().orElseThrow().issued()).isEqualTo(Tonnes.of(272));
    assertThat(after.issuance().orElseThrow().buffered()).isEqualTo(Tonnes.of(55));
    // What was left of a tonne goes on with the project.
    assertThat(after.verification().orElseThrow().broughtForward()).hasToString("0.114");
    assertThat(after.issuance().orElseThrow().remainder()).hasToString("0.228");
  }

  @Test
  void no_report_is_of_days_of_two_crediting_periods_and_none_is_of_a_renewal_under_way() {
    renewals.validated();
    projects.setDate("2034-02-01");
    SubmitMonitoringReport next = projects.report(project, "2033-01-01", "2033-12-31", "100");
    assertThat(projects.verdict(projects.owner, next)).isEqualTo("PERIOD_OUTSIDE_CREDITING");
    projects.setDate("2032-08-01");
    renewals.registered();
    projects.setDate("2034-02-01");
    SubmitMonitoringReport both =
        Edited.with(of2032(), "/period", "{\"from\":\"2032-07-01\",\"to\":\"2033-06-30\"}");
    assertThat(projects.verdict(projects.owner, both)).isEqualTo("PERIOD_OUTSIDE_CREDITING");
  }

  @Test
  void days_that_the_earlier_crediting_period_left_out_are_explained() {
    renewals.registered();
    projects.setDate("2034-02-01");
    SubmitMonitoringReport next = projects.report(project, "2033-01-01", "2033-12-31", "100");
    assertThat(projects.verdict(projects.owner, next)).isEqualTo("PERIOD_GAP");
    projects.ledger.apply(projects.owner, of2032());
    assertThat(projects.verdict(projects.owner, next)).isEqualTo("APPLIED");
  }

  @Test
  void who_validated_the_project_or_its_renewal_verifies_no_report_of_it() {
    renewals.registered();
    InstructionId report =
        projects.ledger.apply(
            projects.owner,
            Edited.with(of2032(), "/period", "{\"from\":\"2032-01-01\",\"to\":\"2032-06-30\"}"));
    projects.endPublicity();
    for (ParticipantId each : new ParticipantId[] {projects.validator, renewals.renewer}) {
      assertThat(projects.verdict(each, projects.verification(report)))
          .isEqualTo("VERIFIER_VALIDATED_PROJECT");
    }
    assertThat(projects.verdict(projects.verifier, projects.verification(report)))
        .isEqualTo("APPLIED");
  }

  @Test
  void the_buffer_is_kept_while_a_renewal_is_under_way_and_to_the_end_of_the_new_period() {
    InstructionId report = projects.ledger.apply(projects.owner, ofHalf2032());
    issued(report);
    renewals.validated();
    projects.setDate("2033-01-01");
    ReleaseBuffer release = new ReleaseBuffer(Sha256.of("decision"), project);
    assertThat(projects.verdict(projects.authority, release)).isEqualTo("WRONG_STATE");
    projects.setDate("2032-09-01");
    renewals.registered();
    projects.setDate("2042-12-31");
    assertThat(projects.verdict(projects.authority, release)).isEqualTo("OBLIGATION_NOT_OVER");
    projects.setDate("2043-01-01");
    assertThat(projects.verdict(projects.authority, release)).isEqualTo("APPLIED");
  }

  private SubmitMonitoringReport ofHalf2032() {
    return Edited.with(of2032(), "/period", "{\"from\":\"2032-01-01\",\"to\":\"2032-05-31\"}");
  }
}
