// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grasslandcarbon.client.CertificateRefused.Reason;
import org.grasslandcarbon.client.TestOffices.Call;
import org.grasslandcarbon.client.TestOffices.Identity;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Endorsement;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Evidence;
import org.grasslandcarbon.domain.certificate.RetirementFacts;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.certificate.TrustFile.Organisation;
import org.grasslandcarbon.domain.certificate.TrustFile.Root;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.domain.registry.StateAttestation;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates of two batches, held against four offices of which three must vouch. */
class VerifiedCertificateTest {
  private static final List<String> NAMES =
      List.of("BeijingMSP", "HebeiMSP", "InnerMongoliaMSP", "TianjinMSP");
  private static final Instant ASKED = Instant.parse("2025-06-01T00:00:00Z");
  private static final List<Identity> AUTHORITIES =
      NAMES.stream().map(TestOffices::authority).toList();
  private static final List<Identity> PEERS =
      AUTHORITIES.stream().map(each -> issued(each, "peer")).toList();
  private static final TrustFile TRUST = trusting(AUTHORITIES);

  private final TestLedger ledger = new TestLedger();
  private final ParticipantId holder = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final InstructionId id = TestLedger.newInstruction();
  private final String jws;

  VerifiedCertificateTest() {
    Issued issued = new Issued(ledger);
    BatchId first = issued.to(holder, 100, 10, false);
    BatchId second = issued.to(holder, 50, 0, false);
    Project project = ledger.find(Project.TYPE.key(issued.project(holder, holder).value())).get();
    for (BatchId each : List.of(first, second)) {
      InstructionId of = ledger.find(Batch.key(each)).get().project();
      Project copy = Edited.with(project, "/id", "\"" + of + "\"");
      store(copy.key(), Codec.write(copy));
    }
    byte[] signed = ledger.sign(id, holder, retire(first, second));
    assertThat(ledger.submit(signed)).extracting("code").containsExactly("APPLIED");
    jws = new String(signed, StandardCharsets.US_ASCII);
  }

  private void store(Key<?> key, byte[] value) {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    entries.put(key.text(), value);
    ledger.store().putAll(entries);
  }

  private static RetireCredits retire(BatchId first, BatchId second) {
    return new RetireCredits(
        first,
        new Beneficiary(Optional.empty(), Name.of("受益方", "Beneficiary")),
        Optional.empty(),
        Optional.of(List.of(new RetireCredits.Part(second, Tonnes.of(5)))),
        Retirement.Purpose.VOLUNTARY,
        Tonnes.of(20),
        Retirement.Reason.OTHER,
        "for a test");
  }

  private static Identity issued(Identity authority, String unit) {
    return TestOffices.issued(
        authority,
        unit,
        Instant.parse("2025-01-01T00:00:00Z"),
        Instant.parse("2027-01-01T00:00:00Z"));
  }

  private static TrustFile trusting(List<Identity> authorities) {
    return new TrustFile(
        "registry",
        "grassland",
        3,
        authorities.stream()
            .map(each -> new Organisation(each.mspId(), List.of(), List.of(each.root())))
            .toList());
  }

  private static TrustFile changed(int office, UnaryOperator<Organisation> change) {
    List<Organisation> organisations = new ArrayList<>(TRUST.organisations());
    organisations.set(office, change.apply(organisations.get(office)));
    return new TrustFile("registry", "grassland", 3, organisations);
  }

  private KeyId kid() {
    return ledger.signer(holder).kid();
  }

  private List<String> keys() {
    List<Retirement> parts =
        Stream.of(1, 2).map(part -> ledger.find(RetirementFacts.part(id, part)).get()).toList();
    return RetirementFacts.keys(
        parts,
        parts.stream().map(each -> ledger.find(Batch.key(each.batch())).get().project()).toList(),
        kid());
  }

  private Call call() {
    return new Call(keys(), ledger.store());
  }

