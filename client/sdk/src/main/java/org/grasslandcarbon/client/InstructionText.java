// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * A signed instruction as it is sent, with what a client needs to know of it. The text is never
 * made anew: resending means sending these very characters.
 *
 * @param id the instruction's id
 * @param action what it asks for
 * @param participant who acts
 * @param notAfter the latest time at which the ledger may apply it
 * @param jws the signed text
 */
public record InstructionText(
    InstructionId id, String action, ParticipantId participant, Instant notAfter, String jws) {

  /**
   * Reads a signed text, without verifying its signature.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code MALFORMED} or {@code
   *     TOO_LARGE}
   */
  public static InstructionText parse(String jws) {
    SignedInstruction.Payload payload =
        SignedInstruction.parse(jws.getBytes(StandardCharsets.US_ASCII)).instruction();
    return new InstructionText(
        payload.id(), payload.action(), payload.participant(), payload.notAfter(), jws);
  }
}
