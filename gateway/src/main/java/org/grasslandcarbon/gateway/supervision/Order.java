// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.grasslandcarbon.domain.market.Listing;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.BeijingTime;
import tools.jackson.databind.JsonNode;

/**
 * A listing, as far as detectors look at it.
 *
 * @param at when it was placed
 * @param id the instruction
 * @param instrument what is traded
 * @param participant whose
 * @param price fen a tonne
 * @param quantity tonnes at first
 * @param remaining tonnes that were not filled
 * @param side what is wanted
 * @param state what became of it
 */
record Order(
    Instant at,
    String id,
    String instrument,
    String participant,
    long price,
    long quantity,
    long remaining,
    Side side,
    Listing.State state) {

  static Order of(JsonNode listing) {
    return new Order(
        Instant.parse(listing.path("placedAt").asString()),
        listing.path("id").asString(),
        listing.path("instrument").asString(),
        listing.path("participant").asString(),
        listing.path("price").longValue(),
        listing.path("quantity").longValue(),
        listing.path("remaining").longValue(),
        Side.valueOf(listing.path("side").asString()),
        Listing.State.valueOf(listing.path("state").asString()));
  }

  /** The day on which it was placed; listings live a day. */
  LocalDate day() {
    return BeijingTime.day(at);
  }

  boolean isWithdrawn() {
    return state == Listing.State.WITHDRAWN;
  }
}
