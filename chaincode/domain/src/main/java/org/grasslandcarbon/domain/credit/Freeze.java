// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Credits taken out of their holder's disposal by a court or the authority. Written once, never
 * changed; what is still frozen is in the {@link Holding}.
 *
 * @param at transaction time
 * @param awaited tonnes that were still to come out of forwards and auctions then
 * @param batch whose credits
 * @param by the court or authority
 * @param document the legal document
 * @param holder whose credits
 * @param id the instruction that froze them
 * @param reason in words
 * @param serials the credits frozen at first
 */
public record Freeze(
    Instant at,
    Optional<Tonnes> awaited,
    BatchId batch,
    ParticipantId by,
    Sha256 document,
    ParticipantId holder,
    InstructionId id,
    @Most(REASON_MOST) String reason,
    SerialRanges serials)
    implements LedgerRecord {

  /** The type of freezes. */
  public static final RecordType<Freeze> TYPE =
      new RecordType<>("FREEZE", Freeze.class, Visibility.ACCOUNT.of("/holder"));

  /** A reason is a paragraph; the legal document says the rest. */
  public static final int REASON_MOST = 500;

  /** The key of a freeze. */
  public static Key<Freeze> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** Whether somebody may end it: who froze, or the authority on a court's document. */
  boolean mayBeEndedBy(Actor actor) {
    return actor.is(Role.AUTHORITY) || actor.id().equals(by);
  }

  /** Whether it is of a holder's credits of a batch. */
  boolean isOf(BatchId someBatch, ParticipantId someHolder) {
    return batch.equals(someBatch) && holder.equals(someHolder);
  }

  @Override
  public Key<Freeze> key() {
    return key(id);
  }
}
