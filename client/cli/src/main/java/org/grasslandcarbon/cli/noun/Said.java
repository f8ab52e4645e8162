// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.List;
import org.grasslandcarbon.cli.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An argument, and what a person gave for it.
 *
 * @param argument the argument
 * @param given the option or parameter that stands for it
 */
record Said(Argument argument, Given given) {
  /** An argument under a name of its own, without which nothing says it. */
  static Said option(Argument argument) {
    return new Said(
        argument,
        Given.option(argument.name(), argument.help(), argument.form(), argument.repeatable()));
  }

  /** Puts what was given into arguments, if anything was. */
  void put(ObjectNode arguments, Session session) {
    if (!given.isAbsent()) {
      argument.set(arguments, value(given.values(session)));
    }
  }

  private JsonNode value(List<JsonNode> values) {
    if (!argument.repeatable()) {
      return values.get(0);
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    values.forEach(
        value -> {
          if (value instanceof ArrayNode several) {
            list.addAll(several);
          } else {
            list.add(value);
          }
        });
    return list;
  }

  /** What arguments cannot do without and do not have, as it is typed. */
  static List<String> missing(List<Said> all, JsonNode arguments) {
    return all.stream()
        .filter(each -> each.argument.isMissing(arguments))
        .map(each -> each.given.typed())
        .toList();
  }
}
