// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * What must hold of books, listings and trades after every act (LEDGER section 8; the numbers are
 * of the list of properties to test), told without a second book.
 */
final class MarketChecks {
  private final TradingTerms terms;
  private final Set<InstructionId> ended = new HashSet<>();
  private final Map<String, Integer> lastDay = new HashMap<>();
  private InstrumentBook checked;
  private int day;
  private String date = "";

  MarketChecks(TradingTerms terms) {
    this.terms = terms;
  }

  /** 3, 6, 7: no book is crossed; sides are in order, and nothing in them is empty. */
  void book(InstrumentBook book) {
    if (book == checked) {
      return; // the act was refused
    }
    checked = book;
    if (!book.buys().isEmpty() && !book.sells().isEmpty()) {
      assertThat(book.buys().get(0).price()).isLessThan(book.sells().get(0).price());
    }
    for (Side side : Side.values()) {
      List<BookEntry> entries = book.side(side);
      require(entries.size() <= InstrumentBook.SIDE_MOST, "a side is too long");
      Set<InstructionId> ids = new HashSet<>();
      for (int i = 0; i < entries.size(); i++) {
        BookEntry entry = entries.get(i);
        require(ids.add(entry.listing()), "a listing stands twice");
        require(!entry.remaining().isZero(), "a listing of nothing");
        require(i == 0 || isInOrder(side, entries.get(i - 1), entry), "a side is out of order");
      }
    }
  }

  private static boolean isInOrder(Side side, BookEntry one, BookEntry next) {
    long difference = next.price().value() - one.price().value();
    long worse = side == Side.SELL ? difference : -difference;
    return worse > 0 || worse == 0 && one.sequence() < next.sequence();
  }

  /** 8, 9: what stands behind a listing is what is left of it, and nothing once it has ended. */
  void record(LedgerRecord record) {
    if (!(record instanceof Listing listing)) {
      return;
    }
    require(!ended.contains(listing.id()), "a listing that ended has changed");
    if (listing.state() != Listing.State.OPEN) {
      ended.add(listing.id());
      require(listing.serials().isEmpty(), "credits stand behind a listing that ended");
      require(listing.cash().isZero(), "money stands behind a listing that ended");
      return;
    }
    long left = listing.remaining().value();
    require(left > 0, "an open listing of nothing");
    if (listing.side() == Side.SELL) {
      require(listing.serials().quantity().value() == left, "credits of another quantity");
      require(listing.cash().isZero(), "money behind a sale");
      return;
    }
    long price = listing.price().value();
    ModeTerms mode = terms.listing();
    long value = price * listing.quantity().value();
    long fees =
        NaiveBill.due(value, mode.buyerFeePerMillion())
            + NaiveBill.due(value, mode.buyerSettlementPerMillion());
    long charged = listing.feeCharged().value() + listing.settlementCharged().value();
    require(listing.serials().isEmpty(), "credits behind a purchase");
    require(
        listing.cash().value() == price * left + fees - charged,
        "money of another amount stands behind a purchase");
  }

  /** 4 to 7, 10 and 11: what a taking did. */
  void taken(
      ParticipantId who,
      TakeListings taking,
      List<Trade> made,
      InstrumentBook after,
      Set<String> suspended) {
    require(!made.isEmpty(), "a taking that was applied took nothing");
    Side other = taking.side().opposite();
    PriceLimits limits = PriceLimits.of(after.base(), terms.listing(), terms.tick());
    long sum = 0;
    for (Trade trade : made) {
      sum += trade.tonnes().value();
      require(trade.tonnes().value() > 0, "a fill of nothing");
      require(!trade.buyer().equals(trade.seller()), "somebody traded with itself");
      require(
          !other.isBetter(taking.limit().value(), trade.price().value()),
          "a fill beyond the taker's limit");
      require(limits.outside(trade.price()).isEmpty(), "a fill outside of the day's limits");
      require(
          !suspended.contains(trade.buyer().value()) && !suspended.contains(trade.seller().value()),
          "a suspended participant traded");
      remember(trade);
    }
    require(sum <= taking.quantity().value(), "more was taken than was asked for");
    require(!taking.allOrNothing() || sum == taking.quantity().value(), "all or nothing");
    long worst = made.get(made.size() - 1).price().value();
    for (BookEntry entry : after.side(other)) {
      boolean isServable =
          !entry.participant().equals(who) && !suspended.contains(entry.participant().value());
      require(
          !isServable || !other.isBetter(entry.price().value(), worst),
          "somebody at a better price was left unserved");
      require(
          !isServable
              || sum == taking.quantity().value()
              || other.isBetter(taking.limit().value(), entry.price().value()),
          "somebody within the limit was left unserved");
    }
  }

  private void remember(Trade trade) {
    if (!trade.day().toString().equals(date)) {
      date = trade.day().toString();
      day++;
    }
    // Trading days without a trade are not seen here: of those that are, none is too close by date.
    if (terms.turnaroundDays() > 0) {
      require(
          lastDay.get("sold " + trade.buyer()) == null
              || lastDay.get("sold " + trade.buyer()) != day,
          "bought on the day of a sale");
      require(
          lastDay.get("bought " + trade.seller()) == null
              || lastDay.get("bought " + trade.seller()) != day,
          "sold on the day of a purchase");
    }
    lastDay.put("bought " + trade.buyer(), day);
    lastDay.put("sold " + trade.seller(), day);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
