// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Detail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with JSON that was refused, in sentences of our own. From the parser come only the
 * fact that it refused and the place; its words change from one patch level to the next.
 */
final class Fault {
  /** Deeper than any type of ours: delegating types read through each other. */
  private static final int TYPES_MOST = 10;

  private static final Detail NO_LIST = zh("不是列表").en("is not a list");

  private static final Detail NO_OBJECT = zh("不是对象").en("is not an object");

  private Fault() {}

  /** Why a text is not one JSON value within the limits. */
  static Detail ofText(JsonParser parser) {
    Deque<Set<String>> open = new ArrayDeque<>();
    try (parser) {
      boolean begun = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (begun && open.isEmpty()) {
          return zh("JSON 值之后还有其他内容").en("something follows after the JSON value");
        }
        begun = true;
        if (token.isStructStart()) {
          open.push(new HashSet<>());
        } else if (token.isStructEnd()) {
          open.pop();
        } else if (token == JsonToken.PROPERTY_NAME && !open.peek().add(parser.getString())) {
          return zh("成员 %s 出现两次").en("the member %s stands twice", Members.cut(parser.getString()));
        }
      }
    } catch (StreamConstraintsException tooMuch) {
      return zh("内容嵌套过深，或名称、数字过长")
          .en("the text is nested too deeply, or has too long a name or number");
    } catch (JacksonException notJson) {
      return zh("内容不是 JSON").en("the text is not JSON");
    }
    return zh("内容不是单个 JSON 值").en("the text is not one JSON value");
  }

  /**
   * Why a tree is not the record that it should be.
   *
   * @param path where the tree stands, e.g. {@code args}; empty for a whole text
   */
  static Detail ofTree(JsonNode tree, Type type, JacksonException refused, String path) {
    Optional<Detail> members = Members.problem(tree, type, path);
    if (members.isPresent()) {
      return members.get();
    }
    JsonNode node = tree;
    Type wanted = type;
    StringBuilder place = new StringBuilder(path);
    for (JacksonException.Reference step : refused.getPath()) {
      wanted = inner(wanted, step);
      if (step.getPropertyName() != null) {
        place.append(place.isEmpty() ? "" : ".").append(Members.cut(step.getPropertyName()));
        node = node == null ? null : node.get(step.getPropertyName());
      } else if (step.getIndex() >= 0) {
        place.append('[').append(step.getIndex()).append(']');
        node = node == null ? null : node.get(step.getIndex());
      }
    }
    Detail what = ownSentence(refused).orElse(sentence(node, wanted));
    return place.isEmpty() ? what : what.at(place.toString());
  }

  private static Optional<Detail> ownSentence(Throwable refused) {
    for (Throwable each = refused; each != null; each = each.getCause()) {
      if (each instanceof BadValueException ours) {
        return Optional.of(ours.detail());
      }
    }
    return Optional.empty();
  }

  /** The type of a member or an element; null where ours ends. */
  private static Type inner(Type type, JacksonException.Reference step) {
    Type plain = type;
    while (plain instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      plain = generic.getActualTypeArguments()[0];
    }
    if (plain instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return arguments[arguments.length - 1];
    }
    if (plain instanceof Class<?> array && array.isArray()) {
      return array.getComponentType();
    }
    if (plain instanceof Class<?> object && step.getPropertyName() != null) {
      return Members.of(object).map(members -> members.get(step.getPropertyName())).orElse(null);
    }
    return null;
  }

  /** What should have been there, for somebody who does not know our classes. */
  private static Detail sentence(JsonNode found, Type wanted) {
    if (found != null && found.isNull()) {
      return zh("null 不是值：请省略该成员").en("null is not a value: leave the member out");
    }
    Type type = wanted;
    for (int i = 0; i < TYPES_MOST && type != null; i++) {
      if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
        type = generic.getActualTypeArguments()[0];
      } else if (type instanceof ParameterizedType generic) {
        return generic.getRawType() == List.class ? NO_LIST : NO_OBJECT;
      } else {
        Class<?> plain = (Class<?>) type;
        Optional<Detail> known = ofPlain(plain, found);
        if (known.isPresent()) {
          return known.get();
        }
        type = JsonSchema.writtenAs(plain).orElse(null);
      }
    }
    return zh("类型不符").en("is not of the right type");
  }

  private static Optional<Detail> ofPlain(Class<?> type, JsonNode found) {
    if (type.isEnum()) {
      return Optional.of(
          zh("不在下列之中：%s")
              .en(
                  "is not one of %s",
                  Arrays.stream(type.getEnumConstants())
                      .map(Object::toString)
                      .collect(Collectors.joining(", "))));
    }
    if (WHOLE_NUMBERS.contains(type)) {
      boolean whole = found != null && found.isIntegralNumber();
      return Optional.of(
          whole ? zh("数值过大").en("is too large a number") : zh("不是整数").en("is not a whole number"));
    }
    if (type.isArray()) {
      return Optional.of(NO_LIST);
    }
    return Optional.ofNullable(SENTENCES.get(type))
        .or(() -> Members.of(type).map(each -> NO_OBJECT));
  }

  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(int.class, long.class, Integer.class, Long.class);

  private static final Map<Class<?>, Detail> SENTENCES =
      Map.of(
          boolean.class, zh("不是 true 或 false").en("is not true or false"),
          Boolean.class, zh("不是 true 或 false").en("is not true or false"),
          String.class, zh("不是文本").en("is not a text"),
          LocalDate.class, zh("不是日期（YYYY-MM-DD）").en("is not a date, YYYY-MM-DD"),
          Instant.class, zh("不是 RFC 3339 格式的时间").en("is not a time as RFC 3339 writes it"));
}
