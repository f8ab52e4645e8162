// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.market.AcceptBlockTrade;
import org.grasslandcarbon.domain.market.OfferBlockTrade;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.monitoring.VerifyMonitoringReport;
import org.grasslandcarbon.domain.permanence.ReportReversal;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.permanence.SettleReversal;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Finding;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.RegisterRenewal;
import org.grasslandcarbon.domain.stocking.RecordStocking;
import org.grasslandcarbon.domain.stocking.Stocking;
import org.grasslandcarbon.domain.testing.CountedTrades;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.Renewals;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

class RegionTotalsTest {
  private static final RegionCode LEAGUE = new RegionCode("152500");

  private static Optional<RegionTotals> totals(TestLedger ledger, RegionCode region) {
    return ledger.find(RegionTotals.key(region, false));
  }

  private static RegionTotals province(TestLedger ledger) {
    return totals(ledger, TestLedger.INNER_MONGOLIA).orElseThrow();
  }

  private static RegionYear.Land land(TestLedger ledger, int year) {
    return province(ledger).year(year).land().orElseThrow();
  }

  private static DeregisterProject deregistration(InstructionId project) {
    return new DeregisterProject(project, "The contract has ended.");
  }

  /** Writes past all rules. */
  private static void write(TestLedger ledger, CountingStart start) {
    ledger.store().putAll(new TreeMap<>(Map.of(start.key().text(), Codec.write(start))));
  }

  @Test
  void a_project_counts_for_its_division_the_league_and_the_province_and_for_no_other() {
    Projects projects = new Projects();
    InstructionId id = projects.registered();
    Project project = projects.project(id);
    Decimal hectares = project.design().areaHectares();
    for (RegionCode each : List.of(TestLedger.XILINHOT, LEAGUE, TestLedger.INNER_MONGOLIA)) {
      RegionTotals found = totals(projects.ledger, each).orElseThrow();
      assertThat(found.region()).isEqualTo(each);
      assertThat(found.hectaresAtEnd(2025)).contains(hectares);
      assertThat(found.projectsAtEnd(2025)).contains(1L);
    }
    assertThat(projects.ledger.records(RegionTotals.TYPE)).hasSize(3);
    projects.registered();
    assertThat(province(projects.ledger).projectsAtEnd(2025)).contains(2L);
    assertThat(province(projects.ledger).hectaresAtEnd(2025))
        .contains(new Decimal(hectares.value().add(hectares.value())));
  }

  @Test
  void land_leaves_the_day_after_its_last_day_of_crediting() {
    Projects projects = new Projects();
    Project project = projects.project(projects.registered());
    int last = project.design().creditingPeriod().to().getYear();
    assertThat(project.design().creditingPeriod().to()).isEqualTo(LocalDate.of(last, 12, 31));
    assertThat(province(projects.ledger).hectaresAtEnd(last))
        .contains(project.design().areaHectares());
    assertThat(province(projects.ledger).hectaresAtEnd(last + 1)).contains(Decimal.of("0"));
    assertThat(province(projects.ledger).projectsAtEnd(last + 1)).contains(0L);
  }

  @Test
  void a_deregistration_takes_the_land_away_at_once_and_only_once() {
    Projects projects = new Projects();
    InstructionId id = projects.registered();
    int last = projects.project(id).design().creditingPeriod().to().getYear();
    projects.setDate("2027-05-01");
    projects.ledger.apply(projects.office, deregistration(id));
    RegionTotals after = province(projects.ledger);
    assertThat(after.projectsAtEnd(2026)).contains(1L);
    assertThat(after.projectsAtEnd(2027)).contains(0L);
    assertThat(after.hectaresAtEnd(2027)).contains(Decimal.of("0"));
    assertThat(after.hectaresAtEnd(last + 1)).contains(Decimal.of("0"));
  }

  @Test
  void a_proposal_that_is_taken_back_counts_for_nothing() {
    Projects projects = new Projects();
    projects.ledger.apply(projects.owner, deregistration(projects.propose()));
    assertThat(projects.ledger.records(RegionTotals.TYPE)).isEmpty();
  }

  @Test
  void a_project_whose_crediting_is_over_has_left_before_it_is_deregistered() {
    Renewals renewals = new Renewals();
    renewals.projects.setDate("2034-05-01");
    RegionTotals before = province(renewals.projects.ledger);
    renewals.projects.ledger.apply(renewals.projects.office, deregistration(renewals.project));
    assertThat(province(renewals.projects.ledger)).isEqualTo(before);
    assertThat(before.projectsAtEnd(2032)).contains(1L);
    assertThat(before.projectsAtEnd(2033)).contains(0L);
  }

