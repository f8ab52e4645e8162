// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * In JSON {@code 1}, {@code 1.0} and {@code 1e0} are one number: JSON Schema takes each for an
 * integer, and some languages write nothing but the second. A tree in which whole numbers are
 * written as such is read by types that would take {@code 1.0} for a fraction.
 */
final class WholeNumbers {
  /** Digits of the largest {@code long}. */
  private static final int DIGITS_MOST = 19;

  private WholeNumbers() {}

  /** The tree itself when it has nothing to rewrite, else a copy. */
  static JsonNode in(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      ObjectNode copy = null;
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        JsonNode value = in(member.getValue());
        if (value != member.getValue()) {
          copy = copy == null ? object.objectNode().setAll(object) : copy;
          copy.set(member.getKey(), value);
        }
      }
      return copy == null ? tree : copy;
    }
    if (tree instanceof ArrayNode array) {
      ArrayNode copy = null;
      for (int i = 0; i < array.size(); i++) {
        JsonNode value = in(array.get(i));
        if (value != array.get(i)) {
          copy = copy == null ? array.arrayNode().addAll(array) : copy;
          copy.set(i, value);
        }
      }
      return copy == null ? tree : copy;
    }
    return tree.isNumber() && !tree.isIntegralNumber() ? number(tree) : tree;
  }

  private static JsonNode number(JsonNode node) {
    BigDecimal number = node.decimalValue();
    // A huge exponent is looked at without writing the number out.
    boolean small = (long) number.precision() - number.scale() <= DIGITS_MOST;
    BigDecimal plain = small ? number.stripTrailingZeros() : number;
    if (!small || plain.scale() > 0) {
      return node;
    }
    try {
      return JsonNodeFactory.instance.numberNode(plain.longValueExact());
    } catch (ArithmeticException tooLarge) {
      return node;
    }
  }
}
