// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.land.Polygon;
import org.grasslandcarbon.domain.land.Ring;
import org.grasslandcarbon.domain.value.RegionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlinesTest {
  /** The file goes with the chaincode of every office. */
  private static final int BYTES_MOST = 120 * 1024;

  private static Ring ring(int... coordinates) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new Point(coordinates[i], coordinates[i + 1]));
    }
    points.add(points.get(0));
    return new Ring(points);
  }

  /** A square of some four kilometres around a place. */
  private static Boundary around(double longitude, double latitude) {
    int west = (int) Math.round((longitude - 0.02) * 1e7);
    int south = (int) Math.round((latitude - 0.02) * 1e7);
    int side = 400_000;
    return new Boundary(
        List.of(
            new Polygon(
                ring(
                    west, south, west + side, south, west + side, south + side, west, south + side),
                List.of())));
  }

  private static String beyond(double longitude, double latitude, String region) {
    return Outlines.beyond(around(longitude, latitude), new RegionCode(region)).region().toString();
  }

  @Test
  void all_provinces_have_an_outline_and_the_file_is_small() throws IOException {
    assertThat(
            Outlines.provinces().stream().map(RegionCode::value).map(code -> code.substring(0, 2)))
        .containsExactlyElementsOf(
            Stream.of(
                    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54"
                        + " 61 62 63 64 65 71 81 82")
                .flatMap(line -> Stream.of(line.split(" ")))
                .toList());
    assertThat(Outlines.class.getResourceAsStream("provinces.txt").readAllBytes().length)
        .isLessThan(BYTES_MOST);
  }

  /** Seats of provincial governments; Fuzhou is on an estuary, so that Sanming stands for it. */
  @ParameterizedTest
  @CsvSource({
    "110000,116.40,39.90", "120000,117.20,39.13", "130000,114.51,38.04", "140000,112.55,37.87",
    "150000,111.67,40.82", "210000,123.43,41.81", "220000,125.32,43.82", "230000,126.64,45.76",
    "310000,121.40,31.20", "320000,118.78,32.06", "330000,120.16,30.27", "340000,117.28,31.86",
    "350000,117.63,26.27", "360000,115.89,28.68", "370000,117.02,36.67", "410000,113.65,34.76",
    "420000,114.30,30.59", "430000,112.94,28.23", "440000,113.26,23.20", "450000,108.37,22.82",
    "460000,110.30,19.95", "500000,106.55,29.56", "510000,104.07,30.66", "520000,106.71,26.65",
    "530000,102.83,24.95", "540000,91.11,29.65", "610000,108.94,34.34", "620000,103.83,36.06",
    "630000,101.78,36.62", "640000,106.23,38.49", "650000,87.62,43.82", "710000,121.50,25.00"
  })
  void a_city_of_each_province_lies_within_its_outline_and_in_no_other(
      String province, double longitude, double latitude) {
    assertThat(beyond(longitude, latitude, province)).isEqualTo("0");
    for (RegionCode other : Outlines.provinces()) {
      if (!other.value().equals(province)) {
        assertThat(beyond(longitude, latitude, other.value())).as(other.value()).isNotEqualTo("0");
      }
    }
  }

  @Test
  void a_banner_has_the_outline_of_its_province() {
    assertThat(beyond(116.08, 43.93, "152502")).isEqualTo("0");
    assertThat(beyond(116.08, 43.93, "152502")).isEqualTo(beyond(116.08, 43.93, "150000"));
    assertThat(beyond(116.08, 43.93, "130000")).isEqualTo(beyond(116.08, 43.93, "130681"));
  }

  @Test
  void an_enclave_is_no_part_of_the_province_around_it() {
    // Beijing within Hebei.
    assertThat(beyond(116.40, 39.90, "130000")).isNotEqualTo("0");
  }

  @Test
  void a_division_of_no_province_is_held_against_the_country() {
    assertThat(beyond(116.40, 39.90, "000000")).isEqualTo("0");
    assertThat(beyond(106.90, 47.90, "990000")).isEqualTo(beyond(106.90, 47.90, "000000"));
    assertThat(beyond(106.90, 47.90, "000000")).isNotEqualTo("0");
  }

  /**
   * Held against great circles to the outlines before they were simplified, which are 322.5, 180.3,
   * 2019.1 and, from Ulaanbaatar, 490 to 500 km; and held as they are, because every endorser must
   * come to the same.
   */
  @ParameterizedTest
  @CsvSource({
    "110000,116.1,43.9,0,322.5",
    "130000,116.1,43.9,0,180.7",
    "540000,116.1,43.9,0,2019.9",
    "150000,106.9,47.9,496.4,496.4"
  })
  void kilometres_are_those_of_the_corner_that_lies_farthest_outside_to_a_tenth(
      String region, double longitude, double latitude, String country, String kilometres) {
    Outlines.Beyond found = Outlines.beyond(around(longitude, latitude), new RegionCode(region));
    assertThat(found.region()).hasToString(kilometres);
    assertThat(found.country()).hasToString(country);
  }

  @Test
  void land_that_only_reaches_over_a_border_is_measured_by_what_is_outside() {
    Boundary inside = around(116.1, 43.9);
    List<Polygon> both = new ArrayList<>(inside.polygons());
    both.addAll(around(114.5, 41.0).polygons());

    String alone = beyond(114.5, 41.0, "150000");
    assertThat(alone).isNotEqualTo("0");
    assertThat(Outlines.beyond(new Boundary(both), new RegionCode("150000")).region())
        .hasToString(alone);
  }
}
