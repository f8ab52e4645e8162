// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.region.RegionYear;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** What one assessment of a large province costs a transaction. */
class AssessmentSizeTest {
  private static final int BANNERS = 100;
  private static final int INDICATORS = 30;

  /** Keys that a Fabric 3.1 peer takes in one message; more are several messages. */
  private static final int KEYS_OF_ONE_MESSAGE = 1_000;

  private static final int ROUNDS = 5;

  /** What other records of the ledger are measured against: a batch holds hundreds of them. */
  private static final int RECORD_BYTES = 48 * 1024;

  /** An endorser has 30 s for a batch of 500. */
  private static final Duration TIME_MOST = Duration.ofSeconds(2);

  private final RegionsUnderTest regions = new RegionsUnderTest();

  @Test
  void a_province_with_a_hundred_banners_and_thirty_indicators_is_assessed_in_one_transaction() {
    publishCriteria();
    // No sheep are counted, and nobody waits for that any more.
    regions.ledger.setTime(Instant.parse("2025-04-01T02:00:00Z"));
    regions.assign(RegionsUnderTest.PROVINCE, regions.assessor, RegionsUnderTest.YEAR);
    List<RegionCode> banners =
        IntStream.range(0, BANNERS)
            .mapToObj(i -> new RegionCode(String.format("15%02d%02d", 1 + i / 20, 1 + i % 20)))
            .toList();
    fill(RegionsUnderTest.PROVINCE, banners);
    banners.forEach(each -> fill(each, List.of()));
    AssessGap action =
        new AssessGap(
            List.of(),
            RegionsUnderTest.DOCUMENT,
            List.of(),
            RegionsUnderTest.PROVINCE,
            RegionsUnderTest.DOCUMENT,
            RegionsUnderTest.YEAR);

    Duration taken = Duration.ofDays(1);
    for (int i = 0; i < ROUNDS; i++) {
      Duration round = judge(action);
      taken = round.compareTo(taken) < 0 ? round : taken;
    }
    InstructionId id = regions.ledger.apply(regions.assessor, action);

    List<SortedMap<String, byte[]>> puts = regions.ledger.store().puts();
    SortedMap<String, byte[]> written = puts.get(puts.size() - 1);
    int bytes = written.values().stream().mapToInt(each -> each.length).sum();
    int record = written.get(Assessment.key(id).text()).length;
    System.out.printf(
        "assessment of %d banners, %d indicators: %d keys read, %d records and %d bytes written,"
            + " of which the assessment %d; %d ms of a processor to read and judge%n",
        BANNERS, INDICATORS, keys(action).size(), written.size(), bytes, record, taken.toMillis());
    Assessment assessment = regions.ledger.find(Assessment.key(id)).orElseThrow();
    assertThat(assessment.children()).hasSize(BANNERS);
    assertThat(assessment.children()).allMatch(each -> each.score().isPresent());
    assertThat(assessment.scorecard().indicators()).hasSize(INDICATORS);
    assertThat(keys(action)).hasSizeLessThan(KEYS_OF_ONE_MESSAGE);
    assertThat(record).isLessThan(RECORD_BYTES);
    assertThat(taken).isLessThan(TIME_MOST);
  }

  private UnitOfWork loaded(AssessGap action) {
    UnitOfWork work = new UnitOfWork(regions.ledger.store());
    work.load(action.named(regions.assessor));
    work.load(action.following(regions.assessor, work));
    return work;
  }

  private Set<Key<?>> keys(AssessGap action) {
    Set<Key<?>> keys = new HashSet<>(action.named(regions.assessor));
    keys.addAll(action.following(regions.assessor, loaded(action)));
    return keys;
  }

  /** What an endorser does with an instruction but for its signature: time of the processor. */
  private Duration judge(AssessGap action) {
    Actor actor = regions.ledger.find(Participant.key(regions.assessor)).orElseThrow().asActor();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    UnitOfWork work = loaded(action);
    action.apply(new Act(work, actor, TestLedger.newInstruction(), regions.ledger.time()));
    Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    assertThat(work.lateReads()).isZero();
    return taken;
  }

  private void publishCriteria() {
    PublishCriteria example = ExampleCriteria.of(LocalDate.of(2025, 3, 3), false);
    List<Indicator> indicators = new ArrayList<>(example.indicators());
    while (indicators.size() < INDICATORS) {
      indicators.add(
          new Indicator(
              RegionsUnderTest.DOCUMENT,
              Direction.HIGHER,
              IndicatorGroup.CAPACITY,
              new IndicatorId(String.format("REPORTED_INDICATOR_%02d", indicators.size())),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Name.of("填报指标", "Reported indicator"),
              Optional.empty(),
              "1",
              30));
    }
    regions.ledger.apply(
        regions.authority,
        new PublishCriteria(
            example.coupling(),
            example.days(),
            example.document(),
            example.grades(),
            indicators,
            example.leastCoveragePercent(),
            false,
            example.validFrom()));
  }

  /** Targets and values of all indicators of a region. */
  private void fill(RegionCode region, List<RegionCode> children) {
    List<Indicator> indicators = regions.ledger.find(Criteria.key(1)).orElseThrow().indicators();
    InstructionId id = TestLedger.newInstruction();
    regions.targets(
        region,
        children,
        indicators.stream()
            .map(each -> RegionsUnderTest.target(id, each.id().value(), "123456.789"))
            .toArray(RegionTargets.Target[]::new));
    regions.put(
        new IndicatorReport(
            List.of(),
            false,
            region,
            indicators.stream()
                .filter(each -> each.ledger().isEmpty())
                .map(
                    each ->
                        new IndicatorReport.Reported(
                            false,
                            regions.ledger.time(),
                            regions.office,
                            RegionsUnderTest.DOCUMENT,
                            id,
                            each.id(),
                            List.of(),
                            Decimal.of("98765.4321")))
                .toList(),
            RegionsUnderTest.YEAR));
    regions.totals(
        region,
        new RegionYear(
            Optional.empty(),
            Optional.of(
                new RegionYear.Credits(
                    Tonnes.ZERO, Tonnes.of(98_765), Tonnes.ZERO, Tonnes.of(98_765))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            RegionsUnderTest.YEAR));
  }
}
