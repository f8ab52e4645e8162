// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.junit.jupiter.api.Test;

class OutboundTest {

  private static ChaincodeMessage message(int number) {
    return ChaincodeMessage.newBuilder().setTxid(Integer.toString(number)).build();
  }

  /** Notices when two threads are in it at once; its list is not safe for that either. */
  private static class Recorder implements StreamObserver<ChaincodeMessage> {
    final List<String> events = new ArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();

    @Override
    public void onNext(ChaincodeMessage message) {
      if (inside.incrementAndGet() > 1) {
        overlaps.incrementAndGet();
      }
      events.add(message.getTxid());
      inside.decrementAndGet();
    }

    @Override
    public void onError(Throwable cause) {
      events.add("error");
    }

    @Override
    public void onCompleted() {
      events.add("completed");
    }
  }

  @Test
  void many_threads_send_everything_and_never_two_at_once() throws Exception {
    int threads = 8;
    int each = 5_000;
    Recorder recorder = new Recorder();
    Outbound outbound = new Outbound(recorder, failure -> {});
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch together = new CountDownLatch(threads);
    List<Future<?>> work = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int first = thread * each;
      work.add(
          pool.submit(
              () -> {
                together.countDown();
                together.await();
                IntStream.range(first, first + each).forEach(n -> outbound.send(message(n)));
                return null;
              }));
    }
    for (Future<?> future : work) {
      future.get(30, TimeUnit.SECONDS);
    }
    pool.shutdown();
    assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

    assertThat(recorder.overlaps).hasValue(0);
    assertThat(recorder.events)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, threads * each).mapToObj(Integer::toString).toList());
  }

  @Test
  void a_message_sent_from_inside_the_stream_follows_the_current_one() {
    List<Outbound> self = new ArrayList<>();
    Recorder recorder =
        new Recorder() {
          @Override
          public void onNext(ChaincodeMessage message) {
            if (message.getTxid().equals("1")) {
              self.get(0).send(message(2));
            }
            super.onNext(message);
          }
        };
    self.add(new Outbound(recorder, failure -> {}));

    self.get(0).send(message(1));

    assertThat(recorder.events).containsExactly("1", "2");
  }

  @Test
  void nothing_is_sent_after_the_end() {
    Recorder recorder = new Recorder();
    Outbound outbound = new Outbound(recorder, failure -> {});

    outbound.send(message(1));
    outbound.complete();
    outbound.send(message(2));
    outbound.complete();

    assertThat(recorder.events).containsExactly("1", "completed");
  }

  @Test
  void nothing_is_sent_on_a_lost_stream_not_even_its_end() {
    Recorder recorder = new Recorder();
    Outbound outbound = new Outbound(recorder, failure -> {});

    outbound.abandon();
    outbound.send(message(1));
    outbound.complete();

    assertThat(recorder.events).isEmpty();
  }

  @Test
  void an_error_inside_the_stream_ends_it_like_any_other_failure() {
    List<Throwable> failures = new ArrayList<>();
    Recorder recorder =
        new Recorder() {
          @Override
          public void onNext(ChaincodeMessage message) {
            throw new StackOverflowError();
          }
        };
    Outbound outbound = new Outbound(recorder, failures::add);

    outbound.send(message(1));
    outbound.send(message(2));

    assertThat(failures).hasSize(1).first().isInstanceOf(StackOverflowError.class);
  }

  @Test
  void a_stream_that_throws_is_reported_once() {
    List<Throwable> failures = new ArrayList<>();
    Recorder recorder = new Recorder();
    Outbound outbound = new Outbound(new BreakingAfter(1, recorder), failures::add);

    outbound.send(message(1));
    outbound.send(message(2));
    outbound.send(message(3));

    assertThat(recorder.events).containsExactly("1");
    assertThat(failures).hasSize(1);
  }
}
