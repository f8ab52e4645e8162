// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import static org.grasslandcarbon.network.conformance.coordination.Goals.JOBS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.domain.coordination.AreaUnit;
import org.grasslandcarbon.domain.coordination.CompensationBasis;
import org.grasslandcarbon.domain.coordination.CompensationLevel;
import org.grasslandcarbon.domain.coordination.CompensationPayment;
import org.grasslandcarbon.domain.coordination.GoalPartner;
import org.grasslandcarbon.domain.coordination.LandPlan;
import org.grasslandcarbon.domain.coordination.NoticeFields;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.PublishNotice;
import org.grasslandcarbon.domain.coordination.RecordCompensation;
import org.grasslandcarbon.domain.coordination.ValueInputs;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.coordination.EconomyMeasure;
import org.grasslandcarbon.network.conformance.coordination.Findings.Pair;
import tools.jackson.databind.JsonNode;

/** What grassland carbon brings and costs, with no project. */
final class EconomyCases {
  private static final String GRAZING_BAN = "GRAZING_BAN";
  private static final String GRAIN_TO_FEED = "GRAIN_TO_FEED";

  private EconomyCases() {}

  static List<Case> all() {
    return List.of(
        new Case("E16_value_before", EconomyCases::value),
        new Case("E19_factor_integration", EconomyCases::factors),
        new Case("E23_grain_to_feed", EconomyCases::screening),
        new Case("E24_ecological_compensation", EconomyCases::compensation));
  }

  private static ValueInputs.Place place(RegionCode region) {
    return new ValueInputs.Place(
        Decimal.of("100"),
        Fen.of(0),
        0,
        Fen.of(1_000),
        Fen.of(1_000),
        region,
        Fen.of(0),
        Decimal.of("1"));
  }

  private static JsonNode estimate(CaseLedger ledger, String discount, long monitoring) {
    return ledger
        .reads()
        .post(
            "/coordination/value",
            new ValueInputs(
                Decimal.of(discount),
                new ValueInputs.Joint(
                    Optional.of(Decimal.of("10")), 0, Fen.of(monitoring), Fen.of(0)),
                new ValueInputs.Prices(Fen.of(8_000), Fen.of(5_000), Fen.of(6_000)),
                List.of(place(ledger.league(16)), place(ledger.across(16))),
                1))
        .path("added");
  }

  /**
   * Acting together brings 10 t more, 50,000 fen at the lowest price and 80,000 at the highest, and
   * saves 2 x 1,000 - 1,500 = 500 fen of monitoring, then 2 x 1,000 - 1,200 = 800. At 25 % a year
   * 50,800 fen after a year are 40,640 today.
   */
  private static void value(CaseLedger ledger, Findings seen) {
    JsonNode before = estimate(ledger, "0", 1_500);
    JsonNode after = estimate(ledger, "0", 1_200);
    seen.changes(
        "joint less separate at the lowest price, fen",
        Pair.of(50_500, before.path("leastNpvFen").asString()),
        Pair.of(50_800, after.path("leastNpvFen").asString()));
    seen.changes(
        "the same at the highest, fen",
        Pair.of(80_500, before.path("mostNpvFen").asString()),
        Pair.of(80_800, after.path("mostNpvFen").asString()));
    seen.is(
        "the lowest at 25 % a year",
        40_640, estimate(ledger, "25", 1_200).path("leastNpvFen").asString());
  }

  /** Two partners of the region, where there were none; 12 jobs, where none were reported. */
  private static void factors(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode region = ledger.league(19);
    int year = ledger.year();
    InstructionSigner industry = ledger.admitted(Role.OWNER, region);
    InstructionSigner training = ledger.admitted(Role.TRADER, ledger.county(19, 1));
    String partners = ledger.economy(region, year, EconomyMeasure.PARTNERS);
    String jobs = ledger.economy(region, year, EconomyMeasure.JOBS);
    goals.partnership(
        partner(GoalPartner.Factor.INDUSTRY, industry),
        partner(GoalPartner.Factor.TRAINING, training));
    goals.report(region, JOBS, "12");
    seen.changes(
        "partners",
        Pair.of("NO_DATA", partners),
        Pair.of(2, ledger.economy(region, year, EconomyMeasure.PARTNERS)));
    seen.changes(
        "jobs",
        Pair.of("NOT_REPORTED", jobs),
        Pair.of(12, ledger.economy(region, year, EconomyMeasure.JOBS)));
  }

  private static GoalPartner partner(GoalPartner.Factor factor, InstructionSigner who) {
    return new GoalPartner(factor, who.participant(), Optional.empty());
  }

