// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KmlTest {
  private static final String OUTER =
      "<outerBoundaryIs><LinearRing><coordinates>116.1,43.9,0 116.2,43.9,0 116.2,44,0\n 116.1,44,0"
          + " 116.1,43.9,0</coordinates></LinearRing></outerBoundaryIs>";
  private static final String INNER =
      "<innerBoundaryIs><LinearRing><coordinates>116.14,43.94 116.14,43.95 116.15,43.95"
          + " 116.15,43.94 116.14,43.94</coordinates></LinearRing></innerBoundaryIs>";

  @TempDir Path folder;
  private Written written;

  @BeforeEach
  void begin() {
    written = new Written(folder);
  }

  private static String kml(String within) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml"
        + " xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>图</name><Folder>"
        + within
        + "</Folder></Document></kml>";
  }

  private static String placemark(String within) {
    return kml("<Placemark><name>东<![CDATA[牧场]]></name>" + within + "</Placemark>");
  }

  @Test
  void polygons_with_holes_are_read_with_the_names_of_their_placemarks() {
    Land land =
        written.read(
            placemark(
                "<MultiGeometry><Polygon>"
                    + OUTER
                    + INNER
                    + "</Polygon><Point><coordinates>116,43"
                    + "</coordinates></Point></MultiGeometry>"));
    assertThat(land.boundary())
        .isEqualTo(
            written
                .read(
                    Written.polygon(
                        Written.SQUARE,
                        "[[116.14,43.94],[116.14,43.95],[116.15,43.95],[116.15,43.94],[116.14,43.94]]"))
                .boundary());
    assertThat(land.pieces().get(0).place().name()).isEqualTo(Optional.of("东牧场"));
    assertThat(land.notes())
        .extracting(LandNote::code)
        .containsExactly(
            LandNote.Code.CRS, LandNote.Code.HEIGHT_IGNORED, LandNote.Code.OTHERS_IGNORED);
  }

  @Test
  void a_kmz_is_a_kml_in_a_zip() {
    String text = placemark("<Polygon>" + OUTER + "</Polygon>");
    byte[] kmz =
        Written.zip(
            Map.of("doc.kml", text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    assertThat(written.read(kmz).boundary()).isEqualTo(written.read(text).boundary());
  }

  @Test
  void what_other_files_would_add_is_told() {
    Land land =
        written.read(
            placemark("<Polygon>" + OUTER + "</Polygon>")
                .replace(
                    "</Folder>",
                    "<NetworkLink><Link><href>http://example.org/x.kml</href></Link></NetworkLink>"
                        + "</Folder>"));
    assertThat(land.notes()).extracting(LandNote::code).contains(LandNote.Code.LINK_IGNORED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "116.1,43.9,0 116.2 | 116.1;43.9 116.2,44 | BAD_COORDINATE",
        "116.1,43.9,0 116.2 | 116.1,43.9,0,0 116.2 | BAD_COORDINATE",
        "116.1,43.9,0 116.2 | 116.1,x 116.2 | BAD_COORDINATE",
        "116.1,43.9,0 116.2 | NaN,43.9 116.2 | BAD_COORDINATE",
        "116.1,43.9,0 116.2 | 43.9,116.1 116.2 | AXES_EXCHANGED",
        "outerBoundaryIs | innerBoundaryIs | BAD_XML",
        "<coordinates> | <coordinates><b/> | BAD_XML",
        "</Placemark> | <Placemark> | BAD_XML",
        "kml | gpx | NOT_A_LAND_FILE",
        "Polygon> | LineString> | NO_POLYGON"
      })
  void what_is_not_as_kml_has_it_is_refused(String part, String other, LandCode code) {
    String text = placemark("<Polygon>" + OUTER + "</Polygon>");
    assertThat(written.fault(text.replace(part, other)).code()).isEqualTo(code);
  }

  @Test
  void a_fault_is_told_at_its_position() {
    LandFault fault =
        written.fault(
            placemark(
                "<Polygon>" + OUTER + INNER.replace("116.15,43.95", "116.15,nord") + "</Polygon>"));
    assertThat(fault.places()).hasToString("[feature 1 \"东牧场\", polygon 1, ring 2, position 3]");
    assertThat(fault.detail().orElseThrow().en()).isEqualTo("nord is not a number");
  }
}
