// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.util.ArrayList;
import java.util.List;

/** What was seen while a scenario was played, line by line, in names that do not vary. */
final class Transcript {
  private final Names names;
  private final List<String> lines = new ArrayList<>();

  Transcript(Names names) {
    this.names = names;
  }

  /** Adds a text of one or more lines; characters that cannot be seen are written as escapes. */
  synchronized void add(String indent, String text) {
    // Go's protobuf library puts a no-break space into some of its messages, or does not, by
    // chance.
    for (String line : names.apply(text.replace('\u00a0', ' ')).split("\n", -1)) {
      lines.add((indent + visible(line)).stripTrailing());
    }
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isISOControl(point) || !Character.isDefined(point)) {
                visible.append(String.format("\\u%04x", point));
              } else {
                visible.appendCodePoint(point);
              }
            });
    return visible.toString();
  }
}
