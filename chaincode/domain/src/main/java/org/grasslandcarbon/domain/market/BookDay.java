// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.region.Sales;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What has happened in a book on one trading day. A fill belongs to the book's day whatever its
 * timestamp.
 *
 * @param block tonnes and fen of block trades
 * @param closed whether the day is over for this book
 * @param date the day
 * @param first the first listed trade's price
 * @param highest the highest of them
 * @param index the day's number at the venue
 * @param last the last listed trade's price
 * @param listed tonnes and fen of listed trades
 * @param lowest the lowest of them
 * @param parties distinct participants of listed trades, as many as a new base price needs
 * @param rule the version of the venue's rules
 * @param trades how many trades, of every mode, those that were cancelled among them
 * @param uncounted trades that the totals of the region have not been told of; absent where there
 *     are none, and of days that began before there were totals
 */
public record BookDay(
    Turnover block,
    boolean closed,
    LocalDate date,
    Optional<Fen> first,
    Optional<Fen> highest,
    int index,
    Optional<Fen> last,
    Turnover listed,
    Optional<Fen> lowest,
    @Most(TradingTerms.PARTIES_MOST) List<ParticipantId> parties,
    int rule,
    int trades,
    Optional<Sales> uncounted) {

  /**
   * How much was traded.
   *
   * @param tonnes the quantity
   * @param value fen
   */
  public record Turnover(Tonnes tonnes, Fen value) {
    static final Turnover NONE = new Turnover(Tonnes.ZERO, Fen.ZERO);

    Turnover plus(Tonnes more, Fen worth) {
      return new Turnover(tonnes.plus(more), value.plus(worth));
    }
  }

  public BookDay {
    parties = List.copyOf(parties);
  }

  /** A day on which nothing has happened. */
  static BookDay begin(LocalDate date, int index, int rule) {
    return new BookDay(
        Turnover.NONE,
        false,
        date,
        Optional.empty(),
        Optional.empty(),
        index,
        Optional.empty(),
        Turnover.NONE,
        Optional.empty(),
        List.of(),
        rule,
        0,
        Optional.empty());
  }

  BookDay close() {
    return new BookDay(
        block, true, date, first, highest, index, last, listed, lowest, parties, rule, trades,
        uncounted);
  }

  /** The day with nothing left to be counted. */
  BookDay counted() {
    return new BookDay(
        block,
        closed,
        date,
        first,
        highest,
        index,
        last,
        listed,
        lowest,
        parties,
        rule,
        trades,
        Optional.empty());
  }

  private BookDay withListed(Trade trade, int wanted) {
    Fen price = trade.price();
    return new BookDay(
        block,
        closed,
        date,
        first.or(() -> Optional.of(price)),
        Optional.of(highest.filter(other -> other.isAtLeast(price)).orElse(price)),
        index,
        Optional.of(price),
        listed.plus(trade.tonnes(), trade.gross()),
        Optional.of(lowest.filter(price::isAtLeast).orElse(price)),
        more(more(parties, trade.buyer(), wanted), trade.seller(), wanted),
        rule,
        trades + 1,
        uncountedWith(trade));
  }

  private static List<ParticipantId> more(List<ParticipantId> some, ParticipantId one, int wanted) {
    if (some.size() >= wanted || some.contains(one)) {
      return some;
    }
    List<ParticipantId> more = new ArrayList<>(some);
    more.add(one);
    return more;
  }

  /**
   * The day with a trade, whatever its mode.
   *
   * @param wanted how many distinct parties a new base price needs
   */
  BookDay with(Trade trade, int wanted) {
    return trade.mode() == Trade.Mode.LISTED ? withListed(trade, wanted) : withOutside(trade);
  }

  /** The day with a trade that was cancelled: it keeps its number and counts for nothing else. */
  BookDay withCancelled() {
    return withOutside(Tonnes.ZERO, Fen.ZERO, uncounted);
  }

  /** The day with a trade outside of the book: it makes no last price and no base. */
  BookDay withOutside(Trade trade) {
    return withOutside(trade.tonnes(), trade.gross(), uncountedWith(trade));
  }

  private Optional<Sales> uncountedWith(Trade trade) {
    return Optional.of(uncounted.orElse(Sales.NONE).plus(trade.asSales()));
  }

  BookDay withOutside(Tonnes tonnes, Fen value, Optional<Sales> toBeCounted) {
    return new BookDay(
        block.plus(tonnes, value),
        closed,
        date,
        first,
        highest,
        index,
        last,
        listed,
        lowest,
        parties,
        rule,
        trades + 1,
        toBeCounted);
  }

  /**
   * The base price that the day leads to: the average of its listed trades by volume, half-up to
   * the tick; none when too little was traded or by too few.
   */
  Optional<Fen> nextBase(TradingTerms terms) {
    if (listed.tonnes().isZero()
        || !listed.tonnes().isAtLeast(terms.baseVolumeLeast())
        || parties.size() < terms.basePartiesLeast()) {
      return Optional.empty();
    }
    long ticks = PriceLimits.halfUp(listed.value().value(), listed.tonnes().value(), terms.tick());
    return Optional.of(Fen.of(ticks * terms.tick().value()));
  }
}
