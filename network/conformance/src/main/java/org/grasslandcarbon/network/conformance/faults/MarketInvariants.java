// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.network.conformance.market.Judged;
import org.grasslandcarbon.network.conformance.market.PaperDay;
import org.grasslandcarbon.network.conformance.market.Signed;

/**
 * What must hold of a trading day whatever failed: each instruction did what a book on paper does
 * with it, the book is not crossed, nobody has sold what it had not, no serial number is in two
 * hands, no fen is lost, and the gateway says the same as the blocks.
 *
 * <p>It knows only what it is given, so that a test can give it what must not be.
 */
final class MarketInvariants {
  /** What a rule refuses for reasons that are not in the book. */
  private static final Set<ErrorCode> ELSEWHERE =
      EnumSet.of(
          ErrorCode.INSUFFICIENT_CREDITS, ErrorCode.INSUFFICIENT_CASH, ErrorCode.TOO_MANY_ORDERS);

  private final Opening opening;
  private final List<Trade> trades;
  private final MarketState state;
  private final List<String> violations = new ArrayList<>();

  /**
   * What everybody had before the day began.
   *
   * @param traders who trade
   * @param tonnes what each had
   * @param fen what each had
   */
  record Opening(List<String> traders, long tonnes, long fen) {
    Opening {
      traders = List.copyOf(traders);
    }
  }

  private MarketInvariants(Opening opening, List<Trade> trades, MarketState state) {
    this.opening = opening;
    this.trades = trades;
    this.state = state;
  }

  /**
   * Everything that does not hold at one office; empty when all does.
   *
   * @param signed all instructions of the day
   * @param judged what the office's blocks say, in their order
   * @param state what its gateway says
   */
  static List<String> violations(
      Opening opening, List<Signed> signed, List<Judged> judged, MarketState state) {
    Map<InstructionId, Signed> day =
        signed.stream().collect(Collectors.toMap(each -> each.text().id(), Function.identity()));
    List<Judged> ofDay = judged.stream().filter(each -> day.containsKey(each.id())).toList();
    List<Trade> trades = ofDay.stream().flatMap(each -> each.trades().stream()).toList();
    MarketInvariants checks = new MarketInvariants(opening, trades, state);
    PaperDay paper = new PaperDay(ELSEWHERE);
    ofDay.forEach(each -> paper.play(day.get(each.id()), each));
    checks.violations.addAll(paper.violations());
    checks.book(paper);
    checks.tradesAreTheLedgers();
    checks.credits();
    checks.serials();
    checks.money();
    return checks.violations;
  }

  private void book(PaperDay paper) {
    for (Side side : Side.values()) {
      Map<Long, Long> levels = new TreeMap<>();
      of(side).forEach(entry -> levels.merge(entry.price(), entry.tonnes(), Long::sum));
      require(
          levels.equals(paper.levels(side)),
          side + " levels of the book are " + levels + ", on paper " + paper.levels(side));
    }
    boolean crossed =
        of(Side.BUY).anyMatch(buy -> of(Side.SELL).anyMatch(sell -> sell.price() <= buy.price()));
    require(!crossed, "the book is crossed: " + state.book());
    Map<String, Long> standing =
        state.book().stream()
            .collect(
                Collectors.toMap(MarketState.Entry::listing, MarketState.Entry::tonnes, Long::sum));
    Map<String, Long> open =
        state.listings().stream()
            .collect(Collectors.toMap(MarketState.Listing::id, MarketState.Listing::remaining));
    require(standing.equals(open), "the book has " + standing + ", open listings are " + open);
  }

  private Stream<MarketState.Entry> of(Side side) {
    return state.book().stream().filter(entry -> entry.side() == side);
  }

  private void tradesAreTheLedgers() {
    List<MarketState.Made> ledgers =
        trades.stream()
            .map(
                each ->
                    new MarketState.Made(
                        each.number(),
                        each.buyer().value(),
                        each.seller().value(),
                        each.price().value(),
                        each.tonnes().value(),
                        each.gross().value()))
            .toList();
    require(
        ledgers.equals(state.trades()),
        "the ledger's trades are " + ledgers + ", the gateway's " + state.trades());
  }

  /** A trader has what it began with and bought, and not what it sold. */
  private void credits() {
    Map<String, Long> expected = everybody(opening.tonnes());
    for (Trade trade : trades) {
      expected.merge(trade.buyer().value(), trade.tonnes().value(), Long::sum);
      expected.merge(trade.seller().value(), -trade.tonnes().value(), Long::sum);
    }
    Map<String, Long> has = everybody(0);
    state.held().forEach((trader, ranges) -> has.merge(trader, tonnes(ranges), Long::sum));
    for (MarketState.Listing each : state.listings()) {
      has.merge(each.trader(), tonnes(each.serials()), Long::sum);
    }
    compare("t", expected, has);
  }

  private Map<String, Long> everybody(long amount) {
    Map<String, Long> amounts = new TreeMap<>();
    opening.traders().forEach(trader -> amounts.put(trader, amount));
    return amounts;
  }

  private static long tonnes(Collection<SerialRange> ranges) {
    return ranges.stream().mapToLong(SerialRange::count).sum();
  }

  private void compare(String unit, Map<String, Long> expected, Map<String, Long> has) {
    expected.forEach(
        (trader, amount) ->
            require(
                has.get(trader).equals(amount),
                trader
                    + " has "
                    + has.get(trader)
                    + " "
                    + unit
                    + " with what is listed, by its trades "
                    + amount
                    + " "
                    + unit));
  }

  /** In order no block of serial numbers begins before the one before it has ended. */
  private void serials() {
    List<SerialRange> all =
        Stream.concat(
                state.held().values().stream(),
                state.listings().stream().map(MarketState.Listing::serials))
            .flatMap(List::stream)
            .sorted()
            .toList();
    for (int i = 1; i < all.size(); i++) {
      require(
          all.get(i).start() > all.get(i - 1).end(),
          all.get(i - 1) + " and " + all.get(i) + " are in two hands");
    }
  }

  /** What is paid, somebody gets: sellers, beneficiaries, or the venue. */
  private void money() {
    Map<String, Long> expected = everybody(opening.fen());
    for (Trade trade : trades) {
      long shares = trade.shares().stream().mapToLong(each -> each.amount().value()).sum();
      long bought = trade.gross().value() + fees(trade, Side.BUY);
      long sold = trade.gross().value() - fees(trade, Side.SELL) - shares;
      expected.merge(trade.buyer().value(), -bought, Long::sum);
      expected.merge(trade.seller().value(), sold, Long::sum);
    }
    Map<String, Long> has = everybody(0);
    state.available().forEach((trader, fen) -> has.merge(trader, fen, Long::sum));
    state.listings().forEach(each -> has.merge(each.trader(), each.cash(), Long::sum));
    compare("fen", expected, has);
    long traders = has.values().stream().mapToLong(Long::longValue).sum();
    require(
        traders + state.fees() + state.benefits() == state.bankTotal(),
        "%d fen of traders, %d of fees and %d of benefits are not the bank's %d"
            .formatted(traders, state.fees(), state.benefits(), state.bankTotal()));
  }

  private static long fees(Trade trade, Side side) {
    return side == Side.BUY
        ? trade.buyerFee().value() + trade.buyerSettlementFee().value()
        : trade.sellerFee().value() + trade.sellerSettlementFee().value();
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }
}
