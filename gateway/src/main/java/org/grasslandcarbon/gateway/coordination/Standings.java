// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.coordination.Criteria;
import org.grasslandcarbon.domain.coordination.CriteriaVersions;
import org.grasslandcarbon.domain.coordination.Indicator;
import org.grasslandcarbon.domain.coordination.IndicatorReport;
import org.grasslandcarbon.domain.coordination.RegionScore;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.region.CountingStart;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.AssessmentViews;
import org.grasslandcarbon.views.GoalViews;
import org.grasslandcarbon.views.OffsetViews;
import org.grasslandcarbon.views.ParticipantViews;
import org.grasslandcarbon.views.RegionViews;

/**
 * How regions stood in years. Each is computed when it is first asked for and kept until a record
 * that it comes from is written: which were, the projection says by the block that wrote a record
 * last. Three thousand regions over ten years are some tens of megabytes.
 */
final class Standings {
  /** Regions whose records are in memory at a time. */
  private static final int REGIONS_A_TIME = 500;

  private static final String MARKET_OF_PROVINCE = "CN-[0-9]{2}";

  private final Reader reader;
  private final Map<Integer, Judged> years = new HashMap<>();
  private NavigableMap<RegionCode, Region> regions = new TreeMap<>();
  private Optional<CriteriaVersions> versions = Optional.empty();
  private Optional<CountingStart> counting = Optional.empty();
  private long seen = -1;

  Standings(Reader reader) {
    this.reader = reader;
  }

  /**
   * A year and the criteria by which it is judged.
   *
   * @param criteria the version
   * @param standings of the regions that were asked for so far
   */
  private record Judged(Criteria criteria, Map<RegionCode, Standing> standings) {}

  /** The divisions of a level in another one that were in use on some day of a year, by code. */
  synchronized List<Region> regions(RegionCode within, RegionLevel level, int year) {
    refresh();
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    return regions.values().stream()
        .filter(each -> level.has(each.code()) && within.contains(each.code()))
        .filter(
            each ->
                !each.validFrom().isAfter(last)
                    && each.validTo().map(day -> !day.isBefore(first)).orElse(true))
        .toList();
  }

  /** A division, if it is on the ledger. */
  synchronized Optional<Region> region(RegionCode code) {
    refresh();
    return Optional.ofNullable(regions.get(code));
  }

  /** All provinces that have ever been on the ledger. */
  synchronized List<RegionCode> provinces() {
    refresh();
    return regions.keySet().stream().filter(RegionLevel.PROVINCE::has).toList();
  }

  /** The criteria by which a year is judged today, if some are. */
  synchronized Optional<Criteria> criteria(int year, LocalDate today) {
    refresh();
    return judged(year, today).map(Judged::criteria);
  }

  /** How regions stood in a year, in no order; nothing where no criteria judge it. */
  synchronized List<Standing> of(List<RegionCode> which, int year, LocalDate today) {
    refresh();
    return judged(year, today).map(judged -> standings(judged, which, year)).orElse(List.of());
  }

  /** By which version a year is judged may depend on the day. */
  private Optional<Judged> judged(int year, LocalDate today) {
    Optional<Integer> version =
        versions.flatMap(each -> each.of(year, today)).map(CriteriaVersions.Version::version);
    Judged before = years.get(year);
    if (before != null && version.filter(each -> each == before.criteria().version()).isPresent()) {
      return Optional.of(before);
    }
    years.remove(year);
    Optional<Judged> now =
        version
            .map(Criteria::key)
            .flatMap(key -> reader.records(List.of(key)).find(key))
            .map(criteria -> new Judged(criteria, new HashMap<>()));
    now.ifPresent(judged -> years.put(year, judged));
    return now;
  }

