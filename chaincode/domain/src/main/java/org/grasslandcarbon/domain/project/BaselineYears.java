// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.methodology.Terms;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * What one activity on a stratum was in the years before the project.
 *
 * @param stratum the stratum's name
 * @param symbol the datum of the baseline, e.g. {@code HEAD.SHEEP}
 * @param unit its unit
 * @param values of each year, the first first
 */
public record BaselineYears(
    @Means(en = "Name of the stratum", zh = "分层名称") @Most(Stratum.NAME_MOST) String stratum,
    @Means(en = "Symbol of the datum", zh = "数据项符号") @Most(Parameter.NAME_MOST) String symbol,
    @Means(en = "Unit, as the methodology has it", zh = "单位（与方法学一致）") @Most(Parameter.UNIT_MOST)
        String unit,
    @Means(en = "Value of each year", zh = "各年数值") @Least(1) @Most(Terms.LOOK_BACK_MOST)
        List<Decimal> values) {

  public BaselineYears {
    values = List.copyOf(values);
    Check.that(!values.isEmpty(), zh("须给出各年数值").en("each year has a value"));
  }

  /** Whether it is of a level of a design. */
  boolean isOf(String name, Stratum.Level level) {
    return stratum.equals(name) && symbol.equals(level.symbol()) && unit.equals(level.unit());
  }
}
