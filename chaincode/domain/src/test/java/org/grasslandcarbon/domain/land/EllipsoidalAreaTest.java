// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.assertj.core.data.Percentage;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EllipsoidalAreaTest {
  private static final double HALF_A_SQUARE_METRE = 0.000_05;

  private static double hectares(String rings) {
    return Codec.read("{\"type\":\"Polygon\",\"coordinates\":" + rings + "}", Boundary.class)
        .areaHectares()
        .value()
        .doubleValue();
  }

  /** Authalic radius of WGS 84 as published (Moritz 2000 for GRS 80; the same to 0.1 mm). */
  @Test
  void the_whole_ellipsoid_has_the_area_of_the_authalic_sphere() {
    double radius = 6_371_007.1809;
    double whole = 4 * StrictMath.PI * EllipsoidalArea.perRadian(StrictMath.PI / 2);
    assertThat(whole)
        .isCloseTo(4 * StrictMath.PI * radius * radius, Percentage.withPercentage(1e-8));
  }

  /** GeographicLib's test suite: diamond around 0, 0 with corners a degree away. */
  @Test
  void a_diamond_on_the_equator_has_its_published_geodesic_area() {
    double squareMetres = 10_000 * hectares("[[[-1,0],[0,-1],[1,0],[0,1],[-1,0]]]");
    assertThat(squareMetres).isCloseTo(24_619_419_146.0, Percentage.withPercentage(0.02));
  }

  /** The radii of curvature integrated in fine strips, with plain formulas of another shape. */
  @ParameterizedTest
  @CsvSource({"110, 40, 1, 1", "116.1, 43.95, 0.1, 0.05", "75, 3, 60, 50", "120, 53, 0.001, 0.001"})
  void a_cell_of_the_graticule_has_the_area_of_its_strips(
      double west, double south, double width, double height) {
    String ring =
        String.format(
            Locale.ROOT,
            "[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]",
            plain(west),
            plain(south),
            plain(west + width),
            plain(south + height));
    double expected = strips(south, south + height, latitude -> width);
    assertThat(hectares(ring)).isCloseTo(expected, within(HALF_A_SQUARE_METRE + 1e-9 * expected));
  }

  @Test
  void a_slanted_triangle_has_the_area_of_its_strips() {
    // Corners 110,40 and 114,40 and 111,44: at latitude 40 + y it is 4 - y degrees wide.
    double expected = strips(40, 44, latitude -> 44 - latitude);
    assertThat(hectares("[[[110,40],[114,40],[111,44],[110,40]]]"))
        .isCloseTo(expected, within(HALF_A_SQUARE_METRE + 1e-9 * expected));
  }

  private interface Width {
    double degrees(double latitude);
  }

  private static double strips(double south, double north, Width width) {
    double a = 6_378_137;
    double e2 = 0.00669437999014;
    int count = 200_000;
    double step = Math.toRadians(north - south) / count;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double degrees = south + (north - south) * (i + 0.5) / count;
      double latitude = Math.toRadians(degrees);
      double w2 = 1 - e2 * Math.sin(latitude) * Math.sin(latitude);
      double meridian = a * (1 - e2) / (w2 * Math.sqrt(w2));
      double parallel = a / Math.sqrt(w2) * Math.cos(latitude);
      sum += meridian * parallel * step * Math.toRadians(width.degrees(degrees));
    }
    return sum / 10_000;
  }

  private static String plain(double degrees) {
    return new BigDecimal(degrees)
        .setScale(7, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  @Test
  void a_hole_is_taken_away_and_pieces_are_added() {
    String shell = "[[110,40],[111,40],[111,41],[110,41],[110,40]]";
    String hole = "[[110.2,40.2],[110.2,40.4],[110.4,40.4],[110.4,40.2],[110.2,40.2]]";
    double whole = hectares("[" + shell + "]");
    double inside = hectares("[" + hole + "]");
    assertThat(hectares("[" + shell + "," + hole + "]")).isCloseTo(whole - inside, within(0.0002));
    Boundary two =
        Codec.read(
            "{\"type\":\"MultiPolygon\",\"coordinates\":[["
                + shell
                + "],["
                + hole.replace("110.", "115.")
                + "]]}",
            Boundary.class);
    assertThat(two.areaHectares().value().doubleValue()).isCloseTo(whole + inside, within(0.0002));
  }

  @Test
  void direction_and_first_corner_do_not_matter() {
    assertThat(ExampleProject.BOUNDARY.normalised().areaHectares())
        .isEqualTo(ExampleProject.BOUNDARY.areaHectares());
  }

  /** Bits that every endorser must compute; a JVM that computes others must not endorse. */
  @Test
  void the_area_of_the_example_is_the_same_on_every_jvm() {
    assertThat(ExampleProject.BOUNDARY.areaHectares()).hasToString("4413.216");
  }
}
