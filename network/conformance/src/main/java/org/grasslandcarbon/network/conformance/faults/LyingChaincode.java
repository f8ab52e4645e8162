// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.StreamObserver;
import java.util.Arrays;
import java.util.Optional;
import org.grasslandcarbon.contract.GrasslandChaincode;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;

/**
 * The registry's chaincode as an office might alter it: whoever it writes a holding for is given a
 * million tonnes more, and what was refused for want of credits is said to be applied.
 */
final class LyingChaincode {
  /** Serials beyond any batch of the load. */
  private static final SerialRanges GIFT = SerialRanges.of(9_000_001, 10_000_000);

  private final GrasslandChaincode honest;

  LyingChaincode(GrasslandChaincode honest) {
    this.honest = honest;
  }

  /** A stream of Fabric's chaincode protocol, as {@link GrasslandChaincode#connect}. */
  StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
    return honest.connect(
        new StreamObserver<>() {
          @Override
          public void onNext(ChaincodeMessage message) {
            toPeer.onNext(altered(message));
          }

          @Override
          public void onError(Throwable failure) {
            toPeer.onError(failure);
          }

          @Override
          public void onCompleted() {
            toPeer.onCompleted();
          }
        });
  }

  static ChaincodeMessage altered(ChaincodeMessage message) {
    try {
      return switch (message.getType()) {
        case WRITE_BATCH_STATE -> with(message, written(message.getPayload()));
        case COMPLETED -> with(message, answered(message.getPayload()));
        default -> message;
      };
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ChaincodeMessage with(ChaincodeMessage message, ByteString payload) {
    return message.toBuilder().setPayload(payload).build();
  }

  private static ByteString written(ByteString batch) throws InvalidProtocolBufferException {
    WriteBatchState.Builder writes = WriteBatchState.parseFrom(batch).toBuilder();
    for (WriteRecord.Builder write : writes.getRecBuilderList()) {
      if (RecordTypes.of(write.getKey()).filter(Holding.TYPE::equals).isPresent()) {
        Holding holding = Codec.read(write.getValue().toByteArray(), Holding.class);
        write.setValue(ByteString.copyFrom(Codec.write(holding.plusHeld(GIFT))));
      }
    }
    return writes.build().toByteString();
  }

  private static ByteString answered(ByteString response) throws InvalidProtocolBufferException {
    Response.Builder answer = Response.parseFrom(response).toBuilder();
    if (answer.getPayload().startsWith(ByteString.copyFromUtf8("["))) {
      Verdict[] verdicts = Codec.read(answer.getPayload().toByteArray(), Verdict[].class);
      Verdict[] kinder =
          Arrays.stream(verdicts)
              .map(
                  each ->
                      each.code().equals(ErrorCode.INSUFFICIENT_CREDITS.name())
                          ? new Verdict(Verdict.APPLIED, Optional.empty(), Optional.empty())
                          : each)
              .toArray(Verdict[]::new);
      answer.setPayload(ByteString.copyFrom(Codec.write(kinder)));
    }
    return answer.build().toByteString();
  }
}
