// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import org.grasslandcarbon.gateway.problem.GatewayCode;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Filter;
import org.grasslandcarbon.gateway.projection.Listing;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.RecordTable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Finds single records, or answers that there is none. */
@Component
final class Found {
  private final Reader reader;

  Found(Reader reader) {
    this.reader = reader;
  }

  /** A record as it is stored. */
  ObjectNode must(RecordTable table, String id) {
    return reader.find(table, id).orElseThrow(Found::nothing);
  }

  /** An item as its list has it. */
  ObjectNode must(Listing listing, Filter filter) {
    return reader.first(listing, filter).orElseThrow(Found::nothing);
  }

  static RequestException nothing() {
    return new RequestException(GatewayCode.NOT_FOUND, "the ledger has no such record");
  }
}
