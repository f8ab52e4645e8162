// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

/** The transaction was sent off; whether it is on the ledger, or will be, is not known. */
public final class UnknownOutcomeException extends LedgerException {
  private static final long serialVersionUID = 1L;

  private final transient PendingTransaction pending;

  public UnknownOutcomeException(PendingTransaction pending, String message, Throwable cause) {
    super(message, cause);
    this.pending = pending;
  }

  /** The transaction, to be asked after. */
  public PendingTransaction pending() {
    return pending;
  }
}
