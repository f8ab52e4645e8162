// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a participant may read with a token that it signs itself: its own holdings and statement,
 * and those of others where its role permits.
 */
public final class PrivateReads {
  private final Reading reading;

  PrivateReads(Reading reading) {
    this.reading = reading;
  }

  /** Who the token says the reader is. */
  public JsonNode me() {
    return reading.object("/me");
  }

  /** Filter {@code owner}: another's, for the authority, auditors, courts, its office. */
  public Page holdings(Map<String, String> filters) {
    return reading.page("/holdings", filters);
  }

  /**
   * Movements in and out with serials. Filters {@code owner}, {@code from}, {@code to}, {@code
   * batch}.
   */
  public Page statement(Map<String, String> filters) {
    return reading.page("/statement", filters);
  }

  /** All movements as CSV. */
  public String statementCsv(Map<String, String> filters) {
    return reading.text("/statement", filters, "text/csv");
  }

  /** Filter {@code owner}. */
  public Page freezes(Map<String, String> filters) {
    return reading.page("/freezes", filters);
  }
}
