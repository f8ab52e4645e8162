// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/**
 * The characters of a further font that one document shows, each drawn by its outline (a Type 3
 * font). To readers it is a font like any other: what is written in it is found and copied as text.
 */
final class OutlineFont extends PDType3Font {
  /** A character's code is a byte, and 0 stands for none. */
  private static final int CHARACTERS_MOST = 255;

  /** As many lines as a part of such a table may have. */
  private static final int LINES_TOGETHER = 100;

  private final FurtherFont font;
  private final Map<Integer, Integer> codes = new LinkedHashMap<>();

  OutlineFont(FurtherFont font) throws IOException {
    super(dictionary(font.unitsPerEm()));
    this.font = font;
  }

  private static COSDictionary dictionary(int unitsPerEm) {
    COSDictionary dictionary = new COSDictionary();
    dictionary.setItem(COSName.TYPE, COSName.FONT);
    dictionary.setItem(COSName.SUBTYPE, COSName.TYPE3);
    COSArray box = new COSArray();
    COSArray matrix = new COSArray();
    for (int i = 0; i < 4; i++) {
      box.add(COSInteger.ZERO);
    }
    for (float each : new float[] {1f / unitsPerEm, 0, 0, 1f / unitsPerEm, 0, 0}) {
      matrix.add(new COSFloat(each));
    }
    dictionary.setItem(COSName.FONT_BBOX, box);
    dictionary.setItem(COSName.FONT_MATRIX, matrix);
    dictionary.setItem(COSName.CHAR_PROCS, new COSDictionary());
    COSDictionary encoding = new COSDictionary();
    encoding.setItem(COSName.TYPE, COSName.ENCODING);
    COSArray differences = new COSArray();
    differences.add(COSInteger.ONE);
    encoding.setItem(COSName.DIFFERENCES, differences);
    dictionary.setItem(COSName.ENCODING, encoding);
    dictionary.setInt(COSName.FIRST_CHAR, 1);
    dictionary.setInt(COSName.LAST_CHAR, 0);
    dictionary.setItem(COSName.WIDTHS, new COSArray());
    dictionary.setItem(COSName.RESOURCES, new COSDictionary());
    return dictionary;
  }

  /** Whether it has room for one more character, or has it. */
  boolean takes(int character) {
    return codes.containsKey(character) || codes.size() < CHARACTERS_MOST;
  }

  @Override
  protected byte[] encode(int character) throws IOException {
    Integer code = codes.get(character);
    if (code == null) {
      code = codes.size() + 1;
      add(character, code);
      codes.put(character, code);
    }
    return new byte[] {code.byteValue()};
  }

  private void add(int character, int code) throws IOException {
    COSDictionary dictionary = getCOSObject();
    COSName name = COSName.getPDFName("c" + code);
    GeneralPath outline = font.outline(character).orElseThrow();
    int advance = font.advance(character);
    COSStream drawing = new COSStream();
    try (OutputStream out = drawing.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(drawn(outline, advance).getBytes(StandardCharsets.US_ASCII));
    }
    dictionary.getCOSDictionary(COSName.CHAR_PROCS).setItem(name, drawing);
    dictionary.getCOSDictionary(COSName.ENCODING).getCOSArray(COSName.DIFFERENCES).add(name);
    dictionary.getCOSArray(COSName.WIDTHS).add(COSInteger.get(advance));
    dictionary.setInt(COSName.LAST_CHAR, code);
  }

  private static String drawn(GeneralPath outline, int advance) {
    StringBuilder out = new StringBuilder();
    Rectangle2D box = outline.getBounds2D();
    numbers(out, advance, 0, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    out.append("d1\n");
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          numbers(out, at[0], at[1]);
          out.append("m\n");
          x = at[0];
          y = at[1];
        }
        case PathIterator.SEG_LINETO -> {
          numbers(out, at[0], at[1]);
          out.append("l\n");
          x = at[0];
          y = at[1];
        }
        case PathIterator.SEG_QUADTO -> {
          // PDF has curves of the third degree only.
          numbers(
              out,
              x + 2 * (at[0] - x) / 3,
              y + 2 * (at[1] - y) / 3,
              at[2] + 2 * (at[0] - at[2]) / 3,
              at[3] + 2 * (at[1] - at[3]) / 3,
              at[2],
              at[3]);
          out.append("c\n");
          x = at[2];
          y = at[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          numbers(out, at);
          out.append("c\n");
          x = at[4];
          y = at[5];
        }
        default -> out.append("h\n");
      }
    }
    return out.append("f\n").toString();
  }

  private static void numbers(StringBuilder out, double... numbers) {
    for (double each : numbers) {
      out.append(String.format(Locale.ROOT, "%.1f ", each));
    }
  }

  /** Says which characters its codes are, once all of the document is written. */
  void finish() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo"
                + " << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n");
    int told = 0;
    for (Map.Entry<Integer, Integer> each : codes.entrySet()) {
      if (told % LINES_TOGETHER == 0) {
        table.append(told == 0 ? "" : "endbfchar\n");
        table.append(Math.min(LINES_TOGETHER, codes.size() - told)).append(" beginbfchar\n");
      }
      byte[] character = Character.toString(each.getKey()).getBytes(StandardCharsets.UTF_16BE);
      table.append(
          String.format(
              Locale.ROOT,
              "<%02X> <%s>\n",
              each.getValue(),
              HexFormat.of().withUpperCase().formatHex(character)));
      told++;
    }
    table.append("endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    COSStream stream = new COSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(table.toString().getBytes(StandardCharsets.US_ASCII));
    }
    getCOSObject().setItem(COSName.TO_UNICODE, stream);
  }
}
