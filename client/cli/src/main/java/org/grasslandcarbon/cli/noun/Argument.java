// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Name;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that a person says for an action, or for an element of a list in it: a member of the
 * arguments, or a member of a record in them. Made from the record that the ledger reads, so that
 * there is no second list of what an action needs.
 *
 * @param path the members' names, outermost first
 * @param means what it is, in both languages
 * @param form how it is written
 * @param most the most characters of a text or elements of a list; 0 where the form says all
 * @param repeatable whether it is a list
 * @param isWhole whether it stands for a record whose members can be given one by one too
 * @param isOptional whether it may be left out where the record that it is in is there
 * @param optionalRecord how many names of the path lead to the innermost record that may be left
 *     out; 0 if none
 */
record Argument(
    List<String> path,
    Name means,
    Form form,
    int most,
    boolean repeatable,
    boolean isWhole,
    boolean isOptional,
    int optionalRecord) {

  /** What can be said for a record, in the order of its members. */
  static List<Argument> of(Class<? extends Record> type) {
    Walk walk = new Walk();
    walk.members(type, List.of(), Optional.empty(), 0);
    return List.copyOf(walk.found);
  }

  /** Its name as it is typed, e.g. {@code beneficiary-name-zh}. */
  String name() {
    return path.stream().map(Words::hyphenated).collect(Collectors.joining("-"));
  }

  /** What the innermost member is called. */
  String member() {
    return path.get(path.size() - 1);
  }

  /** What it is, with how often it is given, how long it may be and whether it must be there. */
  Name help() {
    boolean isMoney = form instanceof YuanForm;
    Name told = isMoney ? Yuan.told(means) : means;
    StringBuilder zh = new StringBuilder(told.zh());
    StringBuilder en = new StringBuilder(told.en());
    if (repeatable) {
      zh.append("；可重复，最多 ").append(most).append(" 项");
      en.append("; may be repeated, at most ").append(most);
    } else if (most > 0) {
      zh.append("；最多 ").append(most).append(" 字");
      en.append("; at most ").append(most).append(" characters");
    }
    if (isWhole) {
      zh.append("；其各项选项优先");
      en.append("; options of its members come before it");
    }
    if (isOptional) {
      zh.append("；可不填");
      en.append("; may be left out");
    }
    return Name.of(zh.toString(), en.toString());
  }

  /** Whether it is the argument of a name. */
  boolean isNamed(Optional<String> name) {
    return path.size() == 1 && name.filter(path.get(0)::equals).isPresent();
  }

  /** Its value in arguments; missing where they have none. */
  JsonNode in(JsonNode arguments) {
    return in(arguments, path.size());
  }

  private JsonNode in(JsonNode arguments, int names) {
    JsonNode node = arguments;
    for (String name : path.subList(0, names)) {
      node = node.path(name);
    }
    return node;
  }

  /** Puts a value into arguments; records on the way are made. */
  void set(ObjectNode arguments, JsonNode value) {
    ObjectNode node = arguments;
    for (String name : path.subList(0, path.size() - 1)) {
      node = node.path(name) instanceof ObjectNode there ? there : node.putObject(name);
    }
    node.set(member(), value);
  }

  /** A list that nobody gives is an empty one; one that may be left out is left out. */
  void fill(ObjectNode arguments) {
    if (repeatable && !isOptional && in(arguments).isMissingNode() && isRecordThere(arguments)) {
      set(arguments, JsonNodeFactory.instance.arrayNode());
    }
  }

  private boolean isRecordThere(JsonNode arguments) {
    return in(arguments, path.size() - 1).isObject();
  }

  /** Whether arguments cannot do without it and do not have it. */
  boolean isMissing(JsonNode arguments) {
    boolean needed = !isOptional && !isWhole && !repeatable;
    boolean withoutRecord = optionalRecord > 0 && in(arguments, optionalRecord).isMissingNode();
    return needed && !withoutRecord && in(arguments).isMissingNode();
  }

  /** Goes through records. */
  private static final class Walk {
    private final List<Argument> found = new ArrayList<>();

    private void members(
        Class<?> type, List<String> outer, Optional<Name> outerMeans, int optionalRecord) {
      for (RecordComponent component : type.getRecordComponents()) {
        List<String> path = new ArrayList<>(outer);
        path.add(component.getName());
        member(component, List.copyOf(path), means(outerMeans, component), optionalRecord);
      }
    }

    private static Name means(Optional<Name> outer, RecordComponent component) {
      Means declared = component.getAnnotation(Means.class);
      // Values such as names and periods stand below the annotation in the domain's layers.
      Name own =
          declared == null
              ? Labels.part(component.getName())
              : Name.of(declared.zh(), declared.en());
      return outer
          .map(name -> Name.of(name.zh() + "：" + own.zh(), name.en() + ": " + own.en()))
          .orElse(own);
    }

    private void member(
        RecordComponent component, List<String> path, Name means, int optionalRecord) {
      boolean optional = component.getType() == Optional.class;
      Type type = optional ? inner(component.getGenericType()) : component.getGenericType();
      Most most = component.getAnnotation(Most.class);
      int limit = most == null ? 0 : most.value();
      if (type instanceof ParameterizedType list) {
        Form form = Forms.of((Class<?>) inner(list), component.getName());
        found.add(new Argument(path, means, form, limit, true, false, optional, optionalRecord));
        return;
      }
      Class<?> plain = (Class<?>) type;
      int record = optional ? path.size() : optionalRecord;
      if (Forms.isNested(plain)) {
        if (Forms.hasLists(plain)) {
          Form form = new DocumentForm();
          found.add(new Argument(path, means, form, 0, false, true, optional, record));
        }
        members(plain, path, Optional.of(means), record);
      } else {
        Form form = Forms.of(plain, component.getName());
        found.add(new Argument(path, means, form, limit, false, false, optional, optionalRecord));
      }
    }

    private static Type inner(Type generic) {
      return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }
  }
}
