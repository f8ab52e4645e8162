// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.land.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonTest {
  private static final String HOLE =
      "[[116.14,43.94],[116.14,43.95],[116.15,43.95],[116.15,43.94],[116.14,43.94]]";

  @TempDir Path folder;
  private Written written;

  @BeforeEach
  void begin() {
    written = new Written(folder);
  }

  private static List<LandNote.Code> codes(Land land) {
    return land.notes().stream().map(LandNote::code).toList();
  }

  private static String note(Land land, LandNote.Code code) {
    return land.notes().stream()
        .filter(note -> note.code() == code)
        .map(note -> note.detail().en())
        .reduce((first, next) -> next)
        .orElseThrow();
  }

  @Test
  void a_geometry_a_feature_and_a_collection_are_the_same_land() {
    String polygon = Written.polygon(Written.SQUARE, HOLE);
    String feature = Written.feature("东牧场", polygon);
    Land geometry = written.read(polygon);
    assertThat(geometry.boundary().orElseThrow().problem()).isEmpty();
    assertThat(geometry.positions()).isEqualTo(10);
    assertThat(codes(geometry)).containsExactly(LandNote.Code.CRS);
    for (String same :
        List.of(
            feature,
            "{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}",
            "\uFEFF " + feature,
            "{\"type\":\"GeometryCollection\",\"geometries\":[" + polygon + "]}",
            "{\"type\":\"MultiPolygon\",\"coordinates\":[["
                + Written.SQUARE
                + ","
                + HOLE
                + "]]}")) {
      assertThat(written.read(same).boundary()).isEqualTo(geometry.boundary());
    }
    assertThat(written.read(feature).pieces().get(0).place().name()).isEqualTo(Optional.of("东牧场"));
  }

  @Test
  void any_number_of_decimals_is_read_rounded_and_told() {
    Land land =
        written.read(
            Written.polygon(
                Written.SQUARE
                    .replace("116.2,43.9]", "116.20000004999999999999999999999999999999,43.9]")
                    .replace("116.2,44]", "116.2,44.00000016]")));
    assertThat(land.pieces().get(0).polygon().shell().points())
        .contains(new Point(1_162_000_000, 439_000_000), new Point(1_162_000_000, 440_000_002));
    assertThat(note(land, LandNote.Code.ROUNDED)).startsWith("2 positions");
  }

  @Test
  void seven_decimals_are_not_told_of() {
    Land land = written.read(Written.polygon(Written.SQUARE.replace("116.2", "116.2345678")));
    assertThat(codes(land)).containsExactly(LandNote.Code.CRS);
  }

  @Test
  void positions_that_rounding_makes_equal_are_left_out_and_places_count_as_in_the_file() {
    Land land =
        written.read(
            Written.polygon(Written.SQUARE.replace("[116.2,44]", "[116.2,44],[116.20000001,44]")));
    assertThat(land.positions()).isEqualTo(5);
    assertThat(note(land, LandNote.Code.REPEATED)).startsWith("1 positions");
    assertThat(land.pieces().get(0).rings().get(0).placeOf(3).position()).isEqualTo(Optional.of(5));
  }

  @Test
  void heights_boxes_other_geometries_and_empty_features_are_left_out_and_told() {
    String high = Written.polygon(Written.SQUARE.replace("44]", "44,1012.5]"));
    String point = Written.feature("井", "{\"type\":\"Point\",\"coordinates\":[116.1,43.9]}");
    Land land =
        written.read(
            "{\"type\":\"FeatureCollection\",\"bbox\":[116.1,43.9,116.2,44],\"features\":["
                + Written.feature("东", high)
                + ","
                + point
                + ",{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}]}");
    assertThat(note(land, LandNote.Code.HEIGHT_IGNORED)).contains("2 positions");
    assertThat(note(land, LandNote.Code.BBOX_IGNORED)).contains("1 members");
    assertThat(note(land, LandNote.Code.OTHERS_IGNORED)).startsWith("1 points");
    assertThat(land.notes())
        .filteredOn(note -> note.code() == LandNote.Code.EMPTY)
        .extracting(note -> note.place().orElseThrow().feature())
        .containsExactly(Optional.of(3));
  }

  private static String withCrs(String geometry, String name) {
    return "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\""
        + name
        + "\"}},"
        + geometry.substring(1);
  }

  private static String metres() {
    StringBuilder ring = new StringBuilder();
    for (double[] position : Written.SQUARE_METRES) {
      ring.append(ring.isEmpty() ? "" : ",").append("[" + position[0] + "," + position[1] + "]");
    }
    return Written.polygon("[" + ring + "]");
  }

  @ParameterizedTest
  @CsvSource({"urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4490", "EPSG:4527", "EPSG:3857", "lokal"})
  void a_crs_beside_degrees_is_left_out_and_told(String name) {
    Land land = written.read(withCrs(Written.polygon(Written.SQUARE), name));
    assertThat(land.boundary()).isEqualTo(written.read(Written.polygon(Written.SQUARE)).boundary());
    assertThat(note(land, LandNote.Code.CRS_IGNORED)).contains(name);
  }

  @Test
  void a_crs_is_believed_where_the_numbers_cannot_be_degrees() {
    Land land = written.read(withCrs(metres(), "urn:ogc:def:crs:EPSG::4527"));
    assertThat(land.boundary()).isEqualTo(written.read(metres(), "EPSG:4527").boundary());
    assertThat(note(land, LandNote.Code.CRS)).contains("no degrees", "EPSG::4527");
    assertThat(codes(land)).contains(LandNote.Code.DATUM).doesNotContain(LandNote.Code.CRS_IGNORED);
  }

  @Test
  void a_crs_of_a_datum_that_errs_by_a_hundred_metres_is_never_left_out() {
    assertThat(written.fault(withCrs(Written.polygon(Written.SQUARE), "EPSG:4610")).code())
        .isEqualTo(LandCode.OTHER_DATUM);
    assertThat(written.fault(withCrs(Written.polygon(Written.SQUARE), "GCJ-02")).code())
        .isEqualTo(LandCode.SHIFTED_DATUM);
    assertThat(written.fault(withCrs(metres(), "lokal")).code()).isEqualTo(LandCode.UNKNOWN_CRS);
  }

  @Test
  void metres_without_a_system_are_refused_at_their_place() {
    LandFault fault =
        written.fault(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + Written.feature("甲", Written.polygon(Written.SQUARE))
                + ","
                + Written.feature("乙", metres())
                + "]}");
    assertThat(fault.code()).isEqualTo(LandCode.NOT_DEGREES);
    assertThat(fault.places()).hasToString("[feature 2 \"乙\", polygon 1, ring 1, position 1]");
    assertThat(fault.places().get(0).inWords().zh()).isEqualTo("第 2 个要素《乙》，第 1 个面，第 1 个环，第 1 个点");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | BAD_JSON",
        "{\"type\":\"Polygon\",\"type\":\"Polygon\",\"coordinates\":[]} | BAD_JSON",
        "{\"type\":\"Polygon\",\"coordinates\":[]} {} | BAD_JSON",
        "{\"type\":\"Polygon\",\"coordinates\":[[[NaN,1]]]} | BAD_JSON",
        "{} | NOT_GEOJSON",
        "{\"type\":\"Topology\"} | NOT_GEOJSON",
        "{\"type\":\"Polygon\",\"coordinates\":7} | NOT_GEOJSON",
        "{\"type\":\"Polygon\",\"coordinates\":[7]} | NOT_GEOJSON",
        "{\"type\":\"Polygon\",\"coordinates\":[[[\"116\",\"43\"]]]} | BAD_COORDINATE",
        "{\"type\":\"Polygon\",\"coordinates\":[[[116]]]} | BAD_COORDINATE",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1e999,43]]]} | BAD_COORDINATE",
        "{\"type\":\"Polygon\",\"coordinates\":[[[43.9,116.1]]]} | AXES_EXCHANGED",
        "{\"type\":\"FeatureCollection\",\"features\":{}} | NOT_GEOJSON",
        "{\"type\":\"FeatureCollection\",\"features\":[{}]} | NOT_GEOJSON",
        "{\"type\":\"FeatureCollection\",\"features\":[]} | NO_POLYGON",
        "{\"type\":\"Polygon\",\"coordinates\":[]} | NO_POLYGON",
        "{\"type\":\"Point\",\"coordinates\":[116.1,43.9]} | NO_POLYGON"
      })
  void what_is_no_land_is_refused(String text, LandCode code) {
    assertThat(written.fault(text).code()).isEqualTo(code);
  }

  @Test
  void broken_json_is_told_by_its_line() {
    LandFault fault = written.fault("{\n\"type\":\"Polygon\",\n\"coordinates\":[[[116.1,,43.9]]]}");
    assertThat(fault.detail().orElseThrow().en()).startsWith("near line 3, column ");
  }
}
