// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import tools.jackson.databind.JsonNode;

/**
 * Reads what gateways answer as trees: members that a later gateway adds do no harm, while what we
 * send goes through the strict {@link Codec}.
 */
final class Json {
  private Json() {}

  static Optional<JsonNode> tryTree(byte[] body) {
    try {
      return Optional.of(Codec.readTree(body)).filter(JsonNode::isObject);
    } catch (RegistryException e) {
      return Optional.empty();
    }
  }

  static JsonNode problem(String code, int status, String detail, boolean retryable) {
    return Codec.tree(
        Map.of("code", code, "status", status, "detail", detail, "retryable", retryable));
  }
}
