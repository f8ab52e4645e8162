// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.client.CertificateRefused;
import org.grasslandcarbon.client.VerifiedCertificate;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
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

  private static HttpResponse<String> get(
      RunningGateway gateway, InstructionId id, String... headers) {
    return gateway.get("/api/v1/retirements/" + id + "/certificate", headers);
  }

  private static VerifiedCertificate verified(HttpResponse<String> answer, TrustFile trust) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return VerifiedCertificate.of(answer.body().getBytes(StandardCharsets.UTF_8), trust);
  }

  private static InstructionId retire(RunningGateway gateway, GatewayStage stage) {
    Setting setting = Setting.forPractice(RunningGateway.XILINHOT, Land.ofExample(), 2023, 2);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    InstructionId project =
        new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR))).play();
    ReportChapter report = new ReportChapter(stage, setting, project);
    report.submit();
    report.verify();
    report.approve();
    BatchId batch = report.issue().get(0);
    CreditChapter credits = new CreditChapter(stage, batch);
    credits.transfer(Part.OWNER, Part.TRADER, 100);
    return credits.retire(Part.TRADER, 30);
  }

  @Test
  void four_offices_vouch_for_a_retirement_and_anybody_can_verify_it_without_the_gateway() {
    try (RunningGateway gateway = RunningGateway.startOf(OFFICES)) {
      Person trader = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
      InstructionId id = retire(gateway, new GatewayStage(gateway).with(Part.TRADER, trader));
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
