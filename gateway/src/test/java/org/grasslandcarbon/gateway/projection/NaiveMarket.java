// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.market.PlaceListing;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import tools.jackson.databind.JsonNode;

/**
 * What a market looks like to somebody who has only instructions and postings: no book, no record
 * of a trade or of a listing. Tonnes and prices follow from what moved.
 */
final class NaiveMarket {
  private final Map<String, Open> listings = new LinkedHashMap<>();
  private final Map<LocalDate, Bar> bars = new TreeMap<>();

  /** A listing that is not filled. */
  private static final class Open {
    private final Side side;
    private final long price;
    private long remaining;

    private Open(PlaceListing placed) {
      side = placed.side();
      price = placed.price().value();
      remaining = placed.quantity().value();
    }
  }

  /** A day. */
  static final class Bar {
    long open;
    long high;
    long low = Long.MAX_VALUE;
    long last;
    long volume;
    long value;
    long trades;
  }

  /** Reads an applied instruction and what it moved. */
  void read(InstructionId id, Action action, JsonNode entry) {
    JsonNode postings = entry.path("postings");
    String name = entry.path("action").asString();
    if (name.equals("takeListings")) {
      LocalDate day = BeijingTime.day(Instant.parse(entry.path("at").asString()));
      for (int i = 0; i < postings.size(); i++) {
        JsonNode credits = postings.get(i);
        if (!Asset.isNamed(credits.path("asset").asString())) {
          // The credits of a fill, and after them what was paid for them.
          fill(day, credits, postings.get(i + 1));
        }
      }
      return;
    }
    // Whatever else leaves an escrow ends what stood behind it.
    for (JsonNode posting : postings) {
      escrow(posting, "source").ifPresent(listings::remove);
    }
    if (action instanceof PlaceListing placed) {
      listings.put(id.value(), new Open(placed));
    }
  }

  private static java.util.Optional<String> escrow(JsonNode posting, String side) {
    Account account = Account.of(posting.path(side).asString());
    return account.kind() == Account.Kind.ESCROW ? account.reference() : java.util.Optional.empty();
  }

  private void fill(LocalDate day, JsonNode credits, JsonNode paid) {
    long tonnes = credits.path("amount").longValue();
    long gross = paid.path("amount").longValue();
    long price = gross / tonnes;
    String listing = escrow(credits, "source").or(() -> escrow(paid, "source")).orElseThrow();
    Open open = listings.get(listing);
    open.remaining -= tonnes;
    if (open.remaining == 0) {
      listings.remove(listing);
    }
    Bar bar = bars.computeIfAbsent(day, any -> new Bar());
    bar.open = bar.trades == 0 ? price : bar.open;
    bar.high = Math.max(bar.high, price);
    bar.low = Math.min(bar.low, price);
    bar.last = price;
    bar.volume += tonnes;
    bar.value += gross;
    bar.trades++;
  }

  Map<LocalDate, Bar> bars() {
    return bars;
  }

  /** Tonnes and listings at each price of a side. */
  Map<Long, long[]> levels(Side side) {
    Map<Long, long[]> levels = new TreeMap<>();
    for (Open open : listings.values()) {
      if (open.side == side) {
        long[] level = levels.computeIfAbsent(open.price, any -> new long[2]);
        level[0] += open.remaining;
        level[1]++;
      }
    }
    return levels;
  }
}
