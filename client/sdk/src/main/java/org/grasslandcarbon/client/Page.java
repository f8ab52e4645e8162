// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A page of a list.
 *
 * @param items the ledger's records, with members that the gateway adds
 * @param next the cursor of the next page, if there is one
 * @param total how many items there are on all pages, as far as the gateway counted
 * @param totalIsLeast whether there are more than it counted
 */
public record Page(List<JsonNode> items, Optional<String> next, long total, boolean totalIsLeast) {
  public Page {
    items = List.copyOf(items);
  }
}
