// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Holds a value against a schema, by the words of JSON Schema that the description uses. */
final class SchemaFaults {
  /** One fault says enough of a value; a few more say of which kind it is. */
  private static final int FAULTS_MOST = 5;

  private final Description description;
  private final List<String> faults = new ArrayList<>();

  private SchemaFaults(Description description) {
    this.description = description;
  }

  /** What is wrong with a value, each with its place; nothing when it is as described. */
  static List<String> of(Description description, JsonNode schema, JsonNode value) {
    SchemaFaults found = new SchemaFaults(description);
    found.check(schema, value, "");
    return found.faults;
  }

  private void add(String place, String fault) {
    if (faults.size() < FAULTS_MOST) {
      faults.add((place.isEmpty() ? "/" : place) + " " + fault);
    }
  }

  private void check(JsonNode named, JsonNode value, String place) {
    JsonNode schema = description.resolved(named);
    if (schema.isMissingNode()) {
      add(place, "has no schema: " + named);
      return;
    }
    if (schema.has("type") && !isOfType(schema.path("type"), value)) {
      add(place, "is " + value.getNodeType() + " and not " + schema.path("type"));
      return;
    }
    if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
      add(place, "is none of " + schema.path("enum"));
    }
    alternatives(schema, value, place);
    if (value.isObject()) {
      members(schema, value, place);
    } else if (value.isArray()) {
      elements(schema, value, place);
    } else if (value.isString()) {
      text(schema, value.asString(), place);
    } else if (value.isNumber()) {
      number(schema, value, place);
    }
  }

  private void alternatives(JsonNode schema, JsonNode value, String place) {
    for (String word : new String[] {"oneOf", "anyOf"}) {
      boolean fits =
          schema.path(word).isMissingNode()
              || schema
                  .path(word)
                  .valueStream()
                  .anyMatch(each -> of(description, each, value).isEmpty());
      if (!fits) {
        add(place, "fits none of " + word);
      }
    }
    schema.path("allOf").forEach(each -> check(each, value, place));
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      return type.valueStream().anyMatch(each -> isOfType(each, value));
    }
    return switch (type.asString()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }

  private void members(JsonNode schema, JsonNode value, String place) {
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asString())) {
        add(place, "lacks " + required.asString());
      }
    }
    JsonNode properties = schema.path("properties");
    JsonNode others = schema.path("additionalProperties");
    for (var member : value.properties()) {
      String inner = place + "/" + member.getKey();
      if (properties.has(member.getKey())) {
        check(properties.path(member.getKey()), member.getValue(), inner);
      } else if (others.isBoolean() && !others.asBoolean()) {
        add(inner, "is not described");
      } else if (others.isObject()) {
        check(others, member.getValue(), inner);
      }
    }
  }

  private void elements(JsonNode schema, JsonNode value, String place) {
    if (value.size() > schema.path("maxItems").asLong(Long.MAX_VALUE)
        || value.size() < schema.path("minItems").asLong(0)) {
      add(place, "has " + value.size() + " elements");
    }
    if (schema.has("items")) {
      int i = 0;
      for (JsonNode each : value) {
        check(schema.path("items"), each, place + "/" + i++);
      }
    }
  }

  private void text(JsonNode schema, String text, String place) {
    int length = text.codePointCount(0, text.length());
    if (length > schema.path("maxLength").asLong(Long.MAX_VALUE)
        || length < schema.path("minLength").asLong(0)) {
      add(place, "has " + length + " characters");
    }
    String pattern = schema.path("pattern").asString("");
    if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
      add(place, "does not match " + pattern);
    }
  }

  private void number(JsonNode schema, JsonNode value, String place) {
    if (schema.has("minimum")
            && value.decimalValue().compareTo(schema.path("minimum").decimalValue()) < 0
        || schema.has("maximum")
            && value.decimalValue().compareTo(schema.path("maximum").decimalValue()) > 0) {
      add(place, "is " + value + ", out of its bounds");
    }
  }
}
