// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.commit.AnswerThreads;
import org.grasslandcarbon.gateway.commit.FinalOutcome;
import org.grasslandcarbon.gateway.commit.Outcomes;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.inbox.Receipt;
import org.grasslandcarbon.gateway.problem.ErrorCodes;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.security.SignatureCheck;
import org.springframework.stereotype.Component;

/**
 * Takes signed instructions in: refuses what no ledger would accept, answers what has an outcome
 * already, puts the rest in the inbox and waits, without holding a thread, for as long as the
 * sender wishes.
 */
@Component
final class Intake {
  private final SignatureCheck signatures;
  private final Journal journal;
  private final Inbox inbox;
  private final Outcomes outcomes;
  private final IntakeConditions conditions;
  private final AnswerThreads threads;

  Intake(
      SignatureCheck signatures,
      Journal journal,
      Inbox inbox,
      Outcomes outcomes,
      IntakeConditions conditions,
      AnswerThreads threads) {
    this.signatures = signatures;
    this.journal = journal;
    this.inbox = inbox;
    this.outcomes = outcomes;
    this.conditions = conditions;
    this.threads = threads;
  }

  /**
   * What is answered to a sender.
   *
   * @param id the instruction
   * @param entry the outcome on the ledger, when there is one
   * @param refusal why it was refused without one
   * @param replayed whether the outcome is of an earlier sending of the same text
   */
  record Answer(
      InstructionId id,
      Optional<Journal.Entry> entry,
      Optional<RegistryException> refusal,
      boolean replayed) {
    static Answer received(InstructionId id) {
      return new Answer(id, Optional.empty(), Optional.empty(), false);
    }
  }

  /**
   * Takes an instruction in.
   *
   * @param jws as it was sent
   * @param wait how long to wait for its outcome
   * @return fails with {@link RegistryException} when it is not accepted
   */
  CompletableFuture<Answer> send(byte[] jws, Duration wait) {
    SignedInstruction signed = SignedInstruction.parse(jws);
    Catalogue.read(signed.instruction());
    return signatures.verify(signed).thenCompose(good -> accept(signed, jws, wait));
  }

  private CompletableFuture<Answer> accept(SignedInstruction signed, byte[] jws, Duration wait) {
    InstructionId id = signed.instruction().id();
    Sha256 digest = signed.digest();
    Optional<Journal.Entry> earlier = journal.find(id);
    if (earlier.isPresent()) {
      return CompletableFuture.completedFuture(first(id, digest, earlier.get(), true));
    }
    Receipt receipt = conditions.under(signed, () -> inbox.accept(signed, jws));
    if (wait.isZero()) {
      return CompletableFuture.completedFuture(Answer.received(id));
    }
    return within(
        wait,
        id,
        outcomes
            .whenFinal(receipt)
            // It is in the inbox whether one can wait for it or not.
            .handle(
                (outcome, notAwaited) ->
                    notAwaited == null ? ended(id, digest, outcome) : Answer.received(id)));
  }

  private Answer ended(InstructionId id, Sha256 digest, FinalOutcome outcome) {
    boolean duplicate = outcome.verdict().code().equals(ErrorCode.DUPLICATE.name());
    if (outcome.journaled() || duplicate) {
      return first(id, digest, journal.find(id).orElseThrow(), duplicate);
    }
    RegistryException refusal =
        new RegistryException(
            ErrorCodes.named(outcome.verdict().code()).orElse(ErrorCode.INTERNAL),
            outcome.verdict().inWords());
    return new Answer(id, Optional.empty(), Optional.of(refusal), false);
  }

  /** The outcome that the ledger has under an id, if it is of the same text. */
  private static Answer first(
      InstructionId id, Sha256 digest, Journal.Entry entry, boolean replayed) {
    if (!entry.text("digest").equals(Optional.of(digest.value()))) {
      throw new RegistryException(
          ErrorCode.DUPLICATE,
          zh("编号 %s 已用于另一条指令：请换用新的编号")
              .en("another instruction has the id %s: choose a new one", id));
    }
    return new Answer(id, Optional.of(entry), Optional.empty(), replayed);
  }

  /** Waits until an instruction of this gateway's inbox is final, or the time is over. */
  CompletableFuture<Void> whenFinal(InstructionId id, Duration wait) {
    // The thread that ends waits is everybody's: what is read afterwards is read on another.
    return within(wait, id, outcomes.whenFinal(id).handle((any, notAwaited) -> Answer.received(id)))
        .thenAcceptAsync(any -> {}, threads.executor());
  }

  /** The time being over is an answer too: not final yet. */
  private static CompletableFuture<Answer> within(
      Duration wait, InstructionId id, CompletableFuture<Answer> answer) {
    return answer
        .copy()
        .orTimeout(wait.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(
            failure ->
                isTimeout(failure)
                    ? CompletableFuture.completedFuture(Answer.received(id))
                    : CompletableFuture.failedFuture(failure));
  }

  private static boolean isTimeout(Throwable failure) {
    return failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException;
  }
}
