// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrasslandChaincodeTest {
  private final GrasslandChaincode chaincode =
      new GrasslandChaincode(
          "grassland:0123abcd",
          (invocation, store) -> "ran".getBytes(StandardCharsets.UTF_8),
          WorkerPools.transactions(),
          Duration.ofSeconds(10));

  @AfterEach
  void close() {
    chaincode.close();
  }

  private InMemoryPeer connect() {
    return connect(chaincode);
  }

  private static InMemoryPeer connect(GrasslandChaincode chaincode) {
    InMemoryPeer peer = new InMemoryPeer(InMemoryPeer.MANY_KEYS);
    return peer.attach(chaincode.connect(peer));
  }

  private List<InMemoryPeer> connectAsManyAsAllowed() {
    List<InMemoryPeer> peers = new ArrayList<>();
    for (int n = 0; n < GrasslandChaincode.MAX_STREAMS; n++) {
      peers.add(connect().awaitReady());
    }
    return peers;
  }

  private static void assertTurnedAway(InMemoryPeer peer) throws Exception {
    assertThat(Status.fromThrowable(peer.ended.get(10, TimeUnit.SECONDS)).getCode())
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(peer.received).isEmpty();
  }

  @Test
  void several_peers_in_the_same_jvm_each_have_their_own_stream() {
    for (InMemoryPeer peer : connectAsManyAsAllowed()) {
      assertThat(peer.call("tx", "anything").getPayload().toStringUtf8()).isEqualTo("ran");
      assertThat(peer.receivedTypes()).containsExactly(Type.REGISTER, Type.COMPLETED);
    }
  }

  @Test
  void one_stream_too_many_is_turned_away_until_another_has_ended() throws Exception {
    List<InMemoryPeer> peers = connectAsManyAsAllowed();
    assertTurnedAway(connect());

    peers.get(0).finish();
    connect().awaitReady();
    assertTurnedAway(connect());

    peers.get(1).lose(Status.UNAVAILABLE.asRuntimeException());
    connect().awaitReady();
    assertTurnedAway(connect());
  }

  @Test
  void closing_ends_every_stream_in_order_and_takes_no_more() throws Exception {
    InMemoryPeer peer = connect().awaitReady();

    chaincode.close();

    assertThat(peer.ended.get(10, TimeUnit.SECONDS)).isNull();
    assertTurnedAway(connect());
  }

  @Test
  void the_registry_answers_through_the_public_constructor() {
    Clock clock = Clock.fixed(Calls.TIME, ZoneOffset.UTC);
    try (GrasslandChaincode registry =
        new GrasslandChaincode("grassland:0123abcd", clock, Set.of(Calls.MSP_ID))) {
      InMemoryPeer peer = connect(registry).awaitReady();

      Response metadata = peer.call("tx1", "org.hyperledger.fabric:GetMetadata");
      Response unknown = peer.call("tx2", "transfer");
      Response founding = peer.call("tx3", "bootstrap", "not JSON");

      assertThat(metadata.getPayload().toStringUtf8()).contains("GrasslandContract");
      assertThat(unknown.getMessage()).startsWith("MALFORMED: no function 'transfer'");
      assertThat(founding.getMessage()).startsWith("MALFORMED: ");
    }
  }
}
