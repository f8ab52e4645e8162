// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import tools.jackson.databind.JsonNode;

/**
 * What would become of an instruction: {@code outcome}, why it would be refused, and the postings,
 * references and records that it would lead to.
 *
 * @param document as it came
 */
public record DryRun(JsonNode document) {

  /** Whether every rule would let it pass. */
  public boolean isApplied() {
    return document.path("outcome").asString("").equals(Outcome.Status.APPLIED.name());
  }

  /** The refusal that it would meet, as sending it would answer. */
  public RegistryProblem problem() {
    return RegistryProblem.ofRefusal(document);
  }
}
