// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.inbox.QueuedInstruction;
import org.grasslandcarbon.gateway.inbox.Receipt;
import org.grasslandcarbon.gateway.inbox.RefusedUnjournaled;

/**
 * Where those who sent an instruction wait for its outcome. An outcome is final when it is on the
 * ledger and the projection has reached its block, so that a read after it sees it; a refusal
 * without a journal entry is final when it is written down. Only then does the inbox forget the
 * instruction. Safe for use by many threads.
 */
public final class Outcomes {
  private final Inbox inbox;
  private final Clock clock;
  private final Waiters waiters;
  private final Consumer<FinalOutcome> listener;

  // Guarded by this: committed, in blocks that the projection has not reached.
  private final TreeMap<Long, List<Ended>> unprojected = new TreeMap<>();
  private long projectedTo = -1;

  /** An instruction and how it ended. */
  record Ended(QueuedInstruction instruction, FinalOutcome outcome) {}

  /**
   * @param inbox the instructions' place until they are final
   * @param limits of waiting
   * @param executor runs what waiters do next; not the projection's or the committer's thread
   * @param clock dates refusals
   * @param meters counts waiters
   */
  public Outcomes(
      Inbox inbox, OutcomeLimits limits, Executor executor, Clock clock, MeterRegistry meters) {
    this(inbox, limits, executor, clock, meters, outcome -> {});
  }

  /**
   * @param listener hears of every outcome that has become final, whether somebody waited for it or
   *     not; returns quickly
   */
  public Outcomes(
      Inbox inbox,
      OutcomeLimits limits,
      Executor executor,
      Clock clock,
      MeterRegistry meters,
      Consumer<FinalOutcome> listener) {
    this.listener = listener;
    this.inbox = inbox;
    this.clock = clock;
    this.waiters = new Waiters(limits, executor);
    meters.gauge("grassland.outcome.waiters", waiters, Waiters::count);
  }

  /**
   * Completes when the instruction of a receipt is final; at once if it is already.
   *
   * @return fails with a {@code RegistryException OVERLOADED} when too many wait, and with a {@link
   *     java.util.concurrent.TimeoutException} after the longest wait
   */
  public CompletableFuture<FinalOutcome> whenFinal(Receipt receipt) {
    return waiters.whenFinal(receipt.sequence());
  }

  /**
   * Completes when an instruction with this id, sent to this gateway, is final; at once if one has
   * become so lately. Whether the id is in the inbox is the caller's to look up first: nothing ever
   * completes the wait for an id that was not sent here.
   *
   * @return fails as {@link #whenFinal(Receipt)} does
   */
  public CompletableFuture<FinalOutcome> whenFinal(InstructionId id) {
    // One that was sent again after a refusal must not be answered with that refusal.
    return inbox
        .find(id)
        .map(queued -> waiters.whenFinal(queued.sequence()))
        .orElseGet(() -> waiters.whenFinal(id));
  }

  /**
   * The projection has stored a block and all before it. Called after its database transaction, and
   * once at start with where it stands. Returns quickly; waiters run on other threads.
   */
  public void projected(long block) {
    List<Ended> reached = new ArrayList<>();
    synchronized (this) {
      projectedTo = Math.max(projectedTo, block);
      Map<Long, List<Ended>> head = unprojected.headMap(projectedTo, true);
      head.values().forEach(reached::addAll);
      head.clear();
    }
    makeFinal(reached);
  }

  /** A batch is on the ledger. */
  void committed(BatchCommitted batch) {
    List<Ended> refusals = new ArrayList<>();
    List<Ended> onLedger = new ArrayList<>();
    for (BatchCommitted.Judged judged : batch.judged()) {
      Ended ended = ended(judged, batch);
      // What a duplicate repeats is on the ledger and may not be projected yet.
      boolean duplicate = judged.verdict().code().equals(ErrorCode.DUPLICATE.name());
      (judged.journaled() || duplicate ? onLedger : refusals).add(ended);
    }
    writeDown(refusals);
    boolean reached;
    synchronized (this) {
      reached = batch.block() <= projectedTo;
      if (!reached) {
        unprojected.computeIfAbsent(batch.block(), block -> new ArrayList<>()).addAll(onLedger);
      }
    }
    if (reached) {
      makeFinal(onLedger);
    }
  }

  /** An instruction cannot be brought to the ledger in any company. */
  void refused(QueuedInstruction instruction, ErrorCode code, Detail detail) {
    FinalOutcome outcome =
        new FinalOutcome(
            instruction.id(),
            instruction.digest(),
            new Verdict(code.name(), Optional.of(detail.en()), Optional.of(detail.zh())),
            false,
            OptionalLong.empty(),
            Optional.empty());
    writeDown(List.of(new Ended(instruction, outcome)));
  }

  private static Ended ended(BatchCommitted.Judged judged, BatchCommitted batch) {
    QueuedInstruction instruction = judged.instruction();
    return new Ended(
        instruction,
        new FinalOutcome(
            instruction.id(),
            instruction.digest(),
            judged.verdict(),
            judged.journaled(),
            OptionalLong.of(batch.block()),
            Optional.of(batch.transactionId())));
  }

  private void writeDown(List<Ended> refusals) {
    if (refusals.isEmpty()) {
      return;
    }
    waiters.remember(refusals);
    inbox.refuse(instructions(refusals), refusals.stream().map(this::refusal).toList());
    tell(refusals);
  }

  private RefusedUnjournaled refusal(Ended ended) {
    Verdict verdict = ended.outcome().verdict();
    // A chaincode newer than this gateway can have codes that the gateway does not know.
    ErrorCode code =
        Stream.of(ErrorCode.values())
            .filter(each -> each.name().equals(verdict.code()))
            .findFirst()
            .orElse(ErrorCode.INTERNAL);
    return new RefusedUnjournaled(
        ended.outcome().id(),
        ended.outcome().digest(),
        code,
        verdict.detail().orElse(""),
        verdict.detailZh(),
        clock.instant());
  }

  private void makeFinal(List<Ended> ended) {
    // Remembered first: whoever finds the inbox without it finds it here.
    waiters.remember(ended);
    inbox.finish(instructions(ended));
    tell(ended);
  }

  private void tell(List<Ended> ended) {
    ended.forEach(each -> listener.accept(each.outcome()));
    waiters.tell(ended);
  }

  private static List<QueuedInstruction> instructions(List<Ended> ended) {
    return ended.stream().map(Ended::instruction).toList();
  }
}
