// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.junit.jupiter.api.Test;

class RejectedTest {
  @Test
  void a_refusal_that_is_on_the_ledger_is_never_said_to_be_safe_to_retry() {
    OutcomeDocument outcome =
        new OutcomeDocument(
            Optional.of("retireCredits"),
            Instant.EPOCH,
            Optional.of(7L),
            Optional.of(ErrorCode.INTERNAL.name()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("a defect"),
            Optional.of("程序缺陷"),
            TestParticipant.newId(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OutcomeDocument.Status.REJECTED,
            Optional.empty());
    Detail defect = Detail.told("程序缺陷", "a defect");
    assertThat(Problem.of(ErrorCode.INTERNAL, defect).retryable()).isTrue();
    Problem rejected = InstructionController.rejected(outcome);
    assertThat(rejected.retryable()).isFalse();
    assertThat(rejected.detail()).isEqualTo(defect.en());
    assertThat(rejected.detailZh()).isEqualTo(defect.zh());
  }
}
