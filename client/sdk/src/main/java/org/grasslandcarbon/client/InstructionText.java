// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.databind.JsonNode;

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

  /** What the action is asked to do, in canonical form. */
  public JsonNode args() {
    return payload(jws).args();
  }

  /**
   * Reads a signed text, without verifying its signature. The end of a line behind it, which most
   * programs write into a file, is no part of it.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code MALFORMED} or {@code
   *     TOO_LARGE}
   */
  public static InstructionText parse(String jws) {
    String text = jws.stripTrailing();
    SignedInstruction.Payload payload = payload(text);
    return new InstructionText(
        payload.id(), payload.action(), payload.participant(), payload.notAfter(), text);
  }

  private static SignedInstruction.Payload payload(String jws) {
    return SignedInstruction.parse(jws.getBytes(StandardCharsets.US_ASCII)).instruction();
  }
}
