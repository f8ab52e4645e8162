// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.participant.WithdrawLaboratory;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.MeasuredVersions;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.SampledProject;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samplings are records: once, in their place and time, and carried over by the ledger. */
class SampledReportTest {
  private final SampledProject sampled = new SampledProject();
  private final Projects projects = sampled.projects;

  private String verdict(Action action) {
    return projects.verdict(projects.owner, action);
  }

  private String detail(Action action) {
    return projects.ledger.submit(projects.owner, action).detail().orElse("");
  }

  private InstructionId verified(SubmitMonitoringReport report) {
    InstructionId id = projects.ledger.apply(projects.owner, report);
    projects.endPublicity();
    projects.ledger.apply(projects.verifier, projects.verification(id));
    return id;
  }

  private List<InstructionId> first() {
    List<InstructionId> named = new ArrayList<>(sampled.survey("0", "0.02", "2023-01-10"));
    named.addAll(sampled.survey("0.8", "0.03", "2023-12-20"));
    return named;
  }

  private Quantification worksheet(InstructionId report) {
    return projects
        .ledger
        .find(ReportQuantification.key(report, ReportQuantification.Round.SUBMITTED))
        .orElseThrow()
        .quantification();
  }

  @Test
  void a_first_report_names_both_samplings_and_the_years_come_from_their_days() {
    InstructionId report = verified(sampled.report(2023, first()));
    Datum years =
        projects
            .ledger
            .find(ReportQuantification.key(report, ReportQuantification.Round.SUBMITTED))
            .orElseThrow()
            .data()
            .stream()
            .filter(row -> row.symbol().equals("SOIL_YEARS"))
            .findFirst()
            .orElseThrow();
    // 344 days, rounded up.
    assertThat(years.value()).isEqualTo(Decimal.of("0.942466"));
    assertThat(projects.reportOf(report).tonnes().value()).isPositive();
  }

  @Test
  void the_same_rows_yield_the_same_as_in_a_report_that_brings_them() {
    InstructionId report = projects.ledger.apply(projects.owner, sampled.report(2023, first()));
    List<Datum> rows =
        projects
            .ledger
            .find(ReportQuantification.key(report, ReportQuantification.Round.SUBMITTED))
            .orElseThrow()
            .data();
    StockChangeProject other = new StockChangeProject();
    InstructionId project = other.registered();
    SubmitMonitoringReport brought = other.report(project, 2023, 2023, "0.8");
    InstructionId same =
        other.projects.ledger.apply(
            other.projects.owner,
            new SubmitMonitoringReport(
                rows, brought.documents(), Optional.empty(), brought.period(), project));
    assertThat(other.projects.reportOf(same).tonnes())
        .isEqualTo(projects.reportOf(report).tonnes());
  }

  @Test
  void a_later_report_begins_with_what_was_verified_last() {
    InstructionId before = verified(sampled.report(2023, first()));
    List<InstructionId> last = sampled.survey("1.2", "0.04", "2024-12-20");
    InstructionId report = projects.ledger.apply(projects.owner, sampled.report(2024, last));
    List<Quantification.Line> ended =
        worksheet(before).lines().stream()
            .filter(line -> line.symbol().equals("SOC_MEAN S1 WP-2"))
            .toList();
    List<Quantification.Line> begun =
        worksheet(report).lines().stream()
            .filter(line -> line.symbol().equals("SOC_MEAN S1 WP-1"))
            .toList();
    assertThat(ended).hasSize(1);
    assertThat(begun.get(0).value()).isEqualTo(ended.get(0).value());
  }

  @Test
  void a_later_report_names_no_other_beginning() {
    verified(sampled.report(2023, first()));
    List<InstructionId> both = new ArrayList<>(sampled.survey("0.1", "0.035", "2024-01-05"));
    both.addAll(sampled.survey("1.2", "0.04", "2024-12-20"));
    assertThat(verdict(sampled.report(2024, both))).isEqualTo("SAMPLING_NOT_CONTINUED");
  }

