// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.grasslandcarbon.domain.coordination.CoordinationDays;
import org.grasslandcarbon.domain.coordination.CouplingWeights;
import org.grasslandcarbon.domain.coordination.Criteria;
import org.grasslandcarbon.domain.coordination.CriteriaVersions;
import org.grasslandcarbon.domain.coordination.Direction;
import org.grasslandcarbon.domain.coordination.Grade;
import org.grasslandcarbon.domain.coordination.Indicator;
import org.grasslandcarbon.domain.coordination.IndicatorGroup;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.IndicatorReport;
import org.grasslandcarbon.domain.coordination.LedgerIndicator;
import org.grasslandcarbon.domain.coordination.RegionTargets;
import org.grasslandcarbon.domain.coordination.Subsystem;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.region.RegionTotals;
import org.grasslandcarbon.domain.region.RegionYear;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.projection.Reader;

/** A projection of records as instructions leave them, a block for each time some are put. */
final class RecordsUnderTest {
  static final Sha256 DOCUMENT = Sha256.of("document of the test");
  static final ParticipantId OFFICE = new ParticipantId("91110000600037341L");

  private final ProjectedLedger projected;

  RecordsUnderTest(DataSource database) {
    projected = new ProjectedLedger(database);
    projected.project(List.of(new LedgerBlock(0, List.of(), List.of())));
  }

  Reader reader() {
    return projected.reader();
  }

  /** Writes records in a block of their own. */
  void put(LedgerRecord... records) {
    put(Arrays.asList(records));
  }

  void put(Collection<? extends LedgerRecord> records) {
    long number = projected.block() + 1;
    List<StateWrite> writes =
        records.stream()
            .map(each -> new StateWrite(each.key().text(), Codec.write(each), false))
            .toList();
    LedgerTransaction transaction =
        new LedgerTransaction(
            "t-" + number,
            Instant.parse("2025-03-03T02:00:00Z"),
            0,
            List.of("submit".getBytes(StandardCharsets.UTF_8)),
            writes);
    projected.project(List.of(new LedgerBlock(number, List.of(transaction), List.of())));
  }

  static Region region(String code) {
    return region(code, "2020-01-01", Optional.empty());
  }

  static Region region(String code, String from, Optional<String> to) {
    return new Region(
        new RegionCode(code),
        Name.of("区划" + code, "Division " + code),
        LocalDate.parse(from),
        to.map(LocalDate::parse));
  }

  static Indicator computed(
      LedgerIndicator ledger,
      Direction direction,
      IndicatorGroup group,
      Optional<Subsystem> subsystem,
      int weight) {
    return new Indicator(
        DOCUMENT,
        direction,
        group,
        new IndicatorId(ledger.name()),
        Optional.empty(),
        Optional.of(ledger),
        Optional.empty(),
        Name.of("账本计算", ledger.name()),
        subsystem,
        ledger.unit(),
        weight);
  }

  static Indicator reported(
      String id, IndicatorGroup group, Optional<Subsystem> subsystem, int weight) {
    return new Indicator(
        DOCUMENT,
        Direction.HIGHER,
        group,
        new IndicatorId(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Name.of("填报", id),
        subsystem,
        "1",
        weight);
  }

  static Criteria criteria(int version, String validFrom, List<Indicator> indicators) {
    return new Criteria(
        new CouplingWeights(500, 500),
        CoordinationDays.ASSUMED,
        DOCUMENT,
        List.of(
            new Grade(100, 80, Name.of("优秀", "Excellent"), 90, DOCUMENT),
            new Grade(50, 60, Name.of("合格", "Sufficient"), 40, DOCUMENT),
            new Grade(0, 0, Name.of("不合格", "Insufficient"), 0, DOCUMENT)),
        instruction(version),
        indicators,
        40,
        false,
        Instant.parse("2024-01-01T02:00:00Z"),
        LocalDate.parse(validFrom),
        version);
  }

  static CriteriaVersions versions(Criteria... all) {
    return new CriteriaVersions(
        Arrays.stream(all)
            .map(
                each ->
                    new CriteriaVersions.Version(
                        each.days(), each.practice(), each.validFrom(), each.version()))
            .toList());
  }

  static InstructionId instruction(int number) {
    return new InstructionId(String.format("00000000-0000-4000-8000-%012d", number));
  }

  /** Targets as pairs of indicator and value, set by the goal of a number. */
  static RegionTargets targets(String region, int year, int goal, String... pairs) {
    List<RegionTargets.Target> targets =
        IntStream.range(0, pairs.length / 2)
            .mapToObj(
                i ->
                    new RegionTargets.Target(
                        Decimal.of("0"),
                        Optional.of(instruction(goal)),
                        new IndicatorId(pairs[2 * i]),
                        0,
                        Optional.of(LocalDate.of(year, 2, 1)),
                        Optional.of(Decimal.of(pairs[2 * i + 1]))))
            .sorted(Comparator.comparing(RegionTargets.Target::indicator))
            .toList();
    return new RegionTargets(
        List.of(), false, Optional.empty(), new RegionCode(region), targets, year);
  }

  static IndicatorReport.Reported value(
      String indicator, String value, String day, IndicatorReport.Restated... restated) {
    return new IndicatorReport.Reported(
        false,
        Instant.parse(day + "T02:00:00Z"),
        OFFICE,
        DOCUMENT,
        instruction(indicator.hashCode() & 0xffff),
        new IndicatorId(indicator),
        List.of(restated),
        Decimal.of(value));
  }

  static IndicatorReport report(String region, int year, IndicatorReport.Reported... values) {
    return new IndicatorReport(List.of(), false, new RegionCode(region), List.of(values), year);
  }

  /** Totals on a ledger that counts from its founding in 2020. */
  static RegionTotals totals(String region, RegionYear... years) {
    return new RegionTotals(
        List.of(), true, false, new RegionCode(region), LocalDate.of(2020, 1, 1), List.of(years));
  }

  static RegionYear issued(int year, long tonnes) {
    return new RegionYear(
        Optional.empty(),
        Optional.of(
            new RegionYear.Credits(Tonnes.ZERO, Tonnes.of(tonnes), Tonnes.ZERO, Tonnes.of(tonnes))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        year);
  }

  /** The same with herds on grass that feeds so many. */
  static RegionYear grazed(RegionYear year, String capacity, String sheepUnits) {
    return new RegionYear(
        year.compensation(),
        year.credits(),
        Optional.of(new RegionYear.Grazing(1, Decimal.of(capacity), Decimal.of(sheepUnits))),
        year.land(),
        year.sales(),
        year.verifications(),
        year.year());
  }
}
