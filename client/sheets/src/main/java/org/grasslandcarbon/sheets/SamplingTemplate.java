// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.participant.Laboratory;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.quantification.Stratum;

/**
 * The tables that the samplings of one survey are filled in: when and by whom, where, and what was
 * measured. What is filled in is read by {@link SamplingImport}.
 */
public final class SamplingTemplate {
  private static final int HEADING_ROWS = 3;

  private final Methodology methodology;
  private final List<Stratum> strata;

  /**
   * @param strata the project's strata; empty for a template without rows
   */
  public SamplingTemplate(Methodology methodology, List<Stratum> strata) {
    this.methodology = methodology;
    this.strata = List.copyOf(strata);
  }

  /** Writes one table as CSV with a byte order mark, as spreadsheets want it. */
  public void writeCsv(SamplingTable table, OutputStream out) throws IOException {
    Template.writeCsv(rows(table), out);
  }

  /** Writes a workbook with a sheet a table and one that explains them. */
  public void writeXlsx(OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Grassland", "1.0")) {
      for (SamplingTable table : SamplingTable.values()) {
        Worksheet sheet = workbook.newWorksheet(table.sheetName());
        Template.write(sheet, rows(table));
        sheet.freezePane(2, HEADING_ROWS);
      }
      Template.write(workbook.newWorksheet(Template.INSTRUCTIONS), instructions());
    }
  }

  private List<List<String>> rows(SamplingTable table) {
    List<DatumType> data = table.data(methodology);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.concat(
                table.keys().stream().map(KeyColumn::heading),
                data.stream().map(DataTable::heading))
            .toList());
    List<String> names =
        new ArrayList<>(
            Stream.concat(
                    table.keys().stream().map(key -> key.title().zh() + " / " + key.title().en()),
                    data.stream().map(Template::names))
                .toList());
    names.set(0, "# " + names.get(0));
    rows.add(names);
    List<String> forms =
        new ArrayList<>(
            Stream.concat(
                    table.keys().stream().map(KeyColumn::form),
                    data.stream().map(type -> Template.range(methodology, type)))
                .toList());
    forms.set(0, "#");
    rows.add(forms);
    for (Stratum stratum : strata) {
      for (Scenario side : List.of(Scenario.WP, Scenario.BSL)) {
        rows.add(List.of(stratum.name(), side.name()));
      }
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
    rows.add(
        List.of(
            "一份文件填一次外业采样：每个分层的项目地块（WP）和对照样地（BSL）各一行。",
            "A file is one survey: a row for the land (WP) and the control site (BSL) of each"
                + " stratum."));
    rows.add(
        List.of(
            "首行是表头，请勿改动；以 # 开头的行不读取；只有分层和对象的行不读取。",
            "The first row has the headings: leave it. Rows that begin with # are not read, nor are"
                + " rows with stratum and side only."));
    rows.add(
        List.of(
            "样点每次采样沿用同一名称，如 P07；样品为样点和土层，如 P07-L2；仅填 L2 为各样点同层，不填为整次采样。",
            "A point keeps its name when it is sampled again, e.g. P07. A sample is point and layer,"
                + " P07-L2; L2 alone is that layer at all points, and nothing all of the sampling."));
    rows.add(
        List.of(
            "坐标为 WGS 84 十进制度，至多 5 位小数。", "Coordinates are degrees of WGS 84, with 5 decimals."));
    rows.add(
        List.of(
            "实验室填统一社会信用代码（文本格式）；检测报告填其文件的 SHA-256。",
            "The laboratory is named by its unified social credit code, as text, its report by the"
                + " SHA-256 of the file."));
    rows.add(
        List.of(
            "按等质量比较土壤的分层填写采样深度（厘米），即土芯所达深度；其他分层不填。",
            "How deep the cores went, in centimetres, is filled in where soil is compared by mass,"
                + " and nowhere else."));
    rows.add(List.of("", ""));
    for (Laboratory.Analysis analysis : Laboratory.Analysis.values()) {
      rows.add(List.of(SamplingImport.ANALYSES.get(analysis), analysis.name()));
    }
    Arrays.stream(SamplingTable.values())
        .flatMap(table -> table.data(methodology).stream())
        .forEach(
            type ->
                rows.add(
                    List.of(
                        DataTable.heading(type),
                        Template.names(type),
                        Template.range(methodology, type))));
    return rows;
  }
}
