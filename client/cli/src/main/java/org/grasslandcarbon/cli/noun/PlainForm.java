// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Name;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A value that is one text, number or truth value in JSON; the domain's own class decides whether
 * it is right.
 *
 * @param type the class
 * @param json what it is in JSON
 */
record PlainForm(Class<?> type, Json json) implements Form {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What a value is in JSON. */
  enum Json {
    TEXT,
    NUMBER,
    TRUTH
  }

  /** The form of a class whose values are plain; empty for all others. */
  static Optional<Form> of(Class<?> type) {
    return json(type).map(json -> new PlainForm(type, json));
  }

  private static Optional<Json> json(Class<?> type) {
    if (type == String.class || type == LocalDate.class || type == Instant.class) {
      return Optional.of(Json.TEXT);
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return Optional.of(Json.NUMBER);
    }
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(Json.TRUTH);
    }
    return jsonValue(type)
        .map(Method::getReturnType)
        .flatMap(
            written ->
                written == String.class
                    ? Optional.of(Json.TEXT)
                    : written == long.class ? Optional.of(Json.NUMBER) : Optional.empty());
  }

  /** The method whose result is the value's JSON, where a class has one. */
  static Optional<Method> jsonValue(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(JsonValue.class))
        .findFirst();
  }

  @Override
  public String label() {
    if (json == Json.TRUTH) {
      return "true|false";
    }
    String name = boxed().getSimpleName();
    return switch (name) {
      case "String" -> "TEXT";
      case "LocalDate" -> "DATE";
      case "Instant" -> "TIME";
      case "Integer", "Long", "Decimal" -> "NUMBER";
      case "InstructionId" -> "UUID";
      default -> Words.hyphenated(name.replaceAll("(Id|Code)$", "")).toUpperCase(Locale.ROOT);
    };
  }

  private Class<?> boxed() {
    return MethodType.methodType(type).wrap().returnType();
  }

  @Override
  public Name accepted() {
    return Labels.form(boxed().getSimpleName());
  }

  @Override
  public boolean isWithoutCommas() {
    return type != String.class;
  }

  @Override
  public JsonNode read(String text, Session session) {
    JsonNode node =
        switch (json) {
          case TEXT -> NODES.stringNode(text);
          case NUMBER -> NODES.numberNode(Long.parseLong(text.strip()));
          case TRUTH -> truth(text.strip());
        };
    if (type == String.class) {
      return node;
    }
    try {
      return Codec.tree(Codec.convert(node, type));
    } catch (RegistryException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonNode truth(String text) {
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw new IllegalArgumentException(text);
    }
    return NODES.booleanNode(text.equalsIgnoreCase("true"));
  }

  @Override
  public String write(JsonNode value) {
    return value.asString();
  }
}
