// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.audit.finding.Finding;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.paper.Authority;
import org.grasslandcarbon.audit.paper.PaperConfiguration;
import org.grasslandcarbon.audit.paper.PaperNetwork;
import org.grasslandcarbon.audit.paper.PaperState;
import org.grasslandcarbon.audit.paper.PaperTransaction;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.RetirementFacts;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.registry.StateAttestation;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.GoldenHistory;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.Sha256;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault that a ledger may hide is planted alone, and is found and named. */
class PlantedFaultsTest {
  /** A block in the midst of the history. */
  private static final int AT = 40;

  /** As many as a history needs before credits move. */
  private static final int SUBMITTED = 60;

  private static TestLedger ledger;
  private static PaperNetwork honest;

  @BeforeAll
  static void play() {
    ledger = GoldenHistory.play();
    honest = PaperNetwork.replaying(ledger);
  }

  private static Audited withBlock(UnaryOperator<Block> changed) {
    List<Block> blocks = honest.blocks();
    blocks.set(AT, changed.apply(blocks.get(AT)));
    return Audited.of(honest, blocks);
  }

  @Test
  void a_flipped_bit_in_a_transaction() {
    Audited audited =
        withBlock(
            block -> {
              byte[] bytes = block.getData().getData(0).toByteArray();
              bytes[bytes.length / 2] ^= 1;
              return block.toBuilder()
                  .setData(BlockData.newBuilder().addData(ByteString.copyFrom(bytes)))
                  .build();
            });

    assertThat(audited.only(FindingCode.DATA_HASH_WRONG).place().block()).contains((long) AT);
    assertThat(audited.codes())
        .as("what was flipped is in what the creator has signed")
        .containsAnyOf(FindingCode.CREATOR_NOT_VALID, FindingCode.TRANSACTION_MALFORMED);
  }

  @Test
  void a_dropped_block() {
    List<Block> blocks = honest.blocks();
    blocks.remove(AT);

    Audited audited = Audited.of(honest, blocks);

    assertThat(audited.only(FindingCode.BLOCK_MISSING).place().block()).contains((long) AT);
    assertThat(audited.only(FindingCode.NOT_READ_FURTHER).place().block()).contains((long) AT);
    assertThat(audited.counts().transactions()).isEqualTo(AT - 1);
  }

  @Test
  void blocks_in_another_order() {
    List<Block> blocks = honest.blocks();
    Block first = blocks.get(AT);
    blocks.set(AT, blocks.get(AT - 1));
    blocks.set(AT - 1, first);

    Audited audited = Audited.of(honest, blocks);

    assertThat(audited.codes())
        .containsExactly(FindingCode.BLOCK_MISSING, FindingCode.NOT_READ_FURTHER);

    List<Block> twice = honest.blocks();
    twice.add(AT, twice.get(AT - 1));
    assertThat(Audited.of(honest, twice).codes())
        .containsExactly(FindingCode.BLOCK_OUT_OF_ORDER, FindingCode.NOT_READ_FURTHER);
  }

  @Test
  void blocks_that_have_taken_each_others_numbers() {
    List<Block> blocks = honest.blocks();
    Block one = blocks.get(AT);
    Block other = blocks.get(AT + 1);
    blocks.set(AT, numbered(other, AT));
    blocks.set(AT + 1, numbered(one, AT + 1));

    Audited audited = Audited.of(honest, blocks);

    assertThat(audited.codes())
        .contains(FindingCode.PREVIOUS_HASH_WRONG, FindingCode.ORDERER_SIGNATURES_TOO_FEW);
    assertThat(audited.findings().get(0).place().block()).contains((long) AT);
  }

  private static Block numbered(Block block, long number) {
    return block.toBuilder().setHeader(block.getHeader().toBuilder().setNumber(number)).build();
  }

  @Test
  void altered_contents_whose_hash_was_repaired() {
    Audited audited =
        withBlock(
            block -> {
              ByteString other = honest.blocks().get(AT - 1).getData().getData(0);
              return block.toBuilder()
                  .setData(BlockData.newBuilder().addData(other))
                  .setHeader(
                      block.getHeader().toBuilder()
                          .setDataHash(PaperNetwork.dataHash(List.of(other))))
                  .build();
            });

    assertThat(audited.codes())
        .contains(
            FindingCode.ORDERER_SIGNATURES_TOO_FEW,
            FindingCode.TRANSACTION_TWICE,
            FindingCode.PREVIOUS_HASH_WRONG)
        .doesNotContain(FindingCode.DATA_HASH_WRONG);
    assertThat(audited.only(FindingCode.PREVIOUS_HASH_WRONG).place().block())
        .as("the block after no longer follows")
        .contains(AT + 1L);
  }

