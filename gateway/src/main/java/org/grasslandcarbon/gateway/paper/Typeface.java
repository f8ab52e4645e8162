// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The one typeface of all documents, Noto Sans SC: which characters it has, how wide a text is and
 * where it is broken into lines. Read once a process; a document takes the characters that it
 * shows. What it lacks is taken from the operator's further fonts, if there are any.
 */
public final class Typeface {
  private static final String FILE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

  /** The unit of widths, by which a size in points is multiplied. */
  private static final float EM = 1_000f;

  private final List<FurtherFont> further;
  private final Map<Integer, Boolean> drawn = new ConcurrentHashMap<>();

  /** Only documents need it, and it takes some tenths of a second and some 15 MB. */
  private static final class Loaded {
    private static final TrueTypeFont FONT = load();

    private Loaded() {}
  }

  private static final Typeface SHARED = new Typeface(List.of());

  private Typeface(List<FurtherFont> further) {
    this.further = List.copyOf(further);
  }

  /** The typeface, with nothing of the operator's. */
  public static Typeface shared() {
    return SHARED;
  }

  /**
   * The typeface with fonts for what it lacks.
   *
   * @param files as {@link FurtherFont#read} takes them
   */
  static Typeface with(List<String> files) {
    return new Typeface(files.stream().map(FurtherFont::read).toList());
  }

  private static TrueTypeFont load() {
    try (InputStream file = Typeface.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the typeface " + FILE + " is not on the class path");
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      // Ligatures would be found by nobody who searches a document for its letters.
      font.setEnableGsub(false);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CmapLookup characters() {
    try {
      return Loaded.FONT.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The font as files embed it. Its tables are read by one thread at a time. */
  TrueTypeFont font() {
    return Loaded.FONT;
  }

  /** The further font in which a character is written; empty when the typeface has it. */
  Optional<FurtherFont> further(int character) {
    return further.isEmpty() || isDrawn(character)
        ? Optional.empty()
        : further.stream().filter(each -> each.draws(character)).findFirst();
  }

  /**
   * A text as it can be shown on one line. What breaks lines becomes a space; a character that
   * cannot be seen, or that the typeface does not have, is told by its number: a gap in a name
   * would go unnoticed, and a text that turns itself around is no name.
   */
  String legible(String text) {
    StringBuilder legible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            each -> {
              if (Visible.isSpace(each)) {
                legible.append(' ');
              } else if (has(each)) {
                legible.appendCodePoint(each);
              } else {
                legible.append('[').append(Visible.number(each)).append(']');
              }
            });
    return legible.toString().strip();
  }

  /** Whether a character is shown as itself, or as the space that it is. */
  boolean shows(int character) {
    return Visible.isSpace(character) || has(character);
  }

  private boolean has(int character) {
    return Visible.isVisible(character)
        && !Visible.isFromTheRight(character)
        && (isDrawn(character) || further(character).isPresent());
  }

  private boolean isDrawn(int character) {
    return Visible.isSpace(character) || drawn.computeIfAbsent(character, Typeface::hasOutline);
  }

  /** A glyph without an outline, as fillers of Korean syllables have, would go unnoticed. */
  private static boolean hasOutline(int character) {
    int glyph = characters().getGlyphId(character);
    try {
      GlyphData data = glyph == 0 ? null : Loaded.FONT.getGlyph().getGlyph(glyph);
      return data != null && data.getNumberOfContours() != 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private float width(int character, float size) throws IOException {
    Optional<FurtherFont> other = further(character);
    if (other.isPresent()) {
      return (float) other.get().advance(character) / other.get().unitsPerEm() * size;
    }
    int advance = Loaded.FONT.getAdvanceWidth(characters().getGlyphId(character));
    return advance * EM / Loaded.FONT.getUnitsPerEm() / EM * size;
  }

  /** How wide a legible text is, in points. */
  float width(String legible, float size) throws IOException {
    float width = 0;
    for (int at = 0; at < legible.length(); ) {
      int character = legible.codePointAt(at);
      width += width(character, size);
      at += Character.charCount(character);
    }
    return width;
  }

  /**
   * Breaks a legible text into lines of at most a width: behind spaces and around Chinese where
   * that can be, else anywhere, since a digest has no place to break. One empty line for no text.
   */
  List<String> wrap(String legible, float size, float most) throws IOException {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int breakAt = 0;
    float width = 0;
    for (int at = 0; at < legible.length(); ) {
      int character = legible.codePointAt(at);
      if (isWide(character)) {
        breakAt = at;
      }
      width += width(character, size);
      if (width > most && at > start) {
        int end = breakAt > start ? breakAt : at;
        lines.add(legible.substring(start, end).strip());
        start = end;
        at = end;
        breakAt = end;
        width = 0;
        continue;
      }
      at += Character.charCount(character);
      if (character == ' ' || isWide(character)) {
        breakAt = at;
      }
    }
    lines.add(legible.substring(start).strip());
    return lines;
  }

  private static boolean isWide(int character) {
    return Character.isIdeographic(character);
  }
}
