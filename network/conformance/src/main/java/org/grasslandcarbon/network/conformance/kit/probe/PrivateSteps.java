// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.probe;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadata;

/**
 * Reading and writing the keys of private data collections; a step's first part is the collection.
 */
final class PrivateSteps {
  private final ProbeCall call;

  PrivateSteps(ProbeCall call) {
    this.call = call;
  }

  String answer(Step step) throws InterruptedException, InvalidProtocolBufferException {
    String collection = step.part(0);
    String key = step.part(1);
    switch (step.word()) {
      case "get-private" -> {
        return StateSteps.shown(call.ask(Type.GET_STATE, read(collection, key)));
      }
      case "hash-private" -> {
        ByteString hash = call.ask(Type.GET_PRIVATE_DATA_HASH, read(collection, key));
        return hash.isEmpty() ? "nothing" : HexFormat.of().formatHex(hash.toByteArray());
      }
      case "many-private" -> {
        return many(step);
      }
      case "policy-of-private" -> {
        return policy(collection, key);
      }
      case "put-private" -> put(collection, key, value(step));
      case "policy-private" -> putPolicy(collection, key, step.part(2));
      case "purge-private" -> call.ask(Type.PURGE_PRIVATE_DATA, deletion(collection, key));
      default -> call.ask(Type.DEL_STATE, deletion(collection, key));
    }
    return "done";
  }

  /** The value comes in the transient map, under the key's name, unless the step has it. */
  private ByteString value(Step step) {
    return step.parts().size() > 2
        ? ByteString.copyFromUtf8(step.part(2))
        : call.transientValue("value");
  }

  private static ByteString read(String collection, String key) {
    return GetState.newBuilder().setCollection(collection).setKey(key).build().toByteString();
  }

  private static ByteString deletion(String collection, String key) {
    return DelState.newBuilder().setCollection(collection).setKey(key).build().toByteString();
  }

  private void put(String collection, String key, ByteString value) throws InterruptedException {
    call.ask(
        Type.PUT_STATE,
        PutState.newBuilder()
            .setCollection(collection)
            .setKey(key)
            .setValue(value)
            .build()
            .toByteString());
  }

  private String many(Step step) throws InterruptedException, InvalidProtocolBufferException {
    ByteString answer =
        call.ask(
            Type.GET_STATE_MULTIPLE,
            GetStateMultiple.newBuilder()
                .setCollection(step.part(0))
                .addAllKeys(step.parts().subList(1, step.parts().size()))
                .build()
                .toByteString());
    return GetStateMultipleResult.parseFrom(answer).getValuesList().stream()
        .map(StateSteps::shown)
        .collect(Collectors.joining(", "));
  }

  private void putPolicy(String collection, String key, String policy) throws InterruptedException {
    call.ask(
        Type.PUT_STATE_METADATA,
        PutStateMetadata.newBuilder()
            .setCollection(collection)
            .setKey(key)
            .setMetadata(
                StateMetadata.newBuilder()
                    .setMetakey(StateSteps.POLICY)
                    .setValue(ByteString.copyFromUtf8(policy)))
            .build()
            .toByteString());
  }

  private String policy(String collection, String key)
      throws InterruptedException, InvalidProtocolBufferException {
    return StateSteps.metadata(
        call.ask(
            Type.GET_STATE_METADATA,
            GetStateMetadata.newBuilder()
                .setCollection(collection)
                .setKey(key)
                .build()
                .toByteString()));
  }
}
