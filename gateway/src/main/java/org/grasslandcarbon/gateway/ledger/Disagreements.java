// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which organisations' chaincodes do not answer as the others' do. An organisation is on the list
 * from the comparison in which it disagreed until one in which it agrees. Names of metrics are part
 * of the operating manual.
 *
 * <p>Safe for use by many threads.
 */
public final class Disagreements {
  /** How often all organisations' answers are compared, unless set. */
  public static final Duration COMPARE_EVERY = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(Disagreements.class);

  private final Clock clock;
  private final Duration compareEvery;
  private final MeterRegistry meters;
  private final SortedMap<String, Disagreement> current = new TreeMap<>();
  private Instant compared = Instant.MIN;

  /**
   * @param clock says when disagreements are found and when to compare again
   * @param compareEvery how long after a comparison of all organisations the next is due
   */
  public Disagreements(Clock clock, Duration compareEvery, MeterRegistry meters) {
    if (compareEvery.isNegative() || compareEvery.isZero()) {
      throw new IllegalArgumentException("grassland.ledger.compare-every must be more than zero");
    }
    this.clock = clock;
    this.compareEvery = compareEvery;
    this.meters = meters;
  }

  /** For a client that nobody watches. */
  static Disagreements loggedOnly() {
    return new Disagreements(Clock.systemUTC(), COMPARE_EVERY, new SimpleMeterRegistry());
  }

  /** Who disagrees now, in the order of their names. */
  public synchronized List<Disagreement> current() {
    return List.copyOf(current.values());
  }

  synchronized Set<String> organisations() {
    return Set.copyOf(current.keySet());
  }

  /**
   * Whether it is time to ask everybody. True once each time, whatever comes of it; a clock that
   * was set back does not put it off.
   */
  synchronized boolean comparisonIsDue() {
    Instant now = clock.instant();
    boolean due = now.isBefore(compared) || !now.isBefore(compared.plus(compareEvery));
    if (due) {
      compared = now;
    }
    return due;
  }

  /**
   * Takes note of a comparison.
   *
   * @param agreeing organisations
   * @param disagreeing organisations and what they did
   */
  synchronized void found(
      String transactionId, Collection<String> agreeing, Map<String, String> disagreeing) {
    meters.counter("grassland.endorsement.comparisons").increment();
    agreeing.forEach(this::agrees);
    disagreeing.forEach((organisation, what) -> disagrees(organisation, transactionId, what));
  }

  private void agrees(String organisation) {
    if (current.remove(organisation) != null) {
      LOG.atInfo()
          .addKeyValue("organisation", organisation)
          .log("The organisation's chaincode answers as the others again");
    }
  }

  private void disagrees(String organisation, String transactionId, String what) {
    Instant now = clock.instant();
    Disagreement before = current.get(organisation);
    Instant since = before == null ? now : before.since();
    current.put(organisation, new Disagreement(organisation, since, now, transactionId, what));
    if (before == null) {
      meters.gauge(
          "grassland.endorsement.disagreeing",
          Tags.of("organisation", organisation),
          this,
          all -> all.organisations().contains(organisation) ? 1 : 0);
      LOG.atWarn()
          .addKeyValue("organisation", organisation)
          .addKeyValue("transaction", transactionId)
          .log(
              "The organisation's chaincode answers otherwise than the others and is left out: {}",
              what);
    }
  }
}
