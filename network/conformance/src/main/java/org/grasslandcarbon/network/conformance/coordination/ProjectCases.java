// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import static org.grasslandcarbon.network.conformance.coordination.Goals.OVERLOAD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.domain.coordination.AssignMandate;
import org.grasslandcarbon.domain.coordination.CaseKind;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.coordination.NoticeFields;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.OpenCase;
import org.grasslandcarbon.domain.coordination.PublishNotice;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.example.ForwardChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.OffsetChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.offset.PublishOffsetRule;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.stocking.Forage;
import org.grasslandcarbon.domain.stocking.Herd;
import org.grasslandcarbon.domain.stocking.RecordStocking;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.gateway.coordination.EconomyMeasure;
import org.grasslandcarbon.network.conformance.PracticeStage;
import org.grasslandcarbon.network.conformance.coordination.Findings.Pair;
import org.grasslandcarbon.views.CreditViews;
import tools.jackson.databind.JsonNode;

/** What comes of projects: each case has one of its own. */
final class ProjectCases {
  private static final long PRICE = MarketChapter.OPENING.value();
  private static final String GRASS_BALANCE = "GRASS_BALANCE";
  private static final IndicatorId COST = new IndicatorId("MANAGEMENT_COST_FEN");

  private ProjectCases() {}

  static List<Case> all() {
    return List.of(
        new Case("E18_carbon_sink_economy", ProjectCases::economy),
        new Case("E20_third_party_certifiers", ProjectCases::certifiers),
        new Case("E22_sink_into_trading", ProjectCases::offsets),
        new Case("E25_grass_livestock_balance", ProjectCases::stocking),
        new Case("E26_leakage", ProjectCases::leakage),
        new Case("E27_quantitative_monitoring", ProjectCases::monitoring),
        new Case("E28_field_boundaries", ProjectCases::boundaries),
        new Case("E33_export_label", ProjectCases::label),
        new Case("E34_industry_participation", ProjectCases::forwards));
  }

  /** A project of the years before this one, in the first county of a case's league. */
  private static Setting setting(CaseLedger ledger, int number, int years) {
    ledger.beProjects();
    return Setting.forPractice(
        ledger.county(number, 1),
        Land.Fields.SMALL.any(ThreadLocalRandom.current()::nextInt),
        ledger.year() - years,
        years);
  }

  private static ProjectChapter registered(CaseLedger ledger, Setting setting) {
    ProjectChapter project =
        new ProjectChapter(ledger.stage(), setting.proposal(ledger.stage().id(Part.VALIDATOR)));
    project.play();
    return project;
  }

  private static List<BatchId> issued(CaseLedger ledger, Setting setting) {
    return new ReportChapter(ledger.stage(), setting, registered(ledger, setting).id()).play();
  }

  private static BigDecimal mu(Setting setting) {
    return setting.land().boundary().areaHectares().value().multiply(BigDecimal.valueOf(15));
  }

