// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * State, queries, history, private data and conflicts, through contracts on Fabric's own Java shim.
 */
class LedgerRulesTest {
  private static final String IMPLICIT = "_implicit_org_GrasslandMSP";

  @TempDir Path directory;
  private EmbeddedPeer peer;
  private TestClient client;

  @BeforeEach
  void open() {
    open(BlockCutting.WHEN_IDLE);
  }

  private void open(BlockCutting cutting) {
    peer =
        Inside.open(
            EmbeddedPeer.builder(directory)
                .chaincode(
                    "keys", "1.0", ShimChaincode.connector(new KeysContract()), List.of("secrets"))
                .chaincode("other", "1.0", ShimChaincode.connector(new KeysContract()))
                .blockCutting(cutting));
    client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel());
  }

  /** Blocks are cut when they have exactly so many transactions. */
  private void reopenWithBlocksOf(int transactions) {
    close();
    open(BlockCutting.WHEN_IDLE.withMaxMessages(transactions).withInterval(Duration.ofMinutes(1)));
  }

  @AfterEach
  void close() {
    client.close();
    peer.close();
  }

  private Transaction endorse(String function, String... arguments) throws Exception {
    return client.contract().newProposal(function).addArguments(arguments).build().endorse();
  }

  private static List<TxValidationCode> commit(Transaction... transactions) throws Exception {
    List<SubmittedTransaction> submitted = new ArrayList<>();
    for (Transaction transaction : transactions) {
      submitted.add(transaction.submitAsync());
    }
    List<TxValidationCode> codes = new ArrayList<>();
    for (SubmittedTransaction transaction : submitted) {
      Status status = transaction.getStatus();
      codes.add(status.getCode());
    }
    return codes;
  }

  @Test
  void a_deleted_key_reads_as_empty_and_stays_in_history() throws Exception {
    client.submit("put", "a", "1");
    client.submit("put", "a", "2");
    client.submit("delete", "a");
    client.submit("put", "a", "3");
    client.submit("put", "ab", "another key");
    assertThat(client.evaluate("get", "a")).isEqualTo("3");
    assertThat(client.evaluate("history", "a")).isEqualTo("3,deleted,2,1");
    client.submit("delete", "a");
    assertThat(client.evaluate("get", "a")).isEmpty();
  }

  @Test
  void writing_an_empty_value_deletes() throws Exception {
    client.submit("put", "a", "1");
    client.submit("put", "a", "");
    assertThat(Inside.state(peer, "keys", "a")).isNull();
  }

  @Test
  void a_range_is_in_the_order_of_utf8_and_ends_before_its_end() throws Exception {
    for (String key : List.of("b", "a", "\uD83C\uDF3E", "\uFF21", "c")) {
      client.submit("put", key, "v");
    }
    assertThat(client.evaluate("range", "a", "c")).isEqualTo("a=v,b=v");
    // U+1F33E comes after U+FF21 in UTF-8, before it in the order of Java strings.
    assertThat(client.evaluate("range", "c", "")).isEqualTo("c=v,\uFF21=v,\uD83C\uDF3E=v");
  }

  @Test
  void a_long_range_comes_in_several_messages() throws Exception {
    client.submit("fill", "k", "250");
    assertThat(client.evaluate("range", "k", "l").split(","))
        .hasSize(250)
        .startsWith("k00000=v0")
        .endsWith("k00249=v249");
  }

  @Test
  void pages_continue_at_the_bookmark() throws Exception {
    client.submit("fill", "k", "5");
    assertThat(client.evaluate("page", "k", "l", "2", ""))
        .isEqualTo("k00000,k00001 then k00002 of 2");
    assertThat(client.evaluate("page", "k", "l", "3", "k00002"))
        .isEqualTo("k00002,k00003,k00004 then  of 3");
  }

  @Test
  void two_changes_from_the_same_read_conflict_even_in_one_block() throws Exception {
    client.submit("put", "a", "1");
    reopenWithBlocksOf(2);
    assertThat(commit(endorse("append", "a", "x"), endorse("append", "a", "y")))
        .containsExactly(TxValidationCode.VALID, TxValidationCode.MVCC_READ_CONFLICT);
    assertThat(client.evaluate("get", "a")).isEqualTo("1x");
    assertThat(peer.verify().problems()).isEmpty();
  }

  @Test
  void a_change_from_an_old_read_conflicts_with_an_earlier_block() throws Exception {
    client.submit("put", "a", "1");
    Transaction late = endorse("append", "a", "late");
    client.submit("put", "a", "2");
    assertThat(commit(late)).containsExactly(TxValidationCode.MVCC_READ_CONFLICT);
    assertThat(client.evaluate("get", "a")).isEqualTo("2");
  }

  @Test
  void two_creations_of_one_key_conflict() throws Exception {
    Transaction first = endorse("create", "a", "1");
    Transaction second = endorse("create", "a", "2");
    assertThat(commit(first)).containsExactly(TxValidationCode.VALID);
    assertThat(commit(second)).containsExactly(TxValidationCode.MVCC_READ_CONFLICT);
  }

  @Test
  void writes_without_reads_never_conflict() throws Exception {
    Transaction first = endorse("put", "a", "1");
    Transaction second = endorse("put", "a", "2");
    assertThat(commit(first, second)).containsOnly(TxValidationCode.VALID);
  }

  @Test
  void a_new_key_in_a_range_that_was_read_is_a_phantom() throws Exception {
    client.submit("fill", "k", "3");
    Transaction counting = endorse("count", "k", "l", "total");
    client.submit("put", "k00001a", "new");
    assertThat(commit(counting)).containsExactly(TxValidationCode.PHANTOM_READ_CONFLICT);
  }

  @Test
  void a_phantom_of_the_same_block_is_found() throws Exception {
    client.submit("fill", "k", "3");
    reopenWithBlocksOf(3);
    assertThat(
            commit(
                endorse("put", "k00001a", "new"),
                endorse("count", "k", "l", "total"),
                endorse("count", "m", "n", "nothing")))
        .containsExactly(
            TxValidationCode.VALID, TxValidationCode.PHANTOM_READ_CONFLICT, TxValidationCode.VALID);
  }

  @Test
  void a_deletion_in_a_range_of_hundreds_is_a_phantom_and_an_unchanged_one_is_not()
      throws Exception {
    client.submit("fill", "k", "300");
    Transaction first = endorse("count", "k", "l", "total");
    Transaction second = endorse("count", "k", "l", "total2");
    RangeQueryInfo info =
        Inside.of(peer)
            .ledger()
            .transaction(
                org.hyperledger.fabric.protos.gateway.PreparedTransaction.parseFrom(
                        first.getBytes())
                    .getEnvelope()
                    .toByteString())
            .results()
            .namespaces()
            .stream()
            .filter(n -> n.name().equals("keys"))
            .findFirst()
            .orElseThrow()
            .keys()
            .getRangeQueriesInfo(0);
    assertThat(info.hasReadsMerkleHashes()).isTrue();
    assertThat(info.getReadsMerkleHashes().getMaxDegree()).isEqualTo(50);
    assertThat(commit(first)).containsExactly(TxValidationCode.VALID);
    client.submit("delete", "k00150");
    assertThat(commit(second)).containsExactly(TxValidationCode.PHANTOM_READ_CONFLICT);
  }

  @Test
  void a_private_value_is_readable_and_only_its_hash_is_in_the_block() throws Exception {
    client
        .contract()
        .newProposal("putPrivate")
        .addArguments("secrets", "price")
        .putTransient("value", "sixty")
        .build()
        .endorse()
        .submit();
    assertThat(client.evaluate("getPrivate", "secrets", "price")).isEqualTo("sixty");
    assertThat(client.evaluate("privateHash", "secrets", "price"))
        .isEqualTo(
            java.util.HexFormat.of()
                .formatHex(Sha256.digest().digest("sixty".getBytes(StandardCharsets.UTF_8))));
    assertThat(peer.block(peer.height() - 1).toByteString().toString(StandardCharsets.ISO_8859_1))
        .doesNotContain("sixty");
    reopenWithBlocksOf(1);
    assertThat(client.evaluate("getPrivate", "secrets", "price")).isEqualTo("sixty");
    assertThat(peer.verify().problems()).isEmpty();
  }

  @Test
  void the_collection_of_the_own_organisation_needs_no_definition_and_others_do() throws Exception {
    client
        .contract()
        .newProposal("putPrivate")
        .addArguments(IMPLICIT, "a")
        .putTransient("value", "1")
        .build()
        .endorse()
        .submit();
    assertThat(client.evaluate("getPrivate", IMPLICIT, "a")).isEqualTo("1");
    assertThatThrownBy(() -> client.evaluate("getPrivate", "unknown", "a"))
        .isInstanceOf(org.hyperledger.fabric.client.GatewayException.class);
  }

  @Test
  void the_restriction_of_a_key_survives_a_plain_write() throws Exception {
    client.submit("put", "a", "1");
    client.submit("restrict", "a", "parameter");
    client.submit("put", "a", "2");
    assertThat(client.evaluate("restriction", "a")).isEqualTo("parameter");
    assertThat(client.evaluate("get", "a")).isEqualTo("2");
    client.submit("restrict", "absent", "parameter");
    assertThat(client.evaluate("restriction", "absent")).isEmpty();
  }

  @Test
  void a_chaincode_calls_another_in_one_transaction() throws Exception {
    assertThat(client.submit("call", "other", "put", "a")).isEqualTo("called");
    assertThat(Inside.state(peer, "other", "a").value().toStringUtf8()).isEqualTo("called");
    assertThat(Inside.state(peer, "keys", "a")).isNull();
  }

  @Test
  void a_chaincode_cannot_call_itself_or_an_unknown_one() {
    assertThatThrownBy(() -> client.submit("call", "keys", "put", "a"))
        .isInstanceOf(EndorseException.class);
    assertThatThrownBy(() -> client.submit("call", "nowhere", "put", "a"))
        .isInstanceOf(EndorseException.class);
  }

  @Test
  void every_transaction_depends_on_the_definition_of_its_chaincode() throws Exception {
    Transaction old = endorse("put", "a", "1");
    client.close();
    peer.close();
    peer =
        Inside.open(
            EmbeddedPeer.builder(directory)
                .chaincode("keys", "2.0", ShimChaincode.connector(new KeysContract())));
    client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel());
    Contract contract = client.contract();
    assertThat(contract.getChaincodeName()).isEqualTo("keys");
    assertThat(
            client
                .gateway()
                .newSignedTransaction(
                    old.getBytes(),
                    client
                        .sign(
                            org.hyperledger.fabric.protos.gateway.PreparedTransaction.parseFrom(
                                    old.getBytes())
                                .getEnvelope()
                                .getPayload())
                        .toByteArray())
                .submitAsync()
                .getStatus()
                .getCode())
        .isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
  }

  @Test
  void the_read_set_is_sorted_and_names_no_version_for_an_absent_key() throws Exception {
    Transaction transaction = endorse("create", "a", "1");
    ReadWriteSet results =
        Inside.of(peer)
            .ledger()
            .transaction(
                org.hyperledger.fabric.protos.gateway.PreparedTransaction.parseFrom(
                        transaction.getBytes())
                    .getEnvelope()
                    .toByteString())
            .results();
    assertThat(
            results.namespaces().stream()
                .map(ReadWriteSet.Namespace::name)
                .collect(Collectors.toList()))
        .containsExactly("_lifecycle", "keys");
    assertThat(results.namespaces().get(0).keys().getReads(0).getKey())
        .isEqualTo("namespaces/fields/keys/Sequence");
    assertThat(results.namespaces().get(1).keys().getReads(0).hasVersion()).isFalse();
  }
}
