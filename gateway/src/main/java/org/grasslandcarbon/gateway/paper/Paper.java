// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.grasslandcarbon.domain.value.Name;

/**
 * A document of A4 pages, written from top to bottom: headings, fields with their values, tables.
 * Pages are begun as they are needed and are kept compressed, so that a long document costs some
 * kilobytes a page. Nothing in it is of the time or the machine that it was made on. For one
 * thread.
 */
public final class Paper implements AutoCloseable {
  /** More than the longest statement has; what has more is wrong and must not fill the memory. */
  static final int PAGES_MOST = 2_000;

  /** What is printed of one value: a name has far less, and nobody reads more on paper. */
  static final int VALUE_MOST = 4_000;

  private static final String CUT = " … (JSON)";

  private static final float MARGIN = 48;
  private static final float BOTTOM = 60;
  private static final float TITLE_SIZE = 17;
  private static final float HEADING_SIZE = 11;
  static final float TEXT_SIZE = 9;
  static final float SMALL_SIZE = 7;

  /** From one line to the next, of a line's size: Chinese needs more than English. */
  private static final float LEADING = 1.5f;

  /** From a label in Chinese to the one in English. */
  private static final float BESIDE = 5;

  /** The share of the width that labels have. */
  private static final float LABEL = 0.42f;

  private static final float BLACK = 0;
  private static final float GREY = 0.42f;
  private static final float RULE = 0.75f;

  private final Typeface typeface = Typeface.shared();
  private final PDDocument document = new PDDocument();
  private final PDFont font;
  private final String footer;
  private PDPageContentStream page;
  private float y;

  /**
   * Begins a document.
   *
   * @param title what it is
   * @param subject which one, under the title and at the foot of each page
   * @param mark what must be seen on each page, as that it is for practice only
   */
  public Paper(Name title, String subject, Optional<Name> mark) throws IOException {
    String which = cut(subject);
    String told = both(title) + "  " + which;
    this.footer = typeface.legible(mark.map(each -> both(each) + "  ").orElse("") + told);
    // Else the identifier is made of the time.
    document.setDocumentId(0L);
    document.getDocumentInformation().setTitle(typeface.legible(told));
    document.getDocumentCatalog().setLanguage("zh-CN");
    synchronized (typeface) {
      font = PDType0Font.load(document, typeface.font(), true);
    }
    begin();
    if (mark.isPresent()) {
      lines(both(mark.get()), HEADING_SIZE, GREY);
    }
    lines(title.zh(), TITLE_SIZE, BLACK);
    lines(title.en(), HEADING_SIZE, GREY);
    lines(which, TEXT_SIZE, BLACK);
    rule();
  }

  private static String both(Name name) {
    return name.zh() + " " + name.en();
  }

  private static String cut(String value) {
    if (value.length() <= VALUE_MOST) {
      return value;
    }
    int end = VALUE_MOST - CUT.length();
    return value.substring(0, value.offsetByCodePoints(0, value.codePointCount(0, end) - 1)) + CUT;
  }

  private void begin() throws IOException {
    if (document.getNumberOfPages() == PAGES_MOST) {
      throw new IllegalStateException("a document has at most " + PAGES_MOST + " pages");
    }
    if (page != null) {
      page.close();
    }
    PDPage next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    page = new PDPageContentStream(document, next);
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  /** How wide what is written is. */
  static float width() {
    return PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  Typeface typeface() {
    return typeface;
  }

  /** How far it is from one line of a size to the next. */
  static float leading(float size) {
    return size * LEADING;
  }

  /** Whether there is room for so much on this page. */
  boolean hasRoom(float height) {
    return y - height >= BOTTOM;
  }

  /** Begins a page unless there is room for so much on this one. */
  void need(float height) throws IOException {
    if (!hasRoom(height)) {
      begin();
    }
  }

  /** Goes down. */
  void skip(float height) {
    y -= height;
  }

  /** Writes a legible text into the line at whose top the page is. */
  void put(String legible, float left, float size, boolean grey) throws IOException {
    put(legible, MARGIN + left, y - size, size, grey ? GREY : BLACK, page);
  }

  /** Writes small beside what stands in a line of text. */
  private void putBeside(String legible, float left) throws IOException {
    put(legible, MARGIN + left, y - TEXT_SIZE, SMALL_SIZE, GREY, page);
  }

  private void put(
      String legible, float x, float base, float size, float shade, PDPageContentStream on)
      throws IOException {
    if (!legible.isEmpty()) {
      on.beginText();
      on.setFont(font, size);
      on.setNonStrokingColor(shade);
      on.newLineAtOffset(x, base);
      on.showText(legible);
      on.endText();
    }
  }

  /** Draws a line over the width. */
  void rule() throws IOException {
    page.setStrokingColor(RULE);
    page.setLineWidth(0.5f);
    page.moveTo(MARGIN, y);
    page.lineTo(MARGIN + width(), y);
    page.stroke();
    y -= 3;
  }

  private void lines(String text, float size, float shade) throws IOException {
    for (String line : typeface.wrap(typeface.legible(cut(text)), size, width())) {
      need(leading(size));
      put(line, MARGIN, y - size, size, shade, page);
      y -= leading(size);
    }
  }

  /** Begins a part of the document; its heading does not stand alone at the end of a page. */
  public void heading(Name words) throws IOException {
    y -= leading(SMALL_SIZE);
    need(leading(HEADING_SIZE) + 3 * leading(TEXT_SIZE));
    lines(both(words), HEADING_SIZE, BLACK);
  }

  /** Writes a sentence in both languages. */
  public void sentence(Name words) throws IOException {
    lines(words.zh(), TEXT_SIZE, BLACK);
    lines(words.en(), SMALL_SIZE, GREY);
  }

  /** Writes a text of any length, each of its lines as it is. */
  public void texts(List<String> texts) throws IOException {
    for (String each : texts) {
      lines(each, TEXT_SIZE, BLACK);
    }
  }

  /** Writes what something is called, and its value beside it. */
  public void field(Name label, String value) throws IOException {
    float left = width() * LABEL;
    List<String> lines = typeface.wrap(typeface.legible(cut(value)), TEXT_SIZE, width() - left);
    need(leading(TEXT_SIZE));
    String zh = typeface.legible(label.zh());
    put(zh, 0, TEXT_SIZE, false);
    putBeside(typeface.legible(label.en()), typeface.width(zh, TEXT_SIZE) + BESIDE);
    for (String line : lines) {
      need(leading(TEXT_SIZE));
      put(line, left, TEXT_SIZE, false);
      y -= leading(TEXT_SIZE);
    }
  }

  /** Begins a table. */
  public PaperTable table(List<PaperTable.Column> columns) throws IOException {
    return new PaperTable(this, columns);
  }

  /** Writes the document; nothing is added to it afterwards. */
  public void write(OutputStream out) throws IOException {
    page.close();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      try (PDPageContentStream on =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
        List<String> lines = typeface.wrap(footer, SMALL_SIZE, width() * 0.8f);
        put(lines.get(0), MARGIN, BOTTOM - 22, SMALL_SIZE, GREY, on);
        String number = (i + 1) + " / " + pages;
        float left = width() - typeface.width(number, SMALL_SIZE);
        put(number, MARGIN + left, BOTTOM - 22, SMALL_SIZE, GREY, on);
      }
    }
    synchronized (typeface) {
      document.save(out);
    }
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