  private static String perMu(long fen, Setting setting) {
    BigDecimal exact = BigDecimal.valueOf(fen).divide(mu(setting), 2, RoundingMode.HALF_UP);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  /**
   * Managing costs 5,100,000 fen, and 300,000 of compensation are paid. 20 t at 9,500 fen bring
   * 190,000; each side pays 6 per mille, 2 x 1,140 = 2,280 fen. What is left is 300,000 - 5,100,000
   * = -4,800,000 and then 190,000 - 2,280 more, -4,612,280 fen for all of the project's mu.
   *
   * <p>Of last year 8,341 t were issued, and as much compensation was paid: of 5,304,600 fen of
   * cost 5,004,600 are left, 600 fen a tonne; of 8,641,000 it is 8,341,000, 1,000 fen.
   */
  private static void economy(CaseLedger ledger, Findings seen) {
    Setting setting = setting(ledger, 18, 1);
    BatchId batch = issued(ledger, setting).get(0);
    RegionCode region = ledger.league(18);
    int year = ledger.year();
    InstructionId rate = EconomyCases.rate(ledger, GRASS_BALANCE, LocalDate.of(year - 1, 1, 1));
    Goals goals = new Goals(ledger);
    goals.report(region, COST, "5100000");
    EconomyCases.due(ledger, region, year, GRASS_BALANCE, rate, "1000");
    String unpaid = ledger.economy(region, year, EconomyMeasure.NET_FEN_PER_MU);
    EconomyCases.pay(ledger, region, year, GRASS_BALANCE, 300_000);
    Map<EconomyMeasure, String> before = ledger.economy(region, year);
    sell(ledger, batch);
    Map<EconomyMeasure, String> after = ledger.economy(region, year);
    changes(seen, EconomyMeasure.SALES_FEN, "0", before, "190000", after);
    changes(seen, EconomyMeasure.FEES_FEN, "0", before, "2280", after);
    changes(seen, EconomyMeasure.PRICE_FEN_PER_TONNE, "ZERO_BASE", before, "9500", after);
    // Per mu it is another number with each field.
    seen.is("net a mu before payments", true, unpaid.equals(perMu(-5_100_000, setting)));
    seen.is(
        "net a mu before sales",
        true,
        before.get(EconomyMeasure.NET_FEN_PER_MU).equals(perMu(-4_800_000, setting)));
    seen.is(
        "net a mu after sales",
        true,
        after.get(EconomyMeasure.NET_FEN_PER_MU).equals(perMu(-4_612_280, setting)));
    goals.report(region, COST, "5304600", year - 1);
    EconomyCases.due(ledger, region, year - 1, GRASS_BALANCE, rate, "1000");
    EconomyCases.pay(ledger, region, year - 1, GRASS_BALANCE, 300_000);
    String cheap = ledger.economy(region, year - 1, EconomyMeasure.BREAK_EVEN_FEN_PER_TONNE);
    goals.report(region, COST, "8641000", year - 1);
    seen.changes(
        "break-even price of last year, fen a tonne",
        Pair.of("600", cheap),
        Pair.of("1000", ledger.economy(region, year - 1, EconomyMeasure.BREAK_EVEN_FEN_PER_TONNE)));
  }

  private static void sell(CaseLedger ledger, BatchId batch) {
    MarketChapter market = new MarketChapter(ledger.stage(), Asset.CNY_TRAINING, batch, "SALES");
    ledger.cash().deposit(Part.BUYER, 1_000_000);
    market.publishRule(ledger.today());
    market.openInstrument(Part.OWNER);
    market.openDay(ledger.today());
    market.sell(Part.OWNER, 20, PRICE);
    market.take(Part.BUYER, 20, PRICE);
    market.closeDay();
  }

  private static void changes(
      Findings seen,
      EconomyMeasure measure,
      String computedBefore,
      Map<EconomyMeasure, String> before,
      String computedAfter,
      Map<EconomyMeasure, String> after) {
    seen.changes(
        measure.name(),
        Pair.of(computedBefore, before.get(measure)),
        Pair.of(computedAfter, after.get(measure)));
  }

  /** No report, then one of one certifier, then two of the same: a load of 1, then 2. */
  private static void certifiers(CaseLedger ledger, Findings seen) {
    Setting setting = setting(ledger, 20, 2).first(1);
    RegionCode region = ledger.league(20);
    InstructionId project = registered(ledger, setting).id();
    Map<EconomyMeasure, String> none = ledger.economy(region, ledger.year());
    new ReportChapter(ledger.stage(), setting, project).play();
    Map<EconomyMeasure, String> one = ledger.economy(region, ledger.year());
    new ReportChapter(ledger.stage(), setting.after(), project).play();
    Map<EconomyMeasure, String> two = ledger.economy(region, ledger.year());
    changes(seen, EconomyMeasure.CERTIFIERS, "0", none, "1", one);
    changes(seen, EconomyMeasure.CERTIFIER_LOAD, "1", one, "2", two);
    seen.is("findings a report", 0, two.get(EconomyMeasure.FINDINGS_PER_REPORT));
  }

  /**
   * A market takes 25 per mille of 1,000 t of emissions from outside its city: of 100 t offered 25;
   * of 2,000 t 50.
   */
  private static void offsets(CaseLedger ledger, Findings seen) {
    BatchId batch = issued(ledger, setting(ledger, 22, 1)).get(0);
    MarketId market = market(ledger, "KIT");
    int year = ledger.year() - 1;
    OffsetChapter offsets = new OffsetChapter(ledger.stage(), market, year);
    offsets.publish(rule(market));
    Map<String, String> asked =
        Map.of(
            "market", market.value(),
            "year", Integer.toString(year),
            "enterprise", ledger.signer(Part.BUYER).participant().value(),
            "credits", batch + ":100");
    offsets.confirm(Part.BUYER, 1_000);
    JsonNode before = ledger.checkOffsets(asked);
    offsets.confirm(Part.BUYER, 2_000);
    JsonNode after = ledger.checkOffsets(asked);
    seen.changes("usable of 100 t", usable("25", before), usable("50", after));
    seen.is("cap that binds", "OUTSIDE", after.at("/credits/0/bindingCap").asString());
  }

  private static Pair usable(String computed, JsonNode answer) {
    return Pair.of(computed, answer.path("usableTonnes").asString());
  }

  /** The rule for practice, for a market of its own. */
  private static PublishOffsetRule rule(MarketId market) {
    PublishOffsetRule rule =
        PublishedOffsets.all().stream()
            .filter(each -> each.market().equals(PublishedOffsets.EXAMPLE_MARKET))
            .findFirst()
            .orElseThrow();
    return new PublishOffsetRule(
        rule.document(),
        rule.firstYear(),
        rule.lastYear(),
        market,
        rule.name(),
        rule.published(),
        rule.sources(),
        rule.status(),
        rule.terms(),
        rule.unread());
  }

  /**
   * 657 ha yield 1,000 kg, half of it may be grazed: 328,500 kg of hay for 365 days of 1.8 kg carry
   * 500 sheep units. 600 sheep are 20 % too many, 550 are 10 %; of a target of 10 % that is a half,
   * then all.
   */
  private static void stocking(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.league(25);
    InstructionId project = registered(ledger, setting(ledger, 25, 1)).id();
    Goals goals = new Goals(ledger);
    goals.set(goals.target(region, OVERLOAD, "10"));
    graze(ledger, project, 600);
    Card before = ledger.scorecard(region);
    graze(ledger, project, 550);
    Card after = ledger.scorecard(region);
    seen.changes(
        "overload, %",
        Pair.of("20", before.indicator(OVERLOAD, "actual")),
        Pair.of("10", after.indicator(OVERLOAD, "actual")));
    seen.changes(
        "attainment",
        Pair.of("0.5", before.indicator(OVERLOAD, "attainment")),
        Pair.of("1", after.indicator(OVERLOAD, "attainment")));
  }

  private static void graze(CaseLedger ledger, InstructionId project, int sheep) {
    ledger.does(
        ledger.signer(Part.OWNER),
        new RecordStocking(
            365,
            CaseLedger.document("herds"),
            List.of(
                new Forage(
                    Decimal.of("657"),
                    Decimal.of("1"),
                    Decimal.of("1"),
                    "练习 practice",
                    Optional.empty(),
                    Decimal.of("0.5"),
                    Decimal.of("1000"))),
            List.of(new Herd(sheep, "SHEEP")),
            project,
            ledger.year()));
  }

  /** A herd falls from 100 to 40 and grazes elsewhere: 12 t displaced are -12 t, 20 t are -20 t. */
  private static void leakage(CaseLedger ledger, Findings seen) {
    ledger.publish(ExampleStockChange.ipcc2006());
    JsonNode before = ledger.quantify(displaced("12"));
    JsonNode after = ledger.quantify(displaced("20"));
    seen.changes(
        "net tonnes, leakage taken off",
        Pair.of("-12", before.path("tonnes").asString()),
        Pair.of("-20", after.path("tonnes").asString()));
  }

  private static Map<String, Object> displaced(String tonnes) {
    List<Datum> rows = new ArrayList<>();
    for (String sampling : List.of("WP-1", "WP-2", "BSL-1", "BSL-2")) {
      rows.add(sample(sampling + "-L1", "LAYER_DEPTH", "cm", "30"));
      for (int point = 0; point < 3; point++) {
        String layer = sampling + "-P" + (10 + point) + "-L1";
        rows.add(sample(layer, "OC", "g/kg", Integer.toString(20 + point)));
        rows.add(sample(layer, "BULK_DENSITY", "g/cm3", "1.2"));
      }
    }
    rows.add(datum("SOIL_YEARS", "yr", "1"));
    rows.add(datum("HEAD.SHEEP", "head", "40"));
    rows.add(datum("LK_DISPLACED", "t CO2e", tonnes));
    Stratum stratum =
        new Stratum(
            Decimal.of("100"),
            List.of(new Stratum.Level("HEAD.SHEEP", "head", Decimal.of("100"))),
            List.of(
                new Stratum.Choice("SOIL_REFERENCE.DEPTH_30", "SOIL_REFERENCE"),
                new Stratum.Choice("EF_N_DIRECT.AGGREGATE", "EF_N_DIRECT"),
                new Stratum.Choice("FRAC_LEACH.WET", "FRAC_LEACH")),
            "S1");
    return Map.of(
        "data", rows,
        "methodology", ExampleStockChange.ipcc2006().version(),
        "period", new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31)),
        "startDate", LocalDate.of(2023, 1, 1),
        "strata", List.of(stratum));
  }

  private static Datum sample(String sample, String symbol, String unit, String value) {
    return new Datum(Optional.of(sample), "S1", symbol, unit, Decimal.of(value), 2023);
  }

  private static Datum datum(String symbol, String unit, String value) {
    return new Datum("S1", symbol, unit, Decimal.of(value), 2023);
  }

  /**
   * 2,400 ha gain 50 x (1 - 0.7) = 15 t C/ha and 1,000 ha 50 x (1.14 - 0.95) = 9.5 over 20 years:
   * 45,500 / 20 x 44 / 12 = 8,341.7 t a year, and nothing else changes. 8,341 t are issued.
   */
  private static void monitoring(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.league(27);
    IndicatorId verified = new IndicatorId("VERIFIED_TONNES");
    String before = ledger.scorecard(region).indicator(verified, "actual");
    issued(ledger, setting(ledger, 27, 1));
    seen.changes(
        "verified tonnes",
        Pair.of("0", before),
        Pair.of("8341", ledger.scorecard(region).indicator(verified, "actual")));
  }

  /** No land, then that within the project's boundary; the same land is not claimed twice. */
  private static void boundaries(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.league(28);
    Setting setting = setting(ledger, 28, 1);
    IndicatorId hectares = new IndicatorId("PROJECT_AREA_HECTARES");
    String before = ledger.scorecard(region).indicator(hectares, "actual");
    registered(ledger, setting);
    String after = ledger.scorecard(region).indicator(hectares, "actual");
    Decimal area = setting.land().boundary().areaHectares();
    seen.is("hectares under project before", "0", before);
    seen.is("hectares after are those of the boundary", true, after.equals(area.toString()));
    seen.is(
        "the same land again",
        ErrorCode.LAND_ALREADY_CLAIMED,
        ledger.outcome(
            ledger.signer(Part.OWNER), setting.proposal(ledger.stage().id(Part.VALIDATOR))));
  }

  /**
   * 10 serials are set apart for use abroad, then 5 more; none of them twice. They stay held, and
   * of what a market at home takes there is as much less.
   */
  private static void label(CaseLedger ledger, Findings seen) {
    BatchId batch = issued(ledger, setting(ledger, 33, 1)).get(0);
    InstructionSigner owner = ledger.signer(Part.OWNER);
    long first =
        Long.parseLong(
            ledger
                .show(owner, CreditViews.HOLDINGS, batch, owner.participant())
                .at("/held/0")
                .asString()
                .split("-")[0]);
    ledger.does(
        ledger.authority(),
        new AssignMandate(
            Optional.empty(),
            CaseLedger.document("decision on responsibilities"),
            ledger.today(),
            MandateFunction.MARKET,
            Optional.of(ledger.office().participant()),
            3,
            ledger.league(33),
            Optional.empty()));
    MarketId market = market(ledger, "LBL");
    new OffsetChapter(ledger.stage(), market, ledger.year() - 1).publish(rule(market));
    ReadModels.Numbers none = credits(ledger, market);
    setApart(ledger, batch, first, first + 9);
    ReadModels.Numbers before = credits(ledger, market);
    seen.is(
        "some of them again",
        ErrorCode.ALREADY_LABELLED,
        ledger.outcome(owner, request(ledger, batch, first + 9, first + 14)));
    setApart(ledger, batch, first + 10, first + 14);
    ReadModels.Numbers after = credits(ledger, market);
    seen.changes(
        "tonnes set apart",
        Pair.of("10", before.number("labelledTonnes")),
        Pair.of("15", after.number("labelledTonnes")));
    seen.is(
        "tonnes held, as without labels", none.number("heldTonnes"), after.number("heldTonnes"));
    seen.changes(
        "tonnes for a market at home, less than without labels",
        Pair.of(-10, less(none, before)),
        Pair.of(-15, less(none, after)));
  }

  private static long less(ReadModels.Numbers before, ReadModels.Numbers after) {
    return Long.parseLong(after.number("eligibleTonnes"))
        - Long.parseLong(before.number("eligibleTonnes"));
  }

  private static ReadModels.Numbers credits(CaseLedger ledger, MarketId market) {
    RegionCode from = ledger.league(33);
    return ledger
        .reads()
        .opportunity(
            "CREDITS", from, Map.of("fromRegion", from.value(), "subject", market.value()), true);
  }

  /** A market of the nation that no other play has. */
  private static MarketId market(CaseLedger ledger, String name) {
    return new MarketId("CN-" + name + ledger.province().value().substring(0, 2));
  }

  /** The holder asks for it, and the office grants it. */
  private static void setApart(CaseLedger ledger, BatchId batch, long from, long to) {
    InstructionId request =
        ledger.does(ledger.signer(Part.OWNER), request(ledger, batch, from, to)).id();
    ledger.does(
        ledger.office(),
        new PublishNotice(
            CaseLedger.document("contract with a buyer abroad"),
            NoticeFields.of(new NoticeFields.ExportLabelled(batch, new SerialRange(from, to))),
            NoticeKind.EXPORT_LABEL,
            ledger.league(33),
            Optional.empty(),
            Optional.of(request),
            "练习。 Practice.",
            ledger.today(),
            Optional.empty()));
  }

  private static OpenCase request(CaseLedger ledger, BatchId batch, long from, long to) {
    return new OpenCase(
        Optional.empty(),
        MandateFunction.MARKET,
        CaseKind.LABEL_REQUEST,
        Optional.of(new NoticeFields.ExportLabelled(batch, new SerialRange(from, to))),
        ledger.county(33, 1),
        Optional.empty(),
        CaseLedger.document("contract with a buyer abroad"));
  }

  /** 20 t of a year are sold before they are issued, and delivered when they are: 0, then 100 %. */
  private static void forwards(CaseLedger ledger, Findings seen) {
    Setting setting = setting(ledger, 34, 2).first(1);
    RegionCode region = ledger.league(34);
    PracticeStage stage = ledger.stage();
    InstructionId project = registered(ledger, setting).id();
    BatchId batch = new ReportChapter(stage, setting, project).play().get(0);
    MarketChapter market = new MarketChapter(stage, Asset.CNY_TRAINING, batch, "FORWARDS");
    ledger.cash().deposit(Part.BUYER, 1_000_000);
    ledger.cash().deposit(Part.OWNER, 100_000);
    market.publishRule(ledger.today());
    ReportChapter next = new ReportChapter(stage, setting.after(), project);
    next.submit();
    next.verify();
    next.approve();
    ForwardChapter forwards =
        new ForwardChapter(stage, market, project, setting.after().firstYear());
    forwards.openInstrument();
    market.openDay(ledger.today());
    LocalDate due = ledger.today().plusDays(30);
    String office = ledger.economy(region, due.getYear(), EconomyMeasure.FORWARD_TONNES);
    String none = economyToAuthority(ledger, region, due).get(EconomyMeasure.FORWARD_TONNES);
    InstructionId forward =
        forwards.offer(Part.BUYER, 20, PRICE, due, Instant.now().plusSeconds(3_600));
    forwards.accept(Part.BUYER, forward);
    Map<EconomyMeasure, String> before = economyToAuthority(ledger, region, due);
    next.issue();
    forwards.deliver(Part.BUYER, forward);
    Map<EconomyMeasure, String> after = economyToAuthority(ledger, region, due);
    seen.is("what an office is told, whose traders' they are not", "WITHHELD", office);
    seen.changes(
        EconomyMeasure.FORWARD_TONNES.name(),
        Pair.of("0", none),
        Pair.of("20", before.get(EconomyMeasure.FORWARD_TONNES)));
    changes(seen, EconomyMeasure.FORWARD_DELIVERED_TONNES, "0", before, "20", after);
    changes(seen, EconomyMeasure.FORWARD_DELIVERY_PERCENT, "0", before, "100", after);
  }

  private static Map<EconomyMeasure, String> economyToAuthority(
      CaseLedger ledger, RegionCode region, LocalDate due) {
    return ledger.readsOfAuthority().economy(region, due.getYear());
  }
}
