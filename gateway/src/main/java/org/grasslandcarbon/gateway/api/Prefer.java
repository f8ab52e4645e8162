// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.gateway.problem.GatewayCode;
import org.grasslandcarbon.gateway.problem.RequestException;

/**
 * How long an answer may be held back until an outcome is final (RFC 7240, {@code Prefer: wait=N}).
 *
 * @param patience zero when nothing was preferred
 */
record Prefer(Duration patience) {
  /** Proxies commonly end a silent connection after a minute. */
  static final int SECONDS_MOST = 60;

  private static final Pattern WAIT =
      Pattern.compile("(?i)\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*");

  /**
   * Reads the header; other preferences are left aside, as the RFC asks.
   *
   * @param headers the header's values, as often as it was sent
   */
  static Prefer read(List<String> headers) {
    Optional<Integer> seconds =
        headers.stream()
            .flatMap(header -> List.of(header.split("[,;]")).stream())
            .map(WAIT::matcher)
            .filter(Matcher::matches)
            .map(matcher -> Integer.valueOf(matcher.group(1)))
            .findFirst();
    if (seconds.filter(wait -> wait > SECONDS_MOST).isPresent()) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST, "Prefer: wait is 0 to " + SECONDS_MOST + " seconds");
    }
    return new Prefer(Duration.ofSeconds(seconds.orElse(0)));
  }

  boolean isNow() {
    return patience.isZero();
  }

  /** The value of {@code Preference-Applied}. */
  String applied() {
    return "wait=" + patience.toSeconds();
  }
}
