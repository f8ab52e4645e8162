// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static void refuse(CaseLedger ledger, InstructionSigner who, InstructionId id) {
    ledger.does(
        who,
        new AnswerCase(
            AnswerCase.Kind.REFUSED,
            id,
            Optional.empty(),
            Optional.empty(),
            Optional.of(RefusalGround.NOT_HELD),
            Optional.empty(),
            Optional.empty()));
  }

  private static List<JsonNode> cases(CaseLedger ledger, Map<String, String> filters) {
    return ledger.list(ledger.office(), SharingViews.CASES, filters);
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    Map<String, String> all = new HashMap<>(some);
    all.put(name, value);
    return all;
  }

  /** Of two requests of one province to a league of another none is answered, then one. */
  private static void barriers(CaseLedger ledger, Findings seen) {
    RegionCode asked = ledger.across(11);
    assign(ledger, MandateFunction.MONITORING, asked, ledger.neighbour());
    InstructionId first = ask(ledger, asked);
    ask(ledger, asked);
    Map<String, String> pair =
        Map.of("fromRegion", ledger.province().value(), "region", asked.value());
    long before = onTimePercent(ledger, pair);
    answer(ledger, ledger.neighbour(), first);
    seen.changes(
        "answered on time of asked, %",
        Pair.of(0, before), Pair.of(50, onTimePercent(ledger, pair)));
  }

  private static long onTimePercent(CaseLedger ledger, Map<String, String> pair) {
    long answered =
        cases(ledger, with(pair, "state", "ANSWERED")).stream()
            .map(
                each ->
                    ledger.show(ledger.office(), SharingViews.CASES, each.path("id").asString()))
            .filter(each -> each.at("/answer/onTime").asBoolean(false))
            .count();
    return 100 * answered / cases(ledger, pair).size();
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

  /** Nothing is published, then one notice, which everybody lists and downloads. */
  private static void publicity(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.league(12);
    Map<String, String> here = Map.of("region", region.value());
    int before = ledger.list(SharingViews.NOTICES, here).size();
    long exported = ledger.rowsOfExport(SharingViews.NOTICES, here);
    notice(
        ledger,
        ledger.office(),
        NoticeKind.POLICY,
        region,
        Optional.empty(),
        fields("{\"policy\":{\"number\":\"练习〔2026〕1号\",\"topic\":\"CARBON_MANAGEMENT\"}}"));
    seen.changes(
        "notices that everybody sees",
        Pair.of(0, before),
        Pair.of(1, ledger.list(SharingViews.NOTICES, here).size()));
    seen.changes(
        "rows that everybody downloads",
        Pair.of(0, exported),
        Pair.of(1, ledger.rowsOfExport(SharingViews.NOTICES, here)));
  }

  /** One request, not answered and then answered in time: 0 and 100 % are fulfilled. */
  private static void needs(CaseLedger ledger, Findings seen) {
    RegionCode asked = ledger.across(13);
    assign(ledger, MandateFunction.MONITORING, asked, ledger.neighbour());
    InstructionId id = ask(ledger, asked);
    Map<String, String> here = Map.of("region", asked.value());
    long before = onTimePercent(ledger, here);
    JsonNode open = ledger.show(ledger.office(), SharingViews.CASES, id);
    seen.is("working days to answer an office", 10, open.at("/due/days").asInt());
    seen.is(
        "they count from the day after",
        true,
        open.at("/due/from").asString().equals(ledger.today().plusDays(1).toString()));
    answer(ledger, ledger.neighbour(), id);
    seen.changes(
        "requests fulfilled in time, %",
        Pair.of(0, before), Pair.of(100, onTimePercent(ledger, here)));
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

  /** Of one complaint of the public none is closed, then one; opened again, it names the first. */
  private static void feedback(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.county(14, 1);
    assign(ledger, MandateFunction.PUBLIC_FEEDBACK, ledger.league(14), ledger.office());
    InstructionId first = complain(ledger, region);
    Map<String, String> open = Map.of("region", region.value(), "state", "OPEN");
    int before = cases(ledger, open).size();
    JsonNode routed = ledger.show(ledger.office(), SharingViews.CASES, first);
    seen.is(
        "it went to who answers for the league",
        true,
        routed.path("responsible").asString().equals(ledger.office().participant().value()));
    seen.is("working days to answer the public", 15, routed.at("/due/days").asInt());
    // Who asked does not answer: the authority governs every region.
    answer(ledger, ledger.authority(), first);
    seen.changes("open complaints", Pair.of(1, before), Pair.of(0, cases(ledger, open).size()));
    InstructionId again = complain(ledger, region, Optional.of(first));
    seen.is(
        "the later names the first",
        true,
        ledger
            .show(ledger.office(), SharingViews.CASES, again)
            .path("reopens")
            .asString()
            .equals(first.value()));
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
    JsonNode before = exchange(ledger, here, there);
    notice(
        ledger, ledger.neighbour(), NoticeKind.NEED, there, Optional.of(need), forage("800", 130));
    JsonNode after = exchange(ledger, here, there);
    seen.changes("matched, t", number("500", before, "matched"), number("800", after, "matched"));
    seen.changes(
        "value, fen", number("15000", before, "valueFen"), number("24000", after, "valueFen"));
  }

  private static Pair number(String computed, JsonNode row, String name) {
    return Pair.of(computed, row.path("numbers").path(name).path("value").asString());
  }

  /** Needs of other plays are matched too. */
  private static JsonNode exchange(CaseLedger ledger, RegionCode from, RegionCode to) {
    return ledger
        .get("/coordination/opportunities", Map.of("region", from.value(), "kind", "EXCHANGE"))
        .path("items")
        .valueStream()
        .filter(each -> each.path("fromRegion").asString().equals(from.value()))
        .filter(each -> each.path("toRegion").asString().equals(to.value()))
        .findFirst()
        .orElseThrow();
  }

  private static NoticeFields standard(String version) {
    return fields(
        "{\"standard\":{\"code\":\"GCS-KIT\",\"mandatory\":true,\"version\":\"%s\"}}"
            .formatted(version));
  }

  private static JsonNode inForce(CaseLedger ledger, RegionCode region) {
    List<JsonNode> found =
        ledger.list(SharingViews.NOTICES, Map.of("region", region.value(), "replaced", "false"));
    return ledger.show(SharingViews.NOTICES, found.get(0).path("id").asString());
  }

  /** Version 1 of a standard holds, then the version 2 that takes its place. */
  private static void standards(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.league(21);
    InstructionId first =
        notice(
            ledger, ledger.office(), NoticeKind.STANDARD, region, Optional.empty(), standard("1"));
    JsonNode before = inForce(ledger, region);
    notice(ledger, ledger.office(), NoticeKind.STANDARD, region, Optional.of(first), standard("2"));
    JsonNode after = inForce(ledger, region);
    seen.changes(
        "version in force",
        Pair.of("1", before.at("/fields/standard/version").asString()),
        Pair.of("2", after.at("/fields/standard/version").asString()));
  }

  /**
   * A county and its league have nobody, the province has: 2 vacancies. The league has somebody: 1.
   */
  private static void network(CaseLedger ledger, Findings seen) {
    RegionCode county = ledger.county(29, 1);
    InstructionSigner provincial = ledger.admitted(Role.OFFICE, ledger.province());
    InstructionSigner league = ledger.admitted(Role.OFFICE, ledger.league(29));
    assign(ledger, MandateFunction.STANDARDS, ledger.province(), provincial);
    JsonNode before = routed(ledger, county);
    assign(ledger, MandateFunction.STANDARDS, ledger.league(29), league);
    JsonNode after = routed(ledger, county);
    seen.changes(
        "vacancies passed over",
        Pair.of(2, before.at("/route/0/vacancies").size()),
        Pair.of(1, after.at("/route/0/vacancies").size()));
    seen.is("before it is the province's", true, isResponsible(before, provincial));
    seen.is("after it is the league's", true, isResponsible(after, league));
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

  /** A plan that speaks of sinks by implication, then one that does plainly; both are kept. */
  private static void plans(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.league(30);
    InstructionId first =
        notice(
            ledger, ledger.office(), NoticeKind.PLAN, region, Optional.empty(), plan("IMPLICIT"));
    JsonNode before = inForce(ledger, region);
    notice(ledger, ledger.office(), NoticeKind.PLAN, region, Optional.of(first), plan("EXPLICIT"));
    JsonNode after = inForce(ledger, region);
    seen.changes(
        "explicitness",
        Pair.of("IMPLICIT", before.at("/fields/plan/explicitness").asString()),
        Pair.of("EXPLICIT", after.at("/fields/plan/explicitness").asString()));
    seen.is(
        "plans in the log",
        2,
        ledger.list(SharingViews.NOTICES, Map.of("region", region.value())).size());
  }

  /** A barrier of severity 2, then another of 3: 5 together. A refusal has its ground. */
  private static void reverse(CaseLedger ledger, Findings seen) {
    RegionCode region = ledger.across(32);
    barrier(ledger, region, "PROTECTIONISM", 2);
    int before = severity(ledger, region);
    barrier(ledger, region, "TAX", 3);
    seen.changes("severity of barriers", Pair.of(2, before), Pair.of(5, severity(ledger, region)));
    assign(ledger, MandateFunction.MONITORING, region, ledger.neighbour());
    Map<String, String> refused =
        Map.of("region", region.value(), "state", "REFUSED", "ground", "NOT_HELD");
    int none = cases(ledger, refused).size();
    InstructionId id = ask(ledger, region);
    seen.is(
        "who asked refuses nothing",
        ErrorCode.NOT_ALLOWED,
        ledger.outcome(
            ledger.office(),
            new AnswerCase(
                AnswerCase.Kind.REFUSED,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.of(RefusalGround.NOT_HELD),
                Optional.empty(),
                Optional.empty())));
    refuse(ledger, ledger.neighbour(), id);
    seen.changes("refusals to share", Pair.of(0, none), Pair.of(1, cases(ledger, refused).size()));
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

  private static int severity(CaseLedger ledger, RegionCode region) {
    return ledger
        .list(SharingViews.NOTICES, Map.of("region", region.value(), "kind", "BARRIER"))
        .stream()
        .map(each -> ledger.show(SharingViews.NOTICES, each.path("id").asString()))
        .mapToInt(each -> each.at("/fields/barrier/severity").asInt())
        .sum();
  }
}
