// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.value.Bilingual;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;

/**
 * What a datum can plausibly be. A value outside is a slip of the pen or of units, not a finding.
 *
 * @param least the least value, included
 * @param most the most, included
 * @param perHectare whether the bounds are for each hectare of the stratum
 * @param symbol the datum
 */
public record PlausibleRange(
    @Means(en = "Least value, included", zh = "下限（含）") Decimal least,
    @Means(en = "Most, included", zh = "上限（含）") Decimal most,
    @Means(en = "Whether the bounds are for each hectare of the stratum", zh = "是否按每公顷计")
        boolean perHectare,
    @Means(en = "Symbol of the datum", zh = "数据项符号") @Most(Parameter.NAME_MOST) String symbol)
    implements Bilingual {

  public PlausibleRange {
    Check.that(
        least.compareTo(most) <= 0, zh("范围的下限不得大于上限").en("a range's least is not above its most"));
  }

  /** Whether a value of a stratum with an area is inside. */
  public boolean holds(Decimal value, Decimal areaHectares) {
    return perHectare
        ? least.value().multiply(areaHectares.value()).compareTo(value.value()) <= 0
            && most.value().multiply(areaHectares.value()).compareTo(value.value()) >= 0
        : least.compareTo(value) <= 0 && most.compareTo(value) >= 0;
  }

  @Override
  public Detail inWords() {
    return perHectare
        ? zh("每公顷 %s 至 %s").en("%s to %s per hectare", least, most)
        : zh("%s 至 %s").en("%s to %s", least, most);
  }

  @Override
  public String toString() {
    return inWords().en();
  }
}
