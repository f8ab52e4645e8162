// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.work;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.project.Validation;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.duty.NoDay;
import org.grasslandcarbon.views.duty.Stage;
import org.grasslandcarbon.views.duty.Stages;
import org.grasslandcarbon.views.refusal.GatewayCode;
import tools.jackson.databind.node.ObjectNode;

/** How many days stages take, promised and real. */
public final class StageDays {
  /** Records read for one stage: who asks for more asks by division. */
  private static final int RECORDS_MOST = 20_000;

  private static final int PERCENT = 100;
  private static final int MEDIAN = 50;
  private static final int HIGH = 90;

  private final Reader reader;
  private final Clock clock;

  StageDays(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Of which records.
   *
   * @param region in this division and those in it
   * @param certifier whose work a certifier's stage was
   * @param year the year in Beijing in which the stage ended
   * @param training those for practice instead of the others
   */
  public record Asked(
      Optional<RegionCode> region,
      Optional<ParticipantId> certifier,
      Optional<Integer> year,
      boolean training) {}

  /**
   * Days of all that came to the end of a stage.
   *
   * @param mean rounded to a tenth
   * @param median the least that at least half of them did not exceed
   * @param ninetieth the least that at least nine in ten did not exceed
   */
  public record Days(String mean, int median, int ninetieth) {}

  /**
   * The working days that records promise.
   *
   * @param least of one
   * @param most of one
   */
  public record Promise(int least, int most) {}

  /**
   * A stage.
   *
   * @param calendarDays absent when nothing has ended
   * @param count how many came to its end
   * @param name what it is called
   * @param noDays why there are no days
   * @param noPromise why nothing is promised
   * @param noWorkingDays why there are no working days, of all or of {@code withoutCalendar}
   * @param open how many are in it now
   * @param promisedWorkingDays what the records of those promise
   * @param stage its code
   * @param withoutCalendar of how many the working days are not known
   * @param workingDays absent when of none they are known
   */
  public record Told(
      Optional<Days> calendarDays,
      int count,
      Name name,
      Optional<Work.Reason> noDays,
      Optional<Work.Reason> noPromise,
      Optional<Work.Reason> noWorkingDays,
      int open,
      Optional<Promise> promisedWorkingDays,
      String stage,
      int withoutCalendar,
      Optional<Days> workingDays) {}

  /**
   * All stages.
   *
   * @param caller who asks, for records that are not public
   * @param visible whether it may see a record of a view
   */
  public List<Told> of(Asked asked, Optional<Actor> caller, BiPredicate<View, ObjectNode> visible) {
    Instant now = Instant.now(clock);
    WorkingCalendar calendar =
        new WorkingCalendar(new ProjectedFacts(reader, caller.orElse(null), now));
    LocalDate today = BeijingTime.day(now);
    Map<Stage, Told> told = new LinkedHashMap<>();
    Map<View, List<Tally>> counted = new LinkedHashMap<>();
    for (Stage stage : Stages.ALL) {
      Optional<NoDay> why = whyNot(stage, asked, caller);
      // Kept in its place, which it takes when it has been counted.
      told.put(stage, nothing(stage, why.orElse(NoDay.NOTHING_ENDED)));
      if (why.isEmpty()) {
        counted
            .computeIfAbsent(stage.view(), any -> new ArrayList<>())
            .add(new Tally(stage, asked, calendar, today));
      }
    }
    counted.forEach(
        (view, tallies) -> {
          count(view, tallies, asked, visible);
          tallies.forEach(tally -> told.put(tally.stage, tally.told()));
        });
    return List.copyOf(told.values());
  }

  private static Optional<NoDay> whyNot(Stage stage, Asked asked, Optional<Actor> caller) {
    if (!stage.view().visibility().isPublic() && caller.isEmpty()) {
      return Optional.of(NoDay.NOT_PUBLIC);
    }
    boolean known =
        (asked.region().isEmpty() || stage.region().isPresent())
            && (asked.certifier().isEmpty() || stage.by().isPresent());
    return known ? Optional.empty() : Optional.of(NoDay.NOT_BY_FILTER);
  }

  /** Reads the records of a view once, for all of its stages. */
  private void count(
      View view, List<Tally> tallies, Asked asked, BiPredicate<View, ObjectNode> visible) {
    Stage any = tallies.get(0).stage;
    Selection selection = Selection.all(view);
    any.training().ifPresent(path -> selection.with(path, asked.training()));
    asked.region().ifPresent(region -> selection.with(any.region().orElseThrow(), region));
    long records = reader.count(selection);
    if (records > RECORDS_MOST) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("%s 条记录，超过 %s 条：请按行政区划筛选")
              .en("%s records are more than %s: ask by division", records, RECORDS_MOST));
    }
    reader.each(
        selection,
        item -> {
          if (visible.test(view, item)) {
            ObjectNode whole = whole(view, item);
            tallies.forEach(tally -> tally.add(whole));
          } else {
            tallies.forEach(tally -> tally.unseen++);
          }
        });
  }

  /** With the record of its validation, of which stages tell. */
  private ObjectNode whole(View view, ObjectNode item) {
    for (View.Attachment attachment : view.attachments()) {
      if (attachment.record() == Validation.TYPE) {
        reader
            .find(attachment.record().key(item.path("id").asString()))
            .ifPresent(record -> item.set(attachment.name(), record));
      }
    }
    return item;
  }

  private static Told nothing(Stage stage, NoDay why) {
    Optional<Work.Reason> reason = Optional.of(Work.Reason.of(why));
    return new Told(
        Optional.empty(),
        0,
        stage.name(),
        reason,
        stage.promise().isPresent() ? Optional.empty() : Optional.of(Work.Reason.of(NoDay.NO_RULE)),
        reason,
        0,
        Optional.empty(),
        stage.code(),
        0,
        Optional.empty());
  }

  /** What was found of one stage. */
  private static final class Tally {
    private final Stage stage;
    private final Asked asked;
    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final List<Integer> calendarDays = new ArrayList<>();
    private final List<Integer> workingDays = new ArrayList<>();
    private final List<Integer> promised = new ArrayList<>();
    private int open;
    private int unseen;
    private int withoutCalendar;

    Tally(Stage stage, Asked asked, WorkingCalendar calendar, LocalDate today) {
      this.stage = stage;
      this.asked = asked;
      this.calendar = calendar;
      this.today = today;
    }

    void add(ObjectNode item) {
      boolean training = Asset.CNY_TRAINING.value().equals(item.path("asset").asString(""));
      if (stage.training().isEmpty() && item.has("asset") && training != asked.training()) {
        return;
      }
      if (asked.certifier().isPresent()
          && !item.at(stage.by().orElseThrow())
              .asString("")
              .equals(asked.certifier().get().value())) {
        return;
      }
      if (stage.begin().lacksCalendar(item) || stage.end().lacksCalendar(item)) {
        withoutCalendar++;
        return;
      }
      Optional<LocalDate> begin = reached(stage.begin(), item);
      Optional<LocalDate> end = reached(stage.end(), item);
      if (begin.isEmpty()) {
        return;
      }
      if (end.isEmpty()) {
        open += stage.isGivenUp(item) ? 0 : 1;
      } else if (asked.year().map(year -> year == end.get().getYear()).orElse(true)) {
        count(item, begin.get(), end.get());
      }
    }

    /** When a moment was, if it has been: a last day is over when the next has come. */
    private Optional<LocalDate> reached(Stage.Moment moment, ObjectNode item) {
      LocalDate last = moment.isLastDay(item) ? today.minusDays(1) : today;
      return moment.of(item).map(Work::day).filter(day -> !day.isAfter(last));
    }

    private void count(ObjectNode item, LocalDate begin, LocalDate end) {
      // A period that is counted by the calendar has its first day too; what somebody does takes
      // the days after the one on which it fell to him.
      boolean whole = stage.promise().isPresent() && item.at(stage.promise().get()).asInt() > 0;
      LocalDate after = whole ? begin.minusDays(1) : begin;
      calendarDays.add(Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(after, end))));
      OptionalInt worked = end.isBefore(after) ? OptionalInt.of(0) : calendar.between(after, end);
      worked.ifPresentOrElse(workingDays::add, () -> withoutCalendar++);
      stage.promise().ifPresent(pointer -> promised.add(item.at(pointer).asInt()));
    }

    Told told() {
      boolean none = calendarDays.isEmpty();
      boolean hidden = none && open == 0 && unseen > 0;
      NoDay why =
          hidden ? NoDay.NOT_PUBLIC : withoutCalendar > 0 ? NoDay.NO_CALENDAR : NoDay.NOTHING_ENDED;
      return new Told(
          days(calendarDays),
          calendarDays.size(),
          stage.name(),
          none ? Optional.of(Work.Reason.of(why)) : Optional.empty(),
          stage.promise().isEmpty()
              ? Optional.of(Work.Reason.of(NoDay.NO_RULE))
              : promised.isEmpty() ? Optional.of(Work.Reason.of(why)) : Optional.empty(),
          workingDays.isEmpty() || withoutCalendar > 0
              ? Optional.of(Work.Reason.of(why))
              : Optional.empty(),
          open,
          promised.isEmpty()
              ? Optional.empty()
              : Optional.of(new Promise(Collections.min(promised), Collections.max(promised))),
          stage.code(),
          withoutCalendar,
          days(workingDays));
    }

    private static Optional<Days> days(List<Integer> days) {
      if (days.isEmpty()) {
        return Optional.empty();
      }
      List<Integer> sorted = days.stream().sorted().toList();
      long sum = sorted.stream().mapToLong(Integer::longValue).sum();
      BigDecimal mean =
          BigDecimal.valueOf(sum)
              .divide(BigDecimal.valueOf(sorted.size()), 1, RoundingMode.HALF_UP);
      return Optional.of(
          new Days(mean.toPlainString(), percentile(sorted, MEDIAN), percentile(sorted, HIGH)));
    }

    /** The least of them that so many percent do not exceed. */
    private static int percentile(List<Integer> sorted, int percent) {
      int rank = (sorted.size() * percent + PERCENT - 1) / PERCENT;
      return sorted.get(Math.max(1, rank) - 1);
    }
  }
}
