// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * One value of a sampling.
 *
 * @param sample point and layer, {@code P07-L1}; the layer alone, {@code L1}, of what holds at all
 *     points; absent of what holds for the whole sampling
 * @param symbol the datum, e.g. {@code OC}
 * @param unit its unit, stated so that a slip of units shows
 * @param value its value
 */
public record SampleValue(
    @Means(
            en = "Point and layer, e.g. P07-L1; the layer alone; absent: all of the sampling",
            zh = "样点和土层，如 P07-L1；仅土层；不填为整次采样")
        @Most(SAMPLE_MOST)
        Optional<String> sample,
    @Means(en = "Symbol of the datum, e.g. OC", zh = "数据项符号") @Most(Parameter.NAME_MOST)
        String symbol,
    @Means(en = "Unit, as the methodology has it", zh = "单位（与方法学一致）") @Most(Parameter.UNIT_MOST)
        String unit,
    @Means(en = "Value", zh = "数值") Decimal value) {

  /** Characters of point and layer. */
  static final int SAMPLE_MOST = 12;

  static final String SAMPLE_PATTERN = "P[A-Z0-9]{1,8}(-L[1-9])?|L[1-9]";

  private static final Pattern SAMPLE = Pattern.compile(SAMPLE_PATTERN);

  public SampleValue {
    sample.ifPresent(
        name ->
            Check.matches(
                SAMPLE,
                name,
                zh("样品编号须如 P07-L1、P07 或 L1").en("a sample is named like P07-L1, P07 or L1")));
  }

  /**
   * Values of a sampling as rows of a report.
   *
   * @param round 1 of the sampling with which the report begins, 2 of that with which it ends
   * @param year of the rows
   */
  static List<Datum> rows(
      List<SampleValue> values, String stratum, Scenario scenario, int round, int year) {
    String sampling = scenario + "-" + round;
    return values.stream()
        .map(
            each ->
                new Datum(
                    Optional.of(sampling + each.sample.map(name -> "-" + name).orElse("")),
                    stratum,
                    each.symbol,
                    each.unit,
                    each.value,
                    year))
        .toList();
  }

  /** The point at which it was measured, where it is of one. */
  Optional<String> point() {
    return sample.filter(name -> name.startsWith("P")).map(name -> name.split("-", 2)[0]);
  }
}
