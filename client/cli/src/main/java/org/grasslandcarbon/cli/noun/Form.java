// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.List;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.domain.value.Name;
import tools.jackson.databind.JsonNode;

/** How a person writes one value on a command line, and what it is in an instruction. */
interface Form {

  /** What stands for a value in help, e.g. {@code DATE}. */
  String label();

  /** What is accepted, to follow "should be" in a sentence. */
  Name accepted();

  /** Particulars below an option's help: what there is to choose from, what a value is made of. */
  default List<Name> details() {
    return List.of();
  }

  /** Whether a value has no commas, so that several may stand with commas between. */
  default boolean isWithoutCommas() {
    return false;
  }

  /**
   * The value that a text means; of a list also several of them, as an array.
   *
   * @throws IllegalArgumentException when it is not of the form
   */
  JsonNode read(String text, Session session);

  /** A value as a text that {@link #read} understands. */
  String write(JsonNode value);

  /**
   * A value as an example shows it to people.
   *
   * @param member what the value is called
   */
  default String shown(String member, JsonNode value) {
    return write(value);
  }
}
