// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.Member;
import org.grasslandcarbon.views.Path;
import org.grasslandcarbon.views.Reference;
import org.grasslandcarbon.views.View;

/**
 * Which items of a view: the conditions that all must hold, put together by what the view declares.
 * Values go to the database as parameters.
 */
public final class Selection {
  private static final char ESCAPE = '!';

  /** What the view's own table is called in a query. */
  private static final String OWN = "t";

  private final View view;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final Set<Reference> joined = new LinkedHashSet<>();

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
    return new Selection(view);
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
    return with(new Path(Optional.empty(), column), value);
  }

  /** The same, of a column that is the view's own or of a record that it refers to. */
  public Selection with(Path path, Object value) {
    String column = sql(path);
    return switch (path.column().match()) {
      case EQUAL -> and(column + " = ?", value);
      case WITHIN -> and(column + " LIKE ?", prefix((RegionCode) value) + "%");
      case CONTAINING -> like(column, Column.searchable((String) value));
      case ELEMENT -> like(column, Column.EDGE + value.toString() + Column.EDGE);
    };
  }

  /** Only items whose time is not before one. */
  public Selection notBefore(Path path, Instant time) {
    return and(sql(path) + " >= ?", Sql.value(time));
  }

  /** Only items whose time is before one. */
  public Selection before(Path path, Instant time) {
    return and(sql(path) + " < ?", Sql.value(time));
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
    path.reference().ifPresent(joined::add);
    return column(path);
  }

  private static String column(Path path) {
    return path.reference().map(Selection::alias).orElse(OWN) + "." + Sql.name(path.column());
  }

  private static String alias(Reference reference) {
    return "r_" + reference.name();
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

  /** The items after a position of the list. */
  Selection after(long position) {
    Selection rest = new Selection(view);
    rest.conditions.addAll(conditions);
    rest.values.addAll(values);
    rest.joined.addAll(joined);
    return rest.and(OWN + ".seq " + (view.isNewestFirst() ? "<" : ">") + " ?", position);
  }

  Object[] values() {
    return values.toArray();
  }

  /** The statement that counts the items. */
  String count(Layout layout) {
    return "SELECT COUNT(*) FROM " + from(layout, joined) + where();
  }

  /** The statement that reads them: seq, json of records, then a column for each {@link #asked}. */
  String select(Layout layout) {
    Set<Reference> all = new LinkedHashSet<>(joined);
    List<Member> asked = asked(view);
    asked.forEach(member -> reference(member).ifPresent(all::add));
    return "SELECT t.seq, "
        + (view.record().isPresent() ? "t.json" : "CAST(NULL AS varchar)")
        + asked.stream()
            .map(member -> ", " + expression(member, layout))
            .collect(Collectors.joining())
        + " FROM "
        + from(layout, all)
        + where()
        + " ORDER BY t.seq"
        + (view.isNewestFirst() ? " DESC" : "");
  }

  private String where() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private String from(Layout layout, Set<Reference> references) {
    return layout.table(view)
        + " t"
        + references.stream()
            .map(reference -> join(layout, reference))
            .collect(Collectors.joining());
  }

  private static String join(Layout layout, Reference reference) {
    return " LEFT JOIN "
        + layout.table(reference.to())
        + " "
        + alias(reference)
        + " ON "
        + alias(reference)
        + ".id = "
        + reference.columns().stream()
            .map(column -> OWN + "." + Sql.name(column))
            .collect(Collectors.joining(" || ':' || "));
  }

  /** The members that the database is asked for; the record itself says the others. */
  static List<Member> asked(View view) {
    return view.members().stream().filter(member -> !isToldByRecord(view, member)).toList();
  }

  /** Whether the record says a member: a column of its own is a reading of the record. */
  static boolean isToldByRecord(View view, Member member) {
    return member instanceof Member.Computed
        || view.record().isPresent()
            && member instanceof Member.Told told
            && told.path().reference().isEmpty();
  }

  private static Optional<Reference> reference(Member member) {
    if (member instanceof Member.Told told) {
      return told.path().reference();
    }
    return member instanceof Member.Listed listed ? listed.path().reference() : Optional.empty();
  }

  private static String expression(Member member, Layout layout) {
    if (member instanceof Member.Told told) {
      return column(told.path());
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
    String kind = "s.kind = '" + total.kind().text() + "'";
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
            "COALESCE((SELECT s.quantity FROM "
                + sums
                + " s WHERE s.asset = t.id AND "
                + kind
                + "), 0)");
  }

  private static String over(Member.Over over, Layout layout) {
    return layout.table(over.view()) + " o WHERE o." + Sql.name(over.column()) + " = t.id";
  }
}
