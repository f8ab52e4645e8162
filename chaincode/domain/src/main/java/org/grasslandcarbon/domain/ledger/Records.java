// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.Optional;

/** Reading records as they stand: the ledger before the transaction with its own writes on top. */
public interface Records {
  /** The record under a key, if there is one. */
  <T extends LedgerRecord> Optional<T> find(Key<T> key);
}
