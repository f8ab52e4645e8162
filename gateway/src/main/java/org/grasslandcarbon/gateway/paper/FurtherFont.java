// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * A font of the operator's, for characters that the typeface of documents does not have: TrueType,
 * or OpenType with PostScript outlines (CFF), by itself or in a collection. Its characters are
 * drawn by their outlines, because no free library embeds a part of a CFF font. Safe for use by
 * many threads.
 */
final class FurtherFont {
  /** Between a collection and the font in it that is meant. */
  private static final String WITHIN = "#";

  private static final byte[] COLLECTION = {'t', 't', 'c', 'f'};
  private static final byte[] POSTSCRIPT = {'O', 'T', 'T', 'O'};

  /** The low bits of a font's permissions, and the value among them that forbids embedding. */
  private static final int PERMISSION = 0x000F;

  private static final int RESTRICTED = 0x0002;
  private static final int BITMAPS_ONLY = 0x0200;

  private final TrueTypeFont font;
  private final CmapLookup characters;

  private FurtherFont(TrueTypeFont font) throws IOException {
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
  }

  /**
   * Reads a font.
   *
   * @param named the file; of a collection, the first font, or that whose PostScript name follows
   *     after {@code #}
   * @throws IllegalArgumentException when it is none, or may not be embedded
   */
  static FurtherFont read(String named) {
    String[] parts = named.split(WITHIN, 2);
    Path file = Path.of(parts[0]);
    try {
      TrueTypeFont font = open(file, parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
      int permission = font.getOS2Windows() == null ? 0 : font.getOS2Windows().getFsType();
      if ((permission & PERMISSION) == RESTRICTED || (permission & BITMAPS_ONLY) != 0) {
        throw new IllegalArgumentException(
            "grassland.paper.fonts: the licence of " + named + " forbids to embed it");
      }
      return new FurtherFont(font);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "grassland.paper.fonts: "
              + named
              + " is no font that can be read ("
              + e.getMessage()
              + "); on Debian and Ubuntu, for instance, the package fonts-noto-cjk has"
              + " /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
          e);
    }
  }

  private static TrueTypeFont open(Path file, Optional<String> name) throws IOException {
    byte[] beginning;
    try (var stream = Files.newInputStream(file)) {
      beginning = stream.readNBytes(COLLECTION.length);
    }
    if (Arrays.equals(beginning, COLLECTION)) {
      return within(new TrueTypeCollection(file.toFile()), name);
    }
    RandomAccessReadBufferedFile content = new RandomAccessReadBufferedFile(file.toFile());
    return Arrays.equals(beginning, POSTSCRIPT)
        ? new OTFParser().parse(content)
        : new TTFParser().parse(content);
  }

  private static TrueTypeFont within(TrueTypeCollection collection, Optional<String> name)
      throws IOException {
    List<TrueTypeFont> fonts = new ArrayList<>();
    collection.processAllFonts(fonts::add);
    for (TrueTypeFont each : fonts) {
      if (name.isEmpty() || name.get().equals(each.getName())) {
        return each;
      }
    }
    throw new IOException("there is no font " + name.orElse("") + " in it");
  }

  int unitsPerEm() throws IOException {
    return font.getUnitsPerEm();
  }

  /** Whether it draws a character. */
  boolean draws(int character) {
    try {
      return outline(character).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** How wide a character is, in units of the font. */
  int advance(int character) throws IOException {
    return font.getAdvanceWidth(characters.getGlyphId(character));
  }

  /** The outline of a character, in units of the font; empty when it has none. */
  synchronized Optional<GeneralPath> outline(int character) throws IOException {
    int glyph = characters.getGlyphId(character);
    if (glyph == 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(path(glyph))
        .filter(path -> !path.getPathIterator(null).isDone())
        .filter(path -> !path.getBounds2D().isEmpty());
  }

  private GeneralPath path(int glyph) throws IOException {
    if (font instanceof OpenTypeFont open && open.isPostScript()) {
      CFFFont postScript = open.getCFF().getFont();
      // Fonts of many characters number their outlines otherwise than their glyphs.
      int outline =
          postScript instanceof CFFCIDFont ? postScript.getCharset().getCIDForGID(glyph) : glyph;
      return postScript.getType2CharString(outline).getPath();
    }
    GlyphData data = font.getGlyph().getGlyph(glyph);
    return data == null ? null : data.getPath();
  }
}
