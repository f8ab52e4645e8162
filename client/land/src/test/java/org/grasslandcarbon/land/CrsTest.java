// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsTest {
  private static Crs crs(String name) {
    return Crs.named(name, LandPlace.FILE);
  }

  private static void isRefused(ThrowingCallable reading, LandCode code) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            LandException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
  }

  /**
   * Places by PROJ 9.5.1 with the EPSG dataset, which is neither in the product nor in its tests.
   */
  @ParameterizedTest
  @CsvSource({
    "4491, 13424396.9259, 2578099.7240, 74.2609347, 23.3013131",
    "4496, 18470610.0013, 2761556.4751, 104.7089631, 24.9591127",
    "4501, 23386376.5313, 3636866.6783, 133.7862423, 32.8509125",
    "4502, 591280.6967, 5053902.0381, 76.1702741, 45.6144752",
    "4507, 573627.1231, 2999116.6054, 105.7424553, 27.1017016",
    "4513, 25510021.4136, 3193074.5887, 75.1027040, 28.8538446",
    "4526, 38406308.9689, 2588897.5016, 113.0834607, 23.3978654",
    "4527, 39442286.1566, 5505475.0815, 116.2003212, 49.6792202",
    "4533, 45538861.9933, 5075408.6818, 135.5000000, 45.8128751",
    "4534, 584090.3711, 2898150.3711, 75.8412539, 26.1899398",
    "4548, 454576.4366, 4436684.4404, 116.4675799, 40.0632193",
    "4554, 537779.8083, 5246139.9917, 135.5000000, 47.3487475",
    "3857, 12926804.0690, 5429213.7272, 116.1234567, 43.7654321"
  })
  void places_are_those_of_another_implementation_to_the_centimetre(
      String number, double east, double north, double longitude, double latitude) {
    double[] degrees = crs("EPSG:" + number).degrees(east, north, LandPlace.FILE);
    assertThat(degrees[0]).isCloseTo(longitude, within(1e-8));
    assertThat(degrees[1]).isCloseTo(latitude, within(1e-8));
  }

  @Test
  void every_zone_knows_its_number() {
    for (int number = 4491; number <= 4554; number++) {
      GaussKrueger zone = (GaussKrueger) crs("EPSG:" + number);
      assertThat(zone.epsg()).isEqualTo(number);
      assertThat(zone.meridian()).isBetween(75, 135);
    }
    isRefused(() -> crs("EPSG:4555"), LandCode.OTHER_DATUM);
    isRefused(() -> crs("EPSG:4489"), LandCode.UNKNOWN_CRS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:4527",
        "epsg:4527",
        " 4527 ",
        "urn:ogc:def:crs:EPSG::4527",
        "urn:ogc:def:crs:EPSG:9.8:4527",
        "http://www.opengis.net/def/crs/EPSG/0/4527"
      })
  void a_system_has_several_names(String name) {
    assertThat(crs(name)).isEqualTo(GaussKrueger.threeDegrees(39));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"EPSG:4326", "WGS84", "urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84", "CRS84"})
  void degrees_have_several_names(String name) {
    assertThat(crs(name)).isEqualTo(Degrees.WGS_84);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"EPSG:4610", "EPSG:2362", "EPSG:4214", "EPSG:21420", "EPSG:2414", "EPSG:4555"})
  void datums_that_cannot_be_converted_openly_are_refused(String name) {
    isRefused(() -> crs(name), LandCode.OTHER_DATUM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GCJ-02", "gcj02", "BD09", "火星坐标系"})
  void shifted_coordinates_are_refused(String name) {
    isRefused(() -> crs(name), LandCode.SHIFTED_DATUM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EPSG:", "EPSG:32650", "EPSG:99999999", "lokal", "4527x", "EPSG:27"})
  void other_names_are_refused(String name) {
    isRefused(() -> crs(name), LandCode.UNKNOWN_CRS);
  }

  @Test
  void an_easting_may_have_the_zone_in_front_or_not_whatever_the_system_says() {
    double[] with = crs("EPSG:4548").degrees(39454576.4366, 4436684.4404, LandPlace.FILE);
    double[] without = crs("EPSG:4527").degrees(454576.4366, 4436684.4404, LandPlace.FILE);
    assertThat(with).containsExactly(without);
    assertThat(with[0]).isCloseTo(116.4675799, within(1e-8));
  }

  @Test
  void another_zone_in_front_is_refused_and_what_is_likely_is_told() {
    assertThatThrownBy(() -> crs("EPSG:4548").degrees(38454576, 4436684, LandPlace.FILE))
        .isInstanceOfSatisfying(
            LandException.class,
            e -> {
              assertThat(e.fault().code()).isEqualTo(LandCode.WRONG_ZONE);
              assertThat(e.fault().detail().orElseThrow().en())
                  .contains("zone 38", "EPSG:4526", "the system is CGCS2000 Gauss-Krueger");
            });
    isRefused(
        () -> crs("EPSG:4527").degrees(950_000, 4436684, LandPlace.FILE), LandCode.WRONG_ZONE);
  }

  @Test
  void coordinates_in_the_other_order_are_refused() {
    isRefused(
        () -> crs("EPSG:4527").degrees(4436684, 39454576, LandPlace.FILE), LandCode.AXES_EXCHANGED);
    isRefused(() -> crs("EPSG:4326").degrees(43.9, 116.1, LandPlace.FILE), LandCode.AXES_EXCHANGED);
  }

  @Test
  void metres_are_not_taken_for_degrees_and_the_zone_that_they_tell_is_named() {
    assertThatThrownBy(() -> crs("EPSG:4326").degrees(20450000, 4870000, LandPlace.FILE))
        .isInstanceOfSatisfying(
            LandException.class,
            e -> {
              assertThat(e.fault().code()).isEqualTo(LandCode.NOT_DEGREES);
              assertThat(e.fault().detail().orElseThrow().en()).contains("EPSG:4498");
            });
  }

  @Test
  void no_northing_of_the_country_is_near_the_equator() {
    isRefused(
        () -> crs("EPSG:4527").degrees(39454576, 436684, LandPlace.FILE), LandCode.BAD_COORDINATE);
    isRefused(
        () -> crs("EPSG:3857").degrees(39454576, 4436684, LandPlace.FILE), LandCode.BAD_COORDINATE);
  }
}
