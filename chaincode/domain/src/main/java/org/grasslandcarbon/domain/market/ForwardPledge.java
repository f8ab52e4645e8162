// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * The money that one party of a forward has set aside for it: the buyer its part payment, the
 * seller its penalty. A record each, so that what is set aside has one owner and one account.
 *
 * @param asset the money
 * @param bank at which
 * @param cash fen
 * @param id the forward, by which its account is named
 * @param participant whose it is
 */
public record ForwardPledge(
    Asset asset, ParticipantId bank, Fen cash, InstructionId id, ParticipantId participant)
    implements Escrow {

  /** The type of these records. */
  public static final RecordType<ForwardPledge> TYPE =
      new RecordType<>(
          "FORWARD_PLEDGE", ForwardPledge.class, MarketVisibility.OWN.of("/participant"));

  /** The key of what a party has set aside for a forward. */
  public static Key<ForwardPledge> key(InstructionId forward, ParticipantId party) {
    return TYPE.key(forward.value(), party.value());
  }

  /** Sets aside what a party owes to a forward; it must be at its free disposal. */
  static void make(Act act, Forward forward, ParticipantId party) {
    ForwardPledge none =
        new ForwardPledge(forward.asset(), forward.bank(), Fen.ZERO, forward.id(), party);
    act.write(none);
    EscrowPlace.setAside(
        act, none, Optional.empty(), forward.pledgeOf(party), forward.bank(), forward.asset());
  }

  /** Credits are set aside where they are issued, not here. */
  @Override
  public SerialRanges serials() {
    return SerialRanges.NONE;
  }

  @Override
  public ForwardPledge withEscrow(Fen money, SerialRanges credits) {
    return new ForwardPledge(asset, bank, money, id, participant);
  }

  @Override
  public Key<ForwardPledge> key() {
    return key(id, participant);
  }
}
