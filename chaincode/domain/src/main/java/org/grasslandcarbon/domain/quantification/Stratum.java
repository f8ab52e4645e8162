// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * A part of a project's land that is alike in soil, climate and management, as the design document
 * fixes it for the whole crediting period.
 *
 * @param areaHectares its area
 * @param baseline the yearly activity data of the baseline
 * @param choices which published parameters hold for it
 * @param name its name in the design document
 */
public record Stratum(
    @Means(en = "Area, hectares", zh = "面积（公顷）") Decimal areaHectares,
    @Means(en = "Baseline activity data, for one year", zh = "基准线年活动数据") @Most(40) @Distinct
        List<Level> baseline,
    @Means(en = "Which published parameters hold for it", zh = "选用的方法学参数") @Most(40) @Distinct
        List<Choice> choices,
    @Means(en = "Name, e.g. S1", zh = "分层名称") @Most(NAME_MOST) String name) {

  /** Characters of a name. */
  public static final int NAME_MOST = 40;

  /** The form of a name. */
  public static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9_.-]{0,39}";

  static final String AREA_HECTARES_PATTERN = Decimal.POSITIVE_PATTERN;

  private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

  public Stratum {
    baseline = List.copyOf(baseline);
    choices = List.copyOf(choices);
    Check.matches(
        NAME,
        name,
        zh("分层名称由字母、数字、点和连字符组成").en("a stratum's name has letters, digits, points and hyphens"));
    Check.that(
        areaHectares.value().signum() > 0, zh("分层面积须大于零").en("a stratum has an area above zero"));
    Check.that(
        baseline.stream().map(Level::symbol).distinct().count() == baseline.size(),
        zh("同一基线数据项给出了两次").en("a baseline datum is given twice"));
    Check.that(
        choices.stream().map(Choice::symbol).distinct().count() == choices.size(),
        zh("同一参数选定了两次").en("a choice is made twice"));
  }

  /**
   * A parameter chosen for a symbol of the algorithm.
   *
   * @param parameter the name of a published parameter
   * @param symbol what it stands for, e.g. {@code F_MG_BSL}
   */
  public record Choice(
      @Means(en = "Name of a published parameter", zh = "方法学参数名") @Most(Parameter.NAME_MOST)
          String parameter,
      @Means(en = "Symbol that it stands for", zh = "所代表的符号") @Most(Parameter.NAME_MOST)
          String symbol) {}

  /**
   * The level of an activity in one year of the baseline.
   *
   * @param symbol the datum
   * @param unit its unit
   * @param value its value for a whole year
   */
  public record Level(
      @Means(en = "Symbol of the datum", zh = "数据项符号") @Most(Parameter.NAME_MOST) String symbol,
      @Means(en = "Unit, as the methodology has it", zh = "单位（与方法学一致）") @Most(Parameter.UNIT_MOST)
          String unit,
      @Means(en = "Value for a whole year", zh = "全年数值") Decimal value) {}

  /** The parameter chosen for a symbol. */
  public Optional<String> choice(String symbol) {
    return choices.stream()
        .filter(each -> each.symbol().equals(symbol))
        .map(Choice::parameter)
        .findFirst();
  }

  /** The baseline's level of a datum; nothing means none. */
  public Optional<Decimal> baseline(String symbol) {
    return baseline.stream()
        .filter(each -> each.symbol().equals(symbol))
        .map(Level::value)
        .findFirst();
  }
}
