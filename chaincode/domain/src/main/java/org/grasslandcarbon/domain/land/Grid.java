// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Squares in four sizes that lead from a boundary to those that may share land with it.
 *
 * <p>A boundary is <em>entered</em> in squares of one size, the smallest of which a few suffice: a
 * pasture stands in one or two small squares, a province in a few huge ones. It is <em>looked
 * for</em> in the squares of every size that it meets. If two boundaries share a place, the square
 * around that place in which the one is entered is among those in which the other looks, whichever
 * is the larger.
 *
 * <p>These numbers decide under which keys land is on the ledger: they can never be changed.
 */
public final class Grid {
  /** Squares in which a boundary is entered: what a proposal writes besides the project. */
  public static final int ENTERED_MOST = 16;

  /**
   * Squares in which a boundary looks: what a proposal reads. A compact project may have some three
   * degrees each way, 7 million hectares, several times the largest grassland project there is; 256
   * small pieces wherever they lie find room as well.
   */
  public static final int LOOKED_UP_MOST = 1_024;

  /**
   * The sides of squares. The smallest, a tenth of a degree or some 9000 hectares in the latitudes
   * of Inner Mongolia, has a few dozen pastures of households; with the largest, four squares hold
   * the window in which boundaries lie, so that every boundary finds its size.
   */
  private static final int[] SIDES = {1_000_000, 8_000_000, 64_000_000, 512_000_000};

  private Grid() {}

  static int side(int level) {
    return SIDES[level];
  }

  /** The squares to enter a valid boundary in, each with the box around what lies in it. */
  public static SortedMap<Cell, Extent> entered(Boundary boundary) {
    List<Extent> pieces = boundary.extents();
    int level = 0;
    SortedSet<Cell> cells = new TreeSet<>();
    while (!addMet(pieces, level, ENTERED_MOST, cells)) {
      cells.clear();
      level++;
    }
    SortedMap<Cell, Extent> entered = new TreeMap<>();
    for (Cell cell : cells) {
      pieces.stream()
          .filter(cell.extent()::meets)
          .map(cell.extent()::common)
          .reduce(Extent::with)
          .ifPresent(within -> entered.put(cell, within));
    }
    return entered;
  }

  /**
   * The squares of every size that a boundary meets; nothing when they are more than {@value
   * #LOOKED_UP_MOST}. The boundary need not be valid.
   */
  public static Optional<List<Cell>> lookedUp(Boundary boundary) {
    return lookedUp(boundary.extents());
  }

  /** The squares of every size that some boxes meet; nothing when they are too many. */
  public static Optional<List<Cell>> lookedUp(List<Extent> pieces) {
    SortedSet<Cell> cells = new TreeSet<>();
    for (int level = 0; level < SIDES.length; level++) {
      if (!addMet(pieces, level, LOOKED_UP_MOST, cells)) {
        return Optional.empty();
      }
    }
    return Optional.of(new ArrayList<>(cells));
  }

  /** Adds the squares of a size that boxes meet, and answers whether they are few enough. */
  private static boolean addMet(List<Extent> pieces, int level, int most, SortedSet<Cell> cells) {
    for (Extent piece : pieces) {
      int first = Math.floorDiv(piece.west(), SIDES[level]);
      // A box that ends on the border of a square has no area in the next.
      int last = Math.floorDiv(piece.east() - 1, SIDES[level]);
      int lowest = Math.floorDiv(piece.south(), SIDES[level]);
      int highest = Math.floorDiv(piece.north() - 1, SIDES[level]);
      if ((last - first + 1L) * (highest - lowest + 1L) > most) {
        return false;
      }
      for (int column = first; column <= last; column++) {
        for (int row = lowest; row <= highest; row++) {
          cells.add(new Cell(level, column, row));
        }
      }
      if (cells.size() > most) {
        return false;
      }
    }
    return true;
  }
}