  /** The certificate that a gateway would make of what was signed. */
  private byte[] certificate(Evidence evidence) {
    RetirementFacts facts =
        RetirementFacts.of(
            id,
            kid(),
            List.of(
                Codec.read(
                    StateAttestation.of(keys(), ledger.store()),
                    StateAttestation.Attested[].class)));
    return Codec.write(
        RetirementCertificate.of(
            "grassland", "registry", facts, new RetirementCertificate.Position(7, 1), evidence));
  }

  private byte[] certificate(List<Identity> peers) {
    return certificate(call().signedBy(jws, peers));
  }

  private byte[] certificate(Consumer<Call> change) {
    Call call = call();
    change.accept(call);
    return certificate(call.signedBy(jws, PEERS));
  }

  private static void refused(byte[] json, TrustFile trust, Reason reason, String why) {
    assertThatThrownBy(() -> VerifiedCertificate.of(json, trust))
        .isInstanceOfSatisfying(
            CertificateRefused.class,
            refusal -> assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason))
        .hasMessageContaining(why);
  }

  @Test
  void a_certificate_of_several_batches_is_verified_in_six_lines() {
    VerifiedCertificate verified = VerifiedCertificate.of(certificate(PEERS), TRUST);

    assertThat(verified.vouching()).isEqualTo(NAMES);
    RetirementCertificate.Subject subject = verified.certificate().credentialSubject();
    assertThat(subject.tonnes()).isEqualTo(25);
    assertThat(subject.credits()).extracting("tonnes").containsExactly(20L, 5L);
    assertThat(subject.holder().id()).isEqualTo(holder);
    assertThat(subject.beneficiary().name().en()).isEqualTo("Beneficiary");
    assertThat(subject.training()).isFalse();
    assertThat(verified.lines())
        .hasSize(6)
        .extracting(each -> each.en())
        .satisfiesExactly(
            line -> assertThat(line).contains("unchanged", "25 tonnes"),
            line -> assertThat(line).contains("has signed", holder.value(), kid().value()),
            line -> assertThat(line).contains("Of 4 offices 4 vouch", "HebeiMSP"),
            line -> assertThat(line).contains(AUTHORITIES.get(0).root().fingerprint()),
            line -> assertThat(line).contains("Block 7, transaction 1"),
            line -> assertThat(line).startsWith("Not checked"));
    assertThat(verified.lines()).allSatisfy(line -> assertThat(line.zh()).isNotBlank());
  }

  @Test
  void every_altered_byte_is_refused() {
    byte[] json = certificate(PEERS);
    VerifiedCertificate.of(json, TRUST);
    IntStream.range(0, json.length)
        .parallel()
        .forEach(
            at -> {
              byte[] altered = json.clone();
              altered[at] ^= 1;
              assertThatThrownBy(() -> VerifiedCertificate.of(altered, TRUST))
                  .as("byte %s", at)
                  .isInstanceOf(CertificateRefused.class);
            });
  }

  @Test
  void white_space_and_other_orders_are_refused() {
    byte[] json = certificate(PEERS);
    refused(
        (new String(json, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8),
        TRUST,
        Reason.UNREADABLE,
        "canonical");
    refused(new byte[0], TRUST, Reason.UNREADABLE, "");
    refused("{}".getBytes(StandardCharsets.UTF_8), TRUST, Reason.UNREADABLE, "");
    refused(new byte[RetirementCertificate.BYTES_MOST + 1], TRUST, Reason.UNREADABLE, "too large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/credentialSubject/block",
        "/credentialSubject/tonnes",
        "/credentialSubject/transactionPosition",
        "/credentialSubject/credits/0/tonnes",
        "/credentialSubject/credits/1/vintage"
      })
  void a_number_that_the_offices_do_not_vouch_for_is_refused(String member) {
    RetirementCertificate certificate = Codec.read(certificate(PEERS), RetirementCertificate.class);
    refused(
        Codec.write(Edited.with(certificate, member, "9")),
        TRUST,
        Reason.ALTERED,
        "does not say what the offices vouch for");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/credentialSubject/beneficiary/name/en",
        "/credentialSubject/holder/name/zh",
        "/credentialSubject/certificateNumber",
        "/credentialSubject/statement",
        "/credentialSubject/title/en",
        "/credentialSubject/credits/0/projectName/zh",
        "/credentialSubject/credits/1/serials/0",
        "/id",
        "/issuer/id"
      })
  void a_text_that_the_offices_do_not_vouch_for_is_refused(String member) {
    RetirementCertificate certificate = Codec.read(certificate(PEERS), RetirementCertificate.class);
    refused(
        Codec.write(Edited.with(certificate, member, "\"other\"")),
        TRUST,
        Reason.ALTERED,
        "does not say what the offices vouch for");
  }

  @Test
  void a_certificate_of_another_channel_or_chaincode_is_refused() {
    refused(certificate(call -> call.channel = "other"), TRUST, Reason.OTHER_LEDGER, "other");
    refused(certificate(call -> call.chaincode = "other"), TRUST, Reason.OTHER_LEDGER, "other");
  }

  @Test
  void a_certificate_of_a_ledger_with_other_offices_is_refused() {
    List<Identity> others = NAMES.stream().map(TestOffices::authority).toList();
    refused(
        certificate(others.stream().map(each -> issued(each, "peer")).toList()),
        TRUST,
        Reason.OTHER_LEDGER,
        "none of the offices");
  }

  @Test
  void three_offices_are_enough_and_two_are_not() {
    assertThat(VerifiedCertificate.of(certificate(PEERS.subList(1, 4)), TRUST).vouching())
        .isEqualTo(NAMES.subList(1, 4));
    refused(
        certificate(PEERS.subList(2, 4)),
        TRUST,
        Reason.TOO_FEW_OFFICES,
        "of 4 offices 3 must vouch, and 2 do");
    refused(certificate(List.of()), TRUST, Reason.TOO_FEW_OFFICES, "0 do");
  }

  @Test
  void an_office_that_signs_twice_is_refused() {
    refused(
        certificate(List.of(PEERS.get(0), issued(AUTHORITIES.get(0), "peer"), PEERS.get(1))),
        TRUST,
        Reason.ALTERED,
        "signed twice");
  }

  @Test
  void more_signatures_than_there_can_be_offices_are_refused_before_any_is_verified() {
    refused(
        certificate(Collections.nCopies(TrustFile.ORGANISATIONS_MOST + 1, PEERS.get(0))),
        TRUST,
        Reason.ALTERED,
        "at most 100 signatures");
  }

  /** With two good offices, the third decides: it does not count, and the reason is said. */
  private void doesNotCount(Identity third, TrustFile trust, String why) {
    refused(
        certificate(List.of(PEERS.get(0), PEERS.get(1), third)),
        trust,
        Reason.TOO_FEW_OFFICES,
        why);
  }

  @Test
  void a_peer_whose_certificate_was_out_of_date_does_not_count() {
    Instant end = ASKED.minus(Duration.ofDays(1));
    doesNotCount(
        TestOffices.issued(AUTHORITIES.get(2), "peer", TestOffices.EARLY, end),
        TRUST,
        "InnerMongoliaMSP: the peer's certificate was out of date");
    doesNotCount(
        TestOffices.issued(
            AUTHORITIES.get(2), "peer", ASKED.plus(Duration.ofDays(1)), TestOffices.LATE),
        TRUST,
        "out of date");
  }

  @Test
  void a_foreign_certificate_under_an_offices_name_does_not_count() {
    doesNotCount(
        issued(TestOffices.authority("InnerMongoliaMSP"), "peer"),
        TRUST,
        "InnerMongoliaMSP: its certificate leads to no root");
  }

  @Test
  void whoever_is_no_peer_does_not_count() {
    for (String unit : List.of("client", "orderer", "admin")) {
      doesNotCount(issued(AUTHORITIES.get(2), unit), TRUST, "whoever signed is no peer");
    }
  }

  @Test
  void a_revoked_peer_does_not_count() {
    String serial = PEERS.get(2).certificate().getSerialNumber().toString(16);
    doesNotCount(
        PEERS.get(2),
        changed(2, each -> new Organisation(each.mspId(), List.of(serial), each.roots())),
        "the peer's certificate is revoked");
  }

  @Test
  void a_revoked_root_never_counts_whatever_stands_beside_it() {
    Root root = AUTHORITIES.get(2).root();
    Root revoked = new Root(root.certificate(), root.from(), Optional.of(true), Optional.empty());
    doesNotCount(
        PEERS.get(2),
        changed(2, each -> new Organisation(each.mspId(), List.of(), List.of(root, revoked))),
        "its root is revoked");
  }

  private static Root until(Instant end) {
    Root root = AUTHORITIES.get(2).root();
    return new Root(root.certificate(), root.from(), Optional.empty(), Optional.of(end));
  }

  @Test
  void what_was_vouched_for_under_an_earlier_root_verifies_and_nothing_after_its_end() {
    Root newer = TestOffices.authority("InnerMongoliaMSP").root();
    byte[] json = certificate(PEERS.subList(0, 3));
    TrustFile renewedLater =
        changed(
            2,
            each ->
                new Organisation(
                    each.mspId(), List.of(), List.of(until(ASKED.plusSeconds(1)), newer)));
    assertThat(VerifiedCertificate.of(json, renewedLater).vouching()).contains("InnerMongoliaMSP");
    TrustFile renewedBefore =
        changed(2, each -> new Organisation(each.mspId(), List.of(), List.of(until(ASKED), newer)));
    refused(json, renewedBefore, Reason.TOO_FEW_OFFICES, "its root did not count");
  }

  @Test
  void the_higher_of_two_signatures_is_refused() {
    refused(
        certificate(call -> call.highS = true),
        TRUST,
        Reason.BAD_ENDORSEMENT,
        "an office's signature");
  }

  @Test
  void an_endorsement_of_something_else_is_refused() {
    Evidence evidence = call().signedBy(jws, PEERS);
    List<Endorsement> mixed = new ArrayList<>(evidence.endorsements());
    mixed.set(3, PEERS.get(3).endorse(new byte[] {1}, true));
    refused(
        certificate(
            new Evidence(
                evidence.channelHeader(),
                mixed,
                jws,
                evidence.proposal(),
                evidence.response(),
                evidence.signatureHeader(),
                evidence.type())),
        TRUST,
        Reason.BAD_ENDORSEMENT,
        "an office's signature");
  }

  @Test
  void what_is_no_answer_of_attest_is_refused() {
    refused(certificate(call -> call.function = "submit"), TRUST, Reason.ALTERED, "attest");
    refused(certificate(call -> call.writes = true), TRUST, Reason.ALTERED, "would write");
  }

  @Test
  void an_attestation_from_before_the_retirement_is_refused() {
    refused(
        certificate(call -> call.at = ledger.time().minus(Duration.ofMinutes(16))),
        TRUST,
        Reason.ALTERED,
        "does not say");
  }

  @Test
  void a_time_that_is_none_is_refused() {
    refused(certificate(call -> call.at = Instant.MAX), TRUST, Reason.ALTERED, "the time");
    refused(certificate(call -> call.at = Instant.MIN), TRUST, Reason.ALTERED, "the time");
  }

  @Test
  void an_answer_to_another_call_is_refused() {
    Evidence one = call().signedBy(jws, PEERS);
    Call later = call();
    later.at = ASKED.plusSeconds(1);
    Evidence other = later.signedBy(jws, PEERS);
    refused(
        certificate(
            new Evidence(
                other.channelHeader(),
                one.endorsements(),
                jws,
                one.proposal(),
                one.response(),
                one.signatureHeader(),
                one.type())),
        TRUST,
        Reason.ALTERED,
        "no answer to this call");
  }

  @Test
  void a_retirement_of_which_something_is_left_out_is_refused() {
    List<String> fewer = new ArrayList<>(keys());
    fewer.remove(Corrections.key("RETIREMENT", List.of(id.value())).text());
    refused(
        certificate(new Call(fewer, ledger.store()).signedBy(jws, PEERS)),
        TRUST,
        Reason.ALTERED,
        "not exactly what a certificate of it rests on");
  }

  @Test
  void a_retirement_that_the_holder_did_not_sign_is_refused() {
    String other = jws.substring(0, jws.lastIndexOf('.') + 1);
    String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
    refused(
        certificate(call().signedBy(other + signature, PEERS)),
        TRUST,
        Reason.HOLDER_DID_NOT_SIGN,
        "not signed by a key of whoever retired");
    refused(certificate(call().signedBy("none", PEERS)), TRUST, Reason.HOLDER_DID_NOT_SIGN, "JWS");
  }

  @Test
  void an_instruction_that_says_something_else_is_refused() {
    Signer signer = ledger.signer(holder);
    RetireCredits said =
        Codec.convert(
            SignedInstruction.parse(jws.getBytes(StandardCharsets.US_ASCII)).instruction().args(),
            RetireCredits.class);
    for (RetireCredits other :
        List.of(
            Edited.with(said, "/quantity", "21"),
            Edited.with(said, "/statement", "\"other\""),
            Edited.with(said, "/beneficiary/name/en", "\"Other\""))) {
      byte[] signed =
          signer.sign(id, holder, "retireCredits", other, ledger.time().plusSeconds(60));
      refused(
          certificate(call().signedBy(new String(signed, StandardCharsets.US_ASCII), PEERS)),
          TRUST,
          Reason.HOLDER_DID_NOT_SIGN,
          "not what was recorded");
    }
    byte[] transfer =
        signer.sign(id, holder, "transferCredits", said, ledger.time().plusSeconds(60));
    refused(
        certificate(call().signedBy(new String(transfer, StandardCharsets.US_ASCII), PEERS)),
        TRUST,
        Reason.HOLDER_DID_NOT_SIGN,
        "not what was recorded");
  }

  @Test
  void a_key_that_was_revoked_before_is_refused_and_one_revoked_since_is_not() {
    RegisteredKey key = ledger.find(RegisteredKey.key(kid())).get();
    Instant retired = ledger.time();
    store(key.key(), Codec.write(key.withRevocation(revocation(retired))));
    assertThat(VerifiedCertificate.of(certificate(PEERS), TRUST).vouching()).hasSize(4);
    store(key.key(), Codec.write(key.withRevocation(revocation(retired.minusSeconds(1)))));
    refused(certificate(PEERS), TRUST, Reason.HOLDER_DID_NOT_SIGN, "not in force");
  }

  private RegisteredKey.Revocation revocation(Instant at) {
    return new RegisteredKey.Revocation(at, holder, "lost");
  }

  @Test
  void what_the_authority_has_corrected_is_said() {
    ledger.apply(
        ledger.the(Role.AUTHORITY),
        new CorrectRecord(
            Sha256.of("letter"),
            List.of(id.value(), "2"),
            "RETIREMENT",
            new CorrectRecord.Statement("It was another.", "应为另一方。")));
    VerifiedCertificate verified = VerifiedCertificate.of(certificate(PEERS), TRUST);
    assertThat(verified.certificate().credentialSubject().corrections().orElseThrow())
        .singleElement()
        .satisfies(each -> assertThat(each.parts()).containsExactly(id.value(), "2"));
    assertThat(verified.lines().get(0).en()).contains("corrected since");
  }

  @Test
  void a_trust_file_is_read_strictly() {
    assertThat(VerifiedCertificate.trust(Codec.write(TRUST))).isEqualTo(TRUST);
    for (TrustFile wrong :
        List.of(
            changed(0, each -> new Organisation(each.mspId(), List.of("x"), each.roots())),
            changed(
                0,
                each ->
                    new Organisation(
                        each.mspId(),
                        List.of(),
                        List.of(new Root("AAAA", ASKED, Optional.empty(), Optional.empty())))))) {
      assertThatThrownBy(() -> VerifiedCertificate.trust(Codec.write(wrong)))
          .isInstanceOf(BadValueException.class)
          .hasMessageContaining("BeijingMSP");
    }
    assertThatThrownBy(() -> new TrustFile("registry", "grassland", 2, TRUST.organisations()))
        .isInstanceOf(BadValueException.class);
    assertThatThrownBy(() -> VerifiedCertificate.trust("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadValueException.class);
  }
}
