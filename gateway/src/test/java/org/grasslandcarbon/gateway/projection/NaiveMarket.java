// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.market.CancelTrade;
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
  private final List<Fill> fills = new ArrayList<>();

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

  /** A trade; its number is its place among all. */
  private static final class Fill {
    private final LocalDate day;
    private final long price;
    private final long tonnes;
    private boolean cancelled;

    private Fill(LocalDate day, long price, long tonnes) {
      this.day = day;
      this.price = price;
      this.tonnes = tonnes;
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
    long cancelled;
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
    if (action instanceof CancelTrade cancel) {
      fills.get(cancel.trade() - 1).cancelled = true;
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
    fills.add(new Fill(day, price, tonnes));
  }

  /** Days, of which trades that were cancelled are no part. */
  Map<LocalDate, Bar> bars() {
    Map<LocalDate, Bar> bars = new TreeMap<>();
    for (Fill fill : fills) {
      Bar bar = bars.computeIfAbsent(fill.day, any -> new Bar());
      if (fill.cancelled) {
        bar.cancelled++;
        continue;
      }
      bar.open = bar.trades == 0 ? fill.price : bar.open;
      bar.high = Math.max(bar.high, fill.price);
      bar.low = Math.min(bar.low, fill.price);
      bar.last = fill.price;
      bar.volume += fill.tonnes;
      bar.value += fill.price * fill.tonnes;
      bar.trades++;
    }
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
