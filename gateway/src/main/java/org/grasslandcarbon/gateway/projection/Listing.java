// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a list's items come from: a record as stored, or no record, and members computed beside it.
 * Items are in the order in which they came to the ledger, or the newest first.
 */
public final class Listing {
  private final String from;
  private final String record;
  private final String seq;
  private final boolean newestFirst;
  private final List<Member> members = new ArrayList<>();

  /**
   * A member that is not in the record.
   *
   * @param name its name; {@code totals.held} is {@code held} in the object {@code totals}
   * @param expression SQL
   */
  record Member(String name, String expression) {}

  private Listing(String from, String record, String seq, boolean newestFirst) {
    this.from = from;
    this.record = record;
    this.seq = seq;
    this.newestFirst = newestFirst;
  }

  /** The records of a table; SQL may name its columns with the table's name before them. */
  public static Listing of(RecordTable table) {
    return new Listing(table.name(), table.name() + ".json", table.name() + ".seq", false);
  }

  /** The records of a table, joined with others. */
  public static Listing of(RecordTable table, String joins) {
    return new Listing(
        table.name() + " " + joins, table.name() + ".json", table.name() + ".seq", false);
  }

  /** Rows of a table that are no records. */
  public static Listing rows(String from, String seq) {
    return new Listing(from, "CAST(NULL AS varchar)", seq, false);
  }

  /** The same list, the newest first. */
  public Listing newestFirst() {
    Listing reversed = new Listing(from, record, seq, true);
    reversed.members.addAll(members);
    return reversed;
  }

  /** Adds a member. */
  public Listing with(String name, String expression) {
    members.add(new Member(name, expression));
    return this;
  }

  List<Member> members() {
    return members;
  }

  String count(Filter filter) {
    return "SELECT COUNT(*) FROM " + from + filter.where();
  }

  String select(Filter filter) {
    return "SELECT "
        + seq
        + ", "
        + record
        + members.stream().map(m -> ", " + m.expression()).collect(Collectors.joining())
        + " FROM "
        + from
        + filter.where()
        + " ORDER BY "
        + seq
        + (newestFirst ? " DESC" : "");
  }

  Filter after(Filter filter, long position) {
    return filter.copy().and(seq + (newestFirst ? " < ?" : " > ?"), position);
  }
}
