// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ClientInterceptors;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a peer's gateway service fails, in the words of Fabric 3.1. */
@Timeout(120)
class LedgerFailuresTest {
  @TempDir static Path directory;
  private static TestNetwork network;
  private static int admitted = 10;

  private final Faults faults = new Faults();
  private LedgerClient client;
  private byte[] jws;

  @BeforeAll
  static void open() {
    network = new TestNetwork(directory);
    network.client().bootstrap(network.foundingDocument());
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @BeforeEach
  void connect() {
    client =
        new LedgerClient(
            ClientInterceptors.intercept(network.channel(), faults),
            network.identity(),
            "grassland",
            "registry",
            network.clock,
            Deadlines.DEFAULT);
    jws = network.admit(TestParticipant.newId(), new TestParticipant(admitted++));
  }

  private <E extends LedgerException> E failure(Class<E> kind) {
    E thrown = catchThrowableOfType(kind, () -> client.submit(List.of(jws)));
    assertThat(thrown).isNotNull();
    return thrown;
  }

  private <E extends LedgerException> E whenEndorsingFails(
      Class<E> kind, StatusRuntimeException failure) {
    faults.next("Endorse", failure);
    return failure(kind);
  }

  private void assertTryAgain(Reason reason, StatusRuntimeException failure) {
    assertThat(whenEndorsingFails(TryAgainException.class, failure).reason()).isEqualTo(reason);
  }

  @Test
  void answers_that_do_not_match_are_told_with_what_the_peer_says_of_each() {
    TryAgainException thrown =
        whenEndorsingFails(
            TryAgainException.class,
            Faults.failure(
                Code.ABORTED,
                "failed to collect enough transaction endorsements, see attached details",
                "TianjinMSP",
                "ProposalResponsePayloads do not match",
                "HebeiMSP",
                "error connecting"));
    assertThat(thrown.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(thrown)
        .hasMessageContaining("TianjinMSP: ProposalResponsePayloads do not match")
        .hasMessageContaining("HebeiMSP: error connecting");
  }

  @Test
  void too_few_endorsers_that_can_be_reached_is_unavailability() {
    assertTryAgain(
        Reason.UNAVAILABLE,
        Faults.failure(
            Code.ABORTED,
            "failed to collect enough transaction endorsements, see attached details",
            "HebeiMSP",
            "rpc error: code = Unavailable desc = connection refused"));
  }

  @Test
  void a_peer_that_is_away_or_slow_is_unavailability() {
    assertTryAgain(Reason.UNAVAILABLE, Faults.failure(Code.UNAVAILABLE, "io exception"));
    assertTryAgain(Reason.UNAVAILABLE, Faults.failure(Code.DEADLINE_EXCEEDED, "deadline"));
    assertTryAgain(Reason.UNAVAILABLE, Faults.failure(Code.INTERNAL, "RST_STREAM"));
  }

  @Test
  void the_peers_limit_of_concurrent_calls_is_told_by_its_words() {
    assertTryAgain(
        Reason.TOO_BUSY,
        Faults.failure(
            Code.UNKNOWN,
            "too many requests for /gateway.Gateway, exceeding concurrency limit (500)"));
  }

  @Test
  void the_chaincodes_refusal_carries_its_code_and_words() {
    BatchRefusedException thrown =
        whenEndorsingFails(
            BatchRefusedException.class,
            Faults.failure(
                Code.ABORTED,
                "failed to endorse transaction, see attached details for more info",
                "BeijingMSP",
                "chaincode response 500, TOO_LARGE: a batch has 1 to 1000 instructions"));
    assertThat(thrown.code()).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(thrown.detail().en()).isEqualTo("a batch has 1 to 1000 instructions");
  }

  @Test
  void a_refusal_without_a_code_of_ours_is_internal() {
    BatchRefusedException thrown =
        whenEndorsingFails(
            BatchRefusedException.class,
            Faults.failure(
                Code.ABORTED, "failed", "BeijingMSP", "chaincode response 500, out of memory"));
    assertThat(thrown.code()).isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void a_chaincode_that_runs_into_the_peers_time_limit_is_given_less() {
    assertThat(
            whenEndorsingFails(
                    BatchRefusedException.class,
                    Faults.failure(
                        Code.ABORTED,
                        "failed to endorse transaction",
                        "BeijingMSP",
                        "error in simulation: timeout expired while executing transaction"))
                .code())
        .isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void a_batch_too_large_for_a_message_is_refused_as_too_large() {
    assertThat(
            whenEndorsingFails(
                    BatchRefusedException.class,
                    Faults.failure(Code.RESOURCE_EXHAUSTED, "received message larger than max"))
                .code())
        .isEqualTo(ErrorCode.TOO_LARGE);
  }

  @Test
  void what_somebody_has_to_put_right_is_told_apart() {
    whenEndorsingFails(
        LedgerSettingsException.class,
        Faults.failure(Code.FAILED_PRECONDITION, "no combination of peers can be derived"));
  }

  @Test
  void a_certificate_that_the_peers_refuse_is_told_as_such() {
    LedgerSettingsException thrown =
        whenEndorsingFails(
            LedgerSettingsException.class,
            Faults.failure(
                Code.ABORTED,
                "failed to endorse transaction",
                "BeijingMSP",
                "error validating proposal: access denied: channel [grassland] creator org [X]"));
    assertThat(thrown)
        .hasMessageContaining("certificate: it is revoked or out of date")
        .hasMessageContaining("BeijingMSP: error validating proposal: access denied");
  }

  @Test
  void a_submission_whose_answer_is_lost_is_settled_as_the_same_transaction() {
    faults.nextAnswer("Submit", Faults.failure(Code.UNAVAILABLE, "io exception"));
    UnknownOutcomeException unknown = failure(UnknownOutcomeException.class);

    SubmittedBatch batch = unknown.pending().settle();

    assertThat(batch.transactionId()).isEqualTo(unknown.pending().transactionId());
    assertThat(batch.verdicts()).extracting(Verdict::code).containsExactly(Verdict.APPLIED);
    assertThat(client.submit(List.of(jws)).verdicts())
        .extracting(Verdict::code)
        .containsExactly("DUPLICATE");
  }

  @Test
  void a_submission_that_never_arrived_is_sent_again_when_it_is_settled() {
    faults.next("Submit", Faults.failure(Code.UNAVAILABLE, "io exception"));
    UnknownOutcomeException unknown = failure(UnknownOutcomeException.class);
    assertThat(unknown.pending().settle().verdicts())
        .extracting(Verdict::code)
        .containsExactly(Verdict.APPLIED);
  }

  @Test
  void a_status_that_does_not_come_is_asked_for_again() {
    faults.next("CommitStatus", Faults.failure(Code.DEADLINE_EXCEEDED, "deadline"));
    faults.next("CommitStatus", Faults.failure(Code.UNAVAILABLE, "io exception"));
    PendingTransaction pending = failure(UnknownOutcomeException.class).pending();
    assertThat(catchThrowableOfType(UnknownOutcomeException.class, pending::settle)).isNotNull();
    assertThat(pending.settle().verdicts())
        .extracting(Verdict::code)
        .containsExactly(Verdict.APPLIED);
  }
}
