// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Gathers what a reader finds: brings coordinates to the units of the registry and counts what was
 * changed on the way, so that it is told once and not for each position.
 */
final class Gathering {
  private static final double UNITS_PER_DEGREE = 1e7;

  /** A coordinate within a ten-thousandth of a unit has seven decimals: doubles have no more. */
  private static final double NO_MORE_DECIMALS = 1e-4;

  private final Crs crs;
  private final List<LandPiece> pieces = new ArrayList<>();
  private final List<LandNote> notes = new ArrayList<>();
  private List<LandRing> rings = new ArrayList<>();
  private int positions;
  private int rounded;
  private int repeated;
  private int heights;
  private int boxes;
  private int others;
  private int prefixes;

  Gathering(Crs crs) {
    this.crs = crs;
    notes.add(LandNote.of(LandNote.Code.CRS, crs.name()));
    if (crs.isChinese()) {
      notes.add(
          LandNote.of(
              LandNote.Code.DATUM,
              zh("CGCS2000 按 WGS 84 使用：两者定义相差厘米级，随板块运动每年约增 3 厘米")
                  .en(
                      "CGCS2000 is taken as WGS 84: by definition they differ by centimetres, and the"
                          + " plate moves some 3 cm a year")));
    }
  }

  void note(LandNote.Code code, Detail detail) {
    notes.add(LandNote.of(code, detail));
  }

  void note(LandNote.Code code, Detail detail, LandPlace place) {
    notes.add(new LandNote(code, detail, Optional.of(place)));
  }

  void height() {
    heights++;
  }

  void box() {
    boxes++;
  }

  /** Something that is no polygon. */
  void other() {
    others++;
  }

  /** A ring of the polygon that is being read. */
  void ring(RawRing raw, LandPlace place) {
    List<Point> points = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      positions++;
      Limits.positions(positions, place);
      Point point = point(raw.east(i), raw.north(i), place.position(i + 1));
      if (!points.isEmpty() && points.get(points.size() - 1).equals(point)) {
        repeated++;
      } else {
        points.add(point);
        numbers.add(i + 1);
      }
    }
    rings.add(new LandRing(points, numbers, place));
  }

  private Point point(double east, double north, LandPlace place) {
    if (!Double.isFinite(east) || !Double.isFinite(north)) {
      throw new LandException(
          LandCode.BAD_COORDINATE, place, zh("%1$s").en("%1$s", Coordinates.shown(east, north)));
    }
    double[] degrees = crs.degrees(east, north, place);
    if (crs instanceof GaussKrueger zone && GaussKrueger.hasPrefix(east) != zone.prefixed()) {
      prefixes++;
    }
    double longitude = degrees[0] * UNITS_PER_DEGREE;
    double latitude = degrees[1] * UNITS_PER_DEGREE;
    if (crs instanceof Degrees
        && (Math.abs(longitude - Math.rint(longitude)) > NO_MORE_DECIMALS
            || Math.abs(latitude - Math.rint(latitude)) > NO_MORE_DECIMALS)) {
      rounded++;
    }
    return new Point((int) Math.rint(longitude), (int) Math.rint(latitude));
  }

  /** The polygon whose rings have been read. */
  void polygon(LandPlace place) {
    if (!rings.isEmpty()) {
      pieces.add(new LandPiece(place, rings));
      rings = new ArrayList<>();
    }
  }

  /** All of it, with what is to be told. */
  Land land(Land.Format format) {
    if (pieces.isEmpty()) {
      throw new LandException(LandCode.NO_POLYGON, LandPlace.FILE);
    }
    tell(
        LandNote.Code.ZONE_PREFIX,
        prefixes,
        zh("%1$s 个点的东坐标带号与坐标系的写法不同，带号相符，已照常读取")
            .en(
                "%1$s positions have a zone in front of the easting where the system has none, or lack"
                    + " it where it has; they fit the zone and were read",
                prefixes));
    tell(
        LandNote.Code.ROUNDED,
        rounded,
        zh("%1$s 个点多于七位小数，已四舍五入到 1e-7 度（最多移动约 6 毫米）")
            .en(
                "%1$s positions had more than seven decimals and were rounded to 1e-7 degree, by 6 mm"
                    + " at most",
                rounded));
    tell(
        LandNote.Code.REPEATED,
        repeated,
        zh("%1$s 个点与前一点相同，已略去")
            .en("%1$s positions were the same as the one before and were left out", repeated));
    tell(
        LandNote.Code.HEIGHT_IGNORED,
        heights,
        zh("%1$s 个点的高程已忽略").en("the height of %1$s positions was left out", heights));
    tell(
        LandNote.Code.BBOX_IGNORED,
        boxes,
        zh("%1$s 处 bbox 已忽略").en("%1$s members bbox were left out", boxes));
    tell(
        LandNote.Code.OTHERS_IGNORED,
        others,
        zh("%1$s 个点、线等非面图形已忽略").en("%1$s points, lines and the like were left out", others));
    return new Land(format, pieces, notes);
  }

  private void tell(LandNote.Code code, int count, Detail detail) {
    if (count > 0) {
      notes.add(LandNote.of(code, detail));
    }
  }
}
