// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.monitoring.ExampleReport;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitoringImportTest {
  private static final String SHEET = Template.sheetName(DataTable.ACTIVITY);

  @TempDir Path folder;

  private Filled filled;

  @BeforeEach
  void prepare() {
    filled = new Filled(folder);
  }

  private static List<Datum> sorted(List<Datum> data) {
    return data.stream().sorted(Comparator.comparing(Datum::toString)).toList();
  }

  private static final List<Datum> EXAMPLE = sorted(ExampleReport.submission().data());

  private static void isExample(MonitoringImport.Imported imported) {
    assertThat(imported.problems()).isEmpty();
    assertThat(sorted(imported.data())).isEqualTo(EXAMPLE);
  }

  private static List<String> problems(MonitoringImport.Imported imported) {
    assertThat(imported.data()).as("nothing is given when anything is wrong").isEmpty();
    return imported.problems().stream()
        .map(
            problem ->
                problem.column().orElse("").split(" ")[0]
                    + problem.row().map(Object::toString).orElse("")
                    + " "
                    + problem.code())
        .toList();
  }

  /** What is said of one cell in place of a good one: the sheep of S1 in 2023. */
  private List<String> sheep(String value) {
    return problems(Filled.read(filled.csv(Filled.GOOD.replace("6000", value))));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030"})
  void a_table_is_read_in_both_encodings_and_with_chinese_headings(String charset) {
    String chinese =
        Filled.GOOD.replace("stratum,year", "分层,年份").replace("S1,2023", "# 备注\nS1,2023");
    isExample(Filled.read(filled.csv(chinese, Charset.forName(charset))));
  }

  @Test
  void a_byte_order_mark_other_separators_and_line_ends_are_read() {
    isExample(Filled.read(filled.csv("\uFEFF" + Filled.GOOD)));
    isExample(Filled.read(filled.csv(Filled.GOOD.replace(',', ';').replace("\n", "\r\n"))));
    isExample(Filled.read(filled.csv(Filled.GOOD.replace(',', '\t'))));
  }

  @Test
  void full_width_digits_and_white_space_are_what_they_stand_for() {
    isExample(Filled.read(filled.csv(Filled.GOOD.replace("6000", "　６０００ ").replace("S2", "Ｓ２"))));
  }

  @Test
  void a_table_may_come_in_several_files() {
    String[] lines = Filled.GOOD.split("\n");
    Path first = filled.csv(lines[0] + "\n" + lines[1] + "\n" + lines[2]);
    Path second = filled.csv(lines[0] + "\n" + lines[3] + "\n" + lines[4]);
    isExample(Filled.read(first, second));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 head|UNIT_IN_CELL",
        "\"6,000\"|COMMA",
        "\"12,5\"|COMMA",
        "6.0E+03|SCIENTIFIC",
        "1e400|SCIENTIFIC",
        "NaN|NOT_A_NUMBER",
        "Infinity|NOT_A_NUMBER",
        "-Infinity|NOT_A_NUMBER",
        "#DIV/0!|NOT_A_NUMBER",
        "六千|NOT_A_NUMBER",
        "2023-06-01|DATE",
        "2023/6/1|DATE",
        "<0.05|BELOW_DETECTION",
        "未检出|BELOW_DETECTION",
        "n.d.|BELOW_DETECTION",
        "1234567890123456|TOO_MANY_DIGITS",
        "=6000+1|NOT_A_NUMBER",
        "-1|DATA_OUT_OF_RANGE",
        "999999999999999|DATA_OUT_OF_RANGE"
      })
  void a_cell_that_is_no_number_of_the_registry_is_named(String value, String code) {
    assertThat(sheep(value)).containsExactly("D2 " + code);
  }

  @Test
  void a_refused_value_is_shown_shortened_and_without_control_characters() {
    MonitoringImport.Imported imported =
        Filled.read(filled.csv(Filled.GOOD.replace("6000", "\u001B[31m" + "x".repeat(100))));
    String shown = imported.problems().get(0).value().orElseThrow();
    assertThat(shown).hasSize(41).endsWith("…").doesNotContain("\u001B");
    assertThat(imported.problems().get(0).zh()).isNotBlank();
    assertThat(imported.problems().get(0).en()).isNotBlank();
  }

  @Test
  void every_problem_of_a_file_is_named_at_once() {
    String bad =
        """
        stratum,year,MANAGED_AREA [ha],HEAD.SHEEP [flock],HEAD.DRAGON [head],MANAGED_AREA [ha]
        S1,2023,x,y,1,1
        ,2023,2800,6000
        S1,last year,2800,6000
        S1,2024,2800,6000,,,spare
        """;
    assertThat(problems(Filled.read(filled.csv(bad))))
        .containsExactly(
            "D1 WRONG_UNIT",
            "E1 UNKNOWN_COLUMN",
            "F1 DUPLICATE_COLUMN",
            "C2 NOT_A_NUMBER",
            "D2 NOT_A_NUMBER",
            "A3 BAD_STRATUM",
            "B4 BAD_YEAR",
            "G5 OUTSIDE_COLUMNS");
  }

  @Test
  void what_the_registry_would_refuse_is_named_where_it_stands() {
    String bad =
        Filled.GOOD.replace("S2,2024,1400", "S2,2024,").replace("S2,2023", "S9,2023")
            + "S1,2023,1,1,1\n";
    assertThat(problems(Filled.read(filled.csv(bad))))
        .contains("C3 STRATA_MISMATCH", "C6 STRATA_MISMATCH", "C5 STRATA_MISMATCH");
  }

  @Test
  void a_table_without_its_keys_or_without_data_is_refused() {
    assertThat(problems(Filled.read(filled.csv("year,HEAD.SHEEP [head]\n2023,1\n"))))
        .startsWith("1 MISSING_COLUMN");
    assertThat(problems(Filled.read(filled.csv("")))).containsExactly(" EMPTY_FILE");
    assertThat(problems(Filled.read(filled.csv("\n\n")))).containsExactly(" EMPTY_FILE");
    String headingsOnly = Filled.GOOD.lines().findFirst().orElseThrow();
    assertThat(problems(Filled.read(filled.csv(headingsOnly)))).containsExactly(" EMPTY_FILE");
  }

  @Test
  void a_text_that_is_none_is_refused() {
    byte[] bytes = {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8, 's', 0};
    assertThat(problems(Filled.read(filled.file(bytes)))).containsExactly(" UNKNOWN_ENCODING");
  }

  @Test
  void a_million_rows_are_counted_and_refused() throws IOException {
    Path file = folder.resolve("large.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("stratum,year,HEAD.SHEEP [head]\n");
      for (int i = 0; i < 1_000_000; i++) {
        out.write("S1,2023,1\n");
      }
    }
    MonitoringImport.Imported imported = Filled.read(file);
    assertThat(imported.rows()).isEqualTo(1_000_000);
    assertThat(problems(imported)).containsExactly(" TOO_MANY_ROWS");
    assertThat(imported.problems().get(0).detail().orElseThrow()).contains("1000000 rows");
  }

  @Test
  void a_file_larger_than_the_limit_is_not_read() {
    assertThat(problems(Filled.read(new Limits(10, 10, 1_000_000), filled.csv(Filled.GOOD))))
        .containsExactly(" FILE_TOO_LARGE");
  }

  private static String cell(String reference, String type, String value) {
    return "<c r='" + reference + "' t='" + type + "'><v>" + value + "</v></c>";
  }

  private static String text(String reference, String value) {
    return "<c r='" + reference + "' t='inlineStr'><is><t>" + value + "</t></is></c>";
  }

  /** The example with another cell for the sheep of S1 in 2023. */
  private Path workbook(String sheet, String sheep) {
    StringBuilder rows = new StringBuilder();
    int number = 1;
    for (String line : Filled.GOOD.split("\n")) {
      rows.append("<row r='").append(number).append("'>");
      int column = 0;
      for (String value : line.split(",")) {
        String reference = Place.letters(column++) + number;
        boolean isSheep = reference.equals("D2");
        boolean isNumber = value.matches("[0-9]+");
        rows.append(
            isSheep ? sheep : isNumber ? cell(reference, "n", value) : text(reference, value));
      }
      rows.append("</row>");
      number++;
    }
    return filled.xlsx(sheet, rows.toString());
  }

  @Test
  void numbers_of_a_workbook_are_what_it_shows_of_them() {
    isExample(Filled.read(workbook(SHEET, cell("D2", "n", "6000"))));
    isExample(Filled.read(workbook(SHEET, cell("D2", "n", "5999.9999999999991"))));
    isExample(Filled.read(workbook(SHEET, cell("D2", "n", "6.0E+03"))));
    isExample(Filled.read(workbook(SHEET, "<c r='D2' s='3'><v>6000</v></c>")));
  }

  @Test
  void a_year_that_a_program_stores_with_a_point_is_the_year_that_is_shown() throws IOException {
    Path file = workbook(SHEET, cell("D2", "n", "6000.0"));
    String sheet = "xl/worksheets/sheet1.xml";
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String rows =
          new String(
              zip.getInputStream(zip.getEntry(sheet)).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(rows).contains(">2023<");
      isExample(
          Filled.read(filled.xlsx(SHEET, "", Map.of(sheet, rows.replace(">2023<", ">2023.0<")))));
      assertThat(
              problems(
                  Filled.read(
                      filled.xlsx(SHEET, "", Map.of(sheet, rows.replace(">2023<", ">2023.5<"))))))
          .containsExactly("B2 BAD_YEAR", "B3 BAD_YEAR");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r='D2'><f>3000*2</f><v>6000</v></c>|FORMULA",
        "<c r='D2' t='shared'><f t='shared' si='0'/><v>6000</v></c>|FORMULA",
        "<c r='D2' s='1'><v>45000</v></c>|DATE",
        "<c r='D2' s='2'><v>45000</v></c>|DATE",
        "<c r='D2' t='b'><v>1</v></c>|NOT_A_NUMBER",
        "<c r='D2' t='e'><v>#DIV/0!</v></c>|NOT_A_NUMBER",
        "<c r='D2'><v>1E+400</v></c>|TOO_MANY_DIGITS",
        "<c r='D2'><v>1E+999999999</v></c>|TOO_MANY_DIGITS",
        "<c r='D2'><v>1E+99999999999</v></c>|TOO_MANY_DIGITS",
        "<c r='D2'><v>NaN</v></c>|NOT_A_NUMBER"
      })
  void a_cell_of_a_workbook_that_is_no_number_is_named(String cell, String code) {
    assertThat(problems(Filled.read(workbook(SHEET, cell)))).containsExactly("D2 " + code);
  }

  @Test
  void a_sheet_that_is_not_the_templates_is_refused() {
    assertThat(problems(Filled.read(workbook("Sheet1", cell("D2", "n", "6000")))))
        .containsExactly("1 UNKNOWN_SHEET");
  }

  @Test
  void macros_passwords_and_damaged_files_are_refused() {
    Path macros = filled.xlsx(SHEET, "", Map.of("xl/vbaProject.bin", "x"));
    assertThat(problems(Filled.read(macros))).containsExactly(" MACROS");
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0};
    assertThat(problems(Filled.read(filled.file(old)))).containsExactly(" OLD_OR_PROTECTED");
    assertThat(problems(Filled.read(filled.file(new byte[] {'P', 'K', 3, 4}))))
        .containsExactly(" NOT_A_SPREADSHEET");
    assertThat(problems(Filled.read(filled.xlsx(SHEET, "<row r='1'><c r='A1'>"))))
        .containsExactly(" NOT_A_SPREADSHEET");
  }

  @Test
  void nothing_outside_a_workbook_is_opened() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "S1");
    String withEntity =
        "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><sst><si><t>&e;</t></si></sst>";
    Path file =
        filled.xlsx(
            SHEET,
            "<row r='1'><c r='A1' t='s'><v>0</v></c></row>",
            Map.of("xl/sharedStrings.xml", withEntity));
    assertThat(problems(Filled.read(file))).containsExactly(" NOT_A_SPREADSHEET");
  }

  @Test
  void a_file_that_grows_without_end_is_not_unpacked() {
    String row = "<row><c t='inlineStr'><is><t>" + "a".repeat(1_000) + "</t></is></c></row>";
    Path bomb = filled.xlsx(SHEET, row.repeat(20_000));
    Limits limits = new Limits(1024 * 1024, 1024 * 1024, 1_000_000);
    assertThat(problems(Filled.read(limits, bomb))).contains(" FILE_TOO_LARGE");
  }

  @Test
  void a_cell_far_outside_costs_nothing() {
    assertThat(
            problems(Filled.read(filled.xlsx(SHEET, "<row r='1'>" + text("XFD1", "x") + "</row>"))))
        .isNotEmpty();
    assertThat(
            problems(
                Filled.read(filled.xlsx(SHEET, "<row r='1'>" + text("ZZZZZZ1", "x") + "</row>"))))
        .containsExactly(" NOT_A_SPREADSHEET");
    assertThat(problems(Filled.read(filled.xlsx(SHEET, "<row r='2000000000'></row>"))))
        .containsExactly(" NOT_A_SPREADSHEET");
  }

  @Test
  void arguments_name_the_file_as_evidence_and_fit_an_instruction() throws IOException {
    Path file = filled.csv(Filled.GOOD);
    ReportArguments arguments =
        ReportArguments.of(
            Filled.read(file),
            List.of(file),
            List.of(),
            Optional.empty(),
            Filled.PERIOD,
            ExampleProject.ID);
    assertThat(arguments.report().orElseThrow().documents())
        .containsExactly(Sha256.of(Files.readAllBytes(file)));
  }

  private ReportArguments arguments(List<Datum> data) throws IOException {
    return ReportArguments.of(
        new MonitoringImport.Imported(data, List.of(), List.of(), 0, data.size()),
        List.of(filled.csv("x")),
        List.of(),
        Optional.empty(),
        Filled.PERIOD,
        ExampleProject.ID);
  }

  @Test
  void more_than_an_instruction_holds_is_divided_into_parts_that_do() throws IOException {
    List<Datum> many =
        Collections.nCopies(
            900, new Datum("S1", "HEAD.SHEEP", "head", EXAMPLE.get(0).value(), 2023));
    ReportArguments arguments = arguments(many);

    assertThat(arguments.report().orElseThrow().data()).as("for a dry run").hasSize(900);
    assertThat(arguments.parts()).hasSizeGreaterThan(1);
    assertThat(arguments.parts().stream().flatMap(part -> part.data().stream())).hasSize(900);
    assertThat(arguments.parts())
        .allMatch(part -> Parts.bytes(part) <= SignedInstruction.PAYLOAD_BYTES_MOST);
    assertThat(arguments(many).parts()).as("always alike").isEqualTo(arguments.parts());
    List<InstructionId> ids = List.of(ExampleProject.ID);
    SubmitMonitoringReport naming = arguments.naming(ids);
    assertThat(naming.data()).isEmpty();
    assertThat(naming.dataParts()).contains(ids);
    assertThat(naming.documents()).isEqualTo(arguments.report().orElseThrow().documents());
  }

  @Test
  void more_parts_than_a_report_names_are_refused_with_the_numbers() throws IOException {
    Datum longest =
        new Datum(
            Optional.of("X".repeat(Datum.SAMPLE_MOST)),
            "层".repeat(Stratum.NAME_MOST),
            "HEAD.SHEEP",
            "head",
            Decimal.of("123456789012345.123456789012"),
            2023);
    List<Datum> many = Collections.nCopies(5_000, longest);
    ReportArguments arguments = arguments(many);

    assertThat(arguments.report().isPresent()).isFalse();
    assertThat(arguments.problems().get(0).code()).isEqualTo("INSTRUCTION_TOO_LARGE");
    assertThat(arguments.problems().get(0).detail().orElseThrow()).contains("5000 data make");
  }
}
