// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.util.List;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.gateway.inbox.QueuedInstruction;
import org.grasslandcarbon.gateway.ledger.SubmittedBatch;

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
  public record Judged(QueuedInstruction instruction, Verdict verdict, boolean journaled) {
    /**
     * Verdicts on texts that nobody is proven to have signed, that came after another of the same
     * id, or that were refused beyond what is journaled. Such a text can be equal, but for its
     * signature, to one of the same batch that has an entry; the entry is not its own.
     */
    private static final Set<String> NEVER_JOURNALED =
        Set.of(
            ErrorCode.UNKNOWN_PARTICIPANT.name(),
            ErrorCode.BAD_SIGNATURE.name(),
            ErrorCode.DUPLICATE.name(),
            ErrorCode.TOO_MANY_REFUSALS.name());

    static Judged of(QueuedInstruction instruction, Verdict verdict, SubmittedBatch submitted) {
      boolean entry = instruction.digest().equals(submitted.journaled().get(instruction.id()));
      return new Judged(instruction, verdict, entry && !NEVER_JOURNALED.contains(verdict.code()));
    }
  }
}
