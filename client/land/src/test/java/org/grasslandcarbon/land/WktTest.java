// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WktTest {
  private static final String WGS_84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  /** As GDAL writes it, with authorities and an axis. */
  private static final String ZONE_39 =
      """
      PROJCS["CGCS2000 / 3-degree Gauss-Kruger zone 39",
        GEOGCS["China Geodetic Coordinate System 2000",
          DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],
            AUTHORITY["EPSG","1043"]],
          PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],
          UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]],
        PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],
        PARAMETER["central_meridian",117],PARAMETER["scale_factor",1],
        PARAMETER["false_easting",39500000],PARAMETER["false_northing",0],
        UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Northing",NORTH],AXIS["Easting",EAST],
        AUTHORITY["EPSG","4527"]]
      """;

  private static final String MERCATOR =
      "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\","
          + WGS_84
          + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
          + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  private static Crs read(String text) {
    return Wkt.read(text, LandPlace.FILE);
  }

  @Test
  void what_programs_write_is_read() {
    assertThat(read(Written.ZONE_39)).isEqualTo(GaussKrueger.threeDegrees(39));
    assertThat(read(ZONE_39)).isEqualTo(GaussKrueger.threeDegrees(39));
    assertThat(read(WGS_84)).isEqualTo(Degrees.WGS_84);
    assertThat(read(WGS_84.replace("D_WGS_1984", "D_China_2000"))).isEqualTo(Degrees.CGCS2000);
    assertThat(read(MERCATOR)).isEqualTo(new WebMercator());
    assertThat(
            read(Written.ZONE_39.replace("39500000.0", "20500000.0").replace("Zone_39", "Zone_20")))
        .isEqualTo(GaussKrueger.sixDegrees(20));
    assertThat(read(Written.ZONE_39.replace("39500000.0", "500000.0")))
        .isEqualTo(new GaussKrueger(117, 3, false));
  }

  @Test
  void a_name_is_not_believed() {
    assertThat(read(Written.ZONE_39.replace("Zone_39", "Zone_40")))
        .isEqualTo(GaussKrueger.threeDegrees(39));
  }

  @ParameterizedTest
  @CsvSource({
    "D_China_2000, D_Xian_1980, OTHER_DATUM",
    "D_China_2000, D_Beijing_1954, OTHER_DATUM",
    "CGCS2000_3_Degree, GCJ02_3_Degree, SHIFTED_DATUM",
    "D_China_2000, D_Tokyo, UNKNOWN_CRS",
    "D_China_2000, D_WGS_1984, UNKNOWN_CRS",
    "0.0174532925199433, 0.01570796326794897, UNKNOWN_CRS",
    "'Greenwich\",0.0', 'Paris\",2.3372291', UNKNOWN_CRS",
    "'Scale_Factor\",1.0', 'Scale_Factor\",0.9996', UNKNOWN_CRS",
    "'Origin\",0.0', 'Origin\",30.0', UNKNOWN_CRS",
    "'Northing\",0.0', 'Northing\",10.0', UNKNOWN_CRS",
    "39500000.0, 40500000.0, UNKNOWN_CRS",
    "39500000.0, 39600000.0, UNKNOWN_CRS",
    "117.0, 117.5, UNKNOWN_CRS",
    "117.0, 60.0, UNKNOWN_CRS",
    "'Meter\",1.0', 'Foot\",0.3048', UNKNOWN_CRS",
    "Gauss_Kruger, Lambert_Conformal_Conic, UNKNOWN_CRS",
    "'UNIT[\"Meter\",1.0]]', 'UNIT[\"Meter\",1.0]', UNKNOWN_CRS",
    "PROJCS, LOCAL_CS, UNKNOWN_CRS"
  })
  void what_says_anything_else_is_refused(String part, String other, LandCode code) {
    String text = Written.ZONE_39.replace(part, other);
    assertThat(text).isNotEqualTo(Written.ZONE_39);
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            LandException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
  }

  @Test
  void any_damaged_text_is_a_system_or_a_fault() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      StringBuilder text = new StringBuilder(random.nextBoolean() ? ZONE_39 : MERCATOR);
      for (int i = random.nextInt(6); i >= 0; i--) {
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
          text.deleteCharAt(at);
        } else {
          text.insert(at, "[]\",(0A".charAt(random.nextInt(7)));
        }
      }
      try {
        assertThat(read(text.toString())).isNotNull();
      } catch (LandException e) {
        assertThat(e.fault().code().zh()).isNotEmpty();
      }
    }
  }
}
