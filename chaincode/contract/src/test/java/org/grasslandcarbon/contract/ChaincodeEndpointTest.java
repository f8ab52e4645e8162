// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChaincodeEndpointTest {
  private static final Duration PATIENT = Duration.ofSeconds(10);

  /** Appends its argument to what the ledger holds under "log", and answers with the whole. */
  private static final TransactionHandler APPEND =
      (invocation, store) -> {
        byte[] before = store.getAll(List.of("log")).get(0);
        String text = before == null ? "" : new String(before, StandardCharsets.UTF_8);
        byte[] after = bytes(text + invocation.arguments().get(0).toStringUtf8());
        store.putAll(new TreeMap<>(Map.of("log", after)));
        return after;
      };

  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final CompletableFuture<ChaincodeEndpoint> ended = new CompletableFuture<>();

  @AfterEach
  void stopThreads() throws InterruptedException {
    pool.shutdownNow();
    assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).as("no thread is left behind").isTrue();
  }

  private InMemoryPeer connect(InMemoryPeer peer, TransactionHandler handler) {
    return connect(peer, handler, pool, PATIENT).awaitReady();
  }

  private InMemoryPeer connect(
      InMemoryPeer peer, TransactionHandler handler, Executor executor, Duration answerLimit) {
    ChaincodeEndpoint endpoint =
        new ChaincodeEndpoint(handler, executor, answerLimit, peer, ended::complete);
    endpoint.register("grassland:0123abcd");
    return peer.attach(endpoint);
  }

  private static InMemoryPeer peer() {
    return new InMemoryPeer(InMemoryPeer.MANY_KEYS);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void it_registers_under_the_package_id() throws Exception {
    InMemoryPeer peer = connect(peer(), APPEND);

    assertThat(peer.receivedTypes()).containsExactly(Type.REGISTER);
    assertThat(ChaincodeID.parseFrom(peer.received.get(0).getPayload()).getName())
        .isEqualTo("grassland:0123abcd");
  }

  @Test
  void a_transaction_reads_writes_and_answers() {
    InMemoryPeer peer = connect(peer(), APPEND);

    assertThat(peer.call("tx1", "append", "a").getPayload().toStringUtf8()).isEqualTo("a");
    Response second = peer.call("tx2", "append", "b");

    assertThat(second.getPayload().toStringUtf8()).isEqualTo("ab");
    assertThat(second.getStatus()).isEqualTo(200);
    assertThat(peer.state.get("log").toStringUtf8()).isEqualTo("ab");
  }

  @Test
  void the_handler_is_told_who_called_what_and_when() {
    InMemoryPeer peer =
        connect(
            peer(),
            (invocation, store) -> {
              assertThat(invocation)
                  .isEqualTo(
                      new Invocation(
                          new TransactionId(Calls.CHANNEL, "tx"),
                          "function",
                          List.of(ByteString.copyFromUtf8("one"), ByteString.EMPTY),
                          Calls.MSP_ID,
                          Calls.TIME));
              return bytes("seen");
            });

    assertThat(peer.call("tx", "function", "one", "").getPayload().toStringUtf8())
        .isEqualTo("seen");
  }

  @Test
  void a_refusal_reaches_the_client_as_code_and_detail() {
    InMemoryPeer peer =
        connect(
            peer(),
            (invocation, store) -> {
              throw new RegistryException(
                  ErrorCode.MALFORMED, Detail.told("不是一份文档", "not a document"));
            });

    Response response = peer.call("tx", "function");

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getMessage()).isEqualTo("MALFORMED: not a document\t不是一份文档");
    assertThat(response.getPayload()).isEmpty();
  }

  @Test
  void an_unexpected_failure_tells_the_client_nothing_of_its_cause() {
    InMemoryPeer peer =
        connect(
            peer(),
            (invocation, store) -> {
              throw new IllegalStateException("secret balance 42");
            });

    assertThat(peer.call("tx77", "function").getMessage())
        .startsWith("INTERNAL: unexpected failure, see the chaincode's log at transaction tx77\t");
  }

  @Test
  void a_stack_overflow_is_answered_too() {
    InMemoryPeer peer = connect(peer(), (invocation, store) -> recurse(0));

    assertThat(peer.call("tx", "function").getMessage()).startsWith("INTERNAL: ");
    assertThat(peer.call("tx2", "function").getMessage()).startsWith("INTERNAL: ");
  }

  private static byte[] recurse(int depth) {
    byte[] deeper = recurse(depth + 1);
    return new byte[deeper.length + depth];
  }

  @Test
  void a_read_that_the_peer_refuses_ends_the_transaction_without_the_peers_words() {
    InMemoryPeer peer = connect(peer().refusing(Type.GET_STATE_MULTIPLE), APPEND);

    Response response = peer.call("tx", "append", "a");

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getMessage()).startsWith("INTERNAL: the peer refused GET_STATE_MULTIPLE\t");
    assertThat(peer.call("tx", "append", "a").getStatus()).as("the stream goes on").isEqualTo(500);
  }

  @Test
  void a_refused_read_is_told_even_when_the_domain_wraps_it() {
    InMemoryPeer peer =
        connect(
            peer().refusing(Type.GET_STATE_MULTIPLE),
            (invocation, store) -> {
              try {
                return store.getAll(List.of("a")).get(0);
              } catch (PeerException e) {
                throw new IllegalStateException("the ledger state could not be read", e);
              }
            });

    assertThat(peer.call("tx", "function").getMessage())
        .startsWith("INTERNAL: the peer refused GET_STATE_MULTIPLE\t");
  }

  @Test
  void a_stored_record_that_cannot_be_read_ends_the_transaction_in_our_own_words() {
    InMemoryPeer peer =
        connect(
            peer(),
            (invocation, store) -> {
              StateStore damaged =
                  new StateStore() {
                    @Override
                    public List<byte[]> getAll(List<String> keys) {
                      return List.of("{\"year\":".getBytes(StandardCharsets.UTF_8));
                    }

                    @Override
                    public void putAll(SortedMap<String, byte[]> entries) {
                      throw new AssertionError("nothing is to be written");
                    }
                  };
              new UnitOfWork(damaged).find(Calendar.key(2026));
              return new byte[0];
            });

    assertThat(peer.call("tx", "function").getMessage())
        .startsWith(
            "INTERNAL: the record CALENDAR:2026 cannot be read:"
                + " it is damaged or of a newer version\t");
  }

  @Test
  void a_write_that_the_peer_refuses_ends_the_transaction() {
    InMemoryPeer peer = connect(peer().refusing(Type.WRITE_BATCH_STATE), APPEND);

    assertThat(peer.call("tx", "append", "a").getMessage())
        .startsWith("INTERNAL: the peer refused WRITE_BATCH_STATE\t");
  }

  @Test
  void a_peer_that_does_not_answer_is_not_waited_for_for_ever() {
    InMemoryPeer peer = peer().holding(Type.GET_STATE_MULTIPLE);
    connect(peer, APPEND, pool, Duration.ofMillis(50)).awaitReady();

    assertThat(peer.call("tx", "append", "a").getMessage())
        .startsWith("INTERNAL: the peer did not answer GET_STATE_MULTIPLE within 50 ms\t");
  }

  @Test
  void after_a_timeout_a_late_answer_is_not_taken_for_that_to_a_later_request() {
    InMemoryPeer peer = peer().holding(Type.GET_STATE_MULTIPLE);
    TransactionHandler stubborn =
        (invocation, store) -> {
          try {
            store.getAll(List.of("a"));
          } catch (PeerException e) {
            peer.release(peer.held.remove());
          }
          store.getAll(List.of("b"));
          return bytes("went on");
        };
    connect(peer, stubborn, pool, Duration.ofMillis(50)).awaitReady();

    assertThat(peer.call("tx", "function").getMessage())
        .startsWith("INTERNAL: the peer did not answer GET_STATE_MULTIPLE within 50 ms\t");
    assertThat(peer.held).isEmpty();
  }

  @Test
  void interleaved_transactions_get_their_own_answers() throws InterruptedException {
    InMemoryPeer peer = connect(peer().holding(Type.GET_STATE_MULTIPLE), readItsArgument());
    peer.state.put("a", ByteString.copyFromUtf8("value of a"));
    peer.state.put("b", ByteString.copyFromUtf8("value of b"));

    CompletableFuture<Response> first = peer.start(Calls.call("tx-a", "read", "a"));
    ChaincodeMessage firstRequest = peer.awaitHeld();
    CompletableFuture<Response> second = peer.start(Calls.call("tx-b", "read", "b"));
    ChaincodeMessage secondRequest = peer.awaitHeld();
    peer.release(secondRequest);
    assertThat(second.join().getPayload().toStringUtf8()).isEqualTo("value of b");
    assertThat(first).isNotDone();
    peer.release(firstRequest);

    assertThat(first.join().getPayload().toStringUtf8()).isEqualTo("value of a");
  }

  @Test
  void the_same_transaction_id_on_two_channels_is_two_transactions() throws InterruptedException {
    InMemoryPeer peer = connect(peer().holding(Type.GET_STATE_MULTIPLE), readItsArgument());
    peer.state.put("a", ByteString.copyFromUtf8("value of a"));
    peer.state.put("b", ByteString.copyFromUtf8("value of b"));
    ChaincodeMessage elsewhere =
        Calls.call("tx", "read", "b").toBuilder().setChannelId("other").build();

    CompletableFuture<Response> first = peer.start(Calls.call("tx", "read", "a"));
    ChaincodeMessage firstRequest = peer.awaitHeld();
    CompletableFuture<Response> second = peer.start(elsewhere);
    peer.release(peer.awaitHeld());
    peer.release(firstRequest);

    assertThat(first.join().getPayload().toStringUtf8()).isEqualTo("value of a");
    assertThat(second.join().getPayload().toStringUtf8()).isEqualTo("value of b");
  }

  private static TransactionHandler readItsArgument() {
    return (invocation, store) ->
        store.getAll(List.of(invocation.arguments().get(0).toStringUtf8())).get(0);
  }

  @Test
  void a_lost_stream_frees_the_transactions_that_wait_on_it() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    InMemoryPeer peer =
        connect(
            peer().holding(Type.GET_STATE_MULTIPLE),
            (invocation, store) -> {
              try {
                store.getAll(List.of("a"));
              } catch (PeerException e) {
                seen.add(e.getMessage());
              }
              try {
                store.getAll(List.of("b"));
              } catch (PeerException e) {
                seen.add(e.getMessage());
              }
              return new byte[0];
            });
    peer.start(Calls.call("tx", "function"));
    peer.awaitHeld();

    peer.lose(Status.UNAVAILABLE.asRuntimeException());

    assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("the stream to the peer is lost");
    assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("the stream to the peer is lost");
    assertThat(ended).isCompleted();
    assertThat(peer.receivedTypes()).containsExactly(Type.REGISTER, Type.GET_STATE_MULTIPLE);
  }

  @Test
  void a_stream_that_breaks_while_sending_frees_the_transaction_that_sends() {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    InMemoryPeer peer = peer();
    ChaincodeEndpoint endpoint =
        new ChaincodeEndpoint(
            (invocation, store) -> {
              try {
                return store.getAll(List.of("a")).get(0);
              } catch (PeerException e) {
                seen.add(e.getMessage());
                throw e;
              }
            },
            Runnable::run,
            PATIENT,
            new BreakingAfter(1, peer),
            ended::complete);
    endpoint.register("label:hash");
    peer.attach(endpoint).awaitReady();

    peer.start(Calls.call("tx", "function"));

    assertThat(seen).containsExactly("the stream to the peer is lost");
    assertThat(ended).isCompletedWithValue(endpoint);
  }

  @Test
  void a_stream_that_the_peer_ends_in_order_is_ended_from_this_side_too() {
    InMemoryPeer peer = connect(peer(), APPEND);

    peer.finish();

    assertThat(peer.ended).isCompletedWithValue(null);
    assertThat(ended).isCompleted();
  }

  @Test
  void more_transactions_than_may_run_and_wait_are_refused_until_there_is_room()
      throws InterruptedException {
    ThreadPoolExecutor small =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
    InMemoryPeer peer = peer().holding(Type.GET_STATE_MULTIPLE);
    connect(peer, APPEND, small, PATIENT).awaitReady();
    CompletableFuture<Response> runs = peer.start(Calls.call("runs", "append", "a"));
    ChaincodeMessage request = peer.awaitHeld();
    CompletableFuture<Response> waits = peer.start(Calls.call("waits", "append", "b"));

    Response refused = peer.call("refused", "append", "c");

    assertThat(refused.getStatus()).isEqualTo(500);
    assertThat(refused.getMessage())
        .startsWith(
            "OVERLOADED: the chaincode is stopping or has all the work it may take, try again later\t");
    peer.release(request);
    assertThat(runs.join().getPayload().toStringUtf8()).isEqualTo("a");
    peer.release(peer.awaitHeld());
    assertThat(waits.join().getPayload().toStringUtf8()).isEqualTo("ab");
    CompletableFuture<Response> again = peer.start(Calls.call("refused", "append", "c"));
    peer.release(peer.awaitHeld());
    assertThat(again.join().getPayload().toStringUtf8()).isEqualTo("abc");
    small.shutdownNow();
  }

  @Test
  void a_transaction_whose_thread_is_stopped_is_answered_still() throws InterruptedException {
    InMemoryPeer peer = connect(peer().holding(Type.GET_STATE_MULTIPLE), APPEND);
    CompletableFuture<Response> running = peer.start(Calls.call("tx", "append", "a"));
    peer.awaitHeld();

    pool.shutdownNow();

    assertThat(running.join().getMessage()).startsWith("INTERNAL: the chaincode is stopping\t");
  }

  @Test
  void a_transaction_that_is_running_is_not_started_again() throws InterruptedException {
    InMemoryPeer peer = connect(peer().holding(Type.GET_STATE_MULTIPLE), APPEND);
    CompletableFuture<Response> first = peer.start(Calls.call("tx", "append", "a"));
    ChaincodeMessage request = peer.awaitHeld();

    Response second = peer.call("tx", "append", "a");

    assertThat(second.getMessage()).startsWith("OVERLOADED: this transaction is running already\t");
    assertThat(first).isNotDone();
    peer.release(request);
  }

  @Test
  void a_transaction_id_is_free_again_when_its_end_is_told() {
    InMemoryPeer peer = connect(peer(), APPEND);

    for (int i = 0; i < 100; i++) {
      assertThat(peer.call("tx", "append", "x").getStatus()).isEqualTo(200);
    }
  }

  @Test
  void a_call_at_the_size_limit_runs_and_one_byte_more_is_refused_before_it_starts() {
    CountDownLatch runs = new CountDownLatch(1);
    InMemoryPeer peer =
        connect(
            peer(),
            (invocation, store) -> {
              runs.countDown();
              return bytes("ran");
            });

    Response largest = peer.start(callOf(ChaincodeEndpoint.MAX_CALL_BYTES)).join();
    Response tooLarge = peer.start(callOf(ChaincodeEndpoint.MAX_CALL_BYTES + 1)).join();

    assertThat(largest.getPayload().toStringUtf8()).isEqualTo("ran");
    assertThat(tooLarge.getMessage())
        .startsWith("TOO_LARGE: at most 4194304 bytes a transaction, not 4194305\t");
  }

  private static ChaincodeMessage callOf(int payloadBytes) {
    // A byte string of this size is preceded by one byte of tag and four of length.
    ByteString argument = ByteString.copyFrom(new byte[payloadBytes - 5]);
    ChaincodeMessage call = Calls.call("tx" + payloadBytes, List.of(argument));
    assertThat(call.getPayload().size()).isEqualTo(payloadBytes);
    return call;
  }

  @Test
  void a_call_without_a_readable_proposal_is_refused() {
    InMemoryPeer peer = connect(peer(), APPEND);
    ChaincodeMessage call = Calls.call("tx", "append", "a");

    Response without = peer.start(call.toBuilder().clearProposal().build()).join();
    Response garbage =
        peer.start(call.toBuilder().setPayload(ByteString.copyFromUtf8("?")).build()).join();

    assertThat(without.getMessage())
        .startsWith("MALFORMED: the proposal names no organisation that signed it\t");
    assertThat(garbage.getMessage())
        .startsWith("MALFORMED: the peer's message holds no readable call\t");
  }

  @Test
  void a_call_before_the_peer_is_ready_is_refused() {
    InMemoryPeer peer = peer();
    ChaincodeEndpoint endpoint =
        new ChaincodeEndpoint(APPEND, Runnable::run, PATIENT, peer, ended::complete);
    peer.attach(endpoint);

    assertThat(peer.call("tx", "append", "a").getMessage())
        .startsWith("INTERNAL: the peer called before it said that it is ready\t");
  }

  @Test
  void init_succeeds_and_does_nothing() {
    InMemoryPeer peer = connect(peer(), APPEND);
    ChaincodeMessage init =
        Calls.call("tx", "init").toBuilder()
            .setType(Type.INIT)
            .setPayload(ChaincodeInput.newBuilder().setIsInit(true).build().toByteString())
            .build();

    assertThat(peer.start(init).join().getStatus()).isEqualTo(200);
    assertThat(peer.receivedTypes()).containsExactly(Type.REGISTER, Type.COMPLETED);
  }

  @Test
  void a_keepalive_is_answered_with_a_keepalive() {
    InMemoryPeer peer = connect(peer(), APPEND);

    peer.send(Type.KEEPALIVE, ByteString.EMPTY);

    assertThat(peer.receivedTypes()).containsExactly(Type.REGISTER, Type.KEEPALIVE);
  }

  @Test
  void answers_that_nothing_waits_for_and_unknown_messages_do_no_harm() {
    InMemoryPeer peer = connect(peer(), APPEND);

    peer.send(Type.RESPONSE, ByteString.EMPTY);
    peer.send(Type.ERROR, ByteString.copyFromUtf8("out of the blue"));
    peer.send(Type.UNDEFINED, ByteString.EMPTY);

    assertThat(peer.call("tx", "append", "a").getStatus()).isEqualTo(200);
  }

  @Test
  void an_offer_that_is_not_readable_is_taken_as_none() {
    InMemoryPeer peer = connect(peer(), APPEND);

    peer.send(Type.READY, ByteString.copyFrom(new byte[] {8}));

    assertThat(peer.call("tx", "append", "a").getStatus()).isEqualTo(200);
    assertThat(peer.receivedTypes())
        .containsExactly(Type.REGISTER, Type.GET_STATE, Type.PUT_STATE, Type.COMPLETED);
  }
}
