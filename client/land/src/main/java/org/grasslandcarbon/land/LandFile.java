// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file of land. What it is is told by how it begins, not by what it is called. */
public final class LandFile {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SHP = {0, 0, 0x27, 0x0A};

  private LandFile() {}

  /**
   * Reads a file.
   *
   * @param crs the coordinate system, when the file does not say it or says a wrong one
   * @throws LandException when it cannot be read
   */
  public static Land read(Path file, Optional<String> crs) throws IOException {
    Optional<Crs> asked = crs.map(name -> Crs.named(name, LandPlace.FILE));
    byte[] beginning = beginning(file);
    if (startsWith(beginning, ZIP)) {
      return ZippedLand.read(file, asked);
    }
    if (startsWith(beginning, SQLITE)) {
      throw new LandException(LandCode.GEOPACKAGE, LandPlace.FILE);
    }
    if (startsWith(beginning, SHP)) {
      throw new LandException(LandCode.BARE_SHAPEFILE, LandPlace.FILE);
    }
    byte[] content = content(file);
    return switch (firstCharacter(content)) {
      case '{' -> GeoJson.read(content, asked);
      case '<' -> Kml.read(content, asked, LandPlace.FILE);
      default -> throw new LandException(LandCode.NOT_A_LAND_FILE, LandPlace.FILE);
    };
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(SQLITE.length);
    }
  }

  private static byte[] content(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] content = bytes.readNBytes(Limits.BYTES_MOST + 1);
      if (content.length > Limits.BYTES_MOST) {
        throw new LandException(
            LandCode.FILE_TOO_LARGE,
            LandPlace.FILE,
            zh("超过 %1$s 字节").en("it has more than %1$s bytes", Limits.BYTES_MOST));
      }
      return content;
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] header) {
    if (bytes.length < header.length) {
      return false;
    }
    for (int i = 0; i < header.length; i++) {
      if (bytes[i] != header[i]) {
        return false;
      }
    }
    return true;
  }

  private static char firstCharacter(byte[] content) {
    for (int i = Text.lengthOfMark(content); i < content.length; i++) {
      if (!Character.isWhitespace(content[i])) {
        return (char) content[i];
      }
    }
    return 0;
  }
}
