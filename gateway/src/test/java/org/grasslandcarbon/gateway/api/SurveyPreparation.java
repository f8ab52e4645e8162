// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.monitoring.RecordSampling;
import org.grasslandcarbon.domain.participant.AccreditLaboratory;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import tools.jackson.databind.JsonNode;

/** How an owner prepares the samplings of a project whose version has them as records. */
final class SurveyPreparation {
  private final RunningGateway gateway;
  private final Person owner;
  private final String project;
  private final MethodologyRef version;

  SurveyPreparation(RunningGateway gateway, Person owner, String project, MethodologyRef version) {
    this.gateway = gateway;
    this.owner = owner;
    this.project = project;
    this.version = version;
  }

  void assertAll() {
    assertTemplates();
    assertASurveyIsReadAndRecorded();
    assertABadCellIsNamed();
  }

  private void assertTemplates() {
    String path =
        "/api/v1/methodologies/" + version.id() + "/" + version.version() + "/sampling-template";
    HttpResponse<String> csv = gateway.get(path + "?format=csv&table=POINTS&project=" + project);
    assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
    assertThat(csv.body()).contains("latitude,longitude").contains("S1,BSL");
    assertThat(gateway.get(path).headers().firstValue("Content-Type"))
        .contains(ImportController.XLSX);
    assertThat(gateway.get(path + "?table=ACTIVITY").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> read(byte[] file, String more) {
    return gateway.exchange(
        HttpRequest.newBuilder(gateway.uri("/api/v1/sampling-data?project=" + project + more))
            .header("Content-Type", ImportController.XLSX)
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  private void assertASurveyIsReadAndRecorded() {
    Sha256 report = Sha256.of("laboratory report");
    HttpResponse<String> answer = read(survey("43.96"), "&laboratoryReport=" + report);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode imported = RunningGateway.json(answer);
    assertThat(imported.at("/notes/0/code").asString()).isEqualTo("ROUNDED");
    assertThat(imported.at("/samplings/0/parts").size()).isZero();
    RecordSampling sampling =
        Codec.convert(imported.at("/samplings/0/sampling"), RecordSampling.class);
    assertThat(sampling.values().get(0).value()).hasToString("24.293333333333");
    HttpResponse<String> recorded = gateway.send(owner, Person.newInstruction(), sampling);
    assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(200);
    assertThat(
            RunningGateway.json(gateway.get("/api/v1/projects/" + project + "/samplings"))
                .at("/items/0/depthCentimetres")
                .asString())
        .isEqualTo("30");

    HttpResponse<String> without = read(survey("43.96"), "");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(RunningGateway.json(without).at("/problems/0/code").asString())
        .isEqualTo("NO_LABORATORY_REPORT");
    assertThat(read(survey("43.96"), "&laboratoryReport=none").statusCode()).isEqualTo(400);
  }

  private void assertABadCellIsNamed() {
    HttpResponse<String> answer = read(survey("43,96"), "");
    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode problem = RunningGateway.json(answer);
    assertThat(problem.path("code").asString()).isEqualTo("ROWS_REFUSED");
    assertThat(problem.at("/problems/0/code").asString()).isEqualTo("COMMA");
    assertThat(problem.at("/problems/0/column").asString()).isEqualTo("D latitude");
    assertThat(problem.at("/problems/0/row").asInt()).isEqualTo(2);
  }

  private static byte[] survey(String latitude) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Survey", "1.0")) {
      sheet(
          workbook,
          "采样 SAMPLINGS",
          List.of(
              "stratum",
              "scenario",
              "from",
              "to",
              "depthCentimetres",
              "analysis",
              "laboratory",
              "laboratoryReport"),
          List.of(
              "S1",
              "WP",
              "2025-06-01",
              "2025-06-05",
              "30",
              "DRY_COMBUSTION",
              AccreditLaboratory.TYPE.example().laboratory().value(),
              ""));
      sheet(
          workbook,
          "样点 POINTS",
          List.of("stratum", "scenario", "point", "latitude", "longitude"),
          List.of("S1", "WP", "P01", latitude, "116.91"));
      sheet(
          workbook,
          "测定值 VALUES",
          List.of("stratum", "scenario", "sample", "OC [g/kg]"),
          List.of("S1", "WP", "P01-L1", "24.2933333333333"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void sheet(
      Workbook workbook, String name, List<String> headings, List<String> row) {
    Worksheet sheet = workbook.newWorksheet(name);
    for (int i = 0; i < headings.size(); i++) {
      sheet.value(0, i, headings.get(i));
      sheet.value(1, i, row.get(i));
    }
  }
}
