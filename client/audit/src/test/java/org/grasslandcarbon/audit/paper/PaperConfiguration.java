// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.paper;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.ConsensusType;

/** Configurations as {@code configtxgen} writes them for a channel ordered by SmartBFT. */
public final class PaperConfiguration {
  static final String ADMINS = "Admins";

  private PaperConfiguration() {}

  static Config genesis(List<Authority> offices, List<Holder> orderers) {
    ConfigGroup.Builder application =
        meta(ConfigGroup.newBuilder())
            .setModPolicy(ADMINS)
            .putPolicies("Endorsement", implicit("Endorsement", ImplicitMetaPolicy.Rule.MAJORITY))
            .putPolicies(
                "LifecycleEndorsement", implicit("Endorsement", ImplicitMetaPolicy.Rule.MAJORITY));
    ConfigGroup.Builder ordering = meta(ConfigGroup.newBuilder()).setModPolicy(ADMINS);
    for (Authority office : offices) {
      ConfigGroup organisation = organisation(office);
      application.putGroups(office.mspId(), organisation);
      ordering.putGroups(office.mspId(), organisation);
    }
    ordering
        .putPolicies("BlockValidation", blockValidation(orderers))
        .putValues(
            "ConsensusType",
            value(ConsensusType.newBuilder().setType("BFT").build().toByteString()))
        .putValues("Orderers", consenters(orderers));
    return Config.newBuilder()
        .setChannelGroup(
            meta(ConfigGroup.newBuilder())
                .setModPolicy(ADMINS)
                .putGroups("Application", application.build())
                .putGroups("Orderer", ordering.build()))
        .build();
  }

  /** Who orders, numbered from 1. */
  static ConfigValue consenters(List<Holder> orderers) {
    Orderers.Builder all = Orderers.newBuilder();
    for (int i = 0; i < orderers.size(); i++) {
      all.addConsenterMapping(
          Consenter.newBuilder()
              .setId(i + 1)
              .setMspId(orderers.get(i).mspId())
              .setIdentity(orderers.get(i).certificate()));
    }
    return value(all.build().toByteString());
  }

  /** Three of four by their certificates, as the tools write it. */
  static ConfigPolicy blockValidation(List<Holder> orderers) {
    SignaturePolicy.NOutOf.Builder rule =
        SignaturePolicy.NOutOf.newBuilder().setN(orderers.size() * 2 / 3 + 1);
    SignaturePolicyEnvelope.Builder policy = SignaturePolicyEnvelope.newBuilder();
    for (int i = 0; i < orderers.size(); i++) {
      rule.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
      policy.addIdentities(
          MSPPrincipal.newBuilder()
              .setPrincipalClassification(MSPPrincipal.Classification.IDENTITY)
              .setPrincipal(orderers.get(i).serialized()));
    }
    return policy(
        Policy.PolicyType.SIGNATURE_VALUE,
        policy.setRule(SignaturePolicy.newBuilder().setNOutOf(rule)).build().toByteString());
  }

  /** An organisation that tells its members' roles apart by their units. */
  public static ConfigGroup organisation(Authority office) {
    ConfigGroup.Builder group =
        ConfigGroup.newBuilder().setModPolicy(ADMINS).putValues("MSP", msp(office, List.of()));
    Map.of(
            "Readers",
            MSPRoleType.MEMBER,
            "Writers",
            MSPRoleType.MEMBER,
            ADMINS,
            MSPRoleType.ADMIN,
            "Endorsement",
            MSPRoleType.PEER)
        .forEach(
            (name, role) ->
                group.putPolicies(
                    name,
                    policy(
                        Policy.PolicyType.SIGNATURE_VALUE,
                        outOf(1, role, List.of(office.mspId())).toByteString())));
    return group.build();
  }

