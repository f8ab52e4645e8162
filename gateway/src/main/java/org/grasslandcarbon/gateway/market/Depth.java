// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How much is listed at which price, the best first: what everybody may see of a book, in which
 * whose each listing is stands as well.
 *
 * @param buys levels of those who want to buy
 * @param sells levels of those who sell
 */
public record Depth(List<Level> buys, List<Level> sells) {
  /** As many as a venue's screens show a side. */
  public static final int LEVELS_MOST = 5;

  private static final long PER_MILLE = 1_000;

  /**
   * What is listed at one price.
   *
   * @param price fen a tonne
   * @param tonnes not filled
   * @param listings how many
   */
  public record Level(long price, long tonnes, int listings) {
    private Level with(long more) {
      return new Level(price, Math.addExact(tonnes, more), listings + 1);
    }
  }

  public Depth {
    buys = List.copyOf(buys);
    sells = List.copyOf(sells);
  }

  /** All levels of a book as the ledger has it. */
  public static Depth of(JsonNode book) {
    return new Depth(levels(book.path("buys")), levels(book.path("sells")));
  }

  private static List<Level> levels(JsonNode entries) {
    List<Level> levels = new ArrayList<>();
    for (JsonNode entry : entries) {
      long price = entry.path("price").longValue();
      int last = levels.size() - 1;
      if (last < 0 || levels.get(last).price() != price) {
        levels.add(new Level(price, 0, 0));
        last++;
      }
      levels.set(last, levels.get(last).with(entry.path("remaining").longValue()));
    }
    return levels;
  }

  /** The best levels of each side. */
  public Depth best() {
    return new Depth(best(buys), best(sells));
  }

  private static List<Level> best(List<Level> levels) {
    return levels.subList(0, Math.min(levels.size(), LEVELS_MOST));
  }

  /**
   * By how much more is wanted than offered, in thousandths of both (委比): from -1000, where nobody
   * buys, to 1000, where nobody sells, half of a thousandth away from zero. Absent where neither.
   */
  public Optional<Long> imbalancePerMille() {
    long wanted = tonnes(buys);
    long offered = tonnes(sells);
    long both = Math.addExact(wanted, offered);
    if (both == 0) {
      return Optional.empty();
    }
    long difference = Math.multiplyExact(wanted - offered, PER_MILLE);
    long rounded = (2 * Math.abs(difference) + both) / (2 * both);
    return Optional.of(Long.signum(difference) * rounded);
  }

  private static long tonnes(List<Level> levels) {
    return levels.stream().mapToLong(Level::tonnes).reduce(0, Math::addExact);
  }
}
