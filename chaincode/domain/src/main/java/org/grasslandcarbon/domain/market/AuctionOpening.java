// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Instant;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;

/**
 * How an auction is held, as its exchange announced it. Each window has its first instant and not
 * its last, so that bids, revealing and closing never meet.
 *
 * @param bidsFrom when bids are taken
 * @param bidsUntil when they no longer are, and are revealed
 * @param highest the highest price of a bid
 * @param lowest the lowest
 * @param pricing what winners pay
 * @param revealUntil when nothing is revealed any more, and anybody may close
 */
public record AuctionOpening(
    Instant bidsFrom,
    Instant bidsUntil,
    Fen highest,
    Fen lowest,
    Pricing pricing,
    Instant revealUntil) {

  /** What winners of an auction pay, or are paid. */
  public enum Pricing {
    /** All the price of the last bid that won something (统一价). */
    UNIFORM,
    /** Each its own price (各按报价). */
    PAY_AS_BID
  }

  boolean takesBidsAt(Instant time) {
    return !time.isBefore(bidsFrom) && time.isBefore(bidsUntil);
  }

  /** When nobody can bid any more, by all clocks: before, a bid that is told could be outbid. */
  Instant revealFrom(Asset asset) {
    return LastInstant.byAllClocks(bidsUntil, asset);
  }

  boolean revealsAt(Instant time, Asset asset) {
    return !time.isBefore(revealFrom(asset)) && time.isBefore(revealUntil);
  }

  /** When nothing can be revealed any more, by all clocks. */
  Instant over(Asset asset) {
    return LastInstant.byAllClocks(revealUntil, asset);
  }
}
