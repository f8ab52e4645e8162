// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.RegisterProject;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
  private final Projects projects = new Projects();

  @Test
  void a_project_for_practice_lives_from_proposal_to_issuance_within_seconds() {
    InstructionId project =
        step(
            projects.owner,
            new ProposeProject(
                ExampleProject.BOUNDARY, projects.design(ExampleMethodology.training().version())));
    step(projects.validator, projects.opinion(project));
    step(projects.office, new RegisterProject(project));
    InstructionId report = step(projects.owner, projects.report(project));
    step(projects.verifier, projects.verification(report));
    step(projects.office, new ApproveIssuance(report));
    step(projects.verifier, new IssueCredits(report));
    List<BatchId> batches = projects.reportOf(report).issuance().orElseThrow().batches();
    assertThat(batches).hasSize(2);
    for (BatchId batch : batches) {
      assertThat(projects.ledger.find(Batch.key(batch)).orElseThrow().training()).isTrue();
    }
  }

  private InstructionId step(ParticipantId by, Action action) {
    projects.ledger.advance(Duration.ofSeconds(1));
    return projects.ledger.apply(by, action);
  }
}
