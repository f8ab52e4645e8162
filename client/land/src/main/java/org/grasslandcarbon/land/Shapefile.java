// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Reads the polygons of a .shp (ESRI, Shapefile Technical Description, 1998). The index (.shx) is
 * not needed. Which ring lies in which is found out by where they lie: many programs write rings in
 * another direction than the format has it.
 */
final class Shapefile {
  /** How every .shp begins. */
  static final int MAGIC = 9994;

  private static final int HEADER = 100;
  private static final int NOTHING = 0;
  private static final int POLYGON = 5;
  private static final int POLYGON_Z = 15;
  private static final int POLYGON_M = 25;

  /** Type, box, and the numbers of rings and positions. */
  private static final int BEFORE_RINGS = 4 + 32 + 8;

  private static final int POSITION = 16;

  private final ByteBuffer bytes;
  private final List<Optional<String>> names;
  private final Gathering gathering;
  private final LandPlace file;

  private Shapefile(
      ByteBuffer bytes, List<Optional<String>> names, Gathering gathering, LandPlace file) {
    this.bytes = bytes;
    this.names = names;
    this.gathering = gathering;
    this.file = file;
  }

  /**
   * @param names of the records, as far as there are any
   */
  static void read(
      byte[] file, List<Optional<String>> names, Gathering gathering, LandPlace place) {
    new Shapefile(ByteBuffer.wrap(file), names, gathering, place).read();
  }

  private void read() {
    require(bytes.remaining() >= HEADER, file, zh("文件不完整").en("the file is not complete"));
    require(bytes.getInt(0) == MAGIC, file, zh("文件头有误").en("its header is not right"));
    int type = bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
    if (type != POLYGON && type != POLYGON_Z && type != POLYGON_M) {
      throw new LandException(
          LandCode.NOT_POLYGONS, file, zh("图形类型为 %1$s").en("its shapes are of type %1$s", type));
    }
    bytes.position(HEADER);
    int number = 0;
    while (bytes.hasRemaining()) {
      number++;
      Limits.features(number, file);
      Optional<String> name = number <= names.size() ? names.get(number - 1) : Optional.empty();
      record(file.feature(number, name));
    }
  }

  private void record(LandPlace place) {
    require(bytes.remaining() >= 8, place, zh("记录不完整").en("the record is not complete"));
    bytes.order(ByteOrder.BIG_ENDIAN).getInt();
    int words = bytes.getInt();
    require(
        words >= 2 && words <= bytes.remaining() / 2,
        place,
        zh("记录不完整").en("the record is not complete"));
    int end = bytes.position() + 2 * words;
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    int type = bytes.getInt();
    if (type == NOTHING) {
      gathering.note(LandNote.Code.EMPTY, zh("没有图形").en("it has no geometry"), place);
    } else {
      require(
          type == POLYGON || type == POLYGON_Z || type == POLYGON_M,
          place,
          zh("图形类型为 %1$s").en("its shape is of type %1$s", type));
      require(2 * words >= BEFORE_RINGS, place, zh("记录不完整").en("the record is not complete"));
      polygons(rings(place, end, type), place);
    }
    bytes.position(end);
  }

  private List<RawRing> rings(LandPlace place, int end, int type) {
    bytes.position(bytes.position() + 32);
    int count = bytes.getInt();
    int positions = bytes.getInt();
    Limits.positions(positions, place);
    if (count > Limits.RINGS_OF_RECORD_MOST) {
      throw new LandException(
          LandCode.FILE_TOO_LARGE,
          place,
          zh("记录有 %1$s 个环，上限 %2$s")
              .en(
                  "the record has %1$s rings, at most %2$s are read",
                  count, Limits.RINGS_OF_RECORD_MOST));
    }
    require(
        count >= 0
            && positions >= 0
            && bytes.position() + 4L * count + (long) POSITION * positions <= end,
        place,
        zh("记录中的数目有误").en("the numbers of the record are not right"));
    int[] begins = new int[count + 1];
    for (int i = 0; i < count; i++) {
      begins[i] = bytes.getInt();
    }
    begins[count] = positions;
    List<RawRing> rings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      require(
          (i > 0 || begins[i] == 0) && begins[i] <= begins[i + 1],
          place.polygon(1).ring(i + 1),
          zh("环的起点有误").en("the ring begins at a wrong position"));
      RawRing ring = new RawRing();
      for (int j = begins[i]; j < begins[i + 1]; j++) {
        ring.add(bytes.getDouble(), bytes.getDouble());
        if (type == POLYGON_Z) {
          gathering.height();
        }
      }
      rings.add(ring);
    }
    return rings;
  }

  /** A ring in an even number of others is the outer ring of a polygon, any other is a hole. */
  private void polygons(List<RawRing> rings, LandPlace place) {
    int[] depths = new int[rings.size()];
    for (int i = 0; i < rings.size(); i++) {
      for (RawRing other : rings) {
        depths[i] += other != rings.get(i) && isWithin(rings.get(i), other) ? 1 : 0;
      }
    }
    int number = 0;
    for (int i = 0; i < rings.size(); i++) {
      if (depths[i] % 2 == 0) {
        number++;
        LandPlace polygon = place.polygon(number);
        gathering.ring(rings.get(i), polygon.ring(1));
        int inner = 1;
        for (int j = 0; j < rings.size(); j++) {
          if (depths[j] == depths[i] + 1 && isWithin(rings.get(j), rings.get(i))) {
            inner++;
            gathering.ring(rings.get(j), polygon.ring(inner));
          }
        }
        gathering.polygon(polygon);
      }
    }
  }

  /**
   * Whether a ring lies in another. Rings that cross are refused later; rings that touch may touch
   * in a corner, so that the middle of an edge is asked about.
   */
  private static boolean isWithin(RawRing ring, RawRing other) {
    return ring.size() > 1
        && other.surrounds((ring.east(0) + ring.east(1)) / 2, (ring.north(0) + ring.north(1)) / 2);
  }

  private static void require(boolean condition, LandPlace place, Detail otherwise) {
    if (!condition) {
      throw new LandException(LandCode.BAD_SHAPEFILE, place, otherwise);
    }
  }
}
