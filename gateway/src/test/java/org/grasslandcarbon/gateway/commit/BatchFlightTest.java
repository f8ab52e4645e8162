// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.blocks.Attempt;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.inbox.InboxLimits;
import org.grasslandcarbon.gateway.inbox.QueuedInstruction;
import org.grasslandcarbon.gateway.inbox.Receipt;
import org.grasslandcarbon.gateway.inbox.RefusedUnjournaled;
import org.grasslandcarbon.gateway.ledger.LedgerSettingsException;
import org.grasslandcarbon.gateway.ledger.SubmittedBatch;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One batch against a ledger that fails as told; time is a list of the waits asked for. */
class BatchFlightTest {
  private static final BatchLimits LIMITS =
      new BatchLimits(500, 1 << 20, 3, 4, 7, 3, 4, Duration.ofMinutes(1));

  private final TestParticipant participant = new TestParticipant(1);
  private final ScriptedLedger ledger = new ScriptedLedger();
  private final List<Duration> waits = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Turns turns = new Turns("ours", Clock.systemUTC());
  private Instant now = Instant.parse("2026-03-03T02:00:00Z");
  private final SetAside aside = new SetAside(LIMITS.asideFor(), () -> now);

  @TempDir Path directory;
  private Inbox inbox;
  private Outcomes outcomes;
  private BatchFlight flight;
  private boolean stopping;
  private int untilTurns;

  @BeforeEach
  void open() {
    inbox = Inbox.open(directory, InboxLimits.DEFAULT, Clock.systemUTC());
    outcomes = new Outcomes(inbox, OutcomeLimits.DEFAULT, Runnable::run, Clock.systemUTC(), meters);
    outcomes.projected(Long.MAX_VALUE);
    flight = flight(LIMITS);
  }

  private BatchFlight flight(BatchLimits limits) {
    return new BatchFlight(
        ledger,
        outcomes,
        turns,
        limits,
        new Backoff(new Random(1)),
        this::pause,
        new CommitMetrics(meters, inbox),
        aside);
  }

  @AfterEach
  void close() {
    inbox.close();
  }

  private boolean pause(Duration length) {
    waits.add(length);
    if (--untilTurns == 0) {
      turns.read(block(8, attempt(true)));
    }
    return !stopping;
  }

  private Receipt accept(byte[] jws) {
    return inbox.accept(SignedInstruction.parse(jws), jws);
  }

  private List<QueuedInstruction> batchOf(int count) throws InterruptedException {
    IntStream.range(0, count).forEach(i -> accept(participant.sign(TestParticipant.newId())));
    return inbox.take(count, Long.MAX_VALUE);
  }

  private double retries(String reason) {
    return meters.counter("grassland.batch.retries", "reason", reason).count();
  }

  private void assertAllApplied(List<QueuedInstruction> batch) {
    assertThat(batch).allMatch(each -> ledger.has(each.jws()));
    assertThat(inbox.size()).isZero();
  }

  @Test
  void a_batch_is_committed_at_the_first_attempt_when_nothing_is_in_the_way() throws Exception {
    List<QueuedInstruction> batch = batchOf(3);
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(ledger.attempts()).containsExactly(3);
    assertThat(waits).isEmpty();
  }

  @Test
  void a_conflict_is_proposed_again_after_shrinking_waits() throws Exception {
    ledger.thenFails(Reason.CONFLICT, 6);
    List<QueuedInstruction> batch = batchOf(3);
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(ledger.attempts()).hasSize(7);
    assertThat(waits.get(5)).isLessThan(waits.get(0).dividedBy(2));
    assertThat(retries("conflict")).isEqualTo(6);
  }

  @Test
  void another_gateway_that_lost_goes_first() throws Exception {
    turns.read(block(7, attempt(false)));
    List<QueuedInstruction> batch = batchOf(1);
    untilTurns = 3;
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(waits).containsExactly(Turns.LOOK_AGAIN, Turns.LOOK_AGAIN, Turns.LOOK_AGAIN);
    assertThat(meters.timer("grassland.batch.yields").count()).isEqualTo(1);
  }

