// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.hyperledger.fabric.protos.peer.lifecycle.StateMetadata;

/**
 * Chaincode definitions as they stand in the namespace {@code _lifecycle} of the world state, under
 * Fabric's own keys.
 */
final class Lifecycle {
  static final String NAMESPACE = "_lifecycle";

  private Lifecycle() {}

  /** A chaincode as the channel has agreed on it. */
  record Definition(
      String name,
      long sequence,
      String version,
      EndorsementPolicy policy,
      List<String> collections) {
    Definition {
      collections = List.copyOf(collections);
    }

    /** The named collections and the one that Fabric gives every organisation without naming it. */
    List<String> withImplicitCollections() {
      List<String> all = new ArrayList<>(collections);
      policy.mspIds().forEach(mspId -> all.add("_implicit_org_" + mspId));
      return all;
    }

    /** The same terms, whatever the sequence. */
    boolean sameTerms(Definition other) {
      return other != null
          && version.equals(other.version)
          && policy.equals(other.policy)
          && collections.equals(other.collections);
    }

    /** The keys and values that define it, in key order. */
    Map<String, ByteString> entries() {
      Map<String, ByteString> entries = new TreeMap<>();
      entries.put(
          metadataKey(name),
          StateMetadata.newBuilder()
              .setDatatype("ChaincodeDefinition")
              .addAllFields(List.of("Sequence", "EndorsementInfo", "ValidationInfo", "Collections"))
              .build()
              .toByteString());
      entries.put(
          fieldKey(name, "Sequence"),
          StateData.newBuilder().setInt64(sequence).build().toByteString());
      entries.put(
          fieldKey(name, "EndorsementInfo"),
          bytes(
              ChaincodeEndorsementInfo.newBuilder()
                  .setVersion(version)
                  .setEndorsementPlugin("escc")
                  .build()
                  .toByteString()));
      entries.put(
          fieldKey(name, "ValidationInfo"),
          bytes(
              ChaincodeValidationInfo.newBuilder()
                  .setValidationPlugin("vscc")
                  .setValidationParameter(policy.toBytes())
                  .build()
                  .toByteString()));
      CollectionConfigPackage.Builder configs = CollectionConfigPackage.newBuilder();
      collections.forEach(
          collection ->
              configs.addConfig(
                  CollectionConfig.newBuilder()
                      .setStaticCollectionConfig(
                          StaticCollectionConfig.newBuilder().setName(collection))));
      entries.put(fieldKey(name, "Collections"), bytes(configs.build().toByteString()));
      return entries;
    }
  }

  static String metadataKey(String chaincode) {
    return "namespaces/metadata/" + chaincode;
  }

  static String fieldKey(String chaincode, String field) {
    return "namespaces/fields/" + chaincode + "/" + field;
  }

  private static ByteString bytes(ByteString value) {
    return StateData.newBuilder().setBytes(value).build().toByteString();
  }

  /** The definition in this state, or null. */
  static Definition read(Snapshot state, String chaincode) {
    StateValue sequence = state.get(key(chaincode, "Sequence"));
    if (sequence == null) {
      return null;
    }
    try {
      ChaincodeEndorsementInfo endorsement =
          ChaincodeEndorsementInfo.parseFrom(field(state, chaincode, "EndorsementInfo"));
      ChaincodeValidationInfo validation =
          ChaincodeValidationInfo.parseFrom(field(state, chaincode, "ValidationInfo"));
      List<String> collections = new ArrayList<>();
      for (CollectionConfig config :
          CollectionConfigPackage.parseFrom(field(state, chaincode, "Collections"))
              .getConfigList()) {
        collections.add(config.getStaticCollectionConfig().getName());
      }
      return new Definition(
          chaincode,
          StateData.parseFrom(sequence.value()).getInt64(),
          endorsement.getVersion(),
          EndorsementPolicy.parse(validation.getValidationParameter()),
          collections);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(
          "The definition of " + chaincode + " on the ledger cannot be read.", e);
    }
  }

  private static ByteString field(Snapshot state, String chaincode, String field)
      throws InvalidProtocolBufferException {
    return StateData.parseFrom(state.get(key(chaincode, field)).value()).getBytes();
  }

  private static StateKey key(String chaincode, String field) {
    return StateKey.of(NAMESPACE, fieldKey(chaincode, field));
  }
}
