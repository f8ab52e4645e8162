// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A Gauss-Krueger zone on CGCS2000: a transverse Mercator projection on the ellipsoid of GRS 80
 * with the scale 1 on its central meridian, 500 km east of which the eastings begin.
 *
 * @param meridian its central meridian, degrees east
 * @param width 3 or 6 degrees
 * @param prefixed whether eastings have the zone's number in front
 */
record GaussKrueger(int meridian, int width, boolean prefixed) implements Crs {
  static final int SIX_FIRST = 13;
  static final int SIX_LAST = 23;
  static final int THREE_FIRST = 25;
  static final int THREE_LAST = 45;

  /** EPSG:4491 to 4501 are the zones of six degrees with their number, 4502 to 4512 without. */
  private static final int SIX = 4491;

  /** EPSG:4513 to 4533 are those of three degrees with their number, 4534 to 4554 without. */
  private static final int THREE = 4513;

  private static final int LAST = 4554;
  private static final double FALSE_EASTING = 500_000;

  /** Beyond it on either side no survey uses a zone, and another is meant. */
  private static final double EAST_MOST = 400_000;

  private static final CRSFactory FACTORY = new CRSFactory();

  static GaussKrueger sixDegrees(int zone) {
    return new GaussKrueger(zone * 6 - 3, 6, true);
  }

  static GaussKrueger threeDegrees(int zone) {
    return new GaussKrueger(zone * 3, 3, true);
  }

  static Optional<GaussKrueger> ofEpsg(int number) {
    int sixes = SIX_LAST - SIX_FIRST + 1;
    int threes = THREE_LAST - THREE_FIRST + 1;
    if (number < SIX || number > LAST) {
      return Optional.empty();
    }
    if (number < THREE) {
      int place = number - SIX;
      GaussKrueger zone = sixDegrees(SIX_FIRST + place % sixes);
      return Optional.of(place < sixes ? zone : zone.withoutPrefix());
    }
    int place = number - THREE;
    GaussKrueger zone = threeDegrees(THREE_FIRST + place % threes);
    return Optional.of(place < threes ? zone : zone.withoutPrefix());
  }

  private GaussKrueger withoutPrefix() {
    return new GaussKrueger(meridian, width, false);
  }

  int zone() {
    return width == 6 ? (meridian + 3) / 6 : meridian / 3;
  }

  int epsg() {
    int place = width == 6 ? zone() - SIX_FIRST : zone() - THREE_FIRST;
    int zones = width == 6 ? SIX_LAST - SIX_FIRST + 1 : THREE_LAST - THREE_FIRST + 1;
    return (width == 6 ? SIX : THREE) + place + (prefixed ? 0 : zones);
  }

  /** Whether an easting has a number in front, whatever the system says of it. */
  static boolean hasPrefix(double east) {
    return east >= Metres.ZONE;
  }

  @Override
  public double[] degrees(double east, double north, LandPlace place) {
    Detail shown = Metres.likely(east, north, Coordinates.shown(east, north));
    if (Metres.isNorthing(east) && !Metres.isNorthing(north)) {
      throw new LandException(LandCode.AXES_EXCHANGED, place, shown);
    }
    double inZone = hasPrefix(east) ? east - zone() * Metres.ZONE : east;
    if (Math.abs(inZone - FALSE_EASTING) > EAST_MOST) {
      throw new LandException(
          LandCode.WRONG_ZONE, place, zh("%s；坐标系为 %s").en("%s; the system is %s", shown, name()));
    }
    if (!Metres.isNorthing(north)) {
      throw new LandException(LandCode.BAD_COORDINATE, place, shown);
    }
    ProjCoordinate degrees = new ProjCoordinate();
    projection(meridian).getProjection().inverseProject(new ProjCoordinate(inZone, north), degrees);
    return new double[] {degrees.x, degrees.y};
  }

  /** Made once for all positions of a file: neighbours in it are in one zone. */
  private static CoordinateReferenceSystem projection(int meridian) {
    return Zones.PROJECTIONS[meridian / 3];
  }

  /** The projections of all meridians. */
  private static final class Zones {
    private static final CoordinateReferenceSystem[] PROJECTIONS =
        new CoordinateReferenceSystem[THREE_LAST + 1];

    static {
      for (int zone = THREE_FIRST; zone <= THREE_LAST; zone++) {
        PROJECTIONS[zone] =
            FACTORY.createFromParameters(
                "zone " + zone,
                "+proj=tmerc +lat_0=0 +lon_0="
                    + zone * 3
                    + " +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs");
      }
    }
  }

  @Override
  public Detail name() {
    return zh("CGCS2000 高斯-克吕格 %1$s 度带，中央经线 %2$s°（EPSG:%3$s）")
        .en(
            "CGCS2000 Gauss-Krueger, %1$s degrees, central meridian %2$s° (EPSG:%3$s)",
            width, meridian, Integer.toString(epsg()));
  }

  @Override
  public boolean isChinese() {
    return true;
  }
}
