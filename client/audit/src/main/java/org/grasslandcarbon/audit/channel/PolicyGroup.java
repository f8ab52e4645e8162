// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.Policy.PolicyType;

/** The policies of one group of the configuration, and the groups below it. */
final class PolicyGroup {
  /** The name of the root in paths. */
  static final String ROOT = "Channel";

  private final Map<String, PolicyGroup> groups = new TreeMap<>();
  private final Map<String, Policy> policies = new TreeMap<>();

  PolicyGroup(ConfigGroup group, Membership membership) {
    group
        .getGroupsMap()
        .forEach((name, below) -> groups.put(name, new PolicyGroup(below, membership)));
    group
        .getPoliciesMap()
        .forEach((name, policy) -> policies.put(name, read(policy.getPolicy(), membership)));
  }

  private Policy read(org.hyperledger.fabric.protos.common.Policy policy, Membership membership) {
    return switch (policy.getType()) {
      case PolicyType.SIGNATURE_VALUE -> SignatureRule.of(policy.getValue(), membership);
      case PolicyType.IMPLICIT_META_VALUE -> implicit(policy.getValue());
      default ->
          throw new ConfigurationException(
              zh("策略类型 %s 未知").en("there is a policy of the unknown type %s", policy.getType()));
    };
  }

  /** So many of the groups below must have the policy of a name satisfied. */
  private Policy implicit(ByteString value) {
    ImplicitMetaPolicy meta;
    try {
      meta = ImplicitMetaPolicy.parseFrom(value);
    } catch (InvalidProtocolBufferException e) {
      throw new ConfigurationException(zh("隐含策略无法读取").en("an implicit policy cannot be read"));
    }
    List<Policy> below =
        groups.values().stream().map(group -> group.policy(meta.getSubPolicy())).toList();
    int needed =
        below.isEmpty()
            ? 0
            : switch (meta.getRule()) {
              case ANY -> 1;
              case ALL -> below.size();
              case MAJORITY -> below.size() / 2 + 1;
              default -> Integer.MAX_VALUE;
            };
    return signers -> below.stream().filter(each -> each.satisfiedBy(signers)).count() >= needed;
  }

  /** A policy of this group, or of one below by its path; {@link Policy#NONE} when not there. */
  Policy policy(String relativePath) {
    int slash = relativePath.lastIndexOf('/');
    return slash < 0
        ? policies.getOrDefault(relativePath, Policy.NONE)
        : group(List.of(relativePath.substring(0, slash).split("/")))
            .map(group -> group.policy(relativePath.substring(slash + 1)))
            .orElse(Policy.NONE);
  }

  /** A group below this one. */
  Optional<PolicyGroup> group(List<String> path) {
    PolicyGroup found = this;
    for (String name : path) {
      found = found.groups.get(name);
      if (found == null) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /** Whether this group itself has a policy of a name. */
  boolean has(String name) {
    return policies.containsKey(name);
  }
}
