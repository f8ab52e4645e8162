// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.Detail;

/**
 * A coordinate system in which land is read. Which there are is told by rule and not by a table:
 * the EPSG dataset has terms of its own, and of its thousands of systems the surveys of the
 * country's grassland are in a few families.
 */
sealed interface Crs permits Degrees, GaussKrueger, WebMercator {
  /** Names under which degrees go, beside EPSG's numbers. */
  Pattern DEGREES = Pattern.compile("(?:OGC:)?(?:1\\.3:|:)?CRS84|WGS ?84|WGS 1984");

  /** EPSG:4527, urn:ogc:def:crs:EPSG::4527, http://www.opengis.net/def/crs/EPSG/0/4527 or 4527. */
  Pattern EPSG =
      Pattern.compile(
          "(?:(?:URN:(?:X-)?OGC:DEF:CRS:)?EPSG:(?:[0-9.]*:)?|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG/[0-9.]+/)?"
              + "([0-9]{4,6})");

  /** What people call shifted coordinates. */
  Pattern SHIFTED = Pattern.compile(".*(?:GCJ.?02|BD.?09|火星|百度).*", Pattern.DOTALL);

  /**
   * The place of two coordinates, the one to the east first, in degrees of longitude and latitude.
   *
   * @throws LandException when they cannot be of this system
   */
  double[] degrees(double east, double north, LandPlace place);

  /** What it is called. */
  Detail name();

  /** Whether it is on CGCS2000, which is taken as WGS 84. */
  boolean isChinese();

  /**
   * The system that a name means.
   *
   * @throws LandException {@code UNKNOWN_CRS}, {@code OTHER_DATUM} or {@code SHIFTED_DATUM}
   */
  static Crs named(String text, LandPlace place) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    if (SHIFTED.matcher(name).matches()) {
      throw new LandException(LandCode.SHIFTED_DATUM, place);
    }
    if (name.equals("CGCS2000")) {
      return Degrees.CGCS2000;
    }
    String short_ = name.replaceFirst("^URN:(?:X-)?OGC:DEF:CRS:", "");
    if (DEGREES.matcher(short_).matches()) {
      return Degrees.WGS_84;
    }
    Matcher epsg = EPSG.matcher(name);
    return Optional.of(epsg)
        .filter(Matcher::matches)
        .map(found -> Integer.parseInt(found.group(1)))
        .flatMap(number -> ofEpsg(number, place))
        .orElseThrow(() -> unknown(text, place));
  }

  /** The system of an EPSG number, if it is one of those that are read. */
  private static Optional<Crs> ofEpsg(int number, LandPlace place) {
    if (isOfOtherDatum(number)) {
      throw new LandException(
          LandCode.OTHER_DATUM, place, zh("坐标系 EPSG:%s").en("EPSG:%s", Integer.toString(number)));
    }
    return switch (number) {
      case 4326, 4979 -> Optional.of(Degrees.WGS_84);
      case 4490, 4480 -> Optional.of(Degrees.CGCS2000);
      case 3857, 3785, 900913, 102100, 102113 -> Optional.of(new WebMercator());
      default -> GaussKrueger.ofEpsg(number).map(Crs.class::cast);
    };
  }

  /** Beijing 1954, Xian 1980 and New Beijing, in degrees and in Gauss-Krueger zones. */
  private static boolean isOfOtherDatum(int number) {
    return number == 4214
        || number == 4610
        || number == 4555
        || number >= 2327 && number <= 2390
        || number >= 2401 && number <= 2442
        || number >= 4568 && number <= 4589
        || number >= 4652 && number <= 4656
        || number >= 4766 && number <= 4800
        || number >= 21413 && number <= 21463;
  }

  static LandException unknown(String text, LandPlace place) {
    return new LandException(
        LandCode.UNKNOWN_CRS, place, zh("坐标系 %1$s").en("coordinate system %1$s", shown(text)));
  }

  /** Names come from files: no control characters, and not a whole document. */
  static String shown(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .limit(80)
        .forEach(c -> kept.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c));
    return kept.toString();
  }
}
