// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

/** The database was filled from another ledger than the one the gateway is connected to. */
public final class WrongLedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long block;

  WrongLedgerException(long block, String found, String expected) {
    super(
        "block "
            + block
            + " of the ledger ends with transaction "
            + found
            + ", the database was filled from one that has "
            + expected
            + " there");
    this.block = block;
  }

  /** The block in which the two differ. */
  public long block() {
    return block;
  }
}
