// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A market of one instrument with a {@link NaiveBook}, by LEDGER section 6 and with arithmetic of
 * its own: who has which serials and how many fen, what each order is answered with, and what each
 * trade was. It takes the rule's numbers as data and nothing else from the code that it judges.
 */
final class NaiveMarket {
  static final String APPLIED = "APPLIED";
  private static final int LAPSES_MOST = 100;

  final NaiveBook book = new NaiveBook();
  final List<String> trades = new ArrayList<>();
  final Set<String> suspended = new HashSet<>();
  private final TradingTerms terms;
  private final String exchange;
  private final long issued;
  private final List<Long> lines;
  private final List<String> payees;
  private final Map<String, TreeSet<Long>> credits = new HashMap<>();
  private final Map<String, Long> cash = new HashMap<>();
  private final Map<String, Integer> bought = new HashMap<>();
  private final Map<String, Integer> sold = new HashMap<>();
  private final Map<String, TreeMap<Integer, Long>> received = new HashMap<>();
  private final Map<String, String> listings = new HashMap<>();
  private final Map<String, Integer> orders = new HashMap<>();
  private final Set<String> soldOnce = new HashSet<>();
  private final Set<String> parties = new HashSet<>();
  private final long[] owed;
  private boolean halted;
  private int venueDay;
  private LocalDate date;
  private int bookDay;
  private LocalDate bookDate;
  private boolean closed;
  private long base;
  private long dayTonnes;
  private long dayValue;
  private long fees;
  private long reserve;

  /**
   * @param lines basis points of the plan of benefits
   * @param payees who is paid for each; empty where nobody can be
   */
  NaiveMarket(
      TradingTerms terms,
      String exchange,
      long base,
      long issued,
      List<Long> lines,
      List<String> payees) {
    this.terms = terms;
    this.exchange = exchange;
    this.base = base;
    this.issued = issued;
    this.lines = lines;
    this.payees = payees;
    owed = new long[lines.size()];
  }

  void deposit(String who, long fen) {
    cash.merge(who, fen, Long::sum);
  }

  void issue(String who, String batch, long tonnes) {
    for (long serial = 1; serial <= tonnes; serial++) {
      credits(who, batch).add(serial);
    }
  }

  void openDay(LocalDate day) {
    venueDay++;
    date = day;
  }

  long cash(String who) {
    return cash.getOrDefault(who, 0L);
  }

  long fees() {
    return fees;
  }

  long reserve() {
    return reserve;
  }

  long owed() {
    return sum(owed);
  }

  TreeSet<Long> credits(String who, String batch) {
    return credits.computeIfAbsent(who + " " + batch, any -> new TreeSet<>());
  }

  /** The base price of today. */
  long base() {
    return closed ? base : bookDay < venueDay ? nextBase() : base;
  }

  private long nextBase() {
    boolean isEnough =
        dayTonnes > 0
            && dayTonnes >= terms.baseVolumeLeast().value()
            && parties.size() >= terms.basePartiesLeast();
    long tick = terms.tick().value();
    return isEnough ? NaiveBill.halfUp(dayValue, dayTonnes * tick) * tick : base;
  }

  long lowest() {
    long tick = terms.tick().value();
    long limit =
        NaiveBill.halfUp(base() * (1_000 - terms.listing().limitPerMille()), 1_000 * tick) * tick;
    return Math.max(tick, Math.min(limit, base() - tick));
  }

  long highest() {
    long tick = terms.tick().value();
    long limit =
        NaiveBill.halfUp(base() * (1_000 + terms.listing().limitPerMille()), 1_000 * tick) * tick;
    return Math.max(limit, base() + tick);
  }

