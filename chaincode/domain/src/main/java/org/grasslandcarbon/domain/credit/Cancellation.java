// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Credits of one batch taken out of existence without a use. Written once, never changed. The
 * settlement of a reversal writes one for each batch that it takes from.
 *
 * @param at transaction time
 * @param batch whose credits
 * @param by who cancelled: the holder, the authority, or the certifier that settled a reversal
 * @param document the decision or evidence, if one was named
 * @param holder whose credits they were; nobody's when they were in the buffer
 * @param id the instruction that cancelled them
 * @param project the project whose reversal they pay for, if that is why
 * @param reason the category that registries report
 * @param serials the credits
 * @param statement in words
 */
public record Cancellation(
    Instant at,
    BatchId batch,
    ParticipantId by,
    Optional<Sha256> document,
    Optional<ParticipantId> holder,
    InstructionId id,
    Optional<InstructionId> project,
    Reason reason,
    SerialRanges serials,
    @Most(CancelCredits.STATEMENT_MOST) String statement)
    implements LedgerRecord {

  /** The type of cancellations. */
  public static final RecordType<Cancellation> TYPE =
      new RecordType<>("CANCELLATION", Cancellation.class, Visibility.PUBLIC);

  /** Why credits are taken out of existence. */
  public enum Reason {
    /** More was issued than arose (签发有误). */
    OVER_ISSUANCE,
    /** The project or the reduction was registered on false material (CCER measures art. 43). */
    FALSE_REGISTRATION,
    /** The tonnes move to another programme. */
    CONVERSION,
    /** As the statement says. */
    OTHER,
    /** A project's loss was greater than its buffer; see {@link CompensateReversal}. */
    REVERSAL_COMPENSATION,
    /** Credited carbon was lost; the project's buffer pays for it. */
    REVERSAL;

    /** Whether a loss of carbon is behind it, which only the instructions of reversals can say. */
    boolean isOfReversal() {
      return this == REVERSAL_COMPENSATION || this == REVERSAL;
    }
  }

  /** Whether it was done against or without the holder's will. */
  public boolean forced() {
    return holder.filter(whose -> !whose.equals(by)).isPresent();
  }

  /** The key of what an instruction cancelled of a batch. */
  public static Key<Cancellation> key(InstructionId id, BatchId batch) {
    return TYPE.key(id.value(), batch.value());
  }

  @Override
  public Key<Cancellation> key() {
    return key(id, batch);
  }
}
