// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long an answer may be held back until an outcome is final (RFC 7240, {@code Prefer: wait=N}).
 * It is a wish and not a condition: one that cannot be met is met as far as it can be, one that
 * cannot be read is none, and {@code Preference-Applied} says what was made of it. An instruction
 * must not be refused for it.
 *
 * @param patience zero when nothing was preferred
 */
record Prefer(Duration patience) {
  /** Proxies commonly end a silent connection after a minute. */
  static final int SECONDS_MOST = 60;

  private static final Pattern WAIT = Pattern.compile("(?i)\\s*wait\\s*(?:=(.*))?");

  private static final Pattern SECONDS = Pattern.compile("\\s*\"?([0-9]+)\"?\\s*");

  /** Digits beyond which a number is too long a wait in any case. */
  private static final int DIGITS_MOST = 9;

  /**
   * Reads the header; other preferences, and all but the first for a wait, are left aside, as the
   * RFC asks.
   *
   * @param headers the header's values, as often as it was sent
   */
  static Prefer read(List<String> headers) {
    return headers.stream()
        .flatMap(header -> Stream.of(header.split("[,;]")))
        .map(WAIT::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(wait -> Optional.ofNullable(wait.group(1)))
        .map(SECONDS::matcher)
        .filter(Matcher::matches)
        .map(seconds -> new Prefer(Duration.ofSeconds(atMost(seconds.group(1)))))
        .orElse(new Prefer(Duration.ZERO));
  }

  private static int atMost(String digits) {
    return digits.length() > DIGITS_MOST
        ? SECONDS_MOST
        : Math.min(SECONDS_MOST, Integer.parseInt(digits));
  }

  boolean isNow() {
    return patience.isZero();
  }

  /** The value of {@code Preference-Applied}. */
  String applied() {
    return "wait=" + patience.toSeconds();
  }
}
