// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.QuantificationRule;
import org.grasslandcarbon.domain.monitoring.RecordSampling;
import org.grasslandcarbon.domain.monitoring.SampleValue;
import org.grasslandcarbon.domain.monitoring.Sampling;
import org.grasslandcarbon.domain.monitoring.SamplingPoint;
import org.grasslandcarbon.domain.participant.Laboratory;
import org.grasslandcarbon.domain.quantification.CarbonSampling;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.quantification.SoilReference;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Reads the tables of one survey: the samplings of strata and of their control sites, where points
 * are, and what was measured. Tells everything that is wrong, cell by cell; samplings are only
 * given when nothing is.
 */
public final class SamplingImport {
  /** What analyses are called in Chinese. */
  static final Map<Laboratory.Analysis, String> ANALYSES =
      Map.of(
          Laboratory.Analysis.DRY_COMBUSTION, "干烧法",
          Laboratory.Analysis.WET_OXIDATION, "重铬酸钾氧化法",
          Laboratory.Analysis.SPECTROSCOPY, "光谱法");

  private static final Map<Scenario, String> SIDES =
      Map.of(Scenario.WP, "项目地块", Scenario.BSL, "对照样地");

  private static final Pattern STRATUM = Pattern.compile(Stratum.NAME_PATTERN);
  private static final Pattern LABORATORY = Pattern.compile(ParticipantId.PATTERN);
  private static final Pattern HASH = Pattern.compile(Sha256.PATTERN);

