// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.RecordType;
import tools.jackson.databind.JsonNode;

/** Something that an answer adds to the record. */
public sealed interface Member {
  /** Its name; {@code totals.held} is {@code held} in the object {@code totals}. */
  String name();

  /**
   * A column of the view or of a record that it refers to.
   *
   * @param name the member's name
   * @param path the column
   */
  record Told(String name, Path path) implements Member {}

  /**
   * A column of its own, told when its day is over and absent before.
   *
   * @param name the member's name
   * @param column the column
   * @param day while which day is open
   */
  record Later(String name, Column column, OpenDay day) implements Member {}

  /**
   * Whether a list of a record that it refers to has this record's id.
   *
   * @param name the member's name
   * @param path the column with the list
   */
  record Listed(String name, Path path) implements Member {}

  /**
   * How many credits are in accounts of some kinds: of this batch, or of all batches that name this
   * record.
   *
   * @param name the member's name
   * @param kinds the kinds of accounts
   * @param over the batches' view and the column that names this record; absent for a batch itself
   */
  record Total(String name, List<Account.Kind> kinds, Optional<Over> over) implements Member {
    public Total {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * The sum of a column over all records of a view that name this record.
   *
   * @param name the member's name
   * @param over those records
   * @param summed the column that is added up
   */
  record Sum(String name, Over over, String summed) implements Member {
    /** The column that is added up. */
    public Column column() {
      return over.view().column(summed);
    }
  }

  /**
   * Something that the record itself says in other words.
   *
   * @param name the member's name
   * @param reading its value
   */
  record Computed(String name, Function<JsonNode, JsonNode> reading) implements Member {}

  /**
   * The last day of some working days that begin on a day, or on that of an instant in Beijing
   * time, by the published calendars; absent while one of them is not published.
   *
   * @param name the member's name
   * @param begin where in the record the day or the instant is
   * @param count where in the record the number of days is
   */
  record LastDay(String name, String begin, String count) implements Member {}

  /**
   * The records of another view that name this one. The view is looked up by its records, so that
   * two views can tell of each other.
   *
   * @param records the type of the other view's records
   * @param name its column with this record's id
   */
  record Over(RecordType<?> records, String name) {
    /** The other view. */
    public View view() {
      return Views.of(records).orElseThrow();
    }

    /** The column. */
    public Column column() {
      return view().column(name);
    }
  }
}
