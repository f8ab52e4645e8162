// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
  private final Projects projects = new Projects();

  @Test
  void a_project_is_proposed_validated_registered_monitored_verified_and_its_credits_issued() {
    InstructionId report = projects.issued();
    MonitoringReport issued = projects.ledger.find(MonitoringReport.key(report)).orElseThrow();
    assertThat(issued.state()).isEqualTo(MonitoringReport.State.ISSUED);
  }
}
