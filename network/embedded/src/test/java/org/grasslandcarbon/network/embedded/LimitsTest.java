// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that grows has a limit, and what is over it is told so. */
class LimitsTest {
  @TempDir Path directory;

  private EmbeddedPeer.Builder builder() {
    return EmbeddedPeer.builder(directory)
        .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract()));
  }

  @Test
  void more_calls_than_allowed_are_refused_with_the_text_of_fabric() throws Exception {
    try (EmbeddedPeer peer = Inside.open(builder().limits(new ConcurrencyLimits(1, 1)));
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      submitWhenFree(client);
      try (CloseableIterator<ChaincodeEvent> events = eventsWhenFree(client)) {
        assertThat(events.next().getEventName()).isEqualTo("put");
        GatewayException e =
            catchThrowableOfType(GatewayException.class, () -> client.evaluate("get", "a"));
        assertThat(e.getStatus().getCode()).isEqualTo(Code.UNKNOWN);
        assertThat(e.getStatus().getDescription())
            .isEqualTo("too many requests for /gateway.Gateway, exceeding concurrency limit (1)");
      }
    }
  }

  /**
   * A call's place becomes free a moment after its answer has arrived, so the next call may have to
   * try again.
   */
  private static void submitWhenFree(TestClient client) throws Exception {
    var proposal = client.contract().newProposal("putWithEvent").addArguments("a", "1").build();
    var transaction = whenFree(proposal::endorse);
    var submitted = whenFree(transaction::submitAsync);
    assertThat(whenFree(submitted::getStatus).isSuccessful()).isTrue();
  }

  private static CloseableIterator<ChaincodeEvent> eventsWhenFree(TestClient client)
      throws Exception {
    return whenFree(
        () -> {
          var events =
              client.network().newChaincodeEventsRequest("keys").startBlock(0).build().getEvents();
          events.hasNext();
          return events;
        });
  }

  private static <T> T whenFree(Callable<T> call) throws Exception {
    while (true) {
      try {
        return call.call();
      } catch (GatewayException | GatewayRuntimeException e) {
        assertThat(e).hasMessageContaining("too many requests");
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void a_transaction_larger_than_any_block_is_refused() throws Exception {
    BlockCutting small = new BlockCutting(10, 20_000, 10_000, Duration.ZERO);
    try (EmbeddedPeer peer = Inside.open(builder().blockCutting(small));
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      client.submit("put", "a", "x".repeat(2_000));
      SubmitException e =
          catchThrowableOfType(
              SubmitException.class, () -> client.submit("put", "a", "x".repeat(30_000)));
      assertThat(e.getDetails().get(0).getMessage())
          .startsWith("received unsuccessful response from orderer: status=BAD_REQUEST")
          .endsWith("exceeds maximum allowed 20000 bytes");
    }
  }

  @Test
  void blocks_keep_to_the_preferred_size_and_to_the_number_of_transactions() throws Exception {
    BlockCutting cutting = new BlockCutting(4, 1 << 20, 12_000, Duration.ofMillis(20));
    try (EmbeddedPeer peer = Inside.open(builder().blockCutting(cutting));
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      List<SubmittedTransaction> submitted = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        submitted.add(
            client
                .contract()
                .newProposal("put")
                .addArguments("k" + i, "x".repeat(i % 3 == 0 ? 4_000 : 10))
                .build()
                .endorse()
                .submitAsync());
      }
      for (SubmittedTransaction transaction : submitted) {
        assertThat(transaction.getStatus().isSuccessful()).isTrue();
      }
      for (long number = 2; number < peer.height(); number++) {
        var data = peer.block(number).getData();
        assertThat(data.getDataCount()).isLessThanOrEqualTo(4);
        if (data.getDataCount() > 1) {
          assertThat(data.getSerializedSize()).isLessThan(13_000);
        }
      }
    }
  }

  @Test
  void private_values_that_are_not_held_any_more_are_not_committed() throws Exception {
    try (EmbeddedPeer peer = Inside.open(builder());
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      var endorsed =
          client
              .contract()
              .newProposal("putPrivate")
              .addArguments("_implicit_org_GrasslandMSP", "a")
              .putTransient("value", "1")
              .build()
              .endorse();
      Inside.of(peer).transientStore().remove(endorsed.getTransactionId());
      SubmitException e = catchThrowableOfType(SubmitException.class, endorsed::submitAsync);
      assertThat(e.getDetails().get(0).getMessage()).contains("endorse it again");
    }
  }

  @Test
  void the_oldest_private_values_give_way() {
    TransientStore store = new TransientStore();
    TxPvtReadWriteSet values =
        TxPvtReadWriteSet.newBuilder()
            .addNsPvtRwset(NsPvtReadWriteSet.newBuilder().setNamespace("keys"))
            .build();
    for (int i = 0; i <= TransientStore.MAX_TRANSACTIONS; i++) {
      store.put("t" + i, values);
    }
    assertThat(store.get("t0")).isNull();
    assertThat(store.get("t1")).isNotNull();
    assertThat(store.get("t" + TransientStore.MAX_TRANSACTIONS)).isNotNull();
  }

  @Test
  void sizes_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new BlockCutting(0, 10, 10, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BlockCutting(1, 10, 11, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ConcurrencyLimits(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder().chaincode("a$b", "1", null))
        .isInstanceOf(EmbeddedPeerException.class);
  }
}
