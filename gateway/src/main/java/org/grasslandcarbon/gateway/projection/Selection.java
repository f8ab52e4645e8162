// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.Member;
import org.grasslandcarbon.views.OpenDay;
import org.grasslandcarbon.views.Path;
import org.grasslandcarbon.views.Reference;
import org.grasslandcarbon.views.View;

/**
 * Which items of a view: the conditions that all must hold, put together by what the view declares.
 * Values go to the database as parameters.
 */
public final class Selection {
  private static final char ESCAPE = '!';

  /** What the column is called that has its province and its prefecture beside it. */
  private static final String REGION = "region";

  /** Stands for the view's own table within a condition. */
  private static final String SAME = "{same}";

  /** Stands for the table with the words by which items are found by name. */
  private static final String WORDS = "{words}";

  /** Stands for the table that says where serials went, whose name the layout knows. */
  private static final String MOVES = "{moves}";

  /** What the view's own table is called in a query. */
  private static final String OWN = "t";

  /** What the table of corrections is called in a query. */
  private static final String CORRECTED = "corrected";

  /** Types of records that everybody may see: names of our own, not values from outside. */
  private static final List<String> PUBLIC_TYPES =
      RecordTypes.all().stream()
          .filter(type -> type.visibility().isPublic())
          .map(RecordType::name)
          .toList();

  private final View view;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final Set<List<Reference>> joined = new LinkedHashSet<>();

  /** Columns of its own of which one value is asked for. */
  private final Set<Column> fixed = new LinkedHashSet<>();

  /** Between which times items are asked for, by a column of their own. */
  private final List<Bound> bounds = new ArrayList<>();

  /**
   * A bound of a time.
   *
   * @param column the column
   * @param time the time
   * @param lower whether nothing is before it; else nothing is at it or after it
   */
  record Bound(Column column, Instant time, boolean lower) {}

  /** Conditions on records that items refer to; the others stand in {@link #conditions}. */
  private final List<Far> far = new ArrayList<>();

  /** A condition on a column of another record, or on a name, of which words say whose it is. */
  record Far(Path path, Object value) {
    private Reference first() {
      return path.references().get(0);
    }

    /** The records that the view's items may refer to, by the same condition. */
    Selection there() {
      List<Reference> rest = path.references().subList(1, path.references().size());
      return all(first().to()).with(new Path(rest, path.column()), value);
    }

    /** Whether it is a condition on the item's own name. */
    boolean isName() {
      return path.isOwn();
    }

    /** Whether items name what they refer to by one column, which can then be looked up. */
    boolean isByOneColumn() {
      return isName() || first().columns().size() == 1;
    }

    /** The column in which the ids are that meet it. */
    String column(View view) {
      return isName() ? Sql.id(view) : Sql.name(first().columns().get(0));
    }

    /** The text that a name is to have, in the form in which texts are searched. */
    String text() {
      return Column.searchable((String) value);
    }
  }

  private Selection(View view) {
    this.view = view;
  }

  /** All items that the view's list has. */
  public static Selection of(View view) {
    Selection selection = all(view);
    if (!view.notAllZero().isEmpty()) {
      selection.conditions.add(
          view.notAllZero().stream()
              .map(column -> OWN + "." + Sql.name(column) + " > 0")
              .collect(Collectors.joining(" OR ", "(", ")")));
    }
    return selection;
  }

  /** All records of the view, also those that its list leaves out. */
  public static Selection all(View view) {
    Selection selection = new Selection(view);
    view.some().ifPresent(some -> selection.conditions.add(own(some.flag())));
    view.publicTypes()
        .ifPresent(
            column ->
                selection.conditions.add(
                    PUBLIC_TYPES.stream()
                        .map(Column::searchable)
                        .collect(
                            Collectors.joining(
                                "', '", OWN + "." + Sql.name(column) + " IN ('", "')"))));
    return selection;
  }

  public View view() {
    return view;
  }

  /** Only the record of an id. */
  public Selection withId(String id) {
    return and(OWN + ".id = ?", id);
  }

  /** Only items whose column has a value. */
  public Selection with(Column column, Object value) {
    return with(new Path(List.of(), column), value);
  }