  @Test
  void a_renewed_project_goes_on_with_its_land() {
    Renewals renewals = new Renewals();
    renewals.registered();
    RegionTotals after = province(renewals.projects.ledger);
    assertThat(after.projectsAtEnd(2032)).contains(1L);
    assertThat(after.projectsAtEnd(2033)).contains(1L);
    assertThat(after.hectaresAtEnd(2042)).contains(renewals.design().areaHectares());
    assertThat(after.projectsAtEnd(2043)).contains(0L);
    assertThat(after.hectaresAtEnd(2043)).contains(Decimal.of("0"));
  }

  @Test
  void a_renewal_that_comes_after_the_end_begins_the_land_anew() {
    Renewals renewals = new Renewals();
    InstructionId renewal = renewals.validated();
    renewals.projects.setDate("2034-05-01");
    renewals.projects.ledger.apply(renewals.projects.office, new RegisterRenewal(renewal));
    RegionTotals after = province(renewals.projects.ledger);
    assertThat(after.projectsAtEnd(2033)).contains(0L);
    assertThat(after.projectsAtEnd(2034)).contains(1L);
    assertThat(after.projectsAtEnd(2043)).contains(0L);
  }

  @Test
  void opinions_count_with_their_findings_whatever_they_conclude() {
    Projects projects = new Projects();
    projects.verified();
    InstructionId second = projects.submitted();
    projects.endPublicity();
    projects.ledger.apply(
        projects.verifier,
        new VerifyMonitoringReport(
            List.of(),
            List.of(
                new Finding(Optional.empty(), Finding.Kind.MUST_CLOSE, "No records."),
                new Finding(Optional.empty(), Finding.Kind.MUST_CLOSE, "No samples.")),
            second,
            Opinion.NEGATIVE,
            Sha256.of("verification")));
    RegionYear.Verifications work =
        province(projects.ledger).year(2025).verifications().orElseThrow();
    assertThat(work.reports()).isEqualTo(2);
    assertThat(work.certifiers())
        .containsExactly(new RegionYear.Certifier(2, projects.verifier, 2));
    assertThat(work.leakageTonnes()).isEqualTo(Decimal.of("0"));
  }

  @Test
  void the_fifty_first_certifier_of_a_year_is_counted_and_not_told() {
    RegionYear.Verifications all = RegionYear.Verifications.NONE;
    Projects projects = new Projects();
    ParticipantId first = projects.verifier;
    all = all.with(first, 3, Decimal.of("1.5"));
    for (int i = 1; i <= RegionYear.CERTIFIERS_MOST; i++) {
      all = all.with(projects.ledger.newId(), 1, Decimal.of("0"));
    }
    assertThat(all.certifiers()).hasSize(RegionYear.CERTIFIERS_MOST);
    assertThat(all.others()).isEqualTo(1);
    RegionYear.Verifications again = all.with(first, 2, Decimal.of("0.25"));
    assertThat(again.reports()).isEqualTo(RegionYear.CERTIFIERS_MOST + 2);
    assertThat(again.certifiers()).contains(new RegionYear.Certifier(5, first, 2));
    assertThat(again.leakageTonnes()).isEqualTo(Decimal.of("1.75"));
  }

  @Test
  void what_is_issued_counts_in_the_year_of_issuance_and_by_vintage() {
    Projects projects = new Projects();
    projects.issued();
    int year = today(projects.ledger).getYear();
    RegionTotals after = province(projects.ledger);
    List<Batch> batches = projects.ledger.records(Batch.TYPE).toList();
    assertThat(batches).hasSize(2);
    RegionYear.Credits credits = after.year(year).credits().orElseThrow();
    assertThat(credits.issued().value())
        .isEqualTo(batches.stream().mapToLong(each -> each.issued().value()).sum())
        .isPositive();
    assertThat(credits.buffered().value())
        .isEqualTo(batches.stream().mapToLong(each -> each.buffered().value()).sum())
        .isPositive();
    for (Batch each : batches) {
      assertThat(after.year(each.vintage()).credits().orElseThrow().vintage())
          .isEqualTo(each.issued());
    }
    assertThat(totals(projects.ledger, TestLedger.XILINHOT).orElseThrow().years())
        .isEqualTo(after.years());
  }