  /** Both parts of a transaction, one after the other, are its bytes. */
  private static List<ByteString> cut(ByteString transaction) {
    try {
      Envelope whole = Envelope.parseFrom(transaction);
      List<ByteString> parts =
          List.of(
              Envelope.newBuilder().setPayload(whole.getPayload()).build().toByteString(),
              Envelope.newBuilder().setSignature(whole.getSignature()).build().toByteString());
      assertThat(parts.get(0).concat(parts.get(1))).isEqualTo(transaction);
      return parts;
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_transaction_that_was_cut_in_two_to_make_it_vanish() {
    List<Block> blocks = honest.blocks().subList(0, AT + 1);
    Block block = blocks.get(AT);
    BlockMetadata.Builder metadata = block.getMetadata().toBuilder();
    metadata.setMetadata(
        2,
        ByteString.copyFrom(
            new byte[] {
              (byte) TxValidationCode.BAD_CREATOR_SIGNATURE_VALUE,
              (byte) TxValidationCode.BAD_COMMON_HEADER_VALUE
            }));
    blocks.set(
        AT,
        block.toBuilder()
            .setData(BlockData.newBuilder().addAllData(cut(block.getData().getData(0))))
            .setMetadata(metadata)
            .build());

    Audited audited = Audited.of(honest, blocks);

    assertThat(audited.codes())
        .as("hash, signatures and outcomes are right all the same")
        .containsExactly(FindingCode.ENTRIES_NOT_WHOLE);
    assertThat(audited.findings().get(0).place().block()).contains((long) AT);
  }

  @Test
  void two_transactions_that_were_joined_to_lose_the_first() {
    TestLedger.Sent sent = ledger.sent().get(0);
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    var peers = network.peers();
    ByteString first =
        network.call(sent.at(), "submit", sent.instructions()).endorsedBy(peers).envelope();
    ByteString second =
        network.call(sent.at(), "submit", sent.instructions()).endorsedBy(peers).envelope();
    Block whole =
        network.cut(
            List.of(first, second),
            List.of(TxValidationCode.VALID, TxValidationCode.MVCC_READ_CONFLICT));
    assertThat(Audited.of(network).codes()).as("as they were ordered").isEmpty();
    List<Block> blocks = network.blocks();
    BlockMetadata.Builder metadata = whole.getMetadata().toBuilder();
    metadata.setMetadata(2, ByteString.copyFrom(new byte[] {TxValidationCode.VALID_VALUE}));
    blocks.set(
        blocks.size() - 1,
        whole.toBuilder()
            .setData(BlockData.newBuilder().addData(first.concat(second)))
            .setMetadata(metadata)
            .build());

    assertThat(Audited.of(network, blocks).codes()).containsExactly(FindingCode.ENTRIES_NOT_WHOLE);
  }

  @Test
  void a_block_of_nothing() {
    PaperNetwork network = new PaperNetwork();
    network.cut(List.of(), List.of());

    assertThat(Audited.of(network).codes()).containsExactly(FindingCode.ENTRIES_NOT_WHOLE);
  }

  @Test
  void an_orderers_missing_signature() {
    Audited audited =
        withBlock(
            block ->
                withSignatures(
                    block, honest.signatures(block.getHeader(), honest.orderers().subList(1, 3))));

    assertThat(audited.codes()).containsExactly(FindingCode.ORDERER_SIGNATURES_TOO_FEW);
    assertThat(audited.findings().get(0).place().block()).contains((long) AT);
  }

  @Test
  void an_orderer_that_signs_twice() {
    var two = honest.orderers().subList(1, 3);
    Audited audited =
        withBlock(
            block ->
                withSignatures(
                    block,
                    honest.signatures(
                        block.getHeader(), List.of(two.get(0), two.get(1), two.get(1)))));

    assertThat(audited.codes()).containsExactly(FindingCode.ORDERER_SIGNATURES_TOO_FEW);
  }

  private static Block withSignatures(Block block, ByteString signatures) {
    BlockMetadata.Builder metadata = block.getMetadata().toBuilder();
    metadata.setMetadata(0, signatures);
    return block.toBuilder().setMetadata(metadata).build();
  }

  @Test
  void an_outcome_that_a_peer_has_written_otherwise() {
    Audited audited =
        withBlock(
            block -> {
              BlockMetadata.Builder metadata = block.getMetadata().toBuilder();
              metadata.setMetadata(
                  2,
                  ByteString.copyFrom(
                      new byte[] {(byte) TxValidationCode.PHANTOM_READ_CONFLICT_VALUE}));
              return block.toBuilder().setMetadata(metadata).build();
            });

    assertThat(audited.codes()).containsExactly(FindingCode.WRONGLY_REFUSED);
    assertThat(audited.findings().get(0).place().transaction()).isPresent();
  }

  /** The history up to some point, with one submission after it. */
  private static PaperNetwork with(int submitted, Consumer<PaperTransaction> lie) {
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    ledger.sent().subList(0, submitted).forEach(network::submit);
    network.submit(ledger.sent().get(submitted), lie);
    return network;
  }

  @Test
  void an_endorsement_by_too_few() {
    PaperNetwork network =
        with(SUBMITTED, each -> each.endorsedBy(new PaperNetwork().peers().subList(0, 3)));
    assertThat(Audited.of(network).codes())
        .as("peers of another network")
        .containsExactly(FindingCode.ENDORSEMENTS_TOO_FEW);

    PaperNetwork two = new PaperNetwork();
    two.found(ledger);
    ledger.sent().subList(0, SUBMITTED).forEach(two::submit);
    two.submit(ledger.sent().get(SUBMITTED), each -> each.endorsedBy(two.peers().subList(0, 2)));
    Finding finding = Audited.of(two).only(FindingCode.ENDORSEMENTS_TOO_FEW);
    assertThat(finding.place().block()).contains(two.blocks().size() - 1L);
    assertThat(finding.place().transaction()).isPresent();

    PaperNetwork twice = new PaperNetwork();
    twice.found(ledger);
    ledger.sent().subList(0, SUBMITTED).forEach(twice::submit);
    var peers = twice.peers();
    twice.submit(
        ledger.sent().get(SUBMITTED),
        each -> each.endorsedBy(List.of(peers.get(0), peers.get(1), peers.get(1))));
    assertThat(Audited.of(twice).codes())
        .as("one office that signs twice")
        .containsExactly(FindingCode.ENDORSEMENTS_TOO_FEW);
  }

  @Test
  void a_client_or_an_administrator_that_endorses_in_a_peers_place() {
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    var endorsers =
        List.of(network.peers().get(0), network.peers().get(1), network.admins().get(2));
    network.submit(ledger.sent().get(0), each -> each.endorsedBy(endorsers));

    assertThat(Audited.of(network).codes()).containsExactly(FindingCode.ENDORSEMENTS_TOO_FEW);
  }

  @Test
  void a_transaction_that_its_creator_did_not_sign() {
    PaperNetwork network =
        with(SUBMITTED, each -> each.signature(right -> right.substring(0, right.size() - 1)));

    assertThat(Audited.of(network).codes()).containsExactly(FindingCode.CREATOR_NOT_VALID);
  }

  @Test
  void a_signature_in_the_form_that_fabric_refuses() {
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    PaperTransaction transaction =
        network.submit(ledger.sent().get(0), each -> each.signature(PlantedFaultsTest::high));

    assertThat(transaction.id()).isNotEmpty();
    assertThat(Audited.of(network).codes()).containsExactly(FindingCode.CREATOR_NOT_VALID);
  }

  /** The same signature with its other S. */
  private static ByteString high(ByteString low) {
    var both = ASN1Sequence.getInstance(low.toByteArray());
    var order = CustomNamedCurves.getByName("P-256").getN();
    var s = ASN1Integer.getInstance(both.getObjectAt(1)).getValue();
    try {
      return ByteString.copyFrom(
          new DERSequence(
                  new ASN1Encodable[] {both.getObjectAt(0), new ASN1Integer(order.subtract(s))})
              .getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void something_read_that_had_changed() {
    PaperNetwork network =
        with(
            SUBMITTED,
            each -> {
              Map.Entry<String, PaperState.Entry> first =
                  each.reads().entrySet().stream()
                      .filter(read -> read.getValue() != null)
                      .findFirst()
                      .orElseThrow();
              var now = first.getValue();
              first.setValue(new PaperState.Entry(now.block() - 1, 0, now.value()));
            });

    assertThat(Audited.of(network).codes()).containsExactly(FindingCode.READ_OUTDATED);
  }

  @Test
  void a_forged_instruction_that_three_of_four_offices_have_let_pass() {
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    ledger.sent().subList(0, SUBMITTED).forEach(network::submit);
    TestLedger.Sent sent = ledger.sent().get(SUBMITTED);
    byte[] forged = sent.instructions().get(0).clone();
    int last = forged.length - 5;
    forged[last] = (byte) (forged[last] == 'A' ? 'B' : 'A');
    PaperTransaction right = network.call(sent.at(), "submit", sent.instructions());
    network.submit(
        new TestLedger.Sent(List.of(forged), sent.at()),
        each -> {
          each.answering(right.answer());
          each.writes().putAll(right.writes());
        });

    Audited audited = Audited.of(network);

    Finding finding = audited.only(FindingCode.INSTRUCTION_FORGED);
    assertThat(finding.detail()).contains("APPLIED").contains("BAD_SIGNATURE");
    assertThat(finding.place().block()).contains(network.blocks().size() - 1L);
    assertThat(finding.place().transaction()).isPresent();
    assertThat(audited.codes()).contains(FindingCode.WRITE_TOO_MANY);
  }

  @Test
  void an_instruction_that_was_refused_and_counts_as_applied() {
    int refused = refusedAt();
    PaperNetwork network =
        with(
            refused,
            each ->
                each.answering(
                    Codec.write(
                        List.of(
                            new Verdict(Verdict.APPLIED, Optional.empty(), Optional.empty())))));

    assertThat(Audited.of(network).only(FindingCode.RULE_BROKEN).detail()).contains("APPLIED");
  }

  /** The first submission of the history that the rules refuse. */
  private static int refusedAt() {
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    for (int i = 0; i < ledger.sent().size(); i++) {
      PaperTransaction each = network.submit(ledger.sent().get(i));
      if (!new String(each.answer(), StandardCharsets.UTF_8).contains(Verdict.APPLIED)) {
        return i;
      }
    }
    throw new AssertionError("nothing is refused in the history");
  }

  /** The first submission whose writes have a text in some value. */
  private static int firstWriting(String type, String text) {
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    for (int i = 0; i < ledger.sent().size(); i++) {
      PaperTransaction each = network.submit(ledger.sent().get(i));
      boolean found =
          each.writes().entrySet().stream()
              .anyMatch(
                  write ->
                      write.getKey().startsWith("\u0000" + type + "\u0000")
                          && new String(write.getValue(), StandardCharsets.UTF_8).contains(text));
      if (found) {
        return i;
      }
    }
    throw new AssertionError("nothing writes " + type + " with " + text);
  }

  private static void edit(PaperTransaction transaction, String type, UnaryOperator<String> edit) {
    transaction
        .writes()
        .replaceAll(
            (key, value) ->
                key.startsWith("\u0000" + type + "\u0000")
                    ? edit.apply(new String(value, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)
                    : value);
  }

  @Test
  void a_wrong_quantity_that_a_chaincode_has_written_in_three_of_four_offices() {
    int at = firstWriting("BATCH", "\"issued\":");
    PaperNetwork network =
        with(
            at,
            each ->
                edit(
                    each,
                    "BATCH",
                    json -> json.replaceFirst("\"issued\":(\\d+)", "\"issued\":9$1")));

    Finding finding = Audited.of(network).only(FindingCode.WRITE_DIFFERS);

    assertThat(finding.place().key().orElseThrow()).startsWith("BATCH:");
    assertThat(finding.detail()).contains("\"issued\":9");
    assertThat(finding.place().block()).contains(network.blocks().size() - 1L);
  }

  @Test
  void a_serial_that_was_doubled() {
    int at = firstWriting(Holding.TYPE.name(), "\"held\":[\"");
    PaperNetwork network =
        with(
            at,
            each -> {
              Map.Entry<String, byte[]> own =
                  each.writes().entrySet().stream()
                      .filter(write -> write.getKey().startsWith("\u0000HOLDING\u0000"))
                      .findFirst()
                      .orElseThrow();
              String other = ledger.the(Role.OFFICE).value();
              String owner = Codec.read(own.getValue(), Holding.class).owner().value();
              each.writes()
                  .put(
                      own.getKey().replace(owner, other),
                      new String(own.getValue(), StandardCharsets.UTF_8)
                          .replace(owner, other)
                          .getBytes(StandardCharsets.UTF_8));
            });

    Audited audited = Audited.of(network);

    assertThat(audited.only(FindingCode.WRITE_TOO_MANY).place().key().orElseThrow())
        .startsWith("HOLDING:");
    Finding twice = audited.only(FindingCode.SERIALS_OVERLAP);
    assertThat(twice.place().key().orElseThrow()).startsWith("HOLDING:");
    assertThat(twice.detail()).contains("are elsewhere as well");
  }

  @Test
  void a_journal_entry_that_was_left_out() {
    PaperNetwork network =
        with(
            SUBMITTED,
            each ->
                each.writes()
                    .keySet()
                    .removeIf(key -> key.startsWith("\u0000" + JournalEntry.TYPE.name())));

    assertThat(Audited.of(network).only(FindingCode.WRITE_MISSING).place().key().orElseThrow())
        .startsWith("JOURNAL:");
  }

  @Test
  void a_key_that_was_read_in_secret_or_not_at_all() {
    PaperNetwork network =
        with(
            SUBMITTED,
            each -> each.reads().keySet().remove(each.reads().keySet().iterator().next()));

    assertThat(Audited.of(network).codes()).containsExactly(FindingCode.READS_DIFFER);
  }

  @Test
  void a_call_that_the_registry_does_not_know_and_that_writes() {
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    PaperTransaction call =
        network.call(ledger.sent().get(0).at(), "mend", List.of()).endorsedBy(network.peers());
    call.writes().put("\u0000HOLDING\u0000x\u0000", "{}".getBytes(StandardCharsets.UTF_8));
    network.commit(call);

    assertThat(Audited.of(network).codes())
        .containsExactly(FindingCode.CALL_WRITES, FindingCode.RECORD_MISPLACED);
  }

  private static NsReadWriteSet writes(String namespace) {
    return NsReadWriteSet.newBuilder()
        .setNamespace(namespace)
        .setRwset(
            KVRWSet.newBuilder()
                .addWrites(
                    KVWrite.newBuilder()
                        .setKey("\u0000HOLDING\u0000x\u0000")
                        .setValue(ByteString.copyFromUtf8("{}")))
                .build()
                .toByteString())
        .build();
  }

  /** A value that nobody but its collection sees: only its hash is in the block. */
  private static NsReadWriteSet privately(String namespace) {
    return NsReadWriteSet.newBuilder()
        .setNamespace(namespace)
        .addCollectionHashedRwset(
            CollectionHashedReadWriteSet.newBuilder()
                .setCollectionName("_implicit_org_BeijingMSP")
                .setHashedRwset(
                    HashedRWSet.newBuilder()
                        .addHashedWrites(
                            KVWriteHash.newBuilder().setKeyHash(ByteString.copyFromUtf8("x")))
                        .build()
                        .toByteString()))
        .build();
  }

  private static List<FindingCode> writingFrom(String chaincode, NsReadWriteSet elsewhere) {
    PaperNetwork network = new PaperNetwork();
    network.define("other", "1", 3);
    network.found(ledger);
    network.commit(network.callOf(chaincode, ledger.sent().get(0).at()).writingIn(elsewhere));
    return Audited.of(network).codes();
  }

  @Test
  void another_chaincode_that_writes_in_the_registrys_namespace() {
    assertThat(writingFrom("other", writes("other2"))).doesNotContain(FindingCode.FOREIGN_WRITES);
    assertThat(writingFrom("other", writes(PaperNetwork.CHAINCODE)))
        .contains(FindingCode.FOREIGN_WRITES, FindingCode.OTHER_CHAINCODE);
    assertThat(writingFrom("other", privately(PaperNetwork.CHAINCODE)))
        .contains(FindingCode.FOREIGN_WRITES);
    assertThat(writingFrom("other", writes("_lifecycle"))).contains(FindingCode.FOREIGN_WRITES);
  }

  @Test
  void a_definition_of_a_chaincode_that_writes_in_the_registrys_namespace() {
    assertThat(writingFrom("_lifecycle", writes(PaperNetwork.CHAINCODE)))
        .containsExactly(FindingCode.FOREIGN_WRITES, FindingCode.RECORD_MISPLACED);
  }

  @Test
  void a_transaction_whose_time_lies_far_behind_or_ahead(@TempDir Path folder) {
    Instant reached = ledger.sent().get(SUBMITTED - 1).at();
    List<byte[]> instructions = ledger.sent().get(SUBMITTED).instructions();
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    ledger.sent().subList(0, SUBMITTED).forEach(network::submit);
    network.submit(new TestLedger.Sent(instructions, reached.minus(Duration.ofMinutes(10))));
    assertThat(Audited.of(network).codes()).as("clocks differ by so much").isEmpty();
    assertThat(Audited.at(reached.minus(Duration.ofMinutes(5)), network).codes()).isEmpty();
    assertThat(Audited.at(reached.minus(Duration.ofMinutes(6)), network).codes())
        .containsOnly(FindingCode.TIME_AHEAD);

    network.submit(
        new TestLedger.Sent(
            ledger.sent().get(SUBMITTED + 1).instructions(),
            reached.minus(Duration.ofMinutes(10)).minusMillis(1)));
    Finding found = Audited.of(network).only(FindingCode.TIME_RUNS_BACK);
    long last = network.blocks().size() - 1L;
    assertThat(found.place().block()).contains(last);

    try (Audit first = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      first.read(new ListedBlocks(network.blocks().subList(0, (int) last)), (block, all) -> {});
    }
    try (Audit second = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      second.read(
          new ListedBlocks(network.blocks().subList((int) last, (int) last + 1)),
          (block, all) -> {});
      assertThat(Audited.of(second).codes()).containsExactly(FindingCode.TIME_RUNS_BACK);
    }
  }

  @Test
  void a_batch_of_which_nothing_is_anywhere() {
    int at = firstWriting("BATCH", "\"issued\":");
    PaperNetwork network =
        with(
            at,
            each ->
                each.writes()
                    .keySet()
                    .removeIf(
                        key ->
                            key.startsWith("\u0000" + Holding.TYPE.name() + "\u0000")
                                || key.startsWith(
                                    "\u0000" + BufferHolding.TYPE.name() + "\u0000")));

    Audited audited = Audited.of(network);

    assertThat(audited.codes()).contains(FindingCode.WRITE_MISSING);
    Finding missing = audited.only(FindingCode.SERIALS_MISSING);
    assertThat(missing.place().key().orElseThrow()).startsWith("BATCH:");
  }

  @Test
  void verdicts_that_are_none() {
    byte[] none = "[null]".getBytes(StandardCharsets.UTF_8);
    assertThat(Audited.of(with(0, each -> each.answering(none))).codes())
        .containsExactly(FindingCode.RESPONSE_DIFFERS);

    PaperNetwork later = new PaperNetwork();
    later.found(ledger);
    later.define("7", 3);
    later.submit(ledger.sent().get(0), each -> each.answering(none));
    assertThat(Audited.of(later).codes())
        .containsExactly(FindingCode.RULES_NOT_CARRIED, FindingCode.RESPONSE_DIFFERS);
  }

  /** A trust file of some offices; their roots count from some time on. */
  private static TrustFile file(List<Authority> offices, Instant from, boolean revoked) {
    return new TrustFile(
        PaperNetwork.CHAINCODE,
        PaperNetwork.CHANNEL,
        offices.size() / 2 + 1,
        offices.stream()
            .map(
                office ->
                    new TrustFile.Organisation(
                        office.mspId(),
                        List.of(),
                        List.of(
                            new TrustFile.Root(
                                office
                                    .certificate()
                                    .toStringUtf8()
                                    .replaceAll("-----[^-]+-----|\\s", ""),
                                from,
                                revoked ? Optional.of(true) : Optional.empty(),
                                Optional.empty()))))
            .toList());
  }

  private static AuditPlan plan(TrustFile file) {
    return new AuditPlan(
        PaperNetwork.CHAINCODE,
        new TrustAnchor.Roots(file),
        Optional.of(Set.of(TestLedger.ORGANISATION)),
        Set.of());
  }

  @Test
  void a_trust_file_of_other_organisations_or_with_a_root_that_was_revoked(@TempDir Path folder) {
    List<Authority> offices = honest.authorities();
    List<Block> first = honest.blocks().subList(0, 1);
    TrustFile right = file(offices, Instant.EPOCH, false);
    assertThat(Audited.of(plan(right), first).codes())
        .as("it does not say who orders, and by which policies")
        .containsExactly(FindingCode.GENESIS_BY_ROOTS_ONLY);

    List<Authority> more = new ArrayList<>(offices);
    more.add(new Authority("ShanxiMSP"));
    for (TrustFile wrong :
        List.of(
            file(more, Instant.EPOCH, false),
            file(offices.subList(0, 3), Instant.EPOCH, false),
            file(offices, Instant.EPOCH, true))) {
      assertThat(Audited.of(plan(wrong), first).codes())
          .containsExactly(FindingCode.GENESIS_NOT_TRUSTED, FindingCode.NOT_READ_FURTHER);
    }

    TrustFile named =
        new TrustFile(
            right.chaincode(),
            right.channel(),
            Optional.of(new Sha256(honest.genesisHash())),
            3,
            file(more, Instant.EPOCH, false).organisations());
    assertThat(Audited.of(plan(named), first).codes())
        .as("an office has joined since; the first block is the one that the file names")
        .isEmpty();
    assertThat(Audited.of(plan(named), new PaperNetwork().blocks()).codes())
        .containsExactly(FindingCode.GENESIS_NOT_TRUSTED, FindingCode.NOT_READ_FURTHER);

    try (Audit audit = Audit.open(folder, plan(right), Audited.CLOCK)) {
      audit.read(new ListedBlocks(first), (block, all) -> {});
    }
    TrustFile later = file(offices, Instant.EPOCH.plusSeconds(1), false);
    assertThatThrownBy(() -> Audit.open(folder, plan(later), Audited.CLOCK))
        .isInstanceOf(OtherAuditException.class);
  }

  @Test
  void a_first_block_in_which_somebody_orders_whom_the_trust_file_does_not_name()
      throws InvalidProtocolBufferException {
    Payload payload =
        Payload.parseFrom(
            Envelope.parseFrom(honest.blocks().get(0).getData().getData(0)).getPayload());
    Config config = ConfigEnvelope.parseFrom(payload.getData()).getConfig();
    TrustAnchor anchor = new TrustAnchor.Roots(file(honest.authorities(), Instant.EPOCH, false));
    assertThat(anchor.fault(ByteString.EMPTY, Configuration.of(PaperNetwork.CHANNEL, 0, config)))
        .isEmpty();

    ConfigGroup root = config.getChannelGroup();
    Config foreign =
        config.toBuilder()
            .setChannelGroup(
                root.toBuilder()
                    .putGroups(
                        "Orderer",
                        root.getGroupsOrThrow("Orderer").toBuilder()
                            .putGroups(
                                "GuestMSP",
                                PaperConfiguration.organisation(new Authority("GuestMSP")))
                            .build()))
            .build();
    assertThat(
            anchor
                .fault(ByteString.EMPTY, Configuration.of(PaperNetwork.CHANNEL, 0, foreign))
                .orElseThrow()
                .en())
        .contains("GuestMSP");
  }

  @Test
  void a_call_that_breaks_the_rules_ends_no_audit() {
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    network.commit(
        network
            .call(
                ledger.sent().get(0).at(),
                "attest",
                List.of("\u0000no end".getBytes(StandardCharsets.UTF_8)))
            .endorsedBy(network.peers()));
    network.submit(ledger.sent().get(0));

    Audited audited = Audited.of(network);

    assertThat(audited.codes()).containsExactly(FindingCode.RULE_BROKEN);
    assertThat(audited.counts().instructions()).isEqualTo(1);
  }

  @Test
  void a_broken_rule_is_found_once_and_not_in_all_that_comes_of_it() {
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    List<TestLedger.Sent> sent = ledger.sent();
    int at = firstWriting("BATCH", "\"issued\":");
    sent.subList(0, at).forEach(network::submit);
    network.submit(
        sent.get(at),
        each ->
            edit(
                each,
                "HOLDING",
                json -> json.replaceFirst("\"held\":\\[\"\\d+-(\\d+)", "\"held\":[\"$1-$1")));
    sent.subList(at + 1, sent.size()).forEach(network::submit);

    Audited audited = Audited.of(network);

    assertThat(audited.codes())
        .containsOnlyOnce(FindingCode.WRITE_DIFFERS)
        .contains(FindingCode.SERIALS_MISSING)
        .doesNotContain(FindingCode.RULE_BROKEN, FindingCode.RESPONSE_DIFFERS);
  }

  @Test
  void money_that_nobody_has_deposited() {
    int at = firstWriting("CASH", "\"available\":");
    PaperNetwork network =
        with(
            at,
            each ->
                edit(
                    each,
                    "CASH",
                    json -> json.replaceFirst("\"available\":(\\d+)", "\"available\":1$1")));

    Audited audited = Audited.of(network);

    assertThat(audited.only(FindingCode.WRITE_DIFFERS).place().key().orElseThrow())
        .startsWith("CASH:");
    assertThat(audited.only(FindingCode.CASH_DOES_NOT_ADD_UP).detail()).contains("CNY");
  }

  @Test
  void credits_beyond_what_was_quantified() {
    int at = firstWriting("BATCH", "\"issued\":");
    PaperNetwork network =
        with(
            at,
            each -> {
              edit(each, "BATCH", json -> json.replaceFirst("\"issued\":(\\d+)", "\"issued\":9$1"));
              edit(
                  each, "REPORT", json -> json.replaceFirst("\"issued\":(\\d+)", "\"issued\":9$1"));
            });

    Audited audited = Audited.of(network);

    assertThat(audited.codes()).contains(FindingCode.ISSUED_OTHERWISE, FindingCode.SERIALS_MISSING);
  }

  @Test
  void credits_set_apart_for_use_abroad_twice() {
    Audited audited =
        Audited.of(
            with(
                firstWriting("EXPORT_LABEL", "\"serials\":"),
                each ->
                    edit(
                        each,
                        "EXPORT_LABEL",
                        json ->
                            json.replaceFirst("\"labels\":\\[(\\{[^}]*})", "\"labels\":[$1,$1"))));

    assertThat(audited.only(FindingCode.LABELS_OVERLAP).place().key().orElseThrow())
        .startsWith("EXPORT_LABEL:");
    assertThat(audited.codes()).doesNotContain(FindingCode.LABELS_NOT_ISSUED);
  }

  @Test
  void credits_set_apart_for_use_abroad_that_were_not_issued() {
    Audited audited =
        Audited.of(
            with(
                firstWriting("EXPORT_LABEL", "\"serials\":"),
                each ->
                    edit(
                        each,
                        "EXPORT_LABEL",
                        json ->
                            json.replaceFirst(
                                "\"serials\":\"(\\d+)-(\\d+)\"", "\"serials\":\"$1-99999999\""))));

    assertThat(audited.only(FindingCode.LABELS_NOT_ISSUED).detail()).contains("end at 99999999");
    assertThat(audited.codes()).doesNotContain(FindingCode.LABELS_OVERLAP);
  }

  @Test
  void credits_set_apart_for_use_abroad_that_were_surrendered_at_home() {
    int at = firstWriting("RETIREMENT", "\"purpose\":\"COMPLIANCE\"");
    Audited audited =
        Audited.of(
            with(
                at,
                each -> {
                  Retirement retired =
                      each.writes().entrySet().stream()
                          .filter(write -> write.getKey().startsWith("\u0000RETIREMENT\u0000"))
                          .map(write -> Codec.read(write.getValue(), Retirement.class))
                          .findFirst()
                          .orElseThrow();
                  long first = retired.serials().ranges().get(0).start();
                  ExportLabel labels =
                      new ExportLabel(
                          retired.batch(),
                          List.of(
                              new ExportLabel.Label(
                                  retired.at(), retired.id(), new SerialRange(first, first))));
                  each.writes().put(labels.key().text(), Codec.write(labels));
                }));

    Finding found = audited.only(FindingCode.LABELLED_SURRENDERED);
    assertThat(found.place().key().orElseThrow()).startsWith("RETIREMENT:");
    assertThat(audited.codes())
        .doesNotContain(FindingCode.LABELS_OVERLAP, FindingCode.LABELS_NOT_ISSUED);
  }

  @Test
  void a_book_whose_sides_have_crossed() {
    int at = firstWriting("BOOK", "\"buys\":[{");
    PaperNetwork network =
        with(
            at,
            each ->
                edit(
                    each,
                    "BOOK",
                    json -> json.replaceFirst("(\"buys\":\\[\\{.*?\"price\":)\\d+", "$1999999")));

    assertThat(Audited.of(network).codes())
        .contains(FindingCode.BOOK_CROSSED, FindingCode.WRITE_DIFFERS);
  }

  @Test
  void a_certificate_for_a_retirement_that_never_was() {
    RetirementCertificate right = certificate();
    assertThat(Audited.certificate(honest, Codec.write(right))).isEmpty();

    String other =
        Codec.text(right)
            .replace(
                right.credentialSubject().instruction().value(),
                "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02");
    assertThat(Audited.certificate(honest, other.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(FindingCode.CERTIFICATE_WITHOUT_RETIREMENT);

    String more =
        Codec.text(right)
            .replace(
                "\"tonnes\":" + right.credentialSubject().tonnes() + ",\"training\"",
                "\"tonnes\":999,\"training\"");
    assertThat(Audited.certificate(honest, more.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(FindingCode.CERTIFICATE_DIFFERS);
    assertThat(Audited.certificate(honest, "{}".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(FindingCode.CERTIFICATE_UNREADABLE);
  }

  /** The certificate of a retirement of the history, with the instruction that retired. */
  private static RetirementCertificate certificate() {
    for (int i = 0; i < ledger.sent().size(); i++) {
      byte[] jws = ledger.sent().get(i).instructions().get(0);
      SignedInstruction signed = SignedInstruction.parse(jws);
      if (!signed.instruction().action().equals("retireCredits")
          || ledger.find(Retirement.key(signed.instruction().id())).isEmpty()) {
        continue;
      }
      Retirement retirement = ledger.find(Retirement.key(signed.instruction().id())).orElseThrow();
      Batch batch = ledger.find(Batch.key(retirement.batch())).orElseThrow();
      List<StateAttestation.Attested> attested =
          RetirementFacts.keys(List.of(retirement), List.of(batch.project()), signed.kid()).stream()
              .map(
                  key ->
                      new StateAttestation.Attested(
                          key,
                          Optional.ofNullable(ledger.store().state().get(key))
                              .map(bytes -> new String(bytes, StandardCharsets.UTF_8))))
              .toList();
      // Block 0 is the configuration, block 1 the definition, block 2 the founding.
      return RetirementCertificate.of(
          PaperNetwork.CHANNEL,
          PaperNetwork.CHAINCODE,
          RetirementFacts.of(retirement.id(), signed.kid(), attested),
          new RetirementCertificate.Position(i + 3L, 0),
          new RetirementCertificate.Evidence(
              "",
              List.of(),
              new String(jws, StandardCharsets.US_ASCII),
              "",
              "",
              "",
              RetirementCertificate.Evidence.TYPE));
    }
    throw new AssertionError("nothing is retired in the history");
  }
}
