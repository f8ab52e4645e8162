// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.grasslandcarbon.client.Gateways.Answer;
import tools.jackson.databind.JsonNode;

/**
 * The names under which gateways accept tokens for reading. Each has its own, so that a token shown
 * to one is of no use at another; it says it in its status, and is asked once. Safe for use by many
 * threads.
 */
final class Audiences {
  /** Of gateways from before they said it. */
  private static final String UNSAID = "grassland-gateway";

  private final Gateways gateways;
  private final Optional<String> given;
  private final Map<URI, String> learned = new ConcurrentHashMap<>();

  /**
   * @param given a name that the caller knows; no gateway is believed about it then
   */
  Audiences(Gateways gateways, Optional<String> given) {
    this.gateways = gateways;
    this.given = given;
  }

  /**
   * The name of a gateway.
   *
   * @throws IOException when it cannot be asked
   * @throws RegistryProblem when it does not say it
   */
  String of(URI gateway) throws IOException {
    if (given.isPresent()) {
      return given.get();
    }
    String known = learned.get(gateway);
    if (known != null) {
      return known;
    }
    Answer answer = gateways.get(gateway, "/status", Map.of(), Duration.ZERO);
    String audience =
        (answer.isProblem() ? Optional.<JsonNode>empty() : Json.tryTree(answer.body()))
            .orElseThrow(() -> RegistryProblem.of(answer.status(), answer.body()))
            .path("audience")
            .asString(UNSAID);
    learned.put(gateway, audience);
    return audience;
  }

  /** It has refused a token: perhaps it has another name now. */
  void forget(URI gateway) {
    learned.remove(gateway);
  }
}
