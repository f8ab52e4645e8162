// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.Collection;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Name;

/** A column that says what a row is of, rather than what was measured. */
enum KeyColumn {
  STRATUM("stratum", Name.of("分层", "Stratum")),
  YEAR("year", Name.of("年份", "Calendar year")),
  SAMPLE("sample", Name.of("样品编号", "Sample"));

  private final String heading;
  private final Name title;

  KeyColumn(String heading, Name title) {
    this.heading = heading;
    this.title = title;
  }

  Name title() {
    return title;
  }

  String heading() {
    return heading;
  }

  /** The one of several columns that a heading names, in English or Chinese. */
  static Optional<KeyColumn> named(String heading, Collection<KeyColumn> among) {
    return among.stream()
        .filter(each -> each.heading.equalsIgnoreCase(heading) || each.title.zh().equals(heading))
        .findFirst();
  }
}
