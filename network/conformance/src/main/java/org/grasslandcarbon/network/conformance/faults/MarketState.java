// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.SerialRange;

/**
 * What one office's gateway says of an instrument, to somebody who may see all of it.
 *
 * @param book the listings in the book, the best of each side first
 * @param listings the open listings by trader, with what stands behind them
 * @param trades all trades, in their order
 * @param held credits at a trader's disposal, by trader
 * @param available fen at a trader's disposal, by trader
 * @param fees fen of fees that nobody has collected
 * @param benefits fen that the project's beneficiaries are owed
 * @param bankTotal fen that the bank has on the ledger
 */
record MarketState(
    List<Entry> book,
    List<Listing> listings,
    List<Made> trades,
    Map<String, List<SerialRange>> held,
    Map<String, Long> available,
    long fees,
    long benefits,
    long bankTotal) {

  MarketState {
    book = List.copyOf(book);
    listings = List.copyOf(listings);
    trades = List.copyOf(trades);
    held = new TreeMap<>(held);
    available = new TreeMap<>(available);
  }

  /** A place in the book: tonnes of a listing at a price, in fen a tonne. */
  record Entry(String listing, Side side, long price, long tonnes) {}

  /** An open listing: what is left of it, and the fen and serial numbers that are set aside. */
  record Listing(String id, String trader, long remaining, long cash, List<SerialRange> serials) {}

  /** A trade, as far as the two who made it are told. */
  record Made(long number, String buyer, String seller, long price, long tonnes, long gross) {}
}
