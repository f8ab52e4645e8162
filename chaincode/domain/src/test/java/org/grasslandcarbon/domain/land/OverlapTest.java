// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.json.Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Land shared or only touched. Coordinates are units of 1e-7 degree from 110 degrees, 40 degrees.
 */
class OverlapTest {
  private static final String SQUARE = "0,0 1000,0 1000,1000 0,1000";
  private static final String HOLE = "300,300 300,700 700,700 700,300";

  /** A polygon of rings, each of corners {@code x,y}; the first corner need not be repeated. */
  private static String polygon(String... rings) {
    return Arrays.stream(rings).map(OverlapTest::ring).collect(Collectors.joining(",", "[", "]"));
  }

  private static String ring(String corners) {
    List<String> positions =
        Arrays.stream(corners.split(" ")).map(OverlapTest::position).collect(Collectors.toList());
    positions.add(positions.get(0));
    return "[" + String.join(",", positions) + "]";
  }

  private static String position(String corner) {
    String[] parts = corner.split(",");
    return "["
        + Point.degrees(1_100_000_000 + Integer.parseInt(parts[0])).toPlainString()
        + ","
        + Point.degrees(400_000_000 + Integer.parseInt(parts[1])).toPlainString()
        + "]";
  }

  private static Boundary boundary(String... polygons) {
    Boundary boundary =
        Codec.read(
            "{\"type\":\"MultiPolygon\",\"coordinates\":[" + String.join(",", polygons) + "]}",
            Boundary.class);
    assertThat(boundary.problem()).isEmpty();
    return boundary;
  }

  private static Boundary land(String... rings) {
    return boundary(polygon(rings));
  }

  /** Both ways round, and it must not matter in which direction rings were drawn. */
  private static boolean overlap(Boundary one, Boundary other) {
    boolean answer = one.overlaps(other);
    assertThat(other.overlaps(one)).isEqualTo(answer);
    return answer;
  }