  @Test
  void others_are_not_let_go_first_for_ever() throws Exception {
    turns.read(block(7, attempt(false)));
    List<QueuedInstruction> batch = batchOf(1);
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(waits).hasSize((int) Turns.WAIT_MOST.dividedBy(Turns.LOOK_AGAIN));
  }

  private static LedgerBlock block(long number, Attempt attempt) {
    return new LedgerBlock(number, List.of(), List.of(attempt));
  }

  private static Attempt attempt(boolean won) {
    return new Attempt("other", Instant.now(), won);
  }

  @Test
  void a_batch_that_keeps_losing_against_other_gateways_is_split() throws Exception {
    ledger.thenFails(Reason.CONFLICT, LIMITS.contestsMost());
    List<QueuedInstruction> batch = batchOf(5);
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(ledger.attempts()).endsWith(5, 2, 3).hasSize(LIMITS.contestsMost() + 2);
  }

  @Test
  void one_instruction_is_proposed_again_however_often_it_loses() throws Exception {
    ledger.thenFails(Reason.CONFLICT, 5 * LIMITS.contestsMost());
    List<QueuedInstruction> batch = batchOf(1);
    flight.bring(batch);
    assertAllApplied(batch);
  }

  @Test
  void a_mismatch_is_proposed_again_as_it_is() throws Exception {
    ledger.thenFails(Reason.MISMATCH, LIMITS.mismatchesMost());
    List<QueuedInstruction> batch = batchOf(4);
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(ledger.attempts()).containsOnly(4);
  }

  @Test
  void a_batch_that_endorsers_keep_disagreeing_about_is_split() throws Exception {
    ledger.thenFails(Reason.MISMATCH, LIMITS.mismatchesMost() + 1);
    List<QueuedInstruction> batch = batchOf(4);
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(ledger.attempts()).containsExactly(4, 4, 4, 4, 4, 2, 2);
  }

  @Test
  void one_instruction_that_endorsers_keep_disagreeing_about_is_finished_as_internal()
      throws Exception {
    ledger.thenFails(Reason.MISMATCH, LIMITS.mismatchesMost() + 1);
    List<QueuedInstruction> batch = batchOf(1);
    flight.bring(batch);
    assertThat(inbox.findRefusal(batch.get(0).id()))
        .map(RefusedUnjournaled::code)
        .contains(ErrorCode.INTERNAL);
    assertThat(inbox.size()).isZero();
  }

  @Test
  void an_endorser_that_lags_behind_is_given_time_before_an_instruction_is_given_up()
      throws Exception {
    BatchLimits usual = BatchLimits.DEFAULT;
    ledger.thenFails(Reason.MISMATCH, usual.mismatchesMost());
    List<QueuedInstruction> batch = batchOf(1);
    flight(usual).bring(batch);
    assertAllApplied(batch);
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isGreaterThan(Duration.ofSeconds(60));
  }

  @Test
  void an_unavailable_peer_is_waited_for_however_long_it_takes() throws Exception {
    ledger.thenFails(Reason.UNAVAILABLE, 200);
    List<QueuedInstruction> batch = batchOf(2);
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(waits).hasSize(200).allMatch(wait -> wait.compareTo(Duration.ofSeconds(8)) < 0);
  }

  @Test
  void wrong_settings_keep_the_instructions_until_they_are_right() throws Exception {
    for (int i = 0; i < 3; i++) {
      ledger.then(
          batch -> {
            throw new LedgerSettingsException("no such channel", null);
          });
    }
    List<QueuedInstruction> batch = batchOf(2);
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(retries("settings")).isEqualTo(3);
  }

  @Test
  void an_unexpected_failure_of_the_client_loses_nothing() throws Exception {
    ledger.then(
        batch -> {
          throw new IllegalStateException("a defect");
        });
    List<QueuedInstruction> batch = batchOf(2);
    flight.bring(batch);
    assertAllApplied(batch);
  }

