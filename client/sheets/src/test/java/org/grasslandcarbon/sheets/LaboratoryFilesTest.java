// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as spreadsheets and laboratories write them: what is read, and what is told of it. */
class LaboratoryFilesTest {
  private static final String SHEET = Template.sheetName(DataTable.ACTIVITY);

  @TempDir Path folder;

  private Filled filled;

  @BeforeEach
  void prepare() {
    filled = new Filled(folder);
  }

  private static List<String> told(MonitoringImport.Imported imported) {
    assertThat(imported.problems()).isEmpty();
    return imported.notes().stream()
        .map(
            note ->
                note.code()
                    + " "
                    + note.column().orElse("")
                    + " "
                    + note.count()
                    + note.detail().map(detail -> " " + detail).orElse(""))
        .toList();
  }

  private static String sheep(MonitoringImport.Imported imported) {
    assertThat(imported.problems()).isEmpty();
    return imported.data().stream()
        .filter(row -> row.toString().equals("HEAD.SHEEP of S1 in 2023"))
        .findFirst()
        .orElseThrow()
        .value()
        .toString();
  }

  private static List<String> problems(MonitoringImport.Imported imported) {
    return imported.problems().stream()
        .map(problem -> problem.code() + problem.row().map(row -> " " + row).orElse(""))
        .toList();
  }

  @Test
  void rounding_is_told_once_a_column_with_its_largest_change() {
    String rounded =
        Filled.GOOD
            .replace("6000", "6000.29333333333333")
            .replace("2050", "2050.0000000000007")
            .replace("1200", "1200.0000000000001");
    MonitoringImport.Imported imported = Filled.read(filled.csv(rounded));

    assertThat(sheep(imported)).isEqualTo("6000.293333333333");
    assertThat(told(imported))
        .containsExactly(
            "ROUNDED D HEAD.SHEEP 2 the largest change is 3.3E-13",
            "ROUNDED E FUEL.DIESEL 1 the largest change is 1E-13");
    assertThat(imported.notes().get(0).zh()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;", "SEP=;", "\"sep=;\"", "sep=;;;;;"})
  void the_separator_is_the_one_that_the_first_line_names(String first) {
    String text = first + "\r\n" + Filled.GOOD.replace(',', ';').replace("6000", "6000,5");
    MonitoringImport.Imported imported = Filled.read(filled.csv(text));

    assertThat(sheep(imported)).isEqualTo("6000.5");
    assertThat(sheep(Filled.read(filled.csv("\uFEFF" + text)))).isEqualTo("6000.5");
    assertThat(problems(Filled.read(filled.csv(text.replace("900", "x")))))
        .as("rows are counted as the file has them")
        .containsExactly("NOT_A_NUMBER 4");
  }

