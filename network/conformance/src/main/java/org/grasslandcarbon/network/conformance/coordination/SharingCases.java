// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.domain.coordination.AnswerCase;
import org.grasslandcarbon.domain.coordination.AssignMandate;
import org.grasslandcarbon.domain.coordination.CaseKind;
import org.grasslandcarbon.domain.coordination.CoordinationCase;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.coordination.NoticeFields;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.OpenCase;
import org.grasslandcarbon.domain.coordination.PublishNotice;
import org.grasslandcarbon.domain.coordination.RefusalGround;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.network.conformance.coordination.Findings.Pair;
import org.grasslandcarbon.views.SharingViews;
import tools.jackson.databind.JsonNode;

/** What regions tell and ask each other, and who answers for what. */
final class SharingCases {
  private static final int DAYS_OF_AN_OFFER = 60;
  private static final String INDEX = "sharingIndex";
  private static final String ON_TIME = "answeredOnTime";
  private static final String PUBLIC_SCORE = "publicScore";
  private static final String STANDARD = "GCS-KIT";

  private SharingCases() {}

  static List<Case> all() {
    return List.of(
        new Case("E11_information_barriers", SharingCases::barriers),
        new Case("E12_public_information", SharingCases::publicity),
        new Case("E13_information_needs", SharingCases::needs),
        new Case("E14_public_feedback", SharingCases::feedback),
        new Case("E15_opportunities", SharingCases::opportunities),
        new Case("E21_standards", SharingCases::standards),
        new Case("E29_organisation_network", SharingCases::network),
        new Case("E30_plan_explicitness", SharingCases::plans),
        new Case("E32_reverse_environment", SharingCases::reverse));
  }

  /** Makes somebody responsible for a function in a region from today on. */
  private static void assign(
      CaseLedger ledger, MandateFunction function, RegionCode region, InstructionSigner holder) {
    ledger.does(
        ledger.authority(),
        new AssignMandate(
            Optional.empty(),
            CaseLedger.document("decision on responsibilities"),
            ledger.today(),
            function,
            Optional.of(holder.participant()),
            3,
            region,
            Optional.empty()));
  }

  /** The province's office asks the other province's. */
  private static InstructionId ask(CaseLedger ledger, RegionCode region) {
    return ledger
        .does(
            ledger.office(),
            new OpenCase(
                Optional.empty(),
                MandateFunction.MONITORING,
                CaseKind.INFORMATION,
                Optional.empty(),
                region,
                Optional.empty(),
                CaseLedger.document("request")))
        .id();
  }

