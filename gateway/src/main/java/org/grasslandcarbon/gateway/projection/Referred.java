// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks up which records conditions on other records mean, and which items a text in a name means:
 * all of them, so that a list can be read by their ids.
 */
final class Referred {
  /**
   * The most ids that a condition is looked up for: of more, items are met soon by whoever walks
   * through the list and asks the database of each.
   */
  static final int IDS_MOST = 10_000;

  /**
   * Ids of one statement. H2 finds them by an index and then compares each row with all of them, so
   * that more of them would cost more than more statements.
   */
  private static final int IDS_A_QUERY = 128;

  /** The same where there are few. */
  private static final int FEW = 8;

  private final JdbcTemplate jdbc;
  private final Layout layout;

  Referred(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = jdbc;
    this.layout = layout;
  }

  /**
   * A condition that is known by ids.
   *
   * @param column the column of the view's own table that has one of them
   * @param ids all of them
   */
  record Chosen(String column, Set<String> ids) {}

  /**
   * A selection of which some conditions are known by ids.
   *
   * @param rest the selection without them
   * @param chosen those conditions, that with the fewest ids first
   */
  record Parts(Selection rest, List<Chosen> chosen) {
    /** The condition by which items are looked up. */
    Chosen leading() {
      return chosen.get(0);
    }

    /** The columns of the other ones, which each item is compared by. */
    List<String> others() {
      return chosen.stream().skip(1).map(Chosen::column).toList();
    }
  }

  /** Looks up what can be. */
  Parts parts(Selection wanted) {
    List<Chosen> chosen = new ArrayList<>();
    Set<Selection.Far> met = new HashSet<>();
    for (Selection.Far each : wanted.far()) {
      ids(wanted.view(), each)
          .ifPresent(
              ids -> {
                chosen.add(new Chosen(each.column(wanted.view()), ids));
                met.add(each);
              });
    }
    chosen.sort(Comparator.comparingInt(each -> each.ids().size()));
    return new Parts(wanted.without(met), chosen);
  }

  private Optional<Set<String>> ids(View view, Selection.Far far) {
    if (far.isName()) {
      return named(view, far, IDS_MOST);
    }
    return far.isByOneColumn() ? items(far.there()) : Optional.empty();
  }

  /** The ids of items with a text in a name; nothing when they are more than so many. */
  Optional<Set<String>> named(View view, Selection.Far name, int most) {
    Set<String> ids = layout.words().findAll(SearchWords.of(view), name.text(), most + 1, jdbc);
    if (ids.size() > most) {
      return Optional.empty();
    }
    if (SearchWords.isWhole(name.text())) {
      return Optional.of(ids);
    }
    Set<String> compared = new LinkedHashSet<>();
    for (List<String> some : chunks(ids)) {
      Selection those = Selection.all(view).withIdsAndText(some, name.path().column(), name.text());
      compared.addAll(
          jdbc.queryForList(those.idsWith(layout, List.of()), String.class, those.values()));
    }
    return Optional.of(compared);
  }

  /** The ids of all items of a selection; nothing when they are too many. */
  private Optional<Set<String>> items(Selection wanted) {
    Parts parts = parts(wanted);
    Selection rest = parts.rest().narrowed(Map.of());
    Set<String> ids = new LinkedHashSet<>();
    if (parts.chosen().isEmpty()) {
      ids.addAll(jdbc.queryForList(rest.ids(layout, IDS_MOST + 1), String.class, rest.values()));
    } else if (!rest.hasConditions()
        && parts.chosen().size() == 1
        && parts.leading().column().equals(Sql.id(wanted.view()))) {
      return Optional.of(parts.leading().ids());
    } else {
      for (List<String> some : chunks(parts.leading().ids())) {
        Selection those = rest.withAmong(parts.leading().column(), some);
        jdbc.query(
            those.idsWith(layout, parts.others()),
            row -> {
              if (meetsOthers(parts, row, 2)) {
                ids.add(row.getString(1));
              }
            },
            those.values());
        if (ids.size() > IDS_MOST) {
          break;
        }
      }
    }
    return ids.size() > IDS_MOST ? Optional.empty() : Optional.of(ids);
  }

  /** Whether a row meets the conditions that do not lead; their columns begin at a place. */
  static boolean meetsOthers(Parts parts, ResultSet row, int place) throws SQLException {
    for (int i = 1; i < parts.chosen().size(); i++) {
      if (!parts.chosen().get(i).ids().contains(row.getString(place + i - 1))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Ids in portions of one statement each, filled up with their last one, so that there are two
   * statements and no more.
   */
  static List<List<String>> chunks(Set<String> ids) {
    List<String> all = List.copyOf(ids);
    List<List<String>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += IDS_A_QUERY) {
      List<String> some =
          new ArrayList<>(all.subList(from, Math.min(all.size(), from + IDS_A_QUERY)));
      int size = some.size() <= FEW ? FEW : IDS_A_QUERY;
      some.addAll(Collections.nCopies(size - some.size(), some.get(some.size() - 1)));
      chunks.add(some);
    }
    return chunks;
  }
}
