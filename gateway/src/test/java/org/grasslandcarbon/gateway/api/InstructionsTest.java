// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(GatewayExtension.class)
class InstructionsTest {
  private final RunningGateway gateway;

  InstructionsTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  private static Action admission(Person person) {
    return new AdmitParticipant(
        Optional.empty(),
        person.id(),
        List.of(person.jwk()),
        Name.of("主体", "Participant"),
        RunningGateway.BEIJING,
        List.of(Role.TRADER));
  }

  @Test
  void who_waits_is_answered_with_the_outcome_and_reads_it_at_once() {
    Person person = new Person();
    InstructionId id = Person.newInstruction();
    HttpResponse<String> answer = gateway.send(gateway.authority(), id, admission(person));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=30");
    JsonNode outcome = RunningGateway.json(answer);
    assertThat(outcome.path("id").asString()).isEqualTo(id.value());
    assertThat(outcome.path("status").asString()).isEqualTo("APPLIED");
    assertThat(outcome.path("action").asString()).isEqualTo("admitParticipant");
    assertThat(outcome.path("participant").asString()).isEqualTo(gateway.authority().id().value());
    assertThat(outcome.path("block").asLong()).isPositive();
    assertThat(outcome.at("/references/0/type").asString()).isEqualTo("participant");
    assertThat(gateway.get("/api/v1/participants/" + person.id()).statusCode()).isEqualTo(200);
    assertThat(RunningGateway.json(gateway.get("/api/v1/instructions/" + id))).isEqualTo(outcome);
  }

