// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What answers have named so far. A request with an id that there is goes where the work is done; a
 * made-up one ends at the door.
 */
final class Known {
  /** Of one name and altogether: enough to choose from, and no list that grows. */
  private static final int EACH_MOST = 60;

  private static final int TEXT_MOST = 120;

  private final Map<String, Set<String>> byName = new HashMap<>();

  /** Takes notice of all texts and numbers of an answer, by the names of their members. */
  void learn(JsonNode answer) {
    learn("", answer);
  }

  private void learn(String name, JsonNode value) {
    if (value.isObject()) {
      value.properties().forEach(each -> learn(each.getKey(), each.getValue()));
    } else if (value.isArray()) {
      value.forEach(each -> learn(name, each));
    } else if ((value.isString() || value.isIntegralNumber())
        && !value.asString().isEmpty()
        && value.asString().length() <= TEXT_MOST) {
      learn(name, value.asString());
    }
  }

  /** Takes notice of a value. */
  void learn(String name, String value) {
    Set<String> values = byName.computeIfAbsent(name, any -> new LinkedHashSet<>());
    if (values.size() < EACH_MOST) {
      values.add(value);
    }
  }

  /** Something of a name; where nothing is called so, of a form. */
  Optional<String> one(String name, String pattern, Random random) {
    List<String> fitting = new ArrayList<>(fitting(byName.getOrDefault(name, Set.of()), pattern));
    if (fitting.isEmpty() && !pattern.isEmpty()) {
      byName.values().forEach(values -> fitting.addAll(fitting(values, pattern)));
      // The order of a hash is no order, and the next run is to draw the same.
      fitting.sort(null);
    }
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting.get(random.nextInt(fitting.size())));
  }

  /** Anything. */
  Optional<String> any(Random random) {
    List<String> names = byName.keySet().stream().sorted().toList();
    return names.isEmpty()
        ? Optional.empty()
        : one(names.get(random.nextInt(names.size())), "", random);
  }

  private static List<String> fitting(Set<String> values, String pattern) {
    if (pattern.isEmpty()) {
      return List.copyOf(values);
    }
    Pattern form = Pattern.compile(pattern);
    return values.stream().filter(value -> form.matcher(value).find()).toList();
  }
}
