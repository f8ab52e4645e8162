// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The registry itself: judges a batch of signed instructions over one unit of work and writes their
 * outcomes. Stateless between calls; safe for use by many threads, each with its own store.
 */
public final class Registry {

  /**
   * @param verification runs signature verifications, which are pure and independent of each other,
   *     in parallel; {@code Runnable::run} verifies on the calling thread
   */
  public Registry(Executor verification) {
    throw new UnsupportedOperationException("under construction");
  }

  /**
   * Judges instructions in their order and writes one journal entry for each that a registered key
   * signed.
   *
   * @param instructions JWS compact serialisations, at most {@code Limits.BATCH_INSTRUCTIONS}
   * @param transactionTime the Fabric transaction timestamp
   * @param store the ledger state
   * @return canonical JSON: an array with one outcome a position, the transaction's response
   */
  public byte[] submit(List<byte[]> instructions, Instant transactionTime, StateStore store) {
    throw new UnsupportedOperationException("under construction");
  }

  /**
   * Writes the founding authority, offices, their first keys and the regions once. Each founding
   * organisation calls it with the same document; it takes effect when the last of them has.
   *
   * @param document the founding document, strict JSON
   * @param mspId the Fabric organisation that signed the transaction
   * @param transactionTime the Fabric transaction timestamp
   * @param store the ledger state
   * @return canonical JSON that says whether the registry is now founded
   */
  public byte[] bootstrap(
      byte[] document, String mspId, Instant transactionTime, StateStore store) {
    throw new UnsupportedOperationException("under construction");
  }
}
