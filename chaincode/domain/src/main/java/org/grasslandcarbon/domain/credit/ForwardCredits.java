// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * Credits of one batch that were sold forward before they were there, set aside by their issuance
 * until their buyer pays. They are the seller's and not at its disposal.
 *
 * @param batch the batch
 * @param buyer for whom they are set aside
 * @param id the forward, by which their account is named
 * @param participant the seller, whose they are
 * @param serials which of its credits
 */
public record ForwardCredits(
    BatchId batch,
    ParticipantId buyer,
    InstructionId id,
    ParticipantId participant,
    SerialRanges serials)
    implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<ForwardCredits> TYPE =
      new RecordType<>(
          "FORWARD_CREDITS",
          ForwardCredits.class,
          Visibility.to(
                  Audience.PARTIES,
                  Audience.EXCHANGE,
                  Audience.OFFICES,
                  Audience.COURT,
                  Audience.AUDITOR)
              .of("/participant", "/buyer"));

  /** The key of what is set aside of a batch for a forward. */
  public static Key<ForwardCredits> key(BatchId batch, InstructionId forward) {
    return TYPE.key(batch.value(), forward.value());
  }

  ForwardCredits without(SerialRanges leaving) {
    return new ForwardCredits(batch, buyer, id, participant, serials.minus(leaving));
  }

  @Override
  public Key<ForwardCredits> key() {
    return key(batch, id);
  }
}
