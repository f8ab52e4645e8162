// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.OffsetChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.offset.MarketOffsetUse;
import org.grasslandcarbon.domain.offset.OffsetUse;
import org.grasslandcarbon.domain.offset.PublishOffsetRule;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Two gateways, each with a committer of its own, retire under one cap on one ledger at the same
 * time. Each has a batch that the other does not touch, so that nothing but the use of the cap is
 * common to them: a use that were not read and written with the retirement would let both through.
 */
class OffsetRaceTest {
  private static final int FIRST_YEAR = 2020;

  /** As many years as caps are raced for; in each the two gateways begin at once. */
  private static final int YEARS = 8;

  /** Each gateway alone would use up the cap and go beyond. */
  private static final int AT_EACH = 8;

  private static final int CAP = 5;

  @TempDir private Path data;

  private RunningGateway first;
  private ConfigurableApplicationContext second;
  private GatewayStage stage;
  private List<BatchId> batches;

  @BeforeEach
  void start() {
    first = RunningGateway.start();
    second = first.startAnother(data, "--server.port=0", "--management.server.port=0");
    stage =
        new GatewayStage(first)
            .with(Part.TRADER, first.admit(RunningGateway.BEIJING, Role.TRADER))
            .with(Part.BUYER, first.admit(RunningGateway.BEIJING, Role.TRADER));
    Setting setting = Setting.forPractice(RunningGateway.XILINHOT, Land.ofExample(), 2022, 2);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    batches =
        new ReportChapter(
                stage,
                setting,
                new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR))).play())
            .play();
    assertThat(batches).hasSize(2);
  }

  @AfterEach
  void stop() {
    second.close();
    first.close();
  }

  /** The example's rule, with caps that are put in place of its own. */
  private void publish(MarketId market, String caps) {
    PublishOffsetRule rule =
        Edited.with(PublishedOffsets.example(), "/market", "\"" + market + "\"");
    new OffsetChapter(stage, market, FIRST_YEAR)
        .publish(Edited.with(rule, "/terms/caps", "[" + caps + "]"));
  }

  /** What was sent, and what its gateway answered. */
  private record Sent(Person by, byte[] text, InstructionId id, HttpResponse<String> answer) {
    boolean isApplied() {
      return answer.statusCode() == 200;
    }
  }

  private URI uri(boolean atFirst, String path) {
    String port = second.getEnvironment().getProperty("local.server.port");
    return atFirst ? first.uri(path) : URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpRequest.Builder sending(boolean atFirst, byte[] text) {
    return HttpRequest.newBuilder(uri(atFirst, "/api/v1/instructions"))
        .header("Content-Type", "application/jose")
        .header("Prefer", "wait=30")
        .POST(HttpRequest.BodyPublishers.ofByteArray(text));
  }

  /**
   * Sends one-tonne surrenders to both gateways at once.
   *
   * @param atFirst who surrenders at the first gateway, of the first batch
   * @param atSecond who does at the second, of the second
   */
  private List<Sent> race(OffsetChapter offsets, Part atFirst, Part atSecond) {
    List<CompletableFuture<Sent>> sending = new ArrayList<>();
    for (int i = 0; i < AT_EACH; i++) {
      for (boolean isFirst : new boolean[] {true, false}) {
        Part part = isFirst ? atFirst : atSecond;
        Person by = stage.person(part);
        InstructionId id = Person.newInstruction();
        byte[] text =
            by.sign(id, offsets.surrenderOf(part, batches.get(isFirst ? 0 : 1), 1), Instant.now());
        sending.add(
            first
                .exchangeLater(sending(isFirst, text))
                .thenApply(answer -> new Sent(by, text, id, answer)));
      }
    }
    return sending.stream().map(each -> each.orTimeout(60, TimeUnit.SECONDS).join()).toList();
  }

  private void requireCap(List<Sent> sent, String cap) {
    List<Sent> refused = sent.stream().filter(each -> !each.isApplied()).toList();
    assertThat(sent.size() - refused.size())
        .as("all that the cap leaves, and not a tonne more")
        .isEqualTo(CAP);
    assertThat(refused)
        .allSatisfy(
            each -> {
              JsonNode problem = RunningGateway.json(each.answer());
              assertThat(problem.path("code").asString())
                  .as(each.answer().body())
                  .isEqualTo("OFFSET_LIMIT_EXCEEDED");
              assertThat(problem.path("detail").asString()).contains("0 t are usable", cap);
            });
  }

  /** Both gateways tell the same of each, and either gives the first outcome to who asks again. */
  private void requireSameFromBoth(List<Sent> sent) {
    second
        .getBean(ProjectionProgress.class)
        .whenReached(first.bean(ProjectionProgress.class).block())
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
    first
        .bean(ProjectionProgress.class)
        .whenReached(second.getBean(ProjectionProgress.class).block())
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
    for (Sent each : sent) {
      String path = "/api/v1/instructions/" + each.id();
      List<JsonNode> told =
          Stream.of(true, false)
              .map(
                  atFirst ->
                      RunningGateway.json(
                          first.exchange(
                              HttpRequest.newBuilder(uri(atFirst, path))
                                  .header("Authorization", "Bearer " + each.by().token()))))
              .toList();
      assertThat(told.get(0)).isEqualTo(told.get(1));
      assertThat(told.get(0).path("status").asString())
          .isEqualTo(each.isApplied() ? "APPLIED" : "REJECTED");
    }
    Sent one = sent.get(0);
    for (boolean atFirst : new boolean[] {true, false}) {
      HttpResponse<String> again = first.exchange(sending(atFirst, one.text()));
      assertThat(again.statusCode()).as(again.body()).isEqualTo(one.answer().statusCode());
    }
  }

  private double conflicts() {
    return Stream.of(first.bean(MeterRegistry.class), second.getBean(MeterRegistry.class))
        .flatMap(meters -> meters.find("grassland.batch.retries").counters().stream())
        .filter(counter -> counter.getId().getTag("reason").equals("conflict"))
        .mapToDouble(Counter::count)
        .sum();
  }

  private static long tonnes(JsonNode used) {
    return used.valueStream().mapToLong(each -> each.path("tonnes").asLong()).sum();
  }

  private void transfer(Part to, int batch) {
    new CreditChapter(stage, batches.get(batch)).transfer(Part.OWNER, to, YEARS * AT_EACH);
  }

  @Test
  void of_an_enterprise_s_cap_not_a_tonne_more_is_used_by_two_gateways_than_by_one() {
    MarketId market = new MarketId("CN-RACE");
    publish(
        market,
        "{\"base\":\"CONFIRMED_EMISSIONS\",\"id\":\"TOTAL\",\"perMille\":50,"
            + "\"scope\":\"ENTERPRISE\",\"where\":{}}");
    transfer(Part.TRADER, 0);
    transfer(Part.TRADER, 1);
    for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
      OffsetChapter offsets = new OffsetChapter(stage, market, year);
      offsets.confirm(Part.TRADER, 20 * CAP);
      List<Sent> sent = race(offsets, Part.TRADER, Part.TRADER);
      requireCap(sent, "TOTAL");
      requireSameFromBoth(sent);
      for (Reader reader : List.of(first.bean(Reader.class), second.getBean(Reader.class))) {
        JsonNode use =
            reader.find(OffsetUse.key(market, year, stage.id(Part.TRADER))).orElseThrow();
        assertThat(tonnes(use.path("used"))).isEqualTo(CAP);
      }
    }
    assertThat(conflicts()).as("they did stand in each other's way").isPositive();
  }

  @Test
  void of_a_market_s_cap_two_enterprises_at_two_gateways_use_no_more_than_there_is() {
    MarketId market = new MarketId("CN-RACEALL");
    publish(
        market,
        "{\"id\":\"EACH\",\"scope\":\"ENTERPRISE\",\"tonnes\":1000,\"where\":{}},"
            + "{\"id\":\"ALL\",\"scope\":\"MARKET\",\"tonnes\":"
            + CAP
            + ",\"where\":{}}");
    transfer(Part.TRADER, 0);
    transfer(Part.BUYER, 1);
    for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
      List<Sent> sent = race(new OffsetChapter(stage, market, year), Part.TRADER, Part.BUYER);
      requireCap(sent, "ALL");
      requireSameFromBoth(sent);
      for (Reader reader : List.of(first.bean(Reader.class), second.getBean(Reader.class))) {
        JsonNode use = reader.find(MarketOffsetUse.key(market, year)).orElseThrow();
        assertThat(tonnes(use.path("used"))).isEqualTo(CAP);
      }
    }
    assertThat(conflicts()).as("they did stand in each other's way").isPositive();
  }
}
