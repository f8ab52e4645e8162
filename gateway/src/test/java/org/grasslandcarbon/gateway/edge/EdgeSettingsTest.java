// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds in a gateway by its settings: everything else is tried on a server of its own. */
class EdgeSettingsTest {
  private static final String PATH = "/api/v1/errors";

  private static final String[] STRICT = {
    "--grassland.rate-limit.reads-per-second=1",
    "--grassland.rate-limit.reads-burst=3",
    "--grassland.rate-limit.loopback=true"
  };

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int MANY = 60;

  private static RunningGateway gateway;

  /** How many of many requests were too many. */
  private static long refused(String forwarded) {
    long refused = 0;
    for (int i = 0; i < MANY; i++) {
      int status = gateway.get(PATH, "X-Forwarded-For", forwarded.formatted(i)).statusCode();
      assertThat(status).isIn(200, 429);
      refused += status == 429 ? 1 : 0;
    }
    return refused;
  }

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void behind_a_proxy_on_this_machine_each_client_has_its_limit() {
    gateway.restart(STRICT);
    assertThat(refused("203.0.113.1")).as("one client").isPositive();
    assertThat(gateway.get(PATH, "X-Forwarded-For", "203.0.113.2").statusCode())
        .as("another client")
        .isEqualTo(200);
    assertThat(refused("192.0.2.%d, 203.0.113.3"))
        .as("who invents others before itself")
        .isPositive();
    assertThat(refused("198.51.100.%d")).as("many clients").isZero();
  }

  @Test
  void nobody_is_believed_who_is_not_named_as_a_proxy() {
    List<String> settings = new ArrayList<>(List.of(STRICT));
    settings.add("--server.tomcat.remoteip.internal-proxies=192.0.2.0/24");
    gateway.restart(settings.toArray(String[]::new));
    assertThat(refused("198.51.100.%d")).isPositive();
  }

  @Test
  void an_export_whose_time_is_up_says_so_and_is_no_part_of_a_file() {
    gateway.restart("--grassland.limits.export-within=0s");
    for (String type : List.of("text/csv", XLSX)) {
      HttpResponse<String> answer = gateway.get("/api/v1/participants", "Accept", type);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("OVERLOADED");
    }
    assertThat(gateway.get("/api/v1/participants").statusCode()).isEqualTo(200);
  }
}
