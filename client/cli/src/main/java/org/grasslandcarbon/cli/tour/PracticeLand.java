// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
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
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The tour's project: the example's design on a field of a grid over northern China, another one
 * each time, because no land may be in two live projects.
 */
final class PracticeLand {
  private static final double WEST = 80;
  private static final double SOUTH = 38;
  private static final int COLUMNS = 400;
  private static final int ROWS = 160;
  private static final double FIELD_DEGREES = 0.1;
  private static final double HEIGHT_DEGREES = 0.05;

  /** What the two strata of the example have, well inside the smallest field. */
  private static final List<Decimal> STRATA_HECTARES =
      List.of(Decimal.of("2400"), Decimal.of("1000"));

  private static final int CREDITING_YEARS = 20;

  private final Story story;
  private final Boundary boundary = field();
  private final int firstYear;

  PracticeLand(Story story) {
    this.story = story;
    firstYear = Year.from(story.today()).getValue() - 2;
  }

  private static Boundary field() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    double west = WEST + random.nextInt(COLUMNS) * FIELD_DEGREES;
    double south = SOUTH + random.nextInt(ROWS) * HEIGHT_DEGREES;
    double east = west + FIELD_DEGREES * 0.9;
    double north = south + HEIGHT_DEGREES * 0.9;
    String ring =
        String.format(
            Locale.ROOT,
            "[[%1$.4f,%2$.4f],[%3$.4f,%2$.4f],[%3$.4f,%4$.4f],[%1$.4f,%4$.4f],[%1$.4f,%2$.4f]]",
            west,
            south,
            east,
            north);
    return Codec.read("{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}", Boundary.class);
  }

  ProposeProject proposal() {
    ProjectDesign example = ExampleProject.DESIGN;
    LocalDate start = LocalDate.of(firstYear, 1, 1);
    return new ProposeProject(
        boundary,
        new ProjectDesign(
            boundary.areaHectares(),
            example.benefitShares(),
            story.validator.id(),
            new DateRange(start, start.plusYears(CREDITING_YEARS).minusDays(1)),
            Sha256.of("tour: design document"),
            example.expectedTonnesPerYear(),
            story.methodology,
            Name.of("练习草原碳汇项目", "Grassland carbon project of a tour"),
            story.region,
            start,
            strata(example),
            List.of(Sha256.of("tour: land contract"))));
  }

  private static List<Stratum> strata(ProjectDesign example) {
    List<Stratum> strata = new ArrayList<>();
    for (int i = 0; i < STRATA_HECTARES.size(); i++) {
      Stratum stratum = example.strata().get(i);
      strata.add(
          new Stratum(
              STRATA_HECTARES.get(i), stratum.baseline(), stratum.choices(), stratum.name()));
    }
    return strata;
  }

  /** The two calendar years before this one. */
  SubmitMonitoringReport report(InstructionId project) {
    return report(project, "6000");
  }

  /** The same, with another count of the first herd. */
  SubmitMonitoringReport report(InstructionId project, String sheep) {
    List<Datum> rows = new ArrayList<>();
    for (int year = firstYear; year <= firstYear + 1; year++) {
      rows.addAll(rows("S1", STRATA_HECTARES.get(0), sheep, "1100", year));
      rows.addAll(rows("S2", STRATA_HECTARES.get(1), "2000", "900", year));
    }
    return new SubmitMonitoringReport(
        rows,
        List.of(Sha256.of("tour: monitoring report")),
        Optional.empty(),
        new DateRange(LocalDate.of(firstYear, 1, 1), LocalDate.of(firstYear + 1, 12, 31)),
        project);
  }

  private static List<Datum> rows(
      String stratum, Decimal hectares, String sheep, String diesel, int year) {
    return List.of(
        new Datum(stratum, "MANAGED_AREA", "ha", hectares, year),
        new Datum(stratum, "HEAD.SHEEP", "head", Decimal.of(sheep), year),
        new Datum(stratum, "FUEL.DIESEL", "L", Decimal.of(diesel), year));
  }

  /** The algorithm that computes, for the tour to name it. */
  static String algorithm() {
    return ExampleMethodology.tier1().algorithm();
  }
}
