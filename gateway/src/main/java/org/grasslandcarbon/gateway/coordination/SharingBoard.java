// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.coordination.CaseKind;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.Path;
import org.grasslandcarbon.views.SharingViews;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * How regions answer each other and the public (china-rules E11, E13, E14, E32), by the days on
 * which cases were opened. A case counts for the region that was asked first, wherever it went on.
 *
 * <p>Cases are for offices, the authority, assessors and auditors. Everybody else is told of
 * feedback alone, in counts by province and topic of a calendar year that is over, and only where
 * at least {@value #VOICES_LEAST} may have spoken, so that no number points at somebody; other
 * periods are not told, since two of them that overlap would tell what each hides.
 */
@Component
public final class SharingBoard {
  /** Fewer who spoke might be known by their number. */
  static final int VOICES_LEAST = 5;

  /** Cases that are read for one answer: some seconds. */
  static final long CASES_MOST = 100_000;

  /** The days of ten years. */
  public static final int DAYS_MOST = 3_660;

  /** What is between regions: what a holder asks for its own credits is not. */
  private static final List<CaseKind> KINDS =
      Stream.of(CaseKind.values()).filter(kind -> kind != CaseKind.LABEL_REQUEST).toList();

  private final Reader reader;
  private final Clock clock;

  SharingBoard(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param from the first day on which cases were opened, in Beijing
   * @param fromRegion only cases of this division and those in it
   * @param level by what regions are told apart
   * @param to the last day
   * @param toRegion only cases that were put to this division or one in it
   * @param viewer who asks; absent without a login
   */
  public record Question(
      LocalDate from,
      Optional<RegionCode> fromRegion,
      SharingLevel level,
      LocalDate to,
      Optional<RegionCode> toRegion,
      Optional<Actor> viewer) {}

  /**
   * An ordered pair of regions, or a region and a topic of the public's feedback.
   *
   * @param fromRegion who asks; absent of feedback
   * @param function the topic of feedback; absent otherwise
   * @param kind who asks whom
   * @param numbers by name
   * @param toRegion who was asked
   */
  public record Row(
      Optional<RegionCode> fromRegion,
      Optional<MandateFunction> function,
      CaseKind kind,
      SortedMap<String, Sourced> numbers,
      RegionCode toRegion) {
    private static final Comparator<Row> ORDER =
        Comparator.comparing(Row::kind)
            .thenComparing(row -> row.fromRegion().map(RegionCode::value).orElse(""))
            .thenComparing(Row::toRegion)
            .thenComparing(row -> row.function().map(Enum::ordinal).orElse(-1));
  }

  /**
   * The board.
   *
   * @param from the first day
   * @param rows requests by pairs, feedback by region and topic, then what supervisors ask
   * @param to the last day
   * @param voicesLeast how many must have spoken for feedback to be told; absent for those who see
   *     the cases
   * @param withheld of what kinds nothing is told to the one who asks
   */
  public record Board(
      LocalDate from,
      List<Row> rows,
      LocalDate to,
      Optional<Integer> voicesLeast,
      List<CaseKind> withheld) {}

  private record Place(
      CaseKind kind,
      Optional<RegionCode> from,
      RegionCode to,
      Optional<MandateFunction> function) {}

  /** Whether somebody sees cases of regions that it has no part in. */
  static boolean seesCases(Optional<Actor> viewer) {
    return viewer
        .filter(
            actor ->
                actor.is(Role.AUTHORITY)
                    || actor.is(Role.OFFICE)
                    || actor.is(Role.ASSESSOR)
                    || actor.is(Role.AUDITOR))
        .isPresent();
  }

  /** The day in Beijing. */
  public LocalDate today() {
    return BeijingTime.day(Instant.now(clock));
  }

  /**
   * The board of a period.
   *
   * @param mustBeWanted throws when nobody waits for it any longer
   * @throws RequestException {@code BAD_REQUEST} when it has more cases than are read at a time
   */
  public Board board(Question question, Runnable mustBeWanted) {
    boolean seesCases = seesCases(question.viewer());
    boolean tellsFeedback = seesCases || isYearThatIsOver(question);
    Map<Place, PairCount> counts = new HashMap<>();
    if (tellsFeedback) {
      count(question, seesCases, counts, mustBeWanted);
    }
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (place, count) -> {
          if (seesCases) {
            rows.add(row(place, count.numbers()));
          } else if (count.voices() >= VOICES_LEAST) {
            rows.add(row(place, withoutAddresses(count.numbers())));
          }
        });
    if (seesCases) {
      pairWithoutRequests(question, rows).ifPresent(rows::add);
    }
    rows.sort(Row.ORDER);
    return new Board(
        question.from(),
        List.copyOf(rows),
        question.to(),
        seesCases ? Optional.empty() : Optional.of(VOICES_LEAST),
        withheld(seesCases, tellsFeedback));
  }

  private static List<CaseKind> withheld(boolean seesCases, boolean tellsFeedback) {
    if (seesCases) {
      return List.of();
    }
    return tellsFeedback
        ? KINDS.stream().filter(kind -> kind != CaseKind.FEEDBACK).toList()
        : KINDS;
  }

  /** Who asks of feedback is not told, and so nothing of it by who asked. */
  private boolean isYearThatIsOver(Question question) {
    int year = question.from().getYear();
    return question.fromRegion().isEmpty()
        && question.from().equals(LocalDate.of(year, 1, 1))
        && question.to().equals(LocalDate.of(year, 12, 31))
        && question.to().isBefore(today());
  }

  private void count(
      Question question, boolean seesCases, Map<Place, PairCount> counts, Runnable mustBeWanted) {
    Path openedAt = new Path(List.of(), SharingViews.CASES.column("openedAt"));
    Selection cases =
        Selection.of(SharingViews.CASES)
            .notBefore(openedAt, BeijingTime.start(question.from()))
            .before(openedAt, BeijingTime.start(question.to().plusDays(1)));
    if (!seesCases) {
      cases.with(SharingViews.CASES.column("kind"), CaseKind.FEEDBACK.name());
    }
    question
        .fromRegion()
        .ifPresent(region -> cases.with(SharingViews.CASES.column("fromRegion"), region));
    // By province, for whoever does not see cases: one county's count is not cut out of another's.
    question
        .toRegion()
        .map(region -> seesCases ? region : region.province())
        .ifPresent(region -> cases.with(SharingViews.CASES.column("region"), region));
    requireFew(reader, cases, CASES_MOST);
    SharingLevel level = seesCases ? question.level() : SharingLevel.PROVINCE;
    LocalDate today = today();
    reader.each(
        cases,
        item -> {
          mustBeWanted.run();
          if (!KINDS.contains(CaseKind.valueOf(item.path("kind").asString()))) {
            return;
          }
          counts.computeIfAbsent(place(item, level), any -> new PairCount(today)).add(item);
        });
  }

  static void requireFew(Reader reader, Selection selection, long most) {
    if (reader.count(selection) > most) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("所问范围超过 %s 条记录：请缩短期间或指定地区")
              .en(
                  "it comes from more than %s records: ask for a shorter period or one region",
                  most));
    }
  }

  private static Place place(JsonNode item, SharingLevel level) {
    CaseKind kind = CaseKind.valueOf(item.path("kind").asString());
    boolean isFeedback = kind == CaseKind.FEEDBACK;
    RegionCode to = level.of(new RegionCode(item.path("region").asString()));
    return new Place(
        kind,
        isFeedback
            ? Optional.empty()
            : Optional.of(level.of(new RegionCode(item.path("fromRegion").asString()))),
        to,
        isFeedback
            ? Optional.of(MandateFunction.valueOf(item.path("function").asString()))
            : Optional.empty());
  }

  private static Row row(Place place, SortedMap<String, Sourced> numbers) {
    return new Row(place.from(), place.function(), place.kind(), numbers, place.to());
  }

  /** Whoever names a pair is told that nothing was asked. */
  private Optional<Row> pairWithoutRequests(Question question, List<Row> rows) {
    boolean asked = rows.stream().anyMatch(row -> row.kind() == CaseKind.INFORMATION);
    if (asked || question.fromRegion().isEmpty() || question.toRegion().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Row(
            question.fromRegion(),
            Optional.empty(),
            CaseKind.INFORMATION,
            new PairCount(today()).numbers(),
            question.toRegion().get()));
  }

  private static SortedMap<String, Sourced> withoutAddresses(SortedMap<String, Sourced> numbers) {
    SortedMap<String, Sourced> bare = new TreeMap<>();
    numbers.forEach(
        (name, number) ->
            bare.put(name, new Sourced(List.of(), 0, number.missing(), number.value())));
    return bare;
  }
}
