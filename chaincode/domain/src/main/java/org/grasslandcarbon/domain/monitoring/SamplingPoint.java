// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.land.Surroundings;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * Where samples were taken, on WGS 84 to 1e-5 degree, about a metre.
 *
 * @param latitude degrees
 * @param longitude degrees
 * @param name of the point; the same point keeps its name when it is sampled again
 */
public record SamplingPoint(
    @Means(en = "Latitude, WGS 84 degrees, at most 5 decimals", zh = "纬度（WGS 84，至多 5 位小数）")
        Decimal latitude,
    @Means(en = "Longitude, WGS 84 degrees, at most 5 decimals", zh = "经度（WGS 84，至多 5 位小数）")
        Decimal longitude,
    @Means(en = "Name of the point, e.g. P07", zh = "样点名称") @Most(NAME_MOST) String name) {

  /** Characters of a name. */
  static final int NAME_MOST = 9;

  static final String LATITUDE_PATTERN =
      "-?(0|[1-9]|[1-8][0-9])(\\.[0-9]{1,5}0{0,7})?|-?90(\\.0{1,12})?";

  static final String LONGITUDE_PATTERN =
      "-?(0|[1-9][0-9]?|1[0-7][0-9])(\\.[0-9]{1,5}0{0,7})?|-?180(\\.0{1,12})?";

  static final String NAME_PATTERN = "P[A-Z0-9]{1,8}";

  private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

  /** About a metre: no finer than a hand-held receiver. */
  private static final int DECIMALS = 5;

  public SamplingPoint {
    Check.matches(NAME, name, zh("样点名称须如 P07").en("a point is named like P07"));
    Check.that(
        latitude.value().scale() <= DECIMALS && longitude.value().scale() <= DECIMALS,
        zh("坐标至多 5 位小数").en("coordinates have at most 5 decimals"));
    Surroundings.place(longitude, latitude);
  }

  /** The place. */
  Point place() {
    return Surroundings.place(longitude, latitude);
  }
}
