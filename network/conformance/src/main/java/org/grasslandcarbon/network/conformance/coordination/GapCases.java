// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import static org.grasslandcarbon.network.conformance.coordination.Goals.JOBS;
import static org.grasslandcarbon.network.conformance.coordination.Goals.TRAINED;

import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.coordination.Assessment;
import org.grasslandcarbon.domain.coordination.IndicatorGroup;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.network.conformance.coordination.Findings.Pair;
import org.grasslandcarbon.views.AssessmentViews;
import tools.jackson.databind.JsonNode;

/** What regions have reached, beside what they were to reach. */
final class GapCases {
  private GapCases() {}

  static List<Case> all() {
    return List.of(
        new Case("E01_gap_assessment", GapCases::gap),
        new Case("E02_groups_of_inputs", GapCases::groups),
        new Case("E03_independent_assessor", GapCases::assessor),
        new Case("E04_report_revises_target", GapCases::revision),
        new Case("E08_unified_assessment", GapCases::unified),
        new Case("E09_incentive", GapCases::incentive),
        new Case("E10_shared_platform", GapCases::platform),
        new Case("E31_training", GapCases::training),
        new Case("E35_order_parameters", GapCases::coupling));
  }

  /** Target 200: of 120 (200 - 120) / 200 = 40 % are missing, of 180 10 %; the score is 60, 90. */
  private static void gap(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode region = ledger.league(1);
    goals.set(goals.target(region, TRAINED, "200"));
    goals.report(region, TRAINED, "120");
    Card before = ledger.scorecard(region);
    goals.report(region, TRAINED, "180");
    Card after = ledger.scorecard(region);
    seen.changes(
        "gap, %",
        Pair.of("40", before.indicator(TRAINED, "gapPercent")),
        Pair.of("10", after.indicator(TRAINED, "gapPercent")));
    seen.changes("score", Pair.of("60", before.score()), Pair.of("90", after.score()));
    seen.is("value reported first", "120", after.indicator(TRAINED, "first"));
  }

  /** Capacity: 50 of 100 is 50. Economy: nothing reported has no number; 40 of 50 is 80. */
  private static void groups(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode region = ledger.league(2);
    goals.set(goals.target(region, TRAINED, "100"), goals.target(region, JOBS, "50"));
    goals.report(region, TRAINED, "50");
    Card before = ledger.scorecard(region);
    goals.report(region, JOBS, "40");
    Card after = ledger.scorecard(region);
    seen.changes(
        "score of the economy",
        Pair.of(Card.NONE, before.group(IndicatorGroup.ECONOMY)),
        Pair.of("80", after.group(IndicatorGroup.ECONOMY)));
    seen.is("score of the capacity", "50", after.group(IndicatorGroup.CAPACITY));
    seen.is("why there was none", "NOT_REPORTED", before.indicator(JOBS, "unscored"));
  }

  /**
   * One of the province is refused; one of elsewhere assesses, so many days after the year: from 31
   * December of the year that is over to today there are as many days as this year has so far.
   */
  private static void assessor(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode region = ledger.league(3);
    int year = ledger.year() - 1;
    String assessed = LocalDate.of(year, 12, 31).toString();
    seen.is(
        "an assessor of the province itself",
        ErrorCode.NOT_INDEPENDENT,
        ledger.outcome(ledger.authority(), goals.assignment(ledger.partial(), region)));
    JsonNode nobody = ledger.reads().directory(region, MandateFunction.ASSESSMENT, assessed);
    ReadModels.Round before = ledger.reads().loop(region, year);
    InstructionId report = goals.assess(region);
    JsonNode somebody = ledger.reads().directory(region, MandateFunction.ASSESSMENT, assessed);
    ReadModels.Round after = ledger.reads().loop(region, year);
    seen.changes(
        "assessor in the directory",
        Pair.of(Card.NONE, assessor(ledger, nobody)),
        Pair.of("that of the other province", assessor(ledger, somebody)));
    seen.changes(
        "days from the year's end to the report",
        Pair.of("NOT_ASSESSED", before.days("ASSESSED")),
        Pair.of("as many as have passed", passed(ledger, after.days("ASSESSED"))));
    seen.is(
        "the loop leads to the report",
        true,
        after.member("assessment").equals("/assessments/" + report));
    seen.is(
        "report's digest is the assessor's",
        CaseLedger.document("report of the assessor"),
        ledger.show(AssessmentViews.ASSESSMENTS, report).path("report").asString());
  }

