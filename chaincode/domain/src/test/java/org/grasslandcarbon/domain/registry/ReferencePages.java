// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.JsonSchema;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.testing.SampleRecords;
import tools.jackson.databind.JsonNode;

/** Writes the reference pages from the code, so that they cannot say anything else. */
final class ReferencePages {
  private static final String GENERATED =
      "<!-- Made from the code: ./mvnw -pl chaincode/domain test -Dtest=ReferenceDocsTest"
          + " -Dregenerate=true -->\n\n";

  /** Values met on the way, for the table at the end of the page. */
  private final Map<String, String> values = new TreeMap<>();

  private final StringBuilder page = new StringBuilder();

  /** The page of all instructions. */
  static String instructions() {
    return new ReferencePages().instructionsPage();
  }

  /** The page of all records and their keys. */
  static String keys() {
    return new ReferencePages().keysPage();
  }

  private String instructionsPage() {
    page.append("# 指令 / Instructions\n\n").append(GENERATED);
    page.append(
        """
        每条指令是一份由主体签名的 JSON（JWS）。通用检查见[错误代码](errors.md)；规则中未写明之处的决定见[决定](decisions.md)。
        Every instruction is a JSON document signed by its participant (JWS). Every one passes the common
        checks first, see [errors](errors.md); what the rules leave open is in [decisions](decisions.md).
        Arguments marked `?` may be left out; a null is refused. The ledger checks what is listed under
        *refusals* in that order and answers with the first that applies.

        """);
    for (ActionType<?> action : Catalogue.actions()) {
      page.append("- [`%s`](#%s) ".formatted(action.name(), anchor(action.name())))
          .append(both(action.title().zh(), action.title().en()))
          .append('\n');
    }
    Catalogue.actions().forEach(this::instruction);
    appendValues();
    return page.toString();
  }

  private void instruction(ActionType<?> action) {
    page.append("\n## ").append(action.name()).append("\n\n");
    page.append(both(action.title().zh(), action.title().en())).append("\n\n");
    page.append("发出者 / given by: ").append(codes(action.roles())).append("\n\n");
    page.append("结果可见 / outcome seen by: ").append(seenBy(action.visibility())).append("\n\n");
    page.append("命令 / command: `grassland ").append(command(action)).append("`\n\n");
    page.append("| 参数 argument | 类型 type | 上限 most | 含义 meaning |\n|---|---|---|---|\n");
    members(action.argsClass(), "");
    page.append("\n拒绝 / refusals: ");
    page.append(
        action.refusals().isEmpty()
            ? "—"
            : action.refusals().stream()
                .map(code -> "[`%s`](errors.md#%s)".formatted(code, anchor(code.name())))
                .collect(Collectors.joining(", ")));
    page.append("\n\n```json\n");
    pretty(Codec.tree(action.example()), "");
    page.append("\n```\n");
  }

  private static String command(ActionType<?> action) {
    return Catalogue.nouns().stream()
        .flatMap(
            noun ->
                noun.verbs().stream()
                    .filter(verb -> verb.action() == action)
                    .map(verb -> noun.name() + " " + verb.name()))
        .findFirst()
        .orElseThrow();
  }

  private void members(Class<?> type, String prefix) {
    for (RecordComponent component : type.getRecordComponents()) {
      boolean optional = component.getType() == Optional.class;
      Type plain = optional ? argument(component.getGenericType()) : component.getGenericType();
      Most most = component.getAnnotation(Most.class);
      Means means = component.getAnnotation(Means.class);
      String limit = most == null ? "" : "" + most.value();
      limit += most == null || most.each() == 0 ? "" : " × " + most.each();
      page.append(
          "| `%s%s`%s | %s | %s | %s |\n"
              .formatted(
                  prefix,
                  component.getName(),
                  optional ? " ?" : "",
                  typeName(plain),
                  limit,
                  means == null ? "" : both(means.zh(), means.en())));
      nested(plain, prefix + component.getName());
    }
  }

