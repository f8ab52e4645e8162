// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.gateway.ledger.Answer.Absent;
import org.grasslandcarbon.gateway.ledger.Answer.Refused;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;

/**
 * Asks organisations for their endorsements of one proposal, each by itself and all at the same
 * time, so that their answers can be compared. The peer's own way tells only that some did not
 * match the first.
 */
final class SeparateEndorsement {
  private final Gateway gateway;
  private final Duration deadline;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "grassland-endorse");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param deadline of each organisation's answer
   */
  SeparateEndorsement(Gateway gateway, Duration deadline) {
    this.gateway = gateway;
    this.deadline = deadline;
  }

  /**
   * Asks until all have answered, or until enough have and the rest has had its time.
   *
   * @param proposal the bytes of an unsigned {@code ProposedTransaction}
   * @param asked MSP ids
   * @param organisations how many the channel has
   * @param grace for the others once more than half of the organisations have answered the same
   */
  Comparison ask(byte[] proposal, Collection<String> asked, int organisations, Duration grace) {
    CompletionService<Answer> arriving = new ExecutorCompletionService<>(threads);
    List<Future<Answer>> calls =
        asked.stream().map(each -> arriving.submit(() -> ask(proposal, each))).toList();
    List<Answer> answers = new ArrayList<>();
    Comparison comparison = Comparison.of(answers, organisations);
    try {
      while (answers.size() < calls.size()) {
        Future<Answer> next =
            comparison.decided()
                ? arriving.poll(grace.toMillis(), TimeUnit.MILLISECONDS)
                : arriving.take();
        if (next == null) {
          break;
        }
        answers.add(next.get());
        comparison = Comparison.of(answers, organisations);
      }
      return comparison;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TryAgainException(Reason.UNAVAILABLE, "interrupted while endorsing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      calls.forEach(call -> call.cancel(true));
    }
  }

  private Answer ask(byte[] proposal, String organisation) {
    try {
      return JointTransaction.endorsed(
          organisation,
          gateway
              .newProposal(addressedTo(organisation, proposal))
              .endorse(options -> FlyingTransaction.within(options, deadline))
              .getBytes());
    } catch (EndorseException e) {
      LedgerException reason = EndorsementFailures.explain(e);
      return reason instanceof BatchRefusedException refusal
              && EndorsementFailures.saidByChaincode(e)
          ? new Refused(organisation, refusal)
          : new Absent(organisation, reason);
    } catch (IllegalArgumentException | InvalidProtocolBufferException e) {
      return new Absent(organisation, new LedgerSettingsException(e.getMessage(), e));
    }
  }

  private static byte[] addressedTo(String organisation, byte[] proposal)
      throws InvalidProtocolBufferException {
    return ProposedTransaction.parseFrom(proposal).toBuilder()
        .clearEndorsingOrganizations()
        .addEndorsingOrganizations(organisation)
        .build()
        .toByteArray();
  }
}
