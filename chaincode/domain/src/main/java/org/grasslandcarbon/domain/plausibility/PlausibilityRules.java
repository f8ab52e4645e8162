// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;

/**
 * What a methodology version flags, from which limit on and how severely. A code without a rule is
 * not flagged.
 *
 * @param rules one for a code
 */
public record PlausibilityRules(
    @Means(en = "Rules, one for a code", zh = "规则，每个代码一条") @Most(RULES_MOST) List<Rule> rules) {

  /** Several times the codes that there are, for those that come. */
  private static final int RULES_MOST = 100;

  public PlausibilityRules {
    rules = List.copyOf(rules);
  }

  /**
   * One rule.
   *
   * @param code what is flagged
   * @param limit from where on; absent where the code has none
   * @param severity how much it weighs
   * @param source where the limit comes from, or that it is assumed
   */
  public record Rule(
      @Means(en = "What is flagged", zh = "提示代码") FlagCode code,
      @Means(en = "From where on, where the code has a limit", zh = "限值") Optional<Limit> limit,
      @Means(en = "How much it weighs", zh = "严重程度") Severity severity,
      @Means(en = "Where the limit comes from, or that it is assumed", zh = "限值来源，或注明为假定")
          @Most(300)
          String source) {}

  /**
   * A limit with its unit, stated so that a slip of units shows.
   *
   * @param unit that of the code
   * @param value not below zero
   */
  public record Limit(
      @Means(en = "Unit, as the code has it", zh = "单位") @Most(Parameter.UNIT_MOST) String unit,
      @Means(en = "The number", zh = "数值") Decimal value) {}

  /** Why these rules cannot be applied; nothing when they can. */
  public Optional<Detail> problem() {
    Set<FlagCode> seen = EnumSet.noneOf(FlagCode.class);
    for (Rule rule : rules) {
      if (!seen.add(rule.code)) {
        return Optional.of(zh("%s 出现两次").en("%s stands twice", rule.code));
      }
      boolean hasLimit = rule.code.bound() != FlagCode.Bound.NONE;
      boolean isInUnit =
          rule.limit.map(each -> each.unit().equals(rule.code.unit())).orElse(!hasLimit);
      if (!hasLimit && rule.limit.isPresent()) {
        return Optional.of(zh("%s 没有限值").en("%s has no limit", rule.code));
      }
      if (!isInUnit) {
        return Optional.of(
            zh("%s 须有限值，单位为 %s").en("%s needs a limit, in %s", rule.code, rule.code.unit()));
      }
      if (rule.limit.filter(each -> each.value().isNegative()).isPresent()) {
        return Optional.of(zh("%s 的限值不得小于零").en("the limit of %s is not below zero", rule.code));
      }
    }
    return Optional.empty();
  }
}
