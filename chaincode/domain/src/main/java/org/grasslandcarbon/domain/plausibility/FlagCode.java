// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

/**
 * What can be implausible: stable codes, each with a sentence in Chinese and in English that says
 * what is so and what an honest owner shows. Whether a version flags it, from which limit on and
 * how severely, is said by its {@link PlausibilityRules}. Codes are never renamed or reused. {@code
 * docs/reference/plausibility.md} has the formula of each.
 */
public enum FlagCode {
  // How much, against what is known of grassland and of this project.
  /** The soil of a stratum gains carbon fast. */
  SOIL_GAIN(
      Bound.ABOVE,
      Units.RATE,
      "土壤碳的增长快于已公布的草地平均速率；请出示实验室原始记录、留存样品和管理措施的变化。",
      "Soil carbon rises faster than grassland is published to gain it on average: show the laboratory's sheets, the samples kept back and what changed in management."),
  /** The same beyond the fastest published case. */
  SOIL_GAIN_EXTREME(
      Bound.ABOVE,
      Units.RATE,
      "土壤碳的增长快于已公布的最快案例；请出示由另一实验室对留存样品的复测结果。",
      "Soil carbon rises faster than in the fastest published case: show what another laboratory finds in the samples kept back."),
  /** The mean stock is another one in the second sampling. */
  STOCK_JUMP(
      Bound.ABOVE,
      Units.PERCENT,
      "两次采样之间土壤碳储量跳变；请出示两次采样的原始记录和样点照片。",
      "The soil carbon stock jumps from one sampling to the next: show the field and laboratory sheets of both and photographs of the points."),
  /** Trees or shrubs grow fast. */
  WOODY_GAIN(
      Bound.ABOVE,
      "t C/ha/yr",
      "木本生物质的增长快于草地上的灌木和树木；请出示样地清查表和造林记录。",
      "Woody biomass grows faster than shrubs and trees on grassland do: show the plot inventory and the records of planting."),
  /** Much is avoided of what the baseline emitted. */
  AVOIDED_EMISSIONS(
      Bound.ABOVE,
      Units.RATE,
      "每公顷避免的排放高于放牧草地通常的排放；请出示基准期各年的购买凭证和牲畜台账。",
      "More emissions are avoided a hectare than grazed land commonly has: show invoices and livestock books of the baseline's years."),
  /** Something that the baseline had is not done at all. */
  ACTIVITY_STOPPED(
      Bound.NONE,
      Units.NONE,
      "基准线的活动在项目中完全停止；请出示该活动确曾发生的凭证和停止的原因。",
      "An activity of the baseline has stopped altogether: show evidence that there was one and why it stopped."),
  /** More than the design expects. */
  ABOVE_EXPECTED(
      Bound.ABOVE,
      Units.PERCENT,
      "年减排量高于项目设计的预计；请出示偏离设计的原因。",
      "The tonnes a year are above what the design expects: show what departed from the design."),
  /** More than before. */
  ABOVE_EARLIER(
      Bound.ABOVE,
      Units.PERCENT,
      "年减排量高于本项目此前核查的报告；请出示与此前各期相比的变化。",
      "The tonnes a year are above those of the project's earlier reports: show what changed since."),
  // What samples look like.
  /** All points change alike. */
  IDENTICAL_INCREMENTS(
      Bound.BELOW,
      Units.PERCENT,
      "各样点的变化完全或几乎相同，实测数据不会如此；请出示每个样点的实验室原始记录。",
      "All points change by the same, which measured soil does not: show the laboratory's sheet of each point."),
  /** Points differ less than soil does. */
  LITTLE_SPREAD(
      Bound.BELOW,
      Units.PERCENT,
      "样点之间的差异小于土壤的自然变异；请出示样点位置、混样方法和实验室原始记录。",
      "The points differ less than soil varies: show where they lie, how samples were mixed and the laboratory's sheets."),
  /** The same values again. */
  REPEATED_POINTS(
      Bound.AT_LEAST,
      Units.PERCENT,
      "许多样点的数值与其他样点或另一次采样相同；请出示每个样品的编号和实验室原始记录。",
      "Many points have the values of other points or of another sampling: show the number of each sample and the laboratory's sheets."),
  /** Ten, hundred or thousand times. */
  UNIT_SUSPECT(
      Bound.BELOW,
      Units.PERCENT,
      "数值约为相应数值的十倍、百倍或千倍，疑为单位错误；请出示带单位的原始记录。",
      "A value is about ten, a hundred or a thousand times what it should be like, as with a slip of units: show the original record with its unit."),
  /** Far from the others. */
  OUTLIER(
      Bound.ABOVE,
      "1",
      "个别数值远离同层其他样点；请出示该样品的复测结果。",
      "A value is far from those of the other points of its layer: show what measuring the sample again found."),
  /** Less than grassland soil has. */
  CARBON_LOW(
      Bound.BELOW,
      "g/kg",
      "有机碳含量低于草地土壤，疑以百分数填报；请出示带单位的实验室报告。",
      "Organic carbon is below that of grassland soil, as when stated in per cent: show the laboratory's report with its unit."),
  /** The control site is other land. */
  CONTROL_DIFFERS(
      Bound.ABOVE,
      Units.PERCENT,
      "对照地起始碳储量与项目地不同；请出示对照地的选择依据（土壤、坡度、利用历史）。",
      "The control site begins with another stock than the project's land: show why it was chosen by soil, slope and history of use."),
  /** Another way of sampling. */
  SCHEME_CHANGED(
      Bound.NONE,
      Units.NONE,
      "两次采样的取土钻内径、土芯数、分层、层厚或采样深度不同；请出示采样方案变更的原因和两种方法的比对。",
      "Diameter of the probe, cores, layers or how deep they went differ between samplings: show why the scheme changed and how the two compare."),
  /** Carbon that was determined in two ways. */
  ANALYSES_DIFFER(
      Bound.NONE,
      Units.NONE,
      "同一分层各次采样的有机碳测定方法不同；请出示两种方法在同一批样品上的比对结果。",
      "Carbon of a stratum's samplings was determined in different ways: show how both compare on the same samples."),
  /** Denser or looser soil. */
  DENSITY_CHANGED(
      Bound.ABOVE,
      Units.PERCENT,
      "两次采样之间细土容重或土层质量改变；请出示容重环刀的原始记录。",
      "Density or mass of the fine soil changes between samplings: show the sheets of the cores that were weighed."),
  /** Eq. 4 in place of eq. 3. */
  FIXED_DEPTH(
      Bound.NONE,
      Units.NONE,
      "按固定深度而非等质量比较土壤，容重变化会表现为碳变化；请出示不能按等质量计算的原因。",
      "Soil is compared by a fixed depth and not at equal mass, so that density shows as carbon: show why equal mass could not be used."),
  /** What cores weighed does not fit how deep they went. */
  DENSITY_IMPLAUSIBLE(
      Bound.ABOVE,
      "g/cm3",
      "由采样深度和土层质量得出的细土容重不像草地土壤；请出示土芯与标尺的照片、石砾含量和环刀容重记录。",
      "The depth of the cores and the mass of their fine soil make a density unlike grassland soil's: show photographs of cores beside a scale, the share of stones and the sheets of density."),
  /** A light reference leaves out soil. */
  REFERENCE_SHALLOW(
      Bound.BELOW,
      "cm",
      "按实测容重，所选等质量基准未达到最小深度；请出示容重记录，并说明为何不选更大的质量。",
      "At the measured density the chosen reference mass ends above the least depth: show the sheets of density and why no heavier mass was chosen."),
  // Herds.
  /** The owner typed what the ledger should know. */
  PRIOR_LEAKAGE_STATED(
      Bound.NONE,
      Units.NONE,
      "业主自行填报了此前已计的转移泄漏，它会减少本期泄漏；请出示计入该泄漏的已核查报告。",
      "The owner states displaced production that was accounted for before, which lowers leakage: show the verified reports that counted it."),
  /** Slaughter is claimed. */
  SLAUGHTER_STATED(
      Bound.NONE,
      Units.NONE,
      "业主称减少的牲畜已出栏屠宰且产量未减；请出示屠宰检疫证明和各年产量。",
      "The owner states that the missing animals were slaughtered and production did not fall: show slaughter certificates and the production of each year."),
  /** Fewer animals than in the baseline. */
  HERD_BELOW_BASELINE(
      Bound.BELOW,
      Units.PERCENT,
      "畜群少于基准线；请出示牲畜去向（出栏、转场或出售）的凭证。",
      "A herd is smaller than in the baseline: show where the animals went."),
  /** Two counts of one herd. */
  HERD_UNLIKE_STOCKING(
      Bound.ABOVE,
      Units.PERCENT,
      "报告的畜群与草畜平衡记录不符；请出示该年度的牲畜台账。",
      "The reported herd differs from the recorded balance of grass and livestock: show the livestock book of the year."),
  /** Nobody recorded the herd. */
  NO_STOCKING_RECORD(
      Bound.NONE,
      Units.NONE,
      "监测年度没有草畜平衡记录，畜群无从核对；请出示该年度的牲畜清点。",
      "A year of the period has no record of grass and livestock to hold the herd against: show the count of the year."),
  // What was chosen, and what the method leaves out.
  /** The best of everything. */
  BEST_CASE_CHOICES(
      Bound.AT_LEAST,
      Units.PERCENT,
      "各分层选用的参数接近最有利的组合；请出示各项选择的依据（退化程度、气候、投入）。",
      "The strata choose close to the most favourable of the published parameters: show what each choice rests on."),
  /** Input without improvement. */
  HIGH_INPUT_UNIMPROVED(
      Bound.NONE,
      Units.NONE,
      "未选改良管理却选用高投入因子，该因子只用于改良草地；请出示改良措施。",
      "The factor of high input is chosen without improved management, to which alone it applies: show the measures of improvement."),
  /** Manure is not computed. */
  MANURE_MISSING(
      Bound.NONE,
      Units.NONE,
      "该方法不计算粪便的甲烷和氧化亚氮；请出示畜群增加时的估算。",
      "The method computes neither CH4 nor N2O of manure: show an estimate where herds have grown."),
  /** Nothing is deducted. */
  UNCERTAINTY_UNDEDUCTED(
      Bound.NONE,
      Units.NONE,
      "该版本的不确定性处于零扣减档，减排量未因不确定性而扣减；请出示土壤参数的误差范围。",
      "The version's uncertainty falls in the step that deducts nothing: show how far the soil parameters may be wrong."),
  // What a design promises.
  /** More than grassland is known to yield. */
  EXPECTED_RATE(
      Bound.ABOVE,
      Units.RATE,
      "每公顷预计年减排量高于已公布的草地速率；请出示预计的计算过程。",
      "The tonnes expected a hectare and year are above published rates of grassland: show how they were computed."),
  /** Baselines at the top. */
  BASELINE_AT_TOP(
      Bound.AT_LEAST,
      Units.PERCENT,
      "基准线活动水平接近合理范围的上限；请出示基准期各年的凭证。",
      "A level of the baseline is near the top of what is plausible: show evidence of each of the baseline's years."),
  /** Land elsewhere than is stated. */
  OUTSIDE_REGION(
      Bound.ABOVE,
      "km",
      "土地位于所填行政区划所在省份之外或境外；请出示土地权属证书和测绘成果所载的位置。",
      "The land lies outside of the province that the design states, or abroad: show where the land certificate and the survey say that it is.");

  /** When a measured figure is flagged. */
  public enum Bound {
    /** From the limit on. */
    AT_LEAST,
    /** Above the limit. */
    ABOVE,
    /** Below the limit. */
    BELOW,
    /** Whenever it is so; there is no limit. */
    NONE
  }

  /** Units of limits. */
  private static final class Units {
    static final String NONE = "";
    static final String PERCENT = "%";
    static final String RATE = "t CO2e/ha/yr";
  }

  private final Bound bound;
  private final String unit;
  private final String zh;
  private final String en;

  FlagCode(Bound bound, String unit, String zh, String en) {
    this.bound = bound;
    this.unit = unit;
    this.zh = zh;
    this.en = en;
  }

  /** How its limit is meant. */
  public Bound bound() {
    return bound;
  }

  /** Unit of its limit; empty when it has none. */
  public String unit() {
    return unit;
  }

  /** What is so and what an honest owner shows, in Chinese. */
  public String zh() {
    return zh;
  }

  /** The same in English. */
  public String en() {
    return en;
  }
}
