// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.gateway.inbox.QueuedInstruction;
import org.grasslandcarbon.gateway.ledger.BatchRefusedException;
import org.grasslandcarbon.gateway.ledger.Ledger;
import org.grasslandcarbon.gateway.ledger.LedgerSettingsException;
import org.grasslandcarbon.gateway.ledger.SubmittedBatch;
import org.grasslandcarbon.gateway.ledger.TryAgainException;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.grasslandcarbon.gateway.ledger.UnknownOutcomeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Brings one batch to its end, however often that takes. For one thread.
 *
 * <p>Nothing here has to be remembered over a crash. The instructions stay in the inbox until their
 * outcome is projected, and the ledger gives each id one outcome: a batch that is brought again is
 * answered as duplicates of itself.
 */
final class BatchFlight {
  private static final Logger LOG = LoggerFactory.getLogger(BatchFlight.class);

  private final Ledger ledger;
  private final Outcomes outcomes;
  private final Turns turns;
  private final BatchLimits limits;
  private final Backoff backoff;
  private final Pause pause;
  private final CommitMetrics metrics;
  private final SetAside aside;

  /** Why nothing gets to the ledger at present, as far as that is ours to mend. */
  private volatile String trouble;

  BatchFlight(
      Ledger ledger,
      Outcomes outcomes,
      Turns turns,
      BatchLimits limits,
      Backoff backoff,
      Pause pause,
      CommitMetrics metrics,
      SetAside aside) {
    this.ledger = ledger;
    this.outcomes = outcomes;
    this.turns = turns;
    this.limits = limits;
    this.backoff = backoff;
    this.pause = pause;
    this.metrics = metrics;
    this.aside = aside;
  }

  /** Why the last attempt failed, when settings or a defect are to blame. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** The committer is to stop while a batch waits for its next attempt. */
  static final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** How often a batch has failed, by what is done about it. */
  private static final class Failures {
    private int losses;
    private int mismatches;
    private int contests;
    private int refusals;
    private int defects;
  }

  /** What follows an attempt. */
  private enum Next {
    DONE,
    AGAIN,
    HALVES,
    ASIDE
  }

  /**
   * Brings a batch, or in halves all of it, to the ledger. Whatever fails, it ends in one of these:
   * the outcome is told, or an instruction is set aside.
   *
   * @throws Stopped when it is not there and the committer is to stop
   */
  void bring(List<QueuedInstruction> batch) throws Stopped {
    long start = System.nanoTime();
    Failures failures = new Failures();
    Next next = Next.AGAIN;
    while (next == Next.AGAIN) {
      next = attempt(batch, start, failures);
    }
    switch (next) {
      case HALVES -> bringInHalves(batch);
      case ASIDE -> aside.add(batch.get(0));
      default -> {
        trouble = null;
        batch.forEach(aside::forget);
      }
    }
  }

  /** One attempt and what is made of its failure; telling the outcome is part of it. */
  private Next attempt(List<QueuedInstruction> batch, long start, Failures failures)
      throws Stopped {
    try {
      try {
        awaitTurn();
        SubmittedBatch submitted = submit(batch);
        report(batch, submitted, Duration.ofNanos(System.nanoTime() - start));
        return Next.DONE;
      } catch (TryAgainException e) {
        return afterLoss(batch, e, failures);
      } catch (BatchRefusedException e) {
        if (!e.code().isSafeToRetry() || ++failures.refusals >= limits.refusalsMost()) {
          return giveUpOnWhole(batch, e.code(), e.detail());
        }
        retry("refused", e, backoff.absence(failures.refusals));
        return Next.AGAIN;
      }
    } catch (LedgerSettingsException e) {
      return afterDefect(batch, "settings", e, failures);
    } catch (RuntimeException | Error e) {
      return afterDefect(batch, "defect", e, failures);
    }
  }

  private Next afterLoss(List<QueuedInstruction> batch, TryAgainException e, Failures failures)
      throws Stopped {
    failures.losses++;
    failures.mismatches += e.reason() == Reason.MISMATCH ? 1 : 0;
    if (failures.mismatches > limits.mismatchesMost()) {
      LOG.warn("Endorsers come to different results: {}", e.getMessage());
      return giveUpOnWhole(
          batch,
          ErrorCode.INTERNAL,
          zh("各背书节点的结果不一致").en("the endorsers come to different results"));
    }
    if (isContest(e) && ++failures.contests >= limits.contestsMost() && batch.size() > 1) {
      LOG.atInfo()
          .addKeyValue("instructions", batch.size())
          .log("Splitting a batch that loses against other gateways: {}", e.getMessage());
      return Next.HALVES;
    }
    tryAgain(batch, e, wait(e.reason(), failures));
    return Next.AGAIN;
  }

