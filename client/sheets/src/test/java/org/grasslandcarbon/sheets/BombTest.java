// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small files that ask for all memory or all time: each is refused within its limits. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BombTest {
  private static final String SHEET = Template.sheetName(DataTable.ACTIVITY);
  private static final int SMALL = 200 * 1024;

  @TempDir Path folder;

  private void isRefused(Path file, SheetCode code, String detail) {
    MonitoringImport.Imported imported = Filled.read(Limits.SHARED, file);
    assertThat(imported.data()).isEmpty();
    assertThat(imported.problems().get(0).code()).isEqualTo(code.name());
    assertThat(imported.problems().get(0).detail().orElseThrow()).contains(detail);
  }

  private Path workbook(String sheetData, Map<String, String> more) throws IOException {
    Path file = new Filled(folder).xlsx(SHEET, sheetData, more);
    assertThat(Files.size(file)).as("it is a small file").isLessThan(SMALL);
    return file;
  }

  @Test
  void elements_within_elements() throws IOException {
    isRefused(
        workbook("<a>".repeat(20_000_000), Map.of()),
        SheetCode.NOT_A_SPREADSHEET,
        "nested more than 64 deep");
  }

  @Test
  void elements_within_elements_of_every_part() throws IOException {
    for (String part : List.of("xl/sharedStrings.xml", "xl/styles.xml")) {
      isRefused(
          workbook("", Map.of(part, "<x>" + "<a>".repeat(1_000))),
          SheetCode.NOT_A_SPREADSHEET,
          "nested more than 64 deep");
    }
  }

  @Test
  void many_small_elements() throws IOException {
    isRefused(
        workbook("<a/>".repeat(5_000_000), Map.of()),
        SheetCode.FILE_TOO_LARGE,
        "more than 4000000 XML elements");
  }

  @Test
  void one_long_attribute() throws IOException {
    isRefused(
        workbook("<row x='" + "a".repeat(40_000_000) + "'/>", Map.of()),
        SheetCode.NOT_A_SPREADSHEET,
        "a tag or text has more than");
  }

  @Test
  void many_texts_without_characters() throws IOException {
    isRefused(
        workbook(
            "", Map.of("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(1_000_000) + "</sst>")),
        SheetCode.FILE_TOO_LARGE,
        "texts have more than");
  }

  @Test
  void a_format_of_two_million_quotes_that_half_a_million_styles_name() throws IOException {
    String styles =
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='%s'/></numFmts><cellXfs>%s</cellXfs></styleSheet>";
    isRefused(
        workbook(
            "",
            Map.of(
                "xl/styles.xml",
                styles.formatted(
                    "&quot;".repeat(100_000), "<xf numFmtId='164'/>".repeat(500_000)))),
        SheetCode.NOT_A_SPREADSHEET,
        "a format has more than 255 characters");
    isRefused(
        workbook(
            "",
            Map.of(
                "xl/styles.xml",
                styles.formatted("&quot;".repeat(200), "<xf numFmtId='164'/>".repeat(500_000)))),
        SheetCode.NOT_A_SPREADSHEET,
        "more than 65536 cell formats");
  }

  @Test
  void many_sheets_with_long_names() throws IOException {
    String one = "<sheet name='" + "n".repeat(101) + "' id='rId1'/>";
    isRefused(
        workbook(
            "", Map.of("xl/workbook.xml", "<workbook><sheets>" + one + "</sheets></workbook>")),
        SheetCode.NOT_A_SPREADSHEET,
        "the name of a sheet");
    String many = "<workbook><sheets>";
    for (int i = 0; i < 300; i++) {
      many += "<sheet name='" + i + "' id='rId1'/>";
    }
    isRefused(
        workbook("", Map.of("xl/workbook.xml", many + "</sheets></workbook>")),
        SheetCode.NOT_A_SPREADSHEET,
        "more than 255 sheets");
  }

  @Test
  void a_heading_of_blanks() {
    String heading = "x" + " ".repeat(30_000) + "x";
    String headings = "stratum" + ("," + heading).repeat(400);
    MonitoringImport.Imported imported =
        Filled.read(Limits.SHARED, new Filled(folder).csv(headings + "\nS1\n"));
    assertThat(imported.problems().get(0).code()).isEqualTo(SheetCode.UNKNOWN_COLUMN.name());
  }

  @Test
  void reading_ends_when_nobody_wants_it_any_more_whatever_the_file_consists_of()
      throws IOException {
    Filled filled = new Filled(folder);
    for (Path file :
        List.of(
            workbook("<a/>".repeat(100_000), Map.of()),
            workbook("<!--" + "x".repeat(100_000) + "-->", Map.of()),
            filled.csv("stratum\n" + "#\n".repeat(100_000)))) {
      assertThatThrownBy(
              () ->
                  MonitoringImport.read(
                      List.of(file),
                      Filled.METHODOLOGY,
                      ExampleProject.DESIGN.strata(),
                      Filled.PERIOD,
                      Limits.SHARED,
                      rows -> {},
                      () -> {
                        throw new IllegalStateException("enough");
                      }))
          .hasMessage("enough");
    }
  }

  @Test
  void the_time_between_two_questions_is_short() throws IOException {
    long[] last = {System.nanoTime()};
    long[] longest = {0};
    MonitoringImport.read(
        List.of(workbook("<row><c><v>1</v></c></row>".repeat(300_000), Map.of())),
        Filled.METHODOLOGY,
        ExampleProject.DESIGN.strata(),
        Filled.PERIOD,
        Limits.SHARED,
        rows -> {},
        () -> {
          long now = System.nanoTime();
          longest[0] = Math.max(longest[0], now - last[0]);
          last[0] = now;
        });
    assertThat(longest[0]).isLessThan(TimeUnit.SECONDS.toNanos(5));
  }
}
