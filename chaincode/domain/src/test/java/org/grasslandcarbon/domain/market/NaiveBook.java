// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A second book, as a person would keep it on paper after reading LEDGER section 6: all wishes in
 * one list in the order in which they came, sorted by price when somebody asks, added up when
 * somebody asks. It shares nothing with the book that it judges.
 */
final class NaiveBook {
  /** The most on one side. */
  static final int SIDE_MOST = 200;

  /** What somebody wants, and what stands behind it. */
  static final class Wish {
    final String id;
    final String who;
    final boolean buys;
    final String batch;
    final long price;
    final TreeSet<Long> serials = new TreeSet<>();
    final NaiveBill bill = new NaiveBill();
    long left;
    long cash;

    Wish(String id, String who, boolean buys, String batch, long price, long tonnes) {
      this.id = id;
      this.who = who;
      this.buys = buys;
      this.batch = batch;
      this.price = price;
      this.left = tonnes;
    }
  }

  /**
   * How much is had of which wish.
   *
   * @param wish whose
   * @param tonnes how much
   */
  record Pick(Wish wish, long tonnes) {}

  private final List<Wish> wishes = new ArrayList<>();

  void add(Wish wish) {
    wishes.add(wish);
  }

  void remove(Wish wish) {
    wishes.remove(wish);
  }

  /** One side, the best price first; a sort that is stable leaves the earlier before the later. */
  List<Wish> side(boolean buys) {
    Comparator<Wish> cheap = Comparator.comparing(wish -> wish.price);
    return wishes.stream()
        .filter(wish -> wish.buys == buys)
        .sorted(buys ? cheap.reversed() : cheap)
        .toList();
  }

  /** Wishes of a side that a limit reaches. */
  List<Wish> within(boolean buys, long limit) {
    return side(buys).stream()
        .filter(wish -> buys ? wish.price >= limit : wish.price <= limit)
        .toList();
  }

  /** What a quantity is had from, among those that may be served. */
  List<Pick> picks(boolean buys, long limit, long tonnes, Predicate<Wish> served) {
    List<Pick> picks = new ArrayList<>();
    long missing = tonnes;
    for (Wish wish : within(buys, limit)) {
      if (missing > 0 && served.test(wish)) {
        picks.add(new Pick(wish, Math.min(missing, wish.left)));
        missing -= wish.left;
      }
    }
    return picks;
  }

  Optional<Wish> find(String id) {
    return wishes.stream().filter(wish -> wish.id.equals(id)).findFirst();
  }

  long resting(boolean buys, String who) {
    return wishes.stream()
        .filter(wish -> wish.buys == buys && wish.who.equals(who))
        .mapToLong(wish -> wish.left)
        .sum();
  }

  long count(String who) {
    return wishes.stream().filter(wish -> wish.who.equals(who)).count();
  }

  int size() {
    return wishes.size();
  }
}
