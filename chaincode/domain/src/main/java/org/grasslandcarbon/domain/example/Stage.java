// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Where a story is played: a carrier that signs for each part and brings the instruction to a
 * ledger, in memory, over HTTP or by Fabric. Each step comes with a sentence in both languages, for
 * carriers that tell what they do.
 */
public interface Stage {

  /** Who plays a part. */
  ParticipantId id(Part part);

  /** The public key of who plays a part. */
  Jwk key(Part part);

  /** Something that must be applied; the rest rests on it. */
  Played does(Part part, String zh, String en, Action action);

  /** Something that is applied, or refused with a certain code; both are right. */
  Optional<Played> tries(Part part, String zh, String en, Action action, ErrorCode code);

  /**
   * Something that must be refused with one of some codes. Nothing rests on it: a carrier that is
   * there for what comes of the story passes over it.
   */
  default void refused(Part part, String zh, String en, Action action, ErrorCode... codes) {}

  /** Begins a part of the story, for carriers that tell it. */
  default void chapter(String zh, String en) {}

  /** Lets the publicity that has begun come to its end, where it lasts any days. */
  default void publicityEnds() {}

  /**
   * An instruction that was applied.
   *
   * @param id its id
   * @param references the records that it created or changed, in the ledger's order
   */
  record Played(InstructionId id, List<Reference> references) {
    public Played {
      references = List.copyOf(references);
    }

    /** The ids of the records of a type. */
    public List<String> ids(String type) {
      return references.stream()
          .filter(reference -> reference.type().equals(type))
          .map(Reference::id)
          .toList();
    }
  }
}