  /** The year first: days and months in another order are read differently by different people. */
  private static final Pattern DAY =
      Pattern.compile("([0-9]{4})([-/.年])([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

  /** About a metre, as the ledger stores a place. */
  private static final int DECIMALS_OF_DEGREES = 5;

  private static final String CENTIMETRES = "cm";
  private static final String DEGREES = "°";
  private static final Decimal LATITUDE_MOST = Decimal.of("90");
  private static final Decimal LONGITUDE_MOST = Decimal.of("180");

  private final Methodology methodology;
  private final List<Stratum> strata;
  private final Map<String, DatumType> types = new TreeMap<>();
  private final Findings findings = new Findings();
  private final SampleNames samples = new SampleNames(findings);
  private final Rows tables;
  private final Map<Side, Gathered> sides =
      new TreeMap<>(Comparator.comparing(Side::stratum).thenComparing(Side::scenario));

  /**
   * A sampling as it was filled in.
   *
   * @param depth how deep the cores went, where soil is compared by mass
   * @param report the digest of the laboratory's report, where it was filled in
   */
  public record FilledSampling(
      Laboratory.Analysis analysis,
      DateRange days,
      Optional<Decimal> depth,
      ParticipantId laboratory,
      List<SamplingPoint> points,
      Optional<Sha256> report,
      Scenario scenario,
      String stratum,
      List<SampleValue> values) {}

  /**
   * What came of files.
   *
   * @param notes what is told of them all the same
   * @param problems what is wrong, in the order of the file; at most {@link Limits#PROBLEMS_MOST}
   * @param problemCount how many problems there are altogether
   * @param rows rows of data that were read
   * @param samplings the samplings; none when there is a problem
   */
  public record Imported(
      List<SheetNote> notes,
      List<CellProblem> problems,
      long problemCount,
      long rows,
      List<FilledSampling> samplings) {}

  /** A stratum's land, or its control site. */
  private record Side(String stratum, Scenario scenario) {}

  /** Who sampled when. */
  private record Head(
      Laboratory.Analysis analysis,
      DateRange days,
      Optional<Decimal> depth,
      ParticipantId laboratory,
      Optional<Sha256> report) {}

  /** What was read of a side so far. */
  private static final class Gathered {
    private final Place first;
    private Place head;
    private Head filled;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<SamplingPoint> points = new ArrayList<>();
    private final Map<String, Place> measured = new LinkedHashMap<>();
    private final List<SampleValue> values = new ArrayList<>();
    private final List<Place> valuePlaces = new ArrayList<>();

    private Gathered(Place first) {
      this.first = first;
    }
  }

  /** The rows of the tables. */
  private final class Rows extends TableRows {
    private final Map<Headings, SamplingTable> tableOf = new HashMap<>();

    private Rows(LongConsumer progress) {
      super(findings, progress);
    }

    @Override
    boolean hasSheet(String name) {
      return SamplingTable.ofSheet(name).isPresent();
    }

    @Override
    Headings headings(SheetRow row, BitSet hidden) {
      Headings read = Headings.read(row, SamplingTable.ALL_KEYS, types, hidden, findings);
      SamplingTable table =
          row.sheet().flatMap(SamplingTable::ofSheet).orElseGet(() -> SamplingTable.of(read));
      table.keys().stream()
          .filter(key -> key.isNeeded() && key != KeyColumn.STRATUM)
          .forEach(key -> read.require(key, row, findings));
      tableOf.put(read, table);
      return read;
    }

    @Override
    void data(Headings columns, SheetRow row) {
      // Beyond what all samplings of a survey can hold rows are counted only.
      if (rows() <= rowsMost()) {
        read(tableOf.get(columns), columns, row);
      }
    }
  }

  private SamplingImport(Methodology methodology, List<Stratum> strata, LongConsumer progress) {
    this.methodology = methodology;
    this.strata = strata;
    this.tables = new Rows(progress);
    SamplingTable.measured(methodology).forEach(type -> types.put(type.symbol(), type));
  }

  /** Rows of values, of points, and of samplings of both sides. */
  private long rowsMost() {
    return 2L * Math.max(1, strata.size()) * (Sampling.VALUES_MOST + 1);
  }

  /**
   * Reads files that together hold one survey.
   *
   * @param files CSV or XLSX; which one shows in its first bytes
   * @param strata the strata of the project
   * @param progress hears from time to time how many rows have been read
   * @param watch called many times a second; what it throws ends the reading
   * @throws IOException when a file cannot be read at all
   */
  public static Imported read(
      List<Path> files,
      Methodology methodology,
      List<Stratum> strata,
      Limits limits,
      LongConsumer progress,
      Runnable watch)
      throws IOException {
    SamplingImport reading = new SamplingImport(methodology, strata, progress);
    if (methodology.terms().samplings().isEmpty()) {
      reading.findings.add(CellProblem.ofFile(SheetCode.NO_SAMPLING_RECORDS, Optional.empty()));
      return reading.result();
    }
    for (Path file : files) {
      reading.tables.startFile();
      reading.findings.read(file, limits, reading.tables, watch);
    }
    reading.finish();
    return reading.result();
  }

  private void read(SamplingTable table, Headings columns, SheetRow row) {
    columns.findStray(row, findings);
    Optional<String> stratum =
        columns.text(
            KeyColumn.STRATUM,
            row,
            text -> STRATUM.matcher(text).matches(),
            SheetCode.BAD_STRATUM,
            findings);
    Optional<Scenario> scenario =
        columns
            .text(
                KeyColumn.SCENARIO,
                row,
                text -> named(SIDES, text).isPresent(),
                SheetCode.BAD_SIDE,
                findings)
            .flatMap(text -> named(SIDES, text));
    if (hasKeysOnly(columns, row)) {
      return;
    }
    require(columns, KeyColumn.STRATUM, row, SheetCode.BAD_STRATUM);
    require(columns, KeyColumn.SCENARIO, row, SheetCode.BAD_SIDE);
    if (stratum.isEmpty() || scenario.isEmpty()) {
      return;
    }
    Side side = new Side(stratum.get(), scenario.get());
    Gathered gathered = sides.computeIfAbsent(side, none -> new Gathered(row.place()));
    switch (table) {
      case SAMPLINGS -> head(side, gathered, columns, row);
      case POINTS -> point(gathered, columns, row);
      case VALUES -> values(side, gathered, columns, row);
    }
  }

  /** A constant by its name or by what it is called. */
  private static <E extends Enum<E>> Optional<E> named(Map<E, String> names, String text) {
    return names.entrySet().stream()
        .filter(each -> each.getKey().name().equals(text) || each.getValue().equals(text))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The template has a row for each side, of which not all need to be sampled. */
  private static boolean hasKeysOnly(Headings columns, SheetRow row) {
    for (int i = 0; i < row.cells().size(); i++) {
      boolean isKey =
          columns.isColumn(KeyColumn.STRATUM, i) || columns.isColumn(KeyColumn.SCENARIO, i);
      if (!isKey && !row.cell(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void require(Headings columns, KeyColumn key, SheetRow row, SheetCode code) {
    if (columns.has(key) && columns.key(key, row).isEmpty()) {
      findings.problem(code, columns.place(key, row), "");
    }
  }

  private void head(Side side, Gathered gathered, Headings columns, SheetRow row) {
    if (gathered.head != null) {
      findings.problem(
          SheetCode.DUPLICATE_SAMPLING,
          row.place(),
          zh("首次出现在 %s").en("it stands first at %s", gathered.head.inWords()),
          "");
      return;
    }
    gathered.head = row.place();
    Optional<LocalDate> from = day(columns, KeyColumn.FIRST_DAY, row);
    Optional<LocalDate> to = day(columns, KeyColumn.LAST_DAY, row);
    Optional<Laboratory.Analysis> analysis =
        needed(columns, KeyColumn.ANALYSIS, row, SheetCode.BAD_ANALYSIS)
            .flatMap(text -> named(ANALYSES, text));
    Optional<ParticipantId> laboratory =
        needed(columns, KeyColumn.LABORATORY, row, SheetCode.BAD_LABORATORY)
            .map(ParticipantId::new);
    Optional<Decimal> depth = depth(side, columns, row);
    Optional<Sha256> report =
        columns
            .text(
                KeyColumn.LABORATORY_REPORT,
                row,
                text -> HASH.matcher(text).matches(),
                SheetCode.BAD_HASH,
                findings)
            .map(Sha256::new);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      findings.problem(
          SheetCode.BAD_DATE,
          columns.place(KeyColumn.LAST_DAY, row),
          zh("早于首日 %s").en("it is before the first day, %s", from.get()),
          to.get().toString());
      return;
    }
    if (from.isPresent() && to.isPresent() && analysis.isPresent() && laboratory.isPresent()) {
      gathered.filled =
          new Head(
              analysis.get(), new DateRange(from.get(), to.get()), depth, laboratory.get(), report);
    }
  }

  private Optional<String> needed(Headings columns, KeyColumn key, SheetRow row, SheetCode code) {
    require(columns, key, row, code);
    boolean isAnalysis = key == KeyColumn.ANALYSIS;
    return columns.text(
        key,
        row,
        text -> isAnalysis ? named(ANALYSES, text).isPresent() : LABORATORY.matcher(text).matches(),
        code,
        findings);
  }

  /** Is there where soil is compared by mass, and only there; of an unknown stratum it is open. */
  private Optional<Decimal> depth(Side side, Headings columns, SheetRow row) {
    Optional<Boolean> isByMass =
        strata.stream()
            .filter(each -> each.name().equals(side.stratum))
            .map(each -> SoilReference.isMass(each, methodology.science().byName()))
            .findFirst();
    if (!columns.has(KeyColumn.DEPTH) || columns.key(KeyColumn.DEPTH, row).isEmpty()) {
      if (isByMass.orElse(false)) {
        Place place =
            columns.has(KeyColumn.DEPTH) ? columns.place(KeyColumn.DEPTH, row) : row.place();
        findings.problem(SheetCode.BAD_DEPTH, place, "");
      }
      return Optional.empty();
    }
    Place place = columns.place(KeyColumn.DEPTH, row);
    Optional<Decimal> depth =
        findings.number(
            row, columns.column(KeyColumn.DEPTH), place, CENTIMETRES, CellNumber.DECIMALS_STORED);
    if (depth.isPresent() && !(isByMass.orElse(true) && RecordSampling.isDepth(depth.get()))) {
      findings.problem(SheetCode.BAD_DEPTH, place, depth.get().toString());
      return Optional.empty();
    }
    return depth;
  }

  private Optional<LocalDate> day(Headings columns, KeyColumn key, SheetRow row) {
    require(columns, key, row, SheetCode.BAD_DATE);
    Cell cell = columns.key(key, row);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    boolean isDay = cell.kind() == Cell.Kind.DATE || cell.kind() == Cell.Kind.TEXT;
    Matcher matcher = DAY.matcher(cell.text());
    if (isDay && matcher.matches()) {
      try {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4))));
      } catch (DateTimeException e) {
        // The 31st of June is said to be none below.
      }
    }
    findings.problem(
        cell.kind() == Cell.Kind.FORMULA ? SheetCode.FORMULA : SheetCode.BAD_DATE,
        columns.place(key, row),
        cell.text());
    return Optional.empty();
  }

  private void point(Gathered gathered, Headings columns, SheetRow row) {
    require(columns, KeyColumn.POINT, row, SheetCode.BAD_POINT);
    Optional<String> name =
        columns.text(
            KeyColumn.POINT,
            row,
            text ->
                id(text).filter(id -> id.point().isPresent() && id.layer().isEmpty()).isPresent(),
            SheetCode.BAD_POINT,
            findings);
    Optional<Decimal> latitude = degrees(columns, KeyColumn.LATITUDE, row, LATITUDE_MOST);
    Optional<Decimal> longitude = degrees(columns, KeyColumn.LONGITUDE, row, LONGITUDE_MOST);
    if (name.isEmpty()) {
      return;
    }
    Place before = gathered.places.putIfAbsent(name.get(), columns.place(KeyColumn.POINT, row));
    if (before != null) {
      findings.problem(
          SheetCode.DUPLICATE_POINT,
          columns.place(KeyColumn.POINT, row),
          zh("首次出现在 %s").en("it stands first at %s", before.inWords()),
          name.get());
    } else if (latitude.isPresent() && longitude.isPresent()) {
      gathered.points.add(new SamplingPoint(latitude.get(), longitude.get(), name.get()));
    }
  }

  private Optional<Decimal> degrees(Headings columns, KeyColumn key, SheetRow row, Decimal most) {
    require(columns, key, row, SheetCode.BAD_COORDINATE);
    if (columns.key(key, row).isEmpty()) {
      return Optional.empty();
    }
    Place place = columns.place(key, row);
    Optional<Decimal> degrees =
        findings.number(row, columns.column(key), place, DEGREES, DECIMALS_OF_DEGREES);
    if (degrees.isPresent() && degrees.get().value().abs().compareTo(most.value()) > 0) {
      findings.problem(SheetCode.BAD_COORDINATE, place, degrees.get().toString());
      return Optional.empty();
    }
    return degrees;
  }

  /** A sample as a sampling names it: without side and round. */
  private static Optional<SampleId> id(String text) {
    return SampleId.parse(Scenario.WP + "-" + CarbonSampling.LAST + "-" + text);
  }

  private static String name(Side side, Optional<String> sample) {
    return side.scenario + "-" + CarbonSampling.LAST + sample.map(text -> "-" + text).orElse("");
  }

  private void values(Side side, Gathered gathered, Headings columns, SheetRow row) {
    Optional<String> sample =
        columns.text(
            KeyColumn.SAMPLE, row, text -> id(text).isPresent(), SheetCode.BAD_POINT, findings);
    boolean isWrong = sample.isEmpty() && !columns.key(KeyColumn.SAMPLE, row).isEmpty();
    Place ofSample = columns.place(KeyColumn.SAMPLE, row);
    columns
        .data()
        .forEach(
            (column, type) -> {
              if (row.cell(column).isEmpty()) {
                return;
              }
              Place place = row.place().column(column, type.symbol());
              Optional<Decimal> value =
                  findings.number(row, column, place, type.unit(), CellNumber.DECIMALS_STORED);
              if (isWrong) {
                return;
              }
              SampleId id = SampleId.parse(name(side, sample)).orElseThrow();
              samples.add(side.stratum, id, sample.orElse(""), type.symbol(), ofSample, place);
              id.point().ifPresent(point -> gathered.measured.putIfAbsent(point, ofSample));
              value.ifPresent(
                  number -> {
                    gathered.values.add(
                        new SampleValue(sample, type.symbol(), type.unit(), number));
                    gathered.valuePlaces.add(place);
                  });
            });
  }

  private void finish() {
    if (tables.rows() > rowsMost()) {
      findings.add(
          CellProblem.ofFile(
              SheetCode.TOO_MANY_ROWS,
              Optional.of(
                  zh("%s 行；最多读取 %s 行")
                      .en("%s rows; at most %s are read", tables.rows(), rowsMost()))));
      return;
    }
    samples.finish();
    sides.forEach(this::finish);
    if (sides.isEmpty() && !findings.hasProblems()) {
      findings.add(CellProblem.ofFile(SheetCode.EMPTY_FILE, Optional.empty()));
    }
  }

  private void finish(Side side, Gathered gathered) {
    if (gathered.head == null) {
      findings.problem(
          SheetCode.NO_SAMPLING,
          gathered.first,
          zh("%s %s").en("%s %s", side.stratum, side.scenario),
          "");
    }
    gathered.measured.forEach(
        (point, place) -> {
          if (!gathered.places.containsKey(point)) {
            findings.problem(SheetCode.POINT_WITHOUT_PLACE, place, point);
          }
        });
    gathered.places.forEach(
        (point, place) -> {
          if (!gathered.measured.containsKey(point)) {
            findings.problem(SheetCode.POINT_WITHOUT_VALUES, place, point);
          }
        });
    if (gathered.head != null && gathered.measured.isEmpty()) {
      findings.problem(SheetCode.SAMPLING_WITHOUT_VALUES, gathered.head, "");
    }
    if (gathered.filled != null) {
      addRefusals(side, gathered);
    }
  }

  /** What the registry would refuse of each value; what is missing is seen by a report. */
  private void addRefusals(Side side, Gathered gathered) {
    int year = gathered.filled.days.to().getYear();
    List<Datum> rows =
        gathered.values.stream()
            .map(
                each ->
                    new Datum(
                        Optional.of(name(side, each.sample())),
                        side.stratum,
                        each.symbol(),
                        each.unit(),
                        each.value(),
                        year))
            .toList();
    DateRange wholeYear = new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    for (QuantificationRule.Refusal refusal :
        QuantificationRule.refusals(methodology, strata, wholeYear, rows)) {
      boolean isSaid = refusal.column().isEmpty();
      if (refusal.row().isPresent() && !isSaid) {
        int index = refusal.row().get();
        findings.add(
            CellProblem.of(
                refusal, gathered.valuePlaces.get(index), rows.get(index).value().toString()));
      }
    }
  }

  private Imported result() {
    List<FilledSampling> filled = new ArrayList<>();
    if (!findings.hasProblems()) {
      sides.forEach(
          (side, gathered) ->
              filled.add(
                  new FilledSampling(
                      gathered.filled.analysis,
                      gathered.filled.days,
                      gathered.filled.depth,
                      gathered.filled.laboratory,
                      List.copyOf(gathered.points),
                      gathered.filled.report,
                      side.scenario,
                      side.stratum,
                      List.copyOf(gathered.values))));
    }
    return new Imported(
        findings.notes(), findings.problems(), findings.problemCount(), tables.rows(), filled);
  }
}
