// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.GetQueryResult;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages with many keys, and other things that only a chaincode speaking the protocol itself can
 * do.
 */
class BatchedMessagesTest {
  @TempDir Path directory;

  private static List<String> keys(int count) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add("key" + i);
    }
    return keys;
  }

  /** Reads so many keys, writes so many, and says how many were there. */
  private static RawChaincode counting() {
    return new RawChaincode(
        call -> {
          long there =
              call.getAll(keys(Integer.parseInt(call.argument(1)))).stream()
                  .filter(value -> !value.isEmpty())
                  .count();
          Map<String, ByteString> writes = new LinkedHashMap<>();
          keys(Integer.parseInt(call.argument(2)))
              .forEach(key -> writes.put(key, ByteString.copyFromUtf8("value of " + key)));
          call.putAll(writes);
          return there + " of " + call.argument(1);
        });
  }

  private interface Work {
    void run(EmbeddedPeer peer, TestClient client) throws Exception;
  }

  private void with(ChaincodeConnector chaincode, Duration timeout, Work work) throws Exception {
    try (EmbeddedPeer peer =
            Inside.open(
                EmbeddedPeer.builder(directory)
                    .chaincode("keys", "1", chaincode)
                    .executionTimeout(timeout));
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      work.run(peer, client);
    }
  }

  @Test
  void a_thousand_keys_are_read_and_written_in_one_message_each() throws Exception {
    RawChaincode chaincode = counting();
    with(
        chaincode,
        ChaincodeStream.EXECUTION_TIMEOUT,
        (peer, client) -> {
          ChaincodeAdditionalParams offer = ChaincodeAdditionalParams.parseFrom(chaincode.ready);
          assertThat(offer.getUseGetMultipleKeys()).isTrue();
          assertThat(offer.getMaxSizeGetMultipleKeys()).isEqualTo(1000);
          assertThat(offer.getUseWriteBatch()).isTrue();
          assertThat(offer.getMaxSizeWriteBatch()).isEqualTo(1000);
          assertThat(client.submit("run", "1000", "600")).isEqualTo("0 of 1000");
          assertThat(client.submit("run", "1000", "1000")).isEqualTo("600 of 1000");
          assertThat(client.evaluate("run", "1000", "1")).isEqualTo("1000 of 1000");
          assertThat(Inside.state(peer, "keys", "key999").value().toStringUtf8())
              .isEqualTo("value of key999");
          assertThat(peer.verify().problems()).isEmpty();
        });
  }

  @Test
  void arguments_of_megabytes_pass_in_process_and_over_a_socket() throws Exception {
    String payload = "x".repeat(5 << 20);
    with(
        counting(),
        ChaincodeStream.EXECUTION_TIMEOUT,
        (peer, client) -> {
          assertThat(client.submit("run", "1000", "1000", payload)).isEqualTo("0 of 1000");
          InetSocketAddress address =
              peer.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
          // Clients take 4 MiB unless told otherwise; the endorsed transaction comes back whole.
          ManagedChannel channel =
              NettyChannelBuilder.forAddress(address)
                  .usePlaintext()
                  .maxInboundMessageSize(64 << 20)
                  .build();
          try (TestClient remote = new TestClient(peer.enrol("GrasslandMSP", "bob"), channel)) {
            assertThat(remote.submit("run", "1000", "1", payload)).isEqualTo("1000 of 1000");
            try (var blocks =
                remote
                    .network()
                    .newBlockEventsRequest()
                    .startBlock(peer.height() - 1)
                    .build()
                    .getEvents()) {
              assertThat(blocks.next().getSerializedSize()).isGreaterThan(5 << 20);
            }
          } finally {
            channel.shutdownNow();
          }
        });
  }

  @Test
  void one_key_more_than_announced_is_not_counted() throws Exception {
    with(
        counting(),
        ChaincodeStream.EXECUTION_TIMEOUT,
        (peer, client) -> client.submit("run", "1001", "1001"));
  }

  @Test
  void a_chaincode_does_not_see_its_own_writes() throws Exception {
    with(
        new RawChaincode(
            call -> {
              RawChaincode.Call.mustSucceed(
                  call.ask(
                      ChaincodeMessage.Type.PUT_STATE,
                      PutState.newBuilder()
                          .setKey("a")
                          .setValue(ByteString.copyFromUtf8("new"))
                          .build()
                          .toByteString()));
              return call.getAll(List.of("a")).get(0).toStringUtf8();
            }),
        ChaincodeStream.EXECUTION_TIMEOUT,
        (peer, client) -> {
          assertThat(client.submit("run")).isEmpty();
          assertThat(client.submit("run")).isEqualTo("new");
        });
  }

  @Test
  void the_reasons_of_failed_requests_are_those_of_fabric() throws Exception {
    with(
        new RawChaincode(
            call -> {
              ChaincodeMessage answer =
                  switch (call.argument(1)) {
                    case "range" ->
                        call.ask(
                            ChaincodeMessage.Type.QUERY_STATE_NEXT,
                            QueryStateNext.newBuilder().setId("unknown").build().toByteString());
                    case "rich" ->
                        call.ask(
                            ChaincodeMessage.Type.GET_QUERY_RESULT,
                            GetQueryResult.newBuilder().setQuery("{}").build().toByteString());
                    case "collection" ->
                        call.ask(
                            ChaincodeMessage.Type.GET_STATE,
                            GetState.newBuilder()
                                .setKey("a")
                                .setCollection("unknown")
                                .build()
                                .toByteString());
                    default ->
                        call.ask(
                            ChaincodeMessage.Type.INVOKE_CHAINCODE,
                            ChaincodeSpec.newBuilder()
                                .setChaincodeId(ChaincodeID.newBuilder().setName(call.argument(1)))
                                .build()
                                .toByteString());
                  };
              return answer.getType() + " " + answer.getPayload().toStringUtf8();
            }),
        ChaincodeStream.EXECUTION_TIMEOUT,
        (peer, client) -> {
          assertThat(client.evaluate("run", "range"))
              .startsWith("ERROR QUERY_STATE_NEXT failed: transaction ID: ")
              .endsWith(": query iterator not found");
          assertThat(client.evaluate("run", "rich"))
              .endsWith(": ExecuteQuery not supported for leveldb");
          assertThat(client.evaluate("run", "collection"))
              .endsWith(": collection grassland/keys/unknown could not be found");
          assertThat(client.evaluate("run", "keys"))
              .contains("execute failed: error sending: txid: ")
              .endsWith("(grassland) exists");
          assertThat(client.evaluate("run", "nowhere"))
              .endsWith(
                  "execute failed: invalid invocation: [channel grassland] failed to get chaincode container info for nowhere: chaincode nowhere not found");
          assertThat(client.evaluate("run", "keys/elsewhere"))
              .endsWith(": Failed to get policy manager for channel [elsewhere]");
        });
  }

  @Test
  void a_request_outside_a_transaction_gets_an_error() throws Exception {
    BlockingQueue<ChaincodeMessage> toChaincode = new LinkedBlockingQueue<>();
    List<StreamObserver<ChaincodeMessage>> toPeer = new ArrayList<>();
    with(
        fromChaincode -> {
          toPeer.add(fromChaincode);
          fromChaincode.onNext(
              ChaincodeMessage.newBuilder()
                  .setType(ChaincodeMessage.Type.REGISTER)
                  .setPayload(ChaincodeID.newBuilder().setName("own:1").build().toByteString())
                  .build());
          return new StreamObserver<>() {
            @Override
            public void onNext(ChaincodeMessage message) {
              toChaincode.add(message);
            }

            @Override
            public void onError(Throwable cause) {}

            @Override
            public void onCompleted() {}
          };
        },
        ChaincodeStream.EXECUTION_TIMEOUT,
        (peer, client) -> {
          toPeer
              .get(0)
              .onNext(
                  ChaincodeMessage.newBuilder()
                      .setType(ChaincodeMessage.Type.GET_STATE)
                      .setTxid("unknown")
                      .setChannelId("grassland")
                      .setPayload(GetState.newBuilder().setKey("a").build().toByteString())
                      .build());
          assertThat(toChaincode.take().getType()).isEqualTo(ChaincodeMessage.Type.REGISTERED);
          assertThat(toChaincode.take().getType()).isEqualTo(ChaincodeMessage.Type.READY);
          ChaincodeMessage answer = toChaincode.take();
          assertThat(answer.getType()).isEqualTo(ChaincodeMessage.Type.ERROR);
          assertThat(answer.getPayload().toStringUtf8())
              .isEqualTo("GET_STATE failed: transaction ID: unknown: no ledger context");
        });
  }

  @Test
  void a_chaincode_that_does_not_register_is_named() {
    assertThatThrownBy(
            () ->
                Inside.open(
                    EmbeddedPeer.builder(directory)
                        .chaincode(
                            "keys",
                            "1",
                            fromChaincode -> {
                              throw new IllegalStateException("no such program");
                            })))
        .isInstanceOf(EmbeddedPeerException.class)
        .hasMessageContaining("could not launch chaincode keys")
        .hasRootCauseMessage("no such program");
  }

  @Test
  void a_chaincode_that_does_not_answer_is_given_up() throws Exception {
    with(
        new RawChaincode(
            call -> {
              Thread.sleep(Long.MAX_VALUE);
              return "";
            }),
        Duration.ofMillis(100),
        (peer, client) -> {
          GatewayException e =
              catchThrowableOfType(GatewayException.class, () -> client.evaluate("run"));
          assertThat(e.getDetails().get(0).getMessage())
              .endsWith("error sending: timeout expired while executing transaction");
        });
  }

  @Test
  void a_chaincode_service_is_reached_over_a_socket_and_again_after_it_was_restarted()
      throws Exception {
    Server service = service(0);
    int port = service.getPort();
    ManagedChannel toService =
        NettyChannelBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .usePlaintext()
            .build();
    try {
      with(
          ChaincodeConnector.overGrpc(toService),
          ChaincodeStream.EXECUTION_TIMEOUT,
          (peer, client) -> {
            assertThat(client.submit("run", "1000", "1000")).isEqualTo("0 of 1000");
            service.shutdownNow().awaitTermination();
            Server again = service(port);
            toService.resetConnectBackoff();
            String answer = null;
            for (int attempt = 0; answer == null && attempt < 1000; attempt++) {
              try {
                answer = client.evaluate("run", "1000", "0");
              } catch (GatewayException e) {
                // The first calls may still meet the end of the old stream.
                Thread.onSpinWait();
              }
            }
            assertThat(answer).isEqualTo("1000 of 1000");
            again.shutdownNow();
          });
    } finally {
      toService.shutdownNow();
      service.shutdownNow();
    }
  }

  private static Server service(int port) throws Exception {
    RawChaincode chaincode = counting();
    return NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        .addService(
            new ChaincodeGrpc.ChaincodeImplBase() {
              @Override
              public StreamObserver<ChaincodeMessage> connect(
                  StreamObserver<ChaincodeMessage> toPeer) {
                return chaincode.connect(
                    new StreamObserver<>() {
                      @Override
                      public synchronized void onNext(ChaincodeMessage message) {
                        toPeer.onNext(message);
                      }

                      @Override
                      public void onError(Throwable cause) {
                        toPeer.onError(cause);
                      }

                      @Override
                      public void onCompleted() {
                        toPeer.onCompleted();
                      }
                    });
              }
            })
        .build()
        .start();
  }
}
