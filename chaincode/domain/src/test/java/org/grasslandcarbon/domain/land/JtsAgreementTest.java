// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.relateng.IntersectionMatrixPattern;
import org.locationtech.jts.operation.relateng.RelateNG;

/**
 * Valid or not, overlapping or not: judged a second time by the JTS Topology Suite. Coordinates are
 * the same whole numbers, which JTS holds without rounding. The ledger does not decide with JTS
 * itself, because JTS computes in floating point and settles some cases within a tolerance. How
 * many drawings can be given: {@code -Dgrassland.drawings=20000}.
 */
class JtsAgreementTest {
  private static final int DRAWINGS = Integer.getInteger("grassland.drawings", 5_000);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** From a lattice on which nearly everything touches to the whole of the allowed window. */
  @ParameterizedTest
  @ValueSource(ints = {5, 9, 100, 400_000_000})
  void jts_finds_the_same_drawings_valid_and_the_same_pairs_overlapping(int places) {
    Random random = new Random(places);
    Boundary before = null;
    int valid = 0;
    int overlapping = 0;
    for (int i = 0; i < DRAWINGS; i++) {
      Boundary drawing = drawing(random, places);
      boolean isValid = drawing.problem().isEmpty();
      assertThat(isValid).as("%s", drawing).isEqualTo(isBoundaryForJts(drawing));
      if (isValid) {
        valid++;
        if (before != null) {
          boolean overlaps = drawing.overlaps(before);
          assertThat(overlaps)
              .as("%s and %s", drawing, before)
              .isEqualTo(interiorsMeetForJts(drawing, before));
          overlapping += overlaps ? 1 : 0;
        }
        before = drawing;
      }
    }
    assertThat(valid).isBetween(DRAWINGS / 50, DRAWINGS / 2);
    assertThat(overlapping).isBetween(valid / 20, valid * 19 / 20);
  }

  /** One or two pieces, now and then with a hole; seldom valid. */
  private static Boundary drawing(Random random, int places) {
    return new Boundary(
        Stream.generate(
                () ->
                    new Polygon(
                        ring(random, places),
                        random.nextInt(3) == 0 ? List.of(ring(random, places)) : List.of()))
            .limit(random.nextInt(4) == 0 ? 2 : 1)
            .toList());
  }

  private static Ring ring(Random random, int places) {
    List<Point> points = new ArrayList<>();
    int corners = 3 + random.nextInt(3);
    for (int i = 0; i < corners; i++) {
      points.add(
          new Point(900_000_000 + random.nextInt(places), 100_000_000 + random.nextInt(places)));
    }
    points.add(points.get(0));
    return new Ring(points);
  }

  /** A boundary is valid for JTS as well, and its rings keep apart besides. */
  private static boolean isBoundaryForJts(Boundary boundary) {
    List<LinearRing> rings =
        boundary.polygons().stream().flatMap(p -> p.rings().stream()).map(r -> ring(r)).toList();
    for (int i = 0; i < rings.size(); i++) {
      Geometry ring = rings.get(i);
      if (!ring.isSimple()
          || rings.subList(i + 1, rings.size()).stream().anyMatch(ring::intersects)) {
        return false;
      }
    }
    return hasNoRepeatedCorner(boundary) && geometry(boundary).isValid();
  }

  /** JTS lets a corner stand twice in a row. */
  private static boolean hasNoRepeatedCorner(Boundary boundary) {
    return boundary.polygons().stream()
        .flatMap(polygon -> polygon.rings().stream())
        .allMatch(
            ring ->
                Stream.iterate(0, i -> i < ring.edges(), i -> i + 1)
                    .noneMatch(i -> ring.corner(i).equals(ring.corner(i + 1))));
  }

  private static boolean interiorsMeetForJts(Boundary one, Boundary other) {
    return RelateNG.relate(
        geometry(one), geometry(other), IntersectionMatrixPattern.INTERIOR_INTERSECTS);
  }

  private static Geometry geometry(Boundary boundary) {
    return FACTORY.createMultiPolygon(
        boundary.polygons().stream()
            .map(
                polygon ->
                    FACTORY.createPolygon(
                        ring(polygon.shell()),
                        polygon.holes().stream()
                            .map(JtsAgreementTest::ring)
                            .toArray(LinearRing[]::new)))
            .toArray(org.locationtech.jts.geom.Polygon[]::new));
  }

  private static LinearRing ring(Ring ring) {
    return FACTORY.createLinearRing(
        ring.points().stream()
            .map(point -> new Coordinate(point.longitude(), point.latitude()))
            .toArray(Coordinate[]::new));
  }
}
