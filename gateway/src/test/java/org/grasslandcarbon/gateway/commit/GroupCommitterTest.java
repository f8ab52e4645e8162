// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.inbox.InboxLimits;
import org.grasslandcarbon.gateway.inbox.Receipt;
import org.grasslandcarbon.gateway.ledger.SubmittedBatch;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitterTest {
  private final TestParticipant participant = new TestParticipant(1);
  private final ScriptedLedger ledger = new ScriptedLedger();
  private final CountDownLatch inFlight = new CountDownLatch(1);
  private final CountDownLatch mayLand = new CountDownLatch(1);

  @TempDir Path directory;
  private Inbox inbox;
  private Outcomes outcomes;
  private GroupCommitter committer;

  @BeforeEach
  void open() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    inbox = Inbox.open(directory, InboxLimits.DEFAULT, Clock.systemUTC());
    outcomes = new Outcomes(inbox, OutcomeLimits.DEFAULT, Runnable::run, Clock.systemUTC(), meters);
    outcomes.projected(Long.MAX_VALUE);
    BatchLimits limits = new BatchLimits(5, 1 << 20, 3, 3, 6, 3, 2, Duration.ofMillis(50));
    Turns turns = new Turns("ours", Clock.systemUTC());
    committer = new GroupCommitter(inbox, ledger, outcomes, turns, limits, meters);
  }

  @AfterEach
  void close() {
    mayLand.countDown();
    committer.close();
    inbox.close();
  }

  private CompletableFuture<FinalOutcome> send() {
    byte[] jws = participant.sign(TestParticipant.newId());
    Receipt receipt = inbox.accept(SignedInstruction.parse(jws), jws);
    return outcomes.whenFinal(receipt);
  }

  private List<CompletableFuture<FinalOutcome>> send(int count) {
    return IntStream.range(0, count).mapToObj(i -> send()).toList();
  }

  private void holdTheFirstBatch() {
    ledger.then(
        batch -> {
          inFlight.countDown();
          try {
            mayLand.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException("a flying batch was interrupted", e);
          }
          return new ScriptedLedger().submit(batch);
        });
  }

  @Test
  void what_arrives_while_a_batch_flies_goes_together_into_the_next_up_to_the_limit()
      throws Exception {
    holdTheFirstBatch();
    committer.start();
    CompletableFuture<FinalOutcome> first = send();
    inFlight.await();
    List<CompletableFuture<FinalOutcome>> others = send(7);
    assertThat(first).isNotDone();
    assertThat(ledger.attempts()).containsExactly(1);

    mayLand.countDown();
    CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).get();
    assertThat(ledger.attempts()).containsExactly(1, 5, 2);
  }

  @Test
  void what_an_earlier_life_left_in_the_inbox_is_committed_first() throws Exception {
    CompletableFuture<FinalOutcome> left = send();
    committer.start();
    assertThat(left.get().journaled()).isTrue();
  }

  @Test
  void closing_lets_the_flying_batch_land_and_begins_no_other() throws Exception {
    holdTheFirstBatch();
    committer.start();
    CompletableFuture<FinalOutcome> flying = send();
    inFlight.await();
    CompletableFuture<FinalOutcome> waiting = send();

    Thread closing = new Thread(committer::close);
    closing.start();
    await().until(() -> closing.getState() == Thread.State.WAITING);
    mayLand.countDown();
    closing.join();

    assertThat(flying).isDone();
    assertThat(waiting).isNotDone();
    assertThat(inbox.size()).isEqualTo(1);
    assertThat(committer.isRunning()).isFalse();
  }

  @Test
  void closing_ends_a_wait_for_the_next_attempt() {
    ledger.thenFails(Reason.UNAVAILABLE, 1_000);
    committer.start();
    CompletableFuture<FinalOutcome> waiting = send();
    await().until(() -> ledger.attempts().size() > 1);

    committer.close();

    assertThat(waiting).isNotDone();
    assertThat(inbox.size()).isEqualTo(1);
  }

  @Test
  void what_a_defect_keeps_from_the_ledger_holds_nobody_up_and_gets_there_when_it_is_mended()
      throws Exception {
    for (int i = 0; i < 6; i++) {
      ledger.then(
          batch -> {
            throw new IllegalStateException("a defect");
          });
    }
    CompletableFuture<FinalOutcome> kept = send();
    committer.start();
    await().until(() -> committer.setAside() == 1);
    assertThat(committer.trouble()).isPresent();
    assertThat(kept.get().journaled()).isTrue();
    await().until(() -> committer.trouble().isEmpty());
    assertThat(committer.setAside()).isZero();
  }

  @Test
  void closing_an_idle_committer_ends_it() {
    committer.start();
    assertThat(committer.isRunning()).isTrue();
    committer.close();
    assertThat(committer.isRunning()).isFalse();
  }

  @Test
  void the_ledger_is_given_the_very_text_that_was_sent() throws Exception {
    byte[] jws = participant.sign(TestParticipant.newId());
    CompletableFuture<List<byte[]>> seen = new CompletableFuture<>();
    ledger.then(
        batch -> {
          seen.complete(batch);
          SubmittedBatch applied = new ScriptedLedger().submit(batch);
          return applied;
        });
    inbox.accept(SignedInstruction.parse(jws), jws);
    committer.start();
    assertThat(seen.get()).containsExactly(jws);
  }
}
