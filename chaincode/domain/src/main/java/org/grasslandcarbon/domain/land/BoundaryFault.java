// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.List;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Something that keeps polygons from being a boundary.
 *
 * @param detail what it is
 * @param at the corners that it is about: one, or the two ends of each of two edges that meet
 */
public record BoundaryFault(Detail detail, List<Point> at) {
  public BoundaryFault {
    at = List.copyOf(at);
  }

  static BoundaryFault of(Detail detail, Point... at) {
    return new BoundaryFault(detail, List.of(at));
  }
}
