// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An amount of money in whole fen (0.01 yuan): 0 to {@value #MAXIMUM}.
 *
 * @param value fen
 */
public record Fen(@JsonValue long value) implements Comparable<Fen> {
  /** Ten trillion yuan: above any settlement, below what a JavaScript number holds exactly. */
  public static final long MAXIMUM = 999_999_999_999_999L;

  /** No money at all. */
  public static final Fen ZERO = new Fen(0);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Fen {
    Check.that(
        value >= 0 && value <= MAXIMUM, zh("金额（分）须在 0 至 %s 之间").en("fen must be 0 to %s", MAXIMUM));
  }

  /** {@code n} fen. */
  public static Fen of(long n) {
    return new Fen(n);
  }

  /** The sum, exact; refuses one above the maximum: who adds asks {@link #hasRoomFor} first. */
  public Fen plus(Fen other) {
    return new Fen(value + other.value);
  }

  /** The difference; refuses one below zero. */
  public Fen minus(Fen other) {
    return new Fen(value - other.value);
  }

  /** Whether the sum is at most the maximum. */
  public boolean hasRoomFor(Fen other) {
    return MAXIMUM - value >= other.value;
  }

  public boolean isZero() {
    return value == 0;
  }

  public boolean isAtLeast(Fen other) {
    return value >= other.value;
  }

  @Override
  public int compareTo(Fen other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
