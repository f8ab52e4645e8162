// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayExtension.class)
class InstructionsTest {

  @Test
  void a_participant_is_admitted_and_can_be_read_at_once(RunningGateway gateway) {
    Person person = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    HttpResponse<String> answer = gateway.get("/api/v1/participants/" + person.id());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(RunningGateway.json(answer).path("region").asString()).isEqualTo("110000");
  }
}
