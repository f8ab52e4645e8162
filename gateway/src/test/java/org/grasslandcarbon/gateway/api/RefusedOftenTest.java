// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.participant.PublishRegistryRule;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A ledger that journals two refusals an hour, which is no ledger for other tests. */
class RefusedOftenTest {
  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
    String today = LocalDate.now(ZoneOffset.ofHours(8)).toString();
    PublishRegistryRule rule =
        Edited.with(
            Edited.with(PublishRegistryRule.TYPE.example(), "/validFrom", "\"" + today + "\""),
            "/refusalsPerHour/most",
            "2");
    assertThat(gateway.send(gateway.authority(), Person.newInstruction(), rule).statusCode())
        .isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static JsonNode refused(Person person, InstructionId id, Action action) {
    HttpResponse<String> answer = gateway.send(person, id, action);
    assertThat(answer.statusCode()).as(answer.body()).isIn(403, 422);
    return RunningGateway.json(answer);
  }

  @Test
  void whoever_is_refused_too_often_is_told_why_and_can_correct_it_under_the_same_id() {
    Person office = gateway.beijing();
    Person trader = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    Action wrong = new SuspendParticipant(gateway.authority().id(), "not its affair");
    for (int i = 0; i < 2; i++) {
      assertThat(refused(office, Person.newInstruction(), wrong).path("code").asString())
          .isEqualTo("NOT_ALLOWED");
    }
    InstructionId id = Person.newInstruction();
    JsonNode problem = refused(office, id, wrong);
    assertThat(problem.path("code").asString()).isEqualTo("TOO_MANY_REFUSALS");
    assertThat(problem.path("detail").asString()).startsWith("NOT_ALLOWED: ");
    assertThat(problem.path("retryable").asBoolean()).isFalse();
    JsonNode told = RunningGateway.json(gateway.get("/api/v1/instructions/" + id));
    assertThat(told.path("status").asString()).isEqualTo("REJECTED");
    assertThat(told.has("block")).as("there is no entry").isFalse();
    assertThat(told.propertyNames())
        .as("why it was refused is for who sends the text")
        .doesNotContain("detail", "detailZh");

    HttpResponse<String> corrected =
        gateway.send(office, id, new SuspendParticipant(trader.id(), "its own affair"));
    assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
    assertThat(
            RunningGateway.json(gateway.get("/api/v1/instructions/" + id))
                .path("status")
                .asString())
        .isEqualTo("APPLIED");
    assertThat(gateway.get("/api/v1/registry-rules").body()).contains("\"most\":2");
  }
}
