// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position of the ledger: a block and a place in it, the same at every gateway. Whoever has seen
 * an event has seen all up to its position.
 *
 * @param block the block
 * @param place in it
 */
public record Position(long block, long place) implements Comparable<Position> {
  private static final Pattern TEXT = Pattern.compile("(0|[1-9][0-9]{0,11})-(0|[1-9][0-9]{0,6})");

  /** After everything in a block. */
  public static Position endOf(long block) {
    return new Position(block, Projection.PLACES - 1);
  }

  /** The position of a text, if it is one's. */
  public static Optional<Position> read(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Position(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  static Position of(long seq) {
    return new Position(seq / Projection.PLACES, seq % Projection.PLACES);
  }

  long seq() {
    return block * Projection.PLACES + place;
  }

  @Override
  public int compareTo(Position other) {
    return Long.compare(seq(), other.seq());
  }

  @Override
  public String toString() {
    return block + "-" + place;
  }
}
