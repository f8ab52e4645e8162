// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.time.Instant;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * An instruction of the inbox.
 *
 * @param sequence the inbox's number for it
 * @param id the instruction's id
 * @param digest of the signed text, as the journal has it
 * @param receivedAt when it was accepted
 * @param jws what was sent, byte for byte
 */
public record QueuedInstruction(
    long sequence, InstructionId id, Sha256 digest, Instant receivedAt, byte[] jws) {}