  private List<Standing> standings(Judged judged, List<RegionCode> which, int year) {
    List<RegionCode> missing =
        which.stream().filter(each -> !judged.standings().containsKey(each)).toList();
    for (int from = 0; from < missing.size(); from += REGIONS_A_TIME) {
      List<RegionCode> some =
          missing.subList(from, Math.min(missing.size(), from + REGIONS_A_TIME));
      Records records =
          ScoreRecords.read(
              reader, some, year, judged.criteria().practice(), provinces(), List.of());
      some.forEach(
          region ->
              judged.standings().put(region, standing(records, judged.criteria(), region, year)));
    }
    return which.stream().map(judged.standings()::get).toList();
  }

  private static Standing standing(
      Records records, Criteria criteria, RegionCode region, int year) {
    return Standing.of(
        region,
        RegionScore.of(records, criteria, region, year),
        oldestReport(records, criteria, region, year));
  }

  /** When the oldest of the values that were reported and count was reported. */
  static Optional<Instant> oldestReport(
      Records records, Criteria criteria, RegionCode region, int year) {
    return records.find(IndicatorReport.key(region, year)).stream()
        .flatMap(
            report ->
                criteria.indicators().stream()
                    .filter(each -> each.ledger().isEmpty())
                    .map(Indicator::id)
                    .flatMap(each -> report.find(each).stream()))
        .map(IndicatorReport.Reported::newestAt)
        .min(Instant::compareTo);
  }

  /** Forgets what is not so any more. */
  private void refresh() {
    long block = reader.block();
    if (block == seen) {
      return;
    }
    boolean anew = seen < 0 || block < seen;
    if (anew || !reader.writtenAfter(ParticipantViews.REGIONS, seen).isEmpty()) {
      readRegions();
    }
    if (anew
        || !reader.writtenAfter(AssessmentViews.CRITERIA, seen).isEmpty()
        || !reader.writtenAfter(OffsetViews.MARKETS, seen).isEmpty()
        || !counting.equals(reader.records(List.of(CountingStart.KEY)).find(CountingStart.KEY))) {
      readCriteria();
    } else {
      forgetWritten();
    }
    seen = block;
  }

  private void readRegions() {
    NavigableMap<RegionCode, Region> read = new TreeMap<>();
    reader.all(Region.TYPE).forEach(each -> read.put(each.code(), each));
    regions = read;
    // The nation is the sum of its provinces, of which there may be another.
    forget(RegionCode.NATION);
  }

  private void readCriteria() {
    versions = reader.records(List.of(CriteriaVersions.KEY)).find(CriteriaVersions.KEY);
    counting = reader.records(List.of(CountingStart.KEY)).find(CountingStart.KEY);
    years.clear();
  }

  private void forgetWritten() {
    Stream.of(GoalViews.TARGETS, AssessmentViews.REPORTS)
        .flatMap(view -> reader.writtenAfter(view, seen).stream())
        .map(Standings::parts)
        .filter(parts -> parts[0].matches(RegionCode.PATTERN))
        .forEach(parts -> forget(new RegionCode(parts[0]), Integer.parseInt(parts[1])));
    for (String id : reader.writtenAfter(RegionViews.TOTALS, seen)) {
      RegionCode region = new RegionCode(parts(id)[0]);
      forget(region);
      if (RegionLevel.PROVINCE.has(region)) {
        forget(RegionCode.NATION);
      }
    }
    for (String id : reader.writtenAfter(OffsetViews.MARKET_USES, seen)) {
      String[] parts = parts(id);
      if (parts[0].matches(MARKET_OF_PROVINCE)) {
        RegionCode province = new RegionCode(parts[0].substring("CN-".length()) + "0000");
        forget(province, Integer.parseInt(parts[1]));
      }
    }
  }

  private static String[] parts(String id) {
    return id.split(":");
  }

  private void forget(RegionCode region) {
    years.values().forEach(each -> each.standings().remove(region));
  }

  private void forget(RegionCode region, int year) {
    Judged judged = years.get(year);
    if (judged != null) {
      judged.standings().remove(region);
    }
  }
}
