// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.reconciliation.Reconciliation;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A gateway whose database is altered behind its back, as it tells people and machines. */
@ExtendWith(GatewayExtension.class)
class RecordsDifferTest {
  private final RunningGateway gateway;
  @TempDir private Path data;
  private ConfigurableApplicationContext altered;

  RecordsDifferTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  private HttpResponse<String> get(String portOf, String path) {
    String port = altered.getEnvironment().getProperty("local." + portOf + ".port");
    return gateway.exchange(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
  }

  private JsonNode warnings() {
    return RunningGateway.json(get("server", "/api/v1/status")).path("warnings");
  }

  @Test
  void it_is_said_in_status_health_metric_and_log_whom_it_concerns_and_reads_go_on() {
    Person trader = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    try (ConfigurableApplicationContext second = gateway.startAnother(data, "--server.port=0")) {
      altered = second;
      second
          .getBean(ProjectionProgress.class)
          .whenReached(gateway.bean(ProjectionProgress.class).block())
          .join();
      second.getBean(ProjectionProgress.class).whenCaughtUp().join();
      Reconciliation reconciliation = second.getBean(Reconciliation.class);
      reconciliation.examineAll();
      assertThat(reconciliation.report().differences()).isEmpty();
      assertThat(reconciliation.report().trouble()).isEmpty();
      assertThat(reconciliation.report().notCompared()).as("the peer was asked").isEmpty();
      JsonNode status = RunningGateway.json(get("server", "/api/v1/status"));
      assertThat(status.path("reconciled").asString("")).isNotEmpty();
      assertThat(status.path("warnings")).isEmpty();
      assertThat(get("server", "/actuator/health").statusCode()).isEqualTo(200);

      alter(second, trader, true);
      reconciliation.examineAll();

      assertThat(warnings()).hasSize(1);
      JsonNode warning = warnings().get(0);
      assertThat(warning.path("code").asString()).isEqualTo("RECORDS_DIFFER");
      assertThat(warning.path("en").asString()).contains("PARTICIPANT", "records-differ.md");
      assertThat(warning.path("zh").asString()).contains("PARTICIPANT", "列表栏目与记录不符");
      assertThat(warning.toString()).doesNotContain(trader.id().value());
      assertThat(get("server", "/actuator/health").statusCode()).isEqualTo(503);
      assertThat(get("server", "/actuator/health/readiness").statusCode()).isEqualTo(200);
      JsonNode health =
          RunningGateway.json(get("management", "/actuator/health"))
              .at("/components/reconciliation");
      assertThat(health.path("status").asString()).isEqualTo("DOWN");
      assertThat(health.at("/details/differences/0/records/0").asString())
          .isEqualTo("PARTICIPANT:" + trader.id());
      assertThat(get("management", "/actuator/prometheus").body())
          .contains("grassland_reconciliation_differences 1.0");
      assertThat(get("server", "/api/v1/participants/" + trader.id()).statusCode()).isEqualTo(200);

      alter(second, trader, false);
      reconciliation.examineAll();
      assertThat(warnings()).isEmpty();
      assertThat(get("server", "/actuator/health").statusCode()).isEqualTo(200);
    }
  }

  private static void alter(ConfigurableApplicationContext second, Person person, boolean value) {
    JdbcTemplate database = second.getBean(JdbcTemplate.class);
    String table =
        database.queryForObject(
            "SELECT made_as FROM p_layout WHERE name = 'v_participant'", String.class);
    int rows =
        database.update(
            "UPDATE " + table + " SET c_suspended = ? WHERE id = ?", value, person.id().value());
    assertThat(rows).isEqualTo(1);
  }
}
