// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The registry's JSON.
 *
 * <p>Reading is strict: unknown, duplicate or missing members, nulls, trailing text and coercions
 * between types are {@code MALFORMED}. Writing is canonical: members in alphabetical order, absent
 * optional members left out, UTF-8, no white space; equal records are equal bytes on every JVM.
 */
public final class Codec {
  /** Deeper than any record of ours (GeoJSON multi-polygons have eight levels). */
  private static final int NESTING_MOST = 20;

  /** No member of an instruction of at most 64 KiB is longer. */
  private static final int STRING_MOST = 4 * 1024 * 1024;

  private static final JsonMapper MAPPER = mapper();

  private Codec() {}

  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(NESTING_MOST)
                    .maxStringLength(STRING_MOST)
                    .maxNumberLength(40)
                    .maxNameLength(200)
                    .build())
            .build();
    return JsonMapper.builder(factory)
        .addModule(new IsoTimes())
        .addModule(new AbsentMembers())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        // The feature above leaves texts out: a number would pass for one.
        .withCoercionConfig(LogicalType.Textual, Codec::refuseAllButTexts)
        .changeDefaultNullHandling(value -> value.withContentNulls(Nulls.FAIL))
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .changeDefaultPropertyInclusion(
            value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
        // A record's members are its components; its isX() methods are not.
        .changeDefaultVisibility(
            checker -> checker.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
        .build();
  }

  private static void refuseAllButTexts(MutableCoercionConfig config) {
    config
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /** Canonical bytes of a record. */
  public static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** Canonical text of a record. */
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * Reads a record.
   *
   * @throws RegistryException {@code MALFORMED}, naming the member at fault
   */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return present(MAPPER.readValue(json, type));
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /**
   * Reads a record from a text.
   *
   * @throws RegistryException {@code MALFORMED}, naming the member at fault
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return present(MAPPER.readValue(json, type));
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /**
   * Reads a record from a tree, e.g. the arguments of an instruction.
   *
   * @throws RegistryException {@code MALFORMED}, naming the member at fault
   */
  public static <T> T convert(JsonNode tree, Class<T> type) {
    try {
      return present(MAPPER.treeToValue(tree, type));
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /** A bare {@code null} is no document. */
  private static <T> T present(T read) {
    RegistryException.require(read != null, ErrorCode.MALFORMED, "null is not a document");
    return read;
  }

  /** A record as a tree, for readers that do not know its type. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Any JSON as a tree.
   *
   * @throws RegistryException {@code MALFORMED}
   */
  public static JsonNode readTree(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private static RegistryException malformed(JacksonException e) {
    String path = e instanceof DatabindException ? path(e) : "";
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String reason;
    if (cause instanceof IllegalArgumentException) {
      reason = cause.getMessage();
    } else if (e.getClass() == InvalidFormatException.class
        || e.getClass() == MismatchedInputException.class) {
      reason = wanted((MismatchedInputException) e);
    } else {
      reason = e.getOriginalMessage();
    }
    return new RegistryException(ErrorCode.MALFORMED, path + firstSentence(reason));
  }

  /** What should have been there, for somebody who does not know our classes. */
  private static String wanted(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    String message = e.getOriginalMessage();
    if (type == null || message == null || !message.startsWith("Cannot ")) {
      return message;
    }
    if (type.isEnum()) {
      return "is not one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "is not a whole number";
    }
    if (type == boolean.class) {
      return "is not true or false";
    }
    if (type == String.class) {
      return "is not a text";
    }
    return List.class.isAssignableFrom(type) ? "is not a list" : "is not of the right type";
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      } else if (step.getIndex() >= 0) {
        path.append('[').append(step.getIndex()).append(']');
      }
    }
    return path.isEmpty() ? "" : path + ": ";
  }

  /** Parser messages go on with class names and source excerpts, which help nobody. */
  private static String firstSentence(String message) {
    String text = message == null ? "not readable" : message;
    int end = text.indexOf(" (");
    text = end > 0 ? text.substring(0, end) : text;
    int line = text.indexOf('\n');
    text = line > 0 ? text.substring(0, line) : text;
    return text.length() > 300 ? text.substring(0, 300) : text;
  }
}
