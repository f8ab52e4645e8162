// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.util.Optional;
import java.util.OptionalLong;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * What came of one instruction, when nothing will change it and reads see it.
 *
 * @param id the instruction's id
 * @param digest of the signed text
 * @param verdict {@code APPLIED} or why it was refused. {@code DUPLICATE} means that the id has an
 *     earlier outcome, which the projection has: of this same text when the digests are equal.
 * @param journaled whether the ledger has a journal entry for it, which says more
 * @param block the block with the journal entry; absent when the batch as a whole was refused
 * @param transactionId the transaction; absent likewise
 */
public record FinalOutcome(
    InstructionId id,
    Sha256 digest,
    Verdict verdict,
    boolean journaled,
    OptionalLong block,
    Optional<String> transactionId) {}
