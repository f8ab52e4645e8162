// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.coordination.CaseKind;
import org.grasslandcarbon.domain.coordination.CoordinationCase;
import org.grasslandcarbon.domain.coordination.Notice;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.RefusalGround;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.AssessmentViews;
import org.grasslandcarbon.views.Path;
import org.grasslandcarbon.views.SharingViews;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What stands in the way of working together, by region and calendar year (china-rules E15, E32):
 * cases that were refused, counted in the year of the refusal for the region that refused; notices
 * of barriers, in every year in which they were in force; and barriers that offices reported of the
 * year. A notice and a report count as much as their severity, from 1 to 5, a refusal as much as
 * its ground; those weights are the program's own, no rule says them.
 *
 * <p>Refusals are for those who see cases; everybody else is told what is public.
 */
@Component
public final class BarrierBoard {
  /** Records of one kind that are read for one answer: some seconds. */
  static final long RECORDS_MOST = 100_000;

  /** A plan of ten years can be looked at as a whole. */
  public static final int YEARS_MOST = 10;

  /** As much as a barrier of that severity. Assumed: no rule says them. */
  static final Map<RefusalGround, Integer> WEIGHTS = weights();

  private static final String SCORE = "score";
  private static final String PUBLIC_SCORE = "publicScore";

  private final Reader reader;
  private final Clock clock;

