// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class SharedLandTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static Boundary box(int west, int south, int east, int north) {
    return new Boundary(List.of(new Polygon(ring(west, south, east, north), List.of())));
  }

  private static Ring ring(int west, int south, int east, int north) {
    return new Ring(
        List.of(
            point(west, south),
            point(east, south),
            point(east, north),
            point(west, north),
            point(west, south)));
  }

  private static Point point(int east, int north) {
    return new Point(1_100_000_000 + east, 400_000_000 + north);
  }

  private static long squares(Boundary one, Boundary other) {
    return new SharedLand(one).with(other).orElseThrow().squares();
  }

  @Test
  void boxes_share_what_their_sides_say_and_never_less_is_told() {
    assertThat(squares(box(0, 0, 1_000, 1_000), box(999, 0, 2_000, 1_000)))
        .isBetween(1_000L, 1_002L);
    assertThat(squares(box(0, 0, 1_000, 1_000), box(400, 300, 700, 500)))
        .isBetween(60_000L, 60_002L);
    assertThat(squares(box(0, 0, 1_000, 1_000), box(999, 999, 2_000, 2_000))).isBetween(1L, 2L);
  }

  @Test
  void a_hole_is_not_shared() {
    Boundary around =
        new Boundary(
            List.of(new Polygon(ring(0, 0, 1_000, 1_000), List.of(ring(400, 400, 600, 600)))));
    assertThat(SharedLand.halfSquares(around)).isEqualTo(2 * 960_000);
    assertThat(squares(around, box(500, 500, 700, 700))).isBetween(30_000L, 30_002L);
    assertThat(squares(box(500, 500, 700, 700), around)).isBetween(30_000L, 30_002L);
  }

  @Test
  void pieces_count_together() {
    Boundary two =
        new Boundary(
            List.of(
                new Polygon(ring(0, 0, 100, 100), List.of()),
                new Polygon(ring(200, 0, 300, 100), List.of())));
    assertThat(squares(two, box(50, 50, 250, 150))).isBetween(5_000L, 5_004L);
    assertThat(SharedLand.halfSquares(two)).isEqualTo(40_000);
  }

  @Test
  void hectares_are_those_of_the_ellipsoid_and_never_too_few() {
    Boundary one = box(0, 0, 1_000_000, 1_000_000);
    Boundary other = box(999_000, 100_000, 2_000_000, 900_000);
    BigDecimal shared = new SharedLand(one).with(other).orElseThrow().hectares().value();
    BigDecimal figure = one.overlapHectares(other).value();
    assertThat(shared).isGreaterThanOrEqualTo(figure);
    assertThat(shared).isLessThan(figure.multiply(new BigDecimal("1.002")));
  }

  /** Shapes with straight, slanted and crossing edges, from a few units to the whole window. */
  @ParameterizedTest
  @ValueSource(ints = {40, 3_000, 1_000_000, 20_000_000})
  void jts_comes_to_the_same_area(int size) {
    Random random = new Random(size);
    int sharing = 0;
    for (int i = 0; i < 400; i++) {
      Boundary one = star(random, size, random.nextInt(size), random.nextInt(size));
      Boundary other = star(random, size, random.nextInt(size), random.nextInt(size));
      if (one.problem().isPresent() || other.problem().isPresent()) {
        continue;
      }
      double area = area(one, other);
      long told = squares(one, other);
      double rounding = 4 + area * 1e-9;
      assertThat((double) told).isBetween(area - area * 1e-9, area + rounding);
      sharing += area > 0 ? 1 : 0;
      assertThat((double) SharedLand.halfSquares(one) / 2)
          .isCloseTo(polygon(one).getArea(), Percentage.withPercentage(1e-9));
    }
    assertThat(sharing).isGreaterThan(100);
  }

  private static Boundary star(Random random, int size, int east, int north) {
    int corners = 3 + random.nextInt(20);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reach = size * (0.3 + random.nextDouble());
      points.add(
          point(
              east + (int) Math.rint(reach * Math.cos(angle)),
              north + (int) Math.rint(reach * Math.sin(angle))));
    }
    points.add(points.get(0));
    return new Boundary(List.of(new Polygon(new Ring(points), List.of())));
  }

  private static double area(Boundary one, Boundary other) {
    return OverlayNGRobust.overlay(polygon(one), polygon(other), OverlayNG.INTERSECTION).getArea();
  }

  private static Geometry polygon(Boundary boundary) {
    Ring ring = boundary.polygons().get(0).shell();
    LinearRing shell =
        FACTORY.createLinearRing(
            ring.points().stream()
                .map(
                    p ->
                        new Coordinate(p.longitude() - 1_100_000_000d, p.latitude() - 400_000_000d))
                .toArray(Coordinate[]::new));
    return FACTORY.createPolygon(shell);
  }

  @Test
  void combs_are_too_much_work_and_nothing_is_told_of_them() {
    Boundary comb = comb(700);
    assertThat(comb.problem()).isEmpty();
    assertThat(new SharedLand(comb).with(comb)).isEqualTo(Optional.empty());
    Boundary small = comb(100);
    assertThat(squares(small, small))
        .isBetween(SharedLand.halfSquares(small) / 2, SharedLand.halfSquares(small) / 2 + 200);
  }

  @Test
  void a_comb_of_all_positions_that_there_may_be_is_refused_before_it_costs_a_second() {
    assertThat(comb(4_900).problem().orElseThrow().en()).contains("lie too densely");
  }

  private static Boundary comb(int teeth) {
    List<Point> points = new ArrayList<>();
    int end = (teeth - 1) * 10 + 8;
    points.addAll(List.of(point(0, 0), point(end, 0), point(end, 100)));
    for (int i = teeth - 1; i >= 0; i--) {
      points.add(point(i * 10 + 5, 100));
      points.add(point(i * 10 + 5, 10_000));
      points.add(point(i * 10, 10_000));
      points.add(point(i * 10, 100));
    }
    points.add(points.get(0));
    return new Boundary(List.of(new Polygon(new Ring(points), List.of())));
  }
}
