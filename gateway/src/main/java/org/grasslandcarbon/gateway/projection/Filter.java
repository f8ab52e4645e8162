// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.grasslandcarbon.domain.value.RegionCode;

/** The conditions of a list, all of which must hold. Values go to the database as parameters. */
public final class Filter {
  private static final char ESCAPE = '!';

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** A filter that everything passes. */
  public static Filter all() {
    return new Filter();
  }

  /** Adds a condition with its values. */
  public Filter and(String condition, Object... parameters) {
    conditions.add(condition);
    values.addAll(List.of(parameters));
    return this;
  }

  /** Adds a condition when the person who asked has given a value for it. */
  public <T> Filter and(String condition, Optional<T> value, Function<T, Object> parameter) {
    return value.map(given -> and(condition, parameter.apply(given))).orElse(this);
  }

  /** A text column that contains a text, whatever its case. */
  public Filter containing(String column, Optional<String> text) {
    return and(
        column + " LIKE ? ESCAPE '" + ESCAPE + "'",
        text,
        given -> "%" + escaped(given.toLowerCase(Locale.ROOT)) + "%");
  }

  /** A region column that is a division or lies in it. */
  public Filter within(String column, Optional<RegionCode> region) {
    return and(column + " LIKE ?", region.map(Filter::prefix), prefix -> prefix + "%");
  }

  private static String prefix(RegionCode region) {
    String code = region.value();
    if (code.endsWith("0000")) {
      return region.equals(RegionCode.NATION) ? "" : code.substring(0, 2);
    }
    return code.endsWith("00") ? code.substring(0, 4) : code;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '%' || c == '_' || c == ESCAPE) {
        escaped.append(ESCAPE);
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  String where() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  Object[] values() {
    return values.toArray();
  }

  Filter copy() {
    Filter copy = new Filter();
    copy.conditions.addAll(conditions);
    copy.values.addAll(values);
    return copy;
  }
}
