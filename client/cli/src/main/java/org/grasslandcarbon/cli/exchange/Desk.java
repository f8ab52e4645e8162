// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * One venue, as its exchange sees it and acts at it.
 *
 * <p>Everything throws {@link GatewayAway} where nobody answers for now, and {@link KeyRefused}
 * where the key is the reason.
 */
interface Desk {

  /**
   * A venue.
   *
   * @param id its id
   * @param newest the newest day that was opened
   * @param isOfTraining whether it is for practice, which is done on any day
   * @param rules the first days of the versions of its rules, in order
   */
  record Venue(
      VenueId id, Optional<LocalDate> newest, boolean isOfTraining, List<LocalDate> rules) {
    public Venue {
      rules = List.copyOf(rules);
    }

    /** The version that has begun by a day. */
    Optional<Integer> ruleOn(LocalDate day) {
      int begun = 0;
      while (begun < rules.size() && !rules.get(begun).isAfter(day)) {
        begun++;
      }
      return begun == 0 ? Optional.empty() : Optional.of(begun);
    }
  }

  /**
   * An instrument's book.
   *
   * @param instrument the instrument
   * @param day its newest day; absent before the first
   * @param rule the version that the day is traded by
   * @param isClosed whether that day is closed
   * @param listings how many stand in it
   * @param fees fen that were not collected
   */
  record Book(
      InstrumentId instrument,
      Optional<LocalDate> day,
      int rule,
      boolean isClosed,
      int listings,
      long fees) {

    /** Whether its day is over with and nothing is left to give back. */
    boolean isDone() {
      return day.isEmpty() || isClosed && listings == 0;
    }
  }

  /**
   * What the ledger made of an instruction.
   *
   * @param code {@code APPLIED}, or why it was refused
   * @param zh the sentence of a refusal, in Chinese
   * @param en the same in English
   * @param block the block that holds it; empty of a refusal
   * @param listingsLeft of a closing, what it could not give back at once
   */
  record Judged(String code, String zh, String en, String block, long listingsLeft) {
    static final String APPLIED = "APPLIED";

    boolean isApplied() {
      return code.equals(APPLIED);
    }
  }

  /** What time it is for the gateway; empty where it does not say. */
  Optional<Instant> time();

  /** The venue as it stands. */
  Venue venue();

  /** From when to when it trades by a version of its rules. */
  TradingTimes times(int rule);

  /** Whether a day is worked; empty while no calendar of its year is published. */
  Optional<Boolean> isWorked(LocalDate day);

  /** All books of the venue. */
  List<Book> books();

  /** Signs an instruction under an id that nobody can foresee, and sends it. */
  Judged act(Action action);
}