  /**
   * The same, of a column that is the view's own or of a record that it refers to. A text is looked
   * for in names from the beginnings of their words on, which are those of each sign of the scripts
   * of East Asia; where no word begins in it, nothing has it.
   */
  public Selection with(Path path, Object value) {
    if (!path.isOwn() || path.column().match() == Column.Match.CONTAINING) {
      far.add(new Far(path, value));
      return this;
    }
    return meet(path, value);
  }

  private Selection meet(Path path, Object value) {
    if (path.isOwn() && path.column().match() == Column.Match.WITHIN) {
      return within(path.column(), (RegionCode) value);
    }
    String column = sql(path);
    if (path.isOwn()
        && (path.column().match() == Column.Match.EQUAL
            || path.column().match() == Column.Match.FOLDED)) {
      fixed.add(path.column());
    }
    return switch (path.column().match()) {
      case EQUAL -> and(column + " = ?", value);
      case WITHIN -> within(column, (RegionCode) value);
      case FOLDED -> and(column + " = ?", Column.searchable((String) value));
      case CONTAINING -> named(path, Column.searchable((String) value));
      case ELEMENT -> like(column, Column.EDGE + value.toString() + Column.EDGE);
    };
  }

  /**
   * Without what the view withholds while a day is open, but for items of the one who asks.
   *
   * @param asking who asks; absent without a login
   */
  public Selection withoutWithheld(Optional<ParticipantId> asking) {
    view.withheld()
        .ifPresent(
            withheld -> {
              joined.addAll(chains(withheld.day().newest()));
              StringBuilder condition = new StringBuilder("(");
              condition.append(own(withheld.column())).append(" <> ? OR NOT ");
              condition.append(isOpen(withheld.day()));
              values.add(withheld.value());
              for (Column party : asking.isPresent() ? withheld.parties() : List.<Column>of()) {
                condition.append(" OR ").append(own(party)).append(" = ?");
                values.add(asking.orElseThrow().value());
              }
              conditions.add(condition.append(")").toString());
            });
    return this;
  }

  /** Without the items that are kept from the one who asks. */
  public Selection withoutKeptFrom(ParticipantId asking) {
    for (Column column : view.keptFrom()) {
      if (column.match() == Column.Match.ELEMENT) {
        and(
            own(column) + " NOT LIKE ? ESCAPE '" + ESCAPE + "'",
            "%" + escaped(Column.EDGE + asking.value() + Column.EDGE) + "%");
      } else {
        and(own(column) + " <> ?", asking.value());
      }
    }
    return this;
  }

  /**
   * Without the items that are for fewer, but for those that concern the one who asks, and those of
   * divisions of which it is the office.
   *
   * @param asking who asks; absent without a login
   */
  public Selection withoutReserved(Optional<Actor> asking) {
    view.reserved()
        .filter(reserved -> !reserved.fewer().permitsAll(asking))
        .ifPresent(reserved -> without(reserved, asking));
    return this;
  }

  private void without(View.Reserved reserved, Optional<Actor> asking) {
    StringBuilder condition = new StringBuilder("(");
    condition.append(own(reserved.column())).append(" <> ?");
    values.add(reserved.value());
    if (asking.isPresent()) {
      for (Column party : reserved.parties()) {
        condition.append(" OR ").append(own(party)).append(" = ?");
        values.add(asking.get().id().value());
      }
    }
    if (asking.filter(each -> each.is(Role.OFFICE)).isPresent()) {
      for (Column place : reserved.places()) {
        condition.append(" OR ").append(own(place)).append(" LIKE ?");
        values.add(prefix(asking.get().region()) + "%");
      }
    }
    conditions.add(condition.append(")").toString());
  }

  private static String own(Column column) {
    return column(new Path(List.of(), column));
  }

  /** Whether an item is of the day that is open; of a record that is not there nothing is. */
  private static String isOpen(OpenDay day) {
    return "COALESCE("
        + own(day.own())
        + " = "
        + column(day.newest())
        + " AND NOT "
        + column(day.closed())
        + ", FALSE)";
  }

