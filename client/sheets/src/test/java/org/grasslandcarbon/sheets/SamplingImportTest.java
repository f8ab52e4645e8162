// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.monitoring.RecordSampling;
import org.grasslandcarbon.domain.monitoring.Sampling;
import org.grasslandcarbon.domain.monitoring.SubmitSampleValues;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.sheets.SamplingArguments.Prepared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingImportTest {
  @TempDir Path folder;

  private Filled filled;
  private Survey survey;

  @BeforeEach
  void prepare() {
    filled = new Filled(folder);
    survey = new Survey();
  }

  private SamplingImport.Imported read(Path... files) {
    try {
      return SamplingImport.read(
          List.of(files),
          survey.methodology,
          StockChangeProject.strata(),
          Limits.LOCAL,
          rows -> {},
          () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SamplingImport.Imported read(String heads, String points, String values) {
    return read(filled.csv(heads), filled.csv(points), filled.csv(values));
  }

  private SamplingImport.Imported read() {
    return read(survey.heads(), survey.points(), survey.values());
  }

  private SamplingArguments arguments(SamplingImport.Imported imported) {
    return SamplingArguments.of(imported, Optional.empty(), survey.sampled.project);
  }

  private static List<String> problems(SamplingImport.Imported imported) {
    assertThat(imported.samplings()).as("nothing is given when anything is wrong").isEmpty();
    return imported.problems().stream()
        .map(
            problem ->
                problem.column().orElse("").split(" ")[0]
                    + problem.row().map(Object::toString).orElse("")
                    + " "
                    + problem.code())
        .toList();
  }

  /** Two records that say the same, in whatever order values stand. */
  private static void isSame(RecordSampling one, RecordSampling other) {
    assertThat(new HashSet<>(one.values())).isEqualTo(new HashSet<>(other.values()));
    assertThat(one.values()).hasSameSizeAs(other.values());
    assertThat(one).usingRecursiveComparison().ignoringFields("values").isEqualTo(other);
  }

  @Test
  void a_survey_in_three_files_becomes_a_sampling_a_stratum_and_side() {
    SamplingArguments arguments = arguments(read());

    assertThat(arguments.problems()).isEmpty();
    assertThat(arguments.samplings()).hasSize(4).allMatch(each -> each.parts().isEmpty());
    for (RecordSampling expected : survey.samplings) {
      RecordSampling found =
          arguments.samplings().stream()
              .map(Prepared::sampling)
              .filter(each -> each.stratum().equals(expected.stratum()))
              .filter(each -> each.scenario() == expected.scenario())
              .findFirst()
              .orElseThrow();
      isSame(found, expected);
    }
  }

  @Test
  void what_was_read_is_what_the_ledger_records() {
    for (Prepared each : arguments(read()).samplings()) {
      InstructionId id =
          survey.sampled.projects.ledger.apply(
              survey.sampled.projects.owner, each.naming(List.of()));
      assertThat(id).isNotNull();
    }
  }

  @Test
  void a_large_survey_is_recorded_in_parts() {
    survey.with(280);
    SamplingArguments arguments = arguments(read());
    assertThat(arguments.problems()).isEmpty();
    Prepared large =
        arguments.samplings().stream()
            .filter(each -> !each.parts().isEmpty())
            .findFirst()
            .orElseThrow();

    assertThat(large.parts())
        .hasSizeBetween(2, RecordSampling.PARTS_MOST)
        .allMatch(part -> Parts.bytes(part) <= SignedInstruction.PAYLOAD_BYTES_MOST);
    assertThat(large.sampling().values()).isEmpty();
    List<InstructionId> ids = new ArrayList<>();
    for (SubmitSampleValues part : large.parts()) {
      ids.add(survey.sampled.projects.ledger.apply(survey.sampled.projects.owner, part));
    }
    InstructionId sampling =
        survey.sampled.projects.ledger.apply(survey.sampled.projects.owner, large.naming(ids));
    assertThat(survey.sampled.projects.ledger.find(Sampling.key(sampling)).orElseThrow().values())
        .hasSameSizeAs(survey.samplings.get(0).values());
  }

  @Test
  void chinese_headings_dates_and_words_are_read() {
    String heads =
        survey
            .heads()
            .replace(
                "stratum,scenario,from,to,analysis,laboratory,laboratoryReport,depthCentimetres",
                "分层,对象,采样首日,采样末日,分析方法,实验室,检测报告,采样深度")
            .replace("DRY_COMBUSTION", "干烧法")
            .replace("S1,WP,2023-06-01", "S1,项目地块,2023年6月1日")
            .replace("S1,BSL,2023-06-01", "S1,对照样地,2023/6/1");
    SamplingImport.Imported imported = read(heads, survey.points(), survey.values());
    assertThat(imported.problems()).isEmpty();
    assertThat(arguments(imported).samplings()).hasSize(4);
    isSame(arguments(imported).samplings().get(1).sampling(), survey.samplings.get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-06-01|6/1/2023|C2 BAD_DATE",
        "2023-06-01|45078|C2 BAD_DATE",
        "2023-06-01|2023-06-31|C2 BAD_DATE",
        "2023-06-01|2023-07-01|D2 BAD_DATE",
        "DRY_COMBUSTION|Walkley|E2 BAD_ANALYSIS",
        "91110000600037341L|9.11E+17|F2 BAD_LABORATORY",
        "S1,WP|S1,project|B2 BAD_SIDE",
        "(?m),30$|,|H2 BAD_DEPTH",
        "(?m),30$|,300|H2 BAD_DEPTH",
        "(?m),30$|,0|H2 BAD_DEPTH",
        "(?m),30$|,30 cm|H2 UNIT_IN_CELL"
      })
  void a_cell_of_a_sampling_that_is_not_right_is_named(String good, String bad, String problem) {
    String heads = survey.heads().replaceFirst(good, bad);
    assertThat(problems(read(heads, survey.points(), survey.values()))).contains(problem);
  }

  @Test
  void a_depth_is_filled_in_where_soil_is_compared_by_mass_and_only_there() {
    String heads = survey.heads();
    String ofLayers =
        heads.lines().filter(row -> row.startsWith("S2,WP,")).findFirst().orElseThrow();
    assertThat(
            problems(
                read(heads.replace(ofLayers, ofLayers + "30"), survey.points(), survey.values())))
        .containsExactly("H4 BAD_DEPTH");
    String without =
        heads.replace(",depthCentimetres", "").replace(",30\n", "\n").replace(",\n", "\n");
    assertThat(problems(read(without, survey.points(), survey.values())))
        .containsExactly("2 BAD_DEPTH", "3 BAD_DEPTH");
  }

  @Test
  void a_digest_that_is_none_is_named_and_one_that_is_missing_may_be_given_beside_the_file() {
    String digest = survey.samplings.get(0).laboratoryReport().value();
    String bad = survey.heads().replaceFirst(digest, "report.pdf");
    assertThat(problems(read(bad, survey.points(), survey.values())))
        .containsExactly("G2 BAD_HASH");

    SamplingImport.Imported without =
        read(survey.heads().replace(digest, ""), survey.points(), survey.values());
    assertThat(arguments(without).problems())
        .hasSize(4)
        .allMatch(problem -> problem.code().equals("NO_LABORATORY_REPORT"));
    Sha256 other = Sha256.of("other");
    assertThat(
            SamplingArguments.of(without, Optional.of(other), survey.sampled.project).samplings())
        .hasSize(4)
        .allMatch(each -> each.sampling().laboratoryReport().equals(other));
  }

  @Test
  void coordinates_are_rounded_to_a_metre_and_told_and_must_be_on_earth() {
    String points = survey.points();
    String precise = points.replaceFirst("43.96,", "43.960004999,");
    SamplingImport.Imported imported = read(survey.heads(), precise, survey.values());
    assertThat(imported.problems()).isEmpty();
    assertThat(imported.notes())
        .singleElement()
        .matches(note -> note.code() == NoteCode.ROUNDED)
        .matches(note -> note.column().orElseThrow().equals("D latitude"));

    assertThat(
            problems(
                read(survey.heads(), points.replaceFirst("43.96,", "116.1,"), survey.values())))
        .containsExactly("D2 BAD_COORDINATE");
    assertThat(
            problems(
                read(survey.heads(), points.replaceFirst("43.96,", "43°57',"), survey.values())))
        .containsExactly("D2 UNIT_IN_CELL");
    assertThat(problems(read(survey.heads(), points.replaceFirst("43.96,", ","), survey.values())))
        .containsExactly("D2 BAD_COORDINATE");
  }

  @Test
  void points_and_values_that_do_not_meet_are_named_where_they_stand() {
    String points = survey.points();
    String values = survey.values();
    String first = points.lines().toList().get(1);
    String name = first.split(",")[2];
    assertThat(problems(read(survey.heads(), points.replaceFirst(first + "\n", ""), values)))
        .singleElement()
        .asString()
        .matches("C[0-9]+ POINT_WITHOUT_PLACE");
    assertThat(problems(read(survey.heads(), points + first.replace(name, "P99") + "\n", values)))
        .containsExactly("C" + (points.lines().count() + 1) + " POINT_WITHOUT_VALUES");
    assertThat(problems(read(survey.heads(), points + first + "\n", values)))
        .containsExactly("C" + (points.lines().count() + 1) + " DUPLICATE_POINT");
  }

  @Test
  void samples_are_named_without_side_and_round_and_stand_once() {
    String values = survey.values();
    int rows = (int) values.lines().count();
    String of = values.lines().filter(row -> row.contains(",P01-L1,")).findFirst().orElseThrow();
    assertThat(
            problems(
                read(
                    survey.heads(),
                    survey.points(),
                    values + of.replace(",P01-L1,", ",WP-1-P01-L1,") + "\n")))
        .containsExactly("C" + (rows + 1) + " BAD_POINT");
    assertThat(problems(read(survey.heads(), survey.points(), values + of + "\n")))
        .isNotEmpty()
        .allMatch(problem -> problem.endsWith((rows + 1) + " DUPLICATE_SAMPLE"));
  }

  @Test
  void what_the_registry_would_refuse_of_a_value_is_named_where_it_stands() {
    String values = survey.values();
    String carbon =
        values.lines().filter(row -> row.contains(",P01-L1,")).findFirst().orElseThrow();
    int row = values.lines().toList().indexOf(carbon) + 1;
    String oc =
        survey.samplings.get(0).values().stream()
            .filter(each -> each.symbol().equals("OC"))
            .filter(each -> each.sample().equals(Optional.of("P01-L1")))
            .findFirst()
            .orElseThrow()
            .value()
            .toString();
    String bad = values.replaceFirst(carbon, carbon.replace("," + oc + ",", ",9000,"));
    assertThat(problems(read(survey.heads(), survey.points(), bad)))
        .singleElement()
        .asString()
        .matches("[A-Z]" + row + " DATA_OUT_OF_RANGE");
  }

  @Test
  void a_side_that_stands_twice_or_not_at_all_or_has_no_values_is_named() {
    String heads = survey.heads();
    String first = heads.lines().toList().get(1);
    assertThat(problems(read(heads + first + "\n", survey.points(), survey.values())))
        .containsExactly("6 DUPLICATE_SAMPLING");
    assertThat(problems(read(heads.replace(first + "\n", ""), survey.points(), survey.values())))
        .containsExactly("2 NO_SAMPLING");
    assertThat(problems(read(filled.csv(heads))))
        .hasSize(4)
        .allMatch(problem -> problem.endsWith("SAMPLING_WITHOUT_VALUES"));
  }

  @Test
  void a_table_without_a_column_that_it_needs_is_refused() {
    assertThat(problems(read(filled.csv(survey.heads().replaceFirst("analysis", "# ")))))
        .contains("1 MISSING_COLUMN");
  }

  @Test
  void samplings_of_a_version_without_records_are_refused() throws IOException {
    SamplingImport.Imported imported =
        SamplingImport.read(
            List.of(filled.csv(survey.heads())),
            Filled.METHODOLOGY,
            List.of(),
            Limits.LOCAL,
            rows -> {},
            () -> {});
    assertThat(problems(imported)).containsExactly(" NO_SAMPLING_RECORDS");
  }

  private SamplingTemplate template() {
    return new SamplingTemplate(survey.methodology, StockChangeProject.strata());
  }

  @Test
  void a_template_that_nobody_filled_in_is_read_as_empty() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    template().writeXlsx(out);
    assertThat(problems(read(filled.file(out.toByteArray())))).containsExactly(" EMPTY_FILE");
    for (SamplingTable table : SamplingTable.values()) {
      ByteArrayOutputStream csv = new ByteArrayOutputStream();
      template().writeCsv(table, csv);
      assertThat(csv.toString(StandardCharsets.UTF_8)).contains("\r\nS1,WP\r\nS1,BSL\r\n");
      assertThat(problems(read(filled.file(csv.toByteArray())))).containsExactly(" EMPTY_FILE");
    }
  }

  @Test
  void days_of_a_workbook_are_read_as_it_shows_them_whichever_day_it_counts_from() {
    for (String date1904 : List.of("0", "1")) {
      int serial = date1904.equals("1") ? 45078 - 1462 : 45078;
      String row =
          "<row r='1'>"
              + text("A1", "stratum")
              + text("B1", "scenario")
              + text("C1", "from")
              + text("D1", "to")
              + text("E1", "analysis")
              + text("F1", "laboratory")
              + text("G1", "laboratoryReport")
              + text("H1", "depthCentimetres")
              + "</row><row r='2'>"
              + text("A2", "S1")
              + text("B2", "WP")
              + "<c r='C2' s='1'><v>"
              + serial
              + "</v></c><c r='D2' s='1'><v>"
              + (serial + 4)
              + ".5</v></c>"
              + text("E2", "DRY_COMBUSTION")
              + text("F2", survey.sampled.laboratory.value())
              + "<c r='H2'><v>30</v></c>"
              + "</row>";
      Path heads =
          filled.xlsx(
              SamplingTable.SAMPLINGS.sheetName(),
              row,
              Map.of(
                  "xl/workbook.xml",
                  "<workbook xmlns:r='urn:r'><workbookPr date1904='"
                      + date1904
                      + "'/><sheets><sheet name='"
                      + SamplingTable.SAMPLINGS.sheetName()
                      + "' sheetId='1' r:id='rId1'/></sheets></workbook>"));
      String ofFirst = "(S1,WP,.*|stratum.*)";
      SamplingImport.Imported imported =
          read(
              heads,
              filled.csv(only(survey.points(), ofFirst)),
              filled.csv(only(survey.values(), ofFirst)));
      assertThat(imported.problems()).isEmpty();
      assertThat(imported.samplings().get(0).days())
          .hasToString(survey.samplings.get(0).days().toString());
    }
  }

  private static String only(String text, String pattern) {
    return String.join("\n", text.lines().filter(line -> line.matches(pattern)).toList()) + "\n";
  }

  private static String text(String reference, String value) {
    return "<c r='" + reference + "' t='inlineStr'><is><t>" + value + "</t></is></c>";
  }
}
