// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

/** State could not be read: the transaction fails as a whole, and no instruction is to blame. */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreFailure(RuntimeException cause) {
    super("the ledger state could not be read", cause);
  }

  /** What is stored under a key is not a record of its type as this program knows it. */
  StoreFailure(Key<?> key, RuntimeException cause) {
    super("the record " + key + " cannot be read: is it of a newer version, or damaged?", cause);
  }
}
