// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.OffsetChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.offset.PublishOffsetRule;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Shifted;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a market would take, asked before anybody buys; and for whose eyes what is recorded is. */
@ExtendWith(GatewayExtension.class)
class OffsetCheckTest {
  /** Where no other test of the gateway has land. */
  private static final int EAST = 61;

  private static final String CHECK = "/api/v1/offsets/check?market=%s&year=2025";

  private final RunningGateway gateway;

  OffsetCheckTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  private JsonNode asked(Optional<Person> person, String market, String more) {
    String path = CHECK.formatted(market) + more;
    HttpResponse<String> answer =
        person.map(who -> gateway.getAs(who, path)).orElseGet(() -> gateway.get(path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private GatewayStage stage(String market, PublishOffsetRule like) {
    GatewayStage stage =
        new GatewayStage(gateway)
            .with(Part.TRADER, gateway.admit(RunningGateway.BEIJING, Role.TRADER));
    new OffsetChapter(stage, new MarketId(market), 2025)
        .publish(Edited.with(like, "/market", "\"" + market + "\""));
    return stage;
  }

  private static PublishOffsetRule beijing() {
    return PublishedOffsets.all().stream()
        .filter(row -> row.market().equals(new MarketId("CN-11")))
        .filter(row -> row.status() == OffsetRule.Status.IN_FORCE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anybody_is_answered_by_the_bases_that_it_types() {
    stage("CN-11-TYPED", beijing());
    JsonNode answer =
        asked(
            Optional.empty(),
            "CN-11-TYPED",
            "&confirmedEmissions=1000000&credits=CCER:FORESTRY:130800:2023:30000,"
                + "GRASSLAND_SINK:GRASSLAND:152502:2024:10");
    assertThat(answer.path("basis").asString()).isEqualTo("TYPED");
    assertThat(answer.at("/caps/0/limit").asLong()).isEqualTo(50_000);
    assertThat(answer.at("/caps/1/limit").asLong()).isEqualTo(25_000);
    assertThat(answer.at("/credits/0/usableTonnes").asLong()).isEqualTo(25_000);
    assertThat(answer.at("/credits/0/bindingCap").asString()).isEqualTo("OUTSIDE");
    assertThat(answer.at("/credits/0/eligible").asBoolean()).isTrue();
    assertThat(answer.at("/credits/1/eligible").asBoolean()).isFalse();
    assertThat(answer.at("/credits/1/usableTonnes").asLong()).isZero();
    assertThat(answer.at("/credits/1/reasons/0/code").asString()).isEqualTo("KIND_NOT_TAKEN");
    assertThat(answer.at("/credits/1/reasons/0/detail").asString()).contains("CCER");
    assertThat(answer.at("/credits/1/reasons/0/remedyZh").asString()).isNotBlank();
    assertThat(answer.path("usableTonnes").asLong()).isEqualTo(25_000);
    assertThat(answer.at("/rule/unread")).isNotEmpty();
  }

  @Test
  void what_is_recorded_is_used_for_the_enterprise_and_its_office_and_for_nobody_else() {
    String market = "CN-11-SEEN";
    GatewayStage stage = stage(market, beijing());
    new OffsetChapter(stage, new MarketId(market), 2025).confirm(Part.TRADER, 2_000_000);
    Person enterprise = stage.person(Part.TRADER);
    Person another = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    String of = "&enterprise=" + enterprise.id();

    for (Person sees : List.of(enterprise, gateway.beijing(), gateway.authority())) {
      JsonNode answer = asked(Optional.of(sees), market, of);
      assertThat(answer.path("basis").asString()).isEqualTo("RECORDED");
      assertThat(answer.at("/caps/0/limit").asLong()).isEqualTo(100_000);
    }
    assertThat(asked(Optional.of(enterprise), market, "").at("/caps/0/limit").asLong())
        .as("who asks with a key asks for itself")
        .isEqualTo(100_000);
    for (Optional<Person> sees :
        List.of(
            Optional.<Person>empty(), Optional.of(another), Optional.of(gateway.innerMongolia()))) {
      JsonNode answer = asked(sees, market, of);
      assertThat(answer.path("basis").asString()).isEqualTo("TYPED");
      assertThat(answer.at("/caps/0/limit").isMissingNode()).isTrue();
      assertThat(answer.at("/caps/0/base").asString()).isEqualTo("CONFIRMED_EMISSIONS");
      JsonNode typed = asked(sees, market, of + "&confirmedEmissions=100");
      assertThat(typed.at("/caps/0/limit").asLong()).isEqualTo(5);
    }
    JsonNode tried = asked(Optional.of(enterprise), market, "&confirmedEmissions=100");
    assertThat(tried.path("basis").asString()).isEqualTo("TYPED_BASES");
    assertThat(tried.at("/caps/0/limit").asLong()).isEqualTo(5);
  }

  @Test
  void credits_that_were_retired_count_and_the_ledger_refuses_what_the_check_says() {
    String market = "CN-CHECKED";
    GatewayStage stage = stage(market, PublishedOffsets.example());
    Land example = Land.ofExample();
    Land land = new Land(Shifted.east(example.boundary(), EAST), example.strataHectares());
    Setting setting = Setting.forPractice(RunningGateway.XILINHOT, land, 2023, 1);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    InstructionId project =
        new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR))).play();
    BatchId batch = new ReportChapter(stage, setting, project).play().get(0);
    new CreditChapter(stage, batch).transfer(Part.OWNER, Part.TRADER, 100);
    OffsetChapter offsets = new OffsetChapter(stage, new MarketId(market), 2025);
    offsets.confirm(Part.TRADER, 1_000);
    offsets.surrender(Part.TRADER, batch, 20);

    Person enterprise = stage.person(Part.TRADER);
    JsonNode answer = asked(Optional.of(enterprise), market, "&credits=" + batch + ":6");
    assertThat(answer.at("/caps/1/used").asLong()).isEqualTo(20);
    assertThat(answer.at("/credits/0/usableTonnes").asLong()).isEqualTo(5);
    assertThat(answer.at("/credits/0/bindingCap").asString()).isEqualTo("OUTSIDE");
    HttpResponse<String> above =
        gateway.send(enterprise, offsets.surrenderOf(Part.TRADER, batch, 6));
    assertThat(RunningGateway.json(above).path("code").asString())
        .as(above.body())
        .isEqualTo("OFFSET_LIMIT_EXCEEDED");
    offsets.surrender(Part.TRADER, batch, 5);
    assertThat(
            asked(Optional.of(enterprise), market, "&credits=" + batch + ":1")
                .at("/credits/0/usableTonnes")
                .asLong())
        .isZero();
    JsonNode retirements =
        RunningGateway.json(gateway.get("/api/v1/retirements?market=" + market + "&year=2025"));
    assertThat(retirements.path("items")).hasSize(2);

    String uses =
        gateway
            .get(
                "/api/v1/offset-uses?lang=en",
                "Accept",
                "text/csv",
                "Authorization",
                "Bearer " + enterprise.token())
            .body();
    assertThat(uses)
        .as("each number stands with its cap")
        .contains("Left by Cap (t),Used by Cap (t),Limit by Cap (t)")
        .contains(",2025,TOTAL 25; OUTSIDE 0,TOTAL 25; OUTSIDE 25,TOTAL 50; OUTSIDE 25,");
    assertThat(
            gateway
                .get("/api/v1/offset-rules?lang=en&market=" + market, "Accept", "text/csv")
                .body())
        .contains("Caps (per mille of a base, or t)")
        .contains(",TOTAL 50 CONFIRMED_EMISSIONS; OUTSIDE 25 CONFIRMED_EMISSIONS,");
  }

  @Test
  void all_that_is_held_is_judged_the_oldest_vintage_first_for_those_who_may_see_it() {
    String market = "CN-HELD";
    GatewayStage stage = stage(market, PublishedOffsets.example());
    Land example = Land.ofExample();
    Land land = new Land(Shifted.east(example.boundary(), EAST + 1), example.strataHectares());
    Setting setting = Setting.forPractice(RunningGateway.XILINHOT, land, 2023, 3);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    InstructionId project =
        new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR))).play();
    List<BatchId> batches = new ReportChapter(stage, setting, project).play();
    assertThat(batches).hasSize(3);
    new CreditChapter(stage, batches.get(2)).transfer(Part.OWNER, Part.TRADER, 40);
    new CreditChapter(stage, batches.get(0)).transfer(Part.OWNER, Part.TRADER, 20);
    new CreditChapter(stage, batches.get(1)).transfer(Part.OWNER, Part.TRADER, 10);
    new CreditChapter(stage, batches.get(1)).retire(Part.TRADER, 10);
    new CreditChapter(stage, batches.get(0)).freeze(Part.AUTHORITY, Part.TRADER, 5);
    OffsetChapter offsets = new OffsetChapter(stage, new MarketId(market), 2025);
    offsets.confirm(Part.TRADER, 1_000);

