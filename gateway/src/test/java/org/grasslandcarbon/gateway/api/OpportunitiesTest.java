// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.CompensationLevel;
import org.grasslandcarbon.domain.coordination.NoticeFields;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.PublishNotice;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.OffsetChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.OpenMarket;
import org.grasslandcarbon.gateway.testing.OwnGateway;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What regions may do for each other is computed from what is there, and says from what. */
@ExtendWith(GatewayExtension.class)
@OwnGateway
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpportunitiesTest {
  private static final String PATH = "/api/v1/coordination/opportunities";
  private static final MarketId MARKET = new MarketId("CN-11-ROOM");

  private final RunningGateway gateway;
  private final OpenMarket open;
  private final OffsetChapter offsets;
  private final BatchId batch;

  OpportunitiesTest(RunningGateway gateway) {
    this.gateway = gateway;
    open = OpenMarket.of(gateway, 1, "OPPORTUNE");
    open.market().sell(Part.OWNER, 100, 9_500);
    batch =
        new BatchId(
            RunningGateway.json(gateway.get("/api/v1/batches?training=true&limit=1"))
                .at("/items/0/id")
                .asString());
    offsets = new OffsetChapter(open.stage(), MARKET, 2025);
    offsets.publish(
        Edited.with(
            Edited.with(PublishedOffsets.example(), "/market", "\"" + MARKET + "\""),
            "/terms/caps/-",
            "{\"id\":\"ALL\",\"scope\":\"MARKET\",\"tonnes\":70,\"where\":{}}"));
    offsets.confirm(Part.TRADER, 1_000);
    offsets.confirm(Part.BUYER, 2_000);
  }

  private JsonNode ask(Optional<Person> who, String parameters) {
    HttpResponse<String> answer =
        who.map(person -> gateway.getAs(person, PATH + parameters))
            .orElseGet(() -> gateway.get(PATH + parameters));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private JsonNode credits(Optional<Person> who, String more) {
    JsonNode items = ask(who, "?kind=CREDITS&training=true&year=2025" + more).path("items");
    return items
        .valueStream()
        .filter(each -> each.path("subject").asString().equals(MARKET.value()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(items.toString()));
  }

  private static String number(JsonNode row, String name) {
    return row.at("/numbers/" + name + "/value").asString("");
  }

  private static String missing(JsonNode row, String name) {
    return row.at("/numbers/" + name + "/missing").asString("");
  }

  private long heldByTotals() {
    return RunningGateway.json(gateway.get("/api/v1/totals?training=true"))
        .at("/items/0/held")
        .asLong();
  }

  private HttpResponse<String> post(String path, String body) {
    return gateway.exchange(
        HttpRequest.newBuilder(gateway.uri("/api/v1/coordination/" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  @Order(1)
  void credits_of_a_region_stand_beside_the_room_of_another_ones_market() {
    JsonNode row = credits(Optional.of(gateway.authority()), "");
    assertThat(row.path("fromRegion").asString()).isEqualTo("150000");
    assertThat(row.path("toRegion").asString()).isEqualTo("110000");
    assertThat(number(row, "heldTonnes")).isEqualTo(Long.toString(heldByTotals()));
    assertThat(number(row, "listedTonnes")).isEqualTo("100");
    assertThat(number(row, "eligibleTonnes")).isEqualTo(number(row, "surplusTonnes"));
    // From outside of Beijing 25 per mille of 1,000 t and of 2,000 t; of all at most 70 t.
    assertThat(number(row, "marketCapTonnes")).isEqualTo("70");
    assertThat(number(row, "roomTonnes")).isEqualTo("70");
    assertThat(number(row, "usableTonnes")).isEqualTo("70");
    assertThat(number(row, "priceFen")).isEqualTo("9500");
    assertThat(number(row, "valueFen")).isEqualTo("665000");
    assertThat(row.at("/numbers/roomTonnes/from").valueStream().map(JsonNode::asString).toList())
        .as("nobody has used anything yet")
        .startsWith("offset-rules/CN-11-ROOM/0001")
        .hasSize(3);
    for (JsonNode each : row.at("/numbers/heldTonnes/from")) {
      assertThat(gateway.get("/api/v1/" + each.asString()).statusCode()).isEqualTo(200);
    }
    assertThat(gateway.get("/api/v1/offset-rules/CN-11-ROOM/0001").statusCode()).isEqualTo(200);
    assertThat(row.path("reason").asString()).contains("of which its enterprises may still use 70");
    assertThat(row.path("reasonZh").asString()).contains("其企业尚可使用 70 吨");
    assertThat(number(credits(Optional.of(gateway.beijing()), ""), "roomTonnes")).isEqualTo("70");
  }

  @Test
  @Order(2)
  void what_enterprises_may_use_is_told_to_those_only_who_see_their_obligations() {
    for (Optional<Person> who :
        List.of(Optional.<Person>empty(), Optional.of(gateway.innerMongolia()))) {
      JsonNode row = credits(who, "");
      assertThat(missing(row, "roomTonnes")).isEqualTo("BASE_NOT_PUBLIC");
      assertThat(missing(row, "usableTonnes")).isEqualTo("BASE_NOT_PUBLIC");
      assertThat(missing(row, "valueFen")).isEqualTo("BASE_NOT_PUBLIC");
      assertThat(row.toString()).doesNotContain("obligations/");
      assertThat(number(row, "marketCapTonnes")).isEqualTo("70");
    }
  }

  @Test
  @Order(3)
  void what_is_used_leaves_less() {
    long before = heldByTotals();
    new CreditChapter(open.stage(), batch).transfer(Part.OWNER, Part.TRADER, 10);
    offsets.surrender(Part.TRADER, batch, 10);
    JsonNode row = credits(Optional.of(gateway.authority()), "");
    assertThat(number(row, "heldTonnes")).isEqualTo(Long.toString(before - 10));
    // 25 - 10 and 50 of the enterprises; 70 - 10 of the market.
    assertThat(number(row, "roomTonnes")).isEqualTo("60");
    assertThat(row.at("/numbers/roomTonnes/from/1").asString())
        .isEqualTo("market-offset-uses/CN-11-ROOM/2025");
    assertThat(
            gateway.get("/api/v1/" + row.at("/numbers/roomTonnes/from/1").asString()).statusCode())
        .isEqualTo(200);
    assertThat(number(row, "valueFen")).isEqualTo("570000");
  }

  @Test
  @Order(4)
  void a_year_without_a_rule_or_credits_that_no_market_takes_have_no_value() {
    JsonNode row =
        ask(Optional.of(gateway.authority()), "?kind=CREDITS&training=true&year=2019")
            .at("/items/0");
    assertThat(missing(row, "roomTonnes")).isEqualTo("NO_RULE");
    assertThat(missing(row, "valueFen")).isEqualTo("NO_RULE");
    assertThat(row.path("reason").asString()).contains("has no offset rule");
    assertThat(ask(Optional.empty(), "?kind=CREDITS").path("items"))
        .as("credits for practice are nothing that a market could use")
        .isEmpty();
  }

  private InstructionId tell(
      Person office, NoticeKind kind, RegionCode region, NoticeFields fields) {
    InstructionId id = Person.newInstruction();
    LocalDate today = open.today();
    HttpResponse<String> answer =
        gateway.send(
            office,
            id,
            new PublishNotice(
                Sha256.of("notice " + id),
                fields,
                kind,
                region,
                Optional.empty(),
                Optional.empty(),
                "练习。 Practice.",
                today,
                Optional.of(today.plusDays(30))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return id;
  }

  private static NoticeFields forage(String quantity, String unit, Optional<Long> fen) {
    return NoticeFields.of(
        new NoticeFields.Supply(
            NoticeFields.Factor.FORAGE, fen.map(Fen::of), Decimal.of(quantity), unit));
  }

  @Test
  @Order(5)
  void what_is_offered_meets_what_is_needed_elsewhere() {
    Person north = gateway.innerMongolia();
    InstructionId offer =
        tell(
            north,
            NoticeKind.OFFER,
            RunningGateway.INNER_MONGOLIA,
            forage("2000", "t", Optional.of(80_000L)));
    InstructionId need =
        tell(
            gateway.beijing(),
            NoticeKind.NEED,
            RunningGateway.BEIJING,
            forage("1500.5", "t", Optional.of(95_000L)));
    tell(
        gateway.beijing(),
        NoticeKind.NEED,
        RunningGateway.BEIJING,
        forage("40", "truck", Optional.empty()));
    tell(north, NoticeKind.NEED, RunningGateway.INNER_MONGOLIA, forage("1", "t", Optional.of(1L)));

    JsonNode items = ask(Optional.empty(), "?kind=EXCHANGE&region=110000").path("items");
    assertThat(items).as("a region needs nothing of itself").hasSize(2);
    JsonNode first = items.path(0);
    assertThat(number(first, "matched")).isEqualTo("1500.5");
    assertThat(number(first, "spreadFen")).isEqualTo("15000");
    // 1,500.5 t x 150 yuan
    assertThat(number(first, "valueFen")).isEqualTo("22507500");
    assertThat(first.at("/numbers/offered/from/0").asString()).isEqualTo("notices/" + offer);
    assertThat(first.at("/numbers/needed/from/0").asString()).isEqualTo("notices/" + need);
    assertThat(missing(items.path(1), "matched")).isEqualTo("UNIT_DIFFERS");
    assertThat(missing(items.path(1), "needPriceFen")).isEqualTo("NO_PRICE");
    assertThat(ask(Optional.empty(), "?kind=EXCHANGE&region=152502").path("items"))
        .as("what a province offers, its counties have")
        .hasSize(2);
    JsonNode one = ask(Optional.empty(), "?kind=EXCHANGE&limit=1");
    assertThat(one.path("items")).hasSize(1);
    assertThat(one.path("notShown").asInt()).isEqualTo(1);
  }

  @Test
  @Order(6)
  void files_have_a_line_for_each_number() {
    String csv = gateway.get(PATH + "?kind=EXCHANGE", "Accept", "text/csv").body();
    assertThat(csv)
        .contains("名次 Rank,类型 Kind,")
        .contains("1,EXCHANGE,150000,110000,FORAGE,valueFen,22507500,,matched; spreadFen,2,")
        .contains("2,EXCHANGE,150000,110000,FORAGE,matched,,UNIT_DIFFERS,");
    assertThat(gateway.getFile(PATH + "?kind=EXCHANGE", DocumentFiles.XLSX).body())
        .startsWith('P', 'K');
  }

  @Test
  @Order(7)
  void parameters_that_cannot_be_meant_are_refused() {
    for (String wrong :
        List.of(
            "?kind=LAND",
            "?year=1999",
            "?year=20250",
            "?limit=0",
            "?limit=501",
            "?region=15",
            "?region=999999",
            "?training=yes")) {
      HttpResponse<String> answer = gateway.get(PATH + wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("BAD_REQUEST");
    }
  }

  @Test
  @Order(8)
  void land_is_judged_by_the_versions_and_the_rates_that_are_on_the_ledger() {
    HttpResponse<String> published = gateway.send(gateway.authority(), ExampleMethodology.tier1());
    assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
    String plan =
        "{\"areaHectares\":\"100.5\",\"change\":\"GRAZING_BAN\",\"present\":"
            + "\"NATURAL_GRASSLAND\",\"region\":\"152502\",\"start\":\"2027-01-01\","
            + "\"tenure\":true}";
    assertThat(post("screening", plan).body())
        .as("no rate is there yet")
        .contains("RATE_ON_LEDGER");
    InstructionId rate =
        tell(
            gateway.innerMongolia(),
            NoticeKind.COMPENSATION_RATE,
            RunningGateway.INNER_MONGOLIA,
            compensation(750));
    HttpResponse<String> answer = post("screening", plan);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode screened = RunningGateway.json(answer);
    assertThat(pathway(screened, "GCS-T1 1.0").path("outcome").asString()).isEqualTo("OPEN");
    JsonNode paid = pathway(screened, "COMPENSATION/GRAZING_BAN");
    // 100.5 ha x 15 mu x 750 fen
    assertThat(paid.path("yearlyFen").asLong()).isEqualTo(1_130_625);
    assertThat(paid.at("/yearlyFrom/0").asString()).isEqualTo("notices/" + rate);
    assertThat(screened.path("pathways").valueStream().map(each -> each.path("id").asString()))
        .as("versions for practice bring no credits")
        .noneMatch(id -> id.startsWith("GCS-T1-TRAINING"));
  }

  private static JsonNode pathway(JsonNode screened, String id) {
    return screened
        .path("pathways")
        .valueStream()
        .filter(each -> each.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(screened.toString()));
  }

  private static NoticeFields compensation(long fenPerMu) {
    return new NoticeFields(
        Optional.empty(),
        Optional.of(
            new NoticeFields.CompensationRate(
                Fen.of(fenPerMu), CompensationLevel.PROVINCE, "GRAZING_BAN")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  @Order(9)
  void a_plan_that_cannot_be_meant_is_refused() {
    String plan =
        "{\"areaHectares\":\"1\",\"change\":\"GRAIN_TO_FEED\",\"present\":\"CROPLAND\","
            + "\"region\":\"152502\"}";
    assertThat(post("screening", plan).statusCode()).isEqualTo(200);
    refused(post("screening", plan.replace("152502", "990000")), "UNKNOWN_REGION");
    refused(post("screening", plan.replace("CROPLAND", "FOREST")), "MALFORMED");
    refused(post("screening", plan.replace("}", ",\"crop\":\"alfalfa\"}")), "MALFORMED");
    refused(post("screening", " ".repeat(9_000)), "TOO_LARGE");
  }

  private static void refused(HttpResponse<String> answer, String code) {
    assertThat(RunningGateway.json(answer).path("code").asString())
        .as(answer.body())
        .isEqualTo(code);
  }

  @Test
  @Order(10)
  void value_is_computed_from_what_is_typed_and_nothing_else() {
    String place =
        "{\"areaHectares\":\"%s\",\"compensationFenPerHectare\":0,\"feePerMille\":10,"
            + "\"managementFenPerHectare\":1000,\"monitoringFen\":500000,\"region\":\"%s\","
            + "\"startFen\":0,\"tonnesPerHectare\":\"1\"}";
    String inputs =
        "{\"discountPercent\":\"0\",\"joint\":{\"feePerMille\":5,\"monitoringFen\":700000,"
            + "\"startFen\":100000},\"prices\":{\"high\":9000,\"low\":7000,\"middle\":8000},"
            + "\"regions\":["
            + place.formatted("100", "150000")
            + ","
            + place.formatted("200", "130000")
            + "],\"years\":10}";
    HttpResponse<String> answer = post("value", inputs);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode value = RunningGateway.json(answer);
    // Monitoring: 10 x (500,000 + 500,000 - 700,000) = 3,000,000, less 100,000 at the start; fees:
    // 5 per mille of 10 x 300 t at 7,000 fen = 105,000, at 9,000 fen = 135,000.
    assertThat(value.at("/added/leastNpvFen").asString()).isEqualTo("3005000");
    assertThat(value.at("/added/mostNpvFen").asString()).isEqualTo("3035000");
    assertThat(value.at("/inputs/regions/1/areaHectares").asString()).isEqualTo("200");
    refused(post("value", inputs.replace("\"years\":10", "\"years\":61")), "MALFORMED");
    refused(post("value", inputs.replace("130000", "150000")), "MALFORMED");
    refused(post("value", "{}"), "MALFORMED");
  }
}
