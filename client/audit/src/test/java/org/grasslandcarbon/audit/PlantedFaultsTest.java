// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.grasslandcarbon.audit.finding.Finding;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.paper.PaperNetwork;
import org.grasslandcarbon.audit.paper.PaperState;
import org.grasslandcarbon.audit.paper.PaperTransaction;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.RetirementFacts;
import org.grasslandcarbon.domain.credit.Batch;
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
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
