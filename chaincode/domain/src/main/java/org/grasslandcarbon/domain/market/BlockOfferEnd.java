// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.InstructionId;

/** Ends offers of blocks: what stands behind them goes back, whatever their maker's standing. */
public final class BlockOfferEnd {
  private BlockOfferEnd() {}

  /** Keys that the end of an offer needs, once the offer is known. */
  public static List<Key<?>> keys(Records records, InstructionId id) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(BlockOffer.key(id))
        .ifPresent(
            offer -> {
              keys.add(InstrumentBook.key(offer.instrument()));
              keys.add(OpenOffers.key(offer.participant()));
              offer.batch().ifPresent(batch -> keys.add(Holding.key(batch, offer.participant())));
            });
    return keys;
  }

  /** Keys that it needs once the book is known. */
  public static List<Key<?>> furtherKeys(Records records, InstructionId id) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(BlockOffer.key(id))
        .ifPresent(
            offer ->
                records
                    .find(InstrumentBook.key(offer.instrument()))
                    .ifPresent(
                        book ->
                            keys.add(
                                CashAccount.key(offer.participant(), book.bank(), book.asset()))));
    return keys;
  }

  /** Gives back what stands behind an offer, exactly and once, and writes how it ended. */
  public static void end(Act act, InstructionId id, BlockOffer.State state) {
    BlockOffer offer = act.must(BlockOffer.key(id), ErrorCode.UNKNOWN_OFFER);
    InstrumentBook book =
        act.must(InstrumentBook.key(offer.instrument()), ErrorCode.UNKNOWN_INSTRUMENT);
    EscrowPlace.giveBack(act, offer, offer.batch(), book.bank(), book.asset());
    act.write(act.must(BlockOffer.key(id), ErrorCode.UNKNOWN_OFFER).ended(state, act.id()));
    OpenOffers.remove(act, offer.participant(), OpenOffers.Kind.BLOCK, id);
  }
}