  private static String assessor(CaseLedger ledger, JsonNode entry) {
    String holder = entry.path("holder").asString(Card.NONE);
    boolean isOurs = holder.equals(ledger.assessor().participant().value());
    return isOurs ? "that of the other province" : holder;
  }

  private static String passed(CaseLedger ledger, String days) {
    boolean isSo = days.equals(Integer.toString(ledger.today().getDayOfYear()));
    return isSo ? "as many as have passed" : days;
  }

  /**
   * Of two targets that the report proposes the revision takes one, 50 %: 1000 becomes 300, as was
   * proposed, and the goal before is in force no more.
   */
  private static void revision(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode region = ledger.league(4);
    int next = ledger.year() + 1;
    int assessed = ledger.year() - 1;
    InstructionId goal = goals.set(Goals.target(region, TRAINED, "1000", next));
    InstructionId report =
        goals.assess(
            region,
            new Assessment.ProposedTarget(TRAINED, Decimal.of("300"), next),
            new Assessment.ProposedTarget(JOBS, Decimal.of("20"), next));
    ReadModels.Tree first = ledger.reads().goalTree(goal);
    ReadModels.Round open = ledger.reads().loop(region, assessed);
    InstructionId revision = goals.revise(goal, report, Goals.target(region, TRAINED, "300", next));
    ReadModels.Tree revised = ledger.reads().goalTree(revision);
    ReadModels.Round closed = ledger.reads().loop(region, assessed);
    seen.changes(
        "target in force",
        Pair.of("1000", first.target(region, TRAINED, "target")),
        Pair.of("300", revised.target(region, TRAINED, "target")));
    seen.changes(
        "the goal before",
        Pair.of("ADOPTED", first.state()),
        Pair.of("SUPERSEDED", ledger.reads().goalTree(goal).state()));
    seen.changes(
        "the loop of the assessed year is closed",
        Pair.of(false, open.closed()),
        Pair.of(true, closed.closed()));
    seen.changes(
        "days from proposing the revision to new targets",
        Pair.of("NO_REVISION", open.days("REVISED")),
        Pair.of("0", closed.days("REVISED")));
    seen.is(
        "proposals of the report that were adopted, %",
        "50", closed.revision(0).number("proposalsAdoptedPercent"));
    JsonNode change = closed.revision(0).row().at("/changes/0");
    seen.is(
        "before, proposed and after",
        "1000, 300, 300",
        String.join(
            ", ",
            change.path("before").asString(),
            change.path("proposed").asString(),
            change.path("after").asString()));
  }

  /**
   * Both of 200: one half and three quarters reached are (200 x 0.5 + 200 x 0.75) / 400 = 62.5, the
   * second grade; all reached is 100, the first. A second region with the same has the same.
   */
  private static void unified(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode one = ledger.county(8, 1);
    RegionCode other = ledger.county(8, 2);
    goals.set(
        goals.target(one, TRAINED, "100"),
        goals.target(one, JOBS, "40"),
        goals.target(other, TRAINED, "100"),
        goals.target(other, JOBS, "40"));
    for (RegionCode each : List.of(one, other)) {
      goals.report(each, TRAINED, "50");
      goals.report(each, JOBS, "30");
    }
    Card before = ledger.scorecard(one);
    seen.is("score of another with the same numbers", "62.5", ledger.scorecard(other).score());
    goals.report(one, TRAINED, "100");
    goals.report(one, JOBS, "40");
    Card after = ledger.scorecard(one);
    seen.changes("score", Pair.of("62.5", before.score()), Pair.of("100", after.score()));
    seen.changes("grade", Pair.of(2, before.award("grade")), Pair.of(1, after.award("grade")));
    seen.is("coverage, %", "40", after.coverage());
  }

