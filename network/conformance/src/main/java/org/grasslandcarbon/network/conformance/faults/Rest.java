// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.grasslandcarbon.client.ClientException;
import tools.jackson.databind.JsonNode;

/** The state in which a network can be asked for what it holds: nothing is under way. */
final class Rest {
  private static final Duration WITHIN = Duration.ofSeconds(300);

  private Rest() {}

  /**
   * Waits until all gateways have read the same blocks and hold no instruction.
   *
   * @return the height
   */
  static long await(List<OfficeReading> offices) throws InterruptedException {
    Waiting.until("all gateways are at rest at one block", WITHIN, () -> isAtRest(offices));
    return offices.get(0).status().path("height").asLong();
  }

  private static boolean isAtRest(List<OfficeReading> offices) {
    try {
      List<JsonNode> said = offices.stream().map(OfficeReading::status).toList();
      Set<Long> heights =
          said.stream().map(each -> each.path("height").asLong()).collect(Collectors.toSet());
      return heights.size() == 1
          && said.stream()
              .allMatch(
                  each ->
                      each.path("queued").asInt() == 0
                          && each.path("projectedBlock").asLong() + 1
                              == each.path("height").asLong());
    } catch (ClientException e) {
      return false;
    }
  }
}
