// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.value.Detail;
import tools.jackson.databind.JsonNode;

/**
 * Compares a tree with the record that it is to be: which members are missing and which are not of
 * the record, all of them at once and by name. A parser tells the first one only, and whoever
 * writes a client would be sent back for each.
 */
final class Members {
  /** Names told of each kind; a list of a thousand rows may lack the same member in each. */
  private static final int TOLD_MOST = 20;

  /** Characters told of a name that a stranger made up. */
  private static final int NAME_MOST = 40;

  private static final ClassValue<Optional<Map<String, Type>>> FORMS =
      new ClassValue<>() {
        @Override
        protected Optional<Map<String, Type>> computeValue(Class<?> type) {
          return asObject(type)
              .map(
                  object -> {
                    Map<String, Type> members = new LinkedHashMap<>();
                    for (RecordComponent component : object.getRecordComponents()) {
                      members.put(component.getName(), component.getGenericType());
                    }
                    return members;
                  });
        }
      };

  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<String> unknown = new LinkedHashSet<>();

  private Members() {}

  /**
   * What is missing and what is too much in a tree.
   *
   * @param path where the tree stands, e.g. {@code args}; empty for a whole text
   */
  static Optional<Detail> problem(JsonNode tree, Type type, String path) {
    Members members = new Members();
    members.compare(tree, type, path);
    Detail missing = zh("缺少：%s").en("missing: %s", told(members.missing));
    Detail unknown = zh("未知：%s").en("unknown: %s", told(members.unknown));
    if (members.missing.isEmpty()) {
      return members.unknown.isEmpty() ? Optional.empty() : Optional.of(unknown);
    }
    return Optional.of(
        members.unknown.isEmpty() ? missing : zh("%s；%s").en("%s; %s", missing, unknown));
  }

  private static Detail told(Set<String> names) {
    String list = String.join(", ", names.stream().limit(TOLD_MOST).toList());
    int more = names.size() - TOLD_MOST;
    return more > 0 ? zh("%s 等，另有 %s 个").en("%s and %s more", list, more) : zh("%s").en("%s", list);
  }

  private void compare(JsonNode tree, Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      compareGeneric(tree, generic, path);
    } else if (type instanceof Class<?> plain && tree.isObject()) {
      FORMS.get(plain).ifPresent(form -> compareObject(tree, form, path));
    } else if (type instanceof Class<?> plain && plain.isArray() && tree.isArray()) {
      compareElements(tree, plain.getComponentType(), path);
    }
  }

  private void compareGeneric(JsonNode tree, ParameterizedType type, String path) {
    Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    if (type.getRawType() == Optional.class) {
      compare(tree, last, path);
    } else if (type.getRawType() == List.class && tree.isArray()) {
      compareElements(tree, last, path);
    } else if (type.getRawType() == Map.class && tree.isObject()) {
      tree.properties().forEach(each -> compare(each.getValue(), last, in(path, each.getKey())));
    }
  }

  private void compareElements(JsonNode array, Type type, String path) {
    for (int i = 0; i < array.size(); i++) {
      compare(array.get(i), type, path + "[" + i + "]");
    }
  }

  private void compareObject(JsonNode tree, Map<String, Type> form, String path) {
    for (Map.Entry<String, Type> component : form.entrySet()) {
      JsonNode member = tree.get(component.getKey());
      if (member != null) {
        compare(member, component.getValue(), in(path, component.getKey()));
      } else if (!isOptional(component.getValue())) {
        missing.add(in(path, component.getKey()));
      }
    }
    for (String member : tree.propertyNames()) {
      if (!form.containsKey(member)) {
        unknown.add(in(path, cut(member)));
      }
    }
  }

  private static boolean isOptional(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
  }

  /** The members of the objects that a type is read from, with their types; none for others. */
  static Optional<Map<String, Type>> of(Class<?> type) {
    return FORMS.get(type);
  }

  /**
   * The record whose components a type's members are: itself, or what its JSON is read as first.
   */
  private static Optional<Class<?>> asObject(Class<?> type) {
    if (!type.isRecord()) {
      return Optional.empty();
    }
    Optional<Class<?>> readAs =
        Stream.concat(
                Arrays.stream(type.getDeclaredMethods()),
                Arrays.stream(type.getDeclaredConstructors()))
            .filter(Members::isDelegating)
            .<Class<?>>map(each -> each.getParameterTypes()[0])
            .findFirst();
    if (readAs.isPresent()) {
      return readAs.flatMap(Members::asObject);
    }
    boolean isValue =
        Arrays.stream(type.getDeclaredMethods())
            .anyMatch(each -> each.isAnnotationPresent(JsonValue.class));
    return isValue ? Optional.empty() : Optional.of(type);
  }

  private static boolean isDelegating(Executable maker) {
    JsonCreator creator = maker.getAnnotation(JsonCreator.class);
    return creator != null
        && creator.mode() == JsonCreator.Mode.DELEGATING
        && maker.getParameterCount() == 1;
  }

  static String in(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  static String cut(String name) {
    return name.codePointCount(0, name.length()) <= NAME_MOST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME_MOST)) + "…";
  }
}
