// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.gateway.ledger.Disagreement;
import org.junit.jupiter.api.Test;

class StatusWarningTest {
  @Test
  void an_organisation_that_disagrees_is_named_with_a_code_in_both_languages() {
    Instant since = Instant.parse("2025-03-03T02:00:00Z");
    StatusWarning warning =
        StatusWarning.of(
            new Disagreement("HebeiMSP", since, since.plusSeconds(60), "tx", "writes otherwise"));
    assertThat(new String(Codec.write(warning)))
        .contains("\"code\":\"ORGANISATION_DISAGREES\"")
        .contains("\"organisation\":\"HebeiMSP\"")
        .contains("\"detail\":\"writes otherwise\"")
        .contains("不采用其背书")
        .contains("its endorsements are left out");
  }
}
