// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
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
    int trades) {

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
        0);
  }

  BookDay close() {
    return new BookDay(
        block, true, date, first, highest, index, last, listed, lowest, parties, rule, trades);
  }

  /** The day with a listed trade. */
  BookDay withListed(
      Fen price, Tonnes tonnes, Fen value, ParticipantId buyer, ParticipantId seller, int wanted) {
    return new BookDay(
        block,
        closed,
        date,
        first.or(() -> Optional.of(price)),
        Optional.of(highest.filter(other -> other.isAtLeast(price)).orElse(price)),
        index,
        Optional.of(price),
        listed.plus(tonnes, value),
        Optional.of(lowest.filter(price::isAtLeast).orElse(price)),
        more(more(parties, buyer, wanted), seller, wanted),
        rule,
        trades + 1);
  }

  private static List<ParticipantId> more(List<ParticipantId> some, ParticipantId one, int wanted) {
    if (some.size() >= wanted || some.contains(one)) {
      return some;
    }
    List<ParticipantId> more = new ArrayList<>(some);
    more.add(one);
    return more;
  }

  /** The day with a trade, whatever its mode. */
  BookDay with(Trade trade, int wanted) {
    return trade.mode() == Trade.Mode.LISTED
        ? withListed(
            trade.price(), trade.tonnes(), trade.gross(), trade.buyer(), trade.seller(), wanted)
        : withBlock(trade.tonnes(), trade.gross());
  }

  /** The day with a trade that was cancelled: it keeps its number and counts for nothing else. */
  BookDay withCancelled() {
    return withBlock(Tonnes.ZERO, Fen.ZERO);
  }

  /** The day with a trade outside of the book. */
  BookDay withBlock(Tonnes tonnes, Fen value) {
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
        trades + 1);
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
