// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.ReportIndicators;
import org.grasslandcarbon.domain.example.AssessmentChapter;
import org.grasslandcarbon.domain.example.CashChapter;
import org.grasslandcarbon.domain.example.CompensationChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.OwnGateway;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.gateway.testing.WholeDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a region's year brought and cost, against numbers that are known from how it was played. */
@ExtendWith(GatewayExtension.class)
@OwnGateway
class EconomyTest {
  private static final String PATH = "/api/v1/coordination/economy";
  private static final long PRICE = MarketChapter.OPENING.value();
  private static final int FIRST_YEAR = 2023;

  private static final String BREAK_EVEN = "BREAK_EVEN_FEN_PER_TONNE";

  private final RunningGateway gateway;
  private final GatewayStage stage;
  private final LocalDate today = WholeDay.today();

  EconomyTest(RunningGateway gateway) {
    this.gateway = gateway;
    stage =
        new GatewayStage(gateway)
            .with(Part.BUYER, gateway.admit(RunningGateway.BEIJING, Role.TRADER))
            .with(Part.EXCHANGE, gateway.admit(RunningGateway.BEIJING, Role.EXCHANGE))
            .with(Part.BANK, gateway.admit(RunningGateway.BEIJING, Role.BANK));
  }

  private JsonNode economy(String region, int year, boolean practice) {
    HttpResponse<String> answer =
        gateway.get(PATH + "?region=" + region + "&year=" + year + "&practice=" + practice);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  /** As an office of another province is told it, which supervises the market as all do. */
  private JsonNode toOffice(String region, int year) {
    return RunningGateway.json(
        gateway.getAs(
            gateway.beijing(), PATH + "?region=" + region + "&year=" + year + "&practice=true"));
  }

  private static JsonNode figure(JsonNode economy, String measure) {
    return economy
        .path("figures")
        .valueStream()
        .filter(each -> each.path("measure").asString().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private static String value(JsonNode economy, String measure) {
    return figure(economy, measure).path("value").asString("");
  }

  private static String reason(JsonNode economy, String measure) {
    return figure(economy, measure).path("reason").asString("");
  }

  private void report(String indicator, long value, int year) {
    Person office = gateway.innerMongolia();
    HttpResponse<String> answer =
        gateway.send(
            office,
            new ReportIndicators(
                Optional.empty(),
                RunningGateway.XILINHOT,
                Optional.empty(),
                Optional.of(
                    List.of(
                        new ReportIndicators.Value(
                            Sha256.of(indicator),
                            new IndicatorId(indicator),
                            Decimal.of(Long.toString(value))))),
                year));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** One test, because each number needs what was played before it. */
  @Test
  void every_number_is_what_was_played_and_names_where_it_comes_from() {
    Setting setting = Setting.forPractice(RunningGateway.XILINHOT, Land.ofExample(), FIRST_YEAR, 2);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    InstructionId project =
        new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR))).play();
    BatchId batch = new ReportChapter(stage, setting, project).play().get(0);
    int year = today.getYear();
    new AssessmentChapter(stage, RunningGateway.XILINHOT, today).publishCriteria(true);
    trade(batch);
    CompensationChapter ban =
        new CompensationChapter(stage, RunningGateway.XILINHOT, "GRAZING_BAN", year);
    ban.due(1_000, 750);
    ban.pay(today, 500_000);

    String home = RunningGateway.XILINHOT.value();
    JsonNode before = economy(home, year, true);
    assertThat(value(before, "SALES_TONNES")).isEqualTo("30");
    assertThat(value(before, "SALES_FEN")).isEqualTo(Long.toString(30 * PRICE));
    assertThat(value(before, "PRICE_FEN_PER_TONNE")).isEqualTo(Long.toString(PRICE));
    assertThat(figure(before, "SALES_FEN").path("from").get(0).asString())
        .isEqualTo("/region-totals/" + home + "/practice");
    assertThat(figure(before, "SALES_FEN").at("/name/en").asString()).isEqualTo("Value of trades");
    assertThat(reason(before, "FEES_FEN")).isEqualTo("WITHHELD");
    assertThat(reason(before, "BENEFIT_SHARES_FEN")).isEqualTo("WITHHELD");
    JsonNode seen = toOffice(home, year);
    long fees = Long.parseLong(value(seen, "FEES_FEN"));
    assertThat(fees).isPositive();
    assertThat(Long.parseLong(value(seen, "BENEFIT_SHARES_FEN"))).isPositive();
    JsonNode totals =
        RunningGateway.json(gateway.get("/api/v1/region-totals/" + home + "/practice"));
    assertThat(totals.has("charges")).isFalse();
    assertThat(totals.path("years").toString()).doesNotContain("fees", "shares");
    assertThat(value(before, "COMPENSATION_DUE_FEN")).isEqualTo("750000");
    assertThat(value(before, "COMPENSATION_PAID_FEN")).isEqualTo("500000");
    assertThat(value(before, "COMPENSATION_ARREARS_FEN")).isEqualTo("250000");
    assertThat(figure(before, "COMPENSATION_DUE_FEN").path("from").get(0).asString())
        .isEqualTo("/compensation/" + home + "/GRAZING_BAN/" + year);
    assertThat(value(before, "CERTIFIERS")).isEqualTo("1");
    assertThat(value(before, "CERTIFIER_LOAD")).isEqualTo("1");
    assertThat(reason(before, "MANAGEMENT_COST_FEN")).isEqualTo("NOT_REPORTED");
    assertThat(reason(before, "NET_FEN_PER_MU")).isEqualTo("NOT_REPORTED");
    assertThat(reason(before, "FORWARD_TONNES")).isEqualTo("WITHHELD");
    assertThat(reason(before, "PARTNERS")).isEqualTo("NO_DATA");

    withCost(home, year, fees, project);
    breakEven(home, batch);
    others(home, year);
    files(home, year);
    refusals(home, year);
  }

  private void trade(BatchId batch) {
    MarketChapter market = new MarketChapter(stage, Asset.CNY_TRAINING, batch, "ECONOMY");
    gateway.publishCalendar(today.getYear());
    market.publishRule(today);
    market.openInstrument(Part.OWNER);
    market.openDay(today);
    new CashChapter(stage, Asset.CNY_TRAINING).deposit(Part.BUYER, 10_000_000);
    market.sell(Part.OWNER, 40, PRICE);
    market.take(Part.BUYER, 20, PRICE);
    market.take(Part.BUYER, 10, PRICE);
    market.take(Part.BUYER, 5, PRICE);
    market.cancel(3);
    market.closeDay();
  }

  private void withCost(String home, int year, long fees, InstructionId project) {
    report("MANAGEMENT_COST_FEN", 600_000, year);
    report("JOBS", 12, year);
    JsonNode after = economy(home, year, true);
    assertThat(value(after, "MANAGEMENT_COST_FEN")).isEqualTo("600000");
    assertThat(value(after, "JOBS")).isEqualTo("12");
    String hectares =
        RunningGateway.json(gateway.get("/api/v1/projects/" + project))
            .at("/design/areaHectares")
            .asString();
    assertThat(reason(after, "NET_FEN_PER_MU")).isEqualTo("WITHHELD");
    assertThat(new BigDecimal(value(toOffice(home, year), "NET_FEN_PER_MU")))
        .isEqualByComparingTo(
            new BigDecimal(30 * PRICE - fees + 500_000 - 600_000)
                .divide(
                    new BigDecimal(hectares).multiply(new BigDecimal("15")),
                    2,
                    RoundingMode.HALF_UP));
    // Nothing was issued for days of this year.
    assertThat(reason(after, BREAK_EVEN)).isEqualTo("ZERO_BASE");
    assertThat(figure(after, "NET_FEN_PER_MU").path("from").valueStream().map(JsonNode::asString))
        .contains(
            "/indicator-reports/" + home + "/" + year + "/practice",
            "/region-totals/" + home + "/practice",
            "/compensation/" + home + "/GRAZING_BAN/" + year);
  }

  /** What a tonne of a vintage must bring beside what else pays for it, once that is known. */
  private void breakEven(String home, BatchId batch) {
    report("MANAGEMENT_COST_FEN", 1_000_000, FIRST_YEAR);
    assertThat(reason(economy(home, FIRST_YEAR, true), BREAK_EVEN)).isEqualTo("NO_DATA");
    CompensationChapter ban =
        new CompensationChapter(stage, RunningGateway.XILINHOT, "GRAZING_BAN", FIRST_YEAR);
    ban.due(1_000, 750);
    JsonNode issued = RunningGateway.json(gateway.get("/api/v1/batches/" + batch));
    assertThat(issued.path("vintage").asInt()).isEqualTo(FIRST_YEAR);
    BigDecimal tonnes = BigDecimal.valueOf(issued.path("issued").asLong());
    assertThat(new BigDecimal(value(economy(home, FIRST_YEAR, true), BREAK_EVEN)))
        .isEqualByComparingTo(new BigDecimal("1000000").divide(tonnes, 2, RoundingMode.HALF_UP));
    ban.pay(LocalDate.of(FIRST_YEAR, 12, 20), 250_000);
    assertThat(new BigDecimal(value(economy(home, FIRST_YEAR, true), BREAK_EVEN)))
        .isEqualByComparingTo(new BigDecimal("750000").divide(tonnes, 2, RoundingMode.HALF_UP));
  }

  /** Other regions, other years, what is not for practice, and who may know of forwards. */
  private void others(String home, int year) {
    JsonNode province = economy("150000", year, true);
    assertThat(value(province, "SALES_TONNES")).isEqualTo("30");
    assertThat(value(province, "COMPENSATION_DUE_FEN")).isEqualTo("750000");
    JsonNode real = economy(home, year, false);
    assertThat(value(real, "SALES_TONNES")).isEqualTo("0");
    assertThat(reason(real, "PRICE_FEN_PER_TONNE")).isEqualTo("ZERO_BASE");
    JsonNode beijing = economy("110000", year, true);
    assertThat(value(beijing, "SALES_TONNES")).isEqualTo("0");
    assertThat(reason(beijing, "COMPENSATION_DUE_FEN")).isEqualTo("NO_DATA");
    JsonNode past = economy(home, FIRST_YEAR, true);
    assertThat(reason(past, "SALES_TONNES")).isEqualTo("NOT_COUNTED");
    assertThat(reason(past, "LEAKAGE_TONNES")).isEqualTo("NOT_COUNTED");
    HttpResponse<String> office =
        gateway.getAs(
            gateway.innerMongolia(), PATH + "?region=" + home + "&year=" + year + "&practice=true");
    assertThat(reason(RunningGateway.json(office), "FORWARD_TONNES"))
        .as("an office sees the forwards of its participants, not those of its land")
        .isEqualTo("WITHHELD");
    HttpResponse<String> other =
        gateway.getAs(
            gateway.beijing(), PATH + "?region=" + home + "&year=" + year + "&practice=true");
    assertThat(reason(RunningGateway.json(other), "FORWARD_TONNES")).isEqualTo("WITHHELD");
  }

  private void files(String home, int year) {
    String asked = PATH + "?region=" + home + "&year=" + year + "&practice=true";
    String csv = new String(gateway.getFile(asked, "text/csv").body(), StandardCharsets.UTF_8);
    assertThat(csv.lines().count()).isEqualTo(1 + 21);
    assertThat(csv).contains("SALES_TONNES").contains("/region-totals/" + home + "/practice");
    assertThat(
            gateway
                .getFile(asked, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .statusCode())
        .isEqualTo(200);
  }

  private void refusals(String home, int year) {
    for (String wrong :
        List.of(
            "",
            "?region=" + home,
            "?year=" + year,
            "?region=000000&year=" + year,
            "?region=999999&year=" + year,
            "?region=abc&year=" + year,
            "?region=" + home + "&year=1999",
            "?region=" + home + "&year=x",
            "?region=" + home + "&year=" + year + "&practice=maybe",
            "?region=" + home + "&year=" + year + "&unknown=1")) {
      assertThat(gateway.get(PATH + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }
}