  @Test
  void a_settled_reversal_counts_as_lost_and_takes_nothing_from_what_was_issued() {
    Projects projects = new Projects();
    InstructionId project = projects.reportOf(projects.issued()).project();
    int year = today(projects.ledger).getYear();
    RegionYear.Credits before = province(projects.ledger).year(year).credits().orElseThrow();
    InstructionId reversal =
        projects.ledger.apply(
            projects.owner,
            new ReportReversal(
                Reversal.Cause.FIRE,
                Sha256.of("fire brigade"),
                Tonnes.of(500),
                LocalDate.of(2025, 4, 12),
                project,
                "A fire."));
    assertThat(province(projects.ledger).year(year).credits()).contains(before);
    projects.ledger.apply(
        projects.verifier,
        new SettleReversal(Tonnes.of(400), project, Sha256.of("verified loss"), reversal));
    RegionYear.Credits after = province(projects.ledger).year(year).credits().orElseThrow();
    assertThat(after.lost()).isEqualTo(Tonnes.of(400));
    assertThat(after.issued()).isEqualTo(before.issued());
  }

  @Test
  void of_a_project_s_balances_of_a_year_the_latest_counts() {
    Projects projects = new Projects();
    InstructionId first = projects.registered();
    InstructionId second = projects.registered();
    record(projects, first, "1500");
    record(projects, second, "200");
    record(projects, first, "100");
    RegionYear.Grazing grazing = province(projects.ledger).year(2024).grazing().orElseThrow();
    Stocking one = projects.ledger.find(Stocking.key(first, 2024)).orElseThrow();
    Stocking other = projects.ledger.find(Stocking.key(second, 2024)).orElseThrow();
    assertThat(one.replaces()).isPresent();
    assertThat(grazing.balances()).isEqualTo(2);
    assertThat(grazing.sheepUnits().value())
        .isEqualByComparingTo(one.sheepUnits().value().add(other.sheepUnits().value()));
    assertThat(grazing.capacity().value())
        .isEqualByComparingTo(one.capacity().value().add(other.capacity().value()));
  }

  private static void record(Projects projects, InstructionId project, String sheep) {
    RecordStocking example =
        Edited.with(RecordStocking.TYPE.example(), "/project", "\"" + project.value() + "\"");
    projects.ledger.apply(projects.owner, Edited.with(example, "/herds/0/heads", sheep));
  }

  @Test
  void what_is_for_practice_is_counted_apart() {
    Projects projects = new Projects();
    InstructionId id =
        projects.ledger.apply(
            projects.owner,
            new ProposeProject(
                ExampleProject.BOUNDARY, projects.design(ExampleMethodology.training().version())));
    projects.endPublicity();
    projects.ledger.apply(projects.validator, projects.opinion(id));
    projects.ledger.apply(projects.office, projects.registration(id));
    assertThat(projects.project(id).training()).isTrue();
    assertThat(totals(projects.ledger, TestLedger.INNER_MONGOLIA)).isEmpty();
    RegionTotals practice =
        projects.ledger.find(RegionTotals.key(TestLedger.INNER_MONGOLIA, true)).orElseThrow();
    assertThat(practice.practice()).isTrue();
    assertThat(practice.projectsAtEnd(2025)).contains(1L);
  }

  @Test
  void trades_count_when_their_day_is_closed_and_once() {
    TestMarket market = new TestMarket();
    ParticipantId buyer = market.trader(1_000_000_000);
    market.ledger.apply(market.owner, market.sell(1_000, 10_000));
    market.ledger.apply(buyer, market.takeSells(400, 10_000));
    assertThat(sales(market)).isEmpty();
    CountedTrades.require(market.ledger);
    market.setTime("15:10:00");
    market.ledger.apply(market.exchange, market.close());
    Sales counted = sales(market).orElseThrow();
    assertThat(counted.tonnes()).isEqualTo(Tonnes.of(400));
    assertThat(counted.value()).isEqualTo(Fen.of(4_000_000));
    assertThat(counted.trades()).isEqualTo(1);
    assertThat(counted.fees().value()).isPositive();
    assertThat(counted.shares().value()).isPositive();
    assertThat(market.book().day().orElseThrow().uncounted()).isEmpty();
    CountedTrades.require(market.ledger);
    market.nextDay();
    market.ledger.apply(market.owner, market.sell(1_000, 10_000));
    assertThat(sales(market)).contains(counted);
    CountedTrades.require(market.ledger);
  }