  BarrierBoard(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  private static Map<RefusalGround, Integer> weights() {
    Map<RefusalGround, Integer> weights = new EnumMap<>(RefusalGround.class);
    for (RefusalGround ground : RefusalGround.values()) {
      weights.put(
          ground,
          switch (ground) {
            case STATE_SECRET, PERSONAL_DATA -> 1;
            case COMMERCIAL_SECRET, NOT_HELD -> 2;
            case NO_MANDATE, OTHER -> 3;
            case LOCAL_RULE -> 4;
          });
    }
    return weights;
  }

  /**
   * What is asked for.
   *
   * @param fromYear the first calendar year
   * @param level by what regions are told apart
   * @param region only this division and those in it
   * @param toYear the last year, this one at the latest
   * @param viewer who asks; absent without a login
   */
  public record Question(
      int fromYear,
      SharingLevel level,
      Optional<RegionCode> region,
      int toYear,
      Optional<Actor> viewer) {}

  /**
   * A region's year.
   *
   * @param numbers by name
   * @param region where
   * @param year the calendar year
   */
  public record Row(SortedMap<String, Sourced> numbers, RegionCode region, int year) {}

  /**
   * The board.
   *
   * @param fromYear the first year
   * @param refusalWeights how much a refusal counts, by its ground
   * @param refusalWeightsAssumed whether these weights are the program's, and no rule's
   * @param rows by region and year, of regions with any barrier in the years or the one before
   * @param toYear the last year
   */
  public record Board(
      int fromYear,
      Map<RefusalGround, Integer> refusalWeights,
      boolean refusalWeightsAssumed,
      List<Row> rows,
      int toYear) {}

  /** Barriers of a region's year. */
  private static final class Count {
    private final Map<String, Counted> byKind = new TreeMap<>();
    private final Counted refusals = new Counted();
    private final Counted notices = new Counted();
    private final Counted reported = new Counted();

    void refusal(String ground, String address, int weight) {
      refusals.add(address, weight);
      byKind.computeIfAbsent("refused." + ground, any -> new Counted()).add(address);
    }

    void notice(String kind, String address, int severity) {
      notices.add(address, severity);
      byKind.computeIfAbsent("noticed." + kind, any -> new Counted()).add(address);
    }

    void report(String kind, String address, int severity) {
      reported.add(address, severity);
      byKind.computeIfAbsent("reported." + kind, any -> new Counted()).add(address);
    }

    long publicScore() {
      return notices.sum() + reported.sum();
    }

    long score() {
      return publicScore() + refusals.sum();
    }
  }

  /** This calendar year in Beijing. */
  public int thisYear() {
    return BeijingTime.day(Instant.now(clock)).getYear();
  }

  /**
   * The board of some years.
   *
   * @param mustBeWanted throws when nobody waits for it any longer
   */
  public Board board(Question question, Runnable mustBeWanted) {
    boolean seesCases = SharingBoard.seesCases(question.viewer());
    Making making = new Making(question, mustBeWanted);
    making.notices();
    making.reports();
    if (seesCases) {
      making.refusals();
    }
    return new Board(question.fromYear(), WEIGHTS, true, making.rows(seesCases), question.toYear());
  }

  /** One answer in the making, with the year before the first, for its change. */
  private final class Making {
    private final Question question;
    private final Runnable mustBeWanted;
    private final SortedMap<RegionCode, Map<Integer, Count>> counts = new TreeMap<>();

    Making(Question question, Runnable mustBeWanted) {
      this.question = question;
      this.mustBeWanted = mustBeWanted;
    }

    private Count at(RegionCode region, int year) {
      return counts
          .computeIfAbsent(question.level().of(region), any -> new TreeMap<>())
          .computeIfAbsent(year, any -> new Count());
    }

    private boolean isLookedAt(int year) {
      return year >= question.fromYear() - 1 && year <= question.toYear();
    }

    private boolean isLookedAt(RegionCode region) {
      return question.region().filter(each -> !each.contains(region)).isEmpty();
    }

    void refusals() {
      Path openedAt = new Path(List.of(), SharingViews.CASES.column("openedAt"));
      Selection refused =
          Selection.of(SharingViews.CASES)
              .with(SharingViews.CASES.column("state"), CoordinationCase.State.REFUSED.name())
              .before(openedAt, BeijingTime.start(LocalDate.of(question.toYear() + 1, 1, 1)));
      SharingBoard.requireFew(reader, refused, RECORDS_MOST);
      reader.each(
          refused,
          item -> {
            mustBeWanted.run();
            if (item.path("kind").asString().equals(CaseKind.LABEL_REQUEST.name())) {
              return; // What a holder asks for its own credits is nothing between regions.
            }
            JsonNode route = item.path("route");
            RegionCode region =
                new RegionCode(route.get(route.size() - 1).path("region").asString());
            int year = BeijingTime.day(Instant.parse(item.at("/answer/at").asString())).getYear();
            if (isLookedAt(year) && isLookedAt(region)) {
              String ground = item.at("/answer/ground").asString();
              at(region, year)
                  .refusal(
                      ground,
                      "information-cases/" + item.path("id").asString(),
                      WEIGHTS.get(RefusalGround.valueOf(ground)));
            }
          });
    }

    void notices() {
      Selection barriers =
          Selection.of(SharingViews.NOTICES)
              .with(SharingViews.NOTICES.column("kind"), NoticeKind.BARRIER.name());
      question
          .region()
          .ifPresent(region -> barriers.with(SharingViews.NOTICES.column("region"), region));
      SharingBoard.requireFew(reader, barriers, RECORDS_MOST);
      List<JsonNode> found = new ArrayList<>();
      reader.each(barriers, found::add);
      for (JsonNode each : found) {
        mustBeWanted.run();
        LocalDate first = LocalDate.parse(each.path("validFrom").asString());
        LocalDate last = lastDay(each);
        for (int year = question.fromYear() - 1; year <= question.toYear(); year++) {
          // One that was replaced before it began was never in force.
          if (!last.isBefore(first) && first.getYear() <= year && year <= last.getYear()) {
            at(new RegionCode(each.path("region").asString()), year)
                .notice(
                    each.at("/fields/barrier/kind").asString(),
                    "notices/" + each.path("id").asString(),
                    each.at("/fields/barrier/severity").asInt());
          }
        }
      }
    }

    /** Its own, or the day on which another took its place. */
    private LocalDate lastDay(JsonNode notice) {
      LocalDate own =
          Optional.ofNullable(notice.path("validTo").asString(null))
              .map(LocalDate::parse)
              .orElse(LocalDate.MAX);
      LocalDate replaced =
          Optional.ofNullable(notice.path("replacedBy").asString(null))
              .flatMap(id -> reader.find(Notice.key(new InstructionId(id))))
              .map(later -> BeijingTime.day(Instant.parse(later.path("at").asString())))
              .orElse(LocalDate.MAX);
      return replaced.isBefore(own) ? replaced : own;
    }

    void reports() {
      for (int year = question.fromYear() - 1; year <= question.toYear(); year++) {
        Selection reports =
            Selection.of(AssessmentViews.REPORTS)
                .with(AssessmentViews.REPORTS.column("year"), year);
        question
            .region()
            .ifPresent(region -> reports.with(AssessmentViews.REPORTS.column("region"), region));
        SharingBoard.requireFew(reader, reports, RECORDS_MOST);
        int of = year;
        reader.each(
            reports,
            report -> {
              mustBeWanted.run();
              RegionCode region = new RegionCode(report.path("region").asString());
              for (JsonNode barrier : report.path("barriers")) {
                at(region, of)
                    .report(
                        barrier.path("kind").asString(),
                        "indicator-reports/"
                            + region
                            + "/"
                            + of
                            + (report.path("practice").asBoolean() ? "/practice" : "/real"),
                        barrier.path("severity").asInt());
              }
            });
      }
    }

    List<Row> rows(boolean seesCases) {
      List<Row> rows = new ArrayList<>();
      counts.forEach(
          (region, years) -> {
            for (int year = question.fromYear(); year <= question.toYear(); year++) {
              rows.add(
                  new Row(
                      numbers(
                          years.getOrDefault(year, new Count()),
                          years.getOrDefault(year - 1, new Count()),
                          seesCases),
                      region,
                      year));
            }
          });
      return List.copyOf(rows);
    }
  }

  private static SortedMap<String, Sourced> numbers(Count count, Count before, boolean seesCases) {
    SortedMap<String, Sourced> numbers = new TreeMap<>();
    count.byKind.forEach((name, counted) -> numbers.put(name, counted.asCount()));
    numbers.put("notices", count.notices.asCount());
    numbers.put("noticeScore", count.notices.asSum());
    numbers.put("reported", count.reported.asCount());
    numbers.put("reportedScore", count.reported.asSum());
    List<String> parts = List.of("noticeScore", "reportedScore");
    numbers.put(PUBLIC_SCORE, Sourced.of(count.publicScore(), parts));
    numbers.put(
        "publicChange",
        Sourced.of(count.publicScore() - before.publicScore(), List.of(PUBLIC_SCORE)));
    List<String> of = List.of(PUBLIC_SCORE, "refusalScore");
    if (seesCases) {
      numbers.put("refusals", count.refusals.asCount());
      numbers.put("refusalScore", count.refusals.asSum());
      numbers.put(SCORE, Sourced.of(count.score(), of));
      numbers.put("change", Sourced.of(count.score() - before.score(), List.of(SCORE)));
    } else {
      for (String name : List.of("refusals", "refusalScore", SCORE, "change")) {
        numbers.put(name, Sourced.none(NoFigure.WITHHELD, List.of()));
      }
    }
    return numbers;
  }
}
