// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;

/**
 * A number of the listed organisations must have endorsed, each through its peer. It is the only
 * form of policy that this peer can evaluate; on the ledger it stands as Fabric's signature policy.
 */
record EndorsementPolicy(int required, List<String> mspIds) {
  EndorsementPolicy {
    mspIds = List.copyOf(mspIds);
    if (required < 1 || required > mspIds.size()) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.INVALID_ARGUMENT,
          "An endorsement policy must ask for 1 to "
              + mspIds.size()
              + " organisations, not "
              + required
              + ".");
    }
  }

  static EndorsementPolicy majorityOf(List<String> mspIds) {
    return new EndorsementPolicy(mspIds.size() / 2 + 1, mspIds);
  }

  boolean satisfiedBy(Set<String> endorsers) {
    return mspIds.stream().filter(endorsers::contains).count() >= required;
  }

  SignaturePolicyEnvelope toSignaturePolicy(MSPRole.MSPRoleType role) {
    SignaturePolicyEnvelope.Builder policy = SignaturePolicyEnvelope.newBuilder();
    SignaturePolicy.NOutOf.Builder rule = SignaturePolicy.NOutOf.newBuilder().setN(required);
    for (int i = 0; i < mspIds.size(); i++) {
      rule.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
      policy.addIdentities(
          MSPPrincipal.newBuilder()
              .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
              .setPrincipal(
                  MSPRole.newBuilder()
                      .setMspIdentifier(mspIds.get(i))
                      .setRole(role)
                      .build()
                      .toByteString()));
    }
    return policy.setRule(SignaturePolicy.newBuilder().setNOutOf(rule)).build();
  }

  /** The {@code ApplicationPolicy} message, as a chaincode definition has it. */
  ByteString toBytes() {
    return ApplicationPolicy.newBuilder()
        .setSignaturePolicy(toSignaturePolicy(MSPRole.MSPRoleType.PEER))
        .build()
        .toByteString();
  }

  static EndorsementPolicy parse(ByteString applicationPolicy)
      throws InvalidProtocolBufferException {
    SignaturePolicyEnvelope policy =
        ApplicationPolicy.parseFrom(applicationPolicy).getSignaturePolicy();
    List<String> mspIds = new ArrayList<>();
    for (MSPPrincipal principal : policy.getIdentitiesList()) {
      mspIds.add(MSPRole.parseFrom(principal.getPrincipal()).getMspIdentifier());
    }
    return new EndorsementPolicy(policy.getRule().getNOutOf().getN(), mspIds);
  }
}
