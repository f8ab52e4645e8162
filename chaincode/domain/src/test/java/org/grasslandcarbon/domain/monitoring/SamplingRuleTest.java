// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.Shifted;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody sells the same measurement twice. */
class SamplingRuleTest {
  private final StockChangeProject measured = new StockChangeProject();
  private final Projects projects = measured.projects;
  private final InstructionId project = measured.registered();

  private InstructionId submit(SubmitMonitoringReport report) {
    return projects.ledger.apply(projects.owner, report);
  }

  private String verdict(SubmitMonitoringReport report) {
    return projects.verdict(projects.owner, report);
  }

  private void verify(InstructionId report) {
    projects.endPublicity();
    projects.ledger.apply(projects.verifier, projects.verification(report));
  }

  private void reject(InstructionId report) {
    projects.endPublicity();
    projects.ledger.apply(
        projects.verifier, Edited.with(projects.verification(report), "/opinion", "\"NEGATIVE\""));
  }

  private SubmitMonitoringReport report(int year, List<Datum> rows) {
    return report(project, year, rows);
  }

  private static SubmitMonitoringReport report(InstructionId of, int year, List<Datum> rows) {
    return new SubmitMonitoringReport(
        rows,
        List.of(Sha256.of("monitoring report")),
        Optional.empty(),
        new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
        of);
  }

  /** The same rows with other years, so that a report of another period can have them. */
  private static List<Datum> inYear(List<Datum> rows, int year) {
    return rows.stream()
        .map(
            row ->
                new Datum(row.sample(), row.stratum(), row.symbol(), row.unit(), row.value(), year))
        .toList();
  }

  private static Datum with(Datum row, String sample) {
    return new Datum(
        Optional.of(sample), row.stratum(), row.symbol(), row.unit(), row.value(), row.year());
  }

  /** Points get other names, the last becomes the first. */
  private static List<Datum> renamed(List<Datum> rows) {
    return renamed(rows, name -> name.replace("-P01", "-PZ9").replace("-P03", "-P01"));
  }

  /** Points of the last sampling, which have the names of the first, exchange them. */
  private static List<Datum> exchanged(List<Datum> rows) {
    return renamed(
        rows,
        name ->
            name.contains("-2-")
                ? name.replace("-P01", "-PZ9").replace("-P03", "-P01").replace("-PZ9", "-P03")
                : name);
  }

  private static List<Datum> renamed(List<Datum> rows, UnaryOperator<String> to) {
    List<Datum> renamed = new ArrayList<>();
    for (Datum row : rows) {
      renamed.add(row.sample().map(name -> with(row, to.apply(name))).orElse(row));
    }
    Collections.reverse(renamed);
    return renamed;
  }

  @Test
  void the_rows_of_a_verified_report_yield_nothing_in_another_year() {
    verify(submit(measured.report(project, 2023, 2023, "0.8")));
    List<Datum> again = inYear(StockChangeProject.data(2024, 2024, "0.8"), 2024);
    assertThat(verdict(report(2024, again))).isEqualTo("SAMPLING_NOT_CONTINUED");
    assertThat(verdict(report(2024, renamed(again)))).isEqualTo("SAMPLING_NOT_CONTINUED");
    assertThat(verdict(measured.report(project, 2024, 2024, "0.8", "1.2"))).isEqualTo("APPLIED");
  }

  @Test
  void the_last_sampling_is_new_whatever_its_points_are_called() {
    verify(submit(measured.report(project, 2023, 2023, "0.8")));
    SubmitMonitoringReport same = measured.report(project, 2024, 2024, "0.8", "0.8");
    assertThat(verdict(same)).isEqualTo("SAMPLING_ALREADY_USED");
    assertThat(verdict(report(2024, exchanged(same.data())))).isEqualTo("SAMPLING_ALREADY_USED");
  }

  @ParameterizedTest
  @CsvSource({
    "S1, WP-1-P01-L1, SOIL_MASS, 270, 200", // less soil at the beginning
    "S1, WP-1, PROBE_DIAMETER, 21.5, 21.4",
    "S1, BSL-1-P01-L1, SOIL_MASS, 270, 300",
    "S2, WP-1-P01-L1, BULK_DENSITY, 1.21, 1.0",
    "S2, WP-1, C_SHRUB, 0.45, 0", // the shrubs that were sold grow once more
  })
  void nothing_of_the_last_verified_sampling_is_told_otherwise(
      String stratum, String sample, String symbol, String was, String is) {
    verify(submit(measured.report(project, 2023, 2023, "0.8")));
    List<Datum> rows = new ArrayList<>();
    int changed = 0;
    for (Datum row : measured.report(project, 2024, 2024, "0.8", "1.2").data()) {
      boolean isIt =
          row.stratum().equals(stratum)
              && row.symbol().equals(symbol)
              && row.sample().equals(Optional.of(sample));
      if (isIt) {
        assertThat(row.value()).isEqualTo(Decimal.of(was));
        changed++;
      }
      rows.add(
          isIt
              ? new Datum(row.sample(), stratum, symbol, row.unit(), Decimal.of(is), row.year())
              : row);
    }
    assertThat(changed).isEqualTo(1);
    assertThat(verdict(report(2024, rows))).isEqualTo("SAMPLING_NOT_CONTINUED");
  }

