// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Who has won an auction (LEDGER section 6): the best price first, of one price the bid that was
 * sealed first, whenever it was revealed. So two bids of one bidder get no more than one would.
 */
final class AuctionRanking {
  private AuctionRanking() {}

  /**
   * The auction with its bids decided, in the order in which they are settled.
   *
   * @param suspended whom to pass over; when it is the applicant, nothing is sold and nobody loses
   *     anything
   */
  static Auction of(Auction auction, Predicate<ParticipantId> suspended) {
    boolean isVoid = suspended.test(auction.participant()) || auction.isUncovered();
    List<AuctionEntry> ranked = new ArrayList<>();
    List<AuctionEntry> others = new ArrayList<>();
    for (AuctionEntry bid : auction.bids()) {
      if (isVoid || suspended.test(bid.bidder())) {
        others.add(bid.decided(AuctionBid.State.RETURNED, Tonnes.ZERO));
      } else if (bid.state() == AuctionBid.State.REVEALED) {
        ranked.add(bid);
      } else {
        others.add(bid.decided(AuctionBid.State.FORFEITED, Tonnes.ZERO));
      }
    }
    // Bids stand in the order in which they were sealed, and the sort leaves equal ones in it.
    ranked.sort(bestFirst(auction));
    long left = auction.quantity().value();
    Optional<Fen> last = Optional.empty();
    List<Auction.Rank> told = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      AuctionEntry bid = ranked.get(i);
      Tonnes wanted = bid.quantity().orElseThrow();
      Tonnes won = Tonnes.of(Math.min(left, wanted.value()));
      left -= won.value();
      last = won.isZero() ? last : bid.price();
      ranked.set(i, bid.decided(won.isZero() ? AuctionBid.State.LOST : AuctionBid.State.WON, won));
      told.add(new Auction.Rank(won, bid.price().orElseThrow(), wanted));
    }
    ranked.addAll(others);
    boolean isUniform = auction.opening().orElseThrow().pricing() == AuctionOpening.Pricing.UNIFORM;
    return auction.ranked(
        ranked,
        told,
        Tonnes.of(auction.quantity().value() - left),
        isUniform ? last : Optional.empty());
  }

  private static Comparator<AuctionEntry> bestFirst(Auction auction) {
    Comparator<AuctionEntry> cheapFirst = Comparator.comparing(bid -> bid.price().orElseThrow());
    return auction.isSale() ? cheapFirst.reversed() : cheapFirst;
  }
}
