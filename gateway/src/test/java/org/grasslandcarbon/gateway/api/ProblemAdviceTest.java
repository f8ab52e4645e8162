// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;

class ProblemAdviceTest {
  private final ProjectionProgress progress = new ProjectionProgress(Runnable::run);
  private final ProblemAdvice advice = new ProblemAdvice(progress);

  @Test
  void a_gateway_that_has_not_read_the_ledger_does_not_deny_that_a_record_is_there() {
    assertThat(advice.refused(Found.nothing()).getStatusCode())
        .as("before it knows how far the ledger is")
        .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    progress.heardOf(100_000);
    assertThat(advice.refused(Found.nothing()).getStatusCode())
        .as("far behind")
        .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
  }

  @Test
  void a_question_that_was_given_up_is_told_to_be_narrowed() {
    assertThat(advice.askedTooMuch(new QueryTimeoutException("too long")))
        .satisfies(answer -> assertThat(answer.getStatusCode().value()).isEqualTo(503))
        .satisfies(answer -> assertThat(answer.getBody()).asString().contains("QUERY_TOO_LONG"));
  }

  @Test
  void one_that_has_denies_it() {
    progress.heardOf(-1);
    assertThat(advice.refused(Found.nothing()).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }
}
