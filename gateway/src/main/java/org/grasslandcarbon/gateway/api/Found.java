// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.refusal.GatewayCode;
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

  static RequestException nothing() {
    return new RequestException(
        GatewayCode.NOT_FOUND, zh("账本上没有该记录").en("the ledger has no such record"));
  }
}
