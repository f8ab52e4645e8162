// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.plausibility.FlagCode;
import org.grasslandcarbon.domain.plausibility.Severity;
import org.grasslandcarbon.domain.project.Finding;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.MeasuredVersions;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.SampledProject;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is implausible is said aloud, answered by the certifier and read by the office. */
class FlaggedReportTest {
  private final SampledProject sampled =
      new SampledProject(MeasuredVersions.flaggedOfAnyReference());
  private final Projects projects = sampled.projects;

  private InstructionId submitted(String carbon) {
    List<InstructionId> named = new ArrayList<>(sampled.survey("0", "0.02", "2023-01-10"));
    named.addAll(sampled.survey(carbon, "0.03", "2023-12-20"));
    InstructionId report = projects.ledger.apply(projects.owner, sampled.report(2023, named));
    projects.endPublicity();
    return report;
  }

  private List<Flag> flags(InstructionId report) {
    return projects
        .ledger
        .find(ReportQuantification.key(report, ReportQuantification.Round.SUBMITTED))
        .orElseThrow()
        .flags()
        .orElseThrow();
  }

  private VerifyMonitoringReport answering(InstructionId report, List<AnsweredFlag> flags) {
    VerifyMonitoringReport plain = projects.verification(report);
    return new VerifyMonitoringReport(
        List.of(),
        flags.stream().map(flag -> Finding.answering(flag, "Seen in the field.")).toList(),
        report,
        plain.opinion(),
        plain.report());
  }

  private static List<AnsweredFlag> all(List<Flag> flags) {
    return flags.stream().map(AnsweredFlag::of).toList();
  }

  @Test
  void the_flags_of_a_report_are_stored_with_its_worksheet_and_counted_in_lists() {
    InstructionId report = submitted("0.8");
    assertThat(projects.reportOf(report).flags()).contains(flags(report).size());
    assertThat(flags(report)).extracting(Flag::code).contains(FlagCode.NO_STOCKING_RECORD);
  }