  @Test
  void a_day_that_nobody_closed_counts_when_the_next_begins_and_in_its_own_year() {
    TestMarket market = new TestMarket();
    ParticipantId buyer = market.trader(1_000_000_000);
    market.ledger.apply(market.owner, market.sell(400, 10_000));
    market.ledger.apply(buyer, market.takeSells(400, 10_000));
    market.nextDay();
    assertThat(sales(market)).isEmpty();
    market.ledger.apply(market.owner, market.sell(500, 10_000));
    assertThat(sales(market).orElseThrow().tonnes()).isEqualTo(Tonnes.of(400));
    CountedTrades.require(market.ledger);
  }

  @Test
  void a_block_counts_and_is_told_of_only_when_the_day_is_over() {
    TestMarket market = new TestMarket();
    ParticipantId buyer = market.trader(10_000_000_000L);
    OfferBlockTrade offer =
        new OfferBlockTrade(
            Optional.of(market.batch),
            buyer,
            market.instrument,
            Fen.of(10_000),
            Tonnes.of(10_000),
            Side.SELL,
            market.ledger.time().plusSeconds(3_600));
    InstructionId id = market.ledger.apply(market.owner, offer);
    market.ledger.apply(buyer, new AcceptBlockTrade(Optional.empty(), id));
    assertThat(sales(market)).isEmpty();
    market.setTime("15:40:00");
    market.ledger.apply(market.exchange, market.close());
    assertThat(sales(market).orElseThrow().tonnes()).isEqualTo(Tonnes.of(10_000));
    CountedTrades.require(market.ledger);
  }

  private static Optional<Sales> sales(TestMarket market) {
    return market
        .ledger
        .find(RegionTotals.key(market.instrument.project().region().province(), false))
        .flatMap(all -> all.year(2025).sales());
  }

  @Test
  void sums_stop_at_the_maximum_and_say_that_they_are_not_exact() {
    Sales most = new Sales(Fen.ZERO, Fen.ZERO, Tonnes.of(1), 1, Fen.of(Fen.MAXIMUM - 1));
    assertThat(most.isExact()).isTrue();
    Sales sum = most.plus(most);
    assertThat(sum.value()).isEqualTo(Fen.of(Fen.MAXIMUM));
    assertThat(sum.tonnes()).isEqualTo(Tonnes.of(2));
    assertThat(sum.isExact()).isFalse();
  }

  @Test
  void a_founded_ledger_counts_from_its_founding_and_no_year_before() {
    Projects projects = new Projects();
    RegionTotals nothing =
        RegionTotals.of(projects.ledger::find, TestLedger.BEIJING, false).orElseThrow();
    int founded = nothing.since().getYear();
    assertThat(nothing.fromFounding()).isTrue();
    assertThat(nothing.years()).isEmpty();
    assertThat(nothing.isYearCounted(founded)).isTrue();
    assertThat(nothing.isYearCounted(founded - 1)).isFalse();
    assertThat(nothing.isStatedCounted(founded - 1)).isTrue();
    assertThat(nothing.projectsAtEnd(founded)).contains(0L);
    assertThat(nothing.projectsAtEnd(founded - 1)).isEmpty();
  }

  @Test
  void a_ledger_from_before_the_counting_says_what_it_has_not_counted() {
    Projects projects = new Projects();
    InstructionId uncounted = projects.registered();
    TreeMap<String, byte[]> older = new TreeMap<>(projects.ledger.store().state());
    older
        .keySet()
        .removeIf(
            key ->
                key.startsWith(CountingStart.KEY.text())
                    || key.startsWith("\u0000REGION_TOTALS\u0000"));
    projects.ledger.store().state().clear();
    projects.ledger.store().putAll(older);
    assertThat(RegionTotals.of(projects.ledger::find, TestLedger.XILINHOT, false)).isEmpty();

    projects.registered();
    int year = today(projects.ledger).getYear();
    RegionTotals after = province(projects.ledger);
    assertThat(after.fromFounding()).isFalse();
    assertThat(after.since()).isEqualTo(today(projects.ledger));
    assertThat(after.isYearCounted(year)).isFalse();
    assertThat(after.isYearCounted(year + 1)).isTrue();
    assertThat(after.isStatedCounted(year)).isFalse();
    assertThat(after.hectaresAtEnd(year + 1)).isEmpty();
    assertThat(after.projectsAtEnd(year + 1)).isEmpty();
    projects.ledger.apply(projects.office, deregistration(uncounted));
    assertThat(province(projects.ledger)).isEqualTo(after);
    assertThat(land(projects.ledger, year).projectsBegun()).isEqualTo(1);
  }