  /** An organisation's own value, with lists of revocations. */
  public static ConfigValue msp(Authority office, List<ByteString> revocations) {
    ByteString root = office.certificate();
    FabricNodeOUs units =
        FabricNodeOUs.newBuilder()
            .setEnable(true)
            .setClientOuIdentifier(unit("client", root))
            .setPeerOuIdentifier(unit("peer", root))
            .setAdminOuIdentifier(unit("admin", root))
            .setOrdererOuIdentifier(unit("orderer", root))
            .build();
    return value(
        MSPConfig.newBuilder()
            .setConfig(
                FabricMSPConfig.newBuilder()
                    .setName(office.mspId())
                    .addRootCerts(root)
                    .addAllRevocationList(revocations)
                    .setFabricNodeOus(units)
                    .build()
                    .toByteString())
            .build()
            .toByteString());
  }

  /**
   * An organisation's own value while its authority is renewed: members of any of its roots count,
   * and their units are told apart without saying under which.
   */
  public static ConfigValue renewed(List<Authority> roots) {
    FabricNodeOUs.Builder units = FabricNodeOUs.newBuilder().setEnable(true);
    units
        .setClientOuIdentifier(unit("client", ByteString.EMPTY))
        .setPeerOuIdentifier(unit("peer", ByteString.EMPTY))
        .setAdminOuIdentifier(unit("admin", ByteString.EMPTY))
        .setOrdererOuIdentifier(unit("orderer", ByteString.EMPTY));
    return value(
        MSPConfig.newBuilder()
            .setConfig(
                FabricMSPConfig.newBuilder()
                    .setName(roots.get(0).mspId())
                    .addAllRootCerts(roots.stream().map(Authority::certificate).toList())
                    .setFabricNodeOus(units)
                    .build()
                    .toByteString())
            .build()
            .toByteString());
  }

  private static FabricOUIdentifier unit(String name, ByteString certificate) {
    return FabricOUIdentifier.newBuilder()
        .setCertificate(certificate)
        .setOrganizationalUnitIdentifier(name)
        .build();
  }

  /** So many of some organisations, each through a member of a role. */
  public static SignaturePolicyEnvelope outOf(int n, MSPRoleType role, List<String> mspIds) {
    SignaturePolicy.NOutOf.Builder rule = SignaturePolicy.NOutOf.newBuilder().setN(n);
    List<MSPPrincipal> principals = new ArrayList<>();
    for (int i = 0; i < mspIds.size(); i++) {
      rule.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
      principals.add(
          MSPPrincipal.newBuilder()
              .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
              .setPrincipal(
                  MSPRole.newBuilder()
                      .setMspIdentifier(mspIds.get(i))
                      .setRole(role)
                      .build()
                      .toByteString())
              .build());
    }
    return SignaturePolicyEnvelope.newBuilder()
        .setRule(SignaturePolicy.newBuilder().setNOutOf(rule))
        .addAllIdentities(principals)
        .build();
  }

  private static ConfigGroup.Builder meta(ConfigGroup.Builder group) {
    return group
        .putPolicies("Readers", implicit("Readers", ImplicitMetaPolicy.Rule.ANY))
        .putPolicies("Writers", implicit("Writers", ImplicitMetaPolicy.Rule.ANY))
        .putPolicies(ADMINS, implicit(ADMINS, ImplicitMetaPolicy.Rule.MAJORITY));
  }

  private static ConfigPolicy implicit(String below, ImplicitMetaPolicy.Rule rule) {
    return policy(
        Policy.PolicyType.IMPLICIT_META_VALUE,
        ImplicitMetaPolicy.newBuilder().setSubPolicy(below).setRule(rule).build().toByteString());
  }

  private static ConfigPolicy policy(int type, ByteString value) {
    return ConfigPolicy.newBuilder()
        .setModPolicy(ADMINS)
        .setPolicy(Policy.newBuilder().setType(type).setValue(value))
        .build();
  }

  static ConfigValue value(ByteString value) {
    return ConfigValue.newBuilder().setModPolicy(ADMINS).setValue(value).build();
  }
}
