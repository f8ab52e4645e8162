// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The outcome of one instruction, for ever: written once under the instruction's id.
 *
 * @param action the instruction's action
 * @param at the transaction's time
 * @param code why it was refused; absent when applied
 * @param detail what exactly was refused, in English
 * @param detailZh the same in Chinese; absent in entries of before details were in two languages
 * @param digest SHA-256 of the signed text (JWS signing input), which tells a repeated instruction
 *     from another one under the same id
 * @param id the instruction's id
 * @param kid the key that signed
 * @param outcome applied or rejected
 * @param participant who signed
 * @param postings all movement it caused, in order
 * @param references the records it created or changed
 */
public record JournalEntry(
    @Most(40) String action,
    Instant at,
    Optional<ErrorCode> code,
    @Most(RegistryException.DETAIL_MOST) Optional<String> detail,
    @Most(RegistryException.DETAIL_MOST) Optional<String> detailZh,
    Sha256 digest,
    InstructionId id,
    @Most(43) String kid,
    Outcome outcome,
    ParticipantId participant,
    @Most(MOVEMENTS_MOST) List<Posting> postings,
    @Most(MOVEMENTS_MOST) List<Reference> references)
    implements LedgerRecord {

  /** What the largest instruction (a trade over many listings, a list of regions) causes. */
  public static final int MOVEMENTS_MOST = 1_000;

  /** The type of journal entries. */
  public static final RecordType<JournalEntry> TYPE =
      new RecordType<>("JOURNAL", JournalEntry.class, Visibility.ACCOUNT.of("/participant"));

  public JournalEntry {
    postings = List.copyOf(postings);
    references = List.copyOf(references);
  }

  /** How an instruction ended. */
  public enum Outcome {
    /** Its effects are on the ledger. */
    APPLIED,
    /** A rule refused it; it had no effect. */
    REJECTED
  }

  /** The key of the entry for an instruction. */
  public static Key<JournalEntry> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  @Override
  public Key<JournalEntry> key() {
    return key(id);
  }
}
