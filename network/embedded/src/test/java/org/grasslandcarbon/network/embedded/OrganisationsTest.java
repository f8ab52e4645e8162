// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four organisations of which three must endorse, as the pilot offices. */
class OrganisationsTest {
  private static final List<String> OFFICES =
      List.of("BeijingMSP", "TianjinMSP", "HebeiMSP", "InnerMongoliaMSP");

  @TempDir Path directory;
  private EmbeddedPeer peer;
  private TestClient client;

  @BeforeEach
  void open() {
    peer = Inside.open(builder());
    client = new TestClient(peer.enrol("HebeiMSP", "alice"), peer.channel());
  }

  private EmbeddedPeer.Builder builder() {
    return EmbeddedPeer.builder(directory)
        .organisations(OFFICES)
        .endorsementPolicy(3)
        .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract()));
  }

  @AfterEach
  void close() {
    client.close();
    peer.close();
  }

  @Test
  void three_organisations_endorse_the_own_one_among_them() throws Exception {
    Transaction transaction =
        client.contract().newProposal("put").addArguments("a", "1").build().endorse();
    // The check wants the creator's signature first, so it is asked about the signed one in the
    // block.
    transaction.submit();
    var checked =
        new TransactionCheck(Inside.of(peer).keys().membership())
            .check(peer.block(peer.height() - 1).getData().getData(0));
    assertThat(checked.endorsers()).hasSize(3).contains("HebeiMSP").isSubsetOf(OFFICES);
  }

  @Test
  void a_contract_that_is_not_deterministic_is_found_out() {
    EndorseException e =
        catchThrowableOfType(
            EndorseException.class, () -> client.contract().submitTransaction("guess", "a"));
    assertThat(e.getStatus().getCode()).isEqualTo(Code.ABORTED);
    assertThat(e.getStatus().getDescription())
        .isEqualTo(
            "failed to collect enough transaction endorsements, see attached details for more info");
    assertThat(e.getDetails())
        .isNotEmpty()
        .allSatisfy(
            detail ->
                assertThat(detail.getMessage()).isEqualTo("ProposalResponsePayloads do not match"));
  }

  @Test
  void an_organisation_whose_copy_answers_otherwise_is_outvoted() throws Exception {
    close();
    ChaincodeConnector honest = ShimChaincode.connector(new KeysContract());
    peer = Inside.open(builder().chaincodeOf("HebeiMSP", "keys", writesSomethingElse(honest)));
    client = new TestClient(peer.enrol("BeijingMSP", "alice"), peer.channel());
    client.submit("put", "a", "1");
    assertThat(Inside.state(peer, "keys", "a").value().toStringUtf8()).isEqualTo("1");

    TestClient ofHebei = new TestClient(peer.enrol("HebeiMSP", "bob"), peer.channel());
    EndorseException e =
        catchThrowableOfType(
            EndorseException.class, () -> ofHebei.contract().submitTransaction("put", "a", "2"));
    ofHebei.close();
    assertThat(e.getDetails())
        .as("compared with the own organisation's answer")
        .extracting(ErrorDetail::getMspId)
        .containsExactlyInAnyOrder("BeijingMSP", "TianjinMSP");
    assertThat(Inside.state(peer, "keys", "a").value().toStringUtf8()).isEqualTo("1");
  }

  private static ChaincodeConnector writesSomethingElse(ChaincodeConnector honest) {
    return fromChaincode ->
        honest.connect(
            new StreamObserver<>() {
              @Override
              public void onNext(ChaincodeMessage message) {
                fromChaincode.onNext(changed(message));
              }

              @Override
              public void onError(Throwable failure) {
                fromChaincode.onError(failure);
              }

              @Override
              public void onCompleted() {
                fromChaincode.onCompleted();
              }
            });
  }

  private static ChaincodeMessage changed(ChaincodeMessage message) {
    if (message.getType() != ChaincodeMessage.Type.PUT_STATE) {
      return message;
    }
    PutState write = PutState.newBuilder().setKey("a").setValue(copyFromUtf8("1000")).build();
    return message.toBuilder().setPayload(write.toByteString()).build();
  }

  @Test
  void a_copy_of_a_chaincode_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> builder().chaincodeOf("NobodyMSP", "keys", null))
        .isInstanceOf(EmbeddedPeerException.class);
    assertThatThrownBy(() -> builder().chaincodeOf("HebeiMSP", "other", null))
        .isInstanceOf(EmbeddedPeerException.class);
  }

  @Test
  void two_endorsements_are_not_enough() {
    CommitException e =
        catchThrowableOfType(
            CommitException.class,
            () ->
                client
                    .contract()
                    .newProposal("put")
                    .addArguments("a", "1")
                    .setEndorsingOrganizations("HebeiMSP", "BeijingMSP")
                    .build()
                    .endorse()
                    .submit());
    assertThat(e.getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    assertThat(Inside.state(peer, "keys", "a")).isNull();
  }

  @Test
  void one_endorsement_counted_three_times_is_not_enough() throws Exception {
    Transaction one =
        client
            .contract()
            .newProposal("put")
            .addArguments("a", "1")
            .setEndorsingOrganizations("HebeiMSP", "HebeiMSP", "HebeiMSP")
            .build()
            .endorse();
    assertThat(one.submitAsync().getStatus().getCode())
        .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
  }

  @Test
  void a_policy_that_was_tightened_holds_after_opening_again() throws Exception {
    close();
    peer = Inside.open(builder().endorsementPolicy(4));
    client = new TestClient(peer.enrol("HebeiMSP", "alice"), peer.channel());
    CommitException e =
        catchThrowableOfType(
            CommitException.class,
            () ->
                client
                    .contract()
                    .newProposal("put")
                    .addArguments("a", "1")
                    .setEndorsingOrganizations("HebeiMSP", "BeijingMSP", "TianjinMSP")
                    .build()
                    .endorse()
                    .submit());
    assertThat(e.getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    client.submit("put", "a", "1");
    assertThat(peer.verify().problems()).isEmpty();
  }

  @Test
  void a_ledger_of_other_organisations_or_another_channel_is_refused() {
    close();
    assertThatThrownBy(() -> Inside.open(EmbeddedPeer.builder(directory)))
        .isInstanceOf(EmbeddedPeerException.class)
        .extracting(e -> ((EmbeddedPeerException) e).reason())
        .isEqualTo(EmbeddedPeerException.Reason.CONFIGURATION_MISMATCH);
    assertThatThrownBy(() -> Inside.open(builder().channel("elsewhere")))
        .isInstanceOf(EmbeddedPeerException.class)
        .hasMessageContaining("channel grassland");
    open();
  }

  @Test
  void a_policy_that_nobody_can_satisfy_is_refused() {
    assertThatThrownBy(() -> Inside.open(builder().endorsementPolicy(5)))
        .isInstanceOf(EmbeddedPeerException.class)
        .hasMessageContaining("1 to 4");
  }

  @Test
  void identities_belong_to_their_organisation_and_keep_their_names_apart() {
    Set<Object> subjects = new HashSet<>();
    for (String name : List.of("alice", "Alice", "a/l:i*ce", "\u8d75\u6c38\u5f3a".repeat(20))) {
      EmbeddedIdentity identity = peer.enrol("TianjinMSP", name);
      assertThat(identity.mspId()).isEqualTo("TianjinMSP");
      assertThat(peer.enrol("TianjinMSP", name).certificate()).isEqualTo(identity.certificate());
      assertThat(subjects.add(identity.certificate())).isTrue();
    }
    assertThatThrownBy(() -> peer.enrol("NobodyMSP", "alice"))
        .isInstanceOf(EmbeddedPeerException.class);
    assertThatThrownBy(() -> peer.enrol("TianjinMSP", " "))
        .isInstanceOf(EmbeddedPeerException.class);
  }
}