  String place(
      boolean isOpen,
      long minute,
      String id,
      String who,
      boolean buys,
      String batch,
      long price,
      long tonnes) {
    String refusal = notTrading(isOpen);
    if (refusal != null) {
      return refusal;
    }
    if (price % terms.tick().value() != 0) {
      return "PRICE_OFF_TICK";
    }
    if (price < lowest() || price > highest()) {
      return "PRICE_OUTSIDE_LIMITS";
    }
    refusal = quantity(tonnes, terms.orderLeast().value());
    if (refusal != null) {
      return refusal;
    }
    if (book.count(who) >= terms.openListingsMost() || isBusy(minute, who)) {
      return "TOO_MANY_ORDERS";
    }
    if (isTooSoon(who, buys)) {
      return "OPPOSITE_TRADE_TOO_SOON";
    }
    List<NaiveBook.Wish> crossed = book.within(!buys, price);
    if (crossed.stream().anyMatch(wish -> !suspended.contains(wish.who))) {
      return "WOULD_CROSS";
    }
    if (buys && holdsTooMuch(who, tonnes)) {
      return "HOLDING_LIMIT";
    }
    if (!buys && credits(who, batch).size() < tonnes) {
      return "INSUFFICIENT_CREDITS";
    }
    if (!buys && isTooNew(who, batch, tonnes)) {
      return "OPPOSITE_TRADE_TOO_SOON";
    }
    long cost = cost(price * tonnes);
    if (buys && cash(who) < cost) {
      return "INSUFFICIENT_CASH";
    }
    List<NaiveBook.Wish> side = book.side(buys);
    boolean isFull = side.size() == NaiveBook.SIDE_MOST;
    NaiveBook.Wish worst = isFull ? side.get(side.size() - 1) : null;
    if (isFull && (buys ? price <= worst.price : price >= worst.price)) {
      return "BOOK_FULL";
    }
    // What is set aside was there before the worst listing, perhaps of the same seller, gave way.
    List<Long> serials = buys ? List.of() : lowestOf(credits(who, batch), tonnes);
    crossed.forEach(this::lapse);
    if (isFull) {
      lapse(worst);
    }
    begin(minute, who);
    NaiveBook.Wish wish = new NaiveBook.Wish(id, who, buys, batch, price, tonnes);
    if (buys) {
      deposit(who, -cost);
      wish.cash = cost;
    }
    wish.serials.addAll(serials);
    book.add(wish);
    listings.put(id, who);
    return APPLIED;
  }

  String take(
      boolean isOpen,
      long minute,
      String who,
      boolean buys,
      String batch,
      long limit,
      long tonnes,
      boolean isAllOrNothing,
      boolean retires) {
    String refusal = notTrading(isOpen);
    if (refusal != null) {
      return refusal;
    }
    if (limit % terms.tick().value() != 0) {
      return "PRICE_OFF_TICK";
    }
    refusal = quantity(tonnes, terms.lot().value());
    if (refusal != null) {
      return refusal;
    }
    if (isBusy(minute, who)) {
      return "TOO_MANY_ORDERS";
    }
    if (isTooSoon(who, buys)) {
      return "OPPOSITE_TRADE_TOO_SOON";
    }
    if (!buys && credits(who, batch).size() < tonnes) {
      return "INSUFFICIENT_CREDITS";
    }
    if (!buys && isTooNew(who, batch, tonnes)) {
      return "OPPOSITE_TRADE_TOO_SOON";
    }
    List<NaiveBook.Pick> picks =
        book.picks(
            !buys, limit, tonnes, wish -> !wish.who.equals(who) && !suspended.contains(wish.who));
    long had = picks.stream().mapToLong(NaiveBook.Pick::tonnes).sum();
    List<NaiveBook.Wish> within = book.within(!buys, limit);
    if (!within.isEmpty() && within.stream().allMatch(wish -> wish.who.equals(who))) {
      return "OWN_LISTING";
    }
    if (had == 0 || isAllOrNothing && had < tonnes) {
      return "NOTHING_TO_TAKE";
    }
    if (buys && !retires && holdsTooMuch(who, had)) {
      return "HOLDING_LIMIT";
    }
    long value = picks.stream().mapToLong(pick -> pick.tonnes() * pick.wish().price).sum();
    if (buys && cash(who) < cost(value)) {
      return "INSUFFICIENT_CASH";
    }
    begin(minute, who);
    NaiveBill bill = new NaiveBill();
    for (NaiveBook.Pick pick : picks) {
      List<Long> moved = settle(pick, who, buys, batch, bill);
      if (retires) {
        moved.forEach(credits(who, pick.wish().batch)::remove);
      }
    }
    return APPLIED;
  }

