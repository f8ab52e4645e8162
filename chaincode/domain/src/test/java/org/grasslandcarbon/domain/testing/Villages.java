// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.land.Polygon;
import org.grasslandcarbon.domain.land.Ring;

/** Land of many households, each parcel with a winding border, a path between it and the next. */
public final class Villages {
  /** Positions of a part that stay below 64 KiB with room. */
  public static final int PART_POSITIONS = 1_800;

  private static final int COLUMNS = 17;
  private static final int PITCH = 60_000;
  private static final int WEST = 1_110_000_000;
  private static final int SOUTH = 425_000_000;

  private Villages() {}

  /**
   * Parcels side by side, of some 20 ha each.
   *
   * @param positions of each parcel
   */
  public static Boundary parcels(int count, int positions) {
    List<Polygon> parcels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parcels.add(parcel(WEST + i % COLUMNS * PITCH, SOUTH + i / COLUMNS * PITCH, positions));
    }
    return new Boundary(parcels);
  }

  private static Polygon parcel(int west, int south, int positions) {
    List<Point> points = new ArrayList<>();
    int corners = positions - 1;
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reach = PITCH * (i % 2 == 0 ? 0.48 : 0.44);
      points.add(
          new Point(
              west + PITCH / 2 + (int) Math.rint(reach * Math.cos(angle)),
              south + PITCH / 2 + (int) Math.rint(reach * Math.sin(angle))));
    }
    points.add(points.get(0));
    return new Polygon(new Ring(points), List.of());
  }

  /** A boundary cut into parts of so many positions each, wherever that is in a ring. */
  public static List<List<BoundaryLine>> parts(Boundary boundary, int positions) {
    List<List<BoundaryLine>> parts = new ArrayList<>();
    List<BoundaryLine> part = new ArrayList<>();
    int room = positions;
    for (BoundaryLine whole : BoundaryLine.of(boundary)) {
      BoundaryLine line = whole;
      while (line.positions().points().size() > room) {
        if (room > 0) {
          List<BoundaryLine> cut = line.cutAfter(room);
          part.add(cut.get(0));
          line = cut.get(1);
        }
        parts.add(part);
        part = new ArrayList<>();
        room = positions;
      }
      part.add(line);
      room -= line.positions().points().size();
    }
    parts.add(part);
    return parts;
  }
}
