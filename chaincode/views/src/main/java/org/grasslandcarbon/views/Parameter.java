// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.Name;

/**
 * Something that a list can be asked for.
 *
 * @param name the parameter's name
 * @param means what it does, in both languages
 * @param sort how its value is compared
 * @param choices the columns: the first whose form the value has
 */
public record Parameter(String name, Name means, Sort sort, List<Choice> choices) {

  /** How a parameter's value is compared with a column. */
  public enum Sort {
    /** As the column says. */
    VALUE,
    /** The day, or a later one. */
    FROM_DAY,
    /** The day, or an earlier one. */
    TO_DAY
  }

  /**
   * A column for values of a form: a project is named by its id or by its number.
   *
   * @param form the form; absent for all others
   * @param path the column
   */
  public record Choice(Optional<Pattern> form, Path path) {}

  public Parameter {
    choices = List.copyOf(choices);
  }

  /** The column that a value asks for. */
  public Path path(String value) {
    return choices.stream()
        .filter(each -> each.form().map(form -> form.matcher(value).matches()).orElse(true))
        .findFirst()
        .orElseThrow()
        .path();
  }

  /** Whether a text is asked for that names have a part of. */
  public boolean isPartOfName() {
    return choices.stream()
        .anyMatch(each -> each.path().column().match() == Column.Match.CONTAINING);
  }

  /** What a person writes: the last choice's, which is the general one. */
  public Class<?> type() {
    return choices.size() > 1 ? String.class : choices.get(0).path().column().type();
  }
}