  /** Only items that ended some of the credits of a block of serials. */
  public Selection withSerials(BatchId batch, SerialRange block) {
    View.Ended ended = view.ended().orElseThrow();
    and(own(ended.batch()) + " = ?", batch.value());
    conditions.add(
        "'"
            + ended.kind().text()
            + ":' || "
            + own(ended.instruction())
            + " IN (SELECT m.destination FROM "
            + MOVES
            + " m WHERE m.batch = ? AND m.first <= ? AND m.last >= ?)");
    values.addAll(List.of(batch.value(), block.end(), block.start()));
    return this;
  }

  /** Only items one of whose columns has a value. */
  public Selection withAny(List<Column> columns, Object value) {
    conditions.add(
        columns.stream()
            .map(column -> OWN + "." + Sql.name(column) + " = ?")
            .collect(Collectors.joining(" OR ", "(", ")")));
    columns.forEach(each -> values.add(value));
    return this;
  }

  /** Only items whose time is not before one. */
  public Selection notBefore(Path path, Instant time) {
    if (isBound(path)) {
      bounds.add(new Bound(path.column(), time, true));
    }
    return and(timed(path) + " >= ?", Sql.value(time));
  }

  /**
   * A time to be compared. One with an index of its own is hidden from it: the index finds bounds
   * in the order of the list, within which no sorting is needed, and a database would rather read
   * everything between two times and sort it.
   */
  private String timed(Path path) {
    String column = sql(path);
    return isBound(path) ? "COALESCE(" + column + ", " + column + ")" : column;
  }

  private boolean isBound(Path path) {
    return path.isOwn() && view.indexes().contains(List.of(path.column()));
  }

  /** Only items whose time is before one. */
  public Selection before(Path path, Instant time) {
    if (isBound(path)) {
      bounds.add(new Bound(path.column(), time, false));
    }
    return and(timed(path) + " < ?", Sql.value(time));
  }

  /** A division of a column of its own: by the column of its level, where there is one. */
  private Selection within(Column column, RegionCode region) {
    String prefix = prefix(region);
    Optional<Column> level =
        switch (prefix.length()) {
          case 0 -> Optional.empty();
          case 2 -> levelOf(column, View.PROVINCE);
          case 4 -> levelOf(column, View.PREFECTURE);
          default -> Optional.of(column);
        };
    if (level.isPresent()) {
      fixed.add(level.get());
      return and(own(level.get()) + " = ?", region.value());
    }
    return and(own(column) + " LIKE ?", prefix + "%");
  }

  /** Only items of a division itself, or of the nation, and not of those in it. */
  public Selection alone(Column column, RegionCode region) {
    fixed.add(column);
    return and(own(column) + " = ?", region.value());
  }

  private Optional<Column> levelOf(Column column, String name) {
    return column.name().equals(REGION) ? view.tryColumn(name) : Optional.empty();
  }

  /** A county is looked up as a whole, which an index can do in the order of the list. */
  private Selection within(String column, RegionCode region) {
    String prefix = prefix(region);
    return prefix.equals(region.value())
        ? and(column + " = ?", prefix)
        : and(column + " LIKE ?", prefix + "%");
  }

  /**
   * Items with a text in a name, whatever is known of them: most of all items as a rule. Each
   * item's few words are compared: their order is hidden from the index that finds words, of which
   * there are as many as there are such items.
   */
  private Selection named(Path path, String text) {
    String word = SearchWords.fromFirstWord(text);
    if (word.isEmpty()) {
      conditions.add("FALSE");
      return this;
    }
    View of = path.isOwn() ? view : path.references().get(path.references().size() - 1).to();
    byte[][] range = SearchWords.range(word);
    conditions.add(
        "EXISTS (SELECT 1 FROM "
            + WORDS
            + " w WHERE w.id = "
            + alias(path.references())
            + "."
            + Sql.id(of)
            + " AND w.kind = ? AND COALESCE(w.word, w.word) >= ?"
            + " AND COALESCE(w.word, w.word) < ?)");
    values.addAll(List.of(SearchWords.of(of).noun(), range[0], range[1]));
    return SearchWords.isWhole(text) ? this : like(column(path), text);
  }

  /** Only items of some ids whose names, as they are searched, have a text. */
  Selection withIdsAndText(List<String> ids, Column column, String text) {
    among(Sql.id(view), ids);
    return like(own(column), text);
  }

