// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Page;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.duty.Duties;
import org.grasslandcarbon.views.duty.Duty;
import org.grasslandcarbon.views.duty.Facts;
import org.grasslandcarbon.views.duty.NoDay;
import tools.jackson.databind.node.ObjectNode;

/** What waits for somebody. */
public final class Work {
  /** Items told of one duty: whoever has more begins with these. */
  static final int ITEMS_MOST = 200;

  /** Records looked at for one duty, of which most wait for others. */
  private static final int LOOKED_AT_MOST = 2_000;

  private static final int PAGE = 200;

  private final Reader reader;
  private final Clock clock;

  Work(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Something that waits.
   *
   * @param action the action that answers it
   * @param due the last instant or day; absent where there is none
   * @param kind the noun of the record, as the command line has it
   * @param link where the record is
   * @param noDue why there is no last day
   * @param since since when; absent where no record says it
   * @param subject the record's id
   * @param title what waits
   */
  public record Item(
      String action,
      Optional<String> due,
      String kind,
      String link,
      Optional<Reason> noDue,
      Optional<String> since,
      String subject,
      Name title) {}

  /**
   * Why something is not known.
   *
   * @param code for programs
   * @param en in English
   * @param zh in Chinese
   */
  public record Reason(NoDay code, String en, String zh) {
    static Reason of(NoDay code) {
      return new Reason(code, code.words().en(), code.words().zh());
    }
  }

  /**
   * What waits for somebody.
   *
   * @param items the first due first, then what has no day, the longest waiting first
   * @param more actions for which more waits than is told
   */
  public record Waiting(List<Item> items, List<String> more) {}

  /**
   * What waits for a participant.
   *
   * @param kind only records of this noun
   * @param action only what this action answers
   * @param visible whether it may see a record of a view
   */
  public Waiting of(
      Actor caller,
      Optional<String> kind,
      Optional<String> action,
      BiPredicate<View, ObjectNode> visible) {
    Facts facts = new ProjectedFacts(reader, caller, Instant.now(clock));
    List<Item> items = new ArrayList<>();
    TreeSet<String> more = new TreeSet<>();
    for (Duty duty : Duties.ALL) {
      boolean asked =
          kind.map(duty.view().noun()::equals).orElse(true)
              && action.map(duty.action().name()::equals).orElse(true);
      if (asked && caller.roles().stream().anyMatch(duty.roles()::contains)) {
        if (!collect(duty, facts, visible, items)) {
          more.add(duty.action().name());
        }
      }
    }
    items.sort(
        Comparator.comparing((Item item) -> item.due().map(Work::day).orElse(LocalDate.MAX))
            .thenComparing(item -> item.since().map(Work::day).orElse(LocalDate.MAX))
            .thenComparing(Item::kind)
            .thenComparing(Item::subject)
            .thenComparing(Item::action));
    return new Waiting(items, List.copyOf(more));
  }

  /** Adds what a duty has for the caller; false when that is not all. */
  private boolean collect(
      Duty duty, Facts facts, BiPredicate<View, ObjectNode> visible, List<Item> items) {
    Selection selection = Selection.all(duty.view());
    duty.where().forEach(selection::with);
    duty.callerColumn().ifPresent(path -> selection.with(path, facts.caller().id().value()));
    duty.regionColumn().ifPresent(path -> selection.with(path, facts.caller().region()));
    OptionalLong after = OptionalLong.empty();
    int found = 0;
    for (int looked = 0; looked < LOOKED_AT_MOST; looked += PAGE) {
      Page page = reader.page(selection, after, PAGE);
      for (ObjectNode record : page.items()) {
        if (duty.waits(record, facts) && visible.test(duty.view(), record)) {
          if (found++ == ITEMS_MOST) {
            return false;
          }
          items.add(item(duty, record, facts));
        }
      }
      after = page.next();
      if (after.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static Item item(Duty duty, ObjectNode record, Facts facts) {
    List<String> id = duty.id(record);
    Optional<String> due = duty.due(record, facts);
    return new Item(
        duty.action().name(),
        due,
        duty.view().noun(),
        link(duty.view(), id, record),
        due.isPresent() ? Optional.empty() : Optional.of(Reason.of(duty.withoutDue(record, facts))),
        duty.since(record, facts),
        String.join(":", id),
        duty.title());
  }

  /** The record; of one that has no address of its own the list that it is in. */
  static String link(View view, List<String> id, ObjectNode record) {
    return view.path()
        .map(path -> Paths.BASE + "/" + path + "/" + String.join("/", id))
        .orElseGet(
            () -> {
              View.Parent parent = view.parent().orElseThrow();
              String of = record.at(parent.column().source()).asString();
              return Paths.BASE
                  + "/"
                  + parent.view().path().orElseThrow()
                  + "/"
                  + of
                  + "/"
                  + parent.name();
            });
  }

  /** The day in Beijing of an instant, or a day. */
  static LocalDate day(String text) {
    return text.length() == LocalDate.EPOCH.toString().length()
        ? LocalDate.parse(text)
        : BeijingTime.day(Instant.parse(text));
  }
}
