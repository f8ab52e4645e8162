// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.value.Detail;

/**
 * Longitude and latitude in degrees.
 *
 * @param isChinese on CGCS2000
 */
record Degrees(boolean isChinese) implements Crs {
  static final Degrees WGS_84 = new Degrees(false);
  static final Degrees CGCS2000 = new Degrees(true);

  /** No latitude of the country is as large as a longitude of it. */
  private static final double LATITUDE_MOST = 60;

  @Override
  public double[] degrees(double east, double north, LandPlace place) {
    if (Math.abs(east) > 180 || Math.abs(north) > 180) {
      throw new LandException(
          LandCode.NOT_DEGREES, place, Metres.likely(east, north, Coordinates.shown(east, north)));
    }
    if (Math.abs(north) > LATITUDE_MOST && Math.abs(east) <= LATITUDE_MOST) {
      throw new LandException(
          LandCode.AXES_EXCHANGED, place, zh("%1$s").en("%1$s", Coordinates.shown(east, north)));
    }
    if (Math.abs(north) > 90) {
      throw new LandException(
          LandCode.NOT_DEGREES, place, zh("%1$s").en("%1$s", Coordinates.shown(east, north)));
    }
    return new double[] {east, north};
  }

  @Override
  public Detail name() {
    return isChinese
        ? zh("CGCS2000 经纬度（EPSG:4490）").en("CGCS2000 in degrees (EPSG:4490)")
        : zh("WGS 84 经纬度（EPSG:4326）").en("WGS 84 in degrees (EPSG:4326)");
  }
}
