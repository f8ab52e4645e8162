// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;

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

  /** Numbers of characters that are listed: whoever needs more reads the attached file. */
  private static final int UNSEEN_MOST = 24;

  /** Of a picture of squares, with the margin that readers of it need. */
  private static final float PICTURE = 104;

  /** Squares that are left white around it. */
  private static final int QUIET = 4;

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

  private final Typeface typeface;
  private final PDDocument document = new PDDocument();
  private final PDFont font;
  private final String footer;
  private final int pagesMost;
  private final Set<Integer> unseen = new TreeSet<>();
  private final Map<FurtherFont, List<OutlineFont>> outlines = new LinkedHashMap<>();
  private PDPageContentStream page;
  private float y;

  /** What is written stays above it. */
  private float bottom = BOTTOM;

  /** What of the width a picture takes at its right end. */
  private float pictured;

  /**
   * Begins a document.
   *
   * @param title what it is
   * @param subject which one, under the title and at the foot of each page
   * @param mark what must be seen on each page, as that it is for practice only
   */
  public Paper(Name title, String subject, Optional<Name> mark) throws IOException {
    this(Typeface.shared(), title, subject, mark, PAGES_MOST);
  }

  /** The same in a typeface that has more characters. */
  public Paper(Typeface typeface, Name title, String subject, Optional<Name> mark)
      throws IOException {
    this(typeface, title, subject, mark, PAGES_MOST);
  }

  /** The same, of one page: what is written has to look whether there is room. */
  public static Paper ofOnePage(Typeface typeface, Name title, String subject, Optional<Name> mark)
      throws IOException {
    return new Paper(typeface, title, subject, mark, 1);
  }

  private Paper(Typeface typeface, Name title, String subject, Optional<Name> mark, int pagesMost)
      throws IOException {
    this.typeface = typeface;
    this.pagesMost = pagesMost;
    String which = cut(subject);
    String told = both(title) + "  " + which;
    this.footer = legible(mark.map(each -> both(each) + "  ").orElse("") + told);
    // Else the identifier is made of the time.
    document.setDocumentId(0L);
    document.getDocumentInformation().setTitle(legible(told));
    document.getDocumentCatalog().setLanguage("zh-CN");
    synchronized (typeface.font()) {
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
    if (document.getNumberOfPages() == pagesMost) {
      throw new IllegalStateException("a document has at most " + pagesMost + " pages");
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

  /** A text as it can be shown on one line; what is told by its number is noted. */
  String legible(String text) {
    text.codePoints().filter(each -> !typeface.shows(each)).forEach(unseen::add);
    return typeface.legible(text);
  }

  /** The numbers of characters that could not be shown so far; empty when all could. */
  public Optional<String> unseen() {
    if (unseen.isEmpty()) {
      return Optional.empty();
    }
    String numbers =
        unseen.stream().limit(UNSEEN_MOST).map(Visible::number).collect(Collectors.joining(" "));
    return Optional.of(unseen.size() > UNSEEN_MOST ? numbers + CUT : numbers);
  }

  /** How far it is from one line of a size to the next. */
  static float leading(float size) {
    return size * LEADING;
  }

  /** Whether there is room for so much on this page. */
  boolean hasRoom(float height) {
    return y - height >= bottom;
  }

  /** How many lines of text there is room for. */
  public int linesLeft() {
    return Math.max(0, (int) ((y - bottom) / leading(TEXT_SIZE)));
  }

  /** Keeps so many lines at the end of the page for what has to stand there, or gives them back. */
  public void keepFree(int lines) {
    bottom = BOTTOM + lines * leading(TEXT_SIZE);
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
      on.setNonStrokingColor(shade);
      on.newLineAtOffset(x, base);
      for (int start = 0; start < legible.length(); ) {
        PDFont written = fontOf(legible.codePointAt(start));
        int end = start;
        while (end < legible.length() && fontOf(legible.codePointAt(end)) == written) {
          end = legible.offsetByCodePoints(end, 1);
          if (written != font) {
            // One at a time: how many a font of outlines still takes changes with each.
            break;
          }
        }
        on.setFont(written, size);
        on.showText(legible.substring(start, end));
        start = end;
      }
      on.endText();
    }
  }

  /** The font of a character: the typeface's, or one of outlines of a further font. */
  private PDFont fontOf(int character) throws IOException {
    Optional<FurtherFont> other = typeface.further(character);
    if (other.isEmpty()) {
      return font;
    }
    List<OutlineFont> some = outlines.computeIfAbsent(other.get(), none -> new ArrayList<>());
    for (OutlineFont each : some) {
      if (each.takes(character)) {
        return each;
      }
    }
    OutlineFont next = new OutlineFont(other.get());
    some.add(next);
    return next;
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
    for (String line : typeface.wrap(legible(cut(text)), size, width() - pictured)) {
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
    field(label, value, Integer.MAX_VALUE);
  }

  /** The same in at most so many lines; a value that is cut says so. */
  public void field(Name label, String value, int linesMost) throws IOException {
    float left = width() * LABEL;
    float room = width() - left - pictured;
    List<String> lines =
        within(typeface.wrap(legible(cut(value)), TEXT_SIZE, room), TEXT_SIZE, room, linesMost);
    need(leading(TEXT_SIZE));
    String zh = legible(label.zh());
    put(zh, 0, TEXT_SIZE, false);
    putBeside(legible(label.en()), typeface.width(zh, TEXT_SIZE) + BESIDE);
    for (String line : lines) {
      need(leading(TEXT_SIZE));
      put(line, left, TEXT_SIZE, false);
      y -= leading(TEXT_SIZE);
    }
  }

  /** The first of some lines, the last of which says that there are more. */
  List<String> within(List<String> lines, float size, float room, int most) throws IOException {
    if (lines.size() <= most) {
      return lines;
    }
    List<String> fewer = new ArrayList<>(lines.subList(0, most));
    String last = fewer.get(most - 1);
    while (!last.isEmpty() && typeface.width(last + CUT, size) > room) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
    }
    fewer.set(most - 1, last + CUT);
    return fewer;
  }

  /** How many lines of text the small lines of a text take. */
  public int smallLines(String text) throws IOException {
    int lines = typeface.wrap(typeface.legible(cut(text)), SMALL_SIZE, width() - pictured).size();
    return (int) Math.ceil(lines * SMALL_SIZE / TEXT_SIZE);
  }

  /** Writes a text small, over the whole width, in at most so many lines. */
  public void small(String text, int linesMost) throws IOException {
    float room = width() - pictured;
    List<String> lines =
        within(typeface.wrap(legible(cut(text)), SMALL_SIZE, room), SMALL_SIZE, room, linesMost);
    for (String line : lines) {
      need(leading(SMALL_SIZE));
      put(line, 0, SMALL_SIZE, true);
      y -= leading(SMALL_SIZE);
    }
  }

  /**
   * Draws a text as a QR code at the right end, from here downwards; what follows stands beside it.
   */
  public void code(String text) throws IOException {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    float square = PICTURE / (code.size + 2 * QUIET);
    float left = MARGIN + width() - PICTURE + QUIET * square;
    float top = y - QUIET * square;
    page.setNonStrokingColor(BLACK);
    for (int row = 0; row < code.size; row++) {
      for (int column = 0; column < code.size; column++) {
        int length = 0;
        while (code.getModule(column + length, row)) {
          length++;
        }
        if (length > 0) {
          // In one piece, since some printers leave a white hair between two squares.
          page.addRect(left + column * square, top - (row + 1) * square, length * square, square);
          column += length;
        }
      }
    }
    page.fill();
    pictured = PICTURE + BESIDE;
  }

  /**
   * Puts a file into the document, of which it is another form (an associated file), and gives the
   * document that file's identity and time.
   *
   * @param name of the file
   * @param type its media type
   * @param content its bytes
   * @param at when what it tells of was so
   */
  public void attach(String name, String type, byte[] content, Instant at) throws IOException {
    PDEmbeddedFile file =
        new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
    file.setSubtype(type);
    file.setSize(content.length);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(name);
    specification.setFileUnicode(name);
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification
        .getCOSObject()
        .setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName("Source"));
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of(name, specification));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
    COSArray associated = new COSArray();
    associated.add(specification);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    document.setDocumentId(Long.parseUnsignedLong(Sha256.of(content).value().substring(0, 16), 16));
    Calendar created = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    created.setTimeInMillis(at.toEpochMilli());
    document.getDocumentInformation().setCreationDate(created);
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
    for (List<OutlineFont> some : outlines.values()) {
      for (OutlineFont each : some) {
        each.finish();
      }
    }
    synchronized (typeface.font()) {
      document.save(out);
    }
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
