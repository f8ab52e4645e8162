// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.grasslandcarbon.domain.example.CashChapter;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.OpenMarket;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What waits, and how long things take, as those are told who ask over HTTP. */
@ExtendWith(GatewayExtension.class)
class WorkAndStagesTest {
  private static final int EAST = 25;

  private final RunningGateway gateway;

  WorkAndStagesTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  private List<JsonNode> work(Person person, String query) {
    HttpResponse<String> answer = gateway.getAs(person, "/api/v1/work" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer).path("items").valueStream().toList();
  }

  private static List<String> subjects(List<JsonNode> items) {
    return items.stream().map(item -> item.path("subject").asString()).toList();
  }

  @Test
  void what_waits_is_told_to_whom_it_waits_for_and_to_nobody_else() {
    OpenMarket open = OpenMarket.of(gateway, EAST, "WORK");
    GatewayStage stage = open.stage();
    Instant until = Instant.now().plusSeconds(3_600);
    InstructionId offer =
        open.market().offerBlock(Part.OWNER, Part.BUYER, 10, MarketChapter.OPENING.value(), until);
    open.market().sell(Part.OWNER, 5, MarketChapter.OPENING.value());
    open.market().take(Part.BUYER, 2, MarketChapter.OPENING.value());
    CashChapter cash = new CashChapter(stage, Asset.CNY_TRAINING);
    cash.bind(Part.TRADER);
    InstructionId withdrawal = cash.request(Part.TRADER, 200);

    List<JsonNode> buyers = work(stage.person(Part.BUYER), "");
    assertThat(subjects(buyers)).containsExactly(offer.value());
    JsonNode item = buyers.get(0);
    assertThat(item.path("action").asString()).isEqualTo("acceptBlockTrade");
    assertThat(Instant.parse(item.path("due").asString())).isBetween(until.minusSeconds(1), until);
    assertThat(item.at("/title/zh").asString()).isNotBlank();
    assertThat(gateway.getAs(stage.person(Part.BUYER), item.path("link").asString()).statusCode())
        .isEqualTo(200);
    assertThat(work(stage.person(Part.TRADER), "")).isEmpty();

    assertThat(subjects(work(stage.person(Part.BANK), "?action=confirmWithdrawal")))
        .containsExactly(withdrawal.value());
    assertThat(work(stage.person(Part.BANK), "?kind=bank-binding")).isEmpty();
    assertThat(work(stage.person(Part.BANK), ""))
        .extracting(each -> each.path("action").asString())
        .contains("confirmWithdrawal", "attestCash");

    List<JsonNode> sellers = work(stage.person(Part.OWNER), "?action=recordInvoice");
    assertThat(subjects(sellers)).containsExactly(open.market().instrument() + ":1");
    assertThat(
            gateway
                .getAs(stage.person(Part.OWNER), sellers.get(0).path("link").asString())
                .statusCode())
        .isEqualTo(200);
    String csv =
        new String(
            gateway.getFileAs(stage.person(Part.BUYER), "/api/v1/work", "text/csv").body(),
            StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(2).last().asString().contains(offer.value(), "+08:00");
    assertThat(
            gateway
                .getFileAs(stage.person(Part.BUYER), "/api/v1/work", ImportController.XLSX)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void what_is_misspelt_does_not_look_as_if_nothing_waited() {
    for (String query : List.of("?kind=reports", "?action=approveissuance", "?kind=trust-anchor")) {
      HttpResponse<String> answer = gateway.getAs(gateway.innerMongolia(), "/api/v1/work" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.body()).contains(query.contains("kind") ? "report" : "approveIssuance");
    }
  }

  @Test
  void work_needs_a_token_and_takes_no_name_of_another() {
    assertThat(gateway.get("/api/v1/work").statusCode()).isEqualTo(401);
    assertThat(
            gateway
                .getAs(gateway.authority(), "/api/v1/work?owner=" + gateway.beijing().id())
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void stages_are_told_to_everybody_and_those_of_money_to_whoever_may_see_its_records() {
    OpenMarket open = OpenMarket.of(gateway, EAST + 1, "STAGE");
    CashChapter cash = new CashChapter(open.stage(), Asset.CNY_TRAINING);
    cash.bind(Part.TRADER);
    cash.confirm(Part.TRADER, cash.request(Part.TRADER, 200));
    HttpResponse<String> answer = gateway.get("/api/v1/stages?training=true&region=152502");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag"))
        .as("the day counts too, not only the block")
        .isEmpty();
    JsonNode items = RunningGateway.json(answer).path("items");
    JsonNode validation = stage(items, "PROJECT_VALIDATION");
    assertThat(validation.path("count").asInt()).isPositive();
    assertThat(validation.at("/calendarDays/median").isIntegralNumber()).isTrue();
    assertThat(stage(items, "WITHDRAWAL").at("/noDays/code").asString()).isEqualTo("NOT_PUBLIC");
    JsonNode banks =
        RunningGateway.json(
                gateway.getAs(open.stage().person(Part.BANK), "/api/v1/stages?training=true"))
            .path("items");
    assertThat(stage(banks, "WITHDRAWAL").path("count").asInt()).isEqualTo(1);
    JsonNode strangers =
        RunningGateway.json(
                gateway.getAs(open.stage().person(Part.BUYER), "/api/v1/stages?training=true"))
            .path("items");
    assertThat(stage(strangers, "WITHDRAWAL").at("/noDays/code").asString())
        .isEqualTo("NOT_PUBLIC");
    String csv =
        new String(
            gateway.getFile("/api/v1/stages?training=true", "text/csv").body(),
            StandardCharsets.UTF_8);
    assertThat(csv.lines().count()).isEqualTo(1 + items.size());
    assertThat(gateway.getFile("/api/v1/stages", ImportController.XLSX).statusCode())
        .isEqualTo(200);
  }

  private static JsonNode stage(JsonNode items, String code) {
    return items
        .valueStream()
        .filter(each -> each.path("stage").asString().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_cannot_be_asked_for_is_said() {
    String office = gateway.innerMongolia().id().value();
    assertThat(gateway.get("/api/v1/stages?office=" + office).statusCode()).isEqualTo(200);
    assertThat(gateway.get("/api/v1/stages?region=150000&office=" + office).statusCode())
        .isEqualTo(400);
    assertThat(gateway.get("/api/v1/stages?office=" + gateway.authority().id()).statusCode())
        .as("it is no office")
        .isEqualTo(400);
    assertThat(gateway.get("/api/v1/stages?year=12").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/api/v1/stages?stage=ISSUANCE").statusCode()).isEqualTo(400);
  }
}