  /** Breaks the client, not the ledger, whenever an instruction is in the batch. */
  private void brokenBy(InstructionId culprit, RuntimeException failure, int times) {
    for (int i = 0; i < times; i++) {
      ledger.then(
          batch -> {
            boolean hit =
                batch.stream()
                    .map(SignedInstruction::parse)
                    .anyMatch(each -> each.instruction().id().equals(culprit));
            if (hit) {
              throw failure;
            }
            return ledger.applied(batch);
          });
    }
  }

  @Test
  void one_instruction_that_no_attempt_brings_to_an_end_is_set_aside_and_the_others_go_on()
      throws Exception {
    List<QueuedInstruction> batch = batchOf(4);
    QueuedInstruction culprit = batch.get(2);
    brokenBy(culprit.id(), new IllegalStateException("a defect"), 1_000);

    flight.bring(batch);

    assertThat(batch).allMatch(each -> ledger.has(each.jws()) == (each != culprit));
    assertThat(aside.size()).isEqualTo(1);
    assertThat(inbox.find(culprit.id())).as("nobody is told that it is refused").isPresent();
    assertThat(inbox.findRefusal(culprit.id())).isEmpty();
    assertThat(inbox.size()).isEqualTo(1);
  }

  @Test
  void what_was_set_aside_is_tried_again_after_growing_waits_and_then_forgotten() throws Exception {
    List<QueuedInstruction> batch = batchOf(1);
    brokenBy(batch.get(0).id(), new IllegalStateException("a defect"), 2 * LIMITS.defectsMost());
    flight.bring(batch);
    assertThat(aside.takeDue()).isEmpty();
    now = now.plus(LIMITS.asideFor());
    List<QueuedInstruction> due = aside.takeDue();
    assertThat(due).containsExactlyElementsOf(batch);
    flight.bring(due);
    now = now.plus(LIMITS.asideFor());
    assertThat(aside.takeDue()).as("twice as long").isEmpty();
    now = now.plus(LIMITS.asideFor());
    flight.bring(aside.takeDue());
    assertAllApplied(batch);
    assertThat(aside.size()).isZero();
    assertThat(flight.trouble()).isEmpty();
  }

  @Test
  void an_error_of_the_client_is_a_failure_like_any_other() throws Exception {
    ledger.then(
        batch -> {
          throw new StackOverflowError("as a defect may bring it about");
        });
    List<QueuedInstruction> batch = batchOf(2);
    flight.bring(batch);
    assertAllApplied(batch);
  }

  @Test
  void a_failure_to_tell_the_outcome_is_made_good_by_asking_the_ledger_again() throws Exception {
    List<QueuedInstruction> batch = batchOf(2);
    ledger.then(
        each -> {
          SubmittedBatch applied = ledger.applied(each);
          return new SubmittedBatch(
              applied.transactionId(), applied.block(), List.of(), applied.journaled());
        });
    CompletableFuture<FinalOutcome> outcome = outcomes.whenFinal(batch.get(0).id());
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(outcome.get().verdict().code()).isEqualTo("DUPLICATE");
  }

