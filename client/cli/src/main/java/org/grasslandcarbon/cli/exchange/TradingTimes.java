// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.value.BeijingTime;
import tools.jackson.databind.JsonNode;

/**
 * From when to when something is done at a venue on a day, whatever the way of trading: a book that
 * is closed takes no blocks and no auctions either, so the day is over with the last of all hours.
 *
 * @param from the first minute of the day, from 0
 * @param to the minute that is no longer in it, up to 1440
 */
record TradingTimes(int from, int to) {
  private static final List<String> WAYS = List.of("auction", "block", "forward", "listing");
  private static final int MINUTES_PER_HOUR = 60;

  /** The times of a rule. */
  static TradingTimes of(JsonNode terms) {
    int from = Integer.MAX_VALUE;
    int to = 0;
    for (String way : WAYS) {
      for (JsonNode hours : terms.path(way).path("hours")) {
        from = Math.min(from, minutes(hours.path("from").asString()));
        to = Math.max(to, minutes(hours.path("to").asString()));
      }
    }
    return new TradingTimes(from, to);
  }

  private static int minutes(String time) {
    int colon = time.indexOf(':');
    return Integer.parseInt(time.substring(0, colon)) * MINUTES_PER_HOUR
        + Integer.parseInt(time.substring(colon + 1));
  }

  /** When they begin on a day. */
  Instant begin(LocalDate day) {
    return BeijingTime.start(day).plus(Duration.ofMinutes(from));
  }

  /** When they are over on a day. */
  Instant end(LocalDate day) {
    return BeijingTime.start(day).plus(Duration.ofMinutes(to));
  }
}
