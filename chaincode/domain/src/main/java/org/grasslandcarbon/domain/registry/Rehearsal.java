// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.databind.JsonNode;

/**
 * What an instruction would do if it were judged now: the rule itself, applied to a view of the
 * state that is then forgotten. Whoever signs it later may meet another state.
 *
 * @param refusal why it would be refused; absent when it would be applied
 * @param postings what would move
 * @param references the records that it would name for its signer
 * @param records the records as they would be, in the order of their keys
 */
public record Rehearsal(
    Optional<RegistryException> refusal,
    List<Posting> postings,
    List<Reference> references,
    List<LedgerRecord> records) {
  public Rehearsal {
    postings = List.copyOf(postings);
    references = List.copyOf(references);
    records = List.copyOf(records);
  }

  /**
   * Judges an action in a participant's name by all checks but those of id, time and signature.
   *
   * @param id the id that the instruction would have
   * @param store the state; nothing is written to it
   * @throws RegistryException {@code UNKNOWN_PARTICIPANT}
   */
  public static Rehearsal of(
      String action,
      JsonNode args,
      ParticipantId participant,
      InstructionId id,
      Instant time,
      StateStore store) {
    UnitOfWork work = new UnitOfWork(store);
    Participant signer =
        work.find(Participant.key(participant))
            .orElseThrow(
                () ->
                    new RegistryException(
                        ErrorCode.UNKNOWN_PARTICIPANT,
                        zh("主体 %s").en("participant %s", participant)));
    Act act = new Act(work, signer.asActor(), id, time);
    try {
      Catalogue.ReadAction read = Catalogue.read(action, args);
      Standing.require(signer, read.type());
      work.load(read.action().named(participant));
      work.load(read.action().following(participant, work));
      work.load(read.action().further(participant, work));
      read.action().apply(act);
      return new Rehearsal(
          Optional.empty(), act.postings(), act.references(), work.stagedRecords());
    } catch (RegistryException refusal) {
      return new Rehearsal(Optional.of(refusal), List.of(), List.of(), List.of());
    }
  }
}
