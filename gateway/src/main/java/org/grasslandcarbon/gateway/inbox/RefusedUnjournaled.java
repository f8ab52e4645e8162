// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The refusal of an instruction that has no journal entry, because nobody is proven to have signed
 * it or because so many of its signer's were refused that no more are journaled. The ledger does
 * not remember it, so the gateway does, for a while.
 *
 * @param id the instruction's id
 * @param digest of the signed text
 * @param code why
 * @param detail what exactly, in English
 * @param detailZh the same in Chinese; absent in what an older version has written down
 * @param at when the gateway learned it
 */
public record RefusedUnjournaled(
    InstructionId id,
    Sha256 digest,
    ErrorCode code,
    String detail,
    Optional<String> detailZh,
    Instant at) {}
