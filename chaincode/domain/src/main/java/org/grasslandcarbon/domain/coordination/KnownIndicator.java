// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Arrays;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * Indicators whose meaning the registry knows because it computes with them. An office can report
 * them whether or not the criteria judge by them; criteria that do name the same unit.
 */
public enum KnownIndicator {
  /** Persons who manage grassland carbon at the end of the year (管理人员). */
  STAFF("1"),
  /** Persons trained in the year (培训人数). */
  TRAINED_PERSONS("1"),
  /** Budget of the year for grassland carbon, in fen (预算). */
  BUDGET_FEN("fen"),
  /** What managing the grassland has cost in the year, in fen (生态管理成本). */
  MANAGEMENT_COST_FEN("fen"),
  /** Jobs at the end of the year (就业岗位). */
  JOBS("1"),
  /** Enterprises that work with projects at the end of the year (参与企业). */
  INDUSTRY_PARTNERS("1"),
  /** Data sets that keep to the common schema, in percent of those sent (数据规范符合率). */
  SCHEMA_CONFORMITY("%");

  private static final String PERCENT = "%";

  private static final Decimal WHOLE = Decimal.of("100");

  private final String unit;

  KnownIndicator(String unit) {
    this.unit = unit;
  }

  /** The unit in which it is reported. */
  public String unit() {
    return unit;
  }

  /** Whether a value can be one: nothing below 0, and no share beyond the whole. */
  boolean admits(Decimal value) {
    return !value.isNegative() && !(unit.equals(PERCENT) && value.compareTo(WHOLE) > 0);
  }

  /** What it is called in reports. */
  public IndicatorId id() {
    return new IndicatorId(name());
  }

  /** The known indicator of an id, if it is one. */
  public static Optional<KnownIndicator> of(IndicatorId id) {
    return Arrays.stream(values()).filter(each -> each.name().equals(id.value())).findFirst();
  }
}
