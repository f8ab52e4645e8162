// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.function.Supplier;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.Detail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The registry's JSON.
 *
 * <p>Reading is strict: unknown, duplicate or missing members, nulls, trailing text and coercions
 * between types are {@code MALFORMED}, in words of our own ({@link Fault}). Writing is canonical:
 * members in alphabetical order, absent optional members left out, UTF-8, no white space; equal
 * records are equal bytes on every JVM.
 */
public final class Codec {
  /** Deeper than any record of ours (GeoJSON multi-polygons have eight levels). */
  private static final int NESTING_MOST = 20;

  /** No member of an instruction of at most 64 KiB is longer. */
  private static final int STRING_MOST = 4 * 1024 * 1024;

  private static final JsonMapper MAPPER = mapper();

  /** Reads on where the other stops, to find the member that stands twice. */
  private static final JsonMapper LENIENT = JsonMapper.builder(factory(false)).build();

  private Codec() {}

  private static JsonFactory factory(boolean strict) {
    return JsonFactory.builder()
        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(NESTING_MOST)
                .maxStringLength(STRING_MOST)
                .maxNumberLength(40)
                .maxNameLength(200)
                .build())
        .build();
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder(factory(true))
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
   * Reads a record from UTF-8.
   *
   * @throws RegistryException {@code MALFORMED}, naming the member at fault
   */
  public static <T> T read(byte[] json, Class<T> type) {
    Utf8.require(json);
    try {
      return present(MAPPER.readValue(json, type));
    } catch (JacksonException e) {
      throw malformed(e, () -> MAPPER.readTree(json), () -> LENIENT.createParser(json), type);
    } catch (NumberFormatException e) {
      throw exponentTooLarge();
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
      throw malformed(e, () -> MAPPER.readTree(json), () -> LENIENT.createParser(json), type);
    } catch (NumberFormatException e) {
      throw exponentTooLarge();
    }
  }

  /**
   * Reads a record from a tree.
   *
   * @throws RegistryException {@code MALFORMED}, naming the member at fault
   */
  public static <T> T convert(JsonNode tree, Class<T> type) {
    return convert(tree, type, "");
  }

  /**
   * Reads a record from a tree that stands in another, e.g. the arguments of an instruction.
   *
   * @param path where it stands, for whoever is told what is wrong
   * @throws RegistryException {@code MALFORMED}, naming the member at fault
   */
  public static <T> T convert(JsonNode tree, Class<T> type, String path) {
    try {
      return present(MAPPER.treeToValue(WholeNumbers.in(tree), type));
    } catch (JacksonException e) {
      throw new RegistryException(ErrorCode.MALFORMED, Fault.ofTree(tree, type, e, path));
    }
  }

  /** A bare {@code null} is no document. */
  private static <T> T present(T read) {
    RegistryException.require(
        read != null, ErrorCode.MALFORMED, zh("null 不是一份文档").en("null is not a document"));
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
    Utf8.require(json);
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new RegistryException(ErrorCode.MALFORMED, Fault.ofText(LENIENT.createParser(json)));
    } catch (NumberFormatException e) {
      throw exponentTooLarge();
    }
  }

  /** A number whose exponent is beyond the platform's is told by no exception of the parser's. */
  private static RegistryException exponentTooLarge() {
    return new RegistryException(
        ErrorCode.MALFORMED, zh("数字的指数过大").en("a number has too large an exponent"));
  }

  /** What is wrong is looked for only when something is: reading itself stays quick. */
  private static RegistryException malformed(
      JacksonException refused,
      Supplier<JsonNode> asTree,
      Supplier<JsonParser> again,
      Class<?> type) {
    Detail fault;
    try {
      JsonNode tree = asTree.get();
      fault =
          tree.isMissingNode() ? Fault.ofText(again.get()) : Fault.ofTree(tree, type, refused, "");
    } catch (JacksonException noTree) {
      fault = Fault.ofText(again.get());
    } catch (NumberFormatException e) {
      return exponentTooLarge();
    }
    return new RegistryException(ErrorCode.MALFORMED, fault);
  }
}
