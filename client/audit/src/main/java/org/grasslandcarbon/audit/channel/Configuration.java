// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;

/** The channel's configuration from one block on. Safe for use by many threads. */
public final class Configuration {
  private static final String APPLICATION = "Application";
  private static final String ORDERER = "Orderer";

  private final String channel;
  private final long block;
  private final Config config;
  private final Membership membership;
  private final PolicyGroup policies;
  private final Map<String, String> applicationGroups = new TreeMap<>();
  private final Map<String, String> ordererGroups = new TreeMap<>();
  private final boolean byzantine;
  private final List<Consenter> consenters;

  private Configuration(String channel, long block, Config config) {
    this.channel = channel;
    this.block = block;
    this.config = config;
    ConfigGroup root = config.getChannelGroup();
    try {
      Map<String, Organisation> organisations = new HashMap<>();
      read(group(root, APPLICATION).getGroupsMap(), organisations, applicationGroups);
      read(group(root, ORDERER).getGroupsMap(), organisations, ordererGroups);
      membership = new Membership(organisations);
      policies = new PolicyGroup(root, membership);
      Map<String, ConfigValue> ordering = group(root, ORDERER).getValuesMap();
      byzantine = consensus(ordering).equals("BFT");
      consenters =
          ordering.containsKey("Orderers")
              ? Orderers.parseFrom(ordering.get("Orderers").getValue()).getConsenterMappingList()
              : List.of();
    } catch (InvalidProtocolBufferException e) {
      throw new ConfigurationException(
          zh("通道配置的一个值无法读取").en("a value of the channel's configuration cannot be read"));
    }
  }

  private static ConfigGroup group(ConfigGroup root, String name) {
    ConfigGroup group = root.getGroupsMap().get(name);
    if (group == null) {
      throw new ConfigurationException(
          zh("通道配置没有 %s 组").en("the channel's configuration has no group %s", name));
    }
    return group;
  }

  private static void read(
      Map<String, ConfigGroup> groups,
      Map<String, Organisation> organisations,
      Map<String, String> names)
      throws InvalidProtocolBufferException {
    for (Map.Entry<String, ConfigGroup> group : groups.entrySet()) {
      ConfigValue msp = group.getValue().getValuesMap().get("MSP");
      if (msp != null) {
        Organisation organisation = Organisation.of(MSPConfig.parseFrom(msp.getValue()));
        Organisation same = organisations.putIfAbsent(organisation.mspId(), organisation);
        if (same != null && !same.isTheSameAs(organisation)) {
          throw new ConfigurationException(
              zh("机构 %s 在配置中有两种说法")
                  .en("the configuration has two versions of %s", organisation.mspId()));
        }
        names.put(organisation.mspId(), group.getKey());
      }
    }
  }

  private static String consensus(Map<String, ConfigValue> ordering)
      throws InvalidProtocolBufferException {
    ConfigValue type = ordering.get("ConsensusType");
    return type == null ? "" : ConsensusType.parseFrom(type.getValue()).getType();
  }

  /**
   * Reads the configuration in an envelope as it stands in a block.
   *
   * @param block the block's number
   * @throws ConfigurationException when there is none in it, or it cannot be read
   */
  public static Configuration read(long block, Envelope envelope) {
    try {
      Payload payload = Payload.parseFrom(envelope.getPayload());
      ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
      if (header.getType() != HeaderType.CONFIG_VALUE) {
        throw new ConfigurationException(
            zh("区块 %s 不是配置区块").en("block %s is no configuration block", block));
      }
      return of(
          header.getChannelId(), block, ConfigEnvelope.parseFrom(payload.getData()).getConfig());
    } catch (InvalidProtocolBufferException e) {
      throw new ConfigurationException(
          zh("区块 %s 的配置无法读取").en("the configuration in block %s cannot be read", block));
    }
  }

  /** A configuration that was read before, e.g. one that an interrupted audit has kept. */
  public static Configuration of(String channel, long block, Config config) {
    return new Configuration(channel, block, config);
  }

  public String channel() {
    return channel;
  }

  /** The block that it stands in. */
  public long block() {
    return block;
  }

  /** As it stands on the ledger. */
  public Config config() {
    return config;
  }

  public Membership membership() {
    return membership;
  }

  /** The organisations whose peers and clients act on the channel, by MSP id. */
  public Set<String> applicationOrganisations() {
    return new TreeSet<>(applicationGroups.keySet());
  }

  /** The organisations that order, by MSP id. */
  public Set<String> orderingOrganisations() {
    return new TreeSet<>(ordererGroups.keySet());
  }

  /** Whether blocks are ordered by SmartBFT. */
  boolean isByzantine() {
    return byzantine;
  }

  /** Who orders, where it is SmartBFT. */
  Collection<Consenter> consenters() {
    return consenters;
  }

  PolicyGroup policies() {
    return policies;
  }

  /** A policy by its path, e.g. {@code /Channel/Application/Endorsement}. */
  public Policy policy(String path) {
    String root = "/" + PolicyGroup.ROOT + "/";
    return path.startsWith(root)
        ? policies.policy(path.substring(root.length()))
        : path.startsWith("/") ? Policy.NONE : policies.policy(path);
  }

  /** The policy under which definitions of chaincodes are committed. */
  public Policy lifecyclePolicy() {
    boolean set =
        policies
            .group(List.of(APPLICATION))
            .filter(group -> group.has("LifecycleEndorsement"))
            .isPresent();
    return set
        ? policy("/Channel/Application/LifecycleEndorsement")
        : signers -> distinctOrganisations(signers) >= applicationGroups.size() / 2 + 1;
  }

  private long distinctOrganisations(List<Member> signers) {
    return signers.stream()
        .filter(each -> each.fault().isEmpty())
        .map(Member::mspId)
        .filter(applicationGroups::containsKey)
        .distinct()
        .count();
  }

  /** The policy of the collection that Fabric gives every organisation without naming it. */
  public Policy implicitCollectionPolicy(String mspId) {
    String name = applicationGroups.get(mspId);
    if (name == null) {
      return Policy.NONE;
    }
    boolean set =
        policies
            .group(List.of(APPLICATION, name))
            .filter(group -> group.has("Endorsement"))
            .isPresent();
    return set
        ? policy("/Channel/Application/" + name + "/Endorsement")
        : signers ->
            signers.stream().anyMatch(each -> each.fault().isEmpty() && each.mspId().equals(mspId));
  }

  /**
   * The policy of a chaincode's definition.
   *
   * @throws ConfigurationException when it cannot be read
   */
  public Policy endorsementPolicy(ByteString applicationPolicy) {
    try {
      ApplicationPolicy policy = ApplicationPolicy.parseFrom(applicationPolicy);
      return switch (policy.getTypeCase()) {
        case SIGNATURE_POLICY -> SignatureRule.of(policy.getSignaturePolicy(), membership);
        case CHANNEL_CONFIG_POLICY_REFERENCE -> policy(policy.getChannelConfigPolicyReference());
        default -> Policy.NONE;
      };
    } catch (InvalidProtocolBufferException e) {
      throw new ConfigurationException(
          zh("链码的背书策略无法读取").en("a chaincode's endorsement policy cannot be read"));
    }
  }
}
