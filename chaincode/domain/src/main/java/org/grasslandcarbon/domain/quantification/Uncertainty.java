// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * How uncertainty reduces what is credited.
 *
 * @param confidencePercent the confidence level at which uncertainty is stated
 * @param deductions steps in ascending order; uncertainty above the last is not accepted
 */
public record Uncertainty(
    @Means(en = "Confidence level, percent", zh = "置信水平（%）") Decimal confidencePercent,
    @Means(en = "Deduction table, ascending", zh = "不确定性扣减表（升序）") @Most(20) List<Step> deductions) {

  public Uncertainty {
    deductions = List.copyOf(deductions);
  }

  /**
   * One step of the table.
   *
   * @param deductPercent what is deducted from a gain, and added to a loss
   * @param upToPercent the highest uncertainty, included, to which the step applies
   */
  public record Step(
      @Means(en = "Deduction, percent", zh = "扣减（%）") Decimal deductPercent,
      @Means(en = "Applies up to this uncertainty, percent", zh = "适用的不确定性上限（%）")
          Decimal upToPercent) {}

  /** What is deducted at an uncertainty; nothing when the table does not accept it. */
  public Optional<Decimal> deduction(Decimal uncertaintyPercent) {
    return deductions.stream()
        .filter(step -> uncertaintyPercent.compareTo(step.upToPercent()) <= 0)
        .map(Step::deductPercent)
        .findFirst();
  }
}
