// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.land.Polygon;
import org.grasslandcarbon.domain.land.Ring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandTest {
  private static final String BOW_TIE =
      "[[116.3,43.9],[116.4,44],[116.4,43.9],[116.3,44],[116.3,43.9]]";

  @TempDir Path folder;
  private Written written;

  @BeforeEach
  void begin() {
    written = new Written(folder);
  }

  private Land collection(String... features) {
    return written.read(
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  @Test
  void every_fault_of_a_boundary_is_told_with_its_places_in_the_file() {
    Land land =
        collection(
            Written.feature("甲", Written.polygon(Written.SQUARE)),
            Written.feature("乙", Written.polygon(BOW_TIE)),
            Written.feature("丙", Written.polygon(Written.SQUARE.replace("43.9", "43.95"))));
    List<LandFault> faults = land.faults();
    assertThat(faults).hasSizeGreaterThan(1).allMatch(each -> each.code() == LandCode.BAD_BOUNDARY);
    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.detail().orElseThrow().en()).contains("cross or touch");
              assertThat(fault.places().toString())
                  .contains("feature 2 \"乙\", polygon 1, ring 1, position 1")
                  .contains("feature 2 \"乙\", polygon 1, ring 1, position 3");
            })
        .anySatisfy(
            fault ->
                assertThat(fault.places().toString())
                    .contains("feature 1 \"甲\"", "feature 3 \"丙\""));
  }

  @Test
  void an_open_ring_is_told_at_its_last_position() {
    Land land = written.read(Written.polygon(Written.SQUARE.replace(",[116.1,43.9]]", "]")));
    assertThat(land.faults()).hasSize(1);
    assertThat(land.faults().get(0).places())
        .hasToString("[feature 1, polygon 1, ring 1, position 4]");
  }

  @Test
  void more_than_a_boundary_may_have_is_told() {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i <= Boundary.POLYGONS_MOST; i++) {
      String west = "110." + String.format("%04d", 2 * i);
      String east = "110." + String.format("%04d", 2 * i + 1);
      pieces.add(
          Written.feature(
              "p" + i,
              Written.polygon(
                  "[[" + west + ",43],[" + east + ",43],[" + east + ",43.1],[" + west + ",43]]")));
    }
    Land land = collection(pieces.toArray(String[]::new));
    assertThat(land.boundary()).isEmpty();
    assertThat(land.faults())
        .extracting(LandFault::code)
        .containsExactly(LandCode.BOUNDARY_TOO_LARGE);
  }

  @Test
  void a_picture_has_the_land_its_neighbours_and_a_ring_around_each_fault()
      throws XMLStreamException {
    Land land =
        collection(
            Written.feature("<甲>&]]>", Written.polygon(Written.SQUARE)),
            Written.feature("乙", Written.polygon(BOW_TIE)));
    String svg =
        Drawing.of(
            land,
            List.of(
                new Drawing.Neighbour(
                    "GCS-152502-2024-0001",
                    written.read(Written.polygon(Written.SQUARE)).boundary().orElseThrow())),
            land.faults());
    int paths = 0;
    int marks = 0;
    XMLStreamReader xml =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(svg));
    StringBuilder texts = new StringBuilder();
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement()) {
        paths += xml.getLocalName().equals("path") ? 1 : 0;
        marks += xml.getLocalName().equals("circle") ? 1 : 0;
      } else if (xml.isCharacters()) {
        texts.append(xml.getText());
      }
    }
    assertThat(paths).isEqualTo(4);
    assertThat(marks).isEqualTo(land.faults().size()).isPositive();
    assertThat(texts).contains("<甲>&]]>", "GCS-152502-2024-0001", " m");
  }

  /** Two places whose shift is widely published, to the metres that the formula is good for. */
  @Test
  void the_shift_of_public_maps_is_some_hundred_metres_and_its_undoing_leads_back() {
    Point beijing = new Point(1_163_912_810, 399_070_520);
    Gcj02.Shift shift = Gcj02.at(beijing);
    assertThat(shift.eastMetres()).isCloseTo(532, within(10.0));
    assertThat(shift.northMetres()).isCloseTo(156, within(10.0));
    Point shown = shifted(beijing);
    Point back = Gcj02.undone(shown);
    assertThat(Math.abs(back.longitude() - beijing.longitude())).isLessThanOrEqualTo(2);
    assertThat(Math.abs(back.latitude() - beijing.latitude())).isLessThanOrEqualTo(2);
  }

  private static Point shifted(Point place) {
    Gcj02.Shift shift = Gcj02.at(place);
    double latitude = Math.toRadians(place.latitude() / 1e7);
    double sine = Math.sin(latitude);
    double squeeze = 1 - 0.00669342162296594323 * sine * sine;
    double east = 6_378_245 / Math.sqrt(squeeze) * Math.cos(latitude);
    double north = 6_378_245 * (1 - 0.00669342162296594323) / (squeeze * Math.sqrt(squeeze));
    return new Point(
        (int) Math.rint(place.longitude() + Math.toDegrees(shift.eastMetres() / east) * 1e7),
        (int) Math.rint(place.latitude() + Math.toDegrees(shift.northMetres() / north) * 1e7));
  }

  private static Boundary moved(Boundary boundary) {
    return new Boundary(
        boundary.polygons().stream()
            .map(
                polygon ->
                    new Polygon(
                        new Ring(polygon.shell().points().stream().map(LandTest::shifted).toList()),
                        List.of()))
            .toList());
  }

  @Test
  void land_that_fits_its_neighbours_only_when_the_shift_is_undone_looks_shifted()
      throws IOException {
    Boundary neighbour =
        written
            .read(
                Written.polygon(
                    "[[116.1,43.9],[116.2,43.9],[116.2,43.93],[116.2,43.95],[116.2,43.97],"
                        + "[116.2,44],[116.1,44],[116.1,43.9]]"))
            .boundary()
            .orElseThrow();
    Boundary land =
        written
            .read(
                Written.polygon(
                    "[[116.2,43.9],[116.3,43.9],[116.3,44],[116.2,44],[116.20000004,43.98],"
                        + "[116.2,43.96],[116.2,43.94],[116.2,43.92],[116.2,43.9]]"))
            .boundary()
            .orElseThrow();
    Alignment straight = Alignment.of(land, List.of(neighbour));
    assertThat(straight.asDrawn()).isEqualTo(6);
    assertThat(straight.looksShifted()).isFalse();
    Alignment shifted = Alignment.of(moved(land), List.of(neighbour));
    assertThat(shifted.undone()).isEqualTo(6);
    assertThat(shifted.asDrawn()).isZero();
    assertThat(shifted.looksShifted()).isTrue();
    assertThat(Alignment.of(moved(land), List.of()).looksShifted()).isFalse();
  }

  @Test
  void land_all_over_the_country_is_told_to_be_too_scattered() {
    List<String> squares = new ArrayList<>();
    for (int i = 0; i < 270; i++) {
      double west = 75 + i % 30 * 1.5;
      double south = 20 + i / 30 * 1.5;
      squares.add(
          Written.feature(
              "p" + i,
              Written.polygon(
                  String.format(
                      Locale.ROOT,
                      "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]",
                      west - 0.05,
                      south - 0.05,
                      west + 0.05,
                      south + 0.05))));
    }

    Land land = collection(squares.toArray(String[]::new));

    assertThat(land.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(LandCode.BOUNDARY_SCATTERED));
    assertThat(land.format()).isEqualTo(Land.Format.GEOJSON);
    assertThat(land.rings()).isEqualTo(270);
  }
}
