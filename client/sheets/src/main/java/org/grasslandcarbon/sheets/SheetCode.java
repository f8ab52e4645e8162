// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

/**
 * What can be wrong with a file or a cell before the registry's own rules are asked, with a
 * sentence in each language. Never renamed or reused.
 */
public enum SheetCode {
  /** Neither CSV nor XLSX. */
  NOT_A_SPREADSHEET(
      "文件不是可读取的 CSV 或 XLSX；请用模板另存为 .xlsx 或 .csv。",
      "The file cannot be read as CSV or XLSX: fill in the template and save it as .xlsx or .csv."),
  /** An old or protected workbook. */
  OLD_OR_PROTECTED(
      "文件为旧版 .xls 或带密码保护；请另存为无密码的 .xlsx。",
      "The file is an old .xls or has a password: save it as .xlsx without one."),
  /** The text is in no encoding that is read. */
  UNKNOWN_ENCODING(
      "文件编码不是 UTF-8、带字节序标记的 UTF-16 或 GB18030；请另存为“CSV UTF-8”。",
      "The text is neither UTF-8, nor UTF-16 with a byte order mark, nor GB18030: save it as \"CSV"
          + " UTF-8\"."),
  /** A workbook with macros. */
  MACROS("工作簿含有宏；请另存为 .xlsx。", "The workbook has macros: save it as .xlsx."),
  /** Nothing in it. */
  EMPTY_FILE("文件中没有数据；请填写模板。", "There are no data in the file: fill in the template."),
  /** Too many bytes. */
  FILE_TOO_LARGE("文件过大；请拆分监测期。", "The file is too large: report a shorter period."),
  /** Too many rows. */
  TOO_MANY_ROWS(
      "行数过多；账本中一份报告或一次采样最多 5000 项数据，请缩短监测期或减少样点。",
      "There are too many rows: a report or a sampling has at most 5000 data on the ledger; report"
          + " a shorter period, or fewer points."),
  /** More than the instructions hold that a report or a sampling may consist of. */
  INSTRUCTION_TOO_LARGE(
      "数据分批后仍超过指令的 64 KiB；请缩短监测期或减少样点。",
      "Even in parts the data are more than the 64 KiB of an instruction: report a shorter period,"
          + " or fewer points."),
  /** A sheet that is no table of the template. */
  UNKNOWN_SHEET(
      "工作表不属于模板；请使用模板的工作表名。", "The sheet is not one of the template: keep the template's sheets."),
  /** A heading is missing. */
  MISSING_COLUMN("缺少列；请从模板复制表头。", "A column is missing: copy the headings from the template."),
  /** A heading that is not known. */
  UNKNOWN_COLUMN(
      "该方法学没有此列；请删除或更正表头。",
      "The methodology has no such column: remove it or correct its heading."),
  /** A heading that stands twice. */
  DUPLICATE_COLUMN("该列出现两次；请合并。", "The column stands twice: keep one."),
  /** A unit that is not the methodology's. */
  WRONG_UNIT("单位与方法学不一致；请换算后填写。", "The unit is not the methodology's: convert the numbers."),
  /** A value beside the columns. */
  OUTSIDE_COLUMNS("该单元格不在任何一列之下；请清除。", "The cell is below no heading: clear it."),
  /** A formula. */
  FORMULA("单元格是公式；请粘贴为数值。", "The cell is a formula: paste its value."),
  /** A date where a number belongs. */
  DATE("单元格是日期；请填写数字。", "The cell is a date: enter a number."),
  /** No number at all. */
  NOT_A_NUMBER("不是数字；请填写数字或留空。", "This is not a number: enter one, or leave the cell empty."),
  /** A comma in a number. */
  COMMA(
      "数字中有逗号；请用小数点，且不要千位分隔符。",
      "The number has a comma: use a decimal point and no thousands separators."),
  /** A point in a file with decimal commas. */
  AMBIGUOUS_POINT(
      "文件中有数字用逗号作小数点，此处的点可能是千位分隔符；请按说明改写。",
      "Other numbers of the file have a decimal comma, so this point may stand between thousands:"
          + " write the number without it, or all with points."),
  /** A per cent format in a column of per cent. */
  PERCENT(
      "单元格按百分比显示，而该列单位就是 %；请改为常规格式并填写百分数。",
      "The cell is shown as per cent and the column's unit is per cent: format it as a number and"
          + " enter the per cent."),
  /** Less than a laboratory can measure. */
  BELOW_DETECTION(
      "测定值低于检出限，不是数值；请按方法学填写数值，检出限载于检测报告。",
      "The value is below the limit of detection and no number: enter the number that the"
          + " methodology asks for; the limit stands in the laboratory's report."),
  /** Scientific notation as text. */
  SCIENTIFIC(
      "科学计数法未写出个位以前的全部位数，可能已丢失；请将单元格格式设为数值。",
      "Scientific notation does not say all digits before the point, which may be lost: format the"
          + " cell as a number."),
  /** A unit in the cell. */
  UNIT_IN_CELL(
      "数字后有文字；单位只写在表头。", "There is text after the number: units stand in the heading only."),
  /** More digits than a number has here. */
  TOO_MANY_DIGITS(
      "位数过多；小数点前最多 15 位。", "The number has too many digits: at most 15 before the point."),
  /** No stratum. */
  BAD_STRATUM(
      "分层名称缺失或有误；请按项目的分层填写。",
      "The name of the stratum is missing or not right: enter one of the project's."),
  /** No year. */
  BAD_YEAR("年份缺失或有误；请填写四位年份。", "The year is missing or not right: enter four digits."),
  /** No sample. */
  BAD_SAMPLE(
      "样品编号缺失或有误；如 WP-1-P07-L1。",
      "The name of the sample is missing or not right: it is like WP-1-P07-L1."),
  /** A datum of a sample that stands twice. */
  DUPLICATE_SAMPLE("同一样品的该项数据出现两次；请只保留一个。", "The datum of this sample stands twice: keep one."),
  /** A layer between others has no carbon. */
  MISSING_LAYER(
      "该样点缺少上层土的有机碳含量；请补填，或更正土层编号。",
      "Organic carbon of a layer above is missing at this point: enter it, or correct the number of"
          + " the layer."),
  /** A layer of which there is no carbon. */
  LAYER_WITHOUT_CARBON(
      "该土层没有有机碳含量，其他数据无从计算；请补填，或删除该行。",
      "The layer has no organic carbon, and nothing is computed from the rest: enter it, or remove"
          + " the row."),
  /** Samples in a report whose version has samplings as records. */
  RECORDED_SAMPLING(
      "该方法学版本的采样单独登记；请用采样模板填报，报告中不填。",
      "Under this version samplings are recorded: fill them in on the template of samplings and not"
          + " in the report."),
  /** Samplings of a version that has no records of them. */
  NO_SAMPLING_RECORDS(
      "该方法学版本不登记采样；请用监测数据模板填报样品数据。",
      "Under this version samplings are not recorded: fill in samples on the template of monitoring"
          + " data."),
  /** No side. */
  BAD_SIDE(
      "对象缺失或有误；项目地块填 WP，对照样地填 BSL。",
      "The side is missing or not right: it is WP, the project's land, or BSL, the control site."),
  /** No day. */
  BAD_DATE(
      "日期缺失或有误；请按 2025-06-01 填写，或将单元格格式设为日期。",
      "The day is missing or not right: write it like 2025-06-01, or format the cell as a date."),
  /** No analysis. */
  BAD_ANALYSIS(
      "分析方法缺失或有误；请填 DRY_COMBUSTION、WET_OXIDATION 或 SPECTROSCOPY。",
      "The analysis is missing or not right: it is DRY_COMBUSTION, WET_OXIDATION or"
          + " SPECTROSCOPY."),
  /** No laboratory. */
  BAD_LABORATORY(
      "实验室缺失或有误；请填其 18 位统一社会信用代码，单元格设为文本。",
      "The laboratory is missing or not right: enter its unified social credit code of 18"
          + " characters, in a cell of text."),
  /** No digest. */
  BAD_HASH(
      "不是 SHA-256；请填 64 位小写十六进制摘要。",
      "This is no SHA-256: enter the 64 hexadecimal digits in lower case."),
  /** No depth of cores. */
  BAD_DEPTH(
      "采样深度缺失、有误或多余；按等质量比较土壤的分层填写大于 0、不超过 200 的厘米数，其他分层不填。",
      "The depth of the cores is missing, not right or not asked for: enter centimetres above 0 and"
          + " at most 200 where soil is compared by mass, and nothing elsewhere."),
  /** No report of the laboratory. */
  NO_LABORATORY_REPORT(
      "缺少检测报告的摘要；请填 laboratoryReport 列，或用 --laboratory-report 给出文件。",
      "The laboratory's report is missing: fill in the column laboratoryReport, or name the file by"
          + " --laboratory-report."),
  /** No point. */
  BAD_POINT(
      "样点或样品编号缺失或有误；如 P07、P07-L1 或 L1。",
      "The name of the point or sample is missing or not right: it is like P07, P07-L1 or L1."),
  /** No place on earth. */
  BAD_COORDINATE(
      "坐标缺失或有误；请填 WGS 84 十进制度，纬度不超过 90，经度不超过 180。",
      "The coordinate is missing or not right: enter degrees of WGS 84, at most 90 of latitude and"
          + " 180 of longitude."),
  /** A point that stands twice. */
  DUPLICATE_POINT("该样点出现两次；请只保留一个。", "The point stands twice: keep one."),
  /** A point of which nobody knows where it is. */
  POINT_WITHOUT_PLACE(
      "该样点有测定值而没有坐标；请在样点表中补填。",
      "The point has values and no place: enter it in the table of points."),
  /** A point of which nothing was measured. */
  POINT_WITHOUT_VALUES(
      "该样点有坐标而没有测定值；请补填，或删除该行。",
      "The point has a place and no values: enter them, or remove the row."),
  /** A sampling that stands twice. */
  DUPLICATE_SAMPLING(
      "同一分层的同一对象出现两次；一份文件填一次外业采样。", "The side of the stratum stands twice: a file is one survey."),
  /** Values or points of no sampling. */
  NO_SAMPLING(
      "该分层和对象在采样表中没有一行；请补填日期、分析方法和实验室。",
      "The side of the stratum has no row in the table of samplings: enter days, analysis and"
          + " laboratory."),
  /** A sampling of which nothing was measured. */
  SAMPLING_WITHOUT_VALUES(
      "该采样没有任何样点的测定值；请补填，或清空该行的日期等各列。",
      "The sampling has no values of points: enter them, or clear the row but for stratum and"
          + " side."),
  /** A datum of another kind of row. */
  WRONG_ROW(
      "此项数据不属于这一行；样品数据与其他数据分行填写。",
      "The datum does not belong in this row: data of samples have rows of their own.");

  private final String zh;
  private final String en;

  SheetCode(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** What to do, in Chinese. */
  public String zh() {
    return zh;
  }

  /** What to do, in English. */
  public String en() {
    return en;
  }
}
