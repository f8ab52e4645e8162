// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;

/**
 * A chaincode as the channel has agreed on it: what Fabric's lifecycle has written to the state.
 *
 * @param version its version, which names its rules
 * @param sequence how often it was agreed upon
 * @param policy who must endorse it, Fabric's {@code ApplicationPolicy}
 * @param collections the policies of its collections, where they have one
 */
record Definition(
    String version,
    long sequence,
    ByteString policy,
    Map<String, Optional<ByteString>> collections) {
  /** The namespace in which definitions stand. */
  static final String NAMESPACE = "_lifecycle";

  Definition {
    collections = Map.copyOf(collections);
  }

  /** Where a chaincode's sequence stands: it is written with every definition. */
  static String sequenceKey(String chaincode) {
    return field(chaincode, "Sequence");
  }

  private static String field(String chaincode, String name) {
    return "namespaces/fields/" + chaincode + "/" + name;
  }

  /** The definition of a chaincode; empty when there is none that can be read. */
  static Optional<Definition> find(LedgerState state, String chaincode) {
    try {
      Optional<StateData> sequence = data(state, sequenceKey(chaincode));
      Optional<StateData> endorsement = data(state, field(chaincode, "EndorsementInfo"));
      Optional<StateData> validation = data(state, field(chaincode, "ValidationInfo"));
      if (sequence.isEmpty() || endorsement.isEmpty() || validation.isEmpty()) {
        return Optional.empty();
      }
      Map<String, Optional<ByteString>> collections = new HashMap<>();
      Optional<StateData> configured = data(state, field(chaincode, "Collections"));
      if (configured.isPresent()) {
        for (CollectionConfig each :
            CollectionConfigPackage.parseFrom(configured.get().getBytes()).getConfigList()) {
          var own = each.getStaticCollectionConfig();
          collections.put(
              own.getName(),
              own.hasEndorsementPolicy()
                  ? Optional.of(own.getEndorsementPolicy().toByteString())
                  : Optional.empty());
        }
      }
      return Optional.of(
          new Definition(
              ChaincodeEndorsementInfo.parseFrom(endorsement.get().getBytes()).getVersion(),
              sequence.get().getInt64(),
              ChaincodeValidationInfo.parseFrom(validation.get().getBytes())
                  .getValidationParameter(),
              collections));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private static Optional<StateData> data(LedgerState state, String key)
      throws InvalidProtocolBufferException {
    Optional<Stored> stored = state.find(NAMESPACE, key);
    return stored.isEmpty()
        ? Optional.empty()
        : Optional.of(StateData.parseFrom(stored.get().value()));
  }
}
