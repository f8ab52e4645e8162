// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of a methodology version, by name. */
public final class Parameters {
  private final Map<String, Parameter> byName = new TreeMap<>();

  /** The parameters of a list; of two with one name the later one stands. */
  public Parameters(List<Parameter> parameters) {
    parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
  }

  /** The parameter of a name, if there is one. */
  public Optional<Parameter> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** A parameter that the version was checked to have when it was published. */
  Parameter the(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException(name + " is not published"));
  }

  /** Those whose names begin with a group's name and a point, in order of name. */
  public List<Parameter> group(String group) {
    return byName.values().stream().filter(each -> isIn(group, each.name())).toList();
  }

  /** Whether a name belongs to a group. */
  static boolean isIn(String group, String name) {
    return name.startsWith(group + ".") && name.length() > group.length() + 1;
  }

  /** The last part of a name, after its group. */
  public static String member(String name) {
    return name.substring(name.indexOf('.') + 1);
  }
}