  @Test
  void who_does_not_wait_gets_a_receipt_and_can_ask_later() {
    InstructionId id = Person.newInstruction();
    byte[] jws = gateway.authority().sign(id, admission(new Person()), Instant.now());
    HttpResponse<String> answer = gateway.send(jws, "wait=0");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).contains("/api/v1/instructions/" + id);
    assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    assertThat(RunningGateway.json(answer).path("status").asString()).isEqualTo("RECEIVED");
    HttpResponse<String> later =
        gateway.get("/api/v1/instructions/" + id, "Prefer", "respond-async, wait=30");
    assertThat(RunningGateway.json(later).path("status").asString()).isEqualTo("APPLIED");
  }

  @Test
  void the_same_text_again_is_answered_with_the_first_outcome() {
    byte[] jws =
        gateway.authority().sign(Person.newInstruction(), admission(new Person()), Instant.now());
    HttpResponse<String> first = gateway.send(jws, "wait=30");
    HttpResponse<String> second = gateway.send(jws, "wait=30");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(first.headers().firstValue("Instruction-Replayed")).isEmpty();
    assertThat(second.headers().firstValue("Instruction-Replayed")).contains("true");
  }

  @Test
  void the_end_of_a_line_behind_a_text_is_no_part_of_it_and_nothing_else_is_forgiven() {
    byte[] jws =
        gateway.authority().sign(Person.newInstruction(), admission(new Person()), Instant.now());
    String text = new String(jws, StandardCharsets.US_ASCII);

    HttpResponse<String> ended = gateway.send(bytes(text + "\r\n"), "wait=30");
    HttpResponse<String> plain = gateway.send(jws, "wait=30");

    assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
    assertThat(plain.body()).isEqualTo(ended.body());
    assertThat(plain.headers().firstValue("Instruction-Replayed")).contains("true");
    for (String other : new String[] {"\n" + text, text + "\n=", text + "\0", text + "\u000b"}) {
      assertProblem(gateway.send(bytes(other), "wait=0"), ErrorCode.MALFORMED);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void a_refusal_again_is_the_same_refusal() {
    byte[] jws =
        gateway
            .authority()
            .sign(Person.newInstruction(), admission(gateway.authority()), Instant.now());
    assertProblem(gateway.send(jws, "wait=30"), ErrorCode.ALREADY_ADMITTED);
    HttpResponse<String> second = gateway.send(jws, "wait=30");
    assertProblem(second, ErrorCode.ALREADY_ADMITTED);
    assertThat(second.headers().firstValue("Instruction-Replayed")).contains("true");
  }

  @Test
  void another_text_under_the_same_id_is_refused() {
    InstructionId id = Person.newInstruction();
    gateway.send(gateway.authority(), id, admission(new Person()));
    assertProblem(
        gateway.send(gateway.authority(), id, admission(new Person())), ErrorCode.DUPLICATE);
  }

  @Test
  void the_same_text_sent_by_many_at_once_is_applied_once() {
    Person person = new Person();
    byte[] jws =
        gateway.authority().sign(Person.newInstruction(), admission(person), Instant.now());
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(CompletableFuture.supplyAsync(() -> gateway.send(jws, "wait=30")));
    }
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.join().statusCode()).as(answer.join().body()).isEqualTo(200);
    }
  }

  @Test
  void a_rules_refusal_names_the_instruction_and_says_what_to_do() {
    InstructionId id = Person.newInstruction();
    HttpResponse<String> answer =
        gateway.send(gateway.authority(), id, admission(gateway.beijing()));
    JsonNode problem = assertProblem(answer, ErrorCode.ALREADY_ADMITTED);
    assertThat(problem.path("instance").asString()).isEqualTo("/api/v1/instructions/" + id);
    JsonNode outcome =
        RunningGateway.json(gateway.getAs(gateway.authority(), "/api/v1/instructions/" + id));
    assertThat(outcome.path("status").asString()).isEqualTo("REJECTED");
    assertThat(outcome.path("code").asString()).isEqualTo("ALREADY_ADMITTED");
    assertThat(outcome.path("codeZh").asString()).isEqualTo(ErrorCode.ALREADY_ADMITTED.zh());
    assertThat(outcome.path("detail").asString()).contains(gateway.beijing().id().value());
    assertThat(outcome.path("detailZh").asString()).contains(gateway.beijing().id().value());
    JsonNode shown = RunningGateway.json(gateway.get("/api/v1/instructions/" + id));
    assertThat(shown.has("detail") || shown.has("detailZh"))
        .as("why exactly is between the registry and who signed")
        .isFalse();
  }

  @Test
  void what_nobody_could_accept_is_refused_before_the_inbox() {
    assertProblem(
        gateway.send("no jws".getBytes(StandardCharsets.US_ASCII), "wait=1"), ErrorCode.MALFORMED);
    assertProblem(gateway.send(new byte[0], "wait=1"), ErrorCode.MALFORMED);
    assertProblem(
        gateway.send(new byte[SignedInstruction.TEXT_MOST + 1], "wait=1"), ErrorCode.TOO_LARGE);
    Map<String, Object> payload = new java.util.LinkedHashMap<>();
    payload.put("action", "fly");
    payload.put("args", Map.of());
    payload.put("id", Person.newInstruction());
    payload.put("notAfter", Instant.now().plusSeconds(60));
    payload.put("participant", gateway.authority().id());
    assertProblem(gateway.send(signed(payload), "wait=1"), ErrorCode.UNKNOWN_ACTION);
    payload.put("action", "admitParticipant");
    assertProblem(gateway.send(signed(payload), "wait=1"), ErrorCode.MALFORMED);
  }

  private byte[] signed(Map<String, Object> payload) {
    return gateway
        .authority()
        .sign(SignedInstruction.TYPE, payload)
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void what_is_not_signed_by_the_participant_never_reaches_the_ledger() {
    long before = height();
    Person stranger = new Person();
    assertProblem(gateway.send(stranger, admission(stranger)), ErrorCode.UNKNOWN_PARTICIPANT);

    byte[] good =
        gateway.authority().sign(Person.newInstruction(), admission(new Person()), Instant.now());
    byte[] bad = good.clone();
    int inSignature = bad.length - 10;
    bad[inSignature] = (byte) (bad[inSignature] == 'A' ? 'B' : 'A');
    assertProblem(gateway.send(bad, "wait=30"), ErrorCode.BAD_SIGNATURE);

    Map<String, Object> inAnothersName = new java.util.LinkedHashMap<>();
    inAnothersName.put("action", "admitParticipant");
    inAnothersName.put("args", admission(new Person()));
    inAnothersName.put("id", Person.newInstruction());
    inAnothersName.put("notAfter", Instant.now().plusSeconds(60));
    inAnothersName.put("participant", gateway.authority().id());
    byte[] forged =
        gateway
            .beijing()
            .sign(SignedInstruction.TYPE, inAnothersName)
            .getBytes(StandardCharsets.US_ASCII);
    assertProblem(gateway.send(forged, "wait=30"), ErrorCode.BAD_SIGNATURE);
    assertThat(height()).isEqualTo(before);
  }

  @Test
  void a_participant_may_act_as_soon_as_its_admission_is_answered() {
    for (int i = 0; i < 5; i++) {
      Person person = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
      assertProblem(gateway.send(person, admission(new Person())), ErrorCode.NOT_ALLOWED);
    }
  }

  @Test
  void a_suspended_participant_is_told_so_by_the_ledger() {
    Person person = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    assertThat(
            gateway
                .send(gateway.beijing(), new SuspendParticipant(person.id(), "reason"))
                .statusCode())
        .isEqualTo(200);
    assertProblem(gateway.send(person, admission(new Person())), ErrorCode.PARTICIPANT_SUSPENDED);
  }

  @Test
  void no_preference_is_a_reason_to_refuse_an_instruction() {
    for (String preference : List.of("wait=99999", "wait=abc", "return=minimal")) {
      InstructionId id = Person.newInstruction();
      byte[] jws = gateway.authority().sign(id, admission(new Person()), Instant.now());
      HttpResponse<String> answer = gateway.send(jws, preference);
      boolean waits = preference.equals("wait=99999");
      assertThat(answer.statusCode()).as(preference).isEqualTo(waits ? 200 : 202);
      assertThat(answer.headers().firstValue("Preference-Applied"))
          .isEqualTo(waits ? Optional.of("wait=60") : Optional.empty());
      // The next test may count blocks.
      HttpResponse<String> later =
          gateway.get("/api/v1/instructions/" + id, "Prefer", "respond-async, wait=30");
      assertThat(RunningGateway.json(later).path("status").asString()).isEqualTo("APPLIED");
    }
  }

  @Test
  void waiting_holds_no_thread() throws Exception {
    // More waiters than the server has threads: all are answered, and others meanwhile.
    InstructionId id = Person.newInstruction();
    gateway.send(gateway.authority().sign(id, admission(new Person()), Instant.now()), "wait=30");
    Instant begin = Instant.now();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      byte[] jws =
          gateway.authority().sign(Person.newInstruction(), admission(new Person()), Instant.now());
      answers.add(
          gateway.exchangeLater(
              HttpRequest.newBuilder(gateway.uri("/api/v1/instructions"))
                  .header("Content-Type", "application/jose")
                  .header("Prefer", "wait=60")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(jws))));
    }
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
    }
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(60));
  }

  private long height() {
    return RunningGateway.json(gateway.get("/api/v1/status")).path("height").asLong();
  }

  private static JsonNode assertProblem(HttpResponse<String> answer, ErrorCode code) {
    Problem expected = Problem.of(code, Detail.told("详情", "detail"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected.status());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = RunningGateway.json(answer);
    assertThat(problem.path("code").asString()).isEqualTo(code.name());
    assertThat(problem.path("titleZh").asString()).isEqualTo(code.zh());
    return problem;
  }
}
