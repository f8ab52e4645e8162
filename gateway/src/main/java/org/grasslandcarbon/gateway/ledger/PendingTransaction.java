// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

/** A transaction that was sent off and of which nothing more is known. */
public interface PendingTransaction {
  /** Fabric's transaction id. */
  String transactionId();

  /**
   * Asks what became of it, after sending the same envelope once more: it may not have arrived, or
   * orderers may have lost it. A transaction id counts once however often it comes.
   *
   * @throws UnknownOutcomeException when that is still not known
   * @throws TryAgainException when it is recorded as invalid, in conflict with another
   * @throws LedgerSettingsException when it is recorded as invalid for another reason
   */
  SubmittedBatch settle();
}
