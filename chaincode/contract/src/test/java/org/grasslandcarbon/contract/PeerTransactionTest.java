// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.junit.jupiter.api.Test;

class PeerTransactionTest {
  private final InMemoryPeer peer =
      new InMemoryPeer(InMemoryPeer.MANY_KEYS).holding(Type.GET_STATE);
  private final PeerTransaction transaction =
      new PeerTransaction(
          new TransactionId("grassland", "tx"),
          new Outbound(peer, failure -> {}),
          Duration.ofSeconds(10));

  private ByteString ask() {
    return transaction.ask(Type.GET_STATE, ByteString.EMPTY);
  }

  private static ChaincodeMessage answer(String payload) {
    return ChaincodeMessage.newBuilder()
        .setType(Type.RESPONSE)
        .setPayload(ByteString.copyFromUtf8(payload))
        .build();
  }

  @Test
  void a_second_request_is_not_sent_while_the_first_is_unanswered() throws Exception {
    CompletableFuture<ByteString> first = CompletableFuture.supplyAsync(this::ask);
    peer.awaitHeld();

    assertThatThrownBy(this::ask)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a request of this transaction is still unanswered");

    assertThat(peer.received).hasSize(1);
    assertThat(transaction.answer(answer("value"))).isTrue();
    assertThat(first.join().toStringUtf8()).isEqualTo("value");
  }

  @Test
  void an_answer_is_taken_once() throws Exception {
    CompletableFuture<ByteString> request = CompletableFuture.supplyAsync(this::ask);
    peer.awaitHeld();

    assertThat(transaction.answer(answer("first"))).isTrue();
    assertThat(transaction.answer(answer("second"))).isFalse();

    assertThat(request.join().toStringUtf8()).isEqualTo("first");
  }

  @Test
  void a_failed_transaction_sends_nothing() {
    transaction.fail("the stream to the peer is lost");

    assertThatThrownBy(this::ask)
        .isInstanceOf(PeerException.class)
        .hasMessage("the stream to the peer is lost");
    assertThat(peer.received).isEmpty();
  }
}