  @Test
  void a_named_separator_comes_before_the_one_that_stands_most_often() {
    String text = "sep=\t\nstratum\tyear\tHEAD.SHEEP [head]\t# ,,,,,,\nS1\t2023\t6000\n";
    assertThat(problems(Filled.read(filled.csv(text))))
        .contains("UNKNOWN_COLUMN 2")
        .doesNotContain("MISSING_COLUMN 2");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE"})
  void unicode_text_of_spreadsheets_is_read_in_both_orders(String charset) {
    String text = "\uFEFF" + Filled.GOOD.replace(',', '\t').replace("stratum", "分层");
    assertThat(sheep(Filled.read(filled.csv(text, Charset.forName(charset))))).isEqualTo("6000");
    byte[] withoutMark =
        Filled.GOOD.getBytes(
            "UTF-16LE".equals(charset) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    assertThat(problems(Filled.read(filled.file(withoutMark)))).containsExactly("UNKNOWN_ENCODING");
  }

  @Test
  void a_point_before_three_digits_is_refused_in_a_file_with_decimal_commas_and_in_no_other() {
    String semicolons = Filled.GOOD.replace(',', ';').replace("6000", "6.000");
    assertThat(sheep(Filled.read(filled.csv(semicolons)))).isEqualTo("6");

    MonitoringImport.Imported mixed =
        Filled.read(filled.csv(semicolons.replace("1100", "1100,25")));
    assertThat(problems(mixed)).containsExactly("AMBIGUOUS_POINT 2");
    assertThat(mixed.problems().get(0).detail().orElseThrow()).contains("6000").contains("6.000");
    assertThat(mixed.data()).isEmpty();
  }

  @Test
  void what_one_file_says_of_points_does_not_bind_the_next() {
    String[] lines = Filled.GOOD.replace(',', ';').split("\n");
    Path commas =
        filled.csv(lines[0] + "\n" + lines[1].replace("1200", "1200,5") + "\n" + lines[2]);
    Path points = filled.csv(lines[0] + "\n" + lines[3].replace("6100", "6.125") + "\n" + lines[4]);
    assertThat(problems(Filled.read(commas, points))).isEmpty();
  }

  private static String row(int number, String attributes, String... cells) {
    return "<row r='" + number + "' " + attributes + ">" + String.join("", cells) + "</row>";
  }

  private static String cell(String reference, String attributes, String value) {
    return "<c r='" + reference + "' " + attributes + "><v>" + value + "</v></c>";
  }

  private static String text(String reference, String value) {
    return "<c r='" + reference + "' t='inlineStr'><is><t>" + value + "</t></is></c>";
  }

  /**
   * The example in a workbook whose rows 3 and 4 are hidden, with a style of the sheep of row 2.
   */
  private static String rows(String style, String sheep) {
    StringBuilder rows = new StringBuilder();
    int number = 1;
    for (String line : Filled.GOOD.split("\n")) {
      String[] values = line.split(",");
      String[] cells = new String[values.length];
      for (int i = 0; i < values.length; i++) {
        String reference = Place.letters(i) + number;
        boolean isNumber = values[i].matches("[0-9]+");
        cells[i] =
            reference.equals("D2")
                ? cell(reference, style, sheep)
                : isNumber ? cell(reference, "", values[i]) : text(reference, values[i]);
      }
      rows.append(row(number, number == 3 || number == 4 ? "hidden='1'" : "", cells));
      number++;
    }
    return rows.toString();
  }

  @Test
  void hidden_rows_columns_and_sheets_are_read_and_told() {
    String sheet =
        "<worksheet><cols><col min='3' max='3' hidden='1'/><col min='9' max='16384' hidden='1'/>"
            + "</cols><sheetData>"
            + rows("", "6000")
            + "</sheetData></worksheet>";
    Path file =
        filled.xlsx(
            SHEET,
            "",
            Map.of(
                "xl/worksheets/sheet1.xml",
                sheet,
                "xl/workbook.xml",
                "<workbook xmlns:r='urn:r'><sheets><sheet state='veryHidden' name='"
                    + SHEET
                    + "' sheetId='1' r:id='rId1'/></sheets></workbook>"));
    assertThat(told(Filled.read(file)))
        .containsExactly(
            "HIDDEN_SHEET  1 " + SHEET,
            "HIDDEN_COLUMN C MANAGED_AREA [ha] 1 MANAGED_AREA [ha]",
            "HIDDEN_ROWS  2 3, 4");
  }

  @Test
  void cells_shown_as_per_cent_are_read_as_they_are_stored_and_told() {
    String styles =
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0.0%'/>"
            + "<numFmt numFmtId='165' formatCode='0\" %\"'/></numFmts><cellXfs>"
            + "<xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='164'/><xf numFmtId='165'/>"
            + "</cellXfs></styleSheet>";
    for (String style : List.of("s='1'", "s='2'")) {
      MonitoringImport.Imported imported =
          Filled.read(filled.xlsx(SHEET, rows(style, "6000"), Map.of("xl/styles.xml", styles)));
      assertThat(sheep(imported)).isEqualTo("6000");
      assertThat(told(imported)).contains("SHOWN_AS_PERCENT D HEAD.SHEEP 1");
    }
    assertThat(
            told(
                Filled.read(
                    filled.xlsx(SHEET, rows("s='3'", "6000"), Map.of("xl/styles.xml", styles)))))
        .as("a quoted sign multiplies nothing")
        .containsExactly("HIDDEN_ROWS  2 3, 4");
  }

  @Test
  void nothing_is_told_of_what_the_template_itself_holds() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Template(Filled.METHODOLOGY, List.of(), Optional.empty()).writeXlsx(out);
    assertThat(Filled.read(filled.file(out.toByteArray())).notes()).isEmpty();
  }
}
