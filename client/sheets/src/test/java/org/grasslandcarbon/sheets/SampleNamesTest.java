// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.testing.SampledProject;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleNamesTest {
  private static final StockChangeProject PROJECT = new StockChangeProject();
  private static final DateRange PERIOD =
      new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 12, 31));

  @TempDir Path folder;

  private Filled filled;

  @BeforeEach
  void prepare() {
    filled = new Filled(folder);
  }

  private static Methodology methodology(StockChangeProject project) {
    return project
        .projects
        .ledger
        .find(Methodology.key(project.design().methodology()))
        .orElseThrow();
  }

  /** A report's rows, one a line. */
  private static StringBuilder rows() {
    StringBuilder text = new StringBuilder("stratum,year,sample,");
    List<String> symbols =
        DataTable.all(methodology(PROJECT)).stream().map(DataTable::heading).toList();
    text.append(String.join(",", symbols)).append('\n');
    for (Datum row : StockChangeProject.data(2023, 2024, "0.8")) {
      text.append(
          line(row.stratum(), row.year(), row.sample().orElse(""), row.symbol(), row.value()));
    }
    return text;
  }

  private static String line(String stratum, int year, String sample, String symbol, Object value) {
    StringBuilder line = new StringBuilder(stratum + "," + year + "," + sample);
    for (var type : DataTable.all(methodology(PROJECT))) {
      line.append(',').append(type.symbol().equals(symbol) ? value : "");
    }
    return line.append('\n').toString();
  }

  private MonitoringImport.Imported read(Methodology methodology, String text) {
    try {
      return MonitoringImport.read(
          List.of(filled.csv(text)),
          methodology,
          StockChangeProject.strata(),
          PERIOD,
          Limits.LOCAL,
          rows -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> problems(String text) {
    return read(methodology(PROJECT), text).problems().stream()
        .map(
            problem ->
                problem.code()
                    + " "
                    + problem.column().orElse("").split(" ")[0]
                    + problem.row().map(row -> row + "").orElse("")
                    + problem.detail().map(detail -> " " + detail).orElse(""))
        .toList();
  }

  private static int line(String text, String beginning) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(beginning)) {
        return i + 1;
      }
    }
    throw new AssertionError(beginning);
  }

  @Test
  void a_report_with_samples_is_read_without_a_word() {
    MonitoringImport.Imported imported = read(methodology(PROJECT), rows().toString());
    assertThat(imported.problems()).isEmpty();
    assertThat(imported.notes()).isEmpty();
    assertThat(imported.data()).hasSameSizeAs(StockChangeProject.data(2023, 2024, "0.8"));
  }

  @ParameterizedTest
  @CsvSource({
    "wp-1-p1-l1,write WP-1-P1-L1",
    "WP_1_P1_L1,write WP-1-P1-L1",
    "WP1-P1-L1,",
    "WP-3-P1-L1,",
    "WP-1-P1-L0,",
    "P1-L1,"
  })
  void a_name_that_is_none_is_refused_with_what_is_probably_meant(String name, String meant) {
    String text = rows() + line("S1", 2024, name, "OC", "24.3");
    int row = (int) text.lines().count();
    assertThat(problems(text))
        .containsExactly("BAD_SAMPLE C" + row + (meant == null ? "" : " " + meant));
  }

  @Test
  void a_sample_that_stands_twice_is_refused_where_it_does_with_where_it_stood_first() {
    String text = rows().toString();
    String again = text.lines().toList().get(line(text, "S1,2024,WP-1-P") - 1) + "\n";
    String twice = text + again;
    int first = line(text, "S1,2024,WP-1-P");
    assertThat(problems(twice))
        .singleElement()
        .asString()
        .startsWith("DUPLICATE_SAMPLE")
        .contains(twice.lines().count() + "")
        .contains(first + "");
  }

  @Test
  void a_layer_below_one_that_is_left_out_is_refused() {
    String text =
        rows()
            + line("S1", 2024, "WP-1-PX-L2", "OC", "24.3")
            + line("S1", 2024, "WP-1-PX-L2", "SOIL_MASS", "270");
    assertThat(problems(text))
        .containsExactly("MISSING_LAYER C" + (text.lines().count() - 1) + " L1 is missing");
  }

  @Test
  void a_layer_without_carbon_is_refused() {
    String text = rows() + line("S1", 2024, "WP-1-PX-L1", "SOIL_MASS", "270");
    assertThat(problems(text)).containsExactly("LAYER_WITHOUT_CARBON C" + text.lines().count());
  }

  @Test
  void a_point_with_fewer_layers_than_the_others_is_told() {
    String text =
        rows()
            + line("S1", 2024, "WP-1-PX-L1", "OC", "24.3")
            + line("S1", 2024, "WP-1-PX-L1", "SOIL_MASS", "270");
    MonitoringImport.Imported imported = read(methodology(PROJECT), text);
    assertThat(imported.problems()).isEmpty();
    assertThat(imported.notes())
        .extracting(SheetNote::code, note -> note.detail().orElse(""))
        .containsExactly(tuple(NoteCode.LAYERS_DIFFER, "S1 WP-1-PX (1-1)"));
  }

  @Test
  void samples_and_years_between_samplings_are_refused_where_samplings_are_records() {
    Methodology recorded = methodology(new SampledProject().measured);
    MonitoringImport.Imported imported = read(recorded, withoutEarlier(rows().toString()));
    assertThat(imported.problems())
        .isNotEmpty()
        .allMatch(problem -> problem.code().equals("RECORDED_SAMPLING"));
    assertThat(DataTable.of(recorded)).doesNotContain(DataTable.SAMPLES);
    assertThat(DataTable.PERIOD.data(recorded))
        .noneMatch(type -> type.symbol().equals("SOIL_YEARS"));
  }

  @Test
  void a_report_without_samples_is_read_where_samplings_are_records() {
    Methodology recorded = methodology(new SampledProject().measured);
    StringBuilder text = new StringBuilder();
    rows()
        .toString()
        .lines()
        .filter(row -> !row.matches("S[12],2024,(WP|BSL).*"))
        .filter(row -> row.startsWith("stratum") || !row.matches(years()))
        .forEach(row -> text.append(row).append('\n'));
    assertThat(read(recorded, withoutEarlier(text.toString())).problems()).isEmpty();
  }

  /** What verified reports bore has no column where samplings are records. */
  private static String withoutEarlier(String text) {
    List<String> headings = List.of(text.lines().findFirst().orElseThrow().split(",", -1));
    int column = headings.indexOf("LK_DISPLACED_PRIOR [t CO2e]");
    return text.lines()
        .map(
            line -> {
              List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
              cells.remove(column);
              return String.join(",", cells) + "\n";
            })
        .collect(Collectors.joining());
  }

  /** The line that tells the years between samplings. */
  private static String years() {
    String line = line("S.", 2024, "", "SOIL_YEARS", "[0-9.]+");
    return line.strip();
  }
}
