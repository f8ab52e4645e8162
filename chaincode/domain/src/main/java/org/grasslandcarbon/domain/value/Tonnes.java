// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A whole number of tonnes of CO2 equivalent, the unit of a credit: 0 to {@value #MAXIMUM}.
 *
 * @param value tonnes CO2e
 */
public record Tonnes(@JsonValue long value) implements Comparable<Tonnes> {
  /** Keeps every sum exact in a JavaScript number as well (2^53), with room for a million terms. */
  public static final long MAXIMUM = 999_999_999_999L;

  /** No credit at all. */
  public static final Tonnes ZERO = new Tonnes(0);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Tonnes {
    Check.that(
        value >= 0 && value <= MAXIMUM, zh("吨数须在 0 至 %s 之间").en("tonnes must be 0 to %s", MAXIMUM));
  }

  /** {@code n} tonnes CO2e. */
  public static Tonnes of(long n) {
    return new Tonnes(n);
  }

  /**
   * The sum, exact; refuses one above the maximum. A rule that adds what somebody states asks
   * {@link #hasRoomFor} first, or compares by subtraction: that refusal has a code.
   */
  public Tonnes plus(Tonnes other) {
    return new Tonnes(Math.addExact(value, other.value));
  }

  /** The difference; refuses one below zero. */
  public Tonnes minus(Tonnes other) {
    return new Tonnes(Math.subtractExact(value, other.value));
  }

  /** Whether the sum is at most the maximum. */
  public boolean hasRoomFor(Tonnes other) {
    return MAXIMUM - value >= other.value;
  }

  public boolean isZero() {
    return value == 0;
  }

  public boolean isAtLeast(Tonnes other) {
    return value >= other.value;
  }

  @Override
  public int compareTo(Tonnes other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
