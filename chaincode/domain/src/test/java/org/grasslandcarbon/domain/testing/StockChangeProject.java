// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Outline;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.quantification.Stratum.Choice;
import org.grasslandcarbon.domain.quantification.Stratum.Level;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/** The example pasture under {@code GCS-SC}: one stratum measured by mass, one by depth. */
public final class StockChangeProject {
  public final Projects projects;

  private final MethodologyRef version;
  private final boolean isOutlined;

  /** A ledger with the version published and both certifiers accredited for it. */
  public StockChangeProject() {
    this(ExampleStockChange.ipcc2006());
  }

  /** The same with another version. */
  public StockChangeProject(PublishMethodology methodology) {
    version = methodology.version();
    isOutlined = methodology.terms().samplings().flatMap(terms -> terms.outlines()).orElse(false);
    projects = new Projects();
    projects.ledger.apply(projects.authority, methodology);
    accredit(projects.validator);
    accredit(projects.verifier);
  }

  private void accredit(ParticipantId certifier) {
    projects.ledger.apply(
        projects.authority,
        new AccreditCertifier(
            certifier,
            Sha256.of("certificate"),
            List.of(ExampleStockChange.ipcc2006().version().id()),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2030, 12, 31)));
  }

  /** The example design with strata of this algorithm. */
  public ProjectDesign design() {
    ProjectDesign d = projects.design(version);
    return new ProjectDesign(
        d.areaHectares(),
        d.benefitShares(),
        d.certifier(),
        d.creditingPeriod(),
        d.designDocument(),
        d.expectedTonnesPerYear(),
        d.methodology(),
        d.name(),
        d.region(),
        d.startDate(),
        strata(),
        d.tenureDocuments());
  }

  /** The strata. */
  public static List<Stratum> strata() {
    return List.of(
        stratum("S1", "3000", "SOIL_REFERENCE.MASS_1950", level("HEAD.SHEEP", "head", "6000")),
        stratum(
            "S2",
            "1400",
            "SOIL_REFERENCE.DEPTH_30",
            level("HEAD.SHEEP", "head", "2100"),
            level("LIME.LIMESTONE", "t", "5"),
            level("M_BURNT.GRASS", "kg dm", "90000"),
            level("M_SF.UREA", "t", "20")));
  }

  private static Level level(String symbol, String unit, String value) {
    return new Level(symbol, unit, Decimal.of(value));
  }

  private static Stratum stratum(
      String name, String hectares, String reference, Level... baseline) {
    List<Level> levels = new ArrayList<>(List.of(baseline));
    levels.add(level("FUEL.DIESEL", "L", "1000"));
    return new Stratum(
        Decimal.of(hectares),
        levels,
        List.of(
            new Choice(reference, "SOIL_REFERENCE"),
            new Choice("EF_N_DIRECT.AGGREGATE", "EF_N_DIRECT"),
            new Choice("FRAC_LEACH.DRY", "FRAC_LEACH")),
        name);
  }

  /** A proposal of the design. */
  public ProposeProject proposal() {
    return proposal(0);
  }

  /** The same so many tenths of a degree to the east. */
  public ProposeProject proposal(int east) {
    return new ProposeProject(
        Optional.of(Shifted.east(ExampleProject.BOUNDARY, east)),
        Optional.empty(),
        design(),
        isOutlined ? Optional.of(outlines(east)) : Optional.empty());
  }

  /**
   * Where the strata lie: S1 in the south with the lake left out, S2 in the north, and a strip
   * between them that is in neither.
   */
  public static List<Outline> outlines(int east) {
    return List.of(
        outline(
            "S1",
            east,
            "[[[116.1,43.95],[116.2,43.95],[116.2,43.984],[116.1,43.984],[116.1,43.95]],"
                + "[[116.15,43.97],[116.15,43.975],[116.16,43.975],[116.16,43.97],[116.15,43.97]]]"),
        outline(
            "S2",
            east,
            "[[[116.1,43.9843],[116.2,43.9843],[116.2,44],[116.1,44],[116.1,43.9843]]]"));
  }

  /** An outline of a stratum, drawn so many tenths of a degree further to the west. */
  public static Outline outline(String stratum, int east, String rings) {
    Boundary drawn =
        Codec.read("{\"type\":\"Polygon\",\"coordinates\":" + rings + "}", Boundary.class);
    return new Outline(Shifted.east(drawn, east), stratum);
  }

  /** The project, registered. */
  public InstructionId registered() {
    return registered(proposal());
  }

  /** The same design on other land. */
  public InstructionId registeredElsewhere() {
    return registered(proposal(5));
  }

  /** A project of a proposal, registered. */
  public InstructionId registered(ProposeProject proposal) {
    InstructionId project = projects.ledger.apply(projects.owner, proposal);
    projects.evidence(project);
    projects.endPublicity();
    projects.ledger.apply(projects.validator, projects.opinion(project));
    projects.ledger.apply(projects.office, projects.registration(project));
    return project;
  }

  /**
   * A report of whole years.
   *
   * @param carbon of the second sampling of the project, more or less than of the first, g/kg
   */
  public SubmitMonitoringReport report(
      InstructionId project, int firstYear, int lastYear, String carbon) {
    return new SubmitMonitoringReport(
        data(firstYear, lastYear, carbon),
        List.of(Sha256.of("monitoring report")),
        Optional.empty(),
        new DateRange(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31)),
        project);
  }

  /** A report that goes on where another has ended. */
  public SubmitMonitoringReport report(
      InstructionId project, int firstYear, int lastYear, String before, String after) {
    return new SubmitMonitoringReport(
        continued(firstYear, lastYear, before, after),
        List.of(Sha256.of("monitoring report")),
        Optional.empty(),
        new DateRange(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31)),
        project);
  }

  /** Rows of which those of both second samplings have so much carbon. */
  public static List<Datum> sampled(String carbon) {
    return data(
        2023,
        2023,
        List.of("0", carbon),
        List.of("0", carbon),
        List.of("0", carbon),
        List.of("0.4", "0.45"));
  }

  /** The rows of a project's first report. */
  public static List<Datum> data(int firstYear, int lastYear, String carbon) {
    return data(
        firstYear,
        lastYear,
        List.of("0", carbon),
        List.of("0", "-0.1"),
        List.of("0", "0"),
        List.of("0.4", "0.45"));
  }

  /**
   * The rows of the report after the first.
   *
   * @param before the carbon of the project with which the first one ended
   * @param after the carbon with which this one ends
   */
  public static List<Datum> continued(int firstYear, int lastYear, String before, String after) {
    return data(
        firstYear,
        lastYear,
        List.of(before, after),
        List.of("-0.1", "-0.2"),
        List.of("0", "0.01"),
        List.of("0.45", "0.5"));
  }

  private static List<Datum> data(
      int firstYear,
      int lastYear,
      List<String> project,
      List<String> controlOfFirst,
      List<String> controlOfSecond,
      List<String> shrubs) {
    Rows rows = new Rows(lastYear);
    for (int year = firstYear; year <= lastYear; year++) {
      rows.yearly("S1", "HEAD.SHEEP", "head", "6000", year);
      rows.yearly("S1", "FUEL.DIESEL", "L", "900", year);
      rows.yearly("S2", "HEAD.SHEEP", "head", "2400", year);
      rows.yearly("S2", "FUEL.DIESEL", "L", "950", year);
      rows.yearly("S2", "LIME.LIMESTONE", "t", "5.5", year);
      rows.yearly("S2", "M_BURNT.GRASS", "kg dm", "10000", year);
      rows.yearly("S2", "M_SF.UREA", "t", "12", year);
      rows.yearly("S2", "M_OF.MANURE", "t", "30", year);
      rows.yearly("S2", "M_NFIX.ALFALFA", "t dm", "40", year);
    }
    String years = String.valueOf(lastYear - firstYear + 1);
    rows.yearly("S1", "SOIL_YEARS", "yr", years, lastYear);
    rows.yearly("S2", "SOIL_YEARS", "yr", years, lastYear);
    rows.yearly("S2", "M_OA.MANURE", "t", "30", lastYear);
    rows.sample("S2", "WP-1", "C_SHRUB", "t C/ha", shrubs.get(0));
    rows.sample("S2", "WP-2", "C_SHRUB", "t C/ha", shrubs.get(1));
    rows.byMass("WP-1", project.get(0));
    rows.byMass("WP-2", project.get(1));
    rows.byMass("BSL-1", controlOfFirst.get(0));
    rows.byMass("BSL-2", controlOfFirst.get(1));
    rows.byDepth("WP-1", project.get(0));
    rows.byDepth("WP-2", project.get(1));
    rows.byDepth("BSL-1", controlOfSecond.get(0));
    rows.byDepth("BSL-2", controlOfSecond.get(1));
    return List.copyOf(rows.all);
  }

  /** Rows as they are added. */
  private static final class Rows {
    private final List<Datum> all = new ArrayList<>();
    private final int year;

    private Rows(int year) {
      this.year = year;
    }

    private void yearly(String stratum, String symbol, String unit, String value, int year) {
      all.add(new Datum(stratum, symbol, unit, Decimal.of(value), year));
    }

    private void sample(String stratum, String sample, String symbol, String unit, String value) {
      all.add(new Datum(Optional.of(sample), stratum, symbol, unit, Decimal.of(value), year));
    }

    /** A content that has changed, at each point a little otherwise; or has not. */
    private static String plus(String number, String more, int point) {
      BigDecimal change = new BigDecimal(more);
      BigDecimal own = new BigDecimal(point).multiply(change).movePointLeft(1);
      return new BigDecimal(number).add(change).add(own).stripTrailingZeros().toPlainString();
    }

    private void byMass(String sampling, String more) {
      sample("S1", sampling, "PROBE_DIAMETER", "mm", "21.5");
      sample("S1", sampling, "CORES", "1", "4");
      String[] first = {"24.29", "23.7", "25.1"};
      for (int i = 0; i < first.length; i++) {
        String point = sampling + "-P0" + (i + 1);
        sample("S1", point + "-L1", "SOIL_MASS", "g", "270");
        sample("S1", point + "-L1", "OC", "g/kg", plus(first[i], more, i));
        sample("S1", point + "-L2", "SOIL_MASS", "g", "195");
        sample("S1", point + "-L2", "OC", "g/kg", "14.8");
      }
    }

    private void byDepth(String sampling, String more) {
      sample("S2", sampling + "-L1", "LAYER_DEPTH", "cm", "30");
      String[] first = {"18.4", "19.2", "18.9"};
      for (int i = 0; i < first.length; i++) {
        String layer = sampling + "-P0" + (i + 1) + "-L1";
        sample("S2", layer, "BULK_DENSITY", "g/cm3", "1.21");
        sample("S2", layer, "OC", "g/kg", plus(first[i], more, i));
      }
    }
  }
}