  private static void answer(CaseLedger ledger, InstructionSigner who, InstructionId id) {
    ledger.does(
        who,
        new AnswerCase(
            AnswerCase.Kind.ANSWERED,
            id,
            Optional.of(CaseLedger.document("answer")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static AnswerCase refusal(InstructionId id) {
    return new AnswerCase(
        AnswerCase.Kind.REFUSED,
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.of(RefusalGround.NOT_HELD),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Of two requests of one province to a league of another none is answered: 0 of 2. One is, on the
   * same day: 1 of 2 is 0.5, and the median of one answer of 0 days is 0.
   */
  private static void barriers(CaseLedger ledger, Findings seen) {
    RegionCode asked = ledger.across(11);
    assign(ledger, MandateFunction.MONITORING, asked, ledger.neighbour());
    InstructionId first = ask(ledger, asked);
    ask(ledger, asked);
    ReadModels.Numbers before = ledger.reads().sharing(ledger.province(), asked);
    answer(ledger, ledger.neighbour(), first);
    ReadModels.Numbers after = ledger.reads().sharing(ledger.province(), asked);
    seen.is("asked", "2", after.number("asked"));
    seen.changes(
        "index of sharing of the pair",
        Pair.of("0", before.number(INDEX)),
        Pair.of("0.5", after.number(INDEX)));
    seen.changes(
        "days to answer, median",
        Pair.of("NOTHING_ANSWERED", before.number("medianDays")),
        Pair.of("0", after.number("medianDays")));
    // The other way round nobody has asked anything.
    seen.is(
        "index of the pair the other way round",
        "NOTHING_ASKED",
        ledger.reads().sharing(asked, ledger.league(11)).number(INDEX));
  }

  private static InstructionId notice(
      CaseLedger ledger,
      InstructionSigner who,
      NoticeKind kind,
      RegionCode region,
      Optional<InstructionId> replaces,
      NoticeFields fields) {
    boolean ends = kind == NoticeKind.OFFER || kind == NoticeKind.NEED;
    return ledger
        .does(
            who,
            new PublishNotice(
                CaseLedger.document("notice of " + kind),
                fields,
                kind,
                region,
                replaces,
                Optional.empty(),
                "练习。 Practice.",
                ledger.today(),
                ends ? Optional.of(ledger.today().plusDays(DAYS_OF_AN_OFFER)) : Optional.empty()))
        .id();
  }

  private static NoticeFields fields(String json) {
    return Codec.read(json, NoticeFields.class);
  }

  /**
   * Nothing is published. Then a policy and a barrier of severity 4 are: 2 notices that everybody
   * lists and downloads without signing in, and the board of barriers tells everybody of the 4; of
   * refusals, which are for offices, it tells nothing.
   */
  private static void publicity(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.league(12);
    Map<String, String> here = Map.of("region", region.value());
    int before = ledger.list(SharingViews.NOTICES, here).size();
    long exported = ledger.rowsOfExport(SharingViews.NOTICES, here);
    String score = told(ledger.reads().barriersForAnybody(region, ledger.year()), PUBLIC_SCORE);
    notice(
        ledger,
        ledger.office(),
        NoticeKind.POLICY,
        region,
        Optional.empty(),
        fields("{\"policy\":{\"number\":\"练习〔2026〕1号\",\"topic\":\"CARBON_MANAGEMENT\"}}"));
    barrier(ledger, region, "DATA", 4);
    seen.changes(
        "notices that everybody sees",
        Pair.of(0, before),
        Pair.of(2, ledger.list(SharingViews.NOTICES, here).size()));
    seen.changes(
        "rows that everybody downloads",
        Pair.of(0, exported),
        Pair.of(2, ledger.rowsOfExport(SharingViews.NOTICES, here)));
    Optional<ReadModels.Numbers> board = ledger.reads().barriersForAnybody(region, ledger.year());
    seen.changes(
        "score of barriers that everybody is told",
        Pair.of(Card.NONE, score),
        Pair.of("4", told(board, PUBLIC_SCORE)));
    seen.is("refusals, to everybody", "WITHHELD", told(board, "refusals"));
  }

  private static String told(Optional<ReadModels.Numbers> row, String name) {
    return row.map(each -> each.number(name)).orElse(Card.NONE);
  }

  /**
   * One request, not answered and then answered in time: 0 of 1 and 1 of 1. The office has 10
   * working days, which count from the day after.
   */
  private static void needs(CaseLedger ledger, Findings seen) {
    RegionCode asked = ledger.across(13);
    assign(ledger, MandateFunction.MONITORING, asked, ledger.neighbour());
    InstructionId id = ask(ledger, asked);
    ReadModels.Numbers before = ledger.reads().sharing(ledger.province(), asked);
    JsonNode open = ledger.show(ledger.office(), SharingViews.CASES, id);
    seen.is("working days to answer an office", 10, open.at("/due/days").asInt());
    seen.is(
        "they count from the day after",
        true,
        open.at("/due/from").asString().equals(ledger.today().plusDays(1).toString()));
    answer(ledger, ledger.neighbour(), id);
    ReadModels.Numbers after = ledger.reads().sharing(ledger.province(), asked);
    seen.changes(
        "answered on time",
        Pair.of("0", before.number(ON_TIME)),
        Pair.of("1", after.number(ON_TIME)));
    seen.changes("open", Pair.of("1", before.number("open")), Pair.of("0", after.number("open")));
    seen.changes(
        "index of sharing of the pair",
        Pair.of("0", before.number(INDEX)),
        Pair.of("1", after.number(INDEX)));
  }

  private static InstructionId complain(CaseLedger ledger, RegionCode region) {
    return complain(ledger, region, Optional.empty());
  }

  private static InstructionId complain(
      CaseLedger ledger, RegionCode region, Optional<InstructionId> reopens) {
    return ledger
        .does(
            ledger.office(),
            new OpenCase(
                Optional.of(CoordinationCase.Behalf.PUBLIC),
                MandateFunction.PUBLIC_FEEDBACK,
                CaseKind.FEEDBACK,
                Optional.empty(),
                region,
                reopens,
                CaseLedger.document("a spring has fallen dry")))
        .id();
  }

  /**
   * One complaint of the public, which goes to the office of the league; it is open, then answered
   * on time. Opened again it is one more: 2 asked, of which 1 was reopened, 50 %.
   */
  private static void feedback(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.county(14, 1);
    InstructionSigner league = ledger.admitted(Role.OFFICE, ledger.league(14));
    assign(ledger, MandateFunction.PUBLIC_FEEDBACK, ledger.league(14), league);
    InstructionId first = complain(ledger, region);
    ReadModels.Numbers before = feedback(ledger, region);
    JsonNode routed = ledger.show(ledger.office(), SharingViews.CASES, first);
    seen.is("it went to who answers for the league", true, isResponsible(routed, league));
    seen.is("working days to answer the public", 15, routed.at("/due/days").asInt());
    answer(ledger, league, first);
    ReadModels.Numbers after = feedback(ledger, region);
    seen.changes(
        "open complaints", Pair.of("1", before.number("open")), Pair.of("0", after.number("open")));
    seen.changes(
        "answered on time",
        Pair.of("0", before.number(ON_TIME)),
        Pair.of("1", after.number(ON_TIME)));
    complain(ledger, region, Optional.of(first));
    seen.changes(
        "reopened, %",
        Pair.of("0", after.number("reopenedPercent")),
        Pair.of("50", feedback(ledger, region).number("reopenedPercent")));
  }

  private static ReadModels.Numbers feedback(CaseLedger ledger, RegionCode region) {
    return ledger.reads().feedback(region, MandateFunction.PUBLIC_FEEDBACK).orElseThrow();
  }

  private static NoticeFields forage(String tonnes, int fen) {
    return fields(
        "{\"supply\":{\"factor\":\"FORAGE\",\"priceFen\":%d,\"quantity\":\"%s\",\"unit\":\"t\"}}"
            .formatted(fen, tonnes));
  }

  /**
   * 2,000 t are offered at 100 fen: of a need of 500 t at 130 fen 500 match, a spread of 30 fen,
   * worth 15,000 fen; where the need is replaced by one of 800 t, 800 and 24,000.
   */
  private static void opportunities(CaseLedger ledger, Findings seen) {
    RegionCode here = ledger.league(15);
    RegionCode there = ledger.across(15);
    notice(ledger, ledger.office(), NoticeKind.OFFER, here, Optional.empty(), forage("2000", 100));
    InstructionId need =
        notice(
            ledger,
            ledger.neighbour(),
            NoticeKind.NEED,
            there,
            Optional.empty(),
            forage("500", 130));
    ReadModels.Numbers before = exchange(ledger, here, there);
    notice(
        ledger, ledger.neighbour(), NoticeKind.NEED, there, Optional.of(need), forage("800", 130));
    ReadModels.Numbers after = exchange(ledger, here, there);
    seen.changes(
        "matched, t",
        Pair.of("500", before.number("matched")),
        Pair.of("800", after.number("matched")));
    seen.changes(
        "value, fen",
        Pair.of("15000", before.number("valueFen")),
        Pair.of("24000", after.number("valueFen")));
  }

  /** Needs of other plays are matched too. */
  private static ReadModels.Numbers exchange(CaseLedger ledger, RegionCode from, RegionCode to) {
    return ledger
        .reads()
        .opportunity(
            "EXCHANGE", from, Map.of("fromRegion", from.value(), "toRegion", to.value()), false);
  }

  private static NoticeFields standard(String version) {
    return fields(
        "{\"standard\":{\"code\":\"%s\",\"mandatory\":true,\"version\":\"%s\"}}"
            .formatted(STANDARD, version));
  }

  /**
   * Version 1 of a standard of the province holds for its league, then the version 2 that takes its
   * place.
   */
  private static void standards(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.league(21);
    InstructionId first =
        notice(
            ledger, ledger.office(), NoticeKind.STANDARD, region, Optional.empty(), standard("1"));
    String before = version(ledger, region);
    notice(ledger, ledger.office(), NoticeKind.STANDARD, region, Optional.of(first), standard("2"));
    String after = version(ledger, region);
    seen.changes("versions in force", Pair.of("1", before), Pair.of("2", after));
    seen.is("in a county of the league", "2", version(ledger, ledger.county(21, 1)));
  }

  private static String version(CaseLedger ledger, RegionCode region) {
    return ledger
        .reads()
        .region(region)
        .path("standards")
        .valueStream()
        .filter(each -> each.path("code").asString().equals(STANDARD))
        .map(each -> each.path("version").asString())
        .collect(Collectors.joining(", "));
  }

  /**
   * A county and its league have nobody, the province has: 2 vacancies. The league has somebody: 1.
   * The directory says so and who it is, and a request goes there.
   */
  private static void network(CaseLedger ledger, Findings seen) {
    RegionCode county = ledger.county(29, 1);
    InstructionSigner provincial = ledger.admitted(Role.OFFICE, ledger.province());
    InstructionSigner league = ledger.admitted(Role.OFFICE, ledger.league(29));
    assign(ledger, MandateFunction.STANDARDS, ledger.province(), provincial);
    JsonNode before = entry(ledger, county);
    seen.is(
        "a request goes to the province's",
        true,
        isResponsible(routed(ledger, county), provincial));
    assign(ledger, MandateFunction.STANDARDS, ledger.league(29), league);
    JsonNode after = entry(ledger, county);
    seen.changes(
        "vacancies passed over",
        Pair.of(2, before.path("vacancies").size()),
        Pair.of(1, after.path("vacancies").size()));
    seen.is("before it is the province's", true, isResponsible(before, provincial));
    seen.is("after it is the league's", true, isResponsible(after, league));
    seen.is("a request goes to the league's", true, isResponsible(routed(ledger, county), league));
  }

  private static JsonNode entry(CaseLedger ledger, RegionCode region) {
    return ledger.reads().directory(region, MandateFunction.STANDARDS, ledger.today().toString());
  }

  private static boolean isResponsible(JsonNode asked, InstructionSigner who) {
    return asked.path("responsible").asString().equals(who.participant().value());
  }

  private static JsonNode routed(CaseLedger ledger, RegionCode county) {
    InstructionId id =
        ledger
            .does(
                ledger.neighbour(),
                new OpenCase(
                    Optional.empty(),
                    MandateFunction.STANDARDS,
                    CaseKind.INFORMATION,
                    Optional.empty(),
                    county,
                    Optional.empty(),
                    CaseLedger.document("request")))
            .id();
    return ledger.show(ledger.office(), SharingViews.CASES, id);
  }

  private static NoticeFields plan(String explicitness) {
    return fields(
        "{\"plan\":{\"explicitness\":\"%s\",\"from\":2026,\"to\":2030}}".formatted(explicitness));
  }

  /**
   * No plan, then one that speaks of sinks by implication, then one that does plainly: the
   * scorecard tells the one in force, and the list of notices both.
   */
  private static void plans(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.league(30);
    String none = explicitness(ledger, region);
    InstructionId first =
        notice(
            ledger, ledger.office(), NoticeKind.PLAN, region, Optional.empty(), plan("IMPLICIT"));
    String before = explicitness(ledger, region);
    notice(ledger, ledger.office(), NoticeKind.PLAN, region, Optional.of(first), plan("EXPLICIT"));
    String after = explicitness(ledger, region);
    seen.is("without a plan", Card.NONE, none);
    seen.changes("explicitness", Pair.of("IMPLICIT", before), Pair.of("EXPLICIT", after));
    seen.is(
        "plans in the log",
        2,
        ledger.list(SharingViews.NOTICES, Map.of("region", region.value())).size());
  }

  private static String explicitness(CaseLedger ledger, RegionCode region) {
    return ledger.reads().region(region).at("/plan/explicitness").asString(Card.NONE);
  }

  /**
   * A barrier of severity 2, then another of 3: 5 together. A refusal because nothing is held
   * weighs 2: 7 in all.
   */
  private static void reverse(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.across(32);
    barrier(ledger, region, "TAX", 2);
    String before = told(ledger.reads().barriers(region, ledger.year()), PUBLIC_SCORE);
    barrier(ledger, region, "PROTECTIONISM", 3);
    Optional<ReadModels.Numbers> both = ledger.reads().barriers(region, ledger.year());
    seen.changes(
        "severity of barriers", Pair.of("2", before), Pair.of("5", told(both, PUBLIC_SCORE)));
    assign(ledger, MandateFunction.MONITORING, region, ledger.neighbour());
    InstructionId id = ask(ledger, region);
    seen.is(
        "who asked refuses nothing",
        ErrorCode.NOT_ALLOWED,
        ledger.outcome(ledger.office(), refusal(id)));
    ledger.does(ledger.neighbour(), refusal(id));
    Optional<ReadModels.Numbers> after = ledger.reads().barriers(region, ledger.year());
    seen.changes(
        "refusals to share",
        Pair.of("0", told(both, "refusals")),
        Pair.of("1", told(after, "refusals")));
    seen.changes(
        "score with refusals",
        Pair.of("5", told(both, "score")),
        Pair.of("7", told(after, "score")));
    seen.is(
        "refused of asked, %",
        "100", ledger.reads().sharing(ledger.province(), region).number("refusedPercent"));
  }

  private static void barrier(CaseLedger ledger, RegionCode region, String kind, int severity) {
    notice(
        ledger,
        ledger.office(),
        NoticeKind.BARRIER,
        region,
        Optional.empty(),
        fields("{\"barrier\":{\"kind\":\"%s\",\"severity\":%d}}".formatted(kind, severity)));
  }
}
