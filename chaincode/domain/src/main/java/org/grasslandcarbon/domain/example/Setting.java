// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Where, when and under which methodology a story is played: the example project, on any land.
 *
 * @param region where everybody is admitted and the land lies
 * @param land the project's
 * @param methodology the version that is published and pinned
 * @param firstYear in which the project and its crediting begin
 * @param years how many calendar years the first report has
 */
public record Setting(
    RegionCode region, Land land, PublishMethodology methodology, int firstYear, int years) {

  /** Crediting and accreditation last so long. */
  private static final int CREDITING_YEARS = 20;

  private static final String SHEEP = "HEAD.SHEEP";

  /** A story for practice: of a methodology whose publicity has no days. */
  public static Setting forPractice(RegionCode region, Land land, int firstYear, int years) {
    return new Setting(region, land, ExampleMethodology.training(), firstYear, years);
  }

  /** The same with a first report of fewer years. */
  public Setting first(int some) {
    return new Setting(region, land, methodology, firstYear, some);
  }

  /** The same with a report of the year after those of this one. */
  public Setting after() {
    return new Setting(region, land, methodology, firstYear + years, 1);
  }

  /** The hash of a document that there is only in the story. */
  static Sha256 document(String name) {
    return Sha256.of("practice: " + name);
  }

  DateRange crediting() {
    return years(CREDITING_YEARS);
  }

  private DateRange years(int count) {
    LocalDate start = LocalDate.of(firstYear, 1, 1);
    return new DateRange(start, start.plusYears(count).minusDays(1));
  }

  /** The proposal of the project. */
  public ProposeProject proposal(ParticipantId certifier) {
    ProjectDesign example = ExampleProject.DESIGN;
    return new ProposeProject(
        land.boundary(),
        new ProjectDesign(
            land.boundary().areaHectares(),
            example.benefitShares(),
            certifier,
            crediting(),
            document("design document"),
            example.expectedTonnesPerYear(),
            methodology.version(),
            Name.of("练习草原碳汇项目", "Grassland carbon project for practice"),
            region,
            crediting().from(),
            strata(),
            List.of(document("land contract"))));
  }

  private List<Stratum> strata() {
    List<Stratum> strata = new ArrayList<>();
    for (Stratum each : ExampleProject.DESIGN.strata()) {
      Decimal hectares = land.strataHectares().get(strata.size());
      strata.add(new Stratum(hectares, each.baseline(), each.choices(), each.name()));
    }
    return strata;
  }

  /** The report of the first years: all land is managed, with the herd and fuel of before. */
  SubmitMonitoringReport report(InstructionId project) {
    return report(project, Optional.empty());
  }

  /** The same with another count of sheep. */
  SubmitMonitoringReport report(InstructionId project, Optional<Decimal> sheep) {
    List<Datum> rows = new ArrayList<>();
    for (int year = firstYear; year < firstYear + years; year++) {
      for (Stratum stratum : strata()) {
        rows.add(new Datum(stratum.name(), "MANAGED_AREA", "ha", stratum.areaHectares(), year));
        for (Stratum.Level level : stratum.baseline()) {
          Decimal value =
              level.symbol().equals(SHEEP) ? sheep.orElse(level.value()) : level.value();
          rows.add(new Datum(stratum.name(), level.symbol(), level.unit(), value, year));
        }
      }
    }
    return new SubmitMonitoringReport(
        rows, List.of(document("monitoring report")), Optional.empty(), years(years), project);
  }
}