  /** Only items with one of some values in a column, which has a number of them or fewer. */
  private void among(String column, List<?> some) {
    conditions.add(
        OWN
            + "."
            + column
            + " IN ("
            + String.join(", ", Collections.nCopies(some.size(), "?"))
            + ")");
    values.addAll(some);
  }

  /** Only items at some positions. */
  Selection at(List<Long> positions) {
    among("seq", positions);
    return this;
  }

  /** The same selection and only items with one of some values in a column. */
  Selection withAmong(String column, List<String> some) {
    Selection narrow = copy();
    narrow.among(column, some);
    return narrow;
  }

  private Selection like(String column, String part) {
    return and(column + " LIKE ? ESCAPE '" + ESCAPE + "'", "%" + escaped(part) + "%");
  }

  private Selection and(String condition, Object value) {
    conditions.add(condition);
    values.add(value);
    return this;
  }

  private String sql(Path path) {
    joined.addAll(chains(path));
    return column(path);
  }

  private static String column(Path path) {
    return alias(path.references()) + "." + Sql.name(path.column());
  }

  /** What must be joined for a path: its first reference, then its first two, and so on. */
  private static List<List<Reference>> chains(Path path) {
    return IntStream.rangeClosed(1, path.references().size())
        .mapToObj(length -> path.references().subList(0, length))
        .toList();
  }

  private static String alias(List<Reference> chain) {
    return chain.isEmpty()
        ? OWN
        : chain.stream().map(Reference::name).collect(Collectors.joining("_", "r_", ""));
  }