  private List<Long> settle(
      NaiveBook.Pick pick, String taker, boolean takerBuys, String takersBatch, NaiveBill bill) {
    NaiveBook.Wish wish = pick.wish();
    ModeTerms mode = terms.listing();
    String buyer = takerBuys ? taker : wish.who;
    String seller = takerBuys ? wish.who : taker;
    String batch = takerBuys ? wish.batch : takersBatch;
    long gross = wish.price * pick.tonnes();
    long[] buyers =
        (takerBuys ? bill : wish.bill)
            .more(gross, mode.buyerFeePerMillion(), mode.buyerSettlementPerMillion());
    long[] sellers =
        (takerBuys ? wish.bill : bill)
            .more(gross, mode.sellerFeePerMillion(), mode.sellerSettlementPerMillion());
    List<Long> moved = lowestOf(takerBuys ? wish.serials : credits(seller, batch), pick.tonnes());
    long fresh = moved.stream().filter(serial -> soldOnce.add(batch + " " + serial)).count();
    long net = gross - sum(sellers);
    long[] parts = divide(net * fresh / pick.tonnes());

    long paid = gross + sum(buyers);
    if (takerBuys) {
      deposit(buyer, -paid);
    } else {
      wish.cash -= paid;
    }
    deposit(seller, net);
    fees += sum(buyers) + sum(sellers);
    List<String> shares = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      deposit(seller, -parts[i]);
      if (payees.get(i).isEmpty()) {
        owed[i] += parts[i];
      } else {
        deposit(payees.get(i), parts[i]);
      }
      if (parts[i] > 0) {
        shares.add(i + 1 + ":" + parts[i] + ":" + payees.get(i));
      }
    }
    credits(buyer, batch).addAll(moved);
    bought.put(buyer, venueDay);
    sold.put(seller, venueDay);
    dayTonnes += pick.tonnes();
    dayValue += gross;
    parties.add(buyer);
    parties.add(seller);
    wish.left -= pick.tonnes();
    if (wish.left == 0) {
      book.remove(wish);
      if (wish.cash != 0) {
        throw new AssertionError("a wish that is filled has " + wish.cash + " fen left");
      }
    }
    trades.add(
        Stream.of(
                trades.size() + 1,
                date,
                wish.price,
                pick.tonnes(),
                gross,
                buyer,
                buyers[0],
                buyers[1],
                takerBuys ? "" : wish.id,
                seller,
                sellers[0],
                sellers[1],
                takerBuys ? wish.id : "",
                batch,
                ranges(moved),
                String.join(",", shares),
                takerBuys ? "BUY" : "SELL")
            .map(Object::toString)
            .collect(Collectors.joining("|")));
    return moved;
  }

  /** Whole fen of each share, and what is left one by one to the largest remainders. */
  private long[] divide(long amount) {
    List<Long> points = new ArrayList<>(lines);
    points.add(10_000 - lines.stream().mapToLong(Long::longValue).sum());
    long[] parts = points.stream().mapToLong(each -> amount * each / 10_000).toArray();
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparing(i -> -(amount * points.get(i) % 10_000)))
        .limit(amount - sum(parts))
        .forEach(i -> parts[i]++);
    return parts;
  }

  String withdraw(String id, String who) {
    if (!listings.containsKey(id)) {
      return "UNKNOWN_LISTING";
    }
    if (!listings.get(id).equals(who)) {
      return "NOT_ALLOWED";
    }
    if (book.find(id).isEmpty()) {
      return "WRONG_STATE";
    }
    lapse(book.find(id).get());
    return APPLIED;
  }

  String close(boolean areHoursOver, String who) {
    if (bookDay == 0 || closed && book.size() == 0) {
      return "WRONG_STATE";
    }
    if (!who.equals(exchange) && !areHoursOver && bookDate.equals(date)) {
      return "HOURS_NOT_OVER";
    }
    base = closed ? base : nextBase();
    closed = true;
    Stream.concat(book.side(false).stream(), book.side(true).stream())
        .limit(LAPSES_MOST)
        .toList()
        .forEach(this::lapse);
    return APPLIED;
  }

  String transfer(String from, String to, String batch, long tonnes) {
    if (credits(from, batch).size() < tonnes) {
      return "INSUFFICIENT_CREDITS";
    }
    credits(to, batch).addAll(lowestOf(credits(from, batch), tonnes));
    giveOn(received.getOrDefault(from + " " + batch, new TreeMap<>()), tonnes);
    received
        .computeIfAbsent(to + " " + batch, any -> new TreeMap<>())
        .merge(venueDay, tonnes, Long::sum);
    return APPLIED;
  }

  /** What came last goes first. */
  private static void giveOn(TreeMap<Integer, Long> received, long tonnes) {
    for (long left = tonnes; left > 0 && !received.isEmpty(); ) {
      Map.Entry<Integer, Long> last = received.pollLastEntry();
      if (last.getValue() > left) {
        received.put(last.getKey(), last.getValue() - left);
      }
      left -= last.getValue();
    }
  }

  String halt(boolean halts) {
    if (halted == halts) {
      return "WRONG_STATE";
    }
    halted = halts;
    return APPLIED;
  }

  String collect() {
    if (fees == 0) {
      return "WRONG_STATE";
    }
    long reserved = NaiveBill.halfUp(fees * terms.reservePerMille(), 1_000);
    reserve += reserved;
    deposit(exchange, fees - reserved);
    fees = 0;
    return APPLIED;
  }

  private String notTrading(boolean isOpen) {
    if (!isOpen) {
      return "MARKET_CLOSED";
    }
    if (bookDay != venueDay) {
      return book.size() > 0 ? "BOOK_NOT_CLOSED" : halted ? "INSTRUMENT_HALTED" : null;
    }
    return closed ? "MARKET_CLOSED" : halted ? "INSTRUMENT_HALTED" : null;
  }

  private String quantity(long tonnes, long least) {
    if (tonnes < least || tonnes % terms.lot().value() != 0) {
      return "ORDER_TOO_SMALL";
    }
    return tonnes > terms.orderMost().value() ? "ORDER_TOO_LARGE" : null;
  }

  private boolean isBusy(long minute, String who) {
    return orders.getOrDefault(who + " " + minute, 0) >= terms.ordersPerMinute();
  }

  private boolean isTooSoon(String who, boolean buys) {
    int last = (buys ? sold : bought).getOrDefault(who, -1_000);
    if (book.resting(!buys, who) > 0) {
      last = venueDay;
    }
    return terms.turnaroundDays() > 0 && venueDay - last < terms.turnaroundDays();
  }

  /** Whether so much is not there without what came free of payment in the last days. */
  private boolean isTooNew(String who, String batch, long tonnes) {
    long recent =
        received.getOrDefault(who + " " + batch, new TreeMap<>()).entrySet().stream()
            .filter(each -> venueDay - each.getKey() < terms.turnaroundDays())
            .mapToLong(Map.Entry::getValue)
            .sum();
    return recent > 0 && tonnes > credits(who, batch).size() - recent;
  }

  private boolean holdsTooMuch(String who, long more) {
    return more > room(who);
  }

  /** How much somebody may buy by what it holds and has listed. */
  long room(String who) {
    long most = terms.holdingMost().map(each -> each.value()).orElse(Long.MAX_VALUE);
    long share = terms.holdingMostPerMille().map(each -> issued * each / 1_000).orElse(most);
    long held =
        credits.entrySet().stream()
            .filter(each -> each.getKey().startsWith(who + " "))
            .mapToLong(each -> each.getValue().size())
            .sum();
    return Math.min(most, share) - (held + book.resting(true, who) + book.resting(false, who));
  }

  private long cost(long value) {
    ModeTerms mode = terms.listing();
    return value
        + NaiveBill.due(value, mode.buyerFeePerMillion())
        + NaiveBill.due(value, mode.buyerSettlementPerMillion());
  }

  /** What the first order of a day and every order changes. */
  private void begin(long minute, String who) {
    orders.merge(who + " " + minute, 1, Integer::sum);
    if (bookDay != venueDay) {
      base = base();
      bookDay = venueDay;
      bookDate = date;
      closed = false;
      dayTonnes = 0;
      dayValue = 0;
      parties.clear();
    }
  }

  private void lapse(NaiveBook.Wish wish) {
    book.remove(wish);
    if (wish.buys) {
      deposit(wish.who, wish.cash);
    } else {
      credits(wish.who, wish.batch).addAll(wish.serials);
    }
  }

  private static long sum(long[] some) {
    return LongStream.of(some).sum();
  }

  private static List<Long> lowestOf(TreeSet<Long> serials, long tonnes) {
    List<Long> lowest = serials.stream().limit(tonnes).toList();
    lowest.forEach(serials::remove);
    return lowest;
  }

  /** Serials in ascending order as {@code 1-3,5-5}. */
  static String ranges(Collection<Long> serials) {
    StringBuilder text = new StringBuilder();
    long last = -1;
    for (long serial : serials) {
      if (serial != last + 1) {
        text.append(last < 0 ? "" : last + ",").append(serial).append('-');
      }
      last = serial;
    }
    return last < 0 ? "" : text.append(last).toString();
  }
}
