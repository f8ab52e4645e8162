// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Who is refused again and again, and why: a program that has gone wild, somebody who tries limits
 * out, or a rule that nobody understands. Only refusals with a journal entry count.
 */
@Component
public final class RepeatedRefusals {
  /** Some seconds; a busy day of the whole country. */
  static final int ENTRIES_MOST = 200_000;

  /** A month. */
  public static final int DAYS_MOST = 31;

  private final Journal journal;
  private final Reader reader;

  RepeatedRefusals(Journal journal, Reader reader) {
    this.journal = journal;
    this.reader = reader;
  }

  /**
   * What was found.
   *
   * @param since since when all refusals were counted: later than was asked for where there are
   *     more journal entries than are looked at
   * @param items the most frequent first
   */
  public record Report(Instant since, List<Refused> items) {
    public Report {
      items = List.copyOf(items);
    }
  }

  /**
   * The refusals of one participant for one reason.
   *
   * @param action of which instruction
   * @param code why
   * @param count how often
   * @param first when first
   * @param last when last
   * @param newest the newest instruction
   * @param participant who
   */
  public record Refused(
      String action,
      String code,
      int count,
      Instant first,
      Instant last,
      String newest,
      String participant) {

    private Refused and(Refused older) {
      return new Refused(action, code, count + older.count, older.first, last, newest, participant);
    }
  }

  /**
   * Counts.
   *
   * @param least how often somebody must have been refused for a reason
   * @param visible whether the one who asks may be told of a refusal; it is asked of the newest of
   *     those that one participant had for one action and reason: a refusal wrote nothing, so that
   *     the others are for the same eyes
   */
  public Report report(Scope scope, Period period, int least, Predicate<Journal.Entry> visible) {
    SortedMap<String, Refused> counted = new TreeMap<>();
    Map<String, Journal.Entry> newest = new HashMap<>();
    Instant since =
        journal.eachRefusal(
            BeijingTime.start(period.from()),
            BeijingTime.start(period.to().plusDays(1)),
            ENTRIES_MOST,
            entry -> {
              Refused one = refused(entry.entry());
              String kind = one.participant() + " " + one.action() + " " + one.code();
              counted.merge(kind, one, Refused::and);
              newest.putIfAbsent(kind, entry);
            });
    Regions regions = new Regions(reader);
    List<Refused> items = new ArrayList<>();
    counted.forEach(
        (kind, each) -> {
          boolean ours =
              scope.hasAll()
                  || regions
                      .of(new ParticipantId(each.participant()))
                      .filter(scope::has)
                      .isPresent();
          if (each.count() >= least && ours && visible.test(newest.get(kind))) {
            items.add(each);
          }
        });
    items.sort(
        Comparator.comparingInt(Refused::count)
            .reversed()
            .thenComparing(Refused::participant)
            .thenComparing(Refused::action)
            .thenComparing(Refused::code));
    return new Report(since, items);
  }

  private static Refused refused(JsonNode entry) {
    Instant at = Instant.parse(entry.path("at").asString());
    return new Refused(
        entry.path("action").asString(),
        entry.path("code").asString(),
        1,
        at,
        at,
        entry.path("id").asString(),
        entry.path("participant").asString());
  }
}
