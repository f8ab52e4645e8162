// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.market.TradingRule;
import org.grasslandcarbon.domain.market.Venue;
import org.grasslandcarbon.domain.value.VenueId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rule by which a venue traded on a day. A version that begins on or before an open day is
 * never published, so that it is the last that had begun.
 */
public final class RuleOfDay {
  private RuleOfDay() {}

  /** The record of the rule. */
  public static Optional<ObjectNode> find(Reader reader, VenueId venue, LocalDate day) {
    return reader
        .find(Venue.key(venue))
        .flatMap(found -> reader.find(TradingRule.key(venue, version(found, day))));
  }

  /** The version of the rule; 0 before the first has begun. */
  static int version(JsonNode venue, LocalDate day) {
    int version = 0;
    for (JsonNode from : venue.path("rules")) {
      if (!LocalDate.parse(from.asString()).isAfter(day)) {
        version++;
      }
    }
    return version;
  }
}
