// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.region.RegionTotals;
import org.grasslandcarbon.domain.region.RegionYear;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A ledger with offices, an assessor of Beijing and records of regions as other instructions leave
 * them, so that a rule is tried on exactly what the test says.
 */
final class RegionsUnderTest {
  static final Sha256 DOCUMENT = Sha256.of("document of the test");
  static final RegionCode PROVINCE = TestLedger.INNER_MONGOLIA;
  static final RegionCode BANNER = TestLedger.XILINHOT;

  /** The year that is assessed; the ledger's clock stands in March of the next. */
  static final int YEAR = 2024;

  final TestLedger ledger = new TestLedger();
  final ParticipantId authority = ledger.the(Role.AUTHORITY);
  final ParticipantId office = ledger.the(Role.OFFICE);
  final ParticipantId assessor = ledger.admit(TestLedger.BEIJING, Role.ASSESSOR);

  RegionsUnderTest() {
    put(new Calendar(DOCUMENT, List.of(), List.of(), 2025));
  }

  /** Puts records where they stand. */
  void put(LedgerRecord... records) {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    for (LedgerRecord each : records) {
      entries.put(each.key().text(), Codec.write(each));
    }
    ledger.store().putAll(entries);
  }

  /** Publishes the example's criteria from today on. */
  void publishCriteria() {
    publishCriteria(today(), false);
  }

  void publishCriteria(LocalDate from, boolean practice) {
    ledger.apply(authority, ExampleCriteria.of(from, practice));
  }

  LocalDate today() {
    return LocalDate.of(2025, 3, 3);
  }

  void assign(RegionCode region, ParticipantId holder, int year) {
    Mandate mandate =
        ledger
            .find(Mandate.key(region, MandateFunction.ASSESSMENT))
            .orElseGet(() -> Mandate.none(region, MandateFunction.ASSESSMENT));
    put(
        mandate.with(
            new Mandate.Term(
                ledger.time(),
                authority,
                Optional.empty(),
                DOCUMENT,
                LocalDate.of(year, 1, 1),
                Optional.of(holder),
                TestLedger.newInstruction(),
                0,
                Optional.of(LocalDate.of(year, 12, 31)))));
  }

  /** The day from which targets hold. */
  static final LocalDate SINCE = LocalDate.of(YEAR, 2, 1);

  /** A target in force. */
  static RegionTargets.Target target(InstructionId goal, String indicator, String value) {
    return new RegionTargets.Target(
        Decimal.of("0"),
        Optional.of(goal),
        new IndicatorId(indicator),
        0,
        Optional.of(SINCE),
        Optional.of(Decimal.of(value)));
  }

  void targets(RegionCode region, List<RegionCode> children, RegionTargets.Target... targets) {
    put(new RegionTargets(children, false, Optional.empty(), region, List.of(targets), YEAR));
  }

  /** Totals of the year on a ledger that counts from its founding, in 2020. */
  void totals(RegionCode region, RegionYear... years) {
    put(new RegionTotals(List.of(), true, false, region, LocalDate.of(2020, 1, 1), List.of(years)));
  }

  /** An assessment of a region's year, with scores of some regions below. */
  void assessed(RegionCode region, int year, boolean practice, RegionCode... below) {
    InstructionId id = TestLedger.newInstruction();
    put(
        new Assessment(
            List.of(),
            Optional.empty(),
            today(),
            assessor,
            ledger.time(),
            Arrays.stream(below)
                .map(
                    each ->
                        new Assessment.ChildScore(
                            Decimal.of("0"), Optional.empty(), each, Optional.empty()))
                .toList(),
            1,
            DOCUMENT,
            id,
            practice,
            List.of(),
            region,
            Optional.empty(),
            DOCUMENT,
            new Scorecard(
                Optional.empty(),
                Optional.empty(),
                Decimal.of("0"),
                List.of(),
                List.of(),
                Optional.empty()),
            Optional.empty(),
            year),
        new RegionAssessments(
            List.of(new RegionAssessments.Made(id, assessor)), practice, region, year));
  }

  String verdict(ParticipantId by, Action action) {
    return ledger.submit(by, action).code();
  }

  /** The records as they stand. */
  Records records() {
    return new UnitOfWork(ledger.store());
  }
}
