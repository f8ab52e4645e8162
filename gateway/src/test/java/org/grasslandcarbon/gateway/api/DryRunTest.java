// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Looking before one signs. What credits would do is in {@link CreditLifeTest}. */
@ExtendWith(GatewayExtension.class)
class DryRunTest {
  private final RunningGateway gateway;

  DryRunTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  private HttpResponse<String> post(Person person, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.uri("/api/v1/dry-runs"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (person != null) {
      request.header("Authorization", "Bearer " + person.token());
    }
    return gateway.exchange(request);
  }

  private JsonNode rehearse(Person person, String action, Object args) {
    HttpResponse<String> answer =
        post(person, Codec.text(Map.of("action", action, "args", Codec.tree(args))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  @Test
  void an_action_that_would_be_applied_says_what_it_would_write_and_writes_nothing() {
    Person trader = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    SuspendParticipant suspension = new SuspendParticipant(trader.id(), "inquiry");
    JsonNode answer = rehearse(gateway.innerMongolia(), "suspendParticipant", suspension);
    assertThat(answer.path("outcome").asString()).isEqualTo("APPLIED");
    assertThat(answer.has("code")).isFalse();
    JsonNode record = answer.path("records").path(0);
    assertThat(record.path("type").asString()).isEqualTo("PARTICIPANT");
    assertThat(record.path("id").asString()).isEqualTo(trader.id().value());
    assertThat(record.at("/record/suspension/reason").asString()).isEqualTo("inquiry");
    assertThat(
            RunningGateway.json(gateway.get("/api/v1/participants/" + trader.id()))
                .has("suspension"))
        .isFalse();
    JsonNode applied = RunningGateway.json(gateway.send(gateway.innerMongolia(), suspension));
    assertThat(applied.path("status").asString()).isEqualTo("APPLIED");
    assertThat(answer.path("references")).isEqualTo(applied.path("references"));
    assertThat(
            rehearse(trader, "commentOnProject", Map.of("project", "x")).path("outcome").asString())
        .as("the suspended may do nothing")
        .isEqualTo("REJECTED");
  }

  @Test
  void every_action_is_refused_with_the_code_that_the_ledger_refuses_it_with() {
    for (Person person : List.of(gateway.authority(), gateway.innerMongolia())) {
      for (ActionType<?> action : Catalogue.actions()) {
        JsonNode tried = rehearse(person, action.name(), action.example());
        if (tried.path("outcome").asString().equals("REJECTED")) {
          HttpResponse<String> sent =
              gateway.send(person, (org.grasslandcarbon.domain.ledger.Action) action.example());
          assertThat(RunningGateway.json(sent).path("code").asString())
              .as(action.name())
              .isEqualTo(tried.path("code").asString());
          assertThat(RunningGateway.json(sent).path("detail").asString())
              .as(action.name())
              .isEqualTo(tried.path("detail").asString());
        }
      }
    }
  }

  @Test
  void it_needs_a_token_and_a_body_of_its_form() {
    assertThat(post(null, "{}").statusCode()).isEqualTo(401);
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "{",
            "{\"action\":\"x\"}",
            "{\"action\":1,\"args\":{}}",
            "{\"action\":\"transferCredits\",\"args\":{},\"more\":1}")) {
      HttpResponse<String> answer = post(gateway.beijing(), body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(RunningGateway.json(answer).path("code").asString())
          .as(body)
          .isEqualTo("MALFORMED");
    }
    assertThat(rehearse(gateway.beijing(), "fly", Map.of()).path("code").asString())
        .isEqualTo("UNKNOWN_ACTION");
    assertThat(rehearse(gateway.beijing(), "registerProject", Map.of()).path("code").asString())
        .isEqualTo("MALFORMED");
  }
}