  @Test
  void every_flag_is_answered_before_a_report_is_verified() {
    InstructionId report = submitted("0.8");
    List<AnsweredFlag> answers = new ArrayList<>(all(flags(report)));
    assertThat(projects.verdict(projects.verifier, projects.verification(report)))
        .isEqualTo("FLAG_NOT_ADDRESSED");
    AnsweredFlag last = answers.remove(answers.size() - 1);
    assertThat(projects.verdict(projects.verifier, answering(report, answers)))
        .isEqualTo("FLAG_NOT_ADDRESSED");
    assertThat(projects.ledger.submit(projects.verifier, answering(report, answers)).detail())
        .hasValueSatisfying(detail -> assertThat(detail).contains(last.toString()));
    answers.add(last);
    assertThat(projects.verdict(projects.verifier, answering(report, answers)))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_negative_opinion_answers_nothing() {
    InstructionId report = submitted("0.8");
    assertThat(
            projects.verdict(
                projects.verifier,
                Edited.with(projects.verification(report), "/opinion", "\"NEGATIVE\"")))
        .isEqualTo("APPLIED");
  }

  @Test
  void the_office_has_read_what_is_severe_before_anything_is_issued() {
    InstructionId report = submitted("30");
    List<Flag> flags = flags(report);
    List<AnsweredFlag> severe =
        all(flags.stream().filter(flag -> flag.severity() == Severity.SEVERE).toList());
    assertThat(severe).isNotEmpty();
    projects.ledger.apply(projects.verifier, answering(report, all(flags)));
    assertThat(projects.reportOf(report).verification().orElseThrow().severe()).contains(severe);
    assertThat(projects.verdict(projects.office, new ApproveIssuance(report)))
        .isEqualTo("FLAG_NOT_READ");
    assertThat(
            projects.verdict(
                projects.office,
                new ApproveIssuance(Optional.of(severe.subList(1, severe.size())), report)))
        .isEqualTo("FLAG_NOT_READ");
    assertThat(projects.verdict(projects.office, new ApproveIssuance(Optional.of(severe), report)))
        .isEqualTo("APPLIED");
  }

  private List<InstructionId> survey(String carbon, String control, String day, String depth) {
    List<InstructionId> named = new ArrayList<>();
    for (String stratum : List.of("S1", "S2")) {
      RecordSampling land = sampled.sampling(Scenario.WP, stratum, carbon, day);
      named.add(
          projects.ledger.apply(
              projects.owner,
              stratum.equals("S1")
                  ? Edited.with(land, "/depthCentimetres", "\"" + depth + "\"")
                  : land));
      named.add(sampled.recorded(Scenario.BSL, stratum, control, day));
    }
    return named;
  }

  private List<String> told(InstructionId report, FlagCode code) {
    return flags(report).stream()
        .filter(flag -> flag.code() == code)
        .flatMap(flag -> flag.figures().stream())
        .map(figure -> figure.name() + " = " + figure.value())
        .toList();
  }

  @Test
  void samplings_that_went_to_another_depth_are_told_in_a_first_report() {
    List<InstructionId> named = survey("0", "0.02", "2023-01-10", "30");
    named.addAll(survey("0.8", "0.03", "2023-12-20", "35"));
    InstructionId report = projects.ledger.apply(projects.owner, sampled.report(2023, named));
    assertThat(told(report, FlagCode.SCHEME_CHANGED))
        .containsExactly("DEPTH S1 WP-1 = 30", "DEPTH S1 WP-2 = 35");
    assertThat(told(report, FlagCode.REFERENCE_SHALLOW))
        .as("195 g below 270 g are 465, of which 1950 Mg/ha are 283.18 g: 18.27 cm")
        .anyMatch(figure -> figure.startsWith("REFERENCE_DEPTH S1 = 18.2"))
        .contains("DEPTH S1 WP-1 = 30");
  }

  @ParameterizedTest
  @CsvSource({"30, false", "40, true"})
  void a_later_sampling_is_held_against_the_depth_of_the_last_verified_one(
      String depth, boolean isTold) {
    InstructionId first = submitted("0.8");
    assertThat(told(first, FlagCode.SCHEME_CHANGED)).isEmpty();
    projects.ledger.apply(projects.verifier, answering(first, all(flags(first))));
    InstructionId later =
        projects.ledger.apply(
            projects.owner, sampled.report(2024, survey("1.2", "0.04", "2024-12-20", depth)));
    assertThat(told(later, FlagCode.SCHEME_CHANGED))
        .isEqualTo(isTold ? List.of("DEPTH S1 WP-1 = 30", "DEPTH S1 WP-2 = " + depth) : List.of());
    assertThat(told(later, FlagCode.REFERENCE_SHALLOW)).contains("DEPTH S1 WP-1 = 30");
  }

  @Test
  void flags_are_raised_again_of_what_the_certifier_corrected() {
    InstructionId report = submitted("0.8");
    List<AnsweredFlag> answers = all(flags(report));
    VerifyMonitoringReport corrected =
        Edited.with(
            answering(report, answers),
            "/corrections",
            "[{\"sample\":\"WP-2-P01-L1\",\"stratum\":\"S1\",\"symbol\":\"OC\",\"unit\":\"g/kg\","
                + "\"value\":\"299\",\"year\":2023}]");
    assertThat(projects.verdict(projects.verifier, corrected)).isEqualTo("FLAG_NOT_ADDRESSED");
  }

  @Test
  void carbon_that_was_determined_in_two_ways_is_asked_about_also_over_the_years() {
    projects.ledger.apply(
        projects.authority,
        Edited.with(
            sampled.accreditation("2020-01-01", "2030-12-31"),
            "/analyses",
            "[\"DRY_COMBUSTION\",\"WET_OXIDATION\"]"));
    List<InstructionId> named = new ArrayList<>(sampled.survey("0", "0.02", "2023-01-10"));
    named.addAll(sampled.survey("0.8", "0.03", "2023-12-20"));
    InstructionId first = projects.ledger.apply(projects.owner, sampled.report(2023, named));
    projects.endPublicity();
    assertThat(flags(first)).extracting(Flag::code).doesNotContain(FlagCode.ANALYSES_DIFFER);
    projects.ledger.apply(projects.verifier, answering(first, all(flags(first))));
    List<InstructionId> last = new ArrayList<>(sampled.survey("1.2", "0.04", "2024-12-20"));
    last.set(
        0,
        projects.ledger.apply(
            projects.owner,
            Edited.with(
                sampled.sampling(Scenario.WP, "S1", "1.3", "2024-12-20"),
                "/analysis",
                "\"WET_OXIDATION\"")));
    InstructionId second = projects.ledger.apply(projects.owner, sampled.report(2024, last));
    assertThat(flags(second))
        .filteredOn(flag -> flag.code() == FlagCode.ANALYSES_DIFFER)
        .singleElement()
        .satisfies(
            flag -> {
              assertThat(flag.stratum()).contains("S1");
              assertThat(flag.severity()).isEqualTo(Severity.SEVERE);
              assertThat(flag.figures().get(0).name()).isEqualTo("DRY_COMBUSTION WET_OXIDATION S1");
            });
  }
}
