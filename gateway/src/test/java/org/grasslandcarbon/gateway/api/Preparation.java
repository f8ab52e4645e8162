// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.monitoring.ExampleReport;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How an owner prepares the report of a registered project that has none yet. */
final class Preparation {
  private static final String TONNES = "20819.233766";
  private static final String CSV =
      """
      stratum,year,MANAGED_AREA [ha],HEAD.SHEEP [head],FUEL.DIESEL [L]
      S1,2023,2800,6000,1200
      S2,2023,1400,2000,900
      S1,2024,3000,6100,1100
      S2,2024,1400,2050,950
      """;

  private final RunningGateway gateway;
  private final String project;

  Preparation(RunningGateway gateway, String project) {
    this.gateway = gateway;
    this.project = project;
  }

  void assertAll() {
    assertDryRuns();
    assertALargeSurveyIsComputed();
    assertRefusedDryRuns();
    assertNoDryRunIsAFailure();
    assertTemplates();
    assertImports();
  }

  private HttpResponse<String> post(String path, String type, byte[] body) {
    return gateway.exchange(
        HttpRequest.newBuilder(gateway.uri("/api/v1" + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private HttpResponse<String> dryRun(JsonNode asked) {
    return post("/quantifications", "application/json", Codec.write(asked));
  }

  private ObjectNode report() {
    ObjectNode report = (ObjectNode) Codec.tree(ExampleReport.submission()).deepCopy();
    return report.put("project", project);
  }

  private void assertDryRuns() {
    HttpResponse<String> answer = dryRun(report());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode computed = RunningGateway.json(answer);
    assertThat(computed.path("tonnes").asString()).isEqualTo(TONNES);
    assertThat(computed.at("/issuance/issued").asLong()).isEqualTo(20_819);
    assertThat(computed.at("/issuance/buffered").asLong()).isEqualTo(2_499);
    assertThat(computed.path("projectNumber").asString()).isEqualTo(project);
    JsonNode explanation = computed.path("explanation");
    assertThat(explanation.at("/equations/0/name/zh").asString()).isNotEmpty();
    assertThat(explanation.path("lines").toString()).contains("IPCC").contains("\"MONITORING\"");

    MethodologyRef version = ExampleMethodology.training().version();
    ObjectNode withoutProject = report();
    withoutProject.remove("project");
    withoutProject.set("methodology", Codec.tree(version));
    withoutProject.set("strata", Codec.tree(ExampleProject.DESIGN.strata()));
    withoutProject.set("startDate", Codec.tree(ExampleProject.DESIGN.startDate()));
    HttpResponse<String> unregistered = dryRun(withoutProject);
    assertThat(unregistered.statusCode()).as(unregistered.body()).isEqualTo(200);
    assertThat(RunningGateway.json(unregistered).path("tonnes").asString()).isEqualTo(TONNES);
    assertThat(gateway.get("/api/v1/reports?project=" + project).body())
        .as("nothing is written")
        .contains("\"total\":0");
  }

  /**
   * What the ledger takes in parts is computed at once: what it refuses is said of its last row.
   */
  private void assertALargeSurveyIsComputed() {
    ObjectNode large = report();
    ArrayNode data = (ArrayNode) large.path("data");
    JsonNode twice = data.get(0);
    while (data.size() < 5_000) {
      data.add(twice);
    }
    assertThat(Codec.write(large).length).isGreaterThan(256 * 1024);
    HttpResponse<String> answer = dryRun(large);
    assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("STRATA_MISMATCH");
    assertThat(RunningGateway.json(answer).path("detail").asString()).contains("data[12]");
    data.add(twice);
    isRefused(large, 400, "MALFORMED");
  }

  private void isRefused(ObjectNode asked, int status, String code) {
    HttpResponse<String> answer = dryRun(asked);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo(code);
  }

  private void assertRefusedDryRuns() {
    isRefused(report().put("project", "GCS-152502-1999-0001"), 422, "UNKNOWN_PROJECT");
    isRefused(report().put("spare", 1), 400, "MALFORMED");
    ObjectNode none = report();
    none.remove("project");
    isRefused(none, 400, "MALFORMED");
    ObjectNode dragon = report();
    ((ObjectNode) dragon.at("/data/1")).put("symbol", "HEAD.DRAGON");
    isRefused(dragon, 422, "UNKNOWN_DATUM");
    ObjectNode later = report();
    ((ObjectNode) later.path("period")).put("to", "2190-12-31");
    isRefused(later, 400, "BAD_REQUEST");
    ObjectNode early = report();
    ((ObjectNode) early.path("period")).put("from", "2021-01-01");
    isRefused(early, 422, "PERIOD_OUTSIDE_CREDITING");
    assertThat(post("/quantifications", "application/json", new byte[2_100_000]).statusCode())
        .isEqualTo(413);
    assertThat(post("/quantifications", "text/plain", new byte[1]).statusCode()).isEqualTo(415);
  }

  /** Each member in turn is something that it should not be. */
  private void assertNoDryRunIsAFailure() {
    List<String> odd =
        List.of(
            "null",
            "\"\"",
            "[null]",
            "{}",
            "-1",
            "1e999",
            "\"-999999999-01-01\"",
            "\"+999999999-12-31\"",
            "\"0000-01-01\"",
            "\"9999-12-31\"",
            "\"\\u0000\"");
    List<String> places =
        List.of(
            "/data",
            "/data/0",
            "/data/0/value",
            "/data/0/year",
            "/dataParts",
            "/documents",
            "/gapExplanation",
            "/period",
            "/period/from",
            "/period/to",
            "/project");
    for (String place : places) {
      for (String value : odd) {
        ObjectNode asked = report();
        int last = place.lastIndexOf('/');
        JsonNode parent = asked.at(place.substring(0, last));
        String name = place.substring(last + 1);
        JsonNode replacement = Codec.readTree(value.getBytes(StandardCharsets.UTF_8));
        if (parent instanceof ArrayNode array) {
          array.set(Integer.parseInt(name), replacement);
        } else {
          ((ObjectNode) parent).set(name, replacement);
        }
        HttpResponse<String> answer = dryRun(asked);
        assertThat(answer.statusCode())
            .as("%s = %s: %s", place, value, answer.body())
            .isLessThan(500);
      }
    }
  }

  private void assertTemplates() {
    MethodologyRef version = ExampleMethodology.training().version();
    String path = "/api/v1/methodologies/" + version.id() + "/" + version.version() + "/template";
    String days = "&from=2023-01-01&to=2024-12-31&project=" + project;
    HttpResponse<String> csv = gateway.get(path + "?format=csv" + days);
    assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.body()).startsWith("\uFEFFstratum,year,").contains("\r\nS2,2024\r\n");
    HttpResponse<String> xlsx = gateway.get(path);
    assertThat(xlsx.statusCode()).isEqualTo(200);
    assertThat(xlsx.headers().firstValue("Content-Type")).contains(ImportController.XLSX);
    assertThat(gateway.get(path + "?format=pdf").statusCode()).isEqualTo(400);
    assertThat(gateway.get(path + "?format=csv&table=SAMPLES").statusCode()).isEqualTo(400);
    assertThat(gateway.get(path + "?from=2023-01-01").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/api/v1/methodologies/NONE/1/template").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> read(String csv) {
    return post(
        "/monitoring-data?from=2023-01-01&to=2024-12-31&project=" + project,
        "text/csv",
        csv.getBytes(StandardCharsets.UTF_8));
  }

  private void assertImports() {
    HttpResponse<String> good = read(CSV);
    assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
    JsonNode imported = RunningGateway.json(good);
    JsonNode arguments = imported.path("report");
    assertThat(arguments.path("data").size()).isEqualTo(12);
    assertThat(imported.path("parts").size()).isZero();
    assertThat(imported.path("rows").asInt()).isEqualTo(4);
    assertThat(RunningGateway.json(dryRun(arguments)).path("tonnes").asString()).isEqualTo(TONNES);

    JsonNode rounded = RunningGateway.json(read(CSV.replace("6000", "6000.29333333333333")));
    assertThat(rounded.at("/notes/0/code").asString()).isEqualTo("ROUNDED");
    assertThat(rounded.at("/notes/0/column").asString()).isEqualTo("D HEAD.SHEEP");
    assertThat(rounded.at("/report/data").toString()).contains("\"6000.293333333333\"");

    HttpResponse<String> bad = read(CSV.replace("6000", "6000 head").replace("950", "-1"));
    assertThat(bad.statusCode()).isEqualTo(422);
    JsonNode problem = RunningGateway.json(bad);
    assertThat(problem.path("code").asString()).isEqualTo("ROWS_REFUSED");
    assertThat(problem.at("/problems/0/code").asString()).isEqualTo("UNIT_IN_CELL");
    assertThat(problem.at("/problems/0/row").asInt()).isEqualTo(2);
    assertThat(problem.at("/problems/0/column").asString()).isEqualTo("D HEAD.SHEEP");
    assertThat(problem.at("/problems/0/value").asString()).isEqualTo("6000 head");
    assertThat(post("/monitoring-data?project=" + project, "text/csv", new byte[0]).statusCode())
        .isEqualTo(400);
    assertThat(post("/monitoring-data", "application/pdf", new byte[0]).statusCode())
        .isEqualTo(415);
  }
}
