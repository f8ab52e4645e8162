// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where credits are, summed over classes of them: how many are held, withheld, retired for which
 * purpose, cancelled. Never by holder: frozen and offered credits are held here, as everywhere
 * where everybody may look.
 */
public final class ClassTotals {
  /** Classes that one answer has: every county of a country, and more than there are projects. */
  public static final int CLASSES_MOST = 5_000;

  private static final int QUERY_SECONDS_MOST = 15;

  private static final View BATCHES = CreditViews.BATCHES;

  /** By what credits are classed. */
  public enum By {
    /** The first two digits of the division. */
    PROVINCE("region"),
    /** The division of the project. */
    REGION("region"),
    /** The year in which the tonnes arose. */
    VINTAGE("vintage"),
    /** The id of the methodology. */
    METHODOLOGY("methodology"),
    /** The number of the project. */
    PROJECT("projectNumber");

    private final String column;

    By(String column) {
      this.column = column;
    }

    private String sql() {
      String own = "b." + Sql.name(BATCHES.column(column));
      return switch (this) {
        case PROVINCE -> "SUBSTRING(" + own + " FROM 1 FOR 2) || '0000'";
        case VINTAGE -> "CAST(" + own + " AS varchar)";
        // Ids are stored in the form in which they are searched.
        case METHODOLOGY -> "UPPER(" + own + ")";
        case REGION, PROJECT -> own;
      };
    }
  }

  /**
   * The credits of one class.
   *
   * @param name the class
   * @param issued all of them
   * @param held those at holders' disposal, frozen or offered ones among them
   * @param buffered those withheld against reversal
   * @param retired those used up
   * @param cancelled those taken out of existence
   * @param retiredFor the retired ones by purpose
   */
  public record Total(
      String name,
      long issued,
      long held,
      long buffered,
      long retired,
      long cancelled,
      SortedMap<String, Long> retiredFor) {}

  private final JdbcTemplate jdbc;
  private final Layout layout;

  ClassTotals(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = new JdbcTemplate(jdbc.getDataSource());
    this.jdbc.setQueryTimeout(QUERY_SECONDS_MOST);
    this.layout = layout;
  }

  /**
   * The classes in their order; nothing when there are more than one answer has.
   *
   * @param filters columns of batches with the value that each is to have; a division stands for
   *     those in it
   */
  public Optional<List<Total>> by(By by, Map<Column, Object> filters) {
    Selection batches = Selection.of(BATCHES);
    filters.forEach(batches::with);
    String which = batches.conditions(layout);
    Object[] values = batches.values();
    Map<String, Map<String, Long>> kinds = new TreeMap<>();
    sums(
        "SELECT "
            + by.sql()
            + ", s.kind, SUM(s.quantity) FROM "
            + layout.movements().accountTotal()
            + " s JOIN "
            + which
            + " ON b.id = s.asset GROUP BY "
            + by.sql()
            + ", s.kind",
        values,
        kinds);
    if (kinds.size() > CLASSES_MOST) {
      return Optional.empty();
    }
    Map<String, Map<String, Long>> purposes = new TreeMap<>();
    sums(
        "SELECT "
            + by.sql()
            + ", s.purpose, SUM(s.quantity) FROM "
            + layout.movements().retiredTotal()
            + " s JOIN "
            + which
            + " ON b.id = s.asset GROUP BY "
            + by.sql()
            + ", s.purpose",
        values,
        purposes);
    List<Total> totals = new ArrayList<>();
    kinds.forEach(
        (name, sums) -> totals.add(total(name, sums, purposes.getOrDefault(name, Map.of()))));
    return Optional.of(totals);
  }

  private void sums(String query, Object[] values, Map<String, Map<String, Long>> into) {
    jdbc.query(
        query,
        row -> {
          into.computeIfAbsent(row.getString(1), any -> new LinkedHashMap<>())
              .put(row.getString(2), row.getLong(3));
        },
        values);
  }

  private static Total total(String name, Map<String, Long> kinds, Map<String, Long> purposes) {
    return new Total(
        name,
        -of(kinds, Account.Kind.ISSUANCE),
        of(kinds, Account.Kind.HELD)
            + of(kinds, Account.Kind.FROZEN)
            + of(kinds, Account.Kind.ESCROW),
        of(kinds, Account.Kind.BUFFER),
        of(kinds, Account.Kind.RETIRED),
        of(kinds, Account.Kind.CANCELLED),
        new TreeMap<>(purposes));
  }

  private static long of(Map<String, Long> kinds, Account.Kind kind) {
    return kinds.getOrDefault(kind.text(), 0L);
  }
}
