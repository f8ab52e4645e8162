// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.methodology.SamplingTerms;
import org.grasslandcarbon.domain.monitoring.RecordSampling;
import org.grasslandcarbon.domain.monitoring.SampleValue;
import org.grasslandcarbon.domain.monitoring.SamplingPoint;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.participant.AccreditLaboratory;
import org.grasslandcarbon.domain.participant.Laboratory;
import org.grasslandcarbon.domain.participant.SourcedLimit;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/** The project that measures, under a version whose samplings are records. */
public final class SampledProject {
  /** Days that a sampling may be from the period. */
  public static final int DAYS = 60;

  public final ParticipantId laboratory = new ParticipantId("91110000600037341L");
  public final StockChangeProject measured;
  public final Projects projects;
  public final InstructionId project;
  private final int east;

  public SampledProject() {
    this(version());
  }

  /** The same under another version that has samplings as records. */
  public SampledProject(PublishMethodology methodology) {
    this(new StockChangeProject(methodology));
  }

  private SampledProject(StockChangeProject measured) {
    this(measured, measured.registered());
  }

  private SampledProject(StockChangeProject measured, InstructionId project) {
    this(measured, project, 0);
  }

  /**
   * A project that is registered under {@link #version}, so many tenths of a degree to the east.
   */
  public SampledProject(StockChangeProject measured, InstructionId project, int east) {
    this.east = east;
    this.measured = measured;
    this.projects = measured.projects;
    this.project = project;
    projects.ledger.apply(projects.authority, accreditation("2020-01-01", "2030-12-31"));
  }

  /** The numbers of the example's first version, with records of samplings and outlines. */
  public static PublishMethodology version() {
    PublishMethodology first = ExampleStockChange.ipcc2006();
    return new PublishMethodology(
        first.algorithm(),
        first.document(),
        first.name(),
        first.science(),
        first
            .terms()
            .withSamplings(
                new SamplingTerms(
                        new SourcedLimit(250, "VM0042"),
                        new SourcedLimit(DAYS, "assumed"),
                        new SourcedLimit(30, "assumed"))
                    .withOutlines()),
        false,
        first.validity(),
        new MethodologyRef(first.version().id(), "9.0"));
  }

  /** What accredits the laboratory. */
  public AccreditLaboratory accreditation(String from, String to) {
    return new AccreditLaboratory(
        List.of(Laboratory.Analysis.DRY_COMBUSTION),
        Sha256.of("certificate"),
        laboratory,
        Name.of("示例实验室", "Example laboratory"),
        LocalDate.parse(from),
        LocalDate.parse(to));
  }

  /**
   * What records a sampling.
   *
   * @param plus how much more carbon than at the beginning
   */
  public RecordSampling sampling(Scenario scenario, String stratum, String plus, String day) {
    String prefix = scenario + "-2";
    List<SampleValue> values = new ArrayList<>();
    SortedSet<String> points = new TreeSet<>();
    for (Datum row : StockChangeProject.sampled(plus)) {
      if (row.stratum().equals(stratum) && row.sample().orElse("").startsWith(prefix)) {
        String sample = row.sample().get().substring(prefix.length());
        Optional<String> name =
            sample.isEmpty() ? Optional.empty() : Optional.of(sample.substring(1));
        name.filter(each -> each.startsWith("P")).ifPresent(each -> points.add(each.split("-")[0]));
        values.add(new SampleValue(name, row.symbol(), row.unit(), row.value()));
      }
    }
    LocalDate last = LocalDate.parse(day);
    return new RecordSampling(
        Laboratory.Analysis.DRY_COMBUSTION,
        new DateRange(last.minusDays(4), last),
        depth(values),
        laboratory,
        Sha256.of("laboratory report"),
        Optional.empty(),
        points.stream().map(name -> point(name, scenario, stratum)).toList(),
        project,
        scenario,
        stratum,
        values);
  }

  /** 30 cm where soil was weighed; where its density was, layers say how deep it was. */
  private static Optional<Decimal> depth(List<SampleValue> values) {
    return values.stream()
        .filter(value -> value.symbol().equals("SOIL_MASS"))
        .map(value -> Decimal.of("30"))
        .findFirst();
  }

  /** A place in S1, or some kilometres north of the project. */
  public SamplingPoint point(String name, Scenario scenario) {
    return point(name, scenario, "S1");
  }

  /** A place in a stratum, or some kilometres north of the project. */
  public SamplingPoint point(String name, Scenario scenario, String stratum) {
    int number = Integer.parseInt(name.substring(1));
    String within = stratum.equals("S1") ? "43.96" : "43.99";
    return new SamplingPoint(
        Decimal.of(scenario == Scenario.WP ? within : "44.1"),
        new Decimal(new BigDecimal("116.1" + number).add(BigDecimal.valueOf(east, 1))),
        name);
  }

  public InstructionId recorded(Scenario scenario, String stratum, String plus, String day) {
    return projects.ledger.apply(projects.owner, sampling(scenario, stratum, plus, day));
  }

  /** The samplings of all strata and sides on a day. */
  public List<InstructionId> survey(String project, String control, String day) {
    List<InstructionId> ids = new ArrayList<>();
    for (String stratum : List.of("S1", "S2")) {
      ids.add(recorded(Scenario.WP, stratum, project, day));
      ids.add(recorded(Scenario.BSL, stratum, control, day));
    }
    return ids;
  }

  /** A report of a year that names samplings. */
  public SubmitMonitoringReport report(int year, List<InstructionId> samplings) {
    return report(year, activity(year), samplings);
  }

  public SubmitMonitoringReport report(int year, List<Datum> rows, List<InstructionId> samplings) {
    return new SubmitMonitoringReport(
        rows,
        Optional.empty(),
        List.of(Sha256.of("monitoring report")),
        Optional.empty(),
        new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
        project,
        Optional.of(samplings));
  }

  /** The rows of a year that no sampling tells. */
  public static List<Datum> activity(int year) {
    return StockChangeProject.data(year, year, "0").stream()
        .filter(row -> !row.isOfSampling())
        .toList();
  }
}