  @Test
  void a_sampling_ends_one_report_only() {
    List<InstructionId> named = first();
    verified(sampled.report(2023, named));
    List<InstructionId> last = named.subList(4, 8);
    assertThat(verdict(sampled.report(2024, last))).isEqualTo("SAMPLING_NOT_CONTINUED");
    assertThat(verdict(sampled.sampling(Scenario.WP, "S1", "0.8", "2024-12-20")))
        .as("the same rows under another date")
        .isEqualTo("SAMPLING_ALREADY_USED");
  }

  @Test
  void rows_of_samples_and_the_years_between_them_are_not_typed() {
    List<Datum> typed = new ArrayList<>(SampledProject.activity(2023));
    typed.add(new Datum("S1", "SOIL_YEARS", "yr", Decimal.of("0.5"), 2023));
    assertThat(verdict(sampled.report(2023, typed, first()))).isEqualTo("SAMPLING_NOT_RECORDED");
    assertThat(verdict(sampled.report(2023, StockChangeProject.data(2023, 2023, "5"), List.of())))
        .isEqualTo("SAMPLING_NOT_RECORDED");
  }

  @Test
  void no_certifier_types_the_years_between_samplings() {
    InstructionId report = projects.ledger.apply(projects.owner, sampled.report(2023, first()));
    projects.endPublicity();
    assertThat(
            projects.verdict(
                projects.verifier,
                Edited.with(
                    projects.verification(report),
                    "/corrections",
                    "[{\"stratum\":\"S1\",\"symbol\":\"SOIL_YEARS\",\"unit\":\"yr\",\"value\":\"0.95\",\"year\":2023},"
                        + "{\"stratum\":\"S2\",\"symbol\":\"SOIL_YEARS\",\"unit\":\"yr\",\"value\":\"0.95\",\"year\":2023}]")))
        .isEqualTo("SAMPLING_NOT_RECORDED");
  }

  @Test
  void a_report_without_samplings_says_what_is_missing() {
    assertThat(verdict(sampled.report(2023, List.of()))).isEqualTo("STRATA_MISMATCH");
  }

  @ParameterizedTest
  @CsvSource({
    "2022-11-06, APPLIED", // begins 60 days before the period
    "2022-11-05, SAMPLING_OUTSIDE_PERIOD",
  })
  void a_first_sampling_lies_at_most_some_days_before_the_period(String day, String code) {
    List<InstructionId> named = new ArrayList<>(sampled.survey("0", "0.02", day));
    named.addAll(sampled.survey("0.8", "0.03", "2023-12-20"));
    assertThat(verdict(sampled.report(2023, named))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"2024-02-29, APPLIED", "2024-03-01, SAMPLING_OUTSIDE_PERIOD"})
  void a_last_sampling_lies_at_most_some_days_after_the_period(String day, String code) {
    List<InstructionId> named = new ArrayList<>(sampled.survey("0", "0.02", "2023-01-10"));
    named.addAll(sampled.survey("0.8", "0.03", day));
    assertThat(verdict(sampled.report(2023, named))).isEqualTo(code);
  }

  @Test
  void a_slip_is_recorded_again_and_only_the_latest_record_counts() {
    List<InstructionId> named = new ArrayList<>(first());
    InstructionId again = sampled.recorded(Scenario.WP, "S1", "0.8", "2023-12-18");
    assertThat(verdict(sampled.report(2023, named))).isEqualTo("UNKNOWN_SAMPLING");
    named.set(4, again);
    assertThat(verdict(sampled.report(2023, named))).isEqualTo("APPLIED");
    assertThat(verdict(sampled.sampling(Scenario.WP, "S1", "0.8", "2023-12-18")))
        .as("a report tells of it")
        .isEqualTo("SAMPLING_ALREADY_USED");
  }

