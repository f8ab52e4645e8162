// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.problem;

import org.grasslandcarbon.domain.value.InstructionId;

/**
 * Addresses that answers name. They are relative to the host, so that proxies do not break them.
 */
public final class Paths {
  /** Where version 1 begins. */
  public static final String BASE = "/api/v1";

  /** Where what happens at markets is told live: an answer that has no end. */
  public static final String MARKET_EVENTS = BASE + "/market/events";

  /** Where what happens on the ledger is told live, as far as whoever listens may see it. */
  public static final String EVENTS = BASE + "/events";

  /** Where participants say to which addresses is sent what happens. */
  public static final String WEBHOOKS = BASE + "/webhooks";

  /** Where files of documents are, each under its digest. */
  public static final String DOCUMENTS = BASE + "/documents";

  /** Where instructions are sent: of all requests only these have a signature. */
  public static final String INSTRUCTIONS = BASE + "/instructions";

  /** Where reports are computed beforehand. */
  public static final String QUANTIFICATIONS = BASE + "/quantifications";

  /**
   * Bytes of a dry run: the 5,000 rows that the ledger takes of a report, at their longest, and
   * strata.
   */
  public static final int QUANTIFICATION_BYTES_MOST = 2 * 1024 * 1024;

  /** Where the codes are listed. */
  public static final String ERRORS = BASE + "/errors";

  /** The description of the API, in the form of OpenAPI. */
  public static final String DESCRIPTION = "/v3/api-docs";

  private Paths() {}

  /** Where an instruction is asked for. */
  public static String instruction(InstructionId id) {
    return INSTRUCTIONS + "/" + id;
  }

  /** Where an action's JSON Schema is. */
  public static String schema(String action) {
    return BASE + "/schemas/" + action + ".json";
  }
}