    Person enterprise = stage.person(Part.TRADER);
    JsonNode answer = asked(Optional.of(enterprise), market, "&held=true");
    assertThat(answer.path("credits").valueStream().map(each -> each.path("credits").asString()))
        .as("what is used up or frozen is at nobody's disposal")
        .containsExactly(batches.get(0) + ":15", batches.get(2) + ":40");
    assertThat(
            answer
                .path("credits")
                .valueStream()
                .map(each -> each.path("usableTonnes").asLong())
                .toList())
        .containsExactly(15L, 10L);
    assertThat(answer.path("usableTonnes").asLong()).isEqualTo(25);
    assertThat(answer.at("/credits/1/bindingCap").asString()).isEqualTo("OUTSIDE");
    assertThat(answer.has("notJudged")).isFalse();
    assertThat(asked(Optional.of(enterprise), market, "&held=false").path("credits")).isEmpty();
    assertThat(
            asked(
                    Optional.of(gateway.authority()),
                    market,
                    "&held=true&enterprise=" + enterprise.id())
                .path("credits"))
        .as("whoever may see what is held may ask as well")
        .hasSize(2);

    String path = CHECK.formatted(market) + "&held=true";
    HttpResponse<String> nobody = gateway.get(path + "&enterprise=" + enterprise.id());
    assertThat(nobody.statusCode()).as(nobody.body()).isEqualTo(401);
    assertThat(RunningGateway.json(nobody).path("code").asString()).isEqualTo("TOKEN_MISSING");
    Person another = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    assertThat(gateway.getAs(another, path + "&enterprise=" + enterprise.id()).statusCode())
        .isEqualTo(403);
    assertThat(gateway.getAs(enterprise, path + "&credits=" + batches.get(0) + ":1").statusCode())
        .isEqualTo(400);
    assertThat(gateway.getAs(enterprise, path.replace("true", "yes")).statusCode()).isEqualTo(400);
  }

  @Test
  void what_is_not_well_written_or_not_there_is_said() {
    stage("CN-11-FORMS", beijing());
    for (String wrong :
        List.of(
            "&credits=CCER:10",
            "&credits=GCS-152502-2024-0001:10",
            "&credits=CCER:FORESTRY:130800:2023",
            "&credits=ccer:FORESTRY:130800:2023:1",
            "&credits=CCER:FORESTRY:13080:2023:1",
            "&credits=CCER:FORESTRY:130800:2023:-1",
            "&credits=CCER:FORESTRY:130800:2023:1,",
            "&issued=1.5",
            "&enterprise=1",
            "&emissions=1")) {
      HttpResponse<String> answer = gateway.get(CHECK.formatted("CN-11-FORMS") + wrong);
      assertThat(answer.statusCode()).as(wrong + answer.body()).isEqualTo(400);
    }
    HttpResponse<String> unknown =
        gateway.get(CHECK.formatted("CN-11-FORMS") + "&credits=CN-GCS-152502-20240009-2025-009:1");
    assertThat(RunningGateway.json(unknown).path("code").asString()).isEqualTo("UNKNOWN_BATCH");
    HttpResponse<String> untraded =
        gateway.get(CHECK.formatted("CN-11-FORMS") + "&credits=GCS-152502-2099-0001-2024:1");
    assertThat(RunningGateway.json(untraded).path("code").asString())
        .isEqualTo("UNKNOWN_INSTRUMENT");
    JsonNode none = asked(Optional.empty(), "CN-64", "&credits=CCER:FORESTRY:130800:2023:1");
    assertThat(none.at("/credits/0/reasons/0/code").asString()).isEqualTo("NO_RULE");
  }
}
