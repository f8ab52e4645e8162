// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.value.Detail;

/**
 * What coordinates in metres tell of themselves. Only the zone in front of an easting tells
 * something for certain: zones of six degrees are 13 to 23, those of three degrees 25 to 45.
 */
final class Metres {
  /** What stands in front of an easting, in metres. */
  static final double ZONE = 1_000_000;

  private static final double NORTHING_LEAST = 1_500_000;
  private static final double NORTHING_MOST = 6_500_000;

  private Metres() {}

  /** What somebody may name who has not said in which zone it is. */
  static Detail likely(double east, double north, String shown) {
    boolean exchanged = isNorthing(east) && !isNorthing(north);
    int zone = (int) Math.floor((exchanged ? north : east) / ZONE);
    if (zone >= GaussKrueger.SIX_FIRST && zone <= GaussKrueger.SIX_LAST) {
      return zh("%1$s，东坐标带号 %2$s，似为 6 度带 EPSG:%3$s")
          .en(
              "%1$s; zone %2$s in front of the easting: probably six degrees, EPSG:%3$s",
              shown, zone, GaussKrueger.sixDegrees(zone).epsg());
    }
    if (zone >= GaussKrueger.THREE_FIRST && zone <= GaussKrueger.THREE_LAST) {
      return zh("%1$s，东坐标带号 %2$s，似为 3 度带 EPSG:%3$s")
          .en(
              "%1$s; zone %2$s in front of the easting: probably three degrees, EPSG:%3$s",
              shown, zone, GaussKrueger.threeDegrees(zone).epsg());
    }
    return zh("%1$s").en("%1$s", shown);
  }

  /** Whether a number can be the northing of a place of the country. */
  static boolean isNorthing(double metres) {
    return metres >= NORTHING_LEAST && metres <= NORTHING_MOST;
  }
}
