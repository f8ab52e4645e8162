// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which projects have land in a box; projects in it are in {@link AccessPageTest}. */
@ExtendWith(GatewayExtension.class)
class LandTest {
  private final RunningGateway gateway;

  LandTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  @Test
  void where_nobody_has_land_nobody_is_told() {
    HttpResponse<String> answer = gateway.get("/api/v1/land?box=80,30,80.1,30.1");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode around = RunningGateway.json(answer);
    assertThat(around.path("projects")).isEmpty();
    assertThat(around.path("more").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "116,43",
        "116.2,43.9,116.1,44",
        "116.1,44,116.2,44",
        "116.12345678,43,117,44",
        "181,43,182,44",
        "116,43,117,91",
        "1e2,43,117,44",
        "-180,-90,180,90"
      })
  void what_is_no_box_or_a_whole_continent_is_refused(String box) {
    HttpResponse<String> answer = gateway.get("/api/v1/land?box=" + box);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("BAD_REQUEST");
  }
}
