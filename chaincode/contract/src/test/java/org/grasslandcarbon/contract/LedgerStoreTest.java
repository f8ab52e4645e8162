// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;
import org.junit.jupiter.api.Test;

class LedgerStoreTest {

  /** Runs one transaction on the calling thread; the peer answers on it too. */
  private static Response run(InMemoryPeer peer, TransactionHandler handler) {
    peer.attach(endpoint(peer, handler)).awaitReady();
    return peer.call("tx", "anything");
  }

  private static ChaincodeEndpoint endpoint(InMemoryPeer peer, TransactionHandler handler) {
    ChaincodeEndpoint endpoint =
        new ChaincodeEndpoint(handler, Runnable::run, Duration.ofSeconds(10), peer, ended -> {});
    endpoint.register("label:hash");
    return endpoint;
  }

  private static List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj("key-%05d"::formatted).toList();
  }

  private static SortedMap<String, byte[]> entries(int count) {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    keys(count).forEach(key -> entries.put(key, bytes("value of " + key)));
    return entries;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] writeAndReadBack(InMemoryPeer peer, int count) {
    return run(
            peer,
            (invocation, store) -> {
              store.putAll(entries(count));
              List<byte[]> values = store.getAll(keys(count));
              assertThat(values).containsExactlyElementsOf(entries(count).values());
              return bytes("done");
            })
        .getPayload()
        .toByteArray();
  }

  @Test
  void many_keys_travel_in_as_few_messages_as_the_peer_allows() {
    InMemoryPeer peer = new InMemoryPeer(InMemoryPeer.MANY_KEYS);

    assertThat(writeAndReadBack(peer, 2_500)).asString().isEqualTo("done");

    assertThat(peer.receivedTypes())
        .containsExactly(
            Type.REGISTER,
            Type.WRITE_BATCH_STATE,
            Type.WRITE_BATCH_STATE,
            Type.WRITE_BATCH_STATE,
            Type.GET_STATE_MULTIPLE,
            Type.GET_STATE_MULTIPLE,
            Type.GET_STATE_MULTIPLE,
            Type.COMPLETED);
    assertThat(peer.state).hasSize(2_500);
  }

  @Test
  void a_full_chunk_is_not_followed_by_an_empty_one() {
    InMemoryPeer peer = new InMemoryPeer(InMemoryPeer.offer(10));

    writeAndReadBack(peer, 20);

    assertThat(Collections.frequency(peer.receivedTypes(), Type.WRITE_BATCH_STATE)).isEqualTo(2);
    assertThat(Collections.frequency(peer.receivedTypes(), Type.GET_STATE_MULTIPLE)).isEqualTo(2);
  }

  @Test
  void a_peer_that_offers_nothing_is_asked_key_by_key() {
    InMemoryPeer peer = new InMemoryPeer(InMemoryPeer.NOTHING);

    assertThat(writeAndReadBack(peer, 3)).asString().isEqualTo("done");

    assertThat(peer.receivedTypes())
        .containsExactly(
            Type.REGISTER,
            Type.PUT_STATE,
            Type.PUT_STATE,
            Type.PUT_STATE,
            Type.GET_STATE,
            Type.GET_STATE,
            Type.GET_STATE,
            Type.COMPLETED);
  }

  @Test
  void reads_and_writes_are_offered_independently() {
    InMemoryPeer peer =
        new InMemoryPeer(
            ChaincodeAdditionalParams.newBuilder()
                .setUseGetMultipleKeys(true)
                .setMaxSizeGetMultipleKeys(100)
                .build());

    writeAndReadBack(peer, 2);

    assertThat(peer.receivedTypes())
        .containsExactly(
            Type.REGISTER, Type.PUT_STATE, Type.PUT_STATE, Type.GET_STATE_MULTIPLE, Type.COMPLETED);
  }

  @Test
  void no_keys_need_no_message() {
    InMemoryPeer peer = new InMemoryPeer(InMemoryPeer.MANY_KEYS);

    writeAndReadBack(peer, 0);

    assertThat(peer.receivedTypes()).containsExactly(Type.REGISTER, Type.COMPLETED);
  }

  @Test
  void values_come_in_the_order_of_the_keys_and_absent_ones_as_null() {
    for (ChaincodeAdditionalParams offer : List.of(InMemoryPeer.MANY_KEYS, InMemoryPeer.NOTHING)) {
      InMemoryPeer peer = new InMemoryPeer(offer);
      peer.state.put("a", ByteString.copyFromUtf8("1"));
      peer.state.put("c", ByteString.copyFromUtf8("3"));

      Response response =
          run(
              peer,
              (invocation, store) -> {
                List<byte[]> values = store.getAll(List.of("c", "b", "a"));
                assertThat(values).containsExactly(bytes("3"), null, bytes("1"));
                return bytes("seen");
              });

      assertThat(response.getPayload().toStringUtf8()).isEqualTo("seen");
    }
  }

  @Test
  void writes_keep_the_order_of_the_keys() throws InvalidProtocolBufferException {
    InMemoryPeer peer = new InMemoryPeer(InMemoryPeer.MANY_KEYS);

    writeAndReadBack(peer, 50);

    ChaincodeMessage batch = peer.received.get(1);
    assertThat(WriteBatchState.parseFrom(batch.getPayload()).getRecList())
        .extracting(WriteRecord::getKey)
        .containsExactlyElementsOf(keys(50));
  }

  @Test
  void a_batch_ends_before_its_values_outgrow_a_message() {
    InMemoryPeer peer = new InMemoryPeer(InMemoryPeer.MANY_KEYS);
    SortedMap<String, byte[]> large = new TreeMap<>();
    keys(5).forEach(key -> large.put(key, filled(LedgerStore.MAX_WRITE_BYTES / 2)));

    run(
        peer,
        (invocation, store) -> {
          store.putAll(large);
          return bytes("done");
        });

    assertThat(Collections.frequency(peer.receivedTypes(), Type.WRITE_BATCH_STATE)).isEqualTo(3);
    assertThat(peer.state).hasSize(5);
  }

  private static byte[] filled(int size) {
    byte[] value = new byte[size];
    Arrays.fill(value, (byte) 'x');
    return value;
  }

  @Test
  void an_empty_value_is_not_sent_because_fabric_would_delete_the_key() {
    InMemoryPeer peer = new InMemoryPeer(InMemoryPeer.MANY_KEYS);

    Response response =
        run(
            peer,
            (invocation, store) -> {
              store.putAll(new TreeMap<>(Map.of("a", bytes("1"), "b", new byte[0])));
              return bytes("done");
            });

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(peer.state).isEmpty();
  }

  @Test
  void an_empty_key_is_not_sent_because_the_peer_would_take_it() {
    InMemoryPeer peer = new InMemoryPeer(InMemoryPeer.MANY_KEYS);

    Response read = run(peer, (invocation, store) -> store.getAll(List.of("a", "")).get(0));
    Response write =
        run(
            new InMemoryPeer(InMemoryPeer.MANY_KEYS),
            (invocation, store) -> {
              store.putAll(new TreeMap<>(Map.of("", bytes("1"))));
              return bytes("done");
            });

    assertThat(read.getMessage()).startsWith("INTERNAL: ");
    assertThat(write.getMessage()).startsWith("INTERNAL: ");
    assertThat(peer.receivedTypes()).containsExactly(Type.REGISTER, Type.COMPLETED);
  }

  @Test
  void an_answer_with_another_number_of_values_is_not_taken() {
    GetStateMultipleResult oneValue =
        GetStateMultipleResult.newBuilder().addValues(ByteString.copyFromUtf8("1")).build();
    LedgerStore store =
        new LedgerStore(answeredWith(oneValue.toByteString()), new BatchSizes(9, 9));

    assertThatThrownBy(() -> store.getAll(List.of("a", "b")))
        .isInstanceOf(PeerException.class)
        .hasMessage("the peer answered 2 keys with 1 values");
  }

  @Test
  void an_answer_that_is_not_readable_is_not_taken() {
    ByteString garbage = ByteString.copyFrom(new byte[] {10, 99});
    LedgerStore store = new LedgerStore(answeredWith(garbage), new BatchSizes(9, 9));

    assertThatThrownBy(() -> store.getAll(List.of("a", "b")))
        .isInstanceOf(PeerException.class)
        .hasMessage("the peer's answer to GET_STATE_MULTIPLE is not readable");
  }

  private static PeerTransaction answeredWith(ByteString payload) {
    PeerTransaction[] self = new PeerTransaction[1];
    StreamObserver<ChaincodeMessage> peer =
        new StreamObserver<>() {
          @Override
          public void onNext(ChaincodeMessage request) {
            self[0].answer(
                ChaincodeMessage.newBuilder().setType(Type.RESPONSE).setPayload(payload).build());
          }

          @Override
          public void onError(Throwable cause) {}

          @Override
          public void onCompleted() {}
        };
    self[0] =
        new PeerTransaction(
            new TransactionId("channel", "tx"),
            new Outbound(peer, failure -> {}),
            Duration.ofSeconds(10));
    return self[0];
  }
}
