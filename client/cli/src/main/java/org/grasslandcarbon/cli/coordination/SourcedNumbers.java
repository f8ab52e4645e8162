// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.coordination;

import tools.jackson.databind.JsonNode;

/** Numbers that are told with what they come from, or with why there is none. */
final class SourcedNumbers {
  private SourcedNumbers() {}

  /** The number of a name, or why there is none. */
  static String of(JsonNode row, String name) {
    return shown(row.path("numbers").path(name));
  }

  /** A number, or why there is none. */
  static String shown(JsonNode number) {
    return number.path("value").asString(number.path("missing").asString(""));
  }

  static String text(JsonNode of, String pointer) {
    return of.at(pointer).asString("");
  }
}