  @Test
  void points_lie_in_the_project_and_those_of_a_control_site_near_it() {
    RecordSampling of = sampled.sampling(Scenario.WP, "S1", "0", "2023-01-10");
    String outside = "{\"latitude\":\"44.1\",\"longitude\":\"116.11\",\"name\":\"P01\"}";
    assertThat(verdict(Edited.with(of, "/points/0", outside))).isEqualTo("POINT_MISPLACED");
    String lake = "{\"latitude\":\"43.972\",\"longitude\":\"116.155\",\"name\":\"P01\"}";
    assertThat(verdict(Edited.with(of, "/points/0", lake))).isEqualTo("POINT_MISPLACED");
    RecordSampling control = sampled.sampling(Scenario.BSL, "S1", "0", "2023-01-10");
    String inside = "{\"latitude\":\"43.96\",\"longitude\":\"116.11\",\"name\":\"P01\"}";
    assertThat(verdict(Edited.with(control, "/points/0", inside))).isEqualTo("POINT_MISPLACED");
    // A degree of latitude has 111.2 km: 250 km north of 44.0 is 46.248.
    String near = "{\"latitude\":\"46.24\",\"longitude\":\"116.15\",\"name\":\"P01\"}";
    String far = "{\"latitude\":\"46.26\",\"longitude\":\"116.15\",\"name\":\"P01\"}";
    assertThat(verdict(Edited.with(control, "/points/0", far))).isEqualTo("POINT_MISPLACED");
    assertThat(verdict(Edited.with(control, "/points/0", near))).isEqualTo("APPLIED");
  }

  @Test
  void points_of_the_project_lie_in_the_stratum_that_they_tell_of() {
    RecordSampling of = sampled.sampling(Scenario.WP, "S1", "0", "2023-01-10");
    String inAnother = "{\"latitude\":\"43.99\",\"longitude\":\"116.11\",\"name\":\"P01\"}";
    assertThat(verdict(Edited.with(of, "/points/0", inAnother))).isEqualTo("POINT_MISPLACED");
    assertThat(detail(Edited.with(of, "/points/0", inAnother))).contains("not within S1");
    String between = "{\"latitude\":\"43.9842\",\"longitude\":\"116.11\",\"name\":\"P01\"}";
    assertThat(verdict(Edited.with(of, "/points/0", between))).isEqualTo("POINT_MISPLACED");
    assertThat(verdict(of)).isEqualTo("APPLIED");
    assertThat(verdict(sampled.sampling(Scenario.BSL, "S1", "0", "2023-01-10")))
        .as("a control site lies in no stratum")
        .isEqualTo("APPLIED");
  }

  @Test
  void every_point_has_a_place_and_a_value() {
    RecordSampling of = sampled.sampling(Scenario.WP, "S1", "0", "2023-01-10");
    String another = "{\"latitude\":\"43.96\",\"longitude\":\"116.11\",\"name\":\"P09\"}";
    assertThat(verdict(Edited.with(of, "/points/0", another))).isEqualTo("POINT_MISPLACED");
    assertThat(detail(Edited.with(of, "/points/0", another))).contains("[P01]");
    List<SamplingPoint> more = new ArrayList<>(of.points());
    more.add(sampled.point("P09", Scenario.WP));
    assertThat(
            verdict(
                new RecordSampling(
                    of.analysis(),
                    of.days(),
                    of.depthCentimetres(),
                    of.laboratory(),
                    of.laboratoryReport(),
                    of.parts(),
                    more,
                    of.project(),
                    of.scenario(),
                    of.stratum(),
                    of.values())))
        .isEqualTo("STRATA_MISMATCH");
  }

