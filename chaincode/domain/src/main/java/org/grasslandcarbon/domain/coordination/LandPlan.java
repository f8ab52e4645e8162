// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * What somebody plans for some land: asked before a project is designed, so that a county sees
 * which ways there are (china-rules E23). What is not said is not supposed.
 *
 * @param areaHectares the land
 * @param change what is planned
 * @param dry whether less rain falls than evaporates
 * @param degraded whether it is degraded
 * @param emissionsTraded whether an emissions trading market covers what happens there
 * @param fuelRises whether more is burnt for cooking or heating because of the plan
 * @param grazed whether it is grazed
 * @param herdKept whether as many animals stay as there were before
 * @param present what it is today
 * @param region its division, a county or banner as a rule
 * @param requiredByLaw whether a law asks for the change
 * @param start the first day of the change
 * @param tenure whether rights to the land are documented
 */
public record LandPlan(
    @Means(en = "Area, hectares, above 0", zh = "面积（公顷，大于 0）") Decimal areaHectares,
    @Means(en = "What is planned", zh = "拟采取的措施") Change change,
    @Means(en = "Whether less rain falls than evaporates", zh = "降水量是否小于蒸散量") Optional<Boolean> dry,
    @Means(en = "Whether the land is degraded", zh = "是否退化") Optional<Boolean> degraded,
    @Means(en = "Whether an emissions market covers it", zh = "是否被碳市场覆盖")
        Optional<Boolean> emissionsTraded,
    @Means(en = "Whether more is burnt for cooking or heating", zh = "炊事取暖用柴或化石燃料是否增加")
        Optional<Boolean> fuelRises,
    @Means(en = "Whether the land is grazed", zh = "现是否放牧") Optional<Boolean> grazed,
    @Means(en = "Whether as many animals stay as before", zh = "牲畜数量是否不低于以往")
        Optional<Boolean> herdKept,
    @Means(en = "What the land is today", zh = "土地现状") Use present,
    @Means(en = "Division", zh = "行政区划") RegionCode region,
    @Means(en = "Whether a law asks for the change", zh = "是否为法律法规所要求")
        Optional<Boolean> requiredByLaw,
    @Means(en = "First day of the change", zh = "开始日期") Optional<LocalDate> start,
    @Means(en = "Whether rights to the land are documented", zh = "是否有土地权属证明")
        Optional<Boolean> tenure) {

  /** More than twice the grassland of the nation. */
  private static final Decimal HECTARES_MOST = Decimal.of("1000000000");

  /** What land is. */
  public enum Use {
    /** Grassland that was never ploughed (天然草地). */
    NATURAL_GRASSLAND,
    /** Grassland that was sown (人工草地). */
    SOWN_GRASSLAND,
    /** Cropland (耕地). */
    CROPLAND,
    /** Forest (林地). */
    FOREST,
    /** Wetland or peat (湿地、泥炭地). */
    WETLAND,
    /** Bare or other land (裸地或其他). */
    OTHER
  }

  /** What is planned for it. */
  public enum Change {
    /** No grazing at all (禁牧). */
    GRAZING_BAN,
    /** Grazing with seasons or turns of rest (休牧、轮牧). */
    REST_GRAZING,
    /** Fewer animals, down to what the land carries (草畜平衡). */
    STOCK_BALANCE,
    /** Seeds of grasses or legumes among what grows (补播). */
    RESEEDING,
    /** Sown grassland (人工种草). */
    SOWING,
    /** Forage in place of grain (粮改饲). */
    GRAIN_TO_FEED,
    /** Fewer or other fires (火管理). */
    FIRE
  }

  public LandPlan {
    Check.that(
        areaHectares.value().signum() > 0 && areaHectares.compareTo(HECTARES_MOST) <= 0,
        zh("面积须大于 0，至多 %s 公顷").en("an area is above 0 and at most %s hectares", HECTARES_MOST));
    Check.that(
        change != Change.GRAIN_TO_FEED || present == Use.CROPLAND,
        zh("粮改饲的土地现状须为耕地（CROPLAND）").en("grain-to-feed is a change of cropland"));
  }

  /** A banner's degraded pasture that shall rest; nobody's land. */
  public static LandPlan example() {
    return new LandPlan(
        Decimal.of("1000"),
        Change.GRAZING_BAN,
        Optional.of(true),
        Optional.of(true),
        Optional.of(false),
        Optional.of(false),
        Optional.of(true),
        Optional.of(false),
        Use.NATURAL_GRASSLAND,
        new RegionCode("152502"),
        Optional.of(false),
        Optional.of(LocalDate.of(2027, 1, 1)),
        Optional.of(true));
  }

  /** Whether it is grassland today. */
  boolean isGrassland() {
    return present == Use.NATURAL_GRASSLAND || present == Use.SOWN_GRASSLAND;
  }

  /** Whether it changes how grassland is grazed. */
  boolean changesGrazing() {
    return change == Change.GRAZING_BAN
        || change == Change.REST_GRAZING
        || change == Change.STOCK_BALANCE;
  }
}
