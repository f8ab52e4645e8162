// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Invented criteria, for the catalogue and the example registry: weights, grades and days are
 * nobody's rule.
 */
public final class ExampleCriteria {
  /** An indicator that offices report. */
  public static final IndicatorId TRAINED_PERSONS = new IndicatorId("TRAINED_PERSONS");

  /** An indicator that the ledger computes. */
  public static final IndicatorId VERIFIED_TONNES = new IndicatorId("VERIFIED_TONNES");

  private ExampleCriteria() {}

  /** Criteria from a day on. */
  public static PublishCriteria of(LocalDate validFrom, boolean practice) {
    return new PublishCriteria(
        new CouplingWeights(500, 500),
        CoordinationDays.ASSUMED,
        Sha256.of("example criteria"),
        List.of(
            grade(100, 80, "优秀", "Excellent", 100),
            grade(50, 60, "合格", "Sufficient", 50),
            grade(0, 0, "不合格", "Insufficient", 0)),
        List.of(
            ledger(
                LedgerIndicator.VERIFIED_TONNES,
                Direction.HIGHER,
                IndicatorGroup.RESOURCE,
                Optional.of(Subsystem.LOW_CARBON_ECONOMY),
                "核证吨数",
                "Verified tonnes",
                300),
            ledger(
                LedgerIndicator.PROJECT_AREA_HECTARES,
                Direction.HIGHER,
                IndicatorGroup.RESOURCE,
                Optional.empty(),
                "项目面积",
                "Area under project",
                100),
            ledger(
                LedgerIndicator.OVERLOAD_PERCENT,
                Direction.LOWER,
                IndicatorGroup.ENVIRONMENT,
                Optional.of(Subsystem.COORDINATED_DEVELOPMENT),
                "超载率",
                "Overload",
                200),
            reported(
                TRAINED_PERSONS,
                IndicatorGroup.CAPACITY,
                Optional.of(Subsystem.COORDINATED_DEVELOPMENT),
                "培训人数",
                "Persons trained",
                "1",
                200),
            reported(
                new IndicatorId("JOBS"),
                IndicatorGroup.ECONOMY,
                Optional.of(Subsystem.LOW_CARBON_ECONOMY),
                "就业岗位",
                "Jobs",
                "1",
                200)),
        40,
        practice,
        validFrom);
  }

  private static Grade grade(int budget, int fromScore, String zh, String en, int quota) {
    return new Grade(
        budget, fromScore, Name.of(zh, en), quota, Sha256.of("example rule of incentives"));
  }

  private static Indicator ledger(
      LedgerIndicator ledger,
      Direction direction,
      IndicatorGroup group,
      Optional<Subsystem> subsystem,
      String zh,
      String en,
      int weight) {
    return new Indicator(
        Sha256.of("definition of " + ledger),
        direction,
        group,
        new IndicatorId(ledger.name()),
        Optional.empty(),
        Optional.of(ledger),
        Optional.empty(),
        Name.of(zh, en),
        subsystem,
        ledger.unit(),
        weight);
  }

  private static Indicator reported(
      IndicatorId id,
      IndicatorGroup group,
      Optional<Subsystem> subsystem,
      String zh,
      String en,
      String unit,
      int weight) {
    return new Indicator(
        Sha256.of("definition of " + id),
        Direction.HIGHER,
        group,
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Name.of(zh, en),
        subsystem,
        unit,
        weight);
  }
}