  @Test
  void only_an_accredited_laboratory_is_named() {
    RecordSampling of = sampled.sampling(Scenario.WP, "S1", "0", "2023-01-10");
    assertThat(verdict(Edited.with(of, "/analysis", "\"WET_OXIDATION\"")))
        .isEqualTo("LABORATORY_NOT_ACCREDITED");
    projects.ledger.apply(projects.authority, sampled.accreditation("2023-01-10", "2023-01-10"));
    assertThat(verdict(of)).isEqualTo("APPLIED");
    assertThat(verdict(sampled.sampling(Scenario.WP, "S2", "0", "2023-01-11")))
        .isEqualTo("LABORATORY_NOT_ACCREDITED");
    projects.ledger.apply(
        projects.authority, new WithdrawLaboratory(sampled.laboratory, "a proficiency test"));
    assertThat(verdict(sampled.sampling(Scenario.WP, "S2", "0", "2023-01-10")))
        .isEqualTo("LABORATORY_NOT_ACCREDITED");
    assertThat(
            projects.verdict(
                projects.authority, new WithdrawLaboratory(sampled.laboratory, "again")))
        .isEqualTo("WRONG_STATE");
  }

  @Test
  void a_sampling_is_over_and_takes_no_longer_than_is_allowed() {
    LocalDate today = BeijingTime.day(projects.ledger.time());
    assertThat(verdict(sampled.sampling(Scenario.WP, "S1", "0", today.plusDays(1).toString())))
        .isEqualTo("SAMPLING_OUTSIDE_PERIOD");
    RecordSampling of = sampled.sampling(Scenario.WP, "S1", "0", "2023-01-10");
    assertThat(verdict(Edited.with(of, "/days/from", "\"2022-12-11\"")))
        .isEqualTo("SAMPLING_OUTSIDE_PERIOD");
    assertThat(verdict(Edited.with(of, "/days/from", "\"2022-12-12\""))).isEqualTo("APPLIED");
  }

