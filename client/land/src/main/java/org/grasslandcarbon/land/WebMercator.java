// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.value.Detail;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;

/** The projection of maps in browsers (EPSG:3857): WGS 84 drawn as if the earth was a sphere. */
record WebMercator() implements Crs {
  /** Half the equator: no easting is beyond it. */
  private static final double MOST = 20_037_508.342789244;

  private static final CoordinateReferenceSystem PROJECTION =
      new CRSFactory()
          .createFromParameters(
              "EPSG:3857",
              "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m"
                  + " +no_defs");

  @Override
  public double[] degrees(double east, double north, LandPlace place) {
    if (Math.abs(east) > MOST || Math.abs(north) > MOST) {
      throw new LandException(
          LandCode.BAD_COORDINATE,
          place,
          Metres.likely(east, north, Coordinates.shown(east, north)));
    }
    ProjCoordinate degrees = new ProjCoordinate();
    PROJECTION.getProjection().inverseProject(new ProjCoordinate(east, north), degrees);
    return new double[] {degrees.x, degrees.y};
  }

  @Override
  public Detail name() {
    return zh("Web 墨卡托（EPSG:3857）").en("Web Mercator (EPSG:3857)");
  }

  @Override
  public boolean isChinese() {
    return false;
  }
}
