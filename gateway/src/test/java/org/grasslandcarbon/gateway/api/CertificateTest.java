// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.grasslandcarbon.client.CertificateRefused;
import org.grasslandcarbon.client.VerifiedCertificate;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.OffsetChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.ledger.Alterations;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;

/**
 * Certificates as a gateway before four offices gives them out, verified by the client's library
 * and nothing of the gateway's. One test, because a retirement needs a credit's whole life.
 */
class CertificateTest {
  private static final List<String> OFFICES =
      List.of("BeijingMSP", "HebeiMSP", "InnerMongoliaMSP", "TianjinMSP");

  private static TrustFile trust(Map<String, X509Certificate> authorities) {
    return new TrustFile(
        "registry",
        "grassland",
        3,
        authorities.entrySet().stream()
            .map(
                each ->
                    new TrustFile.Organisation(
                        each.getKey(), List.of(), List.of(root(each.getValue()))))
            .toList());
  }

  private static TrustFile.Root root(X509Certificate authority) {
    try {
      return new TrustFile.Root(
          Base64.getEncoder().encodeToString(authority.getEncoded()),
          authority.getNotBefore().toInstant(),
          Optional.empty(),
          Optional.empty());
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private static String path(Object name) {
    return "/api/v1/retirements/" + name + "/certificate";
  }

  private static HttpResponse<String> get(RunningGateway gateway, Object name, String... headers) {
    return gateway.get(path(name), headers);
  }

  private static VerifiedCertificate verified(HttpResponse<String> answer, TrustFile trust) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return VerifiedCertificate.of(answer.body().getBytes(StandardCharsets.UTF_8), trust);
  }

  private static List<BatchId> issue(GatewayStage stage) {
    Setting setting = Setting.forPractice(RunningGateway.XILINHOT, Land.ofExample(), 2023, 2);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    InstructionId project =
        new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR))).play();
    List<BatchId> batches = new ReportChapter(stage, setting, project).play();
    for (BatchId batch : batches) {
      new CreditChapter(stage, batch).transfer(Part.OWNER, Part.TRADER, 100);
    }
    return batches;
  }

  @Test
  void four_offices_vouch_for_a_retirement_and_anybody_can_verify_it_without_the_gateway() {
    try (RunningGateway gateway = RunningGateway.startOf(OFFICES)) {
      Person trader = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
      GatewayStage stage = new GatewayStage(gateway).with(Part.TRADER, trader);
      List<BatchId> batches = issue(stage);
      InstructionId id = new CreditChapter(stage, batches.get(0)).retire(Part.TRADER, 30);
      TrustFile trust = trust(gateway.peer().authorities());

      HttpResponse<String> answer = get(gateway, id);
      VerifiedCertificate verified = verified(answer, trust);
      assertThat(verified.vouching()).isEqualTo(OFFICES);
      var subject = verified.certificate().credentialSubject();
      assertThat(subject.tonnes()).isEqualTo(30);
      assertThat(subject.holder().id()).isEqualTo(trader.id());
      assertThat(subject.instruction()).isEqualTo(id);
      assertThat(subject.training()).isTrue();
      assertThat(subject.title().zh()).contains("练习");
      assertThat(subject.corrections()).isEmpty();
      assertThat(subject.block())
          .isEqualTo(
              RunningGateway.json(gateway.get("/api/v1/instructions/" + id))
                  .path("block")
                  .asLong());

      assertUnchanged(gateway, id, answer);
      assertNumberIsAsGood(gateway, subject.certificateNumber(), answer);
      assertPageAndPaper(gateway, id, answer);
      assertSeveralBatches(gateway, stage, batches, trust);
      assertCompliance(gateway, stage, batches.get(1), trust);
      assertNothingWhenOfficesDisagree(gateway, stage, batches.get(0), trust);
      assertAnotherLedgerIsRefused(answer);
      assertCorrectionIsTold(gateway, id, answer, trust);
      assertThat(get(gateway, Person.newInstruction()).statusCode()).isEqualTo(404);
    }
  }

  private static void assertUnchanged(
      RunningGateway gateway, InstructionId id, HttpResponse<String> answer) {
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).isEqualTo("\"" + Sha256.of(answer.body()).value() + "\"");
    gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    assertThat(get(gateway, id).body()).isEqualTo(answer.body());
    assertThat(get(gateway, id, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  /** Lists show the number; it is nobody else's. */
  private static void assertNumberIsAsGood(
      RunningGateway gateway, String number, HttpResponse<String> answer) {
    for (String name : List.of(number, number.toLowerCase(Locale.ROOT))) {
      assertThat(get(gateway, name).body()).isEqualTo(answer.body());
    }
    for (String name : List.of(number + "1", "R-", "nothing", number.substring(2))) {
      HttpResponse<String> nothing = get(gateway, name);
      assertThat(nothing.statusCode()).as(name).isEqualTo(404);
      assertThat(nothing.body()).contains("NOT_FOUND");
    }
  }

  private static void assertPageAndPaper(
      RunningGateway gateway, InstructionId id, HttpResponse<String> answer) {
    byte[] pdf = gateway.getFile(path(id), "application/pdf").body();
    assertThat(gateway.getFile(path(id), "application/pdf").body()).isEqualTo(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(
              document
                  .getDocumentCatalog()
                  .getNames()
                  .getEmbeddedFiles()
                  .getNames()
                  .get(RetirementCertificate.FILE)
                  .getEmbeddedFile()
                  .toByteArray())
          .isEqualTo(answer.body().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HttpResponse<String> page =
        get(gateway, id, "Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "style-src 'self'")
        .doesNotContain("unsafe-inline");
    assertThat(page.body()).contains(Sha256.of(answer.body()).value(), "仅供练习");
    assertThat(gateway.get("/registry/certificate.css").statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("ETag"))
        .isPresent()
        .isNotEqualTo(answer.headers().firstValue("ETag"));
    assertThat(get(gateway, id, "Accept", "*/*").body()).isEqualTo(answer.body());
  }

  private static void assertSeveralBatches(
      RunningGateway gateway, GatewayStage stage, List<BatchId> batches, TrustFile trust) {
    RetireCredits one =
        new CreditChapter(stage, batches.get(0))
            .retirementOf(Part.TRADER, 7, Retirement.Purpose.VOLUNTARY);
    InstructionId id = Person.newInstruction();
    HttpResponse<String> retired =
        gateway.send(
            stage.person(Part.TRADER),
            id,
            new RetireCredits(
                one.batch(),
                one.beneficiary(),
                one.document(),
                Optional.of(List.of(new RetireCredits.Part(batches.get(1), Tonnes.of(5)))),
                one.purpose(),
                one.quantity(),
                one.reason(),
                one.statement()));
    assertThat(retired.statusCode()).as(retired.body()).isEqualTo(200);
    var subject = verified(get(gateway, id), trust).certificate().credentialSubject();
    assertThat(subject.tonnes()).isEqualTo(12);
    assertThat(subject.credits()).extracting(each -> each.batch()).isEqualTo(batches);
    assertThat(get(gateway, subject.certificateNumber()).body()).isEqualTo(get(gateway, id).body());
  }

  private static void assertCompliance(
      RunningGateway gateway, GatewayStage stage, BatchId batch, TrustFile trust) {
    OffsetChapter offsets = new OffsetChapter(stage, PublishedOffsets.EXAMPLE_MARKET, 2025);
    offsets.publish(PublishedOffsets.example());
    offsets.confirm(Part.TRADER, 1_000);
    InstructionId id = offsets.surrender(Part.TRADER, batch, 20);
    VerifiedCertificate verified = verified(get(gateway, id), trust);
    var use = verified.certificate().credentialSubject().compliance().orElseThrow();
    assertThat(use.market()).isEqualTo(PublishedOffsets.EXAMPLE_MARKET);
    assertThat(use.rule().sources()).isEqualTo(PublishedOffsets.example().sources());
    assertThat(verified.lines().get(0).en()).contains("row 1 of its offset rule");
  }

  private static void assertNothingWhenOfficesDisagree(
      RunningGateway gateway, GatewayStage stage, BatchId batch, TrustFile trust) {
    InstructionId id = new CreditChapter(stage, batch).retire(Part.TRADER, 3);
    gateway.copyOf("HebeiMSP").alter(Alterations::retiresOtherwise);
    gateway.copyOf("TianjinMSP").alter(Alterations::retiresOtherwise);
    for (String type : List.of("application/json", "application/pdf", "text/html")) {
      HttpResponse<String> answer = get(gateway, id, "Accept", type);
      assertThat(answer.statusCode()).as(type).isEqualTo(503);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
      assertThat(answer.body()).contains("OFFICES_DO_NOT_VOUCH", id.value());
    }
    gateway.copyOf("HebeiMSP").isHonestAgain();
    assertThat(verified(get(gateway, id), trust).vouching())
        .containsExactly("BeijingMSP", "HebeiMSP", "InnerMongoliaMSP");
    gateway.copyOf("TianjinMSP").isHonestAgain();
  }

  private static void assertAnotherLedgerIsRefused(HttpResponse<String> answer) {
    try (RunningGateway other = RunningGateway.startOf(OFFICES)) {
      TrustFile others = trust(other.peer().authorities());
      assertThatThrownBy(() -> verified(answer, others))
          .isInstanceOfSatisfying(
              CertificateRefused.class,
              refusal ->
                  assertThat(refusal.reason()).isEqualTo(CertificateRefused.Reason.OTHER_LEDGER));
    }
  }

  private static void assertCorrectionIsTold(
      RunningGateway gateway, InstructionId id, HttpResponse<String> answer, TrustFile trust) {
    HttpResponse<String> corrected =
        gateway.send(
            gateway.authority(),
            new CorrectRecord(
                Sha256.of("letter"),
                List.of(id.value()),
                "RETIREMENT",
                new CorrectRecord.Statement("It was another.", "应为另一方。")));
    assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
    HttpResponse<String> now = get(gateway, id);
    assertThat(now.body()).isNotEqualTo(answer.body());
    assertThat(verified(now, trust).certificate().credentialSubject().corrections()).isPresent();
    assertThat(verified(answer, trust).vouching()).isEqualTo(OFFICES);
  }
}
