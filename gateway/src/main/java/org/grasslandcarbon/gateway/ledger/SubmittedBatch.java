// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A batch that is on the ledger in a valid transaction.
 *
 * @param transactionId Fabric's transaction id
 * @param block the block's number
 * @param verdicts one an instruction, in the order in which they were submitted
 * @param journaled the journal entries that the transaction wrote: the digest of the signed text by
 *     instruction id. An instruction that is not among them has no entry under its name.
 */
public record SubmittedBatch(
    String transactionId,
    long block,
    List<Verdict> verdicts,
    Map<InstructionId, Sha256> journaled) {
  public SubmittedBatch {
    verdicts = List.copyOf(verdicts);
    journaled = Map.copyOf(journaled);
  }
}
