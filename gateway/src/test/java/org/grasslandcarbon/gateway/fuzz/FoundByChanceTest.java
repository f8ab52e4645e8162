// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the fuzzer has found once is asked for ever. */
@ExtendWith(GatewayExtension.class)
class FoundByChanceTest {
  private final RunningGateway gateway;

  FoundByChanceTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  @Test
  void a_parameter_s_name_that_no_firewall_lets_through_is_the_asker_s_mistake() {
    for (String path :
        List.of("/projects", "/projects/x", "/offsets/check", "/status", "/market/events")) {
      HttpResponse<String> answer = gateway.get("/api/v1" + path + "?%EF%BF%BE=-1");
      assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
      assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("BAD_REQUEST");
    }
  }

  @Test
  void what_some_may_not_see_is_described_as_what_may_be_missing() {
    JsonNode schemas = RunningGateway.json(gateway.get("/v3/api-docs")).at("/components/schemas");
    assertThat(schemas.at("/Trade/required").valueStream().map(JsonNode::asString))
        .contains("price", "tonnes")
        .doesNotContain("buyer", "seller", "serials");
    assertThat(schemas.at("/InstrumentBook/required").valueStream().map(JsonNode::asString))
        .contains("instrument")
        .doesNotContain("buys", "sells");
  }

  @Test
  void no_answer_is_described_as_of_any_type() {
    JsonNode description = RunningGateway.json(gateway.get("/v3/api-docs"));
    assertThat(description.at("/paths/~1api~1v1~1status/get/responses/200/content").propertyNames())
        .containsExactly("application/json");
    assertThat(description.path("paths").toString()).doesNotContain("*/*");
  }
}
