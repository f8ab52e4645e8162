// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.util.List;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.land.Polygon;
import org.grasslandcarbon.domain.land.Ring;

/**
 * A polygon as it was read.
 *
 * @param place where it stands
 * @param rings the outer one first
 */
public record LandPiece(LandPlace place, List<LandRing> rings) {
  public LandPiece {
    rings = List.copyOf(rings);
  }

  /** The polygon as the registry has it. */
  public Polygon polygon() {
    List<Ring> drawn = rings.stream().map(ring -> new Ring(ring.points())).toList();
    return new Polygon(drawn.get(0), drawn.subList(1, drawn.size()));
  }

  /** How many positions it has. */
  public int positions() {
    return rings.stream().map(LandRing::points).mapToInt(List<Point>::size).sum();
  }
}