  @Test
  void what_was_there_before_the_counting_stays_uncounted_when_a_project_goes_on() {
    Renewals renewals = new Renewals();
    write(renewals.projects.ledger, new CountingStart(renewals.projects.ledger.time(), false));
    RegionTotals before = province(renewals.projects.ledger);
    renewals.registered();
    assertThat(province(renewals.projects.ledger)).isEqualTo(before);
  }

  private static LocalDate today(TestLedger ledger) {
    return BeijingTime.day(ledger.time());
  }

  private static RegionTotals of(
      RegionCode region, boolean fromFounding, String since, RegionYear... years) {
    return new RegionTotals(fromFounding, false, region, LocalDate.parse(since), List.of(years));
  }

  private static RegionYear year(int year, long issued, String hectares, String certifier) {
    return RegionYear.begin(year)
        .withCredits(before -> before.withIssued(Tonnes.of(issued), Tonnes.of(1)))
        .withLand(before -> before.withBegun(Decimal.of(hectares)))
        .withSales(new Sales(Fen.of(2), Fen.of(3), Tonnes.of(issued), 1, Fen.of(5)))
        .withGrazing(
            before ->
                before.with(
                    new RegionCount.Balance(Decimal.of("10"), Decimal.of("12.5")),
                    Optional.empty()))
        .withCompensation(
            before ->
                before.with(new RegionYear.Scheme("GRAZING_BAN", Fen.of(7), true, Fen.of(4))))
        .withVerifications(
            before -> before.with(new ParticipantId(certifier), 2, Decimal.of("0.5")));
  }

  @Test
  void the_nation_is_the_sum_of_its_provinces_and_counts_each_certifier_once() {
    String both = "91110000600037341L";
    RegionTotals one =
        of(TestLedger.INNER_MONGOLIA, true, "2024-03-01", year(2024, 600, "1.5", both));
    RegionTotals other =
        of(
            TestLedger.BEIJING,
            true,
            "2024-03-01",
            year(2024, 400, "2.25", both),
            year(2025, 50, "1", both));
    RegionTotals nation = RegionTotals.ofNation(List.of(one, other)).orElseThrow();

    assertThat(nation.region()).isEqualTo(RegionCode.NATION);
    assertThat(nation.years()).extracting(RegionYear::year).containsExactly(2024, 2025);
    RegionYear sum = nation.year(2024);
    assertThat(sum.credits().orElseThrow())
        .isEqualTo(
            new RegionYear.Credits(Tonnes.of(2), Tonnes.of(1_000), Tonnes.ZERO, Tonnes.ZERO));
    assertThat(nation.hectaresAtEnd(2024)).contains(Decimal.of("3.75"));
    assertThat(nation.hectaresAtEnd(2025)).contains(Decimal.of("4.75"));
    assertThat(nation.projectsAtEnd(2025)).contains(3L);
    assertThat(sum.sales().orElseThrow())
        .isEqualTo(new Sales(Fen.of(4), Fen.of(6), Tonnes.of(1_000), 2, Fen.of(10)));
    assertThat(sum.grazing().orElseThrow())
        .isEqualTo(new RegionYear.Grazing(2, Decimal.of("20"), Decimal.of("25")));
    assertThat(sum.compensation().orElseThrow().schemes())
        .containsExactly(new RegionYear.Scheme("GRAZING_BAN", Fen.of(14), true, Fen.of(8)));
    RegionYear.Verifications work = sum.verifications().orElseThrow();
    assertThat(work.certifiers())
        .containsExactly(new RegionYear.Certifier(4, new ParticipantId(both), 2));
    assertThat(work.leakageTonnes()).isEqualTo(Decimal.of("1"));
  }

  @Test
  void a_nation_of_one_province_is_the_nation_and_of_none_there_is_nothing_to_add() {
    RegionTotals only = of(TestLedger.BEIJING, true, "2024-03-01");
    assertThat(RegionTotals.ofNation(List.of(only)))
        .contains(of(RegionCode.NATION, true, "2024-03-01"));
    assertThat(RegionTotals.ofNation(List.of())).isEmpty();
  }

  @Test
  void what_is_for_practice_is_never_added_to_the_rest() {
    RegionTotals practice =
        new RegionTotals(
            true, true, TestLedger.BEIJING, LocalDate.parse("2024-03-01"), List.of());
    RegionTotals real = of(TestLedger.INNER_MONGOLIA, true, "2024-03-01");
    assertThatThrownBy(() -> RegionTotals.ofNation(List.of(practice, real)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
