// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.quantification.Stratum.Choice;
import org.grasslandcarbon.domain.quantification.Stratum.Level;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A project to begin with, for the catalogue and for tests: an invented pasture near Xilinhot under
 * the example methodology.
 */
public final class ExampleProject {
  /** An id, where an example needs one. */
  public static final InstructionId ID = new InstructionId("6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01");

  /** Its boundary: 0.1 by 0.05 degree with a lake left out. */
  public static final Boundary BOUNDARY =
      Codec.read(
          "{\"type\":\"Polygon\",\"coordinates\":["
              + "[[116.1,43.95],[116.2,43.95],[116.2,44],[116.1,44],[116.1,43.95]],"
              + "[[116.15,43.97],[116.15,43.975],[116.16,43.975],[116.16,43.97],[116.15,43.97]]]}",
          Boundary.class);

  /** Its design. */
  public static final ProjectDesign DESIGN =
      new ProjectDesign(
          Decimal.of("4413"),
          List.of(
              new BenefitShare(
                  6_000, Name.of("示例牧民合作社", "Example herders' cooperative"), Optional.empty())),
          new ParticipantId("91110000600037341L"),
          new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2042, 12, 31)),
          Sha256.of("design document"),
          Tonnes.of(9_000),
          new MethodologyRef("GCS-T1", "1.0"),
          Name.of("示例草原碳汇项目", "Example grassland carbon project"),
          new RegionCode("152502"),
          LocalDate.of(2023, 1, 1),
          List.of(
              stratum("S1", "3000", "F_MG.SEVERE", "F_MG.NOMINAL", "6000"),
              stratum("S2", "1400", "F_MG.MODERATE", "F_MG.IMPROVED", "2100")),
          List.of(Sha256.of("land contract")));

  /** The id of its renewal. */
  public static final InstructionId RENEWAL =
      new InstructionId("6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d05");

  /** Its design for the crediting period after the first. */
  public static final ProjectDesign RENEWED_DESIGN =
      new ProjectDesign(
          DESIGN.areaHectares(),
          DESIGN.benefitShares(),
          DESIGN.certifier(),
          new DateRange(LocalDate.of(2043, 1, 1), LocalDate.of(2062, 12, 31)),
          Sha256.of("design document of the renewal"),
          Tonnes.of(4_000),
          new MethodologyRef("GCS-T1", "2.0"),
          DESIGN.name(),
          DESIGN.region(),
          DESIGN.startDate(),
          DESIGN.strata(),
          DESIGN.tenureDocuments());

  private static final int EVIDENCED_YEARS = 3;

  private ExampleProject() {}

  /** The instruction that proposes it. */
  public static ProposeProject proposal() {
    return new ProposeProject(BOUNDARY, DESIGN);
  }

  /** Evidence that the years before a design's start were as its baseline has them. */
  public static RecordBaseline evidence(ProjectDesign design, InstructionId project) {
    List<BaselineYears> activities = new ArrayList<>();
    for (Stratum stratum : design.strata()) {
      for (Level level : stratum.baseline()) {
        activities.add(
            new BaselineYears(
                stratum.name(),
                level.symbol(),
                level.unit(),
                Collections.nCopies(EVIDENCED_YEARS, level.value())));
      }
    }
    return new RecordBaseline(
        activities,
        List.of(Sha256.of("livestock statistics and invoices")),
        design.startDate().getYear() - EVIDENCED_YEARS,
        project);
  }

  private static Stratum stratum(
      String name, String hectares, String before, String after, String sheep) {
    return new Stratum(
        Decimal.of(hectares),
        List.of(
            new Level("HEAD.SHEEP", "head", Decimal.of(sheep)),
            new Level("FUEL.DIESEL", "L", Decimal.of("1000"))),
        List.of(
            new Choice("SOC_REF.COLD_DRY_HAC", "SOC_REF"),
            new Choice("F_LU.GRASSLAND", "F_LU_BSL"),
            new Choice(before, "F_MG_BSL"),
            new Choice("F_I.MEDIUM", "F_I_BSL"),
            new Choice("F_LU.GRASSLAND", "F_LU_WP"),
            new Choice(after, "F_MG_WP"),
            new Choice("F_I.MEDIUM", "F_I_WP")),
        name);
  }
}
