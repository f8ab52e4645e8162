// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.market.PlaceListing;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.market.WithdrawListing;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * The trading of one instrument once more, as somebody would keep it on paper who was told each
 * instruction in the ledger's order: listings in the order in which they came, sorted by price when
 * somebody asks. It shares nothing with the book that it judges, and says where the two differ.
 */
public final class PaperDay {

  /** A listing, and what is left of it. */
  private static final class Wish {
    final InstructionId id;
    final ParticipantId who;
    final Side side;
    final long price;
    long left;

    Wish(InstructionId id, ParticipantId who, PlaceListing listing) {
      this.id = id;
      this.who = who;
      this.side = listing.side();
      this.price = listing.price().value();
      this.left = listing.quantity().value();
    }

    /** Whether somebody takes it who goes no further than a limit. */
    boolean isWithin(long limit) {
      return side == Side.SELL ? price <= limit : price >= limit;
    }
  }

  private record Pick(Wish wish, long tonnes) {}

  private final Set<ErrorCode> elsewhere;
  private final List<Wish> wishes = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  /**
   * @param elsewhere refusals whose reasons are not in the book, as that somebody has too little
   *     money: they are taken as they are
   */
  public PaperDay(Set<ErrorCode> elsewhere) {
    this.elsewhere = elsewhere;
  }

  /** Plays the next instruction that the ledger has judged, and compares. */
  public void play(Signed signed, Judged judged) {
    Action action = signed.action();
    ParticipantId who = signed.text().participant();
    if (action instanceof PlaceListing listing) {
      place(who, listing, judged);
    } else if (action instanceof TakeListings taking) {
      take(who, taking, judged);
    } else if (action instanceof WithdrawListing withdrawal) {
      withdraw(who, withdrawal, judged);
    } else {
      throw new IllegalArgumentException(signed.text().action() + " is not traded on paper");
    }
  }

  private void place(ParticipantId who, PlaceListing listing, Judged judged) {
    boolean crosses = within(listing.side().opposite(), listing.price().value()).size() > 0;
    if (judged.isApplied()) {
      wrongIf(crosses, judged, "was listed and crosses the book");
      wishes.add(new Wish(judged.id(), who, listing));
    } else if (is(judged, ErrorCode.WOULD_CROSS)) {
      wrongIf(!crosses, judged, "was refused and does not cross the book");
    } else {
      refusedElsewhere(judged);
    }
  }

  private void take(ParticipantId who, TakeListings taking, Judged judged) {
    List<Wish> reached = within(taking.side().opposite(), taking.limit().value());
    List<Pick> picks = picks(reached, who, taking.quantity().value());
    long tonnes = picks.stream().mapToLong(Pick::tonnes).sum();
    boolean enough = tonnes > 0 && (!taking.allOrNothing() || tonnes == taking.quantity().value());
    if (judged.isApplied()) {
      wrongIf(!enough, judged, "took what is not there for it: " + tonnes + " t are");
      compare(who, taking.side(), picks, judged);
      picks.forEach(pick -> pick.wish().left -= pick.tonnes());
      wishes.removeIf(wish -> wish.left == 0);
    } else if (is(judged, ErrorCode.NOTHING_TO_TAKE) || is(judged, ErrorCode.OWN_LISTING)) {
      wrongIf(enough, judged, "was refused, and " + tonnes + " t are there for it");
      boolean ownOnly = !reached.isEmpty() && picks.isEmpty();
      wrongIf(
          ownOnly != is(judged, ErrorCode.OWN_LISTING),
          judged,
          "was refused for another reason than the book has");
    } else {
      refusedElsewhere(judged);
    }
  }

  private void withdraw(ParticipantId who, WithdrawListing withdrawal, Judged judged) {
    Optional<Wish> wish =
        wishes.stream().filter(each -> each.id.equals(withdrawal.listing())).findFirst();
    boolean own = wish.filter(each -> each.who.equals(who)).isPresent();
    if (judged.isApplied()) {
      wrongIf(!own, judged, "took back a listing that does not stand");
      wish.ifPresent(wishes::remove);
    } else if (is(judged, ErrorCode.WRONG_STATE) || is(judged, ErrorCode.UNKNOWN_LISTING)) {
      wrongIf(own, judged, "was refused, and its listing stands");
    } else {
      refusedElsewhere(judged);
    }
  }

  /** The listings of a side that a limit reaches, the best first; of one price the earlier. */
  private List<Wish> within(Side side, long limit) {
    Comparator<Wish> cheapest = Comparator.comparing(wish -> wish.price);
    return wishes.stream()
        .filter(wish -> wish.side == side && wish.isWithin(limit))
        .sorted(side == Side.SELL ? cheapest : cheapest.reversed())
        .toList();
  }

  private static List<Pick> picks(List<Wish> reached, ParticipantId who, long tonnes) {
    List<Pick> picks = new ArrayList<>();
    long missing = tonnes;
    for (Wish wish : reached) {
      if (missing > 0 && !wish.who.equals(who)) {
        picks.add(new Pick(wish, Math.min(missing, wish.left)));
        missing -= Math.min(missing, wish.left);
      }
    }
    return picks;
  }

  private void compare(ParticipantId who, Side side, List<Pick> picks, Judged judged) {
    List<String> expected = picks.stream().map(pick -> told(who, side, pick)).toList();
    List<String> made = judged.trades().stream().map(PaperDay::told).toList();
    wrongIf(!made.equals(expected), judged, "made the trades " + made + ", not " + expected);
  }

  private static String told(ParticipantId taker, Side side, Pick pick) {
    Wish wish = pick.wish();
    return side == Side.BUY
        ? told(pick.tonnes(), wish.price, wish.who, taker, Optional.of(wish.id), Optional.empty())
        : told(pick.tonnes(), wish.price, taker, wish.who, Optional.empty(), Optional.of(wish.id));
  }

  private static String told(Trade trade) {
    return told(
        trade.tonnes().value(),
        trade.price().value(),
        trade.seller(),
        trade.buyer(),
        trade.sellerListing(),
        trade.buyerListing());
  }

  private static String told(
      long tonnes,
      long price,
      ParticipantId seller,
      ParticipantId buyer,
      Optional<InstructionId> offered,
      Optional<InstructionId> wanted) {
    return "%d t at %d, %s%s to %s%s"
        .formatted(
            tonnes,
            price,
            seller,
            offered.map(each -> " (" + each + ")").orElse(""),
            buyer,
            wanted.map(each -> " (" + each + ")").orElse(""));
  }

  private static boolean is(Judged judged, ErrorCode code) {
    return judged.outcome().equals(code.name());
  }

  private void refusedElsewhere(Judged judged) {
    wrongIf(
        elsewhere.stream().noneMatch(code -> is(judged, code)), judged, "was refused for no rule");
  }

  private void wrongIf(boolean wrong, Judged judged, String what) {
    if (wrong) {
      violations.add(judged.id() + " (" + judged.outcome() + ") " + what);
    }
  }

  /** Where the ledger's book and this one differ; empty when nowhere. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** What stands of a side by price, in tonnes, the lowest price first. */
  public TreeMap<Long, Long> levels(Side side) {
    TreeMap<Long, Long> levels = new TreeMap<>();
    for (Wish wish : wishes) {
      if (wish.side == side) {
        levels.merge(wish.price, wish.left, Long::sum);
      }
    }
    return levels;
  }
}
