// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.client.CertificateRefused.Reason;
import org.grasslandcarbon.client.TestOffices.Call;
import org.grasslandcarbon.client.TestOffices.Identity;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.RetirementFacts;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.offset.RecordObligation;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.registry.StateAttestation;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** A certificate of credits that were used for compliance, and the rule by which they were. */
class ComplianceCertificateTest {
  private static final int YEAR = 2025;
  private static final Compliance USE = new Compliance(PublishedOffsets.EXAMPLE_MARKET, YEAR);
  private static final Identity OFFICE = TestOffices.authority("BeijingMSP");
  private static final Identity PEER =
      TestOffices.issued(OFFICE, "peer", TestOffices.EARLY, TestOffices.LATE);
  private static final TrustFile TRUST =
      new TrustFile(
          "registry",
          "grassland",
          1,
          List.of(new TrustFile.Organisation("BeijingMSP", List.of(), List.of(OFFICE.root()))));

  private final TestLedger ledger = new TestLedger();
  private final ParticipantId holder = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final InstructionId id = TestLedger.newInstruction();
  private final BatchId batch;
  private String jws;

  ComplianceCertificateTest() {
    Issued issued = new Issued(ledger);
    batch = issued.to(holder, 100, 0, true);
    Project project = ledger.find(Project.TYPE.key(issued.project(holder, holder).value())).get();
    InstructionId of = ledger.find(Batch.key(batch)).orElseThrow().project();
    store(Edited.with(project, "/id", "\"" + of + "\""));
    ledger.apply(ledger.the(Role.AUTHORITY), PublishedOffsets.example());
    ledger.apply(
        ledger.the(Role.AUTHORITY),
        new RecordObligation(
            new OffsetBases(Optional.of(Tonnes.of(1_000)), Optional.empty(), Optional.empty()),
            Sha256.of("decision"),
            holder,
            USE.market(),
            YEAR));
    byte[] signed = ledger.sign(id, holder, surrender());
    assertThat(ledger.submit(signed)).extracting("code").containsExactly("APPLIED");
    jws = new String(signed, StandardCharsets.US_ASCII);
  }

  private RetireCredits surrender() {
    return new RetireCredits(
        batch,
        new Beneficiary(Optional.of(holder), Name.of("受益方", "Beneficiary")),
        Optional.of(USE),
        Optional.empty(),
        Optional.empty(),
        Retirement.Purpose.COMPLIANCE,
        Tonnes.of(20),
        Retirement.Reason.CORPORATE_INVENTORY,
        "for a test");
  }

  private void store(LedgerRecord record) {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    entries.put(record.key().text(), Codec.write(record));
    ledger.store().putAll(entries);
  }

  private List<String> keys() {
    Retirement part = ledger.find(Retirement.key(id)).orElseThrow();
    return RetirementFacts.keys(
        List.of(part), List.of(ledger.find(Batch.key(batch)).orElseThrow().project()), kid());
  }

  private KeyId kid() {
    return ledger.signer(holder).kid();
  }

  private RetirementFacts facts() {
    return RetirementFacts.of(
        id,
        kid(),
        List.of(
            Codec.read(
                StateAttestation.of(keys(), ledger.store()), StateAttestation.Attested[].class)));
  }

  private byte[] certificate(List<String> asked) {
    return Codec.write(
        RetirementCertificate.of(
            "grassland",
            "registry",
            facts(),
            new RetirementCertificate.Position(7, 1),
            new Call(asked, ledger.store()).signedBy(jws, List.of(PEER))));
  }

  private OffsetRule rule() {
    return ledger.find(OffsetRule.key(USE.market(), 1)).orElseThrow();
  }

  private static void refused(byte[] json, Reason reason, String why) {
    assertThatThrownBy(() -> VerifiedCertificate.of(json, TRUST))
        .isInstanceOfSatisfying(
            CertificateRefused.class,
            refusal -> assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason))
        .hasMessageContaining(why);
  }

  @Test
  void it_has_the_rules_row_as_the_offices_vouch_for_it() {
    VerifiedCertificate verified = VerifiedCertificate.of(certificate(keys()), TRUST);
    assertThat(verified.certificate().credentialSubject().compliance())
        .contains(new RetirementCertificate.Surrender(USE.market(), rule(), YEAR));
    assertThat(verified.lines().get(0).en())
        .contains("for compliance in market CN-EXAMPLE, year 2025, by row 1 of its offset rule");
  }

  @Test
  void a_later_row_of_the_same_year_changes_nothing_in_it() {
    byte[] before = certificate(keys());
    ledger.apply(
        ledger.the(Role.AUTHORITY),
        Edited.with(PublishedOffsets.example(), "/terms/caps/0/perMille", "40"));
    assertThat(VerifiedCertificate.of(certificate(keys()), TRUST).certificate())
        .extracting(each -> each.credentialSubject().compliance())
        .isEqualTo(
            Codec.read(before, RetirementCertificate.class).credentialSubject().compliance());
  }

  @Test
  void a_rule_that_says_something_else_is_refused() {
    RetirementCertificate certificate =
        Codec.read(certificate(keys()), RetirementCertificate.class);
    for (String member : List.of("rule/terms/caps/0/perMille", "rule/firstYear", "year")) {
      refused(
          Codec.write(Edited.with(certificate, "/credentialSubject/compliance/" + member, "2024")),
          Reason.ALTERED,
          "does not say what the offices vouch for");
    }
  }

  @Test
  void one_whose_rule_nobody_vouches_for_is_refused() {
    List<String> fewer = new ArrayList<>(keys());
    fewer.remove(rule().key().text());
    refused(certificate(fewer), Reason.ALTERED, "not exactly what a certificate of it rests on");
  }

  @Test
  void a_row_of_other_years_or_of_real_credits_has_judged_nothing() {
    OffsetRule row = rule();
    byte[] good = certificate(keys());
    VerifiedCertificate.of(good, TRUST);
    for (OffsetRule other :
        List.of(
            Edited.with(row, "/firstYear", "2026"),
            Edited.with(row, "/lastYear", "2024"),
            Edited.with(row, "/status", "\"IN_FORCE\""))) {
      store(other);
      assertThatThrownBy(this::facts).hasMessageContaining("is not for these credits in that year");
    }
  }

  @Test
  void a_correction_of_the_row_is_told() {
    ledger.apply(
        ledger.the(Role.AUTHORITY),
        new CorrectRecord(
            Sha256.of("letter"),
            List.of(USE.market().value(), "0001"),
            "OFFSET_RULE",
            new CorrectRecord.Statement("It was another.", "应为另一条。")));
    assertThat(
            VerifiedCertificate.of(certificate(keys()), TRUST)
                .certificate()
                .credentialSubject()
                .corrections()
                .orElseThrow())
        .singleElement()
        .extracting(each -> each.recordType())
        .isEqualTo("OFFSET_RULE");
  }

  @Test
  void a_holder_who_signed_for_another_year_did_not_sign_this() {
    byte[] signed =
        ledger
            .signer(holder)
            .sign(
                id,
                holder,
                "retireCredits",
                Edited.with(surrender(), "/compliance/year", "2024"),
                ledger.time().plusSeconds(60));
    jws = new String(signed, StandardCharsets.US_ASCII);
    refused(certificate(keys()), Reason.HOLDER_DID_NOT_SIGN, "not what was recorded");
  }
}
