// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Money taken out of its owner's disposal by a court or the authority. Written once, never changed;
 * what is still frozen is in the {@link CashAccount}.
 *
 * @param amount fen frozen at first
 * @param asset the asset
 * @param at transaction time
 * @param awaited fen that were still to come out of forwards and auctions then
 * @param bank at which it is
 * @param by the court or authority
 * @param document the legal document
 * @param holder whose money
 * @param id the instruction that froze it
 * @param reason in words
 */
public record CashFreeze(
    Fen amount,
    Asset asset,
    Instant at,
    Optional<Fen> awaited,
    ParticipantId bank,
    ParticipantId by,
    Sha256 document,
    ParticipantId holder,
    InstructionId id,
    @Most(REASON_MOST) String reason)
    implements LedgerRecord {

  /** The type of freezes of cash. */
  public static final RecordType<CashFreeze> TYPE =
      new RecordType<>("CASH_FREEZE", CashFreeze.class, Visibility.ACCOUNT.of("/holder", "/bank"));

  /** A reason is a paragraph; the legal document says the rest. */
  static final int REASON_MOST = 500;

  /** The key of a freeze. */
  public static Key<CashFreeze> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** Whether somebody may end it: who froze, or the authority on a court's document. */
  boolean mayBeEndedBy(Actor actor) {
    return actor.is(Role.AUTHORITY) || actor.id().equals(by);
  }

  /** The key of the account that it is of. */
  Key<CashAccount> account() {
    return CashAccount.key(holder, bank, asset);
  }

  @Override
  public Key<CashFreeze> key() {
    return key(id);
  }
}
