// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.region.CountingStart;
import org.grasslandcarbon.domain.region.PublishRegions;
import org.grasslandcarbon.domain.region.RegionTotals;
import org.grasslandcarbon.domain.region.RegionYear;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordCompensationTest {
  private static final String BAN = "GRAZING_BAN";
  private static final RegionCode LEAGUE = new RegionCode("152500");

  private final Projects projects = new Projects();
  private final TestLedger ledger = projects.ledger;

  @BeforeEach
  void divisionsAreKnownAndTheYearIsOver() {
    ledger.apply(
        projects.authority,
        new PublishRegions(
            List.of(
                new PublishRegions.Division(
                    new RegionCode("152501"),
                    Name.of("二连浩特市", "Erenhot City"),
                    LocalDate.of(2020, 1, 1),
                    Optional.empty()),
                new PublishRegions.Division(
                    LEAGUE,
                    Name.of("锡林郭勒盟", "Xilingol League"),
                    LocalDate.of(2020, 1, 1),
                    Optional.empty()))));
    projects.setDate("2026-03-02");
  }

  private CompensationBasis basis(String area, AreaUnit unit, long fenPerMu) {
    return basis(area, unit, fenPerMu, CompensationLevel.COUNTY, BAN);
  }

  private CompensationBasis basis(
      String area, AreaUnit unit, long fenPerMu, CompensationLevel level, String scheme) {
    return new CompensationBasis(
        Decimal.of(area), Sha256.of("areas " + area), notice(fenPerMu, level, scheme), unit);
  }

  private InstructionId notice(long fenPerMu, CompensationLevel level, String scheme) {
    return ledger.apply(projects.authority, rate(fenPerMu, level, scheme));
  }

  private static PublishNotice rate(long fenPerMu, CompensationLevel level, String scheme) {
    return new PublishNotice(
        Sha256.of("rate"),
        NoticeFields.of(new NoticeFields.CompensationRate(Fen.of(fenPerMu), level, scheme)),
        NoticeKind.COMPENSATION_RATE,
        RegionCode.NATION,
        Optional.empty(),
        Optional.empty(),
        "Rate",
        LocalDate.of(2020, 1, 1),
        Optional.empty());
  }

  private static CompensationPayment payment(String document, long fen) {
    return new CompensationPayment(LocalDate.of(2025, 12, 20), Sha256.of(document), Fen.of(fen));
  }

  private static RecordCompensation of(RegionCode region, CompensationBasis basis) {
    return new RecordCompensation(
        Optional.of(basis), Optional.empty(), region, BAN, Optional.empty(), 2025);
  }

  private static RecordCompensation paid(CompensationPayment... payments) {
    return new RecordCompensation(
        Optional.empty(),
        Optional.of(List.of(payments)),
        TestLedger.XILINHOT,
        BAN,
        Optional.empty(),
        2025);
  }

  private static RecordCompensation withdrawn(String document) {
    return new RecordCompensation(
        Optional.empty(),
        Optional.empty(),
        TestLedger.XILINHOT,
        BAN,
        Optional.of(List.of(Sha256.of(document))),
        2025);
  }

  private void start() {
    ledger.apply(projects.office, of(TestLedger.XILINHOT, basis("120000", AreaUnit.MU, 750)));
  }

  private String verdict(RecordCompensation action) {
    return projects.verdict(projects.office, action);
  }

  private Compensation record() {
    return ledger.find(Compensation.key(TestLedger.XILINHOT, BAN, 2025)).orElseThrow();
  }

  private Optional<RegionYear.Scheme> scheme(RegionCode region) {
    return ledger
        .find(RegionTotals.key(region, false))
        .flatMap(totals -> totals.year(2025).compensation())
        .flatMap(all -> all.scheme(BAN));
  }

  @Test
  void what_is_due_is_area_times_rate_and_arrears_are_what_is_not_paid() {
    start();
    assertThat(record().due()).isEqualTo(Fen.of(90_000_000));
    assertThat(record().arrears()).isEqualTo(Fen.of(90_000_000));
    ledger.apply(projects.office, paid(payment("a", 60_000_000), payment("b", 1)));
    assertThat(record().paid()).isEqualTo(Fen.of(60_000_001));
    assertThat(record().arrears()).isEqualTo(Fen.of(29_999_999));
    ledger.apply(projects.office, paid(payment("c", 40_000_000)));
    assertThat(record().arrears()).isEqualTo(Fen.ZERO);
  }

  @Test
  void hectares_and_square_metres_are_exact_numbers_of_mu() {
    assertThat(due("8000", AreaUnit.HECTARE, 750)).contains(Fen.of(90_000_000));
    assertThat(due("80000000", AreaUnit.SQUARE_METRE, 750)).contains(Fen.of(90_000_000));
    // 1 m2 is 0.0015 mu; 333 of them at 1 fen a mu are 0.4995 fen, 334 are 0.501
    assertThat(due("333", AreaUnit.SQUARE_METRE, 1)).contains(Fen.ZERO);
    assertThat(due("334", AreaUnit.SQUARE_METRE, 1)).contains(Fen.of(1));
    // half up
    assertThat(due("0.5", AreaUnit.MU, 1)).contains(Fen.of(1));
  }

  private static Optional<Fen> due(String area, AreaUnit unit, long fenPerMu) {
    return new CompensationBasis(
            Decimal.of(area), Sha256.of("areas"), TestLedger.newInstruction(), unit)
        .due(Fen.of(fenPerMu));
  }

  @Test
  void scheme_and_rate_are_those_of_a_notice_of_the_province_or_the_nation() {
    InstructionId id = notice(750, CompensationLevel.COUNTY, BAN);
    assertThat(verdict(on(TestLedger.newInstruction()))).isEqualTo("UNKNOWN_NOTICE");
    assertThat(verdict(on(notice(750, CompensationLevel.COUNTY, "JUNK"))))
        .isEqualTo("NO_COMPENSATION_RATE");
    InstructionId own =
        ledger.apply(
            projects.office,
            Edited.with(
                rate(900, CompensationLevel.COUNTY, BAN),
                "/region",
                "\"" + TestLedger.XILINHOT + "\""));
    assertThat(verdict(on(own))).isEqualTo("NO_COMPENSATION_RATE");
    InstructionId other =
        ledger.apply(
            projects.authority,
            Edited.with(rate(900, CompensationLevel.COUNTY, BAN), "/region", "\"110000\""));
    assertThat(verdict(on(other))).isEqualTo("NO_COMPENSATION_RATE");
    InstructionId later =
        ledger.apply(
            projects.authority,
            Edited.with(rate(900, CompensationLevel.COUNTY, BAN), "/validFrom", "\"2026-01-01\""));
    assertThat(verdict(on(later))).isEqualTo("NO_COMPENSATION_RATE");
    assertThat(verdict(on(id))).isEqualTo("APPLIED");
    assertThat(record().bases().get(0).fenPerMu()).isEqualTo(Fen.of(750));
    assertThat(record().bases().get(0).notice()).isEqualTo(id);
    ledger.apply(
        projects.authority,
        Edited.with(
            rate(800, CompensationLevel.COUNTY, BAN), "/replaces", "\"" + id.value() + "\""));
    assertThat(verdict(on(id))).isEqualTo("NO_COMPENSATION_RATE");
    InstructionId ofProvince =
        ledger.apply(
            projects.office,
            Edited.with(rate(900, CompensationLevel.COUNTY, BAN), "/region", "\"150000\""));
    assertThat(verdict(on(ofProvince))).isEqualTo("APPLIED");
    assertThat(record().bases().get(1).fenPerMu()).isEqualTo(Fen.of(900));
  }

  private static RecordCompensation on(InstructionId notice) {
    return of(
        TestLedger.XILINHOT,
        new CompensationBasis(Decimal.of("10"), Sha256.of("areas"), notice, AreaUnit.MU));
  }

  @Test
  void a_scheme_is_recorded_at_the_level_that_its_notice_names() {
    CompensationBasis ofLeague = basis("1", AreaUnit.MU, 1, CompensationLevel.PREFECTURE, BAN);
    assertThat(verdict(of(TestLedger.XILINHOT, ofLeague))).isEqualTo("COMPENSATION_ELSEWHERE");
    assertThat(verdict(of(TestLedger.INNER_MONGOLIA, ofLeague)))
        .isEqualTo("COMPENSATION_ELSEWHERE");
    assertThat(verdict(of(LEAGUE, ofLeague))).isEqualTo("APPLIED");
  }

  @Test
  void a_basis_stated_again_counts_and_the_earlier_one_stays() {
    start();
    ledger.apply(projects.office, of(TestLedger.XILINHOT, basis("100000", AreaUnit.MU, 750)));
    assertThat(record().due()).isEqualTo(Fen.of(75_000_000));
    assertThat(record().bases())
        .extracting(Compensation.Basis::due)
        .containsExactly(Fen.of(90_000_000), Fen.of(75_000_000));
    assertThat(scheme(TestLedger.INNER_MONGOLIA).orElseThrow().due()).isEqualTo(Fen.of(75_000_000));
  }

  @Test
  void a_payment_that_was_not_made_is_withdrawn_and_stays_to_be_seen() {
    start();
    ledger.apply(projects.office, paid(payment("a", 500), payment("b", 700)));
    InstructionId id = ledger.apply(projects.office, withdrawn("a"));
    assertThat(record().paid()).isEqualTo(Fen.of(700));
    assertThat(record().payments()).hasSize(2);
    assertThat(record().payments().get(0).withdrawnBy()).contains(id);
    assertThat(scheme(TestLedger.XILINHOT).orElseThrow().paid()).isEqualTo(Fen.of(700));
    assertThat(verdict(withdrawn("a"))).isEqualTo("UNKNOWN_PAYMENT");
    assertThat(verdict(paid(payment("a", 600)))).isEqualTo("APPLIED");
    assertThat(record().paid()).isEqualTo(Fen.of(1_300));
  }

  @Test
  void a_payment_is_recorded_once() {
    start();
    ledger.apply(projects.office, paid(payment("a", 500)));
    assertThat(verdict(paid(payment("a", 500)))).isEqualTo("PAYMENT_ALREADY_RECORDED");
    assertThat(verdict(paid(payment("b", 1), payment("b", 2))))
        .isEqualTo("PAYMENT_ALREADY_RECORDED");
    assertThat(record().paid()).isEqualTo(Fen.of(500));
    RecordCompensation instead =
        Edited.with(paid(payment("a", 400)), "/withdrawn", "[\"" + Sha256.of("a").value() + "\"]");
    assertThat(verdict(instead)).isEqualTo("APPLIED");
    assertThat(record().paid()).isEqualTo(Fen.of(400));
  }

  @Test
  void the_first_record_of_a_year_needs_a_basis() {
    assertThat(verdict(paid(payment("a", 1)))).isEqualTo("UNKNOWN_COMPENSATION");
    assertThat(verdict(withdrawn("a"))).isEqualTo("UNKNOWN_COMPENSATION");
  }

  @Test
  void compensation_is_recorded_by_the_office_of_the_region() {
    RecordCompensation action =
        of(TestLedger.BEIJING, basis("1", AreaUnit.MU, 1, CompensationLevel.PROVINCE, BAN));
    assertThat(verdict(action)).isEqualTo("NOT_ALLOWED");
    assertThat(projects.verdict(projects.authority, action)).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(of(new RegionCode("152599"), basis("1", AreaUnit.MU, 1))))
        .isEqualTo("UNKNOWN_REGION");
    assertThat(projects.verdict(ledger.admit(TestLedger.BEIJING, Role.OFFICE), action))
        .isEqualTo("APPLIED");
  }

  @Test
  void nothing_is_due_of_a_year_or_paid_on_a_day_to_come() {
    start();
    RecordCompensation next =
        Edited.with(of(TestLedger.XILINHOT, basis("1", AreaUnit.MU, 1)), "/year", "2027");
    assertThat(verdict(next)).isEqualTo("YEAR_NOT_BEGUN");
    assertThat(verdict(Edited.with(next, "/year", "2026"))).isEqualTo("APPLIED");
    RecordCompensation tomorrow =
        Edited.with(paid(payment("a", 1)), "/payments/0/day", "\"2026-03-03\"");
    assertThat(verdict(tomorrow)).isEqualTo("DAY_NOT_REACHED");
    assertThat(verdict(Edited.with(tomorrow, "/payments/0/day", "\"2026-03-02\"")))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_scheme_is_recorded_at_one_level_so_that_no_fen_counts_twice() {
    start();
    assertThat(scheme(LEAGUE).orElseThrow().due()).isEqualTo(Fen.of(90_000_000));
    assertThat(scheme(LEAGUE).orElseThrow().own()).isFalse();
    assertThat(scheme(TestLedger.XILINHOT).orElseThrow().own()).isTrue();
    // a later notice names another level, but the year is recorded at the first
    CompensationBasis ofLeague = basis("1", AreaUnit.MU, 1, CompensationLevel.PREFECTURE, BAN);
    assertThat(verdict(of(LEAGUE, ofLeague))).isEqualTo("COMPENSATION_ELSEWHERE");
    CompensationBasis ofProvince = basis("1", AreaUnit.MU, 1, CompensationLevel.PROVINCE, BAN);
    assertThat(verdict(of(TestLedger.INNER_MONGOLIA, ofProvince)))
        .isEqualTo("COMPENSATION_ELSEWHERE");
    CompensationBasis balance =
        basis("2", AreaUnit.MU, 100, CompensationLevel.PREFECTURE, "BALANCE");
    assertThat(verdict(Edited.with(of(LEAGUE, balance), "/scheme", "\"BALANCE\"")))
        .isEqualTo("APPLIED");
    CompensationBasis below = basis("2", AreaUnit.MU, 100, CompensationLevel.COUNTY, "BALANCE");
    assertThat(verdict(Edited.with(of(TestLedger.XILINHOT, below), "/scheme", "\"BALANCE\"")))
        .isEqualTo("COMPENSATION_ELSEWHERE");
  }

  @Test
  void amounts_and_counts_have_limits() {
    assertThat(verdict(of(TestLedger.XILINHOT, basis("999999999999999", AreaUnit.HECTARE, 1))))
        .isEqualTo("TOO_LARGE");
    start();
    for (int i = 2; i <= Compensation.BASES_MOST; i++) {
      ledger.apply(projects.office, of(TestLedger.XILINHOT, basis("1" + i, AreaUnit.MU, 1)));
    }
    assertThat(verdict(of(TestLedger.XILINHOT, basis("9", AreaUnit.MU, 1)))).isEqualTo("TOO_LARGE");
    ledger.apply(projects.office, paid(payment("most", Fen.MAXIMUM - 1)));
    assertThat(verdict(paid(payment("more", 2)))).isEqualTo("TOO_LARGE");
    for (int i = 1; i < Compensation.PAYMENTS_MOST; i++) {
      ledger.apply(projects.office, withdrawn("most"));
      ledger.apply(projects.office, paid(payment("most", 1)));
      if (record().payments().size() == Compensation.PAYMENTS_MOST) {
        break;
      }
    }
    assertThat(verdict(paid(payment("last", 1)))).isEqualTo("TOO_LARGE");
  }

  @Test
  void sums_of_a_province_have_room_for_what_is_recorded_of_its_divisions() {
    start();
    RegionTotals totals =
        ledger.find(RegionTotals.key(TestLedger.INNER_MONGOLIA, false)).orElseThrow();
    int index = totals.years().size() - 1;
    assertThat(totals.years().get(index).year()).isEqualTo(2025);
    RegionTotals full =
        Edited.with(
            totals,
            "/years/" + index + "/compensation/schemes/0/paid",
            Long.toString(Fen.MAXIMUM - 10));
    ledger.store().putAll(new TreeMap<>(Map.of(full.key().text(), Codec.write(full))));
    assertThat(verdict(paid(payment("a", 11)))).isEqualTo("TOO_LARGE");
    assertThat(verdict(paid(payment("a", 10)))).isEqualTo("APPLIED");
  }

  @Test
  void what_one_banner_was_paid_too_much_settles_nothing_of_another() {
    start();
    ledger.apply(projects.office, of(new RegionCode("152501"), basis("120000", AreaUnit.MU, 750)));
    ledger.apply(projects.office, paid(payment("a", 100_000_000)));
    RegionYear.Scheme province = scheme(TestLedger.INNER_MONGOLIA).orElseThrow();
    assertThat(province.due()).isEqualTo(Fen.of(180_000_000));
    assertThat(province.paid()).isEqualTo(Fen.of(100_000_000));
    assertThat(province.settled()).isEqualTo(Fen.of(90_000_000));
    ledger.apply(projects.office, withdrawn("a"));
    assertThat(scheme(TestLedger.INNER_MONGOLIA).orElseThrow().settled()).isEqualTo(Fen.ZERO);
    ledger.apply(projects.office, paid(payment("b", 80_000_000)));
    ledger.apply(projects.office, of(TestLedger.XILINHOT, basis("100000", AreaUnit.MU, 750)));
    assertThat(scheme(TestLedger.INNER_MONGOLIA).orElseThrow().settled())
        .isEqualTo(Fen.of(75_000_000));
  }

  @Test
  void payments_far_beyond_what_is_due_break_no_reading() {
    ledger.apply(projects.office, of(TestLedger.XILINHOT, basis("0.5", AreaUnit.MU, 1)));
    ledger.apply(projects.office, paid(payment("a", 999_999_999_999_999L)));
    assertThat(
            new LedgerReadings(
                    ledger::find, TestLedger.INNER_MONGOLIA, 2025, false, LocalDate.of(2026, 3, 2))
                .of(LedgerIndicator.COMPENSATION_PAID_PERCENT))
        .isEqualTo(Reading.of(Decimal.of("100")));
  }

  @Test
  void tonnes_of_the_year_stand_beside_it_and_are_not_netted() {
    start();
    assertThat(record().overlapTonnes()).hasValueSatisfying(t -> assertThat(t.isZero()).isTrue());
    Fen due = record().due();
    Projects before = new Projects();
    before.issued();
    int vintage = LocalDate.of(2024, 1, 1).getYear();
    InstructionId rate =
        before.ledger.apply(before.authority, rate(750, CompensationLevel.COUNTY, BAN));
    before.ledger.apply(
        before.office,
        Edited.with(
            of(
                TestLedger.XILINHOT,
                new CompensationBasis(Decimal.of("120000"), Sha256.of("areas"), rate, AreaUnit.MU)),
            "/year",
            Integer.toString(vintage)));
    Compensation beside =
        before.ledger.find(Compensation.key(TestLedger.XILINHOT, BAN, vintage)).orElseThrow();
    long issued =
        before
            .ledger
            .records(Batch.TYPE)
            .filter(batch -> batch.vintage() == vintage)
            .mapToLong(batch -> batch.issued().value())
            .sum();
    assertThat(issued).isPositive();
    assertThat(beside.overlapTonnes().orElseThrow().value()).isEqualTo(issued);
    assertThat(beside.due()).isEqualTo(due);
  }

  @Test
  void a_ledger_that_counts_since_later_does_not_say_how_many_tonnes_there_were() {
    ledger
        .store()
        .putAll(
            new TreeMap<>(
                Map.of(
                    CountingStart.KEY.text(),
                    Codec.write(new CountingStart(ledger.time(), false)))));
    start();
    assertThat(record().overlapTonnes()).isEmpty();
    assertThat(record().due()).isEqualTo(Fen.of(90_000_000));
  }

  @Test
  void an_instruction_says_something_and_names_a_scheme() {
    assertThatThrownBy(
            () ->
                new RecordCompensation(
                    Optional.empty(), Optional.empty(), LEAGUE, BAN, Optional.empty(), 2025))
        .isInstanceOf(BadValueException.class);
    assertThatThrownBy(
            () ->
                new RecordCompensation(
                    Optional.of(basis("1", AreaUnit.MU, 1)),
                    Optional.empty(),
                    LEAGUE,
                    "grazing ban",
                    Optional.empty(),
                    2025))
        .isInstanceOf(BadValueException.class);
    assertThatThrownBy(() -> basis("0", AreaUnit.MU, 1)).isInstanceOf(BadValueException.class);
  }
}
