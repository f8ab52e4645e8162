// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Reads the sheets of a workbook (ECMA-376, SpreadsheetML) row by row, in memory that does not grow
 * with their number. Formulas are recognised and never computed.
 */
final class XlsxRows {
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String SHARED_STRINGS = "xl/sharedStrings.xml";
  private static final String STYLES = "xl/styles.xml";

  /** Texts that cells share; a template that is full has some thousand. */
  private static final int SHARED_CHARACTERS_MOST = 8 * 1024 * 1024;

  /** What a shared text costs beside its characters, in characters. */
  private static final int SHARED_COST = 16;

  /** As many as spreadsheets take: 65,490 cell formats, and their names for sheets. */
  private static final int STYLES_MOST = 65_536;

  private static final int SHEETS_MOST = 255;
  private static final int SHEET_NAME_MOST = 100;

  /** Characters of a format's code, as spreadsheets have it. */
  private static final int FORMAT_MOST = 255;

  private static final int ROWS_MOST = 1_048_576;

  /** Numbers 9 and 10 are per cent by the standard. */
  private static final Set<Integer> PERCENT_BY_STANDARD = Set.of(9, 10);

  /** Columns have at most three letters. */
  private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");

  /** What a format shows literally, in colours or as the word for no format at all. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|General|G/通用格式");

  private static final Pattern DATE_LETTER = Pattern.compile("[ymdhs年月日时分秒]");

  /** Days are counted from here; the count has a day too many before March 1900. */
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

  /** A day by its number, with a time of day or without. */
  private static final Pattern DAY_NUMBER = Pattern.compile("([0-9]{2,7})(\\.[0-9]+)?");

  private static final Pattern DAY_WRITTEN = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(T.*)?");
  private static final int FIRST_SURE_DAY = 61;

  private final Workbook workbook;
  private final RowSink sink;
  private final List<String> shared = new ArrayList<>();
  private final Set<Integer> dateStyles = new HashSet<>();
  private final Set<Integer> percentStyles = new HashSet<>();
  private LocalDate day0 = DAY_0;

  private XlsxRows(Workbook workbook, RowSink sink) {
    this.workbook = workbook;
    this.sink = sink;
  }

  /**
   * Reads a workbook.
   *
   * @param watch called from time to time; what it throws ends the reading
   */
  static void read(Path file, Limits limits, RowSink sink, Runnable watch) throws IOException {
    try (Workbook workbook = Workbook.open(file, limits, watch)) {
      new XlsxRows(workbook, sink).read();
    } catch (XMLStreamException
        | NumberFormatException
        | EOFException
        | ZipException
        | CharConversionException e) {
      throw new FileProblem(
          SheetCode.NOT_A_SPREADSHEET,
          zh("其中一部分内容不符合格式").en("a part of it is not as it should be"));
    }
  }

  private void read() throws IOException, XMLStreamException {
    Map<String, Sheet> parts = sheetParts();
    if (workbook.has(SHARED_STRINGS)) {
      readSharedStrings();
    }
    if (workbook.has(STYLES)) {
      readStyles();
    }
    for (Map.Entry<String, Sheet> sheet : parts.entrySet()) {
      readSheet(sheet.getKey(), sheet.getValue());
    }
  }

  /**
   * A sheet.
   *
   * @param isHidden whether who looks at the workbook does not see it
   * @param part where its rows are
   */
  private record Sheet(boolean isHidden, String part) {}

