// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, the answer is land or a fault with a code, never a failure. */
class FuzzTest {
  private static final int FILES = 400;
  private static final String[] PIECES = {
    "[",
    "]",
    "{",
    "}",
    ",",
    "1e400",
    "-116",
    "NaN",
    "null",
    "\"type\":",
    "\"Feature\"",
    "\u0000",
    "<",
    ">",
    "/",
    "&x;",
    "<Polygon>",
    "</Polygon>",
    "<coordinates>",
    "116.1,43.9",
    "甲",
    "\"crs\":1,"
  };

  @TempDir Path folder;
  private Written written;

  @BeforeEach
  void begin() {
    written = new Written(folder);
  }

  /** Random numbers of neighbouring seeds begin alike. */
  private static Random random(long seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }

  private boolean isLand(byte[] file, long seed) {
    try {
      Land land = written.read(file);
      assertThat(land.pieces()).as("seed %s", seed).isNotEmpty();
      assertThat(land.faults()).as("seed %s", seed).isNotNull();
      Drawing.of(land, List.of(), land.faults());
      return true;
    } catch (LandException e) {
      assertThat(e.fault().code().zh()).as("seed %s", seed).isNotEmpty();
      assertThat(e.fault().places()).as("seed %s", seed).isNotEmpty();
      return false;
    }
  }

  private void anyChange(String good) {
    int read = 0;
    for (long seed = 0; seed < FILES; seed++) {
      Random random = random(seed);
      StringBuilder text = new StringBuilder(good);
      for (int i = random.nextInt(4); i > 0; i--) {
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
          text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        } else {
          text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
        }
      }
      read += isLand(text.toString().getBytes(StandardCharsets.UTF_8), seed) ? 1 : 0;
    }
    assertThat(read).isBetween(FILES / 10, FILES - 1);
  }

  @Test
  void any_json_is_answered() {
    anyChange(
        "{\"type\":\"FeatureCollection\",\"features\":["
            + Written.feature("甲", Written.polygon(Written.SQUARE))
            + "]}");
  }

  @Test
  void any_xml_is_answered() {
    anyChange(
        "<kml><Placemark><name>甲</name><Polygon><outerBoundaryIs><LinearRing><coordinates>"
            + "116.1,43.9 116.2,43.9 116.2,44 116.1,43.9</coordinates></LinearRing>"
            + "</outerBoundaryIs></Polygon></Placemark></kml>");
  }

  @Test
  void any_damaged_shapefile_is_answered() {
    int read = 0;
    for (long seed = 0; seed < FILES; seed++) {
      Random random = random(seed);
      Map<String, byte[]> parts =
          new LinkedHashMap<>(Written.shapefile(Written.ZONE_39, Written.SQUARE_METRES));
      parts.put("a.dbf", Written.dbf(Charset.forName("GBK"), "名称", "乌兰"));
      for (int i = random.nextInt(4); i > 0; i--) {
        byte[] part = parts.get(random.nextBoolean() ? "a.shp" : "a.dbf");
        part[random.nextInt(part.length)] = (byte) random.nextInt(256);
      }
      read += isLand(Written.zip(parts, StandardCharsets.UTF_8), seed) ? 1 : 0;
    }
    assertThat(read).isBetween(FILES / 10, FILES - 1);
  }

  @Test
  void any_damaged_zip_is_answered() {
    byte[] good =
        Written.zip(
            Written.shapefile(Written.ZONE_39, Written.SQUARE_METRES), StandardCharsets.UTF_8);
    for (long seed = 0; seed < FILES; seed++) {
      Random random = random(seed);
      byte[] damaged = good.clone();
      for (int i = random.nextInt(8); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      isLand(damaged, seed);
    }
  }
}