  /**
   * Settings, or a defect of ours: the instructions are safe where they are until it is mended. It
   * may be one of them that brings it out, so that a batch is split after a few attempts. A single
   * one waits for settings however long that takes, since with them nothing else gets through
   * either; one that fails for no reason that we know of must not hold up the others. It may be on
   * the ledger already, so that nobody can be told that it is refused.
   */
  private Next afterDefect(
      List<QueuedInstruction> batch, String reason, Throwable failure, Failures failures)
      throws Stopped {
    failures.defects++;
    trouble = failure.toString();
    LOG.atError()
        .addKeyValue("instructions", batch.size())
        .addKeyValue("attempts", failures.defects)
        // The stack trace once: settings may be wrong for a day.
        .setCause(failures.defects == 1 ? failure : null)
        .log("Cannot commit: {}", failure.toString());
    boolean settings = failure instanceof LedgerSettingsException;
    if (failures.defects >= limits.defectsMost() && batch.size() > 1) {
      return Next.HALVES;
    }
    if (failures.defects >= limits.defectsMost() && !settings) {
      LOG.atError()
          .addKeyValue("instruction", batch.get(0).id())
          .log("Set aside, because no attempt brings it to an end; it stays in the inbox");
      return Next.ASIDE;
    }
    retry(
        reason,
        failure,
        settings ? backoff.untilSettingsAreRight() : backoff.absence(failures.defects));
    return Next.AGAIN;
  }

  /**
   * An endorser that still answers differently after some attempts is behind, and quick attempts
   * only use them up: a good instruction must not be given up before its peer has caught up.
   */
  private Duration wait(Reason reason, Failures failures) {
    int beyondContest = failures.mismatches - limits.contestsMost();
    return reason == Reason.MISMATCH && beyondContest > 0
        ? backoff.absence(beyondContest)
        : backoff.after(reason, failures.losses);
  }

  /** Those who lost before us go first, for so long as that is reasonable. */
  private void awaitTurn() throws Stopped {
    Duration waited = Duration.ZERO;
    Duration wait = turns.untilOurs();
    while (!wait.isZero() && waited.compareTo(Turns.WAIT_MOST) < 0) {
      pause(wait);
      waited = waited.plus(wait);
      wait = turns.untilOurs();
    }
    if (!waited.isZero()) {
      metrics.yielded(waited);
    }
  }

  private SubmittedBatch submit(List<QueuedInstruction> batch) throws Stopped {
    try {
      return ledger.submit(batch.stream().map(QueuedInstruction::jws).toList());
    } catch (UnknownOutcomeException e) {
      return settle(e);
    }
  }

  private SubmittedBatch settle(UnknownOutcomeException first) throws Stopped {
    UnknownOutcomeException unknown = first;
    for (int round = 1; round <= limits.settlingsMost(); round++) {
      LOG.atWarn()
          .addKeyValue("transaction", unknown.pending().transactionId())
          .log("Outcome unknown, asking again: {}", unknown.getMessage());
      retry("unknown", unknown, backoff.absence(round));
      try {
        return unknown.pending().settle();
      } catch (UnknownOutcomeException again) {
        unknown = again;
      }
    }
    throw new TryAgainException(Reason.UNAVAILABLE, unknown.getMessage(), unknown);
  }

  private void tryAgain(List<QueuedInstruction> batch, TryAgainException e, Duration wait)
      throws Stopped {
    LOG.atLevel(e.reason() == Reason.CONFLICT ? Level.DEBUG : Level.WARN)
        .addKeyValue("reason", e.reason())
        .addKeyValue("instructions", batch.size())
        .addKeyValue("waitMs", wait.toMillis())
        .log("Proposing again: {}", e.getMessage());
    retry(e.reason().name().toLowerCase(Locale.ROOT), e, wait);
  }

  private void retry(String reason, Throwable failure, Duration wait) throws Stopped {
    metrics.retried(reason);
    LOG.debug("Another attempt follows: {}", failure.toString());
    pause(wait);
  }

  private void pause(Duration wait) throws Stopped {
    if (!pause.pause(wait)) {
      LOG.info("Stopping with a batch in hand, which stays in the inbox");
      throw new Stopped();
    }
  }

  /** Finds the culprit by halves: the others must not wait for it. */
  private Next giveUpOnWhole(List<QueuedInstruction> batch, ErrorCode code, Detail detail) {
    if (batch.size() == 1) {
      LOG.atWarn()
          .addKeyValue("instruction", batch.get(0).id())
          .addKeyValue("code", code)
          .log("Refused without a journal entry: {}", detail);
      outcomes.refused(batch.get(0), code, detail);
      return Next.DONE;
    }
    LOG.atWarn()
        .addKeyValue("instructions", batch.size())
        .addKeyValue("code", code)
        .log("Splitting a batch that is refused as a whole: {}", detail);
    return Next.HALVES;
  }

  private void bringInHalves(List<QueuedInstruction> batch) throws Stopped {
    metrics.split();
    int half = batch.size() / 2;
    bring(batch.subList(0, half));
    bring(batch.subList(half, batch.size()));
  }

  /** Whether others' transactions stood in the way. */
  private static boolean isContest(TryAgainException e) {
    return e.reason() == Reason.CONFLICT || e.reason() == Reason.MISMATCH;
  }

  private void report(List<QueuedInstruction> batch, SubmittedBatch submitted, Duration time) {
    turns.won(submitted.block());
    metrics.committed(batch.size(), time);
    List<Verdict> verdicts = submitted.verdicts();
    List<BatchCommitted.Judged> judged =
        IntStream.range(0, batch.size())
            .mapToObj(i -> BatchCommitted.Judged.of(batch.get(i), verdicts.get(i), submitted))
            .toList();
    LOG.atDebug()
        .addKeyValue("transaction", submitted.transactionId())
        .addKeyValue("block", submitted.block())
        .addKeyValue("instructions", batch.size())
        .addKeyValue("timeMs", time.toMillis())
        .log("Batch committed");
    outcomes.committed(new BatchCommitted(submitted.block(), submitted.transactionId(), judged));
  }
}