  /** The parts of the sheets by their names, in order. */
  private Map<String, Sheet> sheetParts() throws IOException, XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    each(
        RELATIONS,
        "Relationship",
        xml -> {
          targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
          atMost(targets.size(), Workbook.PARTS_MOST, zh("关系").en("relations"));
        });
    each(WORKBOOK, "workbookPr", xml -> day0 = isTrue(xml, "date1904") ? DAY_0_OF_1904 : DAY_0);
    Map<String, Sheet> parts = new LinkedHashMap<>();
    each(
        WORKBOOK,
        "sheet",
        xml -> {
          String target = targets.getOrDefault(attribute(xml, "id"), "");
          boolean isHidden = attribute(xml, "state").toLowerCase(Locale.ROOT).endsWith("hidden");
          String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
          parts.put(sheetName(xml), new Sheet(isHidden, part));
          atMost(parts.size(), SHEETS_MOST, zh("工作表").en("sheets"));
        });
    return parts;
  }

  private static String sheetName(XMLStreamReader xml) {
    String name = attribute(xml, "name");
    if (name.length() > SHEET_NAME_MOST) {
      throw new FileProblem(
          SheetCode.NOT_A_SPREADSHEET,
          zh("工作表名超过 %s 个字符")
              .en("the name of a sheet has more than %s characters", SHEET_NAME_MOST));
    }
    return name;
  }

  private static void atMost(int count, int most, Detail what) {
    if (count > most) {
      throw new FileProblem(
          SheetCode.NOT_A_SPREADSHEET,
          zh("%2$s超过 %1$s 个").en("it has more than %s %s", most, what));
    }
  }

  private void each(String part, String element, Consumer<XMLStreamReader> consumer)
      throws IOException, XMLStreamException {
    XMLStreamReader xml = workbook.xml(part);
    while (next(xml)) {
      if (isStart(xml, element)) {
        consumer.accept(xml);
      }
    }
    xml.close();
  }

  /** A template needs no document type; a file that has one is not from a spreadsheet. */
  private static boolean next(XMLStreamReader xml) throws XMLStreamException {
    if (!xml.hasNext()) {
      return false;
    }
    if (xml.next() == XMLStreamConstants.DTD) {
      throw new FileProblem(
          SheetCode.NOT_A_SPREADSHEET, zh("文件声明了文档类型").en("it declares a document type"));
    }
    return true;
  }

  private static boolean isStart(XMLStreamReader xml, String element) {
    return xml.isStartElement() && xml.getLocalName().equals(element);
  }

  private static boolean isEnd(XMLStreamReader xml, String element) {
    return xml.isEndElement() && xml.getLocalName().equals(element);
  }

  private static boolean isTrue(XMLStreamReader xml, String name) {
    String value = attribute(xml, name);
    return value.equals("1") || value.equals("true");
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private void readSharedStrings() throws IOException, XMLStreamException {
    XMLStreamReader xml = workbook.xml(SHARED_STRINGS);
    int characters = 0;
    while (next(xml)) {
      if (isStart(xml, "si")) {
        String text = texts(xml, "si");
        characters += text.length() + SHARED_COST;
        if (characters > SHARED_CHARACTERS_MOST) {
          throw new FileProblem(
              SheetCode.FILE_TOO_LARGE,
              zh("文件中的文本超过 %s 个字符")
                  .en("its texts have more than %s characters", SHARED_CHARACTERS_MOST));
        }
        shared.add(text);
      }
    }
    xml.close();
  }

  /** The texts within an element; how a word is pronounced (rPh) is none of them. */
  private static String texts(XMLStreamReader xml, String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean isText = false;
    boolean isPhonetic = false;
    while (next(xml) && !isEnd(xml, element)) {
      if (xml.isStartElement()) {
        isPhonetic |= xml.getLocalName().equals("rPh");
        isText = xml.getLocalName().equals("t");
      } else if (xml.isEndElement()) {
        isPhonetic &= !xml.getLocalName().equals("rPh");
        isText = false;
      } else if (xml.isCharacters() && isText && !isPhonetic) {
        append(text, xml);
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, XMLStreamReader xml) {
    if (text.length() + xml.getTextLength() > Limits.CELL_MOST) {
      throw new FileProblem(
          SheetCode.NOT_A_SPREADSHEET,
          zh("单元格超过 %s 个字符").en("a cell has more than %s characters", Limits.CELL_MOST));
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private void readStyles() throws IOException, XMLStreamException {
    XMLStreamReader xml = workbook.xml(STYLES);
    Map<Integer, Boolean> dates = new HashMap<>();
    Set<Integer> percents = new HashSet<>(PERCENT_BY_STANDARD);
    boolean isCellFormats = false;
    int style = 0;
    while (next(xml)) {
      if (isStart(xml, "numFmt")) {
        int id = number(attribute(xml, "numFmtId"));
        String shown = shown(attribute(xml, "formatCode"));
        dates.put(id, DATE_LETTER.matcher(shown).find());
        if (shown.contains("%")) {
          percents.add(id);
        }
        atMost(dates.size(), STYLES_MOST, zh("格式").en("formats"));
      } else if (isStart(xml, "cellXfs")) {
        isCellFormats = true;
      } else if (isEnd(xml, "cellXfs")) {
        isCellFormats = false;
      } else if (isCellFormats && isStart(xml, "xf")) {
        int format = number(attribute(xml, "numFmtId"));
        if (isDateByStandard(format) || dates.getOrDefault(format, false)) {
          dateStyles.add(style);
        } else if (percents.contains(format)) {
          percentStyles.add(style);
        }
        style++;
        atMost(style, STYLES_MOST, zh("单元格格式").en("cell formats"));
      }
    }
    xml.close();
  }

  private static int number(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  /** Numbers 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are dates and times by the standard. */
  private static boolean isDateByStandard(int format) {
    return format >= 14 && format <= 22
        || format >= 27 && format <= 36
        || format >= 45 && format <= 47
        || format >= 50 && format <= 58;
  }

  /** What a format shows of a number; asked once a format, however many styles name it. */
  private static String shown(String code) {
    if (code.length() > FORMAT_MOST) {
      throw new FileProblem(
          SheetCode.NOT_A_SPREADSHEET,
          zh("单元格格式超过 %s 个字符").en("a format has more than %s characters", FORMAT_MOST));
    }
    return LITERAL.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private void readSheet(String name, Sheet sheet) throws IOException, XMLStreamException {
    if (!workbook.has(sheet.part)) {
      throw new FileProblem(
          SheetCode.NOT_A_SPREADSHEET, zh("没有工作表 %s").en("there is no sheet %s", name));
    }
    XMLStreamReader xml = workbook.xml(sheet.part);
    BitSet hiddenColumns = new BitSet();
    int row = 0;
    while (next(xml)) {
      if (isStart(xml, "col") && isTrue(xml, "hidden")) {
        hide(hiddenColumns, number(attribute(xml, "min")), number(attribute(xml, "max")));
      } else if (isStart(xml, "sheetData")) {
        sink.sheet(name, sheet.isHidden, hiddenColumns);
      } else if (isStart(xml, "row")) {
        boolean isHidden = isTrue(xml, "hidden");
        String stated = attribute(xml, "r");
        row = stated.isEmpty() ? row + 1 : Integer.parseInt(stated);
        if (row < 1 || row > ROWS_MOST) {
          throw new FileProblem(
              SheetCode.NOT_A_SPREADSHEET, zh("出现第 %s 行").en("there is a row %s", row));
        }
        sink.row(new SheetRow(Optional.of(name), row, isHidden, false, cells(xml)));
      }
    }
    xml.close();
  }

  /** Columns are counted from 1 there; those that no table has are not remembered. */
  private static void hide(BitSet columns, int first, int last) {
    int from = Math.max(first, 1) - 1;
    int to = Math.min(last, Limits.COLUMNS_MOST);
    if (from < to) {
      columns.set(from, to);
    }
  }

  private List<Cell> cells(XMLStreamReader xml) throws XMLStreamException {
    List<Cell> cells = new ArrayList<>();
    int column = -1;
    while (next(xml) && !isEnd(xml, "row")) {
      if (isStart(xml, "c")) {
        column = column(attribute(xml, "r")).orElse(column + 1);
        Cell cell = cell(xml);
        // One beyond the limit shows that there is something.
        if (!cell.isEmpty()) {
          put(cells, Math.min(column, Limits.COLUMNS_MOST), cell);
        }
      }
    }
    return cells;
  }

  private static void put(List<Cell> cells, int column, Cell cell) {
    while (cells.size() <= column) {
      cells.add(Cell.EMPTY);
    }
    cells.set(column, cell);
  }

  private static Optional<Integer> column(String reference) {
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    var matcher = REFERENCE.matcher(reference);
    if (!matcher.matches()) {
      throw new FileProblem(SheetCode.NOT_A_SPREADSHEET, zh("单元格没有位置").en("a cell has no place"));
    }
    int column = 0;
    for (char letter : matcher.group(1).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return Optional.of(column - 1);
  }

  private Cell cell(XMLStreamReader xml) throws XMLStreamException {
    String type = attribute(xml, "t");
    int style = number(attribute(xml, "s"));
    if (type.equals("inlineStr")) {
      return Cell.text(texts(xml, "c"));
    }
    StringBuilder value = new StringBuilder();
    boolean isFormula = false;
    boolean isValue = false;
    while (next(xml) && !isEnd(xml, "c")) {
      if (xml.isStartElement()) {
        isFormula |= xml.getLocalName().equals("f");
        isValue = xml.getLocalName().equals("v");
      } else if (xml.isEndElement()) {
        isValue = false;
      } else if (xml.isCharacters() && isValue) {
        append(value, xml);
      }
    }
    String text = value.toString();
    return isFormula ? new Cell(Cell.Kind.FORMULA, text) : cell(type, style, text);
  }

  private Cell cell(String type, int style, String text) {
    return switch (type) {
      case "s" -> Cell.text(shared(text));
      case "str" -> Cell.text(text);
      case "b", "e" -> new Cell(Cell.Kind.OTHER, text);
      case "d" -> new Cell(Cell.Kind.DATE, written(text.strip()));
      default -> number(style, text.strip());
    };
  }

  private Cell number(int style, String text) {
    if (dateStyles.contains(style)) {
      return new Cell(Cell.Kind.DATE, day(text));
    }
    return new Cell(percentStyles.contains(style) ? Cell.Kind.PERCENT : Cell.Kind.NUMBER, text);
  }

  /** The day of a number, if it is one. */
  private String day(String text) {
    Matcher matcher = DAY_NUMBER.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    int number = Integer.parseInt(matcher.group(1));
    boolean isSure = number >= FIRST_SURE_DAY || !day0.equals(DAY_0);
    return isSure ? day0.plusDays(number).toString() : text;
  }

  /** The day of a moment. */
  private static String written(String text) {
    Matcher matcher = DAY_WRITTEN.matcher(text);
    return matcher.matches() ? matcher.group(1) : text;
  }

  private String shared(String index) {
    int number = Integer.parseInt(index.strip());
    if (number < 0 || number >= shared.size()) {
      throw new FileProblem(
          SheetCode.NOT_A_SPREADSHEET,
          zh("单元格引用的文本不存在").en("a cell names a text that is not there"));
    }
    return shared.get(number);
  }
}
