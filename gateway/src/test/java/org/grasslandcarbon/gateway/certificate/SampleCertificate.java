// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.certificate;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Credits;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Endorsement;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Evidence;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Subject;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Surrender;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Certificates whose contents a test chooses; nobody vouches for them. */
final class SampleCertificate {
  static final InstructionId ID = new InstructionId("6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02");
  static final Instant AT = Instant.parse("2026-03-02T02:00:05Z");

  Name beneficiary = Name.of("受益企业", "Beneficiary Ltd");
  String statement = "2025 年度碳中和。 Carbon neutral in 2025.";
  List<Credits> credits = List.of(credits(1, List.of("1-30"), Name.of("草原项目", "Grassland")));
  Optional<Surrender> compliance = Optional.empty();
  Optional<List<Corrections>> corrections = Optional.empty();
  Optional<Sha256> document = Optional.empty();
  boolean training;

  static Credits credits(int batch, List<String> blocks, Name project) {
    BatchId id = new BatchId("CN-GCS-152502-20240001-2025-%03d".formatted(batch));
    return new Credits(
        id,
        new MethodologyRef("CCER-14-002", "V01"),
        ID,
        project,
        new ProjectNumber("GCS-152502-2024-0001"),
        new RegionCode("152502"),
        blocks.stream().map(block -> id + "-" + block).toList(),
        30,
        2025);
  }

  /** As much of everything as the ledger lets anybody write. */
  static SampleCertificate ofAllThatThereCanBe() {
    SampleCertificate sample = new SampleCertificate();
    String name = "草原生态保护与碳汇开发合作联社内蒙古锡林郭勒盟".repeat(9).substring(0, Name.MOST);
    sample.beneficiary = Name.of(name, "Association of cooperatives ".repeat(8).substring(0, 200));
    sample.statement = "碳".repeat(500);
    List<String> blocks =
        IntStream.range(0, 25).mapToObj(i -> i * 9 + 1 + "-" + (i * 9 + 5)).toList();
    List<Credits> all = new ArrayList<>();
    for (int i = 1; i <= 199; i++) {
      all.add(credits(i, blocks, sample.beneficiary));
    }
    sample.credits = all;
    OffsetRule rule = rule();
    sample.compliance = Optional.of(new Surrender(rule.market(), rule, 2025));
    sample.document = Optional.of(Sha256.of("judgment"));
    sample.training = true;
    Corrections.Correction correction =
        new Corrections.Correction(
            AT,
            new ParticipantId("91110000600037341L"),
            Sha256.of("letter"),
            ID,
            new CorrectRecord.Statement("It was another. ".repeat(20), "应为另一方。".repeat(20)));
    sample.corrections =
        Optional.of(
            List.of(
                new Corrections(
                    List.of(correction, correction, correction),
                    List.of(ID.value()),
                    "RETIREMENT")));
    return sample;
  }

  private static OffsetRule rule() {
    var published = PublishedOffsets.example();
    return new OffsetRule(
        published.document(),
        published.firstYear(),
        published.lastYear(),
        published.market(),
        published.name(),
        published.published(),
        AT,
        published.sources(),
        published.status(),
        published.terms(),
        published.unread(),
        1);
  }

  byte[] json() {
    return Codec.write(certificate());
  }

  RetirementCertificate certificate() {
    return new RetirementCertificate(
        List.of("https://www.w3.org/ns/credentials/v2"),
        new Subject(
            new Beneficiary(Optional.of(new ParticipantId("91110000600037341L")), beneficiary),
            7,
            "R-CN-GCS-152502-20240001-2025-001-1",
            compliance,
            corrections,
            credits,
            LocalDate.of(2026, 3, 2),
            document,
            new RetirementCertificate.Holder(
                new ParticipantId("91110000600037341L"), Name.of("持有方", "Holder Ltd")),
            ID,
            compliance.isPresent() ? Retirement.Purpose.COMPLIANCE : Retirement.Purpose.VOLUNTARY,
            Retirement.Reason.CORPORATE_INVENTORY,
            AT,
            statement,
            Name.of("草原碳汇减排量注销证书", "Certificate of retirement of grassland carbon credits"),
            30L * credits.size(),
            training,
            1),
        List.of(
            new Evidence(
                "AA==",
                List.of(endorsement("BeijingMSP"), endorsement("TianjinMSP")),
                "a.b.c",
                "AA==",
                "AA==",
                "AA==",
                Evidence.TYPE)),
        "urn:uuid:" + ID,
        new RetirementCertificate.Issuer("urn:grassland-carbon:ledger:grassland:registry"),
        List.of("VerifiableCredential", "CarbonCreditRetirement"),
        AT);
  }

  private static Endorsement endorsement(String office) {
    byte[] identity =
        SerializedIdentity.newBuilder()
            .setMspid(office)
            .setIdBytes(ByteString.copyFromUtf8("certificate"))
            .build()
            .toByteArray();
    return new Endorsement(Base64.getEncoder().encodeToString(identity), "AA==");
  }
}
