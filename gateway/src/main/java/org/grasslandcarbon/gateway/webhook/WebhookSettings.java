// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom a gateway sends what happens, and how: {@code grassland.webhooks.*}.
 *
 * @param most subscriptions altogether: each is looked at with every block, and is a file
 * @param participantMost subscriptions of one participant
 * @param ports to which connections are made: that of HTTPS, since others are what an office uses
 *     within
 * @param allowedAddresses ranges that are connected to though they are not of the public Internet
 * @param refusedAddresses ranges that are not connected to though they are
 * @param trust a file with certificates of authorities that are trusted, as PEM; those of the Java
 *     platform when empty
 * @param deliveriesAtATime on their way at once: each holds a thread
 * @param participantAtATime of them for one participant, so that slow receivers of one leave some
 *     to others
 * @param connectWithin how long it may take to look a name up, and to connect
 * @param answerWithin how long it may take from there to the answer, whatever comes in between
 * @param firstRetry after how long the first failure is tried again; then twice as long each time
 * @param retryMost but no longer
 * @param attempts of one delivery before it is put with the dead letters
 * @param pauseAfter how long nothing may have been delivered before a subscription is paused
 * @param deadLettersMost of a subscription before it is paused
 * @param secretsOverlap how long an earlier secret signs as well after it was replaced
 */
@ConfigurationProperties("grassland.webhooks")
public record WebhookSettings(
    @DefaultValue("1000") int most,
    @DefaultValue("5") int participantMost,
    @DefaultValue("443") List<Integer> ports,
    @DefaultValue List<String> allowedAddresses,
    @DefaultValue List<String> refusedAddresses,
    @DefaultValue("") String trust,
    @DefaultValue("16") int deliveriesAtATime,
    @DefaultValue("2") int participantAtATime,
    @DefaultValue("3s") Duration connectWithin,
    @DefaultValue("10s") Duration answerWithin,
    @DefaultValue("5s") Duration firstRetry,
    @DefaultValue("1h") Duration retryMost,
    @DefaultValue("12") int attempts,
    @DefaultValue("1d") Duration pauseAfter,
    @DefaultValue("100") int deadLettersMost,
    @DefaultValue("1d") Duration secretsOverlap) {

  /** Above it, doubling is beyond any {@code retryMost}. */
  private static final int DOUBLINGS_MOST = 20;

  public WebhookSettings {
    ports = List.copyOf(ports);
    allowedAddresses = List.copyOf(allowedAddresses);
    refusedAddresses = List.copyOf(refusedAddresses);
  }

  /** How long to wait after so many failures on end. */
  Duration pauseAfter(int failures) {
    Duration pause = firstRetry.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MOST));
    return pause.compareTo(retryMost) > 0 ? retryMost : pause;
  }
}
