// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.util.List;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.gateway.inbox.QueuedInstruction;

/**
 * A batch is on the ledger.
 *
 * @param block the block's number
 * @param transactionId Fabric's transaction id
 * @param judged the instructions in their order, each with its verdict
 */
public record BatchCommitted(long block, String transactionId, List<Judged> judged) {
  public BatchCommitted {
    judged = List.copyOf(judged);
  }

  /**
   * One instruction and its verdict.
   *
   * @param journaled whether the transaction wrote a journal entry for it
   */
  public record Judged(QueuedInstruction instruction, Verdict verdict, boolean journaled) {}
}
