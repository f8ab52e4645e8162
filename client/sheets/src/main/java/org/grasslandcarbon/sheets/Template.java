// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.PlausibleRange;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;

/**
 * The tables that a report's data are filled in: headings from the methodology version, with names
 * in both languages, units and plausible ranges as notes, and a row for each stratum (and year)
 * where they are known. What is filled in is read by {@link MonitoringImport}.
 */
public final class Template {
  /** The sheet that explains the others; never read. */
  static final String INSTRUCTIONS = "说明 README";

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String HEADING_COLOUR = "DDEBDD";
  private static final double COLUMN_CHARACTERS = 24;
  private static final int HEADING_ROWS = 3;

  private final Methodology methodology;
  private final List<Stratum> strata;
  private final Optional<DateRange> period;

  /**
   * @param strata the project's strata; empty for a template without rows
   * @param period the monitored days, when they are known
   */
  public Template(Methodology methodology, List<Stratum> strata, Optional<DateRange> period) {
    this.methodology = methodology;
    this.strata = List.copyOf(strata);
    this.period = period;
  }

  /** The name of a table's sheet. */
  static String sheetName(DataTable table) {
    return table.title().zh() + " " + table.name();
  }

  /** Writes one table as CSV with a byte order mark, as spreadsheets want it. */
  public void writeCsv(DataTable table, OutputStream out) throws IOException {
    writeCsv(rows(table), out);
  }

  static void writeCsv(List<List<String>> rows, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    for (List<String> row : rows) {
      csv.writeRecord(row.stream().map(Template::harmless).toList());
    }
    csv.flush();
  }

  /**
   * Text that no spreadsheet runs as a formula: names of strata and data are written by strangers.
   */
  static String harmless(String text) {
    boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return isFormula ? "'" + text : text;
  }

  /** Writes a workbook with a sheet a table and one that explains them. */
  public void writeXlsx(OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Grassland", "1.0")) {
      for (DataTable table : DataTable.of(methodology)) {
        Worksheet sheet = workbook.newWorksheet(sheetName(table));
        write(sheet, rows(table));
        sheet.freezePane(table.keys().size(), HEADING_ROWS);
      }
      write(workbook.newWorksheet(INSTRUCTIONS), instructions());
    }
  }

  static void write(Worksheet sheet, List<List<String>> rows) {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        String text = rows.get(row).get(column);
        if (!text.isEmpty()) {
          sheet.value(row, column, text);
        }
        if (row == 0) {
          sheet.width(column, COLUMN_CHARACTERS);
          sheet.style(row, column).bold().fillColor(HEADING_COLOUR).set();
        }
      }
    }
  }

  private List<List<String>> rows(DataTable table) {
    List<DatumType> data = table.data(methodology);
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(table.keys().stream().map(KeyColumn::heading), data, DataTable::heading));
    rows.add(
        note(table, key -> key.title().zh() + " / " + key.title().en(), data, Template::names));
    rows.add(note(table, key -> "", data, this::range));
    for (Stratum stratum : strata) {
      rows.addAll(rowsOf(table, stratum));
    }
    return rows;
  }

  static String names(DatumType type) {
    return type.name().zh() + " / " + type.name().en();
  }

  private String range(DatumType type) {
    return range(methodology, type);
  }

  static String range(Methodology methodology, DatumType type) {
    String needed = type.isRequired() ? "必填 required; " : "";
    return needed
        + methodology.science().range(type.symbol()).map(PlausibleRange::toString).orElse("");
  }

  private static List<String> row(
      Stream<String> keys, List<DatumType> data, Function<DatumType, String> text) {
    return Stream.concat(keys, data.stream().map(text)).toList();
  }

  /** A row that is not read: its first cell begins with the sign of a note. */
  private static List<String> note(
      DataTable table,
      Function<KeyColumn, String> keyText,
      List<DatumType> data,
      Function<DatumType, String> text) {
    List<String> row = new ArrayList<>(row(table.keys().stream().map(keyText), data, text));
    row.set(0, ("# " + row.get(0)).strip());
    return row;
  }

  private List<List<String>> rowsOf(DataTable table, Stratum stratum) {
    if (!table.keys().contains(KeyColumn.YEAR) || period.isEmpty()) {
      return List.of(List.of(stratum.name()));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int year = period.get().from().getYear(); year <= period.get().to().getYear(); year++) {
      rows.add(List.of(stratum.name(), Integer.toString(year)));
    }
    return rows;
  }

  private List<List<String>> instructions() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("填写说明", "How to fill it in"));
    rows.add(
        List.of(
            "方法学 " + methodology.name().zh() + " " + methodology.version(),
            "Methodology " + methodology.name().en() + " " + methodology.version()));
    period.ifPresent(days -> rows.add(List.of("监测期 " + days, "Monitored days " + days)));
    rows.add(
        List.of(
            "首行是表头，请勿改动；以 # 开头的行不读取。",
            "The first row has the headings: leave it. Rows that begin with # are not read."));
    rows.add(List.of("只填数字；单位写在表头，不写在单元格。", "Enter numbers only; units stand in the headings."));
    rows.add(
        List.of(
            "小数用点；不要千位分隔符、公式和日期。",
            "A point for decimals; no thousands separators, formulas or dates."));
    rows.add(List.of("空单元格表示没有此项数据；0 与空不同。", "An empty cell is no datum; 0 is one."));
    rows.add(
        List.of("不需要的列可以删除；行可以增加。", "Columns that are not needed may be removed, rows added."));
    rows.add(
        List.of(
            "样品编号如 WP-1-P07-L2：项目地（对照 BSL）、第几次采样、样点、土层。",
            "A sample is named like WP-1-P07-L2: project (BSL: control), sampling, point, layer."));
    for (DataTable table : DataTable.of(methodology)) {
      rows.add(List.of(""));
      rows.add(List.of(sheetName(table), table.title().en()));
      table
          .data(methodology)
          .forEach(
              type ->
                  rows.add(List.of(DataTable.heading(type), names(type), over(type), range(type))));
    }
    return rows;
  }

  private static String over(DatumType type) {
    return switch (type.over()) {
      case AVERAGE -> "年内监测日平均 / average over the monitored days of the year";
      case TOTAL -> "年内监测日合计 / sum over the monitored days of the year";
      case PERIOD -> "整个监测期一次 / once for the whole period";
      case SAMPLE -> "每个样品 / of a sample";
    };
  }
}
