// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.Optional;
import java.util.function.Function;
import org.grasslandcarbon.domain.ledger.Account;
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
   * Whether a list of a record that it refers to has this record's id.
   *
   * @param name the member's name
   * @param path the column with the list
   */
  record Listed(String name, Path path) implements Member {}

  /**
   * How many credits are in accounts of a kind: of this batch, or of all batches that name this
   * record.
   *
   * @param name the member's name
   * @param kind the kind of account
   * @param over the batches' view and the column that names this record; absent for a batch itself
   */
  record Total(String name, Account.Kind kind, Optional<Over> over) implements Member {}

  /**
   * The sum of a column over all records of a view that name this record.
   *
   * @param name the member's name
   * @param over those records
   * @param column what is added up
   */
  record Sum(String name, Over over, Column column) implements Member {}

  /**
   * Something that the record itself says in other words.
   *
   * @param name the member's name
   * @param reading its value
   */
  record Computed(String name, Function<JsonNode, JsonNode> reading) implements Member {}

  /**
   * The records of another view that name this one.
   *
   * @param view the other view
   * @param column its column with this record's id
   */
  record Over(View view, Column column) {}
}
