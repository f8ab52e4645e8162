// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that ask for much. */
class BombTest {
  @TempDir Path folder;
  private Written written;

  @BeforeEach
  void begin() {
    written = new Written(folder);
  }

  @Test
  void a_zip_that_unpacks_to_more_than_is_read_is_refused() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("a.prj", Written.ZONE_39.getBytes(StandardCharsets.US_ASCII));
    parts.put("a.shp", new byte[Limits.BYTES_MOST + 1]);
    byte[] zip = Written.zip(parts, StandardCharsets.UTF_8);
    assertThat(zip.length).isLessThan(Limits.BYTES_MOST / 100);
    assertThat(written.fault(zip).code()).isEqualTo(LandCode.FILE_TOO_LARGE);
  }

  @Test
  void a_zip_of_many_files_is_refused() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (int i = 0; i <= Limits.PARTS_MOST; i++) {
      parts.put("a" + i + ".shp", new byte[0]);
    }
    assertThat(written.fault(Written.zip(parts, StandardCharsets.UTF_8)).code())
        .isEqualTo(LandCode.FILE_TOO_LARGE);
  }

  @Test
  void entities_are_not_expanded_and_no_file_is_opened() {
    String kml =
        "<!DOCTYPE kml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
            + "<kml><Placemark><name>&a;&b;</name></Placemark></kml>";
    LandFault fault = written.fault(kml);
    assertThat(fault.code()).isEqualTo(LandCode.BAD_XML);
    assertThat(fault.detail().orElseThrow().en()).contains("document type");
  }

  @Test
  void deep_nesting_is_refused() {
    assertThat(written.fault("<kml>" + "<Folder>".repeat(100_000)).code())
        .isEqualTo(LandCode.BAD_XML);
    assertThat(written.fault("{\"type\":" + "[".repeat(100_000)).code())
        .isEqualTo(LandCode.BAD_JSON);
  }

  @Test
  void more_positions_than_are_read_are_refused() {
    String json =
        "{\"type\":\"Polygon\",\"coordinates\":[["
            + "[116.1,43.9],".repeat(Limits.POSITIONS_MOST)
            + "[116.1,43.9]]]}";
    assertThat(written.fault(json).code()).isEqualTo(LandCode.FILE_TOO_LARGE);
  }

  @Test
  void more_features_than_are_read_are_refused() {
    String json =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + "{\"type\":\"Feature\",\"geometry\":null},".repeat(Limits.FEATURES_MOST)
            + "{\"type\":\"Feature\",\"geometry\":null}]}";
    assertThat(written.fault(json).code()).isEqualTo(LandCode.FILE_TOO_LARGE);
  }

  @Test
  void a_file_without_end_is_read_to_the_limit() {
    assertThat(written.fault(new byte[Limits.BYTES_MOST + 1]).code())
        .isEqualTo(LandCode.FILE_TOO_LARGE);
  }

  @Test
  void a_geopackage_is_told_from_other_files() {
    byte[] beginning = "SQLite format 3\0 and so on".getBytes(StandardCharsets.US_ASCII);
    assertThat(written.fault(beginning).code()).isEqualTo(LandCode.GEOPACKAGE);
    assertThat(written.fault("一份说明").code()).isEqualTo(LandCode.NOT_A_LAND_FILE);
    assertThat(written.fault("").code()).isEqualTo(LandCode.NOT_A_LAND_FILE);
  }
}
