// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema (2020-12) of a record, made from the same declarations that the codec and {@link
 * Shape} hold it to, so that the two cannot drift apart.
 *
 * <p>A value's form is its class's {@code PATTERN} or {@code MAXIMUM}; a text member's is the
 * constant {@code MEMBER_PATTERN} of its record; limits come from {@link Most}, {@link Least},
 * {@link Distinct} and {@link OneOf}, meanings from {@link Means}. A record whose JSON is not its
 * components says what it is in a constant {@code SCHEMA}. What a schema accepts may still be
 * refused, where members depend on each other.
 */
public final class JsonSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonSchema() {}

  /** The schema of a record: an object with exactly its components as members. */
  public static ObjectNode of(Class<? extends Record> type) {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JSON.arrayNode();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.set(component.getName(), member(component));
      if (component.getType() != Optional.class) {
        required.add(component.getName());
      }
    }
    schema.set("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** The schema of a single value, e.g. an id. */
  public static ObjectNode ofType(Class<?> type) {
    return ofType(type, Limits.NONE);
  }

  private static JsonNode member(RecordComponent component) {
    Limits limits = Limits.of(component);
    ObjectNode schema = ofType(component.getGenericType(), limits);
    Means means = component.getAnnotation(Means.class);
    if (means != null) {
      schema.put("description", means.zh() + " / " + means.en());
    }
    return schema;
  }

  private static ObjectNode ofType(Type type, Limits limits) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, limits);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return text(limits);
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return typed("boolean");
    }
    if (plain == int.class || plain == Integer.class) {
      return typed("integer")
          .put("minimum", limits.least().orElse(Integer.MIN_VALUE))
          .put("maximum", limits.most().orElse(Integer.MAX_VALUE));
    }
    if (plain == long.class || plain == Long.class) {
      return typed("integer").put("minimum", Long.MIN_VALUE).put("maximum", Long.MAX_VALUE);
    }
    if (plain == double.class || plain == BigDecimal.class) {
      return typed("number");
    }
    if (plain == LocalDate.class) {
      return typed("string").put("format", "date").put("pattern", whole(IsoTimes.DATE_PATTERN));
    }
    if (plain == Instant.class) {
      return typed("string")
          .put("format", "date-time")
          .put("pattern", whole(IsoTimes.TIME_PATTERN));
    }
    if (JsonNode.class.isAssignableFrom(plain)) {
      return JSON.objectNode();
    }
    if (plain.isEnum()) {
      ObjectNode schema = typed("string");
      ArrayNode names = schema.putArray("enum");
      Arrays.stream(plain.getEnumConstants())
          .map(Object::toString)
          .filter(name -> limits.names().isEmpty() || limits.names().contains(name))
          .forEach(names::add);
      return schema;
    }
    if (plain.isRecord()) {
      return ofRecord(plain.asSubclass(Record.class), limits);
    }
    throw new IllegalStateException("no schema for " + type.getTypeName());
  }

  private static ObjectNode ofGeneric(ParameterizedType type, Limits limits) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return ofType(arguments[0], limits);
    }
    if (type.getRawType() == List.class) {
      ObjectNode schema = typed("array");
      limits.least().ifPresent(least -> schema.put("minItems", least));
      limits.most().ifPresent(most -> schema.put("maxItems", most));
      if (limits.distinct()) {
        schema.put("uniqueItems", true);
      }
      schema.set("items", ofType(arguments[0], limits.ofElements()));
      return schema;
    }
    if (type.getRawType() == Map.class && arguments[0] == String.class) {
      ObjectNode schema = typed("object");
      schema.set("additionalProperties", ofType(arguments[1], limits.ofElements()));
      return schema;
    }
    throw new IllegalStateException("no schema for " + type.getTypeName());
  }

  /** What a type that is not an object in JSON is written as: a text, a number, a list. */
  static Optional<Type> writtenAs(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.isAnnotationPresent(JsonValue.class))
        .findFirst()
        .map(Method::getGenericReturnType);
  }

  private static ObjectNode ofRecord(Class<? extends Record> type, Limits limits) {
    Optional<String> own = constant(type, "SCHEMA", String.class);
    if (own.isPresent()) {
      return (ObjectNode) Codec.readTree(own.get().getBytes(StandardCharsets.UTF_8));
    }
    return Arrays.stream(type.getMethods())
        .filter(method -> method.isAnnotationPresent(JsonValue.class))
        .findFirst()
        .map(method -> ofValue(type, method, limits))
        .orElseGet(() -> of(type));
  }

  /** A value is written as what its {@link JsonValue} method answers. */
  private static ObjectNode ofValue(Class<?> type, Method jsonValue, Limits limits) {
    if (jsonValue.getReturnType() == long.class) {
      return typed("integer")
          .put("minimum", limits.least().orElse(0))
          .put("maximum", constant(type, "MAXIMUM", Long.class).orElseThrow());
    }
    if (jsonValue.getReturnType() == String.class) {
      String pattern =
          limits.pattern().or(() -> constant(type, "PATTERN", String.class)).orElseThrow();
      return typed("string").put("pattern", whole(pattern));
    }
    return ofType(jsonValue.getGenericReturnType(), Limits.NONE);
  }

  private static ObjectNode text(Limits limits) {
    ObjectNode schema = typed("string");
    limits.most().ifPresent(most -> schema.put("minLength", 1).put("maxLength", most));
    return schema.put("pattern", limits.pattern().map(JsonSchema::whole).orElse(TextPattern.TEXT));
  }

  private static String whole(String pattern) {
    return "^(?:" + pattern + ")$";
  }

  private static ObjectNode typed(String type) {
    return JSON.objectNode().put("type", type);
  }

  private static String upperSnake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  private static <T> Optional<T> constant(Class<?> type, String name, Class<T> kind) {
    for (Field field : type.getDeclaredFields()) {
      if (field.getName().equals(name) && Modifier.isStatic(field.getModifiers())) {
        try {
          field.setAccessible(true);
          return Optional.of(kind.cast(field.get(null)));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(field + " cannot be read", e);
        }
      }
    }
    return Optional.empty();
  }

  /** What a member declares about itself or, one level down, about its elements. */
  private record Limits(
      Optional<Integer> most,
      Optional<Integer> each,
      Optional<String> pattern,
      Optional<Integer> least,
      boolean distinct,
      List<String> names) {
    static final Limits NONE =
        new Limits(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of());

    static Limits of(RecordComponent component) {
      Class<?> owner = component.getDeclaringRecord();
      Most most = component.getAnnotation(Most.class);
      Least least = component.getAnnotation(Least.class);
      OneOf names = component.getAnnotation(OneOf.class);
      return new Limits(
          most == null ? constant(owner, "MOST", Integer.class) : Optional.of(most.value()),
          most == null || most.each() == 0 ? Optional.empty() : Optional.of(most.each()),
          constant(owner, upperSnake(component.getName()) + "_PATTERN", String.class),
          Optional.ofNullable(least).map(Least::value),
          component.isAnnotationPresent(Distinct.class),
          names == null ? List.of() : List.of(names.value()));
    }

    Limits ofElements() {
      return new Limits(each, Optional.empty(), pattern, Optional.empty(), false, names);
    }
  }
}
