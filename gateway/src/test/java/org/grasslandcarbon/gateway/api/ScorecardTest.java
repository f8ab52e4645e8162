// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.example.AssessmentChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.OwnGateway;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Scorecards over HTTP, on a ledger on which everything came from instructions. */
@ExtendWith(GatewayExtension.class)
@OwnGateway
class ScorecardTest {
  private static final String PATH = "/api/v1/coordination/scorecard";
  private static final String HOME = RunningGateway.XILINHOT.value();

  private final RunningGateway gateway;
  private final GatewayStage stage;
  private final LocalDate today = BeijingTime.day(Instant.now());
  private final int year = today.getYear() - 1;

  ScorecardTest(RunningGateway gateway) {
    this.gateway = gateway;
    stage = new GatewayStage(gateway);
  }

  private JsonNode read(String query) {
    HttpResponse<String> answer = gateway.get(PATH + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private List<JsonNode> waiting(Person person) {
    HttpResponse<String> answer = gateway.getAs(person, "/api/v1/work?action=assessGap");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer).path("items").valueStream().toList();
  }

  private String ofHome(int of) {
    return "?region=" + HOME + "&from=" + of + "&to=" + of;
  }

  private static JsonNode line(JsonNode year, String indicator) {
    return year.path("indicators")
        .valueStream()
        .filter(each -> each.path("indicator").asString().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  /** One test, because each number needs what was played before it. */
  @Test
  void a_regions_years_are_told_from_targets_reports_and_totals_and_its_assessor_is_told_to_come() {
    assertThat(read(ofHome(year)).at("/years/0/reason").asString()).isEqualTo("NO_CRITERIA");
    gateway.publishCalendar(today.getYear());
    gateway.publishCalendar(today.getYear() + 1);
    AssessmentChapter assessment = new AssessmentChapter(stage, RunningGateway.XILINHOT, today);
    assessment.publishCriteria(true);
    assessment.report(240);
    assessment.assign(RunningGateway.BEIJING);

    List<JsonNode> waits = waiting(stage.person(Part.ASSESSOR));
    assertThat(waits).hasSize(1);
    assertThat(waits.get(0).path("subject").asString()).isEqualTo(HOME + ":ASSESSMENT");
    assertThat(waits.get(0).path("since").asString()).isEqualTo(today.getYear() + "-01-01");
    assertThat(waiting(gateway.admit(RunningGateway.BEIJING, Role.ASSESSOR))).isEmpty();

    InstructionId assessed = assessment.assess();
    assertThat(waiting(stage.person(Part.ASSESSOR))).isEmpty();

    JsonNode last = read(ofHome(year)).at("/years/0");
    assertThat(last.path("assessment").asString()).isEqualTo("/assessments/" + assessed);
    assertThat(last.path("criteria").asString()).isEqualTo("/criteria/0001");
    assertThat(line(last, "TRAINED_PERSONS").path("actual").asString()).isEqualTo("240");
    assertThat(line(last, "TRAINED_PERSONS").path("unscored").asString()).isEqualTo("NO_TARGET");
    assertThat(line(last, "TRAINED_PERSONS").path("freshnessDays").asInt(-1)).isZero();
    assertThat(line(last, "VERIFIED_TONNES").path("unknown").asString()).isEqualTo("NOT_COUNTED");
    for (JsonNode from : line(last, "TRAINED_PERSONS").path("from").valueStream().toList()) {
      assertThat(gateway.get("/api/v1" + from.asString()).statusCode())
          .as(from.asString())
          .isEqualTo(200);
    }
    ranking();
    files();
    refusals();
  }

  private void ranking() {
    JsonNode provinces = read("?region=000000&level=province&limit=1");
    assertThat(provinces.path("items")).hasSize(1);
    int total = provinces.path("total").asInt();
    assertThat(total).isGreaterThan(1);
    JsonNode next =
        read("?region=000000&level=province&limit=200&cursor=" + provinces.path("next").asString());
    assertThat(next.path("items")).hasSize(total - 1);
    assertThat(next.has("next")).isFalse();
    String own = provinces.at("/items/0/from").asString();
    assertThat(gateway.get("/api/v1" + own).statusCode()).isEqualTo(200);
    assertThat(read("?region=150000&level=COUNTY").path("items").valueStream())
        .extracting(each -> each.path("region").asString())
        .contains(HOME);
    assertThat(read("?region=000000&from=" + year).path("years")).hasSize(2);
  }

  private void files() {
    String csv =
        new String(
            gateway.getFile(PATH + ofHome(year), "text/csv").body(), StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(1 + 5);
    assertThat(csv).contains("TRAINED_PERSONS").contains("/indicator-reports/" + HOME);
    String ranked =
        new String(
            gateway.getFile(PATH + "?region=150000&level=county", "text/csv").body(),
            StandardCharsets.UTF_8);
    assertThat(ranked).contains(HOME).contains("/coordination/scorecard?region=" + HOME);
    for (String query : List.of(ofHome(year), "?region=150000&level=county")) {
      assertThat(gateway.getFile(PATH + query, ImportController.XLSX).statusCode()).isEqualTo(200);
    }
  }

  private void refusals() {
    for (String wrong :
        List.of(
            "",
            "?region=abc",
            "?region=999999",
            "?region=" + HOME + "&from=1999",
            "?region=" + HOME + "&to=" + (today.getYear() + 1),
            "?region=" + HOME + "&to=x",
            "?region=" + HOME + "&from=" + today.getYear() + "&to=" + year,
            "?region=" + HOME + "&from=2000",
            "?region=" + HOME + "&level=county",
            "?region=150000&level=province",
            "?region=000000&level=village",
            "?region=000000&level=province&limit=0",
            "?region=000000&level=province&limit=201",
            "?region=000000&level=province&cursor=x",
            "?region=000000&level=province&cursor=" + Paging.cursor(-1),
            "?region=000000&level=province&cursor=" + Paging.cursor(1_000_000),
            "?region=" + HOME + "&limit=5",
            "?region=" + HOME + "&unknown=1")) {
      HttpResponse<String> answer = gateway.get(PATH + wrong);
      assertThat(answer.statusCode()).as(wrong + ": " + answer.body()).isEqualTo(400);
    }
  }
}
