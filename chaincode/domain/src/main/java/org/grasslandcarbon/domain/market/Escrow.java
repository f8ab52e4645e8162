// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * A record that holds what somebody has set aside for it: a listing, an offer, a bid, a contract.
 */
interface Escrow extends LedgerRecord {
  /** The instruction that made it, by which its account is named. */
  InstructionId id();

  /** What it is for, as others know it: itself, or the auction that a bid is in. */
  default InstructionId contract() {
    return id();
  }

  /** Whose it is. */
  ParticipantId participant();

  /** Fen that are set aside. */
  Fen cash();

  /** Credits that are set aside. */
  SerialRanges serials();

  /** The same record with other things set aside. */
  Escrow withEscrow(Fen money, SerialRanges credits);
}
