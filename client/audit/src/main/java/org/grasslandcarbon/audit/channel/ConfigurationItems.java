// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;

/**
 * A configuration, or one of the two sets of a change, as a flat map: every group, value and policy
 * has a version and says which policy may change it.
 */
final class ConfigurationItems {
  private final Map<Path, Item> items = new TreeMap<>();

  /** What an item is. */
  enum Kind {
    GROUP,
    VALUE,
    POLICY
  }

  /**
   * Where an item stands.
   *
   * @param kind a group, a value or a policy
   * @param names the names from below the root; none for the root itself
   */
  record Path(Kind kind, List<String> names) implements Comparable<Path> {
    Path {
      names = List.copyOf(names);
    }

    Path below(Kind of, String name) {
      List<String> longer = new ArrayList<>(names);
      longer.add(name);
      return new Path(of, longer);
    }

    /** The group whose policies a relative name means: a group's own, of others the one around. */
    List<String> policyGroup() {
      return kind == Kind.GROUP ? names : names.subList(0, names.size() - 1);
    }

    @Override
    public int compareTo(Path other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return "/" + PolicyGroup.ROOT + (names.isEmpty() ? "" : "/" + String.join("/", names));
    }
  }

  /**
   * An item.
   *
   * @param version raised by one with each change
   * @param modPolicy which policy may change it
   * @param message the item itself
   */
  record Item(long version, String modPolicy, Object message) {}

  private ConfigurationItems() {}

  static ConfigurationItems of(ConfigGroup root) {
    ConfigurationItems all = new ConfigurationItems();
    all.add(new Path(Kind.GROUP, List.of()), root);
    return all;
  }

  private void add(Path path, ConfigGroup group) {
    items.put(path, new Item(group.getVersion(), group.getModPolicy(), group));
    group.getGroupsMap().forEach((name, below) -> add(path.below(Kind.GROUP, name), below));
    group
        .getValuesMap()
        .forEach(
            (name, value) ->
                items.put(
                    path.below(Kind.VALUE, name),
                    new Item(value.getVersion(), value.getModPolicy(), value)));
    group
        .getPoliciesMap()
        .forEach(
            (name, policy) ->
                items.put(
                    path.below(Kind.POLICY, name),
                    new Item(policy.getVersion(), policy.getModPolicy(), policy)));
  }

  Map<Path, Item> all() {
    return items;
  }

  /** What of a write set is a change, beside what was only read. */
  static Map<Path, Item> delta(ConfigurationItems read, ConfigurationItems written) {
    Map<Path, Item> delta = new TreeMap<>(written.items);
    delta
        .entrySet()
        .removeIf(
            each -> {
              Item before = read.items.get(each.getKey());
              return before != null && before.version() == each.getValue().version();
            });
    return delta;
  }

  /** The configuration with some items in place of its own. */
  ConfigGroup with(Map<Path, Item> changes) {
    ConfigurationItems changed = new ConfigurationItems();
    changed.items.putAll(items);
    changed.items.putAll(changes);
    return changed.group(new Path(Kind.GROUP, List.of()));
  }

  private ConfigGroup group(Path path) {
    ConfigGroup own = (ConfigGroup) items.get(path).message();
    ConfigGroup.Builder group =
        ConfigGroup.newBuilder().setVersion(own.getVersion()).setModPolicy(own.getModPolicy());
    own.getGroupsMap()
        .keySet()
        .forEach(name -> group.putGroups(name, group(path.below(Kind.GROUP, name))));
    own.getValuesMap()
        .keySet()
        .forEach(
            name ->
                group.putValues(
                    name, (ConfigValue) items.get(path.below(Kind.VALUE, name)).message()));
    own.getPoliciesMap()
        .keySet()
        .forEach(
            name ->
                group.putPolicies(
                    name, (ConfigPolicy) items.get(path.below(Kind.POLICY, name)).message()));
    return group.build();
  }
}
