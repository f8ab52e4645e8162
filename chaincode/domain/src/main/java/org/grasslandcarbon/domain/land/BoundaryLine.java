// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;

/**
 * A stretch of a ring of a boundary that is too large for one instruction. A ring may be cut
 * anywhere: a single pasture can have more positions than an instruction holds.
 *
 * @param piece the number of its polygon, from 0
 * @param positions where the stretch leads
 * @param ring the number of its ring in the polygon, 0 for the outer one
 */
public record BoundaryLine(
    @Means(en = "Number of the polygon, from 0", zh = "多边形序号（自 0 起）")
        @Least(0)
        @Most(Boundary.POLYGONS_MOST - 1)
        int piece,
    @Means(en = "Positions [longitude, latitude], one after the other", zh = "依次的坐标点 [经度, 纬度]")
        Positions positions,
    @Means(en = "Number of the ring in the polygon, 0 for the outer one", zh = "环序号（0 为外环）")
        @Least(0)
        @Most(Boundary.RINGS_MOST - 1)
        int ring) {

  /**
   * The boundary that lines make, those of one ring in the order in which they are given.
   *
   * @throws org.grasslandcarbon.domain.value.BadValueException when a number is left out, or they
   *     are more than a boundary may have
   */
  public static Boundary joined(List<BoundaryLine> lines) {
    SortedMap<Integer, SortedMap<Integer, List<Point>>> pieces = new TreeMap<>();
    for (BoundaryLine line : lines) {
      pieces
          .computeIfAbsent(line.piece, number -> new TreeMap<>())
          .computeIfAbsent(line.ring, number -> new ArrayList<>())
          .addAll(line.positions.points());
    }
    Check.that(!pieces.isEmpty(), zh("边界须至少有一个多边形").en("a boundary has a polygon"));
    Check.that(
        pieces.lastKey() == pieces.size() - 1,
        zh("各部分缺少 0 至 %s 之间的某个多边形")
            .en("the parts leave out one of the polygons 0 to %s", pieces.lastKey()));
    List<Polygon> polygons = new ArrayList<>();
    pieces.forEach(
        (piece, rings) -> {
          Check.that(
              rings.lastKey() == rings.size() - 1,
              zh("多边形 %s 缺少 0 至 %s 之间的某个环")
                  .en("polygon %s leaves out one of the rings 0 to %s", piece, rings.lastKey()));
          List<Ring> drawn = rings.values().stream().map(Ring::new).toList();
          polygons.add(new Polygon(drawn.get(0), drawn.subList(1, drawn.size())));
        });
    return new Boundary(polygons);
  }

  /** The lines of a boundary, one a ring. */
  public static List<BoundaryLine> of(Boundary boundary) {
    List<BoundaryLine> lines = new ArrayList<>();
    for (int piece = 0; piece < boundary.polygons().size(); piece++) {
      List<Ring> rings = boundary.polygons().get(piece).rings();
      for (int ring = 0; ring < rings.size(); ring++) {
        lines.add(new BoundaryLine(piece, new Positions(rings.get(ring).points()), ring));
      }
    }
    return lines;
  }

  /** Its first positions, and the others, for whoever cuts a boundary into parts. */
  public List<BoundaryLine> cutAfter(int count) {
    List<Point> points = positions.points();
    return List.of(
        new BoundaryLine(piece, new Positions(points.subList(0, count)), ring),
        new BoundaryLine(piece, new Positions(points.subList(count, points.size())), ring));
  }
}