  @Test
  void the_same_polygon_is_an_overlap() {
    assertThat(overlap(land(SQUARE), land(SQUARE))).isTrue();
    assertThat(overlap(land(SQUARE), land("0,1000 1000,1000 1000,0 0,0"))).isTrue();
    assertThat(overlap(land(SQUARE, HOLE), land(SQUARE, HOLE))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "500,500 1500,500 1500,1500 500,1500",
        "-500,400 1500,400 1500,600 -500,600",
        "200,200 400,200 400,400 200,400",
        "-100,-100 1100,-100 1100,1100 -100,1100",
        "0,0 1000,1000 0,1000",
        "0,0 1000,0 500,500",
        "200,0 800,0 500,900",
        "200,0 500,1 800,0 500,-900",
        "0,0 500,0 500,1000 0,1000",
        "500,500 2000,500 2000,501",
        "1000,0 1000,1000 0,1000",
        "1000,1000 2000,1000 2000,2000 999,2000 999,999"
      })
  void land_on_both_sides_is_an_overlap(String other) {
    assertThat(overlap(land(SQUARE), land(other))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000,0 2000,0 2000,1000 1000,1000",
        "1000,200 2000,0 2000,1000 1000,800",
        "1000,-500 2000,-500 2000,1500 1000,1500",
        "0,1000 500,1000 1000,1000 500,2000",
        "1500,0 1500,1500 0,1500 0,1000 1000,1000 1000,0"
      })
  void to_touch_along_an_edge_is_none(String other) {
    assertThat(overlap(land(SQUARE), land(other))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000,1000 2000,1000 2000,2000 1000,2000",
        "1000,500 2000,0 2000,1000",
        "1000,1000 0,2000 0,3000 2000,2000",
        "2000,500 1000,1000 3000,2000"
      })
  void to_touch_in_a_point_is_none(String other) {
    assertThat(overlap(land(SQUARE), land(other))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001,0 2000,0 2000,1000 1001,1000", "3000,3000 4000,3000 4000,4000"})
  void land_apart_is_no_overlap(String other) {
    assertThat(overlap(land(SQUARE), land(other))).isFalse();
  }

  @Test
  void boxes_may_overlap_where_land_does_not() {
    assertThat(overlap(land("0,0 1000,0 0,1000"), land("1000,1 1000,1000 1,1000"))).isFalse();
    assertThat(overlap(land("0,0 1000,0 0,1000"), land("1000,0 1000,1000 0,1000"))).isFalse();
    assertThat(overlap(land("0,0 1000,0 0,1000"), land("999,0 1000,1000 0,1000"))).isTrue();
  }

  @Test
  void edges_in_opposite_directions_lie_back_to_back_and_in_the_same_direction_on_one_side() {
    Boundary lower = land("0,0 1000,700 1000,0");
    assertThat(overlap(lower, land("0,0 1000,700 0,700"))).isFalse();
    assertThat(overlap(lower, land("0,0 1000,700 1000,350"))).isTrue();
  }

  @Test
  void a_project_may_fill_the_hole_of_another_exactly() {
    assertThat(overlap(land(SQUARE, HOLE), land(HOLE))).isFalse();
    assertThat(overlap(land(SQUARE, HOLE), land("300,300 300,700 701,700 700,300"))).isTrue();
  }

  @Test
  void a_project_may_lie_inside_the_hole_of_another() {
    assertThat(overlap(land(SQUARE, HOLE), land("400,400 600,400 500,600"))).isFalse();
    assertThat(overlap(land(SQUARE, HOLE), land("300,400 700,400 500,700"))).isFalse();
    assertThat(
            overlap(land(SQUARE, HOLE), land("310,310 320,310 320,320", "312,311 319,311 319,318")))
        .isFalse();
  }

  @Test
  void what_surrounds_a_hole_and_its_project_overlaps_the_rest() {
    assertThat(overlap(land(SQUARE, HOLE), land("250,250 750,250 750,750 250,750"))).isTrue();
    assertThat(overlap(land(SQUARE, HOLE), land("250,250 750,250 750,750 250,750", HOLE))).isTrue();
  }

  @Test
  void holes_in_both_are_land_of_neither() {
    Boundary ring = land(SQUARE, "100,100 900,100 900,900 100,900");
    assertThat(overlap(ring, land("100,100 900,100 900,900 100,900", HOLE))).isFalse();
    assertThat(overlap(ring, land("99,100 900,100 900,900 100,900", HOLE))).isTrue();
  }

  @Test
  void every_piece_of_a_multi_polygon_counts() {
    String apart = polygon("5000,0 6000,0 6000,1000 5000,1000");
    String far = polygon("9000,0 9500,0 9500,500");
    Boundary several = boundary(polygon(SQUARE), apart, far);
    assertThat(overlap(several, land("5500,500 5600,500 5600,600"))).isTrue();
    assertThat(overlap(several, land("1000,0 5000,0 5000,1000 1000,1000"))).isFalse();
    assertThat(overlap(several, boundary(polygon("2000,0 3000,0 3000,9"), far))).isTrue();
    assertThat(
            overlap(
                boundary(polygon(SQUARE, HOLE), polygon("400,400 600,400 500,600")), land(HOLE)))
        .isTrue();
  }

  @Test
  void a_sliver_of_one_unit_is_an_overlap() {
    assertThat(overlap(land(SQUARE), land("999,0 2000,0 2000,1000 999,1000"))).isTrue();
    assertThat(overlap(land(SQUARE), land("999,999 2000,999 2000,2000 999,2000"))).isTrue();
    assertThat(overlap(land(SQUARE), land("1000,0 2000,0 2000,1000 999,1000"))).isTrue();
  }

  @Test
  void nearly_parallel_edges_across_the_window_are_told_apart() {
    int wide = 200_000_000;
    Boundary below = land("0,0 " + wide + ",0 " + wide + ",1");
    assertThat(overlap(below, land("0,0 " + wide + ",1 0,1"))).isFalse();
    assertThat(overlap(below, land("0,0 " + (wide - 1) + ",1 0,1"))).isFalse();
    assertThat(overlap(below, land("0,0 " + (wide + 1) + ",1 0,1"))).isTrue();
  }

  @Test
  void the_shared_hectares_are_those_of_the_land_shared() {
    Boundary square = big("[110,40],[111,40],[111,41],[110,41],[110,40]");
    Boundary corner = big("[110.5,40.5],[112,40.5],[112,42],[110.5,42],[110.5,40.5]");
    Boundary shared = big("[110.5,40.5],[111,40.5],[111,41],[110.5,41],[110.5,40.5]");
    assertSharedArea(square, corner, shared);
    assertSharedArea(corner, square, shared);
    assertSharedArea(square, square, square);
  }

  @Test
  void shared_hectares_are_right_where_edges_cross() {
    Boundary east = big("[110,40],[111,40],[111,41],[110,40]");
    Boundary west = big("[110,40],[111,40],[110,41],[110,40]");
    Boundary shared = big("[110,40],[111,40],[110.5,40.5],[110,40]");
    assertSharedArea(east, west, shared);
  }

  private static void assertSharedArea(Boundary one, Boundary other, Boundary expected) {
    assertThat(one.overlapHectares(other).value().doubleValue())
        .isCloseTo(expected.areaHectares().value().doubleValue(), within(0.0002));
  }

  @Test
  void a_hole_and_several_pieces_count_in_shared_hectares() {
    Boundary square =
        big(
            "[110,40],[111,40],[111,41],[110,41],[110,40]],[[110.2,40.2],[110.2,40.8],"
                + "[110.8,40.8],[110.8,40.2],[110.2,40.2]");
    Boundary whole = big("[110,40],[111,40],[111,41],[110,41],[110,40]");
    assertSharedArea(square, whole, square);
  }

  private static Boundary big(String ring) {
    return Codec.read("{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}", Boundary.class);
  }
}
