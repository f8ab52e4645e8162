// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Proof that an instruction is in the inbox, on disk.
 *
 * @param sequence the inbox's number for it; grows, never used twice
 * @param id the instruction's id
 * @param digest of the signed text, as the journal has it
 * @param repeated whether the same text was in the inbox already
 */
public record Receipt(long sequence, InstructionId id, Sha256 digest, boolean repeated) {}
