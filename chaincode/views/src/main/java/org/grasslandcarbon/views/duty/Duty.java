// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.views.Path;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;

/**
 * Something that waits for somebody: records of a view that stand where an action is to follow, and
 * whose action it is. Whether the ledger will take the action is for the ledger to say.
 */
public final class Duty {
  private final ActionType<?> action;
  private final View view;
  private final Name title;
  private final Map<Path, Object> where = new LinkedHashMap<>();
  private final List<BiPredicate<JsonNode, Facts>> conditions = new ArrayList<>();
  private Path caller;
  private Path region;
  private boolean atWill;
  private BiPredicate<JsonNode, Facts> qualified = (item, facts) -> true;
  private BiFunction<JsonNode, Facts, Optional<String>> participant =
      (item, facts) -> Optional.empty();
  private BiFunction<JsonNode, Facts, Optional<RegionCode>> division =
      (item, facts) -> Optional.empty();
  private BiFunction<JsonNode, Facts, Optional<String>> since = (item, facts) -> Optional.empty();
  private BiFunction<JsonNode, Facts, Optional<String>> due = (item, facts) -> Optional.empty();
  private BiFunction<JsonNode, Facts, NoDay> withoutDay = (item, facts) -> NoDay.NO_RULE;
  private Function<JsonNode, List<String>> id;

  private Duty(ActionType<?> action, View view, Name title) {
    this.action = action;
    this.view = view;
    this.title = title;
    this.id = item -> idOf(view, item);
  }

  /**
   * Records that wait for an action.
   *
   * @param zh what waits, in Chinese
   * @param en the same in English
   */
  public static Duty of(ActionType<?> action, View view, String zh, String en) {
    return new Duty(action, view, Name.of(zh, en));
  }

  /** The action that answers it. */
  public ActionType<?> action() {
    return action;
  }

  /** The records. */
  public View view() {
    return view;
  }

  /** What waits. */
  public Name title() {
    return title;
  }

  /** Who can have it: whoever may give the action. */
  public Set<Role> roles() {
    return action.roles();
  }

  /** The values that columns have. */
  public Map<Path, Object> where() {
    return Collections.unmodifiableMap(where);
  }

  /** The column in which the caller stands. */
  public Optional<Path> callerColumn() {
    return Optional.ofNullable(caller);
  }

  /** The column with a division in the caller's. */
  public Optional<Path> regionColumn() {
    return Optional.ofNullable(region);
  }

  /** Whether a record with these columns waits for the caller. */
  public boolean waits(JsonNode item, Facts facts) {
    return qualified.test(item, facts) && waitsForSomebody(item, facts);
  }

  /** Whether a record with these columns waits, whoever asks. */
  public boolean waitsForSomebody(JsonNode item, Facts facts) {
    return conditions.stream().allMatch(each -> each.test(item, facts));
  }

  /** Whether somebody may do it and may as well leave it, so that nobody is late with it. */
  public boolean isAtWill() {
    return atWill;
  }

  /** The one participant for whom a record waits; empty when it is an office's or several may. */
  public Optional<String> participant(JsonNode item, Facts facts) {
    return participant.apply(item, facts);
  }

  /** The division whose office a record waits for; empty when it waits for no office. */
  public Optional<RegionCode> division(JsonNode item, Facts facts) {
    return division.apply(item, facts);
  }

  /** Since when: an instant or a day; empty when no record says it. */
  public Optional<String> since(JsonNode item, Facts facts) {
    return since.apply(item, facts);
  }

  /** Until when: an instant or a day. */
  public Optional<String> due(JsonNode item, Facts facts) {
    return due.apply(item, facts);
  }

  /** Why there is no {@link #due}. */
  public NoDay withoutDue(JsonNode item, Facts facts) {
    return withoutDay.apply(item, facts);
  }

  /** The parts of the id by which the record is addressed. */
  public List<String> id(JsonNode item) {
    return id.apply(item);
  }

  private static List<String> idOf(View view, JsonNode item) {
    if (view.idParts().size() == 1 && item.has("id")) {
      return List.of(item.path("id").asString());
    }
    return view.idParts().stream().map(part -> item.path(part).asString("")).toList();
  }

  /** Only records whose column has a value. */
  public Duty where(String column, Object value) {
    where.put(Path.of(view, column), value instanceof Boolean ? value : value.toString());
    return this;
  }

  /** Only records that fulfil a condition. */
  public Duty when(BiPredicate<JsonNode, Facts> condition) {
    conditions.add(condition);
    return this;
  }

  /** Of the participant in a column. */
  public Duty ofCaller(String column) {
    caller = Path.of(view, column);
    String pointer = caller.column().source();
    participant = (item, facts) -> text(item, pointer);
    return this;
  }

  /** Of one of the participants in a column: which one, records tell. */
  public Duty ofCaller(String column, BiFunction<JsonNode, Facts, Optional<String>> who) {
    caller = Path.of(view, column);
    participant = who;
    qualified =
        (item, facts) -> who.apply(item, facts).equals(Optional.of(facts.caller().id().value()));
    return this;
  }

  /** Of a participant that stands in no column. */
  public Duty ofNamed(Function<JsonNode, Optional<String>> reading) {
    participant = (item, facts) -> reading.apply(item);
    qualified =
        (item, facts) -> reading.apply(item).equals(Optional.of(facts.caller().id().value()));
    return this;
  }

  /** Of everybody who fulfils a condition that asks who the caller is. */
  public Duty ofAny(BiPredicate<JsonNode, Facts> condition) {
    qualified = condition;
    return this;
  }

  /** Of the office of a division that is in a column. */
  public Duty ofOffice(String column) {
    String pointer = Path.of(view, column).column().source();
    return ofOffice(column, (item, facts) -> text(item, pointer).map(RegionCode::new));
  }

  /** Of the office of a division that another record has in a column. */
  Duty ofOffice(String column, BiFunction<JsonNode, Facts, Optional<RegionCode>> reading) {
    region = Path.of(view, column);
    division = reading;
    return this;
  }

  /** Of the office of a division that stands in no column. */
  Duty ofOfficeAt(Function<JsonNode, RegionCode> reading) {
    division = (item, facts) -> Optional.of(reading.apply(item));
    qualified = (item, facts) -> facts.caller().region().contains(reading.apply(item));
    return this;
  }

  /** Nobody has to do it. */
  Duty atWill() {
    atWill = true;
    return this;
  }

  /** Since an instant or a day that the record says. */
  public Duty since(String pointer) {
    return since((item, facts) -> text(item, pointer));
  }

  /** Since an instant or a day. */
  public Duty since(BiFunction<JsonNode, Facts, Optional<String>> reading) {
    since = reading;
    return this;
  }

  /** Until an instant or a day that the record says. */
  public Duty due(String pointer) {
    return due((item, facts) -> text(item, pointer));
  }

  /** Until an instant or a day. */
  public Duty due(BiFunction<JsonNode, Facts, Optional<String>> reading) {
    due = reading;
    return this;
  }

  /** Says why there is no last day. */
  public Duty withoutDue(BiFunction<JsonNode, Facts, NoDay> reason) {
    withoutDay = reason;
    return this;
  }

  /** Addressed by other parts than members of the record. */
  public Duty named(Function<JsonNode, List<String>> parts) {
    id = parts;
    return this;
  }

  /** A member that is text. */
  public static Optional<String> text(JsonNode item, String pointer) {
    return Optional.ofNullable(item.at(pointer).asString(null));
  }
}
