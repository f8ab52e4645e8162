// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers token ids for as long as a token can be valid, so that each is accepted once. In
 * memory: after a restart a token that is at most five minutes old could be shown once more, by
 * whoever was able to read it on the way.
 */
final class ReplayCache {
  private final int most;
  private final Duration keep;
  private final Set<String> seen = new HashSet<>();
  private final Deque<Shown> inOrder = new ArrayDeque<>();

  private record Shown(String id, Instant at) {}

  /** What came of showing a token id. */
  enum Answer {
    /** It was shown for the first time. */
    FIRST,
    /** It was shown before. */
    REPEATED,
    /** There is no room to remember it. */
    FULL
  }

  /**
   * @param most ids remembered; beyond it tokens are refused until some are forgotten
   * @param keep how long an id is remembered: not shorter than any token is accepted
   */
  ReplayCache(int most, Duration keep) {
    this.most = most;
    this.keep = keep;
  }

  /** Notes that an id was shown. */
  synchronized Answer show(String id, Instant now) {
    while (!inOrder.isEmpty() && inOrder.peekFirst().at().plus(keep).isBefore(now)) {
      seen.remove(inOrder.pollFirst().id());
    }
    if (seen.contains(id)) {
      return Answer.REPEATED;
    }
    if (seen.size() >= most) {
      return Answer.FULL;
    }
    seen.add(id);
    inOrder.addLast(new Shown(id, now));
    return Answer.FIRST;
  }
}
