// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

class TargetChainTest {
  private static final int YEAR = 2026;
  private static final IndicatorId TONNES = ExampleCriteria.VERIFIED_TONNES;
  private static final IndicatorId JOBS = new IndicatorId("JOBS");

  private static final List<String> CODES =
      List.of(
          "000000", "150000", "152500", "152502", "152522", "150400", "150421", "130000", "130700",
          "130724", "110000");

  private static final LocalDate TODAY = LocalDate.of(YEAR - 1, 11, 3);

  /** Where chains are written to; it reads as the ledger does. */
  private static final class Written implements Records {
    final Map<Key<?>, LedgerRecord> records = new HashMap<>();
    boolean practice;
    LocalDate today = TODAY;

    @Override
    public <T extends LedgerRecord> Optional<T> find(Key<T> key) {
      return Optional.ofNullable(key.recordClass().cast(records.get(key)));
    }

    Optional<Obstacle> set(InstructionId goal, InstructionId revises, GoalTarget... targets) {
      TargetChain chain =
          TargetChain.with(
              this, goal, Optional.ofNullable(revises), List.of(targets), practice, today);
      if (chain.obstacle().isEmpty()) {
        chain.changed().forEach(each -> records.put(each.key(), each));
      }
      return chain.obstacle();
    }

    RegionTargets of(String region) {
      return find(RegionTargets.key(new RegionCode(region), YEAR, practice)).orElseThrow();
    }

    RegionTargets.Target tonnes(String region) {
      return of(region).find(TONNES).orElseThrow();
    }
  }

  private final Written written = new Written();
  private final InstructionId goal = TestLedger.newInstruction();

  private static GoalTarget of(String region, String value) {
    return of(TONNES, region, value);
  }

  private static GoalTarget of(IndicatorId indicator, String region, String value) {
    return new GoalTarget(
        indicator,
        Optional.empty(),
        Optional.empty(),
        new RegionCode(region),
        Decimal.of(value),
        YEAR);
  }

  private static GoalTarget ofProject(String region, String value) {
    return new GoalTarget(
        TONNES,
        Optional.empty(),
        Optional.of(TestLedger.newInstruction()),
        new RegionCode(region),
        Decimal.of(value),
        YEAR);
  }

  private static String sum(RegionTargets.Target target) {
    return target.below() + " of " + target.parts();
  }

  @Test
  void a_place_keeps_the_sum_of_the_nearest_targets_below() {
    written.set(goal, null, of("152502", "40"), of("152522", "30"), of("150000", "100"));
    assertThat(sum(written.tonnes("150000"))).isEqualTo("70 of 2");
    assertThat(sum(written.tonnes("152500"))).isEqualTo("70 of 2");
    assertThat(sum(written.tonnes("000000"))).isEqualTo("100 of 1");
    assertThat(written.tonnes("152500").value()).isEmpty();
  }

  @Test
  void a_target_between_takes_the_place_of_those_below_it() {
    written.set(goal, null, of("152502", "40"), of("150000", "100"));
    written.set(TestLedger.newInstruction(), null, of("152500", "55"));
    assertThat(sum(written.tonnes("152500"))).isEqualTo("40 of 1");
    assertThat(sum(written.tonnes("150000"))).isEqualTo("55 of 1");
    assertThat(written.of("150000").children()).containsExactly(new RegionCode("152500"));
    assertThat(written.of("152500").children()).containsExactly(new RegionCode("152502"));
  }

  @Test
  void a_project_is_part_of_its_region_and_no_child() {
    written.set(
        goal, null, of("152502", "40"), ofProject("152502", "15"), ofProject("152502", "5"));
    assertThat(sum(written.tonnes("152502"))).isEqualTo("20 of 2");
    assertThat(sum(written.tonnes("152500"))).isEqualTo("40 of 1");
    assertThat(written.of("152502").children()).isEmpty();
  }

