// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import java.util.HashMap;
import java.util.Map;

/**
 * How much of something all together may hold at once, and how much of it each of them, so that
 * whoever takes all that it can get leaves something to others. Safe for use by many threads.
 */
final class Shares {
  private final long most;
  private final long ofOneMost;

  // Guarded by this.
  private final Map<String, Long> heldBy = new HashMap<>();
  private long held;

  /**
   * @param most of all together
   * @param ofOneMost of each
   */
  Shares(long most, long ofOneMost) {
    this.most = most;
    this.ofOneMost = ofOneMost;
  }

  /** Of which each has at most a quarter, and one at least. */
  static Shares ofQuarters(long most) {
    return new Shares(most, Math.max(1, most / 4));
  }

  /** Takes more for somebody, unless it is too much. */
  synchronized boolean isTaken(String who, long more) {
    long own = heldBy.getOrDefault(who, 0L) + more;
    if (more > 0 && (held + more > most || own > ofOneMost)) {
      return false;
    }
    held += more;
    note(who, own);
    return true;
  }

  /** Gives back what was taken. */
  synchronized void give(String who, long less) {
    held -= less;
    note(who, heldBy.getOrDefault(who, 0L) - less);
  }

  /** Nobody is remembered who holds nothing. */
  private void note(String who, long own) {
    if (own == 0) {
      heldBy.remove(who);
    } else {
      heldBy.put(who, own);
    }
  }

  synchronized long held() {
    return held;
  }
}
