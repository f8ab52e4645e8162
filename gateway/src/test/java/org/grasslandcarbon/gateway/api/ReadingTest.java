// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(GatewayExtension.class)
class ReadingTest {
  private static final String[] LISTS = {
    "/regions",
    "/participants",
    "/calendars",
    "/trust-anchors",
    "/methodologies",
    "/projects",
    "/reports",
    "/batches",
    "/retirements",
    "/cancellations",
    "/corrections"
  };

  private final RunningGateway gateway;

  ReadingTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  @Test
  void every_public_list_answers_in_json_and_in_csv() {
    for (String list : LISTS) {
      HttpResponse<String> json = gateway.get("/api/v1" + list);
      assertThat(json.statusCode()).as(list + json.body()).isEqualTo(200);
      assertThat(RunningGateway.json(json).path("items").isArray()).isTrue();
      assertThat(RunningGateway.json(json).has("total")).isTrue();
      HttpResponse<String> csv = gateway.get("/api/v1" + list, "Accept", "text/csv");
      assertThat(csv.statusCode()).as(list).isEqualTo(200);
      assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
      assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
          .startsWith("attachment; filename=\"");
      assertThat(csv.body().lines().count())
          .isEqualTo(1 + RunningGateway.json(json).path("total").asLong());
    }
  }

