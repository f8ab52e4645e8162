// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.participant.SourcedLimit;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * The terms of a methodology version that are not part of its computation.
 *
 * @param areaTolerancePercent how far the stated area may be from the boundary's
 * @param creditingYearsLeast shortest crediting period
 * @param creditingYearsMost longest crediting period
 * @param earliestCredit first day for which tonnes may be claimed (CCER measures art. 10: generated
 *     after 2020-09-22)
 * @param earliestStart first day on which a project may have started (art. 10: after 2012-11-08)
 * @param lookBackYears of how many years before its start a design shows evidence of its baseline,
 *     whose mean is the most that a level may be; no evidence is asked for when absent
 * @param nonPermanencePercent the least share of issued tonnes withheld in the buffer
 * @param publicityWorkingDays length of each publicity period (art. 12 and 19: 20)
 * @param samplings what it asks of samplings; absent where reports bring rows of samples
 * @param yearsToClaim years within which tonnes must be claimed (art. 10: 5)
 */
public record Terms(
    @Means(en = "Tolerance of the stated area, percent", zh = "申报面积允许偏差（%）")
        Decimal areaTolerancePercent,
    @Means(en = "Shortest crediting period, years", zh = "计入期下限（年）") @Least(0) @Most(YEARS_MOST)
        int creditingYearsLeast,
    @Means(en = "Longest crediting period, years", zh = "计入期上限（年）") @Least(1) @Most(YEARS_MOST)
        int creditingYearsMost,
    @Means(en = "First day for which tonnes may be claimed", zh = "减排量产生的最早日期")
        LocalDate earliestCredit,
    @Means(en = "First day on which a project may have started", zh = "项目开工的最早日期")
        LocalDate earliestStart,
    @Means(en = "Years of evidence of the baseline", zh = "基准线活动数据须证明的年数")
        Optional<SourcedLimit> lookBackYears,
    @Means(en = "Least share withheld in the buffer, percent", zh = "非持久性扣减下限（%）")
        Decimal nonPermanencePercent,
    @Means(en = "Publicity period, working days", zh = "公示期（工作日）") @Least(0) @Most(PUBLICITY_MOST)
        int publicityWorkingDays,
    @Means(en = "Samplings as records", zh = "采样登记要求") Optional<SamplingTerms> samplings,
    @Means(en = "Years within which tonnes must be claimed", zh = "可申请年限（年）")
        @Least(1)
        @Most(YEARS_MOST)
        int yearsToClaim) {

  /** More than any rule asks, and few enough to be counted through two yearly calendars. */
  private static final int PUBLICITY_MOST = 200;

  private static final int YEARS_MOST = 100;

  /** Years of evidence that an instruction holds for each level. */
  public static final int LOOK_BACK_MOST = 10;

  static final String AREA_TOLERANCE_PERCENT_PATTERN = Decimal.PERCENT_PATTERN;

  static final String NON_PERMANENCE_PERCENT_PATTERN = Decimal.PERCENT_PATTERN;

  public Terms {
    Check.that(
        isPercentage(areaTolerancePercent),
        zh("容差须在百分之 0 至 100 之间").en("a tolerance is 0 to 100 percent"));
    Check.that(
        isPercentage(nonPermanencePercent),
        zh("比例须在百分之 0 至 100 之间").en("a share is 0 to 100 percent"));
    Check.that(
        publicityWorkingDays >= 0 && publicityWorkingDays <= PUBLICITY_MOST,
        zh("公示期须为 0 至 200 个工作日").en("a publicity period has 0 to 200 working days"));
    Check.that(
        yearsToClaim >= 1 && yearsToClaim <= YEARS_MOST,
        zh("可申请的年限须为 1 至 100 年").en("years to claim are 1 to 100"));
    Check.that(
        creditingYearsLeast >= 0
            && creditingYearsLeast <= creditingYearsMost
            && creditingYearsMost >= 1
            && creditingYearsMost <= YEARS_MOST,
        zh("计入期须为 0 至 100 年，下限不得大于上限")
            .en("a crediting period has 0 to 100 years, the least not above the most"));
    Check.that(
        lookBackYears.map(years -> years.most() <= LOOK_BACK_MOST).orElse(true),
        zh("须证明的年数最多为 %s").en("at most %s years of evidence are asked for", LOOK_BACK_MOST));
  }

  /** Terms of a version whose reports bring rows of samples. */
  public Terms(
      Decimal areaTolerancePercent,
      int creditingYearsLeast,
      int creditingYearsMost,
      LocalDate earliestCredit,
      LocalDate earliestStart,
      Decimal nonPermanencePercent,
      int publicityWorkingDays,
      int yearsToClaim) {
    this(
        areaTolerancePercent,
        creditingYearsLeast,
        creditingYearsMost,
        earliestCredit,
        earliestStart,
        Optional.empty(),
        nonPermanencePercent,
        publicityWorkingDays,
        Optional.empty(),
        yearsToClaim);
  }

  /** The same terms with records of samplings. */
  public Terms withSamplings(SamplingTerms asked) {
    return new Terms(
        areaTolerancePercent,
        creditingYearsLeast,
        creditingYearsMost,
        earliestCredit,
        earliestStart,
        lookBackYears,
        nonPermanencePercent,
        publicityWorkingDays,
        Optional.of(asked),
        yearsToClaim);
  }

  /** The same terms with evidence of the baseline. */
  public Terms withLookBack(SourcedLimit years) {
    return new Terms(
        areaTolerancePercent,
        creditingYearsLeast,
        creditingYearsMost,
        earliestCredit,
        earliestStart,
        Optional.of(years),
        nonPermanencePercent,
        publicityWorkingDays,
        samplings,
        yearsToClaim);
  }

  /** Whether a number is 0 to 100. */
  public static boolean isPercentage(Decimal number) {
    return !number.isNegative() && number.compareTo(Decimal.of("100")) <= 0;
  }
}
