// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.gateway.problem.GatewayCode;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
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
  ObjectNode must(Key<?> key) {
    return reader.find(key).orElseThrow(Found::nothing);
  }

  /** A record as it is shown: with what was stated about it if it is wrong. */
  ObjectNode mustWithCorrections(Key<?> key) {
    return reader.findWithCorrections(key).orElseThrow(Found::nothing);
  }

  /** The answer at an address that there is not, or not for reading. */
  static RequestException nowhere() {
    return new RequestException(
        GatewayCode.NOT_FOUND, "nothing is read at this address: see " + Paths.DESCRIPTION);
  }

  static RequestException nothing() {
    return new RequestException(GatewayCode.NOT_FOUND, "the ledger has no such record");
  }
}
