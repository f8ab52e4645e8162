// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import java.util.List;

/** Where batches of signed instructions go: the seam between committing and Fabric. */
public interface Ledger {
  /**
   * Puts a batch on the ledger as one transaction, with a new transaction id each time, and waits
   * until it is in a block.
   *
   * @param instructions JWS compact serialisations in the order in which they are to be judged
   * @return what was judged, when the transaction is valid
   * @throws TryAgainException when nothing happened and a new attempt can succeed
   * @throws UnknownOutcomeException when it may be on the ledger or get there yet
   * @throws BatchRefusedException when the chaincode refused the batch as a whole
   * @throws LedgerSettingsException when somebody has to put something right first
   */
  SubmittedBatch submit(List<byte[]> instructions);
}
