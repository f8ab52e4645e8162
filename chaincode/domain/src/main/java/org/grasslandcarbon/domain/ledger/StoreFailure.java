// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

/**
 * The store could not be read: the transaction fails as a whole, and no instruction is to blame.
 */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreFailure(RuntimeException cause) {
    super("the ledger state could not be read", cause);
  }
}