  private static String prefix(RegionCode region) {
    String code = region.value();
    if (code.endsWith("0000")) {
      return region.equals(RegionCode.NATION) ? "" : code.substring(0, 2);
    }
    return code.endsWith("00") ? code.substring(0, 4) : code;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '%' || c == '_' || c == ESCAPE) {
        escaped.append(ESCAPE);
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  private Selection copy() {
    Selection copy = new Selection(view);
    copy.conditions.addAll(conditions);
    copy.values.addAll(values);
    copy.joined.addAll(joined);
    copy.far.addAll(far);
    copy.fixed.addAll(fixed);
    copy.bounds.addAll(bounds);
    return copy;
  }

  /** The same selection without some conditions on other records. */
  Selection without(Set<Far> some) {
    Selection rest = copy();
    rest.far.removeAll(some);
    return rest;
  }

  /** Whether it has conditions of its own. */
  boolean hasConditions() {
    return !conditions.isEmpty() || !far.isEmpty() || !bounds.isEmpty();
  }

  /** The items after a position of the list. */
  Selection after(long position) {
    Selection rest = copy();
    if (view.largestFirst().isEmpty()) {
      return rest.and(OWN + ".seq " + (view.isNewestFirst() ? "<" : ">") + " ?", position);
    }
    String column = Sql.name(view.largestFirst().get());
    String last = "(SELECT l." + column + " FROM " + SAME + " l WHERE l.seq = ?)";
    rest.conditions.add("(t.%1$s < %2$s OR t.%1$s = %2$s AND t.seq > ?)".formatted(column, last));
    rest.values.addAll(List.of(position, position, position));
    return rest;
  }

  /** The conditions on other records. */
  List<Far> far() {
    return List.copyOf(far);
  }

  /** The bounds of times that an index finds. */
  List<Bound> bounds() {
    return List.copyOf(bounds);
  }

  /**
   * The statement that reads the position of the last item that is surely before a bound, or of the
   * first that is surely after it: the ledger's order is that of times but for what clocks differ.
   */
  static String edge(Bound bound, String table) {
    String column = Sql.name(bound.column());
    return "SELECT seq FROM "
        + table
        + " WHERE "
        + column
        + (bound.lower() ? " < ? ORDER BY " + column + " DESC" : " >= ? ORDER BY " + column)
        + " FETCH FIRST 1 ROWS ONLY";
  }

  /** Only items after the position of an edge, or before it. */
  void beyond(Bound bound, long edge) {
    and(OWN + ".seq " + (bound.lower() ? ">" : "<") + " ?", edge);
  }

  /**
   * The same selection with conditions on other records in the form in which a database answers
   * them fast: those of which the records are known are met by naming them, all others by joining.
   *
   * @param known for some of the conditions the ids of all records that meet them
   */
  Selection narrowed(Map<Far, List<String>> known) {
    Selection narrow = new Selection(view);
    narrow.conditions.addAll(conditions);
    narrow.values.addAll(values);
    narrow.joined.addAll(joined);
    narrow.fixed.addAll(fixed);
    for (Far each : far) {
      List<String> ids = known.get(each);
      if (ids == null) {
        narrow.meet(each.path(), each.value());
      } else if (ids.isEmpty()) {
        narrow.conditions.add("FALSE");
      } else {
        narrow.among(each.column(view), ids);
      }
    }
    return narrow;
  }

  /** The statement that reads ids of records, at most so many. */
  String ids(Layout layout, int most) {
    return "SELECT t."
        + Sql.id(view)
        + " FROM "
        + from(layout, joined)
        + where(layout)
        + " FETCH FIRST "
        + most
        + " ROWS ONLY";
  }

  /**
   * The statement that reads positions in no order: seq, the number by which the list is sorted or
   * 0, then some columns of the view's own table.
   */
  String positions(Layout layout, List<String> columns) {
    return "SELECT t.seq, "
        + view.largestFirst().map(Selection::own).orElse("0")
        + columns.stream().map(each -> ", " + OWN + "." + each).collect(Collectors.joining())
        + " FROM "
        + from(layout, joined)
        + where(layout);
  }

  /** The same in the order of the list. */
  String orderedPositions(Layout layout, List<String> columns) {
    return positions(layout, columns) + order();
  }

  /** The statement that reads ids, and some columns of the view's own table. */
  String idsWith(Layout layout, List<String> columns) {
    return "SELECT t."
        + Sql.id(view)
        + columns.stream().map(each -> ", " + OWN + "." + each).collect(Collectors.joining())
        + " FROM "
        + from(layout, joined)
        + where(layout);
  }

  Object[] values() {
    return values.toArray();
  }

  /** The statement that counts the items. */
  String count(Layout layout) {
    return "SELECT COUNT(*) FROM " + from(layout, joined) + where(layout);
  }

  /** The statement that counts them as far as a number. */
  String countUpTo(Layout layout, long most) {
    return "SELECT COUNT(*) FROM (SELECT t.seq FROM "
        + from(layout, joined)
        + where(layout)
        + " FETCH FIRST "
        + most
        + " ROWS ONLY) counted";
  }

  /**
   * The statement that reads them: seq, json of records and of their corrections, then a column for
   * each {@link #asked}.
   */
  String select(Layout layout) {
    return selectUnordered(layout) + order();
  }

  private String order() {
    return " ORDER BY "
        + view.largestFirst().map(column -> "t." + Sql.name(column) + " DESC, ").orElse(leading())
        + "t.seq"
        + (view.isNewestFirst() ? " DESC" : "");
  }

  /**
   * The columns of an index of which one value is asked for: they order nothing, and tell H2 that
   * the index has the items in the order of the list, which it would otherwise sort.
   */
  private String leading() {
    return view.indexes().stream()
        .filter(fixed::containsAll)
        .findFirst()
        .map(
            index ->
                Sql.each(index, column -> own(column) + (view.isNewestFirst() ? " DESC, " : ", ")))
        .orElse("");
  }

  /** The same in the order of the ledger, whatever the order of the list. */
  String selectOldest(Layout layout) {
    return selectUnordered(layout) + " ORDER BY t.seq";
  }

  private String selectUnordered(Layout layout) {
    Set<List<Reference>> all = new LinkedHashSet<>(joined);
    List<Member> asked = asked(view);
    asked.forEach(member -> path(member).ifPresent(path -> all.addAll(chains(path))));
    Optional<String> corrections = corrections(layout);
    return "SELECT t.seq, "
        + (view.record().isPresent() ? "t.json, " : "CAST(NULL AS varchar), ")
        + (corrections.isPresent() ? CORRECTED + ".json" : "CAST(NULL AS varchar)")
        + asked.stream()
            .map(member -> ", " + expression(member, layout))
            .collect(Collectors.joining())
        + " FROM "
        + from(layout, all)
        + corrections.orElse("")
        + where(layout);
  }

  /** The view's table under the name {@code b}, only the selected ones, to be joined. */
  String conditions(Layout layout) {
    return "(SELECT t.* FROM " + from(layout, joined) + where(layout) + ") b";
  }

  private String where(Layout layout) {
    return conditions.isEmpty()
        ? ""
        : (" WHERE " + String.join(" AND ", conditions))
            .replace(MOVES, layout.movements().serialMove())
            .replace(WORDS, layout.words().table())
            .replace(SAME, layout.table(view));
  }

  /** Joins what the authority stated about each record; nothing for what cannot be corrected. */
  private Optional<String> corrections(Layout layout) {
    return layout
        .ofType(Corrections.TYPE.name())
        .filter(table -> view.isCorrectable())
        .map(
            table ->
                " LEFT JOIN "
                    + table.name()
                    + " "
                    + CORRECTED
                    + " ON "
                    + CORRECTED
                    + ".id = '"
                    + view.record().orElseThrow().name()
                    + ":' || t.id");
  }

  private String from(Layout layout, Set<List<Reference>> references) {
    return layout.table(view)
        + " t"
        + references.stream().map(chain -> join(layout, chain)).collect(Collectors.joining());
  }

  private static String join(Layout layout, List<Reference> chain) {
    Reference reference = chain.get(chain.size() - 1);
    String from = alias(chain.subList(0, chain.size() - 1));
    return " LEFT JOIN "
        + layout.table(reference.to())
        + " "
        + alias(chain)
        + " ON "
        + alias(chain)
        + "."
        + Sql.id(reference.to())
        + " = "
        + reference.columns().stream()
            .map(column -> from + "." + Sql.name(column))
            .collect(Collectors.joining(" || ':' || "));
  }

  /** The members that the query tells; the record itself and calendars say the others. */
  static List<Member> asked(View view) {
    return view.members().stream().filter(member -> !isToldByRecord(view, member)).toList();
  }

  /** Whether the record says a member: a column of its own is a reading of the record. */
  static boolean isToldByRecord(View view, Member member) {
    return member instanceof Member.Computed
        || member instanceof Member.LastDay
        || view.record().isPresent() && member instanceof Member.Told told && told.path().isOwn();
  }

  private static Optional<Path> path(Member member) {
    if (member instanceof Member.Told told) {
      return Optional.of(told.path());
    }
    if (member instanceof Member.Later later) {
      return Optional.of(later.day().newest());
    }
    return member instanceof Member.Listed listed ? Optional.of(listed.path()) : Optional.empty();
  }

  private static String expression(Member member, Layout layout) {
    if (member instanceof Member.Told told) {
      return column(told.path());
    }
    if (member instanceof Member.Later later) {
      return "CASE WHEN " + isOpen(later.day()) + " THEN NULL ELSE " + own(later.column()) + " END";
    }
    if (member instanceof Member.Listed listed) {
      return "COALESCE(POSITION('"
          + Column.EDGE
          + "' || t.id || '"
          + Column.EDGE
          + "' IN "
          + column(listed.path())
          + ") > 0, FALSE)";
    }
    if (member instanceof Member.Total total) {
      return total(total, layout);
    }
    Member.Sum sum = (Member.Sum) member;
    return "COALESCE((SELECT SUM(o."
        + Sql.name(sum.column())
        + ") FROM "
        + over(sum.over(), layout)
        + "), 0)";
  }

  private static String total(Member.Total total, Layout layout) {
    String sums = layout.movements().accountTotal();
    String kind =
        total.kinds().stream()
            .map(Account.Kind::text)
            .collect(Collectors.joining("', '", "s.kind IN ('", "')"));
    return total
        .over()
        .map(
            over ->
                "COALESCE((SELECT SUM(s.quantity) FROM "
                    + sums
                    + " s WHERE "
                    + kind
                    + " AND s.asset IN (SELECT o.id FROM "
                    + over(over, layout)
                    + ")), 0)")
        .orElse(
            "COALESCE((SELECT SUM(s.quantity) FROM "
                + sums
                + " s WHERE s.asset = t.id AND "
                + kind
                + "), 0)");
  }

  private static String over(Member.Over over, Layout layout) {
    return layout.table(over.view()) + " o WHERE o." + Sql.name(over.column()) + " = t.id";
  }
}
