// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.views.Parameter;

/** What a view can be asked for, as options. */
final class Filters {
  private Filters() {}

  /** What a person types; a parameter of one letter is no word and is called as its column is. */
  static String option(Parameter parameter) {
    String name =
        parameter.name().length() > 1
            ? parameter.name()
            : parameter.choices().get(0).path().column().name();
    return Words.hyphenated(name);
  }

  static Form form(Parameter parameter) {
    Class<?> type = parameter.sort() == Parameter.Sort.VALUE ? parameter.type() : LocalDate.class;
    return Forms.of(type, parameter.name());
  }

  /** An example that needs no knowledge of the registry. */
  static Optional<String> example(Parameter parameter) {
    Class<?> type = form(parameter) instanceof PlainForm plain ? plain.type() : parameter.type();
    String option = " --" + option(parameter) + " ";
    if (type == RegionCode.class) {
      return Optional.of(option + "150000");
    }
    if (type.isEnum()) {
      return Optional.of(option + type.getEnumConstants()[0]);
    }
    if (type == LocalDate.class) {
      return Optional.of(option + "2025-01-01");
    }
    return type == Boolean.class ? Optional.of(option + "false") : Optional.empty();
  }
}
