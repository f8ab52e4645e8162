// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A record of the registry: an immutable document under one key, stored as canonical JSON. A change
 * is a new record under the same key; its history is in the blocks.
 */
public interface LedgerRecord {
  /** The key under which the record is stored, made from its own members. */
  @JsonIgnore
  Key<? extends LedgerRecord> key();
}