  private void nested(Type type, String name) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      nested(argument(type), name + "[]");
    } else if (type instanceof Class<?> plain && isNestedRecord(plain)) {
      members(plain, name + ".");
    }
  }

  private static boolean isNestedRecord(Class<?> type) {
    return type.isRecord() && jsonValue(type).isEmpty() && !isGeoJson(type);
  }

  /** A boundary's JSON is not its components: it is read and written as GeoJSON. */
  private static boolean isGeoJson(Class<?> type) {
    return type == Boundary.class;
  }

  private static Optional<Method> jsonValue(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.isAnnotationPresent(JsonValue.class))
        .findFirst();
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private String typeName(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? "list of " + typeName(arguments[0])
          : "object of " + typeName(arguments[1]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return "text";
    }
    if (plain == int.class || plain == long.class || plain == Integer.class) {
      return "whole number";
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return "true or false";
    }
    if (plain == LocalDate.class) {
      return "date, Beijing time";
    }
    if (plain == Instant.class) {
      return "time, RFC 3339";
    }
    if (plain.isEnum()) {
      return codes(List.of(plain.getEnumConstants()));
    }
    if (isGeoJson(plain)) {
      return "GeoJSON geometry ([RFC 7946](https://www.rfc-editor.org/rfc/rfc7946)): `type` is"
          + " `Polygon` or `MultiPolygon`, `coordinates` are nested lists of `[longitude, latitude]`; at most "
          + Boundary.POLYGONS_MOST
          + " polygons, "
          + Boundary.RINGS_MOST
          + " rings and "
          + Boundary.POINTS_MOST
          + " positions";
    }
    if (isNestedRecord(plain)) {
      return "object";
    }
    if (jsonValue(plain).isPresent()) {
      values.put(plain.getSimpleName(), form(plain));
      return "[" + plain.getSimpleName() + "](#values)";
    }
    return plain.getSimpleName();
  }

  private static String form(Class<?> value) {
    JsonNode schema = JsonSchema.ofType(value);
    if (schema.has("pattern")) {
      return "text, `" + schema.get("pattern").asString().replace("|", "\\|") + "`";
    }
    return schema.has("maximum")
        ? "whole number, 0 to " + schema.get("maximum").asLong()
        : "list, ascending, disjoint";
  }

  private void appendValues() {
    page.append("\n## Values\n\n| 值 value | 形式 form |\n|---|---|\n");
    values.forEach((name, form) -> page.append("| %s | %s |\n".formatted(name, form)));
  }

  private String keysPage() {
    page.append("# 账本记录与键 / Records and keys\n\n").append(GENERATED);
    page.append(
        """
        账本上的每条记录是一份规范 JSON，存放在复合键下：类型加各部分。
        Every record on the ledger is canonical JSON (sorted members, no white space) under a composite
        key: its type and the parts named here, as Fabric composes them. Members marked `?` may be absent.
        """);
    RecordTypes.all().forEach(this::recordType);
    appendValues();
    return page.toString();
  }

  private void recordType(RecordType<?> type) {
    String parts = keyParts(type.recordClass());
    page.append("\n## %s\n\n".formatted(type.name()));
    page.append("键 / key: `%s%s`\n\n".formatted(type.name(), parts.isEmpty() ? "" : ":" + parts));
    page.append("例 / for example `%s`\n\n".formatted(new SampleRecords(true).of(type).key()));
    page.append("可见 / seen by: ").append(seenBy(type.visibility())).append("\n\n");
    page.append("| 成员 member | 类型 type | 上限 most | 含义 meaning |\n|---|---|---|---|\n");
    members(type.recordClass(), "");
  }

  private static String seenBy(Visibility visibility) {
    String whom =
        visibility.parties().isEmpty() ? "" : ", parties / 所涉主体 " + codes(visibility.parties());
    return codes(visibility.audiences()) + whom;
  }

  /** The names of the parameters of the record's own {@code key}, of several that with the most. */
  private static String keyParts(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(each -> each.getName().equals("key") && Modifier.isStatic(each.getModifiers()))
        .max(Comparator.comparingInt(Method::getParameterCount))
        .map(
            method ->
                Arrays.stream(method.getParameters())
                    .map(Parameter::getName)
                    .collect(Collectors.joining(":")))
        .orElse("");
  }

  private static String both(String zh, String en) {
    return zh + " / " + en;
  }

  private static String codes(Iterable<?> names) {
    List<String> texts = new ArrayList<>();
    names.forEach(name -> texts.add("`" + name + "`"));
    return String.join(", ", texts);
  }

  /** As common renderers make anchors of headings. */
  private static String anchor(String heading) {
    return heading.toLowerCase(java.util.Locale.ROOT);
  }

  private void pretty(JsonNode node, String indent) {
    String inner = indent + "  ";
    if (node.isObject() && !node.isEmpty()) {
      String separator = "{\n";
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        page.append(separator).append(inner).append('"').append(member.getKey()).append("\": ");
        pretty(member.getValue(), inner);
        separator = ",\n";
      }
      page.append('\n').append(indent).append('}');
    } else if (node.isArray() && !node.isEmpty() && !isFlat(node)) {
      String separator = "[\n";
      for (JsonNode element : node) {
        page.append(separator).append(inner);
        pretty(element, inner);
        separator = ",\n";
      }
      page.append('\n').append(indent).append(']');
    } else {
      page.append(node);
    }
  }

  private static boolean isFlat(JsonNode list) {
    return list.valueStream().allMatch(JsonNode::isValueNode) && list.toString().length() < 100
        || list.valueStream().allMatch(each -> each.isArray() && isFlat(each))
            && list.toString().length() < 100;
  }
}
