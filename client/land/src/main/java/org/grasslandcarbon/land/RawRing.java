// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.util.Arrays;

/** The coordinates of a ring as they stand in a file. */
final class RawRing {
  private static final int FIRST_ROOM = 64;

  private double[] numbers = new double[FIRST_ROOM];
  private int size;

  void add(double east, double north) {
    if (2 * size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    numbers[2 * size] = east;
    numbers[2 * size + 1] = north;
    size++;
  }

  int size() {
    return size;
  }

  double east(int i) {
    return numbers[2 * i];
  }

  double north(int i) {
    return numbers[2 * i + 1];
  }

  /** Whether a place lies within, by how often a line to the east of it crosses the ring. */
  boolean surrounds(double east, double north) {
    boolean inside = false;
    for (int i = 0; i + 1 < size; i++) {
      if (north(i) > north != north(i + 1) > north
          && east
              < east(i)
                  + (east(i + 1) - east(i)) * (north - north(i)) / (north(i + 1) - north(i))) {
        inside = !inside;
      }
    }
    return inside;
  }
}
