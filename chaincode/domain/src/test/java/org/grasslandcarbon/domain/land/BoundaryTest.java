// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Detail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundaryTest {
  private static final String SQUARE = "[[110,40],[111,40],[111,41],[110,41],[110,40]]";
  private static final String HOLE =
      "[[110.2,40.2],[110.2,40.4],[110.4,40.4],[110.4,40.2],[110.2,40.2]]";

  private static Boundary read(String type, String coordinates) {
    return Codec.read(
        "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}", Boundary.class);
  }

  private static Boundary polygon(String... rings) {
    return read("Polygon", "[" + String.join(",", rings) + "]");
  }

  private static String problem(Boundary boundary) {
    return boundary.problem().map(Detail::en).orElse("none");
  }

  @Test
  void a_polygon_with_a_hole_is_a_boundary() {
    assertThat(polygon(SQUARE, HOLE).problem()).isEmpty();
  }

  @Test
  void a_boundary_is_written_as_it_was_read() {
    String json = "{\"coordinates\":[" + SQUARE + "," + HOLE + "],\"type\":\"Polygon\"}";
    assertThat(Codec.text(Codec.read(json, Boundary.class))).isEqualTo(json);
    String fine = SQUARE.replace("110,40", "100.0000001,40.1234567");
    assertThat(Codec.text(polygon(fine))).contains("[100.0000001,40.1234567]");
  }

  @Test
  void pieces_of_a_multi_polygon_may_lie_apart_and_in_each_others_holes() {
    String island = "[[110.25,40.25],[110.3,40.25],[110.3,40.3],[110.25,40.25]]";
    String apart = "[[112,40],[113,40],[113,41],[112,40]]";
    Boundary boundary =
        read("MultiPolygon", "[[" + SQUARE + "," + HOLE + "],[" + island + "],[" + apart + "]]");
    assertThat(boundary.problem()).isEmpty();
    assertThat(boundary.polygons()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[[110.00000001,40],[111,40],[111,41],[110.00000001,40]]]",
        "[[[1e400,40],[111,40],[111,41],[1e400,40]]]",
        "[[[181,40],[111,40],[111,41],[181,40]]]",
        "[[[40,110],[40,111],[41,111],[40,110]]]",
        "[[[\"110\",40],[111,40],[111,41],[110,40]]]",
        "[[[110,40,1200],[111,40],[111,41],[110,40]]]",
        "[[110,40],[111,40],[111,41],[110,40]]",
        "[]",
        "110"
      })
  void what_is_not_geojson_of_whole_units_is_malformed(String coordinates) {
    assertThatThrownBy(() -> read("Polygon", coordinates))
        .isInstanceOfSatisfying(
            RegistryException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED));
  }

  @Test
  void other_geometries_and_unknown_members_are_malformed() {
    assertThatThrownBy(() -> read("LineString", "[[110,40],[111,41]]"))
        .hasMessageContaining("Polygon");
    assertThatThrownBy(
            () ->
                Codec.read(
                    "{\"type\":\"Polygon\",\"bbox\":[],\"coordinates\":[" + SQUARE + "]}",
                    Boundary.class))
        .hasMessageContaining("bbox");
  }

  @Test
  void limits_are_kept() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i <= Boundary.POINTS_MOST; i++) {
      many.append(i == 0 ? "" : ",").append("[110,40]");
    }
    assertThatThrownBy(() -> polygon("[" + many + "]")).hasMessageContaining("20000");
    String pieces = String.join(",", Collections.nCopies(301, "[" + SQUARE + "]"));
    assertThatThrownBy(() -> read("MultiPolygon", "[" + pieces + "]")).hasMessageContaining("300");
    String holes = String.join(",", Collections.nCopies(600, HOLE));
    assertThatThrownBy(() -> polygon(SQUARE, holes)).hasMessageContaining("600");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[110,40],[111,40],[111,41],[110,41]] | does not end where it begins",
        "[[110,40],[111,40],[110,40]] | fewer than three corners",
        "[[110,40],[111,40],[111,40],[111,41],[110,40]] | stands twice",
        "[[40,50],[41,50],[41,51],[40,50]] | is not within",
        "[[110,40],[111,41],[111,40],[110,41],[110,40]] | cross or touch",
        "[[110,40],[111,40],[112,40],[110,40]] | cross or touch",
        "[[110,40],[111,40],[111,41],[111,40.5],[110,40]] | cross or touch",
        "[[110,40],[112,40],[111,41],[112,42],[110,42],[111,41],[110,40]] | cross or touch",
        "[[110,40],[112,40],[112,42],[111,40],[110,42],[110,40]] | cross or touch"
      })
  void a_ring_must_be_closed_simple_and_in_china(String ring, String why) {
    assertThat(problem(polygon(ring))).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[112,40],[112,41],[113,41],[112,40]] | outside its polygon",
        "[[110.5,40.5],[112,40.6],[112,40.5],[110.5,40.5]] | cross or touch",
        "[[110,40],[110.5,40.6],[110.6,40.5],[110,40]] | cross or touch",
        "[[110.25,40.25],[110.3,40.3],[110.3,40.25],[110.25,40.25]] | inside another hole",
        "[[110.1,40.1],[110.1,40.5],[110.5,40.5],[110.5,40.1],[110.1,40.1]] | inside another hole"
      })
  void a_hole_lies_in_its_polygon_and_apart_from_other_holes(String hole, String why) {
    assertThat(problem(polygon(SQUARE, HOLE, hole))).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[110.5,40.5],[110.6,40.5],[110.6,40.6],[110.5,40.5]] | inside another polygon",
        "[[111,40],[112,40],[112,41],[111,41],[111,40]] | cross or touch",
        "[[109,39],[113,39],[113,43],[109,43],[109,39]] | inside another polygon"
      })
  void pieces_do_not_overlap_or_touch(String other, String why) {
    assertThat(problem(read("MultiPolygon", "[[" + SQUARE + "],[" + other + "]]"))).contains(why);
  }

  @Test
  void a_boundary_has_one_form_whatever_the_direction_and_the_first_corner() {
    String clockwise = "[[111,41],[111,40],[110,40],[110,41],[111,41]]";
    String holeTurned = "[[110.4,40.4],[110.2,40.4],[110.2,40.2],[110.4,40.2],[110.4,40.4]]";
    Boundary one = polygon(SQUARE, HOLE).normalised();
    Boundary other = polygon(clockwise, holeTurned).normalised();
    assertThat(Codec.text(other)).isEqualTo(Codec.text(one));
    Ring shell = one.polygons().get(0).shell();
    assertThat(shell.isCounterclockwise()).isTrue();
    assertThat(one.polygons().get(0).holes().get(0).isCounterclockwise()).isFalse();
    assertThat(shell.points().get(0)).isEqualTo(new Point(1_100_000_000, 400_000_000));
    assertThat(one.normalised()).isEqualTo(one);
  }

  /** On a small grid all the special cases come up: shared corners, collinear edges, spikes. */
  @Test
  void rings_on_a_grid_are_judged_as_by_solving_for_common_points() {
    Random random = new Random(20_260_713);
    int simple = 0;
    for (int round = 0; round < 20_000; round++) {
      List<Point> corners = new ArrayList<>();
      int size = 3 + random.nextInt(4);
      for (int i = 0; i < size; i++) {
        corners.add(new Point(1_100_000_000 + random.nextInt(5), 400_000_000 + random.nextInt(5)));
      }
      corners.add(corners.get(0));
      Ring ring = new Ring(corners);
      boolean expected = Solved.isSimple(corners);
      Boundary boundary = new Boundary(List.of(new Polygon(ring, List.of())));
      assertThat(boundary.problem().isEmpty()).as("%s", corners).isEqualTo(expected);
      if (expected) {
        simple++;
        assertThat(ring.isCounterclockwise()).isEqualTo(Solved.twiceArea(corners) > 0);
      }
    }
    assertThat(simple).isGreaterThan(500);
  }

  /** The same questions answered another way: by solving for the parameters of common points. */
  private static final class Solved {
    static boolean isSimple(List<Point> corners) {
      int edges = corners.size() - 1;
      for (int i = 0; i < edges; i++) {
        if (corners.get(i).equals(corners.get(i + 1))) {
          return false;
        }
        for (int j = i + 1; j < edges; j++) {
          boolean next = j == i + 1;
          boolean around = i == 0 && j == edges - 1;
          int common = commonPoints(corners, i, j);
          if (common > (next || around ? 1 : 0)) {
            return false;
          }
        }
      }
      return true;
    }

    /** How many points two edges share: 0, 1, or 2 for a whole stretch. */
    private static int commonPoints(List<Point> corners, int i, int j) {
      Point p = corners.get(i);
      Point q = corners.get(j);
      long rx = (long) corners.get(i + 1).longitude() - p.longitude();
      long ry = (long) corners.get(i + 1).latitude() - p.latitude();
      long sx = (long) corners.get(j + 1).longitude() - q.longitude();
      long sy = (long) corners.get(j + 1).latitude() - q.latitude();
      long dx = (long) q.longitude() - p.longitude();
      long dy = (long) q.latitude() - p.latitude();
      long d = rx * sy - ry * sx;
      long t = dx * sy - dy * sx;
      long u = dx * ry - dy * rx;
      if (d != 0) {
        boolean within =
            t * d >= 0 && Math.abs(t) <= Math.abs(d) && u * d >= 0 && Math.abs(u) <= Math.abs(d);
        return within ? 1 : 0;
      }
      if (u != 0) {
        return 0;
      }
      long length = rx * rx + ry * ry;
      long a = dx * rx + dy * ry;
      long b = (dx + sx) * rx + (dy + sy) * ry;
      long low = Math.max(0, Math.min(a, b));
      long high = Math.min(length, Math.max(a, b));
      return high < low ? 0 : high == low ? 1 : 2;
    }

    static long twiceArea(List<Point> corners) {
      long sum = 0;
      Point origin = corners.get(0);
      for (int i = 0; i + 1 < corners.size(); i++) {
        long ax = (long) corners.get(i).longitude() - origin.longitude();
        long ay = (long) corners.get(i).latitude() - origin.latitude();
        long bx = (long) corners.get(i + 1).longitude() - origin.longitude();
        long by = (long) corners.get(i + 1).latitude() - origin.latitude();
        sum += ax * by - ay * bx;
      }
      return sum;
    }
  }

  @Test
  void all_faults_of_one_kind_are_told_with_the_corners_that_they_are_about() {
    Boundary bad = polygon("[[110,40],[111,40],[111,40],[111,41],[110,2],[110,40]]");
    assertThat(bad.faults(10))
        .extracting(BoundaryFault::at)
        .containsExactly(
            List.of(new Point(1_110_000_000, 400_000_000)),
            List.of(new Point(1_100_000_000, 20_000_000)));
    assertThat(bad.faults(1)).hasSize(1);
    assertThat(bad.problem()).isPresent();
    Boundary crossing = polygon("[[110,40],[111,41],[111,40],[110,41],[110,40]]");
    assertThat(crossing.faults(10)).hasSize(1);
    assertThat(crossing.faults(10).get(0).at())
        .hasSize(4)
        .contains(new Point(1_100_000_000, 400_000_000));
  }
}
