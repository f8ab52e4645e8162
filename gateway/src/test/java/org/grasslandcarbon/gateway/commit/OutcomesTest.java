// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.inbox.InboxLimits;
import org.grasslandcarbon.gateway.inbox.QueuedInstruction;
import org.grasslandcarbon.gateway.inbox.Receipt;
import org.grasslandcarbon.gateway.ledger.SubmittedBatch;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomesTest {
  private static final Verdict APPLIED =
      new Verdict(Verdict.APPLIED, Optional.empty(), Optional.empty());

  private final TestParticipant participant = new TestParticipant(1);
  private SimpleMeterRegistry meters;

  @TempDir Path directory;
  private Inbox inbox;
  private Outcomes outcomes;

  @BeforeEach
  void open() {
    inbox = Inbox.open(directory, InboxLimits.DEFAULT, Clock.systemUTC());
    outcomes = outcomes(OutcomeLimits.DEFAULT);
  }

  private Outcomes outcomes(OutcomeLimits limits) {
    meters = new SimpleMeterRegistry();
    return new Outcomes(inbox, limits, Runnable::run, Clock.systemUTC(), meters);
  }

  @AfterEach
  void close() {
    inbox.close();
  }

  private double waiters() {
    return meters.get("grassland.outcome.waiters").gauge().value();
  }

  private Receipt accept(byte[] jws) {
    return inbox.accept(SignedInstruction.parse(jws), jws);
  }

  private Receipt accept() {
    return accept(participant.sign(TestParticipant.newId()));
  }

  private QueuedInstruction take() throws InterruptedException {
    return inbox.take(1, Long.MAX_VALUE).get(0);
  }

  private void commit(QueuedInstruction instruction, Verdict verdict, long block) {
    Map<InstructionId, Sha256> journaled =
        verdict.equals(APPLIED) ? Map.of(instruction.id(), instruction.digest()) : Map.of();
    SubmittedBatch submitted = new SubmittedBatch("tx", block, List.of(verdict), journaled);
    outcomes.committed(
        new BatchCommitted(
            block, "tx", List.of(BatchCommitted.Judged.of(instruction, verdict, submitted))));
  }

  private static Verdict refused(ErrorCode code) {
    return new Verdict(code.name(), Optional.of("detail"), Optional.of("详情"));
  }

  @Test
  void an_outcome_is_final_when_the_projection_has_reached_its_block() throws Exception {
    CompletableFuture<FinalOutcome> outcome = outcomes.whenFinal(accept());
    QueuedInstruction instruction = take();

    commit(instruction, APPLIED, 7);
    outcomes.projected(6);
    assertThat(outcome).isNotDone();
    assertThat(inbox.find(instruction.id())).isPresent();

    outcomes.projected(7);
    assertThat(outcome.get().verdict()).isEqualTo(APPLIED);
    assertThat(outcome.get().journaled()).isTrue();
    assertThat(outcome.get().block()).hasValue(7);
    assertThat(inbox.find(instruction.id())).isEmpty();
  }

  @Test
  void a_projection_that_is_ahead_of_the_committer_makes_outcomes_final_at_once() throws Exception {
    CompletableFuture<FinalOutcome> outcome = outcomes.whenFinal(accept());
    outcomes.projected(9);
    commit(take(), APPLIED, 7);
    assertThat(outcome).isDone();
    assertThat(inbox.size()).isZero();
  }

  @Test
  void who_asks_after_the_outcome_is_final_is_answered_at_once() throws Exception {
    Receipt receipt = accept();
    commit(take(), APPLIED, 7);
    outcomes.projected(7);
    assertThat(outcomes.whenFinal(receipt)).isDone();
    assertThat(outcomes.whenFinal(receipt.id())).isDone();
  }

  @Test
  void a_refusal_without_a_journal_entry_does_not_wait_for_the_projection() throws Exception {
    CompletableFuture<FinalOutcome> outcome = outcomes.whenFinal(accept());
    QueuedInstruction instruction = take();
    commit(instruction, refused(ErrorCode.BAD_SIGNATURE), 7);
    assertThat(outcome.get().verdict()).isEqualTo(refused(ErrorCode.BAD_SIGNATURE));
    assertThat(outcome.get().journaled()).isFalse();
    assertThat(inbox.findRefusal(instruction.id())).isPresent();
  }

  @Test
  void a_code_that_this_gateway_does_not_know_is_remembered_as_internal() throws Exception {
    accept();
    QueuedInstruction instruction = take();
    commit(instruction, new Verdict("FROM_THE_FUTURE", Optional.empty(), Optional.empty()), 7);
    assertThat(inbox.findRefusal(instruction.id()).orElseThrow().code())
        .isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void of_two_texts_with_one_id_each_sender_hears_of_its_own() throws Exception {
    InstructionId id = TestParticipant.newId();
    CompletableFuture<FinalOutcome> forged = outcomes.whenFinal(accept(participant.sign(id)));
    CompletableFuture<FinalOutcome> original = outcomes.whenFinal(accept(participant.sign(id)));

    commit(take(), refused(ErrorCode.BAD_SIGNATURE), 7);
    commit(take(), APPLIED, 7);
    outcomes.projected(7);

    assertThat(forged.get().verdict().code()).isEqualTo("BAD_SIGNATURE");
    assertThat(original.get().verdict()).isEqualTo(APPLIED);
  }

  @Test
  void an_instruction_sent_again_after_a_refusal_is_waited_for_anew() throws Exception {
    byte[] jws = participant.sign(TestParticipant.newId());
    Receipt first = accept(jws);
    commit(take(), refused(ErrorCode.UNKNOWN_PARTICIPANT), 7);
    Receipt second = accept(jws);

    CompletableFuture<FinalOutcome> outcome = outcomes.whenFinal(first.id());
    assertThat(outcome).isNotDone();
    assertThat(second.repeated()).isFalse();
    commit(take(), APPLIED, 8);
    outcomes.projected(8);
    assertThat(outcome.get().verdict()).isEqualTo(APPLIED);
  }

  @Test
  void the_same_text_twice_in_a_batch_but_for_the_signature_has_one_journal_entry()
      throws Exception {
    InstructionId id = TestParticipant.newId();
    accept(participant.sign(id));
    accept(participant.sign(id));
    List<QueuedInstruction> both = inbox.take(2, Long.MAX_VALUE);
    SubmittedBatch submitted =
        new SubmittedBatch(
            "tx",
            7,
            List.of(refused(ErrorCode.BAD_SIGNATURE), APPLIED),
            Map.of(id, both.get(1).digest()));

    assertThat(both.get(0).digest()).isEqualTo(both.get(1).digest());
    assertThat(
            BatchCommitted.Judged.of(both.get(0), submitted.verdicts().get(0), submitted)
                .journaled())
        .isFalse();
    assertThat(
            BatchCommitted.Judged.of(both.get(1), submitted.verdicts().get(1), submitted)
                .journaled())
        .isTrue();
  }

  @Test
  void too_many_waiters_are_refused_and_those_who_left_make_room() {
    outcomes = outcomes(new OutcomeLimits(2, Duration.ofMinutes(1), 10));
    CompletableFuture<FinalOutcome> first = outcomes.whenFinal(accept());
    outcomes.whenFinal(accept());
    assertThat(waiters()).isEqualTo(2);

    assertThatThrownBy(() -> outcomes.whenFinal(accept()).get())
        .isInstanceOf(ExecutionException.class)
        .extracting(e -> ((RegistryException) e.getCause()).code())
        .isEqualTo(ErrorCode.OVERLOADED);
    first.cancel(false);
    assertThat(outcomes.whenFinal(accept())).isNotDone();
  }

  @Test
  void waiting_ends_after_the_longest_wait() {
    outcomes = outcomes(new OutcomeLimits(1, Duration.ofMillis(1), 10));
    CompletableFuture<FinalOutcome> outcome = outcomes.whenFinal(accept());
    assertThatThrownBy(outcome::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TimeoutException.class);
    await().until(() -> waiters() == 0);
  }
}