  @Test
  void a_certifier_corrects_nothing_of_what_was_verified_before() {
    verify(submit(measured.report(project, 2023, 2023, "0.8")));
    InstructionId next = submit(measured.report(project, 2024, 2024, "0.8", "1.2"));
    projects.endPublicity();
    assertThat(
            projects.verdict(
                projects.verifier,
                Edited.with(
                    projects.verification(next),
                    "/corrections",
                    "[{\"sample\":\"WP-1-P01-L1\",\"stratum\":\"S1\",\"symbol\":\"SOIL_MASS\",\"unit\":\"g\","
                        + "\"value\":\"200\",\"year\":2024}]")))
        .isEqualTo("SAMPLING_NOT_CONTINUED");
  }

  @Test
  void two_reports_that_wait_do_not_have_the_same_last_sampling() {
    submit(measured.report(project, 2023, 2023, "0.8"));
    assertThat(verdict(measured.report(project, 2024, 2024, "0.8")))
        .isEqualTo("SAMPLING_ALREADY_USED");
  }

  @Test
  void two_reports_do_not_begin_with_one_sampling() {
    InstructionId first = submit(measured.report(project, 2023, 2023, "0.8"));
    InstructionId second = submit(measured.report(project, 2024, 2024, "0", "1.2"));
    verify(first);
    assertThat(projects.verdict(projects.verifier, projects.verification(second)))
        .isEqualTo("SAMPLING_NOT_CONTINUED");
  }

  @Test
  void no_other_project_reports_what_was_measured_here() {
    verify(submit(measured.report(project, 2023, 2023, "0.8")));
    InstructionId other = measured.registeredElsewhere();
    assertThat(verdict(measured.report(other, 2023, 2023, "0.8")))
        .isEqualTo("SAMPLING_ALREADY_USED");
    assertThat(
            verdict(report(other, 2023, renamed(measured.report(other, 2023, 2023, "0.8").data()))))
        .as("nor under other names")
        .isEqualTo("SAMPLING_ALREADY_USED");
    assertThat(verdict(measured.report(other, 2023, 2023, "0", "1.7")))
        .as("not even as a beginning")
        .isEqualTo("SAMPLING_ALREADY_USED");
  }

  @Test
  void what_was_rejected_its_project_reports_anew_and_nobody_else() {
    InstructionId other = measured.registeredElsewhere();
    reject(submit(measured.report(project, 2023, 2023, "0.8")));
    assertThat(verdict(measured.report(other, 2023, 2023, "0.8")))
        .isEqualTo("SAMPLING_ALREADY_USED");
    verify(submit(measured.report(project, 2023, 2023, "0.8")));
  }

  @Test
  void a_certifier_corrects_no_sample_into_one_that_was_reported() {
    verify(submit(measured.report(project, 2023, 2023, "0.8")));
    InstructionId next = submit(measured.report(project, 2024, 2024, "0.8", "1.2"));
    projects.endPublicity();
    List<Datum> old =
        measured.report(project, 2024, 2024, "0.8", "0.8").data().stream()
            .filter(row -> row.sample().filter(name -> name.startsWith("WP-2")).isPresent())
            .toList();
    VerifyMonitoringReport verification = projects.verification(next);
    assertThat(
            projects.verdict(
                projects.verifier,
                new VerifyMonitoringReport(
                    old,
                    verification.findings(),
                    next,
                    verification.opinion(),
                    verification.report())))
        .isEqualTo("SAMPLING_ALREADY_USED");
  }

  @Test
  void the_next_report_begins_with_what_the_certifier_corrected() {
    InstructionId first = submit(measured.report(project, 2023, 2023, "0.8"));
    projects.endPublicity();
    projects.ledger.apply(
        projects.verifier,
        Edited.with(
            projects.verification(first),
            "/corrections",
            "[{\"sample\":\"WP-2-P01-L1\",\"stratum\":\"S1\",\"symbol\":\"OC\",\"unit\":\"g/kg\","
                + "\"value\":\"24.6\",\"year\":2023}]"));
    SubmitMonitoringReport uncorrected = measured.report(project, 2024, 2024, "0.8", "1.2");
    assertThat(verdict(uncorrected)).isEqualTo("SAMPLING_NOT_CONTINUED");
    List<Datum> corrected =
        uncorrected.data().stream()
            .map(
                row ->
                    row.sample().equals(Optional.of("WP-1-P01-L1"))
                            && row.symbol().equals("OC")
                            && row.stratum().equals("S1")
                        ? new Datum(
                            row.sample(),
                            row.stratum(),
                            row.symbol(),
                            row.unit(),
                            Decimal.of("24.6"),
                            row.year())
                        : row)
            .toList();
    assertThat(verdict(report(2024, corrected))).isEqualTo("APPLIED");
  }

  @Test
  void one_measurement_is_not_that_of_two_strata() {
    String design = Codec.text(measured.design());
    InstructionId other =
        measured.registered(
            new ProposeProject(
                Shifted.east(ExampleProject.BOUNDARY, 5),
                Codec.read(
                    design.replace("SOIL_REFERENCE.DEPTH_30", "SOIL_REFERENCE.MASS_1950"),
                    ProjectDesign.class)));
    List<Datum> rows = new ArrayList<>(measured.report(other, 2023, 2023, "0.8").data());
    rows.removeIf(row -> row.stratum().equals("S2") && isOfSoil(row));
    for (Datum row : List.copyOf(rows)) {
      if (row.stratum().equals("S1") && isOfSoil(row)) {
        rows.add(new Datum(row.sample(), "S2", row.symbol(), row.unit(), row.value(), row.year()));
      }
    }
    assertThat(verdict(report(other, 2023, rows))).isEqualTo("SAMPLING_ALREADY_USED");
  }

  private static boolean isOfSoil(Datum row) {
    return row.sample().isPresent() && !row.symbol().equals("C_SHRUB");
  }
}
