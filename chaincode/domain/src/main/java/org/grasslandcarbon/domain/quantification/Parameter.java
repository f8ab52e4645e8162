// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * A number that a methodology version publishes for its algorithm.
 *
 * @param name e.g. {@code EF_ENTERIC.SHEEP}
 * @param source where the number comes from, in words
 * @param uncertainty the range in which the source says that the number lies, where it says so
 * @param unit e.g. {@code kg CH4/head/yr}; {@code 1} for a pure number
 * @param value the number
 */
public record Parameter(
    @Means(en = "Name, e.g. EF_ENTERIC.SHEEP", zh = "参数名") @Most(NAME_MOST) String name,
    @Means(en = "Where the number comes from", zh = "数值来源") @Most(300) String source,
    @Means(en = "Range of the number, where the source gives it", zh = "来源给出的取值范围")
        Optional<Range> uncertainty,
    @Means(en = "Unit; 1 for a pure number", zh = "单位；无量纲为 1") @Most(UNIT_MOST) String unit,
    @Means(en = "The number", zh = "数值") Decimal value) {

  /** Characters of a name. */
  public static final int NAME_MOST = 60;

  /** Characters of a unit. */
  public static final int UNIT_MOST = 30;

  /** The form of a name. */
  public static final String NAME_PATTERN = "[A-Z][A-Z0-9_.-]{0,59}";

  private static final Pattern FORM = Pattern.compile(NAME_PATTERN);

  public Parameter {
    Check.matches(
        FORM,
        name,
        zh("名称由大写字母、数字、点、连字符和下划线组成")
            .en("a name has capitals, digits, points, hyphens and underscores"));
    Check.that(
        uncertainty.isEmpty() || uncertainty.get().holds(value),
        zh("数值须在其不确定性范围内").en("a number lies in the range of its uncertainty"));
  }

  /** A number whose source gives no range. */
  public Parameter(String name, String source, String unit, Decimal value) {
    this(name, source, Optional.empty(), unit, value);
  }

  /**
   * The range in which a number lies.
   *
   * @param least included
   * @param most included
   */
  public record Range(
      @Means(en = "Least, included", zh = "下限（含）") Decimal least,
      @Means(en = "Most, included", zh = "上限（含）") Decimal most) {

    private boolean holds(Decimal value) {
      return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
    }
  }
}
