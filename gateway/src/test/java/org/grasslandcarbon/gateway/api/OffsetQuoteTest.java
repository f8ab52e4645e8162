// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.CreditUse;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.example.OffsetChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.PublishOffsetRule;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.OpenMarket;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Whoever asks what credits would cost is told whether they are of use for compliance. */
@ExtendWith(GatewayExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffsetQuoteTest {
  /** Where no other test of the gateway has land. */
  private static final int EAST = 64;

  private static final int VINTAGE = 2025;

  private static final int YEAR = 2025;

  private final RunningGateway gateway;
  private final OpenMarket open;
  private final GatewayStage stage;
  private final String instrument;

  OffsetQuoteTest(RunningGateway gateway) {
    this.gateway = gateway;
    open = OpenMarket.of(gateway, EAST, "OFFSETS", VINTAGE);
    stage = open.stage();
    instrument = open.market().instrument().value();
    open.market().sell(Part.OWNER, 100, 9_500);
  }

  private OffsetChapter publish(MarketId market, String... edits) {
    PublishOffsetRule rule =
        Edited.with(PublishedOffsets.example(), "/market", "\"" + market + "\"");
    for (int i = 0; i < edits.length; i += 2) {
      rule = Edited.with(rule, edits[i], edits[i + 1]);
    }
    OffsetChapter offsets = new OffsetChapter(stage, market, YEAR);
    offsets.publish(rule);
    return offsets;
  }

  private JsonNode quote(Optional<Person> person, MarketId market, long tonnes, String more) {
    HttpResponse<String> answer =
        post(
            person,
            "{\"asset\":\"CNY-TRAINING\",\"region\":\"150000\",\"maxPrice\":9500,\"tonnes\":"
                + tonnes
                + ",\"vintages\":["
                + VINTAGE
                + "],\"compliance\":{\"market\":\""
                + market
                + "\",\"year\":2025}"
                + more
                + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode quote = RunningGateway.json(answer);
    assertThat(quote.at("/takings/0/instrument").asString()).isEqualTo(instrument);
    return quote;
  }

  private HttpResponse<String> post(Optional<Person> person, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.uri("/api/v1/market/quote"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    person.ifPresent(who -> request.header("Authorization", "Bearer " + who.token()));
    return gateway.exchange(request);
  }

  private TakeListings retiring(Part buyer, MarketId market, long tonnes) {
    return new TakeListings(
        false,
        Optional.empty(),
        open.market().instrument(),
        Fen.of(9_500),
        Tonnes.of(tonnes),
        Optional.of(
            new CreditUse(
                new Beneficiary(Optional.of(stage.id(buyer)), buyer.fullName()),
                Optional.of(new Compliance(market, YEAR)),
                Optional.empty(),
                Retirement.Purpose.COMPLIANCE,
                Retirement.Reason.CORPORATE_INVENTORY,
                "练习。 Practice.")),
        Side.BUY);
  }

  @Test
  void an_enterprise_is_told_what_its_caps_leave_and_the_ledger_goes_by_the_same() {
    MarketId market = new MarketId("CN-QUOTED");
    OffsetChapter offsets = publish(market);
    offsets.confirm(Part.BUYER, 1_000);
    Person buyer = stage.person(Part.BUYER);

    JsonNode told = quote(Optional.of(buyer), market, 30, "").path("eligibility");
    assertThat(told.path("basis").asString()).isEqualTo("RECORDED");
    assertThat(told.at("/caps/1/left").asLong()).isEqualTo(25);
    JsonNode credits = told.at("/credits/0");
    assertThat(credits.path("credits").asString()).isEqualTo(instrument + ":30");
    assertThat(credits.path("eligible").asBoolean()).isTrue();
    assertThat(credits.path("usableTonnes").asLong()).isEqualTo(25);
    assertThat(credits.path("bindingCap").asString()).isEqualTo("OUTSIDE");
    assertThat(credits.path("batches")).hasSize(1);
    assertThat(credits.at("/batches/0/eligible").asBoolean()).isTrue();

    HttpResponse<String> above = gateway.send(buyer, retiring(Part.BUYER, market, 30));
    assertThat(RunningGateway.json(above).path("code").asString())
        .as(above.body())
        .isEqualTo("OFFSET_LIMIT_EXCEEDED");
    HttpResponse<String> within = gateway.send(buyer, retiring(Part.BUYER, market, 25));
    assertThat(within.statusCode()).as(within.body()).isEqualTo(200);
    assertThat(quote(Optional.of(buyer), market, 1, "").at("/eligibility/usableTonnes").asLong())
        .as("what was retired counts")
        .isZero();
  }

  @Test
  void anybody_else_is_answered_by_the_bases_that_it_types_and_learns_nothing() {
    MarketId market = new MarketId("CN-QTYPED");
    publish(market).confirm(Part.BUYER, 1_000);
    String typed = ",\"bases\":{\"confirmedEmissions\":200}";

    JsonNode nobody = quote(Optional.empty(), market, 10, typed).path("eligibility");
    assertThat(nobody.path("basis").asString()).isEqualTo("TYPED");
    assertThat(nobody.at("/credits/0/usableTonnes").asLong()).isEqualTo(5);
    JsonNode untyped = quote(Optional.empty(), market, 10, "").path("eligibility");
    assertThat(untyped.at("/credits/0/reasons/0/code").asString()).isEqualTo("BASE_NOT_RECORDED");
    assertThat(untyped.at("/caps/0/limit").isMissingNode()).isTrue();
    JsonNode tried =
        quote(Optional.of(stage.person(Part.BUYER)), market, 10, typed).path("eligibility");
    assertThat(tried.path("basis").asString()).isEqualTo("TYPED_BASES");
    JsonNode other = quote(Optional.of(stage.person(Part.TRADER)), market, 10, "");
    assertThat(other.at("/eligibility/basis").asString())
        .as("who signs is asked about, of whom nothing is recorded")
        .isEqualTo("RECORDED");
    assertThat(other.at("/eligibility/credits/0/reasons/0/code").asString())
        .isEqualTo("BASE_NOT_RECORDED");
  }

  @Test
  void what_is_of_no_use_is_said_with_what_would_be_before_anybody_buys() {
    MarketId early = new MarketId("CN-QLATER");
    publish(early, "/terms/arisenFrom", "\"2031-01-01\"").confirm(Part.BUYER, 1_000);
    Optional<Person> buyer = Optional.of(stage.person(Part.BUYER));
    JsonNode later = quote(buyer, early, 10, "").at("/eligibility/credits/0");
    assertThat(later.path("eligible").asBoolean()).isFalse();
    assertThat(later.at("/reasons/0/code").asString()).isEqualTo("AROSE_TOO_EARLY");
    assertThat(later.at("/reasons/0/remedy").asString()).contains("arose later");
    assertThat(later.at("/batches/0/reasons/0/code").asString()).isEqualTo("AROSE_TOO_EARLY");
    assertThat(later.path("usableTonnes").asLong()).isZero();
    JsonNode none = quote(buyer, new MarketId("CN-64"), 10, "").path("eligibility");
    assertThat(none.at("/credits/0/reasons/0/code").asString()).isEqualTo("NO_RULE");

    MarketId own = new MarketId("CN-QOWN");
    publish(own, "/terms/ownProjectsExcluded", "true").confirm(Part.OWNER, 1_000);
    assertThat(
            quote(Optional.of(stage.person(Part.OWNER)), own, 1, "")
                .at("/eligibility/credits/0/reasons/0/code")
                .asString())
        .as("the owner would buy its own project's credits back")
        .isEqualTo("OWN_PROJECT");
  }

  @Test
  void a_market_goes_with_a_year_and_bases_with_both() {
    for (String wrong :
        new String[] {
          "{\"tonnes\":1,\"compliance\":{\"market\":\"CN-11\"}}",
          "{\"tonnes\":1,\"compliance\":{\"market\":\"nowhere\",\"year\":2025}}",
          "{\"tonnes\":1,\"bases\":{\"issued\":5}}"
        }) {
      HttpResponse<String> answer = post(Optional.empty(), wrong);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }
    HttpResponse<String> forged =
        gateway.exchange(
            HttpRequest.newBuilder(gateway.uri("/api/v1/market/quote"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer x.y.z")
                .POST(HttpRequest.BodyPublishers.ofString("{\"tonnes\":1}")));
    assertThat(forged.statusCode()).as(forged.body()).isEqualTo(401);
  }
}
