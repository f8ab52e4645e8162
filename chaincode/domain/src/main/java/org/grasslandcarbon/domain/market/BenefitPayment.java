// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Instant;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * That what a line of a plan of benefits was owed has been paid, to whom, and on which document.
 * Written once, never changed.
 *
 * @param amount fen
 * @param asset the money
 * @param at transaction time
 * @param bank where it is
 * @param by the office that named the payee
 * @param document by which it named it
 * @param id the instruction
 * @param line the line of the plan, from 1
 * @param payee who was paid
 * @param project the project
 */
public record BenefitPayment(
    Fen amount,
    Asset asset,
    Instant at,
    ParticipantId bank,
    ParticipantId by,
    Sha256 document,
    InstructionId id,
    int line,
    ParticipantId payee,
    ProjectNumber project)
    implements LedgerRecord {

  /** The type of payments; everybody sees who has had a community's share. */
  public static final RecordType<BenefitPayment> TYPE =
      new RecordType<>("BENEFIT_PAYMENT", BenefitPayment.class, Visibility.PUBLIC);

  /** The key of a payment. */
  public static Key<BenefitPayment> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  @Override
  public Key<BenefitPayment> key() {
    return key(id);
  }
}
