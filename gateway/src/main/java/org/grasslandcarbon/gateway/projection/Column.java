// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A column of a table and where its value comes from.
 *
 * @param name the column's name
 * @param type its SQL type, as in a CAST
 * @param value the value in a record; {@code null} when the record has none
 */
record Column(String name, String type, Function<JsonNode, Object> value) {
  static final String TEXT = "varchar";
  static final String LARGE_TEXT = "text";
  static final String NUMBER = "bigint";
  static final String TIME = "timestamp with time zone";
  static final String FLAG = "boolean";
}
