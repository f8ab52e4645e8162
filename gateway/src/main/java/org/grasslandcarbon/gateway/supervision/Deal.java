// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.value.VenueId;
import tools.jackson.databind.JsonNode;

/**
 * A trade, as far as detectors look at it.
 *
 * @param at transaction time
 * @param buyer who bought
 * @param day the trading day
 * @param instrument what was traded
 * @param mode in which way
 * @param number its number among the instrument's
 * @param price fen a tonne
 * @param seller who sold
 * @param taker who took the other's listing, where somebody did
 * @param tonnes how many
 * @param venue where
 */
record Deal(
    Instant at,
    String buyer,
    LocalDate day,
    String instrument,
    Trade.Mode mode,
    long number,
    long price,
    String seller,
    Optional<Side> taker,
    long tonnes,
    VenueId venue) {

  static Deal of(JsonNode trade) {
    return new Deal(
        Instant.parse(trade.path("at").asString()),
        trade.path("buyer").asString(),
        LocalDate.parse(trade.path("day").asString()),
        trade.path("instrument").asString(),
        Trade.Mode.valueOf(trade.path("mode").asString()),
        trade.path("number").longValue(),
        trade.path("price").longValue(),
        trade.path("seller").asString(),
        trade.path("taker").stringValueOpt().map(Side::valueOf),
        trade.path("tonnes").longValue(),
        new VenueId(trade.path("venue").asString()));
  }

  /** As trades are named. */
  String id() {
    return instrument + ":" + number;
  }

  boolean isListed() {
    return mode == Trade.Mode.LISTED;
  }

  /** Who decided on the price by taking; the buyer where nobody did. */
  String aggressor() {
    return taker.filter(Side.SELL::equals).isPresent() ? seller : buyer;
  }
}
