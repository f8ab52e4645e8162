// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.gateway.projection.Page;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.gateway.supervision.Scope;
import org.grasslandcarbon.views.ParticipantViews;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.duty.Duties;
import org.grasslandcarbon.views.duty.Duty;
import org.grasslandcarbon.views.duty.Facts;
import org.grasslandcarbon.views.duty.NoDay;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is late with what: of all that waits for anybody, what is past the last day that a rule sets,
 * and, where no rule sets one, what has waited for as many working days as the one who asks calls
 * long.
 */
public final class Overdue {
  /** How long publicity of a project lasts, and so a measure of what takes long. */
  public static final int WORKING_DAYS_STANDARD = 20;

  /** Records looked at for one step, the newest first. */
  private static final int LOOKED_AT_MOST = 20_000;

  /** Told of one step; beyond it the answer names the action. */
  private static final int ITEMS_MOST = 1_000;

  private static final int PAGE = 200;

  private final Reader reader;
  private final Clock clock;

  Overdue(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param kind only records of this noun
   * @param action only what this action answers
   * @param region only what is of land in this division, or waits for somebody in it
   * @param workingDays from how many working days on something has waited long
   */
  public record Asked(
      Optional<String> kind,
      Optional<String> action,
      Optional<RegionCode> region,
      int workingDays) {}

  /** Against what something is late. */
  public enum Basis {
    /** A rule of the registry sets the day. */
    RULE,
    /** No rule does; it has waited long. */
    WAITED
  }

  /**
   * A step that is late.
   *
   * @param action the action that ends it
   * @param basis against what it is late
   * @param due the last instant or day by a rule
   * @param kind the noun of the record
   * @param late working days since {@code due}
   * @param link where the record is
   * @param noDue why no rule sets a day
   * @param noWorkingDays why working days are not known
   * @param participants for whom it waits; of several any one can do it. None where every
   *     accredited certifier can, and where a division has no office
   * @param region the division of the land or of the office; absent where there is none
   * @param roles of which role whoever can do it is
   * @param since since when it waits, an instant or a day
   * @param subject the record's id
   * @param title what waits
   * @param waited working days since then
   */
  public record Item(
      String action,
      Basis basis,
      Optional<String> due,
      String kind,
      Optional<Integer> late,
      String link,
      Optional<Work.Reason> noDue,
      Optional<Work.Reason> noWorkingDays,
      List<String> participants,
      Optional<String> region,
      List<Role> roles,
      Optional<String> since,
      String subject,
      Name title,
      Optional<Integer> waited) {}

  /**
   * Steps of which nobody can say whether they are late.
   *
   * @param action the action that ends them
   * @param count how many wait
   * @param why what is not known
   */
  public record Unknown(String action, int count, Work.Reason why) {}

  /**
   * What is late.
   *
   * @param items first what is past a rule's day, then what has waited, the longest first
   * @param more actions of which not all was looked at
   * @param unknown what may be late
   * @param workingDays from how many working days on something has waited long
   */
  public record Report(
      List<Item> items, List<String> more, List<Unknown> unknown, int workingDays) {}

  /**
   * What is late of a scope.
   *
   * @param visible whether the one who asks may see a record of a view
   */
  public Report of(Scope scope, Asked asked, BiPredicate<View, ObjectNode> visible) {
    Looked looked = new Looked(scope, asked, visible);
    for (Duty duty : Duties.ALL) {
      boolean wanted =
          !duty.isAtWill()
              && asked.kind().map(duty.view().noun()::equals).orElse(true)
              && asked.action().map(duty.action().name()::equals).orElse(true);
      if (wanted) {
        looked.collect(duty);
      }
    }
    return looked.report();
  }

  /** One answer. */
  private final class Looked {
    private final Scope scope;
    private final Asked asked;
    private final BiPredicate<View, ObjectNode> visible;
    private final Facts facts;
    private final WorkingCalendar calendar;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final SortedSet<String> more = new TreeSet<>();
    private final Map<String, Map<NoDay, Integer>> unknown = new TreeMap<>();
    private final Map<RegionCode, List<String>> offices = new TreeMap<>();
    private Map<ParticipantId, RegionCode> allOffices;

    Looked(Scope scope, Asked asked, BiPredicate<View, ObjectNode> visible) {
      this.scope = scope;
      this.asked = asked;
      this.visible = visible;
      this.facts = new ProjectedFacts(reader, scope.asking(), Instant.now(clock));
      this.calendar = new WorkingCalendar(facts);
    }

    private void collect(Duty duty) {
      Selection selection = Selection.all(duty.view());
      duty.where().forEach(selection::with);
      OptionalLong after = OptionalLong.empty();
      int found = 0;
      for (int seen = 0; seen < LOOKED_AT_MOST; seen += PAGE) {
        Page page = reader.page(selection, after, PAGE);
        for (ObjectNode record : page.items()) {
          if (duty.waitsForSomebody(record, facts)
              && visible.test(duty.view(), record)
              && add(duty, record)
              && ++found == ITEMS_MOST) {
            more.add(duty.action().name());
            return;
          }
        }
        after = page.next();
        if (after.isEmpty()) {
          return;
        }
      }
      more.add(duty.action().name());
    }

    /** Whether it is late and told. */
    private boolean add(Duty duty, ObjectNode record) {
      Optional<RegionCode> division = duty.division(record, facts);
      Optional<RegionCode> land = division.or(() -> land(record));
      List<String> who =
          duty.participant(record, facts)
              .map(List::of)
              .orElseGet(() -> division.map(this::offices).orElse(List.of()));
      if (!isOfScope(record, land, who) || !isOfRegion(land, who)) {
        return false;
      }
      Optional<String> since = duty.since(record, facts);
      Optional<String> due = duty.due(record, facts);
      if (since.isEmpty() && due.isEmpty()) {
        NoDay why = duty.withoutDue(record, facts);
        unknown
            .computeIfAbsent(duty.action().name(), any -> new TreeMap<>())
            .merge(why == NoDay.NO_RULE ? NoDay.NO_BEGINNING : why, 1, Integer::sum);
        return false;
      }
      OptionalInt waited = since.map(this::worked).orElse(OptionalInt.empty());
      OptionalInt late = due.map(this::worked).orElse(OptionalInt.empty());
      if (due.isPresent() ? !isPast(due.get()) : !isLong(since.get(), waited)) {
        return false;
      }
      boolean counted =
          (since.isEmpty() || waited.isPresent()) && (due.isEmpty() || late.isPresent());
      List<String> id = duty.id(record);
      String subject = String.join(":", id);
      Item item =
          new Item(
              duty.action().name(),
              due.isPresent() ? Basis.RULE : Basis.WAITED,
              due,
              duty.view().noun(),
              boxed(late),
              Work.link(duty.view(), id, record),
              due.isPresent()
                  ? Optional.empty()
                  : Optional.of(Work.Reason.of(duty.withoutDue(record, facts))),
              counted ? Optional.empty() : Optional.of(Work.Reason.of(NoDay.NO_CALENDAR)),
              who,
              land.map(RegionCode::value),
              duty.roles().stream().sorted().toList(),
              since,
              subject,
              duty.title(),
              boxed(waited));
      // What waits for either of two is one step.
      items.merge(item.action() + " " + item.kind() + " " + subject, item, Looked::ofBoth);
      return true;
    }

    private static Item ofBoth(Item one, Item other) {
      TreeSet<String> both = new TreeSet<>(one.participants());
      both.addAll(other.participants());
      return new Item(
          one.action(),
          one.basis(),
          one.due(),
          one.kind(),
          one.late(),
          one.link(),
          one.noDue(),
          one.noWorkingDays(),
          List.copyOf(both),
          one.region(),
          one.roles(),
          one.since(),
          one.subject(),
          one.title(),
          one.waited());
    }

    /** An exchange has what is of its venues, an office what is of its land or its participants. */
    private boolean isOfScope(ObjectNode record, Optional<RegionCode> land, List<String> who) {
      if (scope.hasAll()) {
        return true;
      }
      if (scope.asking().is(Role.EXCHANGE)) {
        return Duty.text(record, "/venue").map(VenueId::new).filter(scope::has).isPresent();
      }
      return land.filter(scope::has).isPresent()
          || who.stream().anyMatch(each -> regionOf(each).filter(scope::has).isPresent());
    }

    private boolean isOfRegion(Optional<RegionCode> land, List<String> who) {
      return asked
          .region()
          .map(
              wanted ->
                  land.filter(wanted::contains).isPresent()
                      || who.stream()
                          .anyMatch(each -> regionOf(each).filter(wanted::contains).isPresent()))
          .orElse(true);
    }

    private Optional<RegionCode> regionOf(String participant) {
      return facts
          .find(Participant.key(new ParticipantId(participant)))
          .map(found -> found.region());
    }

    /** The division of the land that a record is of. */
    private Optional<RegionCode> land(JsonNode record) {
      return Duty.text(record, "/region")
          .or(() -> Duty.text(record, "/design/region"))
          .map(RegionCode::new)
          .or(
              () ->
                  Duty.text(record, "/instrument")
                      .map(each -> new InstrumentId(each).project().region()))
          .or(() -> Duty.text(record, "/project").flatMap(this::ofProject));
    }

    private Optional<RegionCode> ofProject(String project) {
      return project.matches(ProjectNumber.PATTERN)
          ? Optional.of(new ProjectNumber(project).region())
          : facts
              .find(Project.key(new InstructionId(project)))
              .map(found -> found.design().region());
    }

    /** The offices nearest to a division: its own, else those of the division that it lies in. */
    private List<String> offices(RegionCode division) {
      return offices.computeIfAbsent(division, this::nearest);
    }

    private List<String> nearest(RegionCode division) {
      if (allOffices == null) {
        allOffices = new LinkedHashMap<>();
        reader.each(
            Selection.of(ParticipantViews.PARTICIPANTS)
                .with(ParticipantViews.PARTICIPANTS.column("roles"), Role.OFFICE),
            office ->
                allOffices.put(
                    new ParticipantId(office.path("id").asString()),
                    new RegionCode(office.path("region").asString())));
      }
      Map<ParticipantId, RegionCode> governing =
          allOffices.entrySet().stream()
              .filter(each -> each.getValue().contains(division))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      return governing.entrySet().stream()
          .filter(
              each ->
                  governing.values().stream().allMatch(other -> other.contains(each.getValue())))
          .map(each -> each.getKey().value())
          .sorted()
          .toList();
    }

    private boolean isPast(String due) {
      return due.length() == LocalDate.EPOCH.toString().length()
          ? LocalDate.parse(due).isBefore(facts.today())
          : Instant.parse(due).isBefore(facts.now());
    }

    /** Where a calendar is missing, days of the year have to do: better told than kept back. */
    private boolean isLong(String since, OptionalInt waited) {
      return waited.orElseGet(
              () -> Math.toIntExact(ChronoUnit.DAYS.between(Work.day(since), facts.today())))
          >= asked.workingDays();
    }

    private OptionalInt worked(String from) {
      LocalDate day = Work.day(from);
      return day.isAfter(facts.today()) ? OptionalInt.of(0) : calendar.between(day, facts.today());
    }

    private Report report() {
      List<Unknown> notKnown = new ArrayList<>();
      unknown.forEach(
          (action, reasons) ->
              reasons.forEach(
                  (why, count) -> notKnown.add(new Unknown(action, count, Work.Reason.of(why)))));
      List<Item> sorted = new ArrayList<>(items.values());
      sorted.sort(
          Comparator.comparing(Item::basis)
              .thenComparing(item -> Work.day(item.due().or(item::since).orElseThrow()))
              .thenComparing(Item::kind)
              .thenComparing(Item::subject)
              .thenComparing(Item::action));
      return new Report(sorted, List.copyOf(more), notKnown, asked.workingDays());
    }
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }
}
