// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.fuzz;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws values: as described, at the edge of it, and beyond. */
final class Drawn {
  /** What has broken programs before, each for a reason of its own. */
  static final List<String> STRANGE =
      List.of(
          "",
          " ",
          "\u0000",
          "\r\nSet-Cookie: a=b",
          "'",
          "' OR '1'='1",
          "\";--",
          "%",
          "_",
          "%00",
          "..",
          "../../../../etc/passwd",
          "..%2f..%2f",
          "${jndi:ldap://127.0.0.1/x}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "=1+1",
          "-1",
          "0",
          "+1",
          "1e999",
          "NaN",
          "Infinity",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "99999999999999999999999999999999",
          "0.1",
          "1,2",
          "0x10",
          "true",
          "null",
          "[]",
          "{}",
          "１２３",
          "草原",
          "\u202E\u202D",
          "\uD800",
          "\uFFFE",
          "e\u0301",
          "ı",
          "2026-02-30",
          "9999-12-31",
          "0000-00-00",
          "2026-01-01T00:00:00Z",
          "CN-GCS-000000-00000000-0000-000",
          "00000000-0000-0000-0000-000000000000",
          "A".repeat(300),
          "A".repeat(301),
          "A".repeat(5_000),
          "草".repeat(300),
          "((((((((((((((((((((((a+)+)+)+)+)+)+)+)+)+)+)");

  private static final int DEPTH_MOST = 12;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Description description;
  private final Known known;
  private final Random random;

  Drawn(Description description, Known known, Random random) {
    this.description = description;
    this.known = known;
    this.random = random;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  int number(int most) {
    return random.nextInt(most);
  }

  String strange() {
    return of(STRANGE);
  }

  /** A text for a part of an address: as a rule what is meant, now and then what is not. */
  String text(String name, JsonNode schema) {
    if (chance(15)) {
      return strange();
    }
    if (chance(5)) {
      return known.any(random).orElse("x");
    }
    JsonNode value = value(name, schema, 0);
    return value.isValueNode() ? value.asString() : value.toString();
  }

  /** A value as a schema has it, at times at its edges. */
  JsonNode value(String name, JsonNode named, int depth) {
    JsonNode schema = description.resolved(named);
    if (schema.has("enum")) {
      return of(schema.path("enum").valueStream().toList());
    }
    for (String word : new String[] {"oneOf", "anyOf"}) {
      if (schema.has(word)) {
        return value(name, of(schema.path(word).valueStream().toList()), depth);
      }
    }
    JsonNode type = schema.path("type");
    return switch (type.isArray() ? type.path(0).asString("") : type.asString("")) {
      case "object" -> object(schema, depth);
      case "array" -> array(name, schema, depth);
      case "integer", "number" -> number(name, schema);
      case "boolean" -> JSON.booleanNode(chance(50));
      default -> text(name, schema, schema.path("pattern").asString(""));
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    for (var property : schema.path("properties").properties()) {
      boolean isWanted = depth < DEPTH_MOST && chance(40);
      if (required.contains(property.getKey()) || isWanted) {
        object.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
      }
    }
    return object;
  }

  private ArrayNode array(String name, JsonNode schema, int depth) {
    ArrayNode array = JSON.arrayNode();
    long least = schema.path("minItems").asLong(0);
    long most = Math.min(schema.path("maxItems").asLong(3), least + (depth < DEPTH_MOST ? 3 : 0));
    long size = least + number((int) (most - least) + 1);
    for (long i = 0; i < size; i++) {
      array.add(value(name, schema.path("items"), depth + 1));
    }
    return array;
  }

  private JsonNode number(String name, JsonNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(1_000_000);
    return switch (number(6)) {
      case 0 -> JSON.numberNode(least);
      case 1 -> JSON.numberNode(most);
      case 2, 3 ->
          known
              .one(name, "^[0-9]{1,9}$", random)
              .<JsonNode>map(text -> JSON.numberNode(Long.parseLong(text)))
              .orElseGet(() -> JSON.numberNode(least));
      default -> JSON.numberNode(least + (long) (random.nextDouble() * (most - least)));
    };
  }

  private JsonNode text(String name, JsonNode schema, String pattern) {
    if (schema.path("format").asString("").equals("date")) {
      return JSON.stringNode(
          chance(10)
              ? of(List.of("1900-01-01", "2199-12-31"))
              : LocalDate.of(2020, 1, 1).plusDays(number(3_000)).toString());
    }
    long most = Math.min(schema.path("maxLength").asLong(40), 1_000);
    if (pattern.isEmpty() && chance(20)) {
      return JSON.stringNode("草".repeat((int) (chance(50) ? most : 1)));
    }
    return JSON.stringNode(
        known
            .one(name, pattern, random)
            .or(() -> schema.optional("example").map(JsonNode::asString))
            .orElse("x"));
  }

  /** A JSON text that was right and has one thing in it that is not. */
  String broken(JsonNode right) {
    String text = right.toString();
    return switch (number(10)) {
      case 0 -> text.substring(0, number(text.length() + 1));
      case 1 -> text + strange();
      case 2 -> "[".repeat(3_000);
      case 3 -> "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
      case 4 ->
          of(List.of("null", "1", "\"\"", "[]", "{}", "", "\uFEFF{}", "tru", "{\"a\":1,\"a\":2}"));
      default -> changed(right).toString();
    };
  }

  /** The same with one place changed. */
  JsonNode changed(JsonNode right) {
    JsonNode copy = right.deepCopy();
    List<JsonNode> containers = new ArrayList<>();
    containers(copy, containers);
    if (containers.isEmpty()) {
      return other();
    }
    JsonNode where = of(containers);
    if (where instanceof ObjectNode object) {
      List<String> names = new ArrayList<>(object.propertyNames());
      if (names.isEmpty() || chance(10)) {
        object.set(chance(50) ? "unknown" : strange(), other());
      } else if (chance(20)) {
        object.remove(of(names));
      } else {
        object.set(of(names), other());
      }
    } else if (where instanceof ArrayNode array) {
      if (array.isEmpty() || chance(30)) {
        array.add(array.isEmpty() || chance(50) ? other() : array.get(0).deepCopy());
      } else if (chance(30)) {
        array.remove(number(array.size()));
      } else {
        array.set(number(array.size()), other());
      }
    }
    return copy;
  }

  private static void containers(JsonNode value, List<JsonNode> found) {
    if (value.isContainer()) {
      found.add(value);
      StreamSupport.stream(value.spliterator(), false).forEach(each -> containers(each, found));
    }
  }

  private JsonNode other() {
    return switch (number(9)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(true);
      case 2 -> JSON.numberNode(of(List.of(0L, -1L, 1L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53)));
      case 3 -> JSON.numberNode(0.5);
      case 4 -> JSON.arrayNode();
      case 5 -> JSON.objectNode();
      case 6 -> JSON.stringNode(known.any(random).orElse("x"));
      default -> JSON.stringNode(strange());
    };
  }
}
