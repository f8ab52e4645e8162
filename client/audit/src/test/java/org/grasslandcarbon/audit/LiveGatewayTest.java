// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.grasslandcarbon.audit.compare.ProjectionComparison;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.paper.PaperNetwork;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.views.View;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a gateway shows that goes on while it is compared is no fault of it. */
class LiveGatewayTest {
  /** Shows nothing at all. */
  private static final ProjectionComparison.Shown EMPTY =
      new ProjectionComparison.Shown() {
        @Override
        public Items page(View view, Map<String, String> filters) {
          return new Items(List.of(), Optional.empty());
        }

        @Override
        public Optional<JsonNode> one(View view, List<String> id) {
          return Optional.empty();
        }
      };

  /** What is found when the gateway is so many blocks behind or ahead, before and after. */
  private static List<FindingCode> compared(long before, long after) {
    TestLedger ledger = new TestLedger();
    ledger.admit(TestLedger.BEIJING, Role.TRADER);
    PaperNetwork network = PaperNetwork.replaying(ledger);
    return Audited.of(
            Audited.plan(network),
            network.blocks(),
            audit -> {
              long last = audit.next() - 1;
              PrimitiveIterator.OfLong heights =
                  LongStream.of(last + before, last + after).iterator();
              new ProjectionComparison(audit.state(), PaperNetwork.CHAINCODE, audit.findings())
                  .compare(EMPTY, last, heights::nextLong);
            })
        .codes();
  }

  @Test
  void what_is_missing_is_told_when_the_gateway_stood_still() {
    assertThat(compared(0, 0))
        .contains(FindingCode.PROJECTION_LACKS, FindingCode.PROJECTION_WITHOUT_LIST)
        .doesNotContain(FindingCode.PROJECTION_NOT_COMPARED);
  }

  @Test
  void nothing_is_held_against_a_gateway_that_went_on() {
    assertThat(compared(0, 1))
        .contains(FindingCode.PROJECTION_NOT_COMPARED)
        .doesNotContain(FindingCode.PROJECTION_LACKS);
    assertThat(compared(-1, 0)).containsExactly(FindingCode.PROJECTION_NOT_COMPARED);
  }
}
