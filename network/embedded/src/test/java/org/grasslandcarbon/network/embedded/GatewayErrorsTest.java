// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes, texts and details as the gateway of a Fabric 3.1 peer gives them. */
class GatewayErrorsTest {
  @TempDir Path directory;
  private final SettableClock clock = new SettableClock();
  private EmbeddedPeer peer;
  private TestClient client;

  private static final class SettableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }
  }

  @BeforeEach
  void open() {
    peer =
        Inside.open(
            EmbeddedPeer.builder(directory)
                .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract()))
                .clock(clock));
    client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel());
  }

  @AfterEach
  void close() {
    client.close();
    peer.close();
  }

  private static String detail(GatewayException e) {
    assertThat(e.getDetails()).hasSize(1);
    assertThat(e.getDetails().get(0).getMspId()).isEqualTo("GrasslandMSP");
    return e.getDetails().get(0).getMessage();
  }

  private EndorseException endorseFailure(String function, String... arguments) {
    return catchThrowableOfType(
        EndorseException.class, () -> client.contract().submitTransaction(function, arguments));
  }

  private GatewayException evaluateFailure(String function, String... arguments) {
    return catchThrowableOfType(
        GatewayException.class, () -> client.contract().evaluateTransaction(function, arguments));
  }

  @Test
  void the_message_of_a_contract_that_refuses_reaches_the_client() {
    GatewayException evaluated = evaluateFailure("refuse", "NO_STOCK: none left");
    assertThat(evaluated.getStatus().getCode()).isEqualTo(Code.UNKNOWN);
    assertThat(evaluated.getStatus().getDescription())
        .isEqualTo(
            "evaluate call to endorser returned error: chaincode response 500, NO_STOCK: none left");
    assertThat(detail(evaluated)).isEqualTo("chaincode response 500, NO_STOCK: none left");
    EndorseException endorsed = endorseFailure("refuse", "NO_STOCK: none left");
    assertThat(endorsed.getStatus().getCode()).isEqualTo(Code.ABORTED);
    assertThat(endorsed.getStatus().getDescription())
        .isEqualTo("failed to endorse transaction, see attached details for more info");
    assertThat(detail(endorsed)).isEqualTo("chaincode response 500, NO_STOCK: none left");
  }

  @Test
  void with_named_organisations_the_text_is_the_other_one() {
    EndorseException e =
        catchThrowableOfType(
            EndorseException.class,
            () ->
                client
                    .contract()
                    .newProposal("refuse")
                    .addArguments("no")
                    .setEndorsingOrganizations("GrasslandMSP")
                    .build()
                    .endorse());
    assertThat(e.getStatus().getDescription())
        .isEqualTo(
            "failed to collect enough transaction endorsements, see attached details for more info");
    EndorseException unknown =
        catchThrowableOfType(
            EndorseException.class,
            () ->
                client
                    .contract()
                    .newProposal("put")
                    .addArguments("a", "1")
                    .setEndorsingOrganizations("NobodyMSP")
                    .build()
                    .endorse());
    assertThat(unknown.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
    assertThat(unknown.getStatus().getDescription())
        .isEqualTo("failed to find any endorsing peers for org(s): NobodyMSP");
  }

  @Test
  void an_unknown_chaincode_is_told_apart_by_evaluate_and_endorse() {
    var contract = client.network().getContract("nowhere");
    GatewayException evaluated =
        catchThrowableOfType(
            GatewayException.class, () -> contract.evaluateTransaction("get", "a"));
    assertThat(evaluated.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(evaluated.getStatus().getDescription())
        .isEqualTo("no peers available to evaluate chaincode nowhere in channel grassland");
    EndorseException endorsed =
        catchThrowableOfType(EndorseException.class, () -> contract.submitTransaction("put", "a"));
    assertThat(endorsed.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(endorsed.getStatus().getDescription())
        .contains("no combination of peers can be derived")
        .contains("No metadata was found for chaincode nowhere in channel grassland");
  }

  @Test
  void an_unknown_channel_is_refused_by_every_call() {
    var contract = client.gateway().getNetwork("elsewhere").getContract("keys");
    assertThat(
            catchThrowableOfType(
                    GatewayException.class, () -> contract.evaluateTransaction("get", "a"))
                .getStatus()
                .getCode())
        .isEqualTo(Code.UNAVAILABLE);
    assertThat(
            catchThrowableOfType(
                    EndorseException.class, () -> contract.submitTransaction("put", "a", "1"))
                .getStatus()
                .getCode())
        .isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(
            catchThrowableOfType(
                    CommitStatusException.class,
                    () -> commitOf("elsewhere", "0".repeat(64)).getStatus())
                .getStatus()
                .getCode())
        .isEqualTo(Code.PERMISSION_DENIED);
  }

  private org.hyperledger.fabric.client.Commit commitOf(String channel, String transactionId) {
    ByteString request =
        CommitStatusRequest.newBuilder()
            .setChannelId(channel)
            .setTransactionId(transactionId)
            .setIdentity(client.creator())
            .build()
            .toByteString();
    return client
        .gateway()
        .newSignedCommit(
            SignedCommitStatusRequest.newBuilder().setRequest(request).build().toByteArray(),
            client.sign(request).toByteArray());
  }

  /** A proposal whose bytes are changed before they are signed. */
  private org.hyperledger.fabric.client.Proposal proposal(
      java.util.function.UnaryOperator<ChannelHeader> change,
      java.util.function.UnaryOperator<ByteString> changeSignature)
      throws Exception {
    ProposedTransaction proposed =
        ProposedTransaction.parseFrom(
            client.contract().newProposal("put").addArguments("a", "1").build().getBytes());
    Proposal proposal = Proposal.parseFrom(proposed.getProposal().getProposalBytes());
    Header header = Header.parseFrom(proposal.getHeader());
    ChannelHeader channelHeader = change.apply(ChannelHeader.parseFrom(header.getChannelHeader()));
    ByteString bytes =
        proposal.toBuilder()
            .setHeader(
                header.toBuilder()
                    .setChannelHeader(channelHeader.toByteString())
                    .build()
                    .toByteString())
            .build()
            .toByteString();
    byte[] changed =
        proposed.toBuilder()
            .setTransactionId(channelHeader.getTxId())
            .setProposal(SignedProposal.newBuilder().setProposalBytes(bytes))
            .build()
            .toByteArray();
    return client
        .gateway()
        .newSignedProposal(changed, changeSignature.apply(client.sign(bytes)).toByteArray());
  }

  private void expectAccessDenied(org.hyperledger.fabric.client.Proposal proposal) {
    GatewayException evaluated = catchThrowableOfType(GatewayException.class, proposal::evaluate);
    assertThat(evaluated.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(detail(evaluated))
        .isEqualTo(
            "error validating proposal: access denied: channel [grassland] creator org [GrasslandMSP]");
    EndorseException endorsed = catchThrowableOfType(EndorseException.class, proposal::endorse);
    assertThat(endorsed.getStatus().getCode()).isEqualTo(Code.ABORTED);
    assertThat(detail(endorsed)).isEqualTo(detail(evaluated));
  }

  @Test
  void a_signature_over_something_else_is_refused() throws Exception {
    expectAccessDenied(
        proposal(h -> h, s -> client.sign(ByteString.copyFromUtf8("something else"))));
  }

  @Test
  void a_signature_with_a_high_s_is_refused() throws Exception {
    BigInteger order = CustomNamedCurves.getByName("secp256r1").getN();
    expectAccessDenied(
        proposal(
            h -> h,
            low -> {
              try {
                BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(order, low.toByteArray());
                return ByteString.copyFrom(
                    StandardDSAEncoding.INSTANCE.encode(order, rs[0], order.subtract(rs[1])));
              } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
              }
            }));
  }

  @Test
  void a_forged_transaction_id_is_refused() throws Exception {
    GatewayException e =
        catchThrowableOfType(
            GatewayException.class,
            proposal(h -> h.toBuilder().setTxId("ab".repeat(32)).build(), s -> s)::evaluate);
    assertThat(e.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(detail(e))
        .startsWith("error validating proposal: incorrectly computed txid '" + "ab".repeat(32));
  }

  @Test
  void somebody_elses_certificate_is_refused(@TempDir Path other) {
    try (EmbeddedPeer otherPeer = Inside.open(EmbeddedPeer.builder(other));
        TestClient stranger =
            new TestClient(otherPeer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      EndorseException e =
          catchThrowableOfType(EndorseException.class, () -> stranger.submit("put", "a", "1"));
      assertThat(detail(e))
          .isEqualTo(
              "error validating proposal: access denied: channel [grassland] creator org unknown, creator is malformed");
    }
  }

  @Test
  void a_proposal_older_than_fifteen_minutes_is_refused_and_a_younger_one_is_not()
      throws Exception {
    var proposal = client.contract().newProposal("put").addArguments("a", "1").build();
    clock.ahead = Duration.ofMinutes(16);
    EndorseException e = catchThrowableOfType(EndorseException.class, proposal::endorse);
    assertThat(e.getStatus().getCode()).isEqualTo(Code.ABORTED);
    assertThat(detail(e))
        .startsWith("request unauthorized due to incorrect timestamp ")
        .endsWith(", peer.authentication.timewindow 15m0s");
    clock.ahead = Duration.ofMinutes(-16);
    assertThat(catchThrowableOfType(EndorseException.class, proposal::endorse)).isNotNull();
    clock.ahead = Duration.ofMinutes(14);
    assertThat(proposal.endorse().submit()).asString().isEqualTo("1");
  }

  @Test
  void a_proposal_cannot_be_used_again() throws Exception {
    var proposal = client.contract().newProposal("put").addArguments("a", "1").build();
    proposal.endorse().submit();
    String expected =
        "duplicate transaction found ["
            + proposal.getTransactionId()
            + "]. Creator ["
            + HexFormat.of().formatHex(client.creator().toByteArray())
            + "]";
    GatewayException evaluated = catchThrowableOfType(GatewayException.class, proposal::evaluate);
    assertThat(evaluated.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(detail(evaluated)).isEqualTo(expected);
    EndorseException endorsed = catchThrowableOfType(EndorseException.class, proposal::endorse);
    assertThat(endorsed.getStatus().getCode()).isEqualTo(Code.ABORTED);
    assertThat(detail(endorsed)).isEqualTo(expected);
  }

  /**
   * Whether its block comes before or after the question is a matter of luck: it is asked often.
   */
  @RepeatedTest(100)
  void the_second_copy_of_a_transaction_changes_nothing() throws Exception {
    Transaction transaction =
        client.contract().newProposal("append").addArguments("a", "x").build().endorse();
    Status first = transaction.submitAsync().getStatus();
    long next = first.getBlockNumber() + 1;
    Status second = transaction.submitAsync().getStatus();
    assertThat(first.getCode()).isEqualTo(TxValidationCode.VALID);
    assertThat(second.getBlockNumber()).isEqualTo(first.getBlockNumber());
    client.submit("put", "b", "after the copy");
    assertThat(Blocks.codes(peer.block(next)))
        .as("what is sent next may come into the same block")
        .isIn(
            List.of(TxValidationCode.DUPLICATE_TXID),
            List.of(TxValidationCode.DUPLICATE_TXID, TxValidationCode.VALID));
    assertThat(client.evaluate("get", "a")).isEqualTo("x");
    assertThat(peer.verify().problems()).isEmpty();
  }

  @Test
  void a_transaction_signed_by_nobody_known_is_not_ordered() throws Exception {
    Transaction transaction =
        client.contract().newProposal("put").addArguments("a", "1").build().endorse();
    SubmitException e =
        catchThrowableOfType(
            SubmitException.class,
            () ->
                client
                    .gateway()
                    .newSignedTransaction(
                        transaction.getBytes(),
                        client.sign(ByteString.copyFromUtf8("another")).toByteArray())
                    .submitAsync());
    assertThat(e.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
    assertThat(e.getDetails().get(0).getMessage())
        .startsWith(
            "received unsuccessful response from orderer: status=FORBIDDEN, info=implicit policy evaluation failed");
    assertThat(peer.height()).isEqualTo(2);
  }

  @Test
  void a_transaction_without_its_endorsement_is_recorded_as_a_policy_failure() throws Exception {
    Transaction transaction =
        client.contract().newProposal("put").addArguments("a", "1").build().endorse();
    Transaction stripped = TamperedTransaction.withoutEndorsements(client, transaction);
    CommitException e = catchThrowableOfType(CommitException.class, stripped::submit);
    assertThat(e.getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    assertThat(Inside.state(peer, "keys", "a")).isNull();
    assertThat(peer.verify().problems()).isEmpty();
  }

  @Test
  void a_changed_argument_breaks_the_proposal_hash() throws Exception {
    Transaction transaction =
        client.contract().newProposal("put").addArguments("a", "1").build().endorse();
    Transaction changed = TamperedTransaction.withOtherArguments(client, transaction);
    CommitException e = catchThrowableOfType(CommitException.class, changed::submit);
    assertThat(e.getCode()).isEqualTo(TxValidationCode.INVALID_ENDORSER_TRANSACTION);
  }

  @Test
  void the_status_of_a_transaction_that_comes_later_is_waited_for() throws Exception {
    Transaction transaction =
        client.contract().newProposal("put").addArguments("a", "1").build().endorse();
    CompletableFuture<Status> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return commitOf("grassland", transaction.getTransactionId()).getStatus();
              } catch (CommitStatusException e) {
                throw new IllegalStateException(e);
              }
            });
    while (Inside.of(peer).waiters().size() == 0) {
      Thread.onSpinWait();
    }
    assertThat(waiting).isNotDone();
    transaction.submit();
    assertThat(waiting.get(10, TimeUnit.SECONDS).getCode()).isEqualTo(TxValidationCode.VALID);
  }

  @Test
  void a_waiter_that_gives_up_is_forgotten() throws Exception {
    CommitStatusException e =
        catchThrowableOfType(
            CommitStatusException.class,
            () ->
                commitOf("grassland", "0".repeat(64))
                    .getStatus(o -> o.withDeadlineAfter(50, TimeUnit.MILLISECONDS)));
    assertThat(e.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
    while (Inside.of(peer).waiters().size() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void a_fault_inside_the_contract_does_not_show_its_secrets() {
    assertThat(detail(endorseFailure("failInside"))).doesNotContain("secret");
  }

  @Test
  void the_envelope_that_the_gateway_prepares_carries_no_transient_data() throws Exception {
    Transaction transaction =
        client
            .contract()
            .newProposal("put")
            .addArguments("a", "1")
            .putTransient("password", "correct horse")
            .build()
            .endorse();
    assertThat(
            PreparedTransaction.parseFrom(transaction.getBytes())
                .toByteString()
                .toString(java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("correct horse");
  }
}