  @Test
  void how_deep_cores_went_is_said_where_soil_is_compared_by_mass_and_only_there() {
    RecordSampling byMass = sampled.sampling(Scenario.BSL, "S1", "0", "2023-01-10");
    RecordSampling byDepth = sampled.sampling(Scenario.BSL, "S2", "0", "2023-01-10");
    assertThat(verdict(withDepth(byMass, Optional.empty()))).isEqualTo("STRATA_MISMATCH");
    assertThat(detail(withDepth(byMass, Optional.empty()))).contains("how deep the cores went");
    assertThat(verdict(withDepth(byDepth, Optional.of("30")))).isEqualTo("STRATA_MISMATCH");
    assertThat(verdict(byDepth)).isEqualTo("APPLIED");
    InstructionId recorded =
        projects.ledger.apply(projects.owner, withDepth(byMass, Optional.of("32.5")));
    assertThat(projects.ledger.find(Sampling.key(recorded)).orElseThrow().depthCentimetres())
        .contains(Decimal.of("32.5"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, DATA_OUT_OF_RANGE",
    "-30, DATA_OUT_OF_RANGE",
    "0.1, APPLIED",
    "200, APPLIED",
    "200.1, DATA_OUT_OF_RANGE",
    "300, DATA_OUT_OF_RANGE" // millimetres
  })
  void cores_go_into_the_soil_and_no_deeper_than_two_metres(String depth, String code) {
    RecordSampling of = sampled.sampling(Scenario.WP, "S1", "0", "2023-01-10");
    assertThat(verdict(withDepth(of, Optional.of(depth)))).isEqualTo(code);
  }

  private static RecordSampling withDepth(RecordSampling of, Optional<String> depth) {
    return new RecordSampling(
        of.analysis(),
        of.days(),
        depth.map(Decimal::of),
        of.laboratory(),
        of.laboratoryReport(),
        of.parts(),
        of.points(),
        of.project(),
        of.scenario(),
        of.stratum(),
        of.values());
  }

  @Test
  void what_was_verified_last_keeps_how_deep_its_cores_went() {
    verified(sampled.report(2023, first()));
    List<VerifiedSamplings.Last> last =
        projects.ledger.find(VerifiedSamplings.key(sampled.project)).orElseThrow().last();
    assertThat(last)
        .extracting(each -> each.stratum() + " " + each.scenario() + " " + each.depthCentimetres())
        .containsExactlyInAnyOrder(
            "S1 BSL Optional[30]",
            "S1 WP Optional[30]",
            "S2 BSL Optional.empty",
            "S2 WP Optional.empty");
  }

  @Test
  void a_large_sampling_comes_in_parts() {
    RecordSampling of = sampled.sampling(Scenario.WP, "S1", "0", "2023-01-10");
    List<SampleValue> half = of.values().subList(0, 6);
    InstructionId part =
        projects.ledger.apply(projects.owner, new SubmitSampleValues(of.project(), half));
    RecordSampling inParts =
        new RecordSampling(
            of.analysis(),
            of.days(),
            of.depthCentimetres(),
            of.laboratory(),
            of.laboratoryReport(),
            Optional.of(List.of(part)),
            of.points(),
            of.project(),
            of.scenario(),
            of.stratum(),
            of.values().subList(6, of.values().size()));
    InstructionId id = projects.ledger.apply(projects.owner, inParts);
    assertThat(projects.ledger.find(Sampling.key(id)).orElseThrow().values())
        .containsExactlyInAnyOrderElementsOf(of.values());
    InstructionId other = sampled.measured.registeredElsewhere();
    InstructionId foreign =
        projects.ledger.apply(projects.owner, new SubmitSampleValues(other, half));
    assertThat(verdict(Edited.with(inParts, "/parts", "[\"" + foreign + "\"]")))
        .isEqualTo("UNKNOWN_SAMPLING");
  }

  @Test
  void a_version_whose_reports_bring_rows_has_no_records() {
    StockChangeProject old = new StockChangeProject();
    InstructionId project = old.registered();
    RecordSampling of = sampled.sampling(Scenario.WP, "S1", "0", "2023-01-10");
    assertThat(
            old.projects.verdict(
                old.projects.owner, Edited.with(of, "/project", "\"" + project + "\"")))
        .isEqualTo("SAMPLING_NOT_RECORDED");
  }

  private InstructionId reportThatDisplaces(
      int year, String tonnes, String slaughtered, List<InstructionId> samplings) {
    List<Datum> rows = new ArrayList<>(SampledProject.activity(year));
    rows.replaceAll(
        row ->
            row.symbol().equals("HEAD.SHEEP") && row.stratum().equals("S1")
                ? new Datum("S1", "HEAD.SHEEP", "head", Decimal.of("10"), year)
                : row);
    rows.removeIf(row -> row.symbol().startsWith("LK_") || row.symbol().equals("SLAUGHTERED"));
    rows.add(new Datum("S1", "LK_DISPLACED", "t CO2e", Decimal.of(tonnes), year));
    rows.add(new Datum("S1", "SLAUGHTERED", "1", Decimal.of(slaughtered), year));
    return verified(sampled.report(year, rows, samplings));
  }

  private String displaced(InstructionId report) {
    return worksheet(report).displaced().map(Decimal::toString).orElse("0");
  }

  @Test
  void leakage_that_verified_reports_bore_is_known_to_the_ledger_and_nobody_types_it() {
    InstructionId before = reportThatDisplaces(2023, "30", "0", first());
    assertThat(displaced(before)).isEqualTo("30");
    List<InstructionId> last = sampled.survey("1.2", "0.04", "2024-12-20");
    List<Datum> typed = new ArrayList<>(SampledProject.activity(2024));
    typed.add(new Datum("S1", "LK_DISPLACED_PRIOR", "t CO2e", Decimal.of("1000"), 2024));
    assertThat(verdict(sampled.report(2024, typed, last))).isEqualTo("UNKNOWN_DATUM");
    assertThat(displaced(reportThatDisplaces(2024, "42.5", "0", last))).isEqualTo("12.5");
  }

  @Test
  void leakage_that_was_stated_and_not_borne_counts_for_nothing_later() {
    InstructionId before = reportThatDisplaces(2023, "30", "1", first());
    assertThat(displaced(before)).isEqualTo("0");
    List<InstructionId> last = sampled.survey("1.2", "0.04", "2024-12-20");
    assertThat(displaced(reportThatDisplaces(2024, "42.5", "0", last))).isEqualTo("42.5");
  }

  private static InstructionId submitted(SampledProject of, SubmitMonitoringReport report) {
    InstructionId id = of.projects.ledger.apply(of.projects.owner, report);
    of.projects.endPublicity();
    return id;
  }

  private static String removing(SampledProject of, InstructionId report, String point) {
    List<String> rows =
        of
            .projects
            .ledger
            .find(ReportQuantification.key(report, ReportQuantification.Round.SUBMITTED))
            .orElseThrow()
            .data()
            .stream()
            .filter(row -> row.sample().orElse("").contains(point))
            .filter(row -> row.stratum().equals("S1"))
            .map(
                row ->
                    String.format(
                        "{\"reason\":\"The core was lost.\",\"sample\":\"%s\",\"stratum\":\"S1\","
                            + "\"symbol\":\"%s\",\"year\":%d}",
                        row.sample().orElseThrow(), row.symbol(), row.year()))
            .toList();
    return of.projects.verdict(
        of.projects.verifier,
        Edited.with(
            of.projects.verification(report), "/removals", "[" + String.join(",", rows) + "]"));
  }

  @Test
  void a_certifier_takes_out_a_point_and_no_measurement_of_the_last_verified_sampling() {
    SampledProject begun = ofTwoPoints();
    assertThat(removing(begun, submitted(begun, firstOf(begun)), "-P01")).isEqualTo("APPLIED");
    SampledProject continued = ofTwoPoints();
    InstructionId first = submitted(continued, firstOf(continued));
    continued.projects.ledger.apply(
        continued.projects.verifier, continued.projects.verification(first));
    InstructionId second =
        submitted(continued, continued.report(2024, continued.survey("1.2", "0.04", "2024-12-20")));
    assertThat(removing(continued, second, "-P01"))
        .as("of the last verified sampling too")
        .isEqualTo("SAMPLING_NOT_CONTINUED");
  }

  private static SampledProject ofTwoPoints() {
    return new SampledProject(MeasuredVersions.with(SampledProject.version(), "POINTS_LEAST", "2"));
  }

  private static SubmitMonitoringReport firstOf(SampledProject project) {
    List<InstructionId> named = new ArrayList<>(project.survey("0", "0.02", "2023-01-10"));
    named.addAll(project.survey("0.8", "0.03", "2023-12-20"));
    return project.report(2023, named);
  }

  @Test
  void no_certifier_brings_points_that_nobody_recorded() {
    InstructionId report = projects.ledger.apply(projects.owner, sampled.report(2023, first()));
    projects.endPublicity();
    String added =
        "[{\"sample\":\"WP-2-P91-L1\",\"stratum\":\"S1\",\"symbol\":\"OC\",\"unit\":\"g/kg\","
            + "\"value\":\"42\",\"year\":2023}]";
    assertThat(
            projects.verdict(
                projects.verifier,
                Edited.with(projects.verification(report), "/corrections", added)))
        .isEqualTo("SAMPLING_NOT_RECORDED");
    assertThat(
            projects.verdict(
                projects.verifier,
                Edited.with(
                    projects.verification(report), "/corrections", added.replace("P91", "P01"))))
        .as("what was recorded is corrected")
        .isEqualTo("APPLIED");
  }

  @Test
  void digits_that_no_laboratory_tells_apart_make_no_other_measurement() {
    sampled.recorded(Scenario.WP, "S1", "0", "2023-01-10");
    SampledProject other =
        new SampledProject(sampled.measured, sampled.measured.registeredElsewhere(), 5);
    assertThat(
            projects.verdict(
                projects.owner, other.sampling(Scenario.WP, "S1", "0.00001", "2023-01-10")))
        .isEqualTo("SAMPLING_ALREADY_USED");
    assertThat(
            projects.verdict(
                projects.owner, other.sampling(Scenario.WP, "S1", "0.1", "2023-01-10")))
        .as("and more of them do")
        .isEqualTo("APPLIED");
  }
}