  @Test
  void wrong_settings_are_said_until_they_are_right() throws Exception {
    List<Optional<String>> said = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ledger.then(
          batch -> {
            said.add(flight.trouble());
            throw new LedgerSettingsException("no such channel", null);
          });
    }
    flight.bring(batchOf(1));
    assertThat(said.get(0)).isEmpty();
    assertThat(said.get(2).orElseThrow()).contains("no such channel");
    assertThat(flight.trouble()).isEmpty();
  }

  @Test
  void a_batch_with_one_instruction_that_settings_are_wrong_for_is_split() throws Exception {
    List<QueuedInstruction> batch = batchOf(4);
    brokenBy(
        batch.get(3).id(),
        new LedgerSettingsException("recorded as BAD_PAYLOAD", null),
        3 * LIMITS.defectsMost());
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(ledger.attempts()).contains(4, 2, 1);
  }

  @Test
  void an_unknown_outcome_is_asked_after_and_not_proposed_again_when_it_arrived() throws Exception {
    ledger.thenIsUnknown(true, 2);
    List<QueuedInstruction> batch = batchOf(2);
    CompletableFuture<FinalOutcome> outcome = outcomes.whenFinal(batch.get(0).id());
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(ledger.attempts()).containsExactly(2);
    assertThat(outcome.get().verdict().code()).isEqualTo(Verdict.APPLIED);
  }

  @Test
  void what_never_arrived_is_proposed_anew_after_asking_a_few_times() throws Exception {
    ledger.thenIsUnknown(false, 0);
    List<QueuedInstruction> batch = batchOf(2);
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(ledger.attempts()).containsExactly(2, 2);
    assertThat(retries("unknown")).isEqualTo(LIMITS.settlingsMost());
  }

  @Test
  void what_arrived_unheard_and_is_proposed_anew_is_told_as_a_duplicate_of_itself()
      throws Exception {
    ledger.thenIsUnknown(true, 100);
    List<QueuedInstruction> batch = batchOf(1);
    CompletableFuture<FinalOutcome> outcome = outcomes.whenFinal(batch.get(0).id());
    flight.bring(batch);
    assertAllApplied(batch);
    assertThat(outcome.get().verdict().code()).isEqualTo("DUPLICATE");
    assertThat(outcome.get().journaled()).isFalse();
    assertThat(inbox.findRefusal(batch.get(0).id())).as("the ledger has the outcome").isEmpty();
  }

  @Test
  void a_poisoned_batch_is_split_until_the_culprit_is_alone() throws Exception {
    List<QueuedInstruction> batch = batchOf(16);
    InstructionId culprit = batch.get(5).id();
    ledger.poisonedBy(culprit, ErrorCode.MALFORMED);
    CompletableFuture<FinalOutcome> outcome = outcomes.whenFinal(culprit);

    flight.bring(batch);

    assertThat(batch).allMatch(each -> ledger.has(each.jws()) != each.id().equals(culprit));
    assertThat(inbox.findRefusal(culprit).orElseThrow().code()).isEqualTo(ErrorCode.MALFORMED);
    assertThat(inbox.size()).isZero();
    assertThat(outcome.get().verdict().code()).isEqualTo("MALFORMED");
    assertThat(outcome.get().block()).isEmpty();
    assertThat(ledger.attempts()).as("two a level").hasSize(1 + 2 * 4);
    assertThat(waits).isEmpty();
  }

  @Test
  void a_refusal_that_may_pass_is_tried_again_before_the_batch_is_split() throws Exception {
    List<QueuedInstruction> batch = batchOf(2);
    ledger.poisonedBy(batch.get(1).id(), ErrorCode.INTERNAL);
    flight.bring(batch);
    assertThat(ledger.attempts()).containsExactly(2, 2, 2, 1, 1, 1, 1);
    assertThat(ledger.has(batch.get(0).jws())).isTrue();
    assertThat(inbox.findRefusal(batch.get(1).id())).isPresent();
  }

  @Test
  void verdicts_without_a_journal_entry_are_remembered_with_code_and_detail() throws Exception {
    List<QueuedInstruction> batch = batchOf(2);
    ledger.judges(batch.get(0).id(), ErrorCode.UNKNOWN_PARTICIPANT);
    flight.bring(batch);
    RefusedUnjournaled refusal = inbox.findRefusal(batch.get(0).id()).orElseThrow();
    assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_PARTICIPANT);
    assertThat(refusal.detail()).isEqualTo("as the script says");
    assertThat(refusal.detailZh()).contains("如脚本所述");
    assertThat(inbox.findRefusal(batch.get(1).id())).isEmpty();
  }

  @Test
  void stopping_while_waiting_leaves_the_batch_in_the_inbox() throws Exception {
    ledger.thenFails(Reason.UNAVAILABLE, 1);
    stopping = true;
    List<QueuedInstruction> batch = batchOf(2);
    assertThatThrownBy(() -> flight.bring(batch)).isInstanceOf(BatchFlight.Stopped.class);
    assertThat(inbox.size()).isEqualTo(2);
  }
}
