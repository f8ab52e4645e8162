// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * The offers of blocks that a participant has open: what counts as held for the largest holding,
 * and what a freeze ends.
 *
 * @param offers the offers, the oldest first
 * @param participant whose they are
 */
public record OpenOffers(@Most(OFFERS_MOST) List<Offer> offers, ParticipantId participant)
    implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<OpenOffers> TYPE =
      new RecordType<>("OPEN_OFFERS", OpenOffers.class, MarketVisibility.OWN.of("/participant"));

  /** Large quantities that two agree on are few; one instruction can end them all. */
  static final int OFFERS_MOST = 20;

  /**
   * An offer, as far as it counts.
   *
   * @param id the offer
   * @param instrument what is traded
   * @param side what its participant wants
   * @param tonnes how much
   */
  public record Offer(InstructionId id, InstrumentId instrument, Side side, Tonnes tonnes) {}

  public OpenOffers {
    offers = List.copyOf(offers);
  }

  /** The key of a participant's open offers. */
  public static Key<OpenOffers> key(ParticipantId participant) {
    return TYPE.key(participant.value());
  }

  /** What a participant has open; nothing where it never offered. */
  public static OpenOffers of(Records records, ParticipantId participant) {
    return records.find(key(participant)).orElseGet(() -> new OpenOffers(List.of(), participant));
  }

  /** Tonnes of an instrument in offers of either side. */
  Tonnes tonnes(InstrumentId instrument) {
    return offers.stream()
        .filter(each -> each.instrument.equals(instrument))
        .map(Offer::tonnes)
        .reduce(Tonnes.ZERO, Tonnes::plus);
  }

  /** Offers to sell an instrument. */
  public Stream<InstructionId> selling(InstrumentId instrument) {
    return offers.stream()
        .filter(each -> each.side == Side.SELL && each.instrument.equals(instrument))
        .map(Offer::id);
  }

  /** Offers to buy, whatever the instrument. */
  public Stream<InstructionId> buying() {
    return offers.stream().filter(each -> each.side == Side.BUY).map(Offer::id);
  }

  OpenOffers with(BlockOffer offer) {
    List<Offer> more = new ArrayList<>(offers);
    more.add(new Offer(offer.id(), offer.instrument(), offer.side(), offer.quantity()));
    return new OpenOffers(more, participant);
  }

  OpenOffers without(InstructionId offer) {
    return new OpenOffers(
        offers.stream().filter(each -> !each.id.equals(offer)).toList(), participant);
  }

  @Override
  public Key<OpenOffers> key() {
    return key(participant);
  }
}
