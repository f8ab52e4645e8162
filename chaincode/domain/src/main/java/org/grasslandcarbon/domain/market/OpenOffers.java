// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * The offers of blocks and of forwards that a participant has open: what counts as held for the
 * largest holding, and what a freeze ends.
 *
 * @param forwards the offers of forwards, the oldest first; absent where there is none
 * @param offers the offers of blocks, the oldest first
 * @param participant whose they are
 */
public record OpenOffers(
    @Most(OFFERS_MOST) Optional<List<Offer>> forwards,
    @Most(OFFERS_MOST) List<Offer> offers,
    ParticipantId participant)
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
    forwards = forwards.filter(some -> !some.isEmpty()).map(List::copyOf);
    offers = List.copyOf(offers);
  }

  /** The key of a participant's open offers. */
  public static Key<OpenOffers> key(ParticipantId participant) {
    return TYPE.key(participant.value());
  }

  /** What a participant has open; nothing where it never offered. */
  public static OpenOffers of(Records records, ParticipantId participant) {
    return records
        .find(key(participant))
        .orElseGet(() -> new OpenOffers(Optional.empty(), List.of(), participant));
  }

  /** The offers of forwards. */
  public List<Offer> ofForwards() {
    return forwards.orElse(List.of());
  }

  /**
   * Tonnes of an instrument in offers of blocks of either side, and in offers to buy forward: what
   * would be sold forward is not there to be held.
   */
  Tonnes tonnes(InstrumentId instrument) {
    return Stream.concat(
            offers.stream(), ofForwards().stream().filter(each -> each.side == Side.BUY))
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
    return new OpenOffers(forwards, more, participant);
  }

  OpenOffers without(InstructionId offer) {
    return new OpenOffers(forwards, without(offers, offer), participant);
  }

  OpenOffers with(Forward forward) {
    List<Offer> more = new ArrayList<>(ofForwards());
    more.add(new Offer(forward.id(), forward.instrument(), forward.side(), forward.quantity()));
    return new OpenOffers(Optional.of(more), offers, participant);
  }

  OpenOffers withoutForward(InstructionId forward) {
    return new OpenOffers(Optional.of(without(ofForwards(), forward)), offers, participant);
  }

  private static List<Offer> without(List<Offer> some, InstructionId one) {
    return some.stream().filter(each -> !each.id.equals(one)).toList();
  }

  @Override
  public Key<OpenOffers> key() {
    return key(participant);
  }
}