  @Test
  void a_browser_is_answered_in_json() {
    HttpResponse<String> answer =
        gateway.get(
            "/api/v1/regions",
            "Accept",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void paging_shows_every_participant_once() {
    for (int i = 0; i < 3; i++) {
      gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    }
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = RunningGateway.json(gateway.get("/api/v1/participants?limit=2" + cursor));
      page.path("items").forEach(item -> ids.add(item.path("id").asString()));
      assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
      cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
      if (!page.has("next")) {
        assertThat(ids).doesNotHaveDuplicates().hasSize(page.path("total").asInt());
      }
    } while (!cursor.isEmpty());
  }

  @Test
  void filters_choose_by_role_region_and_text() {
    Person trader = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    assertThat(ids("role=TRADER&region=150000&limit=200")).contains(trader.id().value());
    assertThat(ids("role=TRADER&region=152502&limit=200")).contains(trader.id().value());
    assertThat(ids("role=TRADER&region=110000&limit=200")).doesNotContain(trader.id().value());
    assertThat(ids("role=OFFICE&limit=200")).doesNotContain(trader.id().value());
    assertThat(ids("q=" + trader.id())).containsExactly(trader.id().value());
    assertThat(ids("suspended=true&limit=200")).doesNotContain(trader.id().value());
  }

  private List<String> ids(String query) {
    HttpResponse<String> answer = gateway.get("/api/v1/participants?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer)
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  @Test
  void a_participants_keys_are_public() {
    JsonNode keys =
        RunningGateway.json(
            gateway.get("/api/v1/participants/" + gateway.authority().id() + "/keys"));
    assertThat(keys.at("/items/0/kid").asString()).isEqualTo(gateway.authority().kid());
  }

  @Test
  void wrong_parameters_are_explained() {
    assertProblem("/api/v1/projects?colour=red", GatewayCode.BAD_REQUEST, "there are [");
    assertProblem("/api/v1/projects?q=a&q=b", GatewayCode.BAD_REQUEST, "q is given more than once");
    assertProblem("/api/v1/projects?q=", GatewayCode.BAD_REQUEST, "q has 1 to");
    assertProblem("/api/v1/projects?limit=0", GatewayCode.BAD_REQUEST, "limit is 1 to 200");
    assertProblem("/api/v1/projects?limit=201", GatewayCode.BAD_REQUEST, "limit is 1 to 200");
    assertProblem("/api/v1/projects?limit=x", GatewayCode.BAD_REQUEST, "limit: ");
    assertProblem("/api/v1/projects?cursor=!", GatewayCode.BAD_REQUEST, "cursor is what");
    assertProblem("/api/v1/projects?state=OPEN", GatewayCode.BAD_REQUEST, "state: ");
    assertProblem(
        "/api/v1/projects?region=15", GatewayCode.BAD_REQUEST, "region must be a GB/T 2260 code");
    assertProblem(
        "/api/v1/retirements?from=2025-02-02&to=2025-02-01",
        GatewayCode.BAD_REQUEST,
        "to is before from");
    assertProblem("/api/v1/retirements?from=yesterday", GatewayCode.BAD_REQUEST, "from: ");
    assertProblem("/api/v1/serials/17", GatewayCode.BAD_REQUEST, "a serial number is");
    assertProblem("/api/v1/status?verbose=1", GatewayCode.BAD_REQUEST, "there are none here");
  }

  @Test
  void what_is_not_there_is_not_found() {
    for (String path :
        new String[] {
          "/api/v1/nothing",
          "/nothing",
          "/api/v1/participants/91110000600037341L",
          "/api/v1/participants/91110000600037341L/keys",
          "/api/v1/projects/GCS-152502-2024-0001",
          "/api/v1/projects/00000000-0000-4000-8000-000000000000/boundary",
          "/api/v1/reports/00000000-0000-4000-8000-000000000000/quantification",
          "/api/v1/batches/CN-GCS-152502-20240001-2025-001",
          "/api/v1/serials/CN-GCS-152502-20240001-2025-001-17",
          "/api/v1/serials/CN-GCS-152502-20240001-2025-001-17-17",
          "/api/v1/retirements/R-1",
          "/api/v1/instructions/00000000-0000-4000-8000-000000000000",
          "/api/v1/calendars/1999",
          "/api/v1/methodologies/GCS-T1/99",
          "/api/v1/actions/fly",
          "/api/v1/schemas/fly.json"
        }) {
      assertProblem(path, GatewayCode.NOT_FOUND, "");
    }
  }

  @Test
  void wrong_methods_types_and_formats_are_explained() {
    HttpResponse<String> method =
        gateway.exchange(HttpRequest.newBuilder(gateway.uri("/api/v1/projects")).DELETE());
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("Allow").orElseThrow()).contains("GET");
    assertProblem(method, GatewayCode.METHOD_NOT_ALLOWED, "");
    HttpResponse<String> type =
        gateway.exchange(
            HttpRequest.newBuilder(gateway.uri("/api/v1/instructions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertProblem(type, GatewayCode.UNSUPPORTED_MEDIA_TYPE, "");
    assertProblem(
        gateway.get("/api/v1/projects", "Accept", "application/pdf"),
        GatewayCode.NOT_ACCEPTABLE,
        "");
  }

  private void assertProblem(String path, GatewayCode code, String detail) {
    assertProblem(gateway.get(path), code, detail);
  }

  private static void assertProblem(HttpResponse<String> answer, GatewayCode code, String detail) {
    assertThat(answer.statusCode()).as(answer.uri() + answer.body()).isEqualTo(code.status());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = RunningGateway.json(answer);
    assertThat(problem.path("code").asString()).isEqualTo(code.name());
    assertThat(problem.path("status").asInt()).isEqualTo(code.status());
    assertThat(problem.path("title").asString()).isEqualTo(code.en());
    assertThat(problem.path("titleZh").asString()).isEqualTo(code.zh());
    assertThat(problem.path("type").asString()).isEqualTo("/api/v1/errors#" + code.name());
    assertThat(problem.path("retryable").asBoolean()).isEqualTo(code.isSafeToRetry());
    assertThat(problem.path("detail").asString()).contains(detail).doesNotContain("java");
    assertThat(problem.path("detailZh").asString()).containsPattern("\\p{IsHan}");
  }

  @Test
  void every_code_is_listed_with_its_status_and_both_sentences() {
    JsonNode errors = RunningGateway.json(gateway.get("/api/v1/errors"));
    assertThat(errors.path("total").asInt())
        .isEqualTo(ErrorCode.values().length + GatewayCode.values().length);
    int i = 0;
    for (ErrorCode code : ErrorCode.values()) {
      JsonNode listed = errors.path("items").get(i++);
      Problem problem = Problem.of(code, Detail.told("详情", "detail"));
      assertThat(listed.path("code").asString()).isEqualTo(code.name());
      assertThat(listed.path("zh").asString()).isEqualTo(code.zh());
      assertThat(listed.path("en").asString()).isEqualTo(code.en());
      assertThat(listed.path("status").asInt()).isEqualTo(problem.status()).isBetween(400, 599);
      assertThat(listed.path("retryable").asBoolean()).isEqualTo(problem.retryable());
    }
  }

  @Test
  void every_action_has_a_schema_and_an_example() {
    JsonNode actions = RunningGateway.json(gateway.get("/api/v1/actions"));
    assertThat(actions.path("total").asInt()).isEqualTo(Catalogue.actions().size());
    for (JsonNode action : actions.path("items")) {
      assertThat(action.path("example").isObject()).isTrue();
      HttpResponse<String> schema = gateway.get(action.path("schema").asString());
      assertThat(schema.statusCode()).isEqualTo(200);
      assertThat(gateway.get("/api/v1/actions/" + action.path("name").asString()).statusCode())
          .isEqualTo(200);
    }
    assertThat(RunningGateway.json(gateway.get("/api/v1/schemas/instruction.json")).has("$schema"))
        .isTrue();
  }

  @Test
  void the_status_says_where_the_ledger_and_the_projection_are() {
    JsonNode status = RunningGateway.json(gateway.get("/api/v1/status"));
    assertThat(status.path("founded").asBoolean()).isTrue();
    assertThat(status.path("channel").asString()).isEqualTo("grassland");
    assertThat(status.path("projectedBlock").asLong()).isPositive();
    assertThat(status.path("height").asLong())
        .isGreaterThan(status.path("projectedBlock").asLong());
    assertThat(status.has("queued")).isTrue();
    assertThat(status.path("warnings").isArray()).isTrue();
    assertThat(status.path("warnings")).isEmpty();
  }

  @Test
  void who_has_seen_the_last_block_is_answered_not_modified() {
    HttpResponse<String> first = gateway.get("/api/v1/regions");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(gateway.get("/api/v1/regions", "If-None-Match", tag).statusCode()).isEqualTo(304);
    gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    assertThat(gateway.get("/api/v1/regions", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void health_tells_of_ledger_and_projection() {
    HttpResponse<String> ready = gateway.getManagement("/actuator/health/readiness");
    assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
    JsonNode health = RunningGateway.json(gateway.getManagement("/actuator/health"));
    assertThat(health.at("/components/ledger/details/queued").isNumber()).isTrue();
    assertThat(health.at("/components/dataDisk/details/freeBytes").asLong()).isPositive();
    assertThat(health.at("/components/knownLedger/status").asString()).isEqualTo("UP");
    assertThat(gateway.getManagement("/actuator/prometheus").body())
        .contains("grassland_projection_block", "grassland_projection_lag", "http_server_requests");
    assertThat(gateway.getManagement("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(gateway.getManagement("/actuator/heapdump").statusCode()).isEqualTo(404);
  }

  @Test
  void on_the_port_for_everybody_health_is_one_word_and_there_is_nothing_else() {
    for (String path : List.of("", "/readiness", "/liveness")) {
      HttpResponse<String> answer = gateway.get("/actuator/health" + path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }
    for (String path : List.of("/actuator", "/actuator/prometheus", "/actuator/metrics")) {
      assertThat(gateway.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void whom_to_tell_of_a_security_problem_is_said_where_an_operator_has_said_it() {
    assertThat(gateway.get("/.well-known/security.txt").statusCode()).isEqualTo(404);
    gateway.restart(
        "--grassland.security-contact=mailto:security@office.example,https://office.example/report");
    gateway.awaitReady();
    try {
      HttpResponse<String> answer = gateway.get("/.well-known/security.txt");
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/plain");
      assertThat(answer.body().lines())
          .contains(
              "Contact: mailto:security@office.example", "Contact: https://office.example/report")
          .anyMatch(line -> line.matches("Expires: [0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z"));
    } finally {
      gateway.restart();
      gateway.awaitReady();
    }
  }

  @Test
  void answers_carry_the_headers_that_browsers_obey() {
    HttpResponse<String> answer = gateway.get("/api/v1/regions");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }
}
