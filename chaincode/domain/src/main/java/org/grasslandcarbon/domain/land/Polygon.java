// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;

/**
 * One piece of land, without the holes in it.
 *
 * @param shell its outer ring
 * @param holes what does not belong to it
 */
public record Polygon(Ring shell, @Most(Boundary.RINGS_MOST) List<Ring> holes) {
  private static final Comparator<Ring> BY_FIRST_CORNER =
      Comparator.comparing(ring -> ring.points().get(0));

  public Polygon {
    holes = List.copyOf(holes);
  }

  /** The shell, then the holes. */
  List<Ring> rings() {
    List<Ring> rings = new ArrayList<>(holes.size() + 1);
    rings.add(shell);
    rings.addAll(holes);
    return rings;
  }

  /** The same polygon in its one form: shell counterclockwise, holes clockwise and in order. */
  Polygon normalised() {
    return new Polygon(
        shell.normalised(true),
        holes.stream().map(hole -> hole.normalised(false)).sorted(BY_FIRST_CORNER).toList());
  }
}
