// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.grpc.CallOptions;
import io.grpc.Deadline;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;
import org.mockito.Captor;
import org.mockito.InOrder;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

/**
 * What becomes of a batch when the SDK fails after a transaction was endorsed: the orderers may
 * have it or not, and no network fails in just this way, at just this moment, because a test wants
 * it to. The SDK's interfaces are not ours, so that they are played here.
 */
@ExtendWith(MockitoExtension.class)
class FlyingTransactionTest {
  private static final String ID = "a1b2c3";
  private static final Deadlines DEADLINES =
      new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40));

  @Mock private Transaction transaction;
  @Mock private Commit commit;
  @Captor private ArgumentCaptor<UnaryOperator<CallOptions>> options;

  private FlyingTransaction flying;

  @BeforeEach
  void endorsed() {
    flying =
        new FlyingTransaction(
            transaction,
            commit,
            DEADLINES,
            block -> new SubmittedBatch(ID, block, List.of(), Map.of()));
  }

  private static UnaryOperator<CallOptions> anyOptions() {
    return ArgumentMatchers.any();
  }

  private static SubmitException submitting(Code code) {
    return new SubmitException(ID, code.toStatus().withDescription("said so").asRuntimeException());
  }

  private static CommitStatusException asking(Code code) {
    return new CommitStatusException(ID, code.toStatus().asRuntimeException());
  }

  private static Status recorded(TxValidationCode code) {
    Status status = mock(Status.class);
    when(status.getCode()).thenReturn(code);
    when(status.getBlockNumber()).thenReturn(7L);
    return status;
  }

  private void isUnknown(String because) {
    when(transaction.getTransactionId()).thenReturn(ID);
    UnknownOutcomeException unknown =
        catchThrowableOfType(UnknownOutcomeException.class, flying::fly);
    assertThat(unknown).isNotNull().hasMessageContaining(because);
    assertThat(unknown.pending().transactionId()).isEqualTo(ID);
    assertThat(unknown.pending()).isSameAs(flying);
  }

  private void sends(int times) throws Exception {
    verify(transaction, times(times)).submitAsync(anyOptions());
  }

  private static SubmittedTransaction sent() {
    return mock(SubmittedTransaction.class);
  }

  /** How long a call may take, by the options that it was given. */
  private static Duration deadline(UnaryOperator<CallOptions> options) {
    Deadline deadline = options.apply(CallOptions.DEFAULT).getDeadline();
    return Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
  }

  @Test
  void a_transaction_that_is_recorded_as_valid_is_the_batch_in_its_block() throws Exception {
    Status valid = recorded(TxValidationCode.VALID);
    when(commit.getStatus(anyOptions())).thenReturn(valid);
    assertThat(flying.fly().block()).isEqualTo(7);
    InOrder order = inOrder(transaction, commit);
    order.verify(transaction).submitAsync(options.capture());
    order.verify(commit).getStatus(options.capture());
    assertThat(deadline(options.getAllValues().get(0)))
        .isBetween(Duration.ofSeconds(15), DEADLINES.submit());
    assertThat(deadline(options.getAllValues().get(1)))
        .isBetween(Duration.ofSeconds(35), DEADLINES.commitStatus());
  }

  @ParameterizedTest
  @EnumSource(
      value = Code.class,
      names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED", "ABORTED", "INTERNAL", "UNKNOWN"})
  void whatever_submitting_fails_with_the_orderers_may_have_the_transaction(Code code)
      throws Exception {
    when(transaction.submitAsync(anyOptions())).thenThrow(submitting(code));
    isUnknown("sending failed, " + code + ": said so");
    verify(commit, never()).getStatus(anyOptions());
  }

  @Test
  void what_had_arrived_although_the_connection_broke_is_found_by_settling() throws Exception {
    SubmittedTransaction arrived = sent();
    when(transaction.submitAsync(anyOptions()))
        .thenThrow(submitting(Code.UNAVAILABLE))
        .thenReturn(arrived);
    isUnknown("UNAVAILABLE");
    Status valid = recorded(TxValidationCode.VALID);
    when(commit.getStatus(anyOptions())).thenReturn(valid);
    assertThat(flying.settle().transactionId()).isEqualTo(ID);
    sends(2);
  }

  @Test
  void while_the_orderers_are_away_settling_only_looks_whether_it_is_there() throws Exception {
    when(transaction.submitAsync(anyOptions())).thenThrow(submitting(Code.UNAVAILABLE));
    isUnknown("UNAVAILABLE");
    Status valid = recorded(TxValidationCode.VALID);
    when(commit.getStatus(anyOptions())).thenReturn(valid);
    assertThat(flying.settle().block()).isEqualTo(7);
    verify(commit).getStatus(options.capture());
    assertThat(deadline(options.getValue()))
        .as("a look, and no wait for what perhaps never left")
        .isLessThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void orderers_that_refuse_what_they_have_are_waited_for() throws Exception {
    SubmittedTransaction taken = sent();
    when(transaction.submitAsync(anyOptions()))
        .thenReturn(taken)
        .thenThrow(submitting(Code.UNAVAILABLE));
    Status valid = recorded(TxValidationCode.VALID);
    when(commit.getStatus(anyOptions()))
        .thenThrow(asking(Code.DEADLINE_EXCEEDED))
        .thenReturn(valid);
    isUnknown("no word of it");
    assertThat(flying.settle().block()).isEqualTo(7);
    verify(commit, times(2)).getStatus(options.capture());
    assertThat(deadline(options.getValue())).isGreaterThan(Duration.ofSeconds(35));
  }

  @Test
  void what_orderers_took_and_may_have_lost_is_sent_again_when_its_status_does_not_come()
      throws Exception {
    Status valid = recorded(TxValidationCode.VALID);
    when(commit.getStatus(anyOptions()))
        .thenThrow(asking(Code.DEADLINE_EXCEEDED))
        .thenThrow(asking(Code.UNAVAILABLE))
        .thenReturn(valid);
    isUnknown("no word of it, DEADLINE_EXCEEDED");
    assertThat(catchThrowableOfType(UnknownOutcomeException.class, flying::settle))
        .hasMessageContaining("UNAVAILABLE");
    assertThat(flying.settle().block()).isEqualTo(7);
    sends(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = TxValidationCode.class,
      names = {"MVCC_READ_CONFLICT", "PHANTOM_READ_CONFLICT"})
  void who_lost_against_another_tries_again(TxValidationCode code) throws Exception {
    Status lost = recorded(code);
    when(commit.getStatus(anyOptions())).thenReturn(lost);
    TryAgainException again = catchThrowableOfType(TryAgainException.class, flying::fly);
    assertThat(again.reason()).isEqualTo(Reason.CONFLICT);
    assertThat(again).hasMessageContaining(code + " in block 7");
  }

  @ParameterizedTest
  @EnumSource(
      value = TxValidationCode.class,
      names = {
        "ENDORSEMENT_POLICY_FAILURE",
        "BAD_PAYLOAD",
        "BAD_CREATOR_SIGNATURE",
        "EXPIRED_CHAINCODE",
        "INVALID_OTHER_REASON"
      })
  void what_is_recorded_as_invalid_for_another_reason_is_for_somebody_to_put_right(
      TxValidationCode code) throws Exception {
    Status invalid = recorded(code);
    when(commit.getStatus(anyOptions())).thenReturn(invalid);
    assertThat(catchThrowableOfType(LedgerSettingsException.class, flying::fly))
        .hasMessageContaining("recorded as " + code);
  }

  @Test
  void an_invalid_transaction_is_told_the_same_when_it_is_settled() throws Exception {
    Status lost = recorded(TxValidationCode.MVCC_READ_CONFLICT);
    when(commit.getStatus(anyOptions())).thenThrow(asking(Code.UNAVAILABLE)).thenReturn(lost);
    isUnknown("UNAVAILABLE");
    assertThat(catchThrowableOfType(TryAgainException.class, flying::settle).reason())
        .isEqualTo(Reason.CONFLICT);
  }
}
