// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.gateway.ledger.Answer.Absent;
import org.grasslandcarbon.gateway.ledger.Answer.Endorsed;
import org.grasslandcarbon.gateway.ledger.Answer.Refused;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.junit.jupiter.api.Test;

/** Who is right among organisations that answer differently, and who is merely behind. */
class ComparisonTest {
  private static final ByteString HONEST = payload(7, "balance", "10");
  private static final ByteString ALTERED = payload(7, "balance", "10000");
  private static final ByteString BEHIND = payload(6, "balance", "9");

  /** What reads one key in the version of a block and writes one. */
  private static ByteString payload(long block, String key, String value) {
    KVRWSet set =
        KVRWSet.newBuilder()
            .addReads(
                KVRead.newBuilder()
                    .setKey("balance")
                    .setVersion(Version.newBuilder().setBlockNum(block)))
            .addWrites(KVWrite.newBuilder().setKey(key).setValue(ByteString.copyFromUtf8(value)))
            .build();
    TxReadWriteSet results =
        TxReadWriteSet.newBuilder()
            .addNsRwset(
                NsReadWriteSet.newBuilder().setNamespace("registry").setRwset(set.toByteString()))
            .build();
    ChaincodeAction action =
        ChaincodeAction.newBuilder().setResults(results.toByteString()).build();
    return ProposalResponsePayload.newBuilder()
        .setExtension(action.toByteString())
        .build()
        .toByteString();
  }

  private static Answer endorsed(String organisation, ByteString payload) {
    return new Endorsed(organisation, new byte[0], payload);
  }

  private static Answer refused(String organisation) {
    return new Refused(
        organisation,
        new BatchRefusedException(ErrorCode.TOO_LARGE, Detail.told("过大", "too much"), null));
  }

  private static Answer absent(String organisation) {
    return new Absent(
        organisation, new TryAgainException(Reason.UNAVAILABLE, "nobody there", null));
  }

  @Test
  void more_than_half_of_the_channel_decide_not_of_those_who_answer() {
    List<Answer> two = List.of(endorsed("A", HONEST), endorsed("B", HONEST), absent("C"));
    assertThat(Comparison.of(two, 3).decided()).isTrue();
    assertThat(Comparison.of(two, 4).decided()).isFalse();
  }

  @Test
  void one_that_writes_otherwise_from_the_same_state_disagrees() {
    Comparison comparison =
        Comparison.of(
            List.of(
                endorsed("A", ALTERED),
                endorsed("B", HONEST),
                endorsed("C", HONEST),
                endorsed("D", HONEST)),
            4);
    assertThat(comparison.disagreeing()).containsOnlyKeys("A");
    assertThat(comparison.disagreeing().get("A")).isEqualTo("writes otherwise: registry:balance");
    assertThat(comparison.agreeing())
        .extracting(Answer::organisation)
        .containsExactly("B", "C", "D");
  }

  @Test
  void one_whose_peer_is_behind_is_not_accused() {
    Comparison comparison =
        Comparison.of(
            List.of(endorsed("A", BEHIND), endorsed("B", HONEST), endorsed("C", HONEST)), 3);
    assertThat(comparison.decided()).isTrue();
    assertThat(comparison.disagreeing()).isEmpty();
  }

  @Test
  void nobody_is_accused_while_it_is_not_decided() {
    Comparison comparison =
        Comparison.of(
            List.of(
                endorsed("A", ALTERED),
                endorsed("B", ALTERED),
                endorsed("C", HONEST),
                refused("D")),
            4);
    assertThat(comparison.disagreeing()).isEmpty();
    assertThat(comparison.inWords())
        .isEqualTo(
            "A: agrees with 1 others; B: agrees with 1 others; C: endorses something else;"
                + " D: TOO_LARGE: too much");
  }

  @Test
  void a_refusal_among_endorsements_and_the_other_way_round_disagree_and_absence_does_not() {
    assertThat(
            Comparison.of(
                    List.of(
                        endorsed("A", HONEST), refused("B"), endorsed("C", HONEST), absent("D")),
                    3)
                .disagreeing())
        .containsExactly(Map.entry("B", "refuses with TOO_LARGE: too much"));
    assertThat(
            Comparison.of(List.of(refused("A"), refused("B"), endorsed("C", HONEST)), 3)
                .disagreeing())
        .containsExactly(Map.entry("C", "endorses what the others refuse"));
  }

  @Test
  void an_answer_that_cannot_be_read_is_a_difference() {
    ByteString garbage = ByteString.copyFromUtf8("not a message");
    assertThat(Difference.between(HONEST, garbage)).contains("gives an answer that cannot be read");
  }

  @Test
  void many_differing_keys_are_counted_and_few_are_named() {
    ByteString other = payload(7, "another", "10");
    assertThat(Difference.between(HONEST, other))
        .contains("writes otherwise: registry:another, registry:balance");
    assertThat(Difference.between(HONEST, HONEST)).isEqualTo(Optional.empty());
  }

  @Test
  void endorsements_of_the_same_results_become_one_transaction() throws Exception {
    byte[] joint =
        JointTransaction.of(
            List.of(
                JointTransaction.endorsed("A", prepared("A")),
                JointTransaction.endorsed("B", prepared("B"))));
    Payload payload =
        Payload.parseFrom(PreparedTransaction.parseFrom(joint).getEnvelope().getPayload());
    ChaincodeEndorsedAction action =
        ChaincodeActionPayload.parseFrom(
                Transaction.parseFrom(payload.getData()).getActions(0).getPayload())
            .getAction();
    assertThat(action.getProposalResponsePayload()).isEqualTo(HONEST);
    assertThat(action.getEndorsementsList())
        .extracting(each -> SerializedIdentity.parseFrom(each.getEndorser()).getMspid())
        .containsExactly("A", "B");
  }

  @Test
  void an_endorsement_by_another_organisation_than_the_one_asked_is_not_taken() {
    assertThatThrownBy(() -> JointTransaction.endorsed("A", prepared("B")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in place of A, B has endorsed");
  }

  private static byte[] prepared(String endorser) {
    ByteString identity = SerializedIdentity.newBuilder().setMspid(endorser).build().toByteString();
    ChaincodeActionPayload called =
        ChaincodeActionPayload.newBuilder()
            .setAction(
                ChaincodeEndorsedAction.newBuilder()
                    .setProposalResponsePayload(HONEST)
                    .addEndorsements(Endorsement.newBuilder().setEndorser(identity)))
            .build();
    Transaction transaction =
        Transaction.newBuilder()
            .addActions(TransactionAction.newBuilder().setPayload(called.toByteString()))
            .build();
    Payload payload = Payload.newBuilder().setData(transaction.toByteString()).build();
    return PreparedTransaction.newBuilder()
        .setEnvelope(Envelope.newBuilder().setPayload(payload.toByteString()))
        .build()
        .toByteArray();
  }
}