  /** 59 points are the third grade with nothing, 60 the second with 50 per mille of the budget. */
  private static void incentive(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode region = ledger.league(9);
    goals.set(goals.target(region, TRAINED, "100"), goals.target(region, JOBS, "100"));
    goals.report(region, TRAINED, "60");
    goals.report(region, JOBS, "58");
    Card before = ledger.scorecard(region);
    goals.report(region, JOBS, "60");
    Card after = ledger.scorecard(region);
    seen.changes("score", Pair.of("59", before.score()), Pair.of("60", after.score()));
    seen.changes(
        "share of the budget, per mille",
        Pair.of(0, before.award("budgetPerMille")),
        Pair.of(50, after.award("budgetPerMille")));
    seen.changes(
        "share of the quota, per mille",
        Pair.of(0, before.award("quotaPerMille")),
        Pair.of(50, after.award("quotaPerMille")));
  }

  /** The schema's conformity as reported last; coverage: 0, then 200 of 1,000 per mille. */
  private static void platform(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode region = ledger.league(10);
    IndicatorId conformity = new IndicatorId("SCHEMA_CONFORMITY");
    goals.set(goals.target(region, TRAINED, "10"));
    goals.report(region, conformity, "80");
    String before = newest(ledger, region);
    String covered = ledger.scorecard(region).coverage();
    goals.report(region, conformity, "95");
    goals.report(region, TRAINED, "10");
    seen.changes("conformity, %", Pair.of("80", before), Pair.of("95", newest(ledger, region)));
    seen.changes(
        "coverage, %", Pair.of("0", covered), Pair.of("20", ledger.scorecard(region).coverage()));
  }

  private static String newest(CaseLedger ledger, RegionCode region) {
    JsonNode report = ledger.show(AssessmentViews.REPORTS, region, ledger.year(), "practice");
    for (JsonNode each : report.path("values").valueStream().toList()) {
      if (each.path("indicator").asString().equals("SCHEMA_CONFORMITY")) {
        JsonNode again = each.path("restated");
        return (again.isEmpty() ? each : again.get(again.size() - 1)).path("value").asString();
      }
    }
    return Card.NONE;
  }

  /** Target 60 trained: 30 is a half, 45 three quarters. */
  private static void training(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode region = ledger.league(31);
    goals.set(goals.target(region, TRAINED, "60"));
    goals.report(region, TRAINED, "30");
    Card before = ledger.scorecard(region);
    goals.report(region, TRAINED, "45");
    Card after = ledger.scorecard(region);
    seen.changes(
        "attainment of persons trained",
        Pair.of("0.5", before.indicator(TRAINED, "attainment")),
        Pair.of("0.75", after.indicator(TRAINED, "attainment")));
  }

  /**
   * U1 is 64 of 100 jobs, U2 36, then 64 of 100 trained. C = 2 sqrt(0.64 x 0.36) / 1 = 0.96, T =
   * 0.5 x 0.64 + 0.5 x 0.36 = 0.5, D = sqrt(0.48) = 0.692820; then C = 1, T = 0.64, D = 0.8.
   */
  private static void coupling(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode region = ledger.league(35);
    goals.set(goals.target(region, TRAINED, "100"), goals.target(region, JOBS, "100"));
    goals.report(region, JOBS, "64");
    goals.report(region, TRAINED, "36");
    Card before = ledger.scorecard(region);
    goals.report(region, TRAINED, "64");
    Card after = ledger.scorecard(region);
    seen.changes("C", Pair.of("0.96", before.coupling("c")), Pair.of("1", after.coupling("c")));
    seen.changes("T", Pair.of("0.5", before.coupling("t")), Pair.of("0.64", after.coupling("t")));
    seen.changes(
        "D", Pair.of("0.69282", before.coupling("d")), Pair.of("0.8", after.coupling("d")));
    seen.changes(
        "class", Pair.of("7", before.coupling("degree")), Pair.of("9", after.coupling("degree")));
  }
}