  @Test
  void a_target_of_another_goal_in_force_stands_in_the_way_unless_that_goal_is_revised() {
    written.set(goal, null, of("150000", "100"));
    InstructionId other = TestLedger.newInstruction();
    Obstacle obstacle = written.set(other, null, of("150000", "90")).orElseThrow();
    assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.TARGET_IN_FORCE);
    assertThat(obstacle.goal()).contains(goal);
    assertThat(obstacle.inWords().en()).contains("2026").contains("150000").contains(goal.value());
    assertThat(written.set(other, TestLedger.newInstruction(), of("150000", "90"))).isPresent();
    assertThat(written.tonnes("150000").value()).contains(Decimal.of("100"));
    assertThat(written.set(other, goal, of("150000", "90"))).isEmpty();
    assertThat(written.tonnes("150000").value()).contains(Decimal.of("90"));
    assertThat(sum(written.tonnes("000000"))).isEqualTo("90 of 1");
  }

  @Test
  void a_region_takes_no_more_indicators_than_it_can_have() {
    List<GoalTarget> targets = new ArrayList<>();
    for (int i = 0; i < RegionTargets.TARGETS_MOST; i++) {
      targets.add(of(new IndicatorId("X" + i), "152502", "1"));
    }
    assertThat(written.set(goal, null, targets.toArray(GoalTarget[]::new))).isEmpty();
    // The banner has room for none, and neither has what is above it, through which sums go.
    for (String region : List.of("152502", "152522", "150000", "000000")) {
      Obstacle obstacle =
          written.set(goal, null, of(new IndicatorId("ONE_MORE"), region, "1")).orElseThrow();
      assertThat(obstacle.kind()).as(region).isEqualTo(Obstacle.Kind.TOO_MANY_TARGETS);
    }
    assertThat(written.set(goal, null, of(new IndicatorId("X0"), "152502", "2"))).isEmpty();
  }

  @Test
  void a_region_takes_no_more_children_than_it_can_have() {
    List<GoalTarget> targets = new ArrayList<>();
    for (int i = 0; i < RegionTargets.CHILDREN_MOST; i++) {
      targets.add(of(String.format("15%02d%02d", 1 + i / 90, 1 + i % 90), "1"));
    }
    assertThat(written.set(goal, null, targets.toArray(GoalTarget[]::new))).isEmpty();
    assertThat(written.of("150000").children()).hasSize(RegionTargets.CHILDREN_MOST);
    Obstacle obstacle = written.set(goal, null, of("152501", "1")).orElseThrow();
    assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.TOO_MANY_CHILDREN);
    assertThat(obstacle.region()).contains(new RegionCode("150000"));
    // A league between takes the places of its banners.
    assertThat(written.set(goal, null, of("150100", "90"))).isEmpty();
    assertThat(written.set(goal, null, of("152501", "1"))).isEmpty();
    assertThat(written.of("150000").children()).hasSize(RegionTargets.CHILDREN_MOST - 90 + 2);
  }

  @Test
  void the_nation_keeps_no_children() {
    written.set(goal, null, of("152502", "1"), of("130000", "1"));
    assertThat(written.of("000000").children()).isEmpty();
    assertThat(sum(written.tonnes("000000"))).isEqualTo("2 of 2");
  }

  @Test
  void sums_that_no_number_can_be_are_refused() {
    List<GoalTarget> targets = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      targets.add(ofProject("152502", "999999999999.999999999999"));
    }
    assertThat(written.set(goal, null, targets.toArray(GoalTarget[]::new))).isEmpty();
    Obstacle obstacle = written.set(goal, null, ofProject("152502", "1")).orElseThrow();
    assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.SUM_TOO_LARGE);
    assertThat(obstacle.inWords().en())
        .isEqualTo("below 152502 the targets of 2026 for VERIFIED_TONNES are too large together");
  }

  @Test
  void no_province_s_targets_keep_another_from_setting_its_own() {
    for (int province = 10; province <= 99; province++) {
      List<GoalTarget> most = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        most.add(ofProject(province + "2502", "999999999999.999999999999"));
      }
      assertThat(written.set(goal, null, most.toArray(GoalTarget[]::new)))
          .as("%s", province)
          .isEmpty();
    }
    assertThat(written.tonnes("000000").parts()).isEqualTo(900);
    // A league and a province add up what is in them, and stand in the way of themselves alone.
    for (String where : List.of("152522", "150421")) {
      Obstacle obstacle = written.set(goal, null, ofProject(where, "1")).orElseThrow();
      assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.SUM_TOO_LARGE);
      assertThat(obstacle.region().orElseThrow().province()).hasToString("150000");
    }
    assertThat(written.set(goal, null, of("150000", "999999999999"))).isEmpty();
    assertThat(written.set(goal, null, of("152500", "1"), of("000000", "1"))).isEmpty();
    assertThat(written.set(goal, null, ofProject("150421", "1"))).isEmpty();
  }

  @Test
  void a_target_holds_since_its_value_was_set() {
    written.set(goal, null, of("150000", "100"));
    assertThat(written.tonnes("150000").since()).contains(TODAY);
    assertThat(written.tonnes("000000").since()).isEmpty();
    written.today = TODAY.plusDays(9);
    InstructionId second = TestLedger.newInstruction();
    written.set(second, goal, of("150000", "100.0"));
    assertThat(written.tonnes("150000").goal()).contains(second);
    assertThat(written.tonnes("150000").since()).contains(TODAY);
    written.set(TestLedger.newInstruction(), second, of("150000", "90"), of("152502", "5"));
    assertThat(written.tonnes("150000").since()).contains(TODAY.plusDays(9));
    assertThat(sum(written.tonnes("150000"))).isEqualTo("5 of 1");
  }

  @Test
  void links_name_the_nearest_target_above_of_the_same_indicator() {
    written.set(TestLedger.newInstruction(), null, of("000000", "200"), of(JOBS, "152500", "9"));
    List<GoalTarget> targets =
        List.of(of("152502", "40"), of("150000", "100"), of(JOBS, "152502", "4"));
    TargetChain chain = TargetChain.with(written, goal, Optional.empty(), targets, false, TODAY);
    assertThat(chain.links(targets))
        .extracting(GoalTarget::parent)
        .containsExactly(
            Optional.of(new RegionCode("150000")),
            Optional.of(RegionCode.NATION),
            Optional.of(new RegionCode("152500")));
  }

  @Test
  void breaches_are_listed_on_both_sides_once_and_for_what_adds_up_only() {
    Criteria criteria = criteria();
    IndicatorId overload = new IndicatorId("OVERLOAD_PERCENT");
    List<GoalTarget> targets =
        List.of(
            of("150000", "100"),
            of("152502", "40"),
            of("152522", "30"),
            of(JOBS, "152500", "5"),
            of(JOBS, "152502", "6"),
            of(overload, "150000", "10"),
            of(overload, "152502", "30"));
    TargetChain chain = TargetChain.with(written, goal, Optional.empty(), targets, false, TODAY);
    assertThat(chain.breaches(targets, criteria))
        .containsExactlyInAnyOrder(
            new Breach(
                Decimal.of("70"),
                TONNES,
                Breach.Kind.CHILDREN_BELOW_PARENT,
                Decimal.of("100"),
                2,
                new RegionCode("150000"),
                YEAR),
            new Breach(
                Decimal.of("6"),
                JOBS,
                Breach.Kind.CHILDREN_ABOVE_PARENT,
                Decimal.of("5"),
                1,
                new RegionCode("152500"),
                YEAR));
    List<GoalTarget> even = List.of(of("150000", "70"), of("152502", "40"), of("152522", "30"));
    assertThat(
            TargetChain.with(written, goal, Optional.empty(), even, false, TODAY)
                .breaches(even, criteria))
        .isEmpty();
  }

  private static Criteria criteria() {
    TestLedger ledger = new TestLedger();
    ledger.apply(ledger.the(Role.AUTHORITY), ExampleCriteria.of(LocalDate.of(2025, 3, 3), false));
    return ledger.find(Criteria.key(1)).orElseThrow();
  }

  /** Whatever comes in whatever order, sums and children are those of the targets as they stand. */
  @Test
  void sums_and_children_are_the_same_in_every_order_and_whatever_was_before() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      Written chain = new Written();
      Map<String, BigDecimal> values = new TreeMap<>();
      List<GoalTarget> last = new ArrayList<>();
      for (int step = 0; step < 30; step++) {
        String region = CODES.get(random.nextInt(CODES.size()));
        BigDecimal value = BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4));
        values.put(region, value);
        last.removeIf(each -> each.region().value().equals(region));
        last.add(of(region, value.toPlainString()));
        assertThat(chain.set(goal, null, last.get(last.size() - 1))).isEmpty();
      }
      Written again = new Written();
      Collections.shuffle(last, random);
      assertThat(again.set(goal, null, last.toArray(GoalTarget[]::new))).isEmpty();
      assertThat(again.records).as("seed %s", seed).isEqualTo(chain.records);
      for (LedgerRecord each : chain.records.values()) {
        RegionTargets found = (RegionTargets) each;
        RegionTargets.Target target = found.find(TONNES).orElseThrow();
        List<String> below = frontier(found.region(), values);
        assertThat(target.below().value())
            .as("seed %s, %s", seed, found.region())
            .isEqualByComparingTo(
                below.stream().map(values::get).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(target.parts()).isEqualTo(below.size());
        if (!found.region().equals(RegionCode.NATION)) {
          assertThat(found.children()).extracting(RegionCode::value).isEqualTo(below);
        }
      }
    }
  }

  /** By looking at all of them: the targets below a region with none between. */
  private static List<String> frontier(RegionCode region, Map<String, BigDecimal> values) {
    TreeSet<String> below = new TreeSet<>();
    for (String each : values.keySet()) {
      RegionCode code = new RegionCode(each);
      boolean isBelow = region.contains(code) && !code.equals(region);
      boolean between =
          values.keySet().stream()
              .map(RegionCode::new)
              .anyMatch(
                  other ->
                      !other.equals(code)
                          && !other.equals(region)
                          && other.contains(code)
                          && region.contains(other));
      if (isBelow && !between) {
        below.add(each);
      }
    }
    return List.copyOf(below);
  }

  @Test
  void the_chain_of_practice_stands_apart() {
    assertThat(written.set(goal, null, of("150000", "10"))).isEmpty();
    written.practice = true;
    InstructionId other = TestLedger.newInstruction();
    assertThat(written.set(other, null, of("150000", "3"), of("152502", "2"))).isEmpty();
    assertThat(written.tonnes("150000").below()).hasToString("2");
    written.practice = false;
    assertThat(written.tonnes("150000").below()).hasToString("0");
    assertThat(written.tonnes("150000").value()).contains(Decimal.of("10"));
    assertThat(written.of("150000").children()).isEmpty();
  }

  @Test
  void places_lead_up_to_the_nation() {
    InstructionId project = new InstructionId(new UUID(1, 2).toString());
    assertThat(
            new TargetPlace(new RegionCode("152502"), Optional.of(project), YEAR, true).allAbove())
        .extracting(each -> each.region().value())
        .containsExactly("152502", "152500", "150000", "000000");
    assertThat(new TargetPlace(RegionCode.NATION, Optional.empty(), YEAR, true).allAbove())
        .isEmpty();
  }
}
