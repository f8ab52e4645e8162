// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Texts of files, which say their encoding, say another, or say none. */
final class Text {
  /** What programs of the country mean by GBK and by 936; it has both. */
  static final Charset GB18030 = Charset.forName("GB18030");

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Text() {}

  /** How many bytes stand before the text of a file to say that it is UTF-8. */
  static int lengthOfMark(byte[] file) {
    boolean has =
        file.length >= MARK.length
            && file[0] == MARK[0]
            && file[1] == MARK[1]
            && file[2] == MARK[2];
    return has ? MARK.length : 0;
  }

  /** The text of some bytes, if they are of an encoding. */
  static Optional<String> of(byte[] bytes, int begin, int end, Charset encoding) {
    try {
      return Optional.of(
          encoding
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, begin, end - begin))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The text of some bytes whose encoding nobody says: UTF-8 if they can be. */
  static Optional<String> guessed(byte[] bytes, int begin, int end) {
    return of(bytes, begin, end, StandardCharsets.UTF_8).or(() -> of(bytes, begin, end, GB18030));
  }

  /** The encoding that a .cpg names, if it is one that shapefiles are in. */
  static Optional<Charset> named(String name) {
    return switch (name.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "")) {
      case "UTF8", "65001", "CP65001" -> Optional.of(StandardCharsets.UTF_8);
      case "GBK", "GB2312", "GB18030", "936", "CP936", "54936", "ANSI936", "WINDOWS936", "MS936" ->
          Optional.of(GB18030);
      case "ISO88591", "88591", "ANSI1252", "1252", "CP1252", "WINDOWS1252", "LATIN1" ->
          Optional.of(StandardCharsets.ISO_8859_1);
      default -> Optional.empty();
    };
  }
}
