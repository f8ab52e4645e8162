// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened at some venues in a period: what detectors look at, and nothing else.
 *
 * @param from the first day
 * @param to the last day
 * @param deals trades that were not cancelled, the oldest first
 * @param orders listings, the oldest first
 * @param news what became known, the oldest first
 * @param hands who counts as one
 * @param ends the minute of the day at which listed trading ends, by venue
 */
record Trading(
    LocalDate from,
    LocalDate to,
    List<Deal> deals,
    List<Order> orders,
    List<News> news,
    Hands hands,
    Map<String, Integer> ends) {

  /** Trades in the order of time and number, whatever order they were read in. */
  static final Comparator<Deal> IN_TIME =
      Comparator.comparing(Deal::at).thenComparing(Deal::instrument).thenComparing(Deal::number);

  Trading {
    deals = deals.stream().sorted(IN_TIME).toList();
    orders =
        orders.stream().sorted(Comparator.comparing(Order::at).thenComparing(Order::id)).toList();
    news = news.stream().sorted(Comparator.comparing(News::at).thenComparing(News::id)).toList();
    ends = Map.copyOf(ends);
  }

  /** Trades by instrument, each the oldest first. */
  SortedMap<String, List<Deal>> dealsByInstrument() {
    return deals.stream()
        .collect(Collectors.groupingBy(Deal::instrument, TreeMap::new, Collectors.toList()));
  }

  /** Listings by instrument, each the oldest first. */
  SortedMap<String, List<Order>> ordersByInstrument() {
    return orders.stream()
        .collect(Collectors.groupingBy(Order::instrument, TreeMap::new, Collectors.toList()));
  }

  static long tonnes(Stream<Deal> some) {
    return some.mapToLong(Deal::tonnes).sum();
  }

  /** Thousandths of a whole, rounded down; none of nothing. */
  static long perMille(long part, long whole) {
    return whole == 0 ? 0 : Math.multiplyExact(part, 1_000L) / whole;
  }

  /** How far a price is from another, in thousandths of the other, whichever way. */
  static long apart(long price, long from) {
    return perMille(Math.abs(price - from), from);
  }

  /** Average price by volume, rounded down. */
  static long average(List<Deal> some) {
    long tonnes = tonnes(some.stream());
    return tonnes == 0
        ? 0
        : some.stream().mapToLong(each -> Math.multiplyExact(each.price(), each.tonnes())).sum()
            / tonnes;
  }
}
