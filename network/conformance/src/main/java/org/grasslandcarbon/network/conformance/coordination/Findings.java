// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import java.util.ArrayList;
import java.util.List;

/** What cases have read, beside what was computed by hand. */
public final class Findings {
  private final List<String> lines = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  /**
   * Something was read twice, before a change and after it.
   *
   * @param what was read, with its unit
   * @param before as computed by hand, and as read
   * @param after the same after the change
   */
  public void changes(String what, Pair before, Pair after) {
    lines.add(what + ": " + before.read() + " -> " + after.read());
    check(what + " before", before);
    check(what + " after", after);
    if (before.read().equals(after.read())) {
      violations.add(what + " has not changed: " + after.read());
    }
  }

  private void check(String what, Pair pair) {
    if (!pair.computed().equals(pair.read())) {
      violations.add(what + ": " + pair.read() + ", not " + pair.computed());
    }
  }

  /** Something beside it that must be so. */
  public void is(String what, Object computed, Object read) {
    Pair pair = Pair.of(computed, read);
    lines.add(what + ": " + pair.read());
    check(what, pair);
  }

  /** All that was read. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** What is not as computed, or did not change. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /**
   * A number twice.
   *
   * @param computed by hand
   * @param read from the ledger or a gateway
   */
  public record Pair(String computed, String read) {
    /** The two as texts. */
    public static Pair of(Object computed, Object read) {
      return new Pair(computed.toString(), read.toString());
    }
  }
}
