// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapefileTest {
  private static final Charset GBK = Charset.forName("GBK");
  private static final double[][] HOLE = {
    {39452000, 4872000}, {39453000, 4872000}, {39453000, 4873000}, {39452000, 4872000}
  };

  @TempDir Path folder;
  private Written written;

  @BeforeEach
  void begin() {
    written = new Written(folder);
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    return Written.zip(parts, StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> square() {
    return Written.shapefile(Written.ZONE_39, Written.SQUARE_METRES);
  }

  /** Written by pyshp 3 from places in degrees that pyproj had brought to zone 39. */
  @Test
  void a_file_of_another_program_is_read() throws IOException {
    byte[] file;
    try (InputStream stream = getClass().getResourceAsStream("parcels.zip")) {
      file = stream.readAllBytes();
    }
    Land land = written.read(file);
    assertThat(land.boundary().orElseThrow().normalised())
        .isEqualTo(
            Codec.read(
                    "{\"type\":\"MultiPolygon\",\"coordinates\":["
                        + "[[[116.1,43.95],[116.2,43.95],[116.2,44],[116.1,44],[116.1,43.95]],"
                        + "[[116.15,43.97],[116.15,43.975],[116.16,43.975],[116.16,43.97],"
                        + "[116.15,43.97]]],"
                        + "[[[116.21,43.95],[116.25,43.95],[116.25,43.99],[116.21,43.99],"
                        + "[116.21,43.95]]]]}",
                    Boundary.class)
                .normalised());
    assertThat(land.pieces())
        .extracting(piece -> piece.place().name().orElseThrow())
        .containsExactly("15250200001", "15250200002");
    assertThat(land.notes())
        .extracting(LandNote::code)
        .containsExactly(LandNote.Code.CRS, LandNote.Code.DATUM);
  }

  @Test
  void a_ring_within_another_is_a_hole_whatever_its_direction_and_one_in_it_a_polygon() {
    double[][] island = {
      {39452600, 4872200}, {39452800, 4872200}, {39452800, 4872400}, {39452600, 4872200}
    };
    Land land =
        written.read(zip(Written.shapefile(Written.ZONE_39, HOLE, Written.SQUARE_METRES, island)));
    assertThat(land.pieces()).extracting(piece -> piece.rings().size()).containsExactly(2, 1);
    assertThat(land.boundary().orElseThrow().problem()).isEmpty();
  }

  @Test
  void heights_are_left_out_and_told() {
    Map<String, byte[]> parts = square();
    parts.put("a.shp", Written.shp(15, Written.SQUARE_METRES));
    Land land = written.read(zip(parts));
    assertThat(land.boundary()).isEqualTo(written.read(zip(square())).boundary());
    assertThat(land.notes()).extracting(LandNote::code).contains(LandNote.Code.HEIGHT_IGNORED);
  }

  @ParameterizedTest
  @CsvSource({"GBK, GBK", "UTF-8, UTF-8", "936, GBK", ", GBK", ", UTF-8"})
  void names_are_in_the_encoding_of_the_cpg_or_in_one_that_fits(String page, String encoding) {
    Map<String, byte[]> parts = square();
    parts.put("a.dbf", Written.dbf(Charset.forName(encoding), "名称", "乌兰其其格"));
    if (page != null) {
      parts.put("a.cpg", page.getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(written.read(zip(parts)).pieces().get(0).place().name())
        .isEqualTo(Optional.of("乌兰其其格"));
  }

  @Test
  void a_name_in_another_encoding_than_said_is_refused_at_its_record() {
    Map<String, byte[]> parts = square();
    parts.put("a.dbf", Written.dbf(GBK, "NAME", "甲", "乌兰"));
    parts.put("a.cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
    LandFault fault = written.fault(zip(parts));
    assertThat(fault.code()).isEqualTo(LandCode.BAD_ENCODING);
    assertThat(fault.places()).hasToString("[a.dbf, feature 1]");
    parts.put("a.cpg", "EBCDIC".getBytes(StandardCharsets.US_ASCII));
    assertThat(written.fault(zip(parts)).places()).hasToString("[a.cpg]");
  }

  @Test
  void names_of_files_may_be_in_gbk() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    square().forEach((name, content) -> parts.put(name.replace("a.", "草场/地块."), content));
    assertThat(written.read(Written.zip(parts, GBK)).pieces()).hasSize(1);
  }

  @Test
  void without_a_prj_somebody_has_to_say_the_system() {
    Map<String, byte[]> parts = square();
    parts.remove("a.prj");
    assertThat(written.fault(zip(parts)).code()).isEqualTo(LandCode.CRS_NEEDED);
    assertThat(written.read(zip(parts), "EPSG:4527").boundary())
        .isEqualTo(written.read(zip(square())).boundary());
  }

  @Test
  void the_system_that_somebody_says_comes_before_the_prj() {
    Map<String, byte[]> parts = square();
    parts.put("a.prj", Written.ZONE_39.replace("D_China_2000", "D_Xian_1980").getBytes(GBK));
    LandFault fault = written.fault(zip(parts));
    assertThat(fault.code()).isEqualTo(LandCode.OTHER_DATUM);
    assertThat(fault.places()).hasToString("[a.prj]");
    assertThat(written.read(zip(parts), "EPSG:4527").pieces()).hasSize(1);
  }

  @Test
  void several_layers_none_and_a_shp_alone_are_told_apart() {
    Map<String, byte[]> parts = square();
    parts.put("b.shp", parts.get("a.shp"));
    LandFault several = written.fault(zip(parts));
    assertThat(several.code()).isEqualTo(LandCode.SEVERAL_LAYERS);
    assertThat(several.detail().orElseThrow().en()).isEqualTo("there are a.shp and b.shp");
    assertThat(written.fault(zip(Map.of("a.txt", new byte[3]))).code())
        .isEqualTo(LandCode.NOT_A_LAND_FILE);
    assertThat(written.fault(parts.get("a.shp")).code()).isEqualTo(LandCode.BARE_SHAPEFILE);
  }

  @Test
  void points_and_lines_are_refused() {
    Map<String, byte[]> parts = square();
    parts.put("a.shp", Written.shp(3, Written.SQUARE_METRES));
    assertThat(written.fault(zip(parts)).code()).isEqualTo(LandCode.NOT_POLYGONS);
  }

  @ParameterizedTest
  @CsvSource({"144, 2", "144, -1", "148, 6", "148, 2000000000", "152, 1", "152, -1", "108, 3"})
  void numbers_that_do_not_fit_are_refused(int at, int number) {
    Map<String, byte[]> parts = square();
    ByteBuffer.wrap(parts.get("a.shp")).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
    assertThat(written.fault(zip(parts)).code())
        .isIn(LandCode.BAD_SHAPEFILE, LandCode.FILE_TOO_LARGE);
  }

  @Test
  void a_record_that_ends_early_is_refused_at_its_place() {
    Map<String, byte[]> parts = square();
    byte[] shp = parts.get("a.shp");
    parts.put("a.shp", Arrays.copyOf(shp, shp.length - 8));
    LandFault fault = written.fault(zip(parts));
    assertThat(fault.code()).isEqualTo(LandCode.BAD_SHAPEFILE);
    assertThat(fault.places()).hasToString("[a.shp, feature 1]");
  }
}
