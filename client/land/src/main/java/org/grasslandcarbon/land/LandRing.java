// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.util.List;
import org.grasslandcarbon.domain.land.Point;

/**
 * A ring as it was read.
 *
 * @param points in units of the registry
 * @param numbers which position of the file each of them was
 * @param place where the ring stands
 */
record LandRing(List<Point> points, List<Integer> numbers, LandPlace place) {
  LandRing {
    points = List.copyOf(points);
    numbers = List.copyOf(numbers);
  }

  LandPlace placeOf(int index) {
    return place.position(numbers.get(index));
  }
}
