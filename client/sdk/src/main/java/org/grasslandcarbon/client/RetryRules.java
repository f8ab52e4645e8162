// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.time.Duration;

/**
 * How often and how patiently a client tries again. Only what is safe to send twice is: a signed
 * text, or a read.
 *
 * @param attemptsMost how often one call tries, all gateways counted together
 * @param firstPause the pause after the first failure; each later one is twice as long
 * @param longestPause no pause is longer, whatever a gateway asks for
 * @param connectTimeout how long a connection may take to come about
 * @param answerGrace how long an answer may take beyond the time the gateway was asked to hold it
 */
public record RetryRules(
    int attemptsMost,
    Duration firstPause,
    Duration longestPause,
    Duration connectTimeout,
    Duration answerGrace) {

  /** For a person at a keyboard: gives up on a dead gateway in some seconds. */
  public static final RetryRules USUAL =
      new RetryRules(
          6,
          Duration.ofMillis(250),
          Duration.ofSeconds(5),
          Duration.ofSeconds(3),
          Duration.ofSeconds(15));

  /** The pause after so many failures, the first being 0. */
  Duration pause(int failures) {
    Duration pause = firstPause.multipliedBy(1L << Math.min(failures, 20));
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }

  /** The pause that a gateway asked for, within reason. */
  Duration bounded(Duration asked) {
    return asked.compareTo(longestPause) < 0 ? asked : longestPause;
  }
}
