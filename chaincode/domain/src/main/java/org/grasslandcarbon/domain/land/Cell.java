// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.Comparator;

/**
 * A square of the {@link Grid}, in longitude and latitude.
 *
 * @param level 0 for the smallest squares
 * @param column how many squares of its level lie between the prime meridian and it
 * @param row how many lie between the equator and it
 */
public record Cell(int level, int column, int row) implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparingInt(Cell::level)
          .thenComparingInt(Cell::column)
          .thenComparingInt(Cell::row);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }

  /** The square itself; only for cells inside the window, where nothing overflows. */
  Extent extent() {
    int side = Grid.side(level);
    return new Extent((column + 1) * side, (row + 1) * side, row * side, column * side);
  }
}
