// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of land as tests need them, and what is read from them. */
final class Written {
  /** The .prj of zone 39 of three degrees, as ESRI's programs write it. */
  static final String ZONE_39 =
      "PROJCS[\"CGCS2000_3_Degree_GK_Zone_39\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
          + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
          + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",39500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",117.0],"
          + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  /** A square in the steppe, as the text of a ring of GeoJSON. */
  static final String SQUARE = "[[116.1,43.9],[116.2,43.9],[116.2,44],[116.1,44],[116.1,43.9]]";

  /** The same in metres of zone 39, some twenty kilometres to the east. */
  static final double[][] SQUARE_METRES = {
    {39450000, 4870000},
    {39450000, 4880000},
    {39460000, 4880000},
    {39460000, 4870000},
    {39450000, 4870000}
  };

  private final Path folder;

  Written(Path folder) {
    this.folder = folder;
  }

  static String polygon(String... rings) {
    return "{\"type\":\"Polygon\",\"coordinates\":[" + String.join(",", rings) + "]}";
  }

  static String feature(String name, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{\"name\":\""
        + name
        + "\"},\"geometry\":"
        + geometry
        + "}";
  }

  Path file(byte[] content) {
    try {
      return Files.write(folder.resolve("land"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Land read(byte[] content, String... crs) {
    try {
      return LandFile.read(file(content), crs.length == 0 ? Optional.empty() : Optional.of(crs[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Land read(String text, String... crs) {
    return read(text.getBytes(StandardCharsets.UTF_8), crs);
  }

  /** The fault of a file that cannot be read. */
  LandFault fault(byte[] content, String... crs) {
    try {
      read(content, crs);
    } catch (LandException e) {
      return e.fault();
    }
    throw new AssertionError("it was read");
  }

  LandFault fault(String text, String... crs) {
    return fault(text.getBytes(StandardCharsets.UTF_8), crs);
  }

  static byte[] zip(Map<String, byte[]> parts, Charset names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The parts of a shapefile with one record of some rings. */
  static Map<String, byte[]> shapefile(String prj, double[][]... rings) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("a.shp", shp(5, rings));
    parts.put("a.prj", prj.getBytes(StandardCharsets.UTF_8));
    return parts;
  }

  static byte[] shp(int type, double[][]... rings) {
    int positions = 0;
    for (double[][] ring : rings) {
      positions += ring.length;
    }
    boolean hasHeights = type == 15;
    int length = 44 + 4 * rings.length + 16 * positions + (hasHeights ? 16 + 8 * positions : 0);
    ByteBuffer shp = ByteBuffer.allocate(100 + 8 + length);
    shp.putInt(0, 9994).putInt(24, (108 + length) / 2);
    shp.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
    shp.order(ByteOrder.BIG_ENDIAN).position(100);
    shp.putInt(1).putInt(length / 2);
    shp.order(ByteOrder.LITTLE_ENDIAN).putInt(type);
    shp.position(shp.position() + 32);
    shp.putInt(rings.length).putInt(positions);
    int begin = 0;
    for (double[][] ring : rings) {
      shp.putInt(begin);
      begin += ring.length;
    }
    for (double[][] ring : rings) {
      for (double[] position : ring) {
        shp.putDouble(position[0]).putDouble(position[1]);
      }
    }
    return shp.array();
  }

  /** A .dbf with one column of names. */
  static byte[] dbf(Charset encoding, String column, String... names) {
    int width = 20;
    ByteBuffer dbf =
        ByteBuffer.allocate(32 + 32 + 1 + names.length * (1 + width))
            .order(ByteOrder.LITTLE_ENDIAN);
    dbf.put(0, (byte) 3).putInt(4, names.length).putShort(8, (short) 65);
    dbf.putShort(10, (short) (1 + width));
    dbf.position(32);
    dbf.put(column.getBytes(encoding));
    dbf.put(32 + 11, (byte) 'C').put(32 + 16, (byte) width).put(64, (byte) 0x0D);
    for (int i = 0; i < names.length; i++) {
      int at = 65 + i * (1 + width);
      for (int j = 0; j <= width; j++) {
        dbf.put(at + j, (byte) ' ');
      }
      dbf.position(at + 1);
      dbf.put(names[i].getBytes(encoding));
    }
    return dbf.array();
  }
}
