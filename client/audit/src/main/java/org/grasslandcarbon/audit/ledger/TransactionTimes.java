// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.FindingSink;
import org.grasslandcarbon.audit.finding.Place;

/**
 * Whether transactions have the times at which they were made. A market's hours and all terms are
 * judged by them; each endorser holds them against its clock, which leaves nothing in a block, so
 * that endorsers who agree could choose. What a block does show is the order.
 */
final class TransactionTimes {
  /** An endorser's clock may be set to allow no more (GRASSLAND_CLOCK_TOLERANCE_SECONDS). */
  private static final Duration SKEW_MOST = Duration.ofMinutes(5);

  /** One was endorsed by clocks that are behind, the one before it by clocks that are ahead. */
  private static final Duration BACK_MOST = SKEW_MOST.multipliedBy(2);

  private final InstantSource clock;
  private final FindingSink findings;
  private Optional<Instant> latest = Optional.empty();

  TransactionTimes(InstantSource clock, FindingSink findings) {
    this.clock = clock;
    this.findings = findings;
  }

  /** The greatest time so far. */
  Optional<Instant> latest() {
    return latest;
  }

  void goOn(Optional<Instant> before) {
    latest = before;
  }

  /** Takes the next valid transaction's. */
  void take(Instant time, Place place) {
    Instant now = clock.instant();
    if (time.isAfter(now.plus(SKEW_MOST))) {
      // It is no measure for those after it, which are right.
      findings.add(
          FindingCode.TIME_AHEAD, place, zh("%s，审计时为 %s").en("%s, audited at %s", time, now));
      return;
    }
    if (latest.isPresent() && time.isBefore(latest.get().minus(BACK_MOST))) {
      findings.add(
          FindingCode.TIME_RUNS_BACK,
          place,
          zh("%s，此前已到 %s").en("%s, after %s had been reached", time, latest.get()));
    }
    // Kept in whole milliseconds, as all times of the registry are.
    Instant whole = time.truncatedTo(ChronoUnit.MILLIS);
    if (latest.isEmpty() || whole.isAfter(latest.get())) {
      latest = Optional.of(whole);
    }
  }
}
