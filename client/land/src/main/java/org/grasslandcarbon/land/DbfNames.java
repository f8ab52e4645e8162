// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;

/**
 * What the records of a shapefile are called: the first column of the .dbf (dBASE III) that has one
 * of the names under which names stand. Only for people, who find a parcel by it.
 */
final class DbfNames {
  private static final int HEADER = 32;
  private static final int COLUMN = 32;
  private static final int COLUMN_NAME = 11;
  private static final byte END_OF_COLUMNS = 0x0D;
  private static final int COLUMNS_MOST = 255;

  private final byte[] file;
  private final Optional<Charset> encoding;
  private final LandPlace place;

  private DbfNames(byte[] file, Optional<Charset> encoding, LandPlace place) {
    this.file = file;
    this.encoding = encoding;
    this.place = place;
  }

  static List<Optional<String>> read(byte[] file, Optional<Charset> encoding, LandPlace place) {
    return new DbfNames(file, encoding, place).names();
  }

  /** A column of texts. */
  private record Column(String name, int begin, int length) {}

  private List<Optional<String>> names() {
    require(file.length >= HEADER);
    ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int count = header.getInt(4);
    int begin = Short.toUnsignedInt(header.getShort(8));
    int length = Short.toUnsignedInt(header.getShort(10));
    require(count >= 0 && begin >= HEADER && length > 0 && begin <= file.length);
    Limits.features(count, place);
    Optional<Column> column = column(columns(begin, length));
    List<Optional<String>> names = new ArrayList<>();
    for (int i = 0; i < count && column.isPresent(); i++) {
      long at = begin + (long) i * length + column.get().begin;
      require(at + column.get().length <= file.length);
      String name = text((int) at, (int) at + column.get().length, place.feature(i + 1, none()));
      names.add(Optional.of(name.strip()).filter(text -> !text.isEmpty()));
    }
    return names;
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private List<Column> columns(int end, int length) {
    List<Column> columns = new ArrayList<>();
    int offset = 1;
    for (int at = HEADER; at + COLUMN <= end && file[at] != END_OF_COLUMNS; at += COLUMN) {
      require(columns.size() < COLUMNS_MOST);
      int nameEnd = at;
      while (nameEnd < at + COLUMN_NAME && file[nameEnd] != 0) {
        nameEnd++;
      }
      int width = Byte.toUnsignedInt(file[at + 16]);
      columns.add(new Column(text(at, nameEnd, place).strip(), offset, width));
      offset += width;
    }
    require(offset <= length);
    return columns;
  }

  private static Optional<Column> column(List<Column> columns) {
    return GeoJson.NAMES.stream()
        .flatMap(name -> columns.stream().filter(column -> column.name.equalsIgnoreCase(name)))
        .findFirst();
  }

  /** A text may be cut within its last character, by programs that count bytes. */
  private String text(int begin, int end, LandPlace where) {
    int last = end;
    while (last > begin && (file[last - 1] == ' ' || file[last - 1] == 0)) {
      last--;
    }
    for (int cut = 0; cut < 4 && last - cut >= begin; cut++) {
      int shorter = last - cut;
      Optional<String> text =
          encoding
              .map(named -> Text.of(file, begin, shorter, named))
              .orElseGet(() -> Text.guessed(file, begin, shorter));
      if (text.isPresent() && (cut == 0 || last == end)) {
        return text.get();
      }
    }
    throw new LandException(
        LandCode.BAD_ENCODING,
        where,
        encoding
            .map(named -> zh("不是 %1$s").en("it is not %1$s", named.name()))
            .orElseGet(() -> zh("既不是 UTF-8 也不是 GBK").en("it is neither UTF-8 nor GBK")));
  }

  private void require(boolean condition) {
    if (!condition) {
      Detail what = zh(".dbf 不完整或有误").en("the .dbf is not complete or not right");
      throw new LandException(LandCode.BAD_SHAPEFILE, place, what);
    }
  }
}
