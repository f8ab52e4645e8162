// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The channel as block 0 describes it: its name and its organisations with the certificates of
 * their CAs, so that somebody who holds block 0 can verify everything after it.
 */
record ChannelConfiguration(
    String channel,
    Map<String, String> applicationCertificates,
    Map<String, String> ordererCertificates) {

  private static final String ADMINS = "Admins";

  static ChannelConfiguration of(
      String channel,
      Map<String, X509Certificate> application,
      Map<String, X509Certificate> orderer) {
    return new ChannelConfiguration(channel, pem(application), pem(orderer));
  }

  private static Map<String, String> pem(Map<String, X509Certificate> certificates) {
    Map<String, String> pem = new TreeMap<>();
    certificates.forEach((mspId, certificate) -> pem.put(mspId, Pem.certificate(certificate)));
    return pem;
  }

  Block toBlock(BlockCutting cutting, Instant now) {
    ConfigGroup orderer =
        group(ordererCertificates)
            .putValues(
                "BatchSize",
                value(
                    BatchSize.newBuilder()
                        .setMaxMessageCount(cutting.maxMessages())
                        .setAbsoluteMaxBytes(cutting.absoluteMaxBytes())
                        .setPreferredMaxBytes(cutting.preferredMaxBytes())
                        .build()
                        .toByteString()))
            .putValues(
                "BatchTimeout",
                value(
                    BatchTimeout.newBuilder()
                        .setTimeout(cutting.interval().toMillis() + "ms")
                        .build()
                        .toByteString()))
            .putPolicies("BlockValidation", metaPolicy("Writers", ImplicitMetaPolicy.Rule.ANY))
            .build();
    ConfigGroup application =
        group(applicationCertificates)
            .putPolicies("Endorsement", metaPolicy("Endorsement", ImplicitMetaPolicy.Rule.MAJORITY))
            .putPolicies(
                "LifecycleEndorsement", metaPolicy("Endorsement", ImplicitMetaPolicy.Rule.MAJORITY))
            .putValues("Capabilities", capabilities("V2_5"))
            .build();
    ConfigGroup root =
        withMetaPolicies(ConfigGroup.newBuilder())
            .putGroups("Application", application)
            .putGroups("Orderer", orderer)
            .putValues("Capabilities", capabilities("V3_0"))
            .setModPolicy(ADMINS)
            .build();
    ByteString envelope = envelope(root, now);
    return Blocks.block(
        Blocks.header(0, ByteString.EMPTY, List.of(envelope)),
        List.of(envelope),
        List.of(TxValidationCode.VALID),
        null,
        ByteString.EMPTY);
  }

  private ByteString envelope(ConfigGroup root, Instant now) {
    ChannelHeader header =
        ChannelHeader.newBuilder()
            .setType(HeaderType.CONFIG_VALUE)
            .setChannelId(channel)
            .setTimestamp(
                Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
            .build();
    ConfigEnvelope config =
        ConfigEnvelope.newBuilder().setConfig(Config.newBuilder().setChannelGroup(root)).build();
    return Envelope.newBuilder()
        .setPayload(
            Payload.newBuilder()
                .setHeader(
                    Header.newBuilder()
                        .setChannelHeader(header.toByteString())
                        .setSignatureHeader(
                            SignatureHeader.newBuilder()
                                .setNonce(Blocks.nonce())
                                .build()
                                .toByteString()))
                .setData(config.toByteString())
                .build()
                .toByteString())
        .build()
        .toByteString();
  }

  private static ConfigGroup.Builder group(Map<String, String> organisations) {
    ConfigGroup.Builder group = withMetaPolicies(ConfigGroup.newBuilder()).setModPolicy(ADMINS);
    organisations.forEach(
        (mspId, certificate) -> group.putGroups(mspId, organisation(mspId, certificate)));
    return group;
  }

  private static ConfigGroup organisation(String mspId, String certificate) {
    ByteString root = ByteString.copyFromUtf8(certificate);
    FabricMSPConfig msp =
        FabricMSPConfig.newBuilder()
            .setName(mspId)
            .addRootCerts(root)
            .setCryptoConfig(
                FabricCryptoConfig.newBuilder()
                    .setSignatureHashFamily("SHA2")
                    .setIdentityIdentifierHashFunction("SHA256"))
            .setFabricNodeOus(
                FabricNodeOUs.newBuilder()
                    .setEnable(true)
                    .setClientOuIdentifier(unit("client", root))
                    .setPeerOuIdentifier(unit("peer", root))
                    .setAdminOuIdentifier(unit("admin", root))
                    .setOrdererOuIdentifier(unit("orderer", root)))
            .build();
    ConfigGroup.Builder group = ConfigGroup.newBuilder().setModPolicy(ADMINS);
    Map<String, MSPRole.MSPRoleType> roles =
        Map.of(
            "Readers",
            MSPRole.MSPRoleType.MEMBER,
            "Writers",
            MSPRole.MSPRoleType.MEMBER,
            ADMINS,
            MSPRole.MSPRoleType.ADMIN,
            "Endorsement",
            MSPRole.MSPRoleType.PEER);
    roles.forEach(
        (name, role) ->
            group.putPolicies(
                name,
                policy(
                    Policy.PolicyType.SIGNATURE_VALUE,
                    new EndorsementPolicy(1, List.of(mspId))
                        .toSignaturePolicy(role)
                        .toByteString())));
    return group
        .putValues(
            "MSP",
            value(MSPConfig.newBuilder().setConfig(msp.toByteString()).build().toByteString()))
        .build();
  }

  private static FabricOUIdentifier unit(String name, ByteString certificate) {
    return FabricOUIdentifier.newBuilder()
        .setCertificate(certificate)
        .setOrganizationalUnitIdentifier(name)
        .build();
  }

  private static ConfigGroup.Builder withMetaPolicies(ConfigGroup.Builder group) {
    return group
        .putPolicies("Readers", metaPolicy("Readers", ImplicitMetaPolicy.Rule.ANY))
        .putPolicies("Writers", metaPolicy("Writers", ImplicitMetaPolicy.Rule.ANY))
        .putPolicies(ADMINS, metaPolicy(ADMINS, ImplicitMetaPolicy.Rule.MAJORITY));
  }

  private static ConfigPolicy metaPolicy(String subPolicy, ImplicitMetaPolicy.Rule rule) {
    return policy(
        Policy.PolicyType.IMPLICIT_META_VALUE,
        ImplicitMetaPolicy.newBuilder()
            .setSubPolicy(subPolicy)
            .setRule(rule)
            .build()
            .toByteString());
  }

  private static ConfigPolicy policy(int type, ByteString value) {
    return ConfigPolicy.newBuilder()
        .setModPolicy(ADMINS)
        .setPolicy(Policy.newBuilder().setType(type).setValue(value))
        .build();
  }

  private static ConfigValue capabilities(String version) {
    return value(
        Capabilities.newBuilder()
            .putCapabilities(version, Capability.getDefaultInstance())
            .build()
            .toByteString());
  }

  private static ConfigValue value(ByteString value) {
    return ConfigValue.newBuilder().setModPolicy(ADMINS).setValue(value).build();
  }

  static ChannelConfiguration read(Block block) {
    try {
      Payload payload =
          Payload.parseFrom(Envelope.parseFrom(block.getData().getData(0)).getPayload());
      ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
      ConfigGroup root = ConfigEnvelope.parseFrom(payload.getData()).getConfig().getChannelGroup();
      return new ChannelConfiguration(
          header.getChannelId(),
          certificates(root.getGroupsOrThrow("Application")),
          certificates(root.getGroupsOrThrow("Orderer")));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.DIRECTORY_DAMAGED,
          "区块 0 不是通道配置；请从备份恢复该目录。",
          "Block 0 does not hold a channel configuration; restore the directory from a backup.",
          e);
    }
  }

  /** Refuses to be taken for another channel, or for one of other organisations. */
  void mustBe(String wantedChannel, Set<String> organisations) {
    if (!channel.equals(wantedChannel)) {
      throw mismatch(
          "通道 " + channel + "，而非 " + wantedChannel,
          "channel " + channel + ", not of " + wantedChannel);
    }
    if (!applicationCertificates.keySet().equals(organisations)) {
      throw mismatch(
          "机构 " + applicationCertificates.keySet() + "，而非 " + organisations,
          "the organisations " + applicationCertificates.keySet() + ", not of " + organisations);
    }
  }

  private static EmbeddedPeerException mismatch(String zh, String en) {
    return new EmbeddedPeerException(
        EmbeddedPeerException.Reason.CONFIGURATION_MISMATCH,
        "目录中的账本属于" + zh + "；请换用其他目录。",
        "The directory holds a ledger of " + en + "; use another directory.");
  }

  private static Map<String, String> certificates(ConfigGroup group)
      throws InvalidProtocolBufferException {
    Map<String, String> certificates = new TreeMap<>();
    for (Map.Entry<String, ConfigGroup> organisation : group.getGroupsMap().entrySet()) {
      MSPConfig config =
          MSPConfig.parseFrom(organisation.getValue().getValuesOrThrow("MSP").getValue());
      certificates.put(
          organisation.getKey(),
          FabricMSPConfig.parseFrom(config.getConfig()).getRootCerts(0).toStringUtf8());
    }
    return certificates;
  }
}
