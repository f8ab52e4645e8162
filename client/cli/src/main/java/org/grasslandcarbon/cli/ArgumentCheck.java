// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.time.Instant;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.databind.JsonNode;

/** Holds arguments to their action's form exactly as the ledger will. */
public final class ArgumentCheck {
  private ArgumentCheck() {}

  /**
   * The arguments in canonical form.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException what the ledger would answer
   */
  public static JsonNode checked(
      String action, JsonNode args, InstructionId id, ParticipantId participant) {
    SignedInstruction.Payload payload =
        new SignedInstruction.Payload(action, args, id, Instant.EPOCH, participant);
    return Codec.tree(Catalogue.read(payload).action());
  }
}
