// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import org.grasslandcarbon.domain.ledger.StateStore;

/**
 * What an endpoint runs for each transaction: the narrow seam between Fabric's protocol and the
 * contract. Called by many threads at once, each with its own store.
 */
@FunctionalInterface
interface TransactionHandler {

  /**
   * Runs one transaction.
   *
   * @param invocation what was called, by whom and when
   * @param store the ledger state as this transaction sees it
   * @return the transaction's response, the same bytes on every peer
   * @throws org.grasslandcarbon.domain.error.RegistryException when the transaction is refused; its
   *     text reaches the client
   */
  byte[] handle(Invocation invocation, StateStore store);
}
