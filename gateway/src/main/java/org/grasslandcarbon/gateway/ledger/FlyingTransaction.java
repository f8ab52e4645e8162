// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import io.grpc.CallOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;

/** An endorsed transaction on its way into a block. For one thread at a time. */
final class FlyingTransaction implements PendingTransaction {
  /** A look whether a transaction that perhaps never left is on the ledger, not a wait for it. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Transaction transaction;
  private final Commit commit;
  private final Deadlines deadlines;
  private final LongFunction<SubmittedBatch> inBlock;
  private boolean sent;

  /**
   * @param transaction endorsed
   * @param commit asks for the status of the same transaction id
   * @param inBlock what the transaction means, given the block's number
   */
  FlyingTransaction(
      Transaction transaction,
      Commit commit,
      Deadlines deadlines,
      LongFunction<SubmittedBatch> inBlock) {
    this.transaction = transaction;
    this.commit = commit;
    this.deadlines = deadlines;
    this.inBlock = inBlock;
  }

  /** Sends it to the orderers and waits for its block. */
  SubmittedBatch fly() {
    try {
      send();
    } catch (SubmitException e) {
      // Perhaps the orderers have it and only their answer was lost.
      throw new UnknownOutcomeException(this, "sending failed, " + text(e.getStatus()), e);
    }
    return status(deadlines.commitStatus());
  }

  @Override
  public String transactionId() {
    return transaction.getTransactionId();
  }

  @Override
  public SubmittedBatch settle() {
    try {
      // Also what orderers have taken: those that end before it is in a block forget it.
      send();
    } catch (SubmitException e) {
      // Orderers that still have it refuse it as well.
      return status(sent ? deadlines.commitStatus() : LOOK);
    }
    return status(deadlines.commitStatus());
  }

  /** The SDK keeps the envelope's signature, so that this is the same envelope each time. */
  private void send() throws SubmitException {
    transaction.submitAsync(options -> within(options, deadlines.submit()));
    sent = true;
  }

  private SubmittedBatch status(Duration deadline) {
    Status status;
    try {
      status = commit.getStatus(options -> within(options, deadline));
    } catch (CommitStatusException e) {
      throw new UnknownOutcomeException(this, "no word of it, " + text(e.getStatus()), e);
    }
    return switch (status.getCode()) {
      case VALID -> inBlock.apply(status.getBlockNumber());
      case MVCC_READ_CONFLICT, PHANTOM_READ_CONFLICT ->
          throw new TryAgainException(Reason.CONFLICT, invalid(status), null);
      default -> throw new LedgerSettingsException(invalid(status), null);
    };
  }

  private static String invalid(Status status) {
    return status.getTransactionId()
        + " is recorded as "
        + status.getCode()
        + " in block "
        + status.getBlockNumber();
  }

  static CallOptions within(CallOptions options, Duration deadline) {
    return options.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static String text(io.grpc.Status status) {
    return status.getDescription() == null
        ? status.getCode().toString()
        : status.getCode() + ": " + status.getDescription();
  }
}
