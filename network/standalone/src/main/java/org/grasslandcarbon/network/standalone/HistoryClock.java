// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of a new embedded ledger while the example registry's history is loaded into it: it
 * shows the date of the event being loaded. It is handed to peer and chaincode when they are made,
 * and only for that; a ledger that serves anybody has the system's clock.
 */
final class HistoryClock extends Clock {
  private volatile Instant now;

  HistoryClock(Instant start) {
    now = start;
  }

  /** Moves on to a later moment; history does not run backwards. */
  void moveTo(Instant moment) {
    if (moment.isBefore(now)) {
      throw new IllegalArgumentException("history runs forward: " + moment + " is before " + now);
    }
    now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
