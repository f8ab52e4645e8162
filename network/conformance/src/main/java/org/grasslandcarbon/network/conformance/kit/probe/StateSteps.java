// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.probe;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadataResult;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;

/** Reading and writing single keys and many keys in one message. */
final class StateSteps {
  /** The name under which a key's endorsement policy is stored. */
  static final String POLICY = "VALIDATION_PARAMETER";

  private final ProbeCall call;

  StateSteps(ProbeCall call) {
    this.call = call;
  }

  String answer(Step step) throws InterruptedException, InvalidProtocolBufferException {
    return switch (step.word()) {
      case "get" -> shown(get(step.part(0)));
      case "put" -> put(step.part(0), ByteString.copyFromUtf8(step.part(1)));
      case "big" -> put(step.part(0), ByteString.copyFromUtf8("x".repeat(step.number(1))));
      case "random" -> put(step.part(0), ByteString.copyFromUtf8(UUID.randomUUID().toString()));
      case "del" -> delete(step.part(0));
      case "many" -> many(step.parts());
      case "many-numbered" -> many(numbered(step.part(0), step.number(1)));
      case "write" -> write(step.parts());
      case "write-numbered" ->
          write(
              numbered(step.part(0), step.number(1)).stream()
                  .map(key -> key + "=" + step.part(2))
                  .toList());
      case "policy" -> putPolicy(step.part(0), step.part(1));
      default -> policy(step.part(0));
    };
  }

  private ByteString get(String key) throws InterruptedException {
    return call.ask(Type.GET_STATE, GetState.newBuilder().setKey(key).build().toByteString());
  }

  private String put(String key, ByteString value) throws InterruptedException {
    call.ask(
        Type.PUT_STATE, PutState.newBuilder().setKey(key).setValue(value).build().toByteString());
    return "done";
  }

  private String delete(String key) throws InterruptedException {
    call.ask(Type.DEL_STATE, DelState.newBuilder().setKey(key).build().toByteString());
    return "done";
  }

  private String many(List<String> keys)
      throws InterruptedException, InvalidProtocolBufferException {
    ByteString answer =
        call.ask(
            Type.GET_STATE_MULTIPLE,
            GetStateMultiple.newBuilder().addAllKeys(keys).build().toByteString());
    List<ByteString> values = GetStateMultipleResult.parseFrom(answer).getValuesList();
    return values.size() > 20
        ? values.size() + " values, " + values.stream().distinct().count() + " different"
        : values.stream().map(StateSteps::shown).collect(Collectors.joining(", "));
  }

  /** A part without a value deletes. */
  private String write(List<String> entries) throws InterruptedException {
    WriteBatchState.Builder batch = WriteBatchState.newBuilder();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      WriteRecord.Builder record = batch.addRecBuilder();
      if (equals < 0) {
        record.setType(WriteRecord.Type.DEL_STATE).setKey(entry);
      } else {
        record
            .setType(WriteRecord.Type.PUT_STATE)
            .setKey(entry.substring(0, equals))
            .setValue(ByteString.copyFromUtf8(entry.substring(equals + 1)));
      }
    }
    call.ask(Type.WRITE_BATCH_STATE, batch.build().toByteString());
    return "done";
  }

  private String putPolicy(String key, String policy) throws InterruptedException {
    StateMetadata metadata =
        StateMetadata.newBuilder()
            .setMetakey(POLICY)
            .setValue(ByteString.copyFromUtf8(policy))
            .build();
    call.ask(
        Type.PUT_STATE_METADATA,
        PutStateMetadata.newBuilder().setKey(key).setMetadata(metadata).build().toByteString());
    return "done";
  }

  private String policy(String key) throws InterruptedException, InvalidProtocolBufferException {
    ByteString answer =
        call.ask(
            Type.GET_STATE_METADATA,
            GetStateMetadata.newBuilder().setKey(key).build().toByteString());
    return metadata(answer);
  }

  static String metadata(ByteString answer) throws InvalidProtocolBufferException {
    return StateMetadataResult.parseFrom(answer).getEntriesList().stream()
        .map(entry -> entry.getMetakey() + "=" + entry.getValue().toStringUtf8())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static List<String> numbered(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> prefix + String.format(Locale.ROOT, "%05d", number))
        .toList();
  }

  static String shown(ByteString value) {
    if (value.isEmpty()) {
      return "nothing";
    }
    return value.size() > 100 ? value.size() + " bytes" : value.toStringUtf8();
  }
}
