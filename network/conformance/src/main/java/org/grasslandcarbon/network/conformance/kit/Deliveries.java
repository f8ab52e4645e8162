// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import com.google.protobuf.ByteString;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekInfo.SeekBehavior;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekOldest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.orderer.SeekSpecified;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Fabric's deliver service, asked in every way that it offers. */
public final class Deliveries {
  private static final int SECONDS = 30;

  /** Which of the service's calls. */
  public enum Kind {
    FULL,
    FILTERED,
    WITH_PRIVATE_DATA
  }

  private Deliveries() {}

  public static SeekPosition at(long number) {
    return SeekPosition.newBuilder()
        .setSpecified(SeekSpecified.newBuilder().setNumber(number))
        .build();
  }

  public static SeekPosition oldest() {
    return SeekPosition.newBuilder().setOldest(SeekOldest.getDefaultInstance()).build();
  }

  public static SeekPosition newest() {
    return SeekPosition.newBuilder().setNewest(SeekNewest.getDefaultInstance()).build();
  }

  public static SeekInfo seek(SeekPosition start, SeekPosition stop, SeekBehavior behavior) {
    return SeekInfo.newBuilder().setStart(start).setStop(stop).setBehavior(behavior).build();
  }

  /** A request in the name of a client; unsigned parts are the caller's to change. */
  public static Envelope request(Client client, String channelId, Instant time, SeekInfo seek) {
    ByteString payload =
        Payload.newBuilder()
            .setHeader(
                Header.newBuilder()
                    .setChannelHeader(
                        ChannelHeader.newBuilder()
                            .setType(HeaderType.DELIVER_SEEK_INFO_VALUE)
                            .setChannelId(channelId)
                            .setTimestamp(Crafted.timestamp(time))
                            .build()
                            .toByteString())
                    .setSignatureHeader(
                        SignatureHeader.newBuilder()
                            .setCreator(client.creator())
                            .build()
                            .toByteString()))
            .setData(seek.toByteString())
            .build()
            .toByteString();
    return Envelope.newBuilder().setPayload(payload).setSignature(client.sign(payload)).build();
  }

  /** Everything that is delivered until the service says how it ended. */
  public static List<DeliverResponse> all(Channel channel, Kind kind, Envelope request)
      throws InterruptedException {
    CompletableFuture<List<DeliverResponse>> done = new CompletableFuture<>();
    StreamObserver<Envelope> requests = open(channel, kind, new Collecting(done));
    requests.onNext(request);
    try {
      return done.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(Failure.of(e.getCause()).summary(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("nothing ended the delivery", e);
    } finally {
      requests.onCompleted();
    }
  }

  /**
   * The codes of the transactions in some blocks that are not valid, in sorted order. They are read
   * from whole blocks: the filtered delivery of a peer ends at a transaction that it cannot read.
   */
  public static List<String> invalid(Client client, long from, long to)
      throws InterruptedException {
    List<String> invalid = new ArrayList<>();
    SeekInfo seek = seek(at(from), at(to), SeekBehavior.BLOCK_UNTIL_READY);
    Envelope request = request(client, Target.CHANNEL, Instant.now(), seek);
    for (DeliverResponse each : all(client.channel(), Kind.FULL, request)) {
      if (each.hasBlock()) {
        BlockMetadata metadata = each.getBlock().getMetadata();
        for (byte code : metadata.getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE)) {
          if (code != TxValidationCode.VALID_VALUE) {
            invalid.add(TxValidationCode.forNumber(Byte.toUnsignedInt(code)).name());
          }
        }
      }
    }
    Collections.sort(invalid);
    return invalid;
  }

  private static StreamObserver<Envelope> open(
      Channel channel, Kind kind, StreamObserver<DeliverResponse> observer) {
    DeliverGrpc.DeliverStub stub = DeliverGrpc.newStub(channel);
    return switch (kind) {
      case FULL -> stub.deliver(observer);
      case FILTERED -> stub.deliverFiltered(observer);
      case WITH_PRIVATE_DATA -> stub.deliverWithPrivateData(observer);
    };
  }

  /** Ends with the first status. */
  private static final class Collecting implements StreamObserver<DeliverResponse> {
    private final CompletableFuture<List<DeliverResponse>> done;
    private final List<DeliverResponse> responses = new ArrayList<>();

    private Collecting(CompletableFuture<List<DeliverResponse>> done) {
      this.done = done;
    }

    @Override
    public void onNext(DeliverResponse response) {
      responses.add(response);
      if (response.getTypeCase() == DeliverResponse.TypeCase.STATUS) {
        done.complete(responses);
      }
    }

    @Override
    public void onError(Throwable cause) {
      done.completeExceptionally(cause);
    }

    @Override
    public void onCompleted() {
      done.complete(responses);
    }
  }
}