  private static LandPlan grainToFeed(RegionCode region) {
    return new LandPlan(
        Decimal.of("100"),
        LandPlan.Change.GRAIN_TO_FEED,
        Optional.of(true),
        Optional.of(true),
        Optional.of(false),
        Optional.of(false),
        Optional.of(false),
        Optional.empty(),
        LandPlan.Use.CROPLAND,
        region,
        Optional.of(false),
        Optional.empty(),
        Optional.of(true));
  }

  /** What the scheme pays a year; others, of rates of the whole province, are not looked at. */
  private static String yearlyFen(CaseLedger ledger, RegionCode region) {
    return ledger
        .reads()
        .post("/coordination/screening", grainToFeed(region))
        .path("pathways")
        .valueStream()
        .filter(each -> each.path("id").asString("").equals("COMPENSATION/" + GRAIN_TO_FEED))
        .map(each -> each.path("yearlyFen").asString())
        .findFirst()
        .orElse(Card.NONE);
  }

  /** A rate of 750 fen a mu is published: 100 ha x 15 mu x 750 = 1,125,000 fen a year. */
  private static void screening(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.league(23);
    String before = yearlyFen(ledger, region);
    ledger.does(
        ledger.office(),
        rate(
            region,
            new NoticeFields.CompensationRate(
                Fen.of(750), CompensationLevel.PREFECTURE, GRAIN_TO_FEED),
            ledger.today()));
    seen.changes(
        "compensation of 100 ha of cropland that becomes forage, fen a year",
        Pair.of(Card.NONE, before),
        Pair.of(1_125_000, yearlyFen(ledger, region)));
  }

  private static PublishNotice rate(
      RegionCode region, NoticeFields.CompensationRate rate, LocalDate from) {
    return new PublishNotice(
        CaseLedger.document("rates"),
        NoticeFields.of(rate),
        NoticeKind.COMPENSATION_RATE,
        region,
        Optional.empty(),
        Optional.empty(),
        "练习。 Practice.",
        from,
        Optional.empty());
  }

  /** A rate of 750 fen a mu, which the province's notice names. */
  static InstructionId rate(CaseLedger ledger, String scheme, LocalDate from) {
    return ledger
        .does(
            ledger.office(),
            rate(
                ledger.province(),
                new NoticeFields.CompensationRate(
                    Fen.of(750), CompensationLevel.PREFECTURE, scheme),
                from))
        .id();
  }

  /** So many mu of a year are to be compensated at a rate. */
  static void due(
      CaseLedger ledger,
      RegionCode region,
      int year,
      String scheme,
      InstructionId rate,
      String mu) {
    ledger.does(
        ledger.office(),
        new RecordCompensation(
            Optional.of(
                new CompensationBasis(
                    Decimal.of(mu), CaseLedger.document("areas"), rate, AreaUnit.MU)),
            Optional.empty(),
            region,
            scheme,
            Optional.empty(),
            year));
  }

  /** Some of it is paid. */
  static void pay(CaseLedger ledger, RegionCode region, int year, String scheme, long fen) {
    ledger.does(
        ledger.office(),
        new RecordCompensation(
            Optional.empty(),
            Optional.of(
                List.of(
                    new CompensationPayment(
                        ledger.today(), CaseLedger.document("payment"), Fen.of(fen)))),
            region,
            scheme,
            Optional.empty(),
            year));
  }

  /** 1,000 mu at 750 fen are 750,000 fen; 300,000 of them are paid: 450,000 are in arrears. */
  private static void compensation(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.league(24);
    int year = ledger.year();
    InstructionId rate = rate(ledger, GRAZING_BAN, ledger.today());
    due(ledger, region, year, GRAZING_BAN, rate, "1000");
    Map<EconomyMeasure, String> before = compensation(ledger, region);
    pay(ledger, region, year, GRAZING_BAN, 300_000);
    Map<EconomyMeasure, String> after = compensation(ledger, region);
    seen.is("due, fen", 750_000, after.get(EconomyMeasure.COMPENSATION_DUE_FEN));
    seen.changes(
        "paid, fen",
        Pair.of(0, before.get(EconomyMeasure.COMPENSATION_PAID_FEN)),
        Pair.of(300_000, after.get(EconomyMeasure.COMPENSATION_PAID_FEN)));
    seen.changes(
        "in arrears, fen",
        Pair.of(750_000, before.get(EconomyMeasure.COMPENSATION_ARREARS_FEN)),
        Pair.of(450_000, after.get(EconomyMeasure.COMPENSATION_ARREARS_FEN)));
    seen.is(
        "tonnes issued there, shown and not netted", 0, after.get(EconomyMeasure.OVERLAP_TONNES));
  }

  private static Map<EconomyMeasure, String> compensation(CaseLedger ledger, RegionCode region) {
    return ledger.economy(region, ledger.year());
  }
}
