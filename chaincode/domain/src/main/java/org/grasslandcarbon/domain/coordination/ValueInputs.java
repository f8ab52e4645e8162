// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * What somebody supposes of regions that may act each for itself or together (china-rules E16).
 * Nothing of it is looked up: whoever types other numbers is told another value, and the same
 * numbers tell everybody the same.
 *
 * @param discountPercent what a year's waiting takes off a sum, percent, 0 to 100
 * @param joint what is otherwise where they act together
 * @param prices three prices of a tonne: the value is told as a range
 * @param regions the regions, each as it is alone
 * @param years for how many years, the flows of each at its end
 */
public record ValueInputs(
    @Means(en = "Discount rate a year, percent, 0 to 100", zh = "年折现率（%，0 至 100）")
        Decimal discountPercent,
    @Means(en = "What is otherwise where regions act together", zh = "协同时的不同之处") Joint joint,
    @Means(en = "Three prices of a tonne", zh = "每吨的三种价格") Prices prices,
    @Means(en = "The regions, each as it is alone", zh = "各地区单独开展时的情况")
        @Least(REGIONS_LEAST)
        @Most(REGIONS_MOST)
        List<Place> regions,
    @Means(en = "Years, 1 to 60", zh = "年数（1 至 60）") @Least(1) @Most(YEARS_MOST) int years) {

  /** One region has nobody to act with. */
  static final int REGIONS_LEAST = 2;

  /** All provinces that have grassland, with room. */
  static final int REGIONS_MOST = 40;

  /** The longest crediting period that versions of methodologies have allowed. */
  static final int YEARS_MOST = 60;

  private static final Decimal HUNDRED = Decimal.of("100");

  /** More than twice the grassland of the nation, some 400 million hectares. */
  private static final Decimal HECTARES_MOST = Decimal.of("1000000000");

  /** What grassland binds in a year lies below a twentieth of it in all that was read. */
  private static final Decimal TONNES_MOST = HUNDRED;

  /** Ten million yuan a tonne or hectare: what is more was typed wrongly. */
  private static final long RATE_MOST = 1_000_000_000;

  private static final int WHOLE = 1_000;

  /**
   * A region by itself. Amounts are those of a year, but for the start.
   *
   * @param areaHectares the land
   * @param compensationFenPerHectare what the state pays, fen a hectare and year
   * @param feePerMille what certifying and selling costs, per mille of the proceeds
   * @param managementFenPerHectare what the land costs, fen a hectare and year
   * @param monitoringFen what measuring costs, fen a year
   * @param region which
   * @param startFen what is paid once at the beginning
   * @param tonnesPerHectare tonnes CO2e a hectare and year that are credited
   */
  public record Place(
      @Means(en = "Area, hectares, above 0", zh = "面积（公顷，大于 0）") Decimal areaHectares,
      @Means(en = "Compensation, fen a hectare and year", zh = "补偿（分/公顷·年）")
          Fen compensationFenPerHectare,
      @Means(en = "Fees, per mille of the proceeds", zh = "费用（占收入的千分比）") @Least(0) @Most(WHOLE)
          int feePerMille,
      @Means(en = "Management, fen a hectare and year", zh = "管理成本（分/公顷·年）")
          Fen managementFenPerHectare,
      @Means(en = "Monitoring, fen a year", zh = "监测成本（分/年）") Fen monitoringFen,
      @Means(en = "Division", zh = "行政区划") RegionCode region,
      @Means(en = "Paid once at the beginning, fen", zh = "期初一次性投入（分）") Fen startFen,
      @Means(en = "Tonnes CO2e credited a hectare and year", zh = "每公顷每年计入的吨数（吨二氧化碳当量）")
          Decimal tonnesPerHectare) {
    public Place {
      Check.that(
          areaHectares.value().signum() > 0 && areaHectares.compareTo(HECTARES_MOST) <= 0,
          zh("面积须大于 0，至多 %s 公顷").en("an area is above 0 and at most %s hectares", HECTARES_MOST));
      requireRate("compensationFenPerHectare", compensationFenPerHectare);
      requireRate("managementFenPerHectare", managementFenPerHectare);
      requirePerMille(feePerMille);
      Check.that(
          !tonnesPerHectare.isNegative() && tonnesPerHectare.compareTo(TONNES_MOST) <= 0,
          zh("每公顷每年的吨数须在 0 至 %s 之间").en("tonnes a hectare and year are 0 to %s", TONNES_MOST));
    }
  }

  /**
   * What is otherwise where all of them act together; land, what it binds, what it costs and what
   * the state pays for it stay as they are.
   *
   * @param extraTonnes tonnes CO2e a year that only acting together brings, such as leakage to a
   *     neighbour that stays away; none when absent
   * @param feePerMille what certifying and selling together costs, per mille of the proceeds
   * @param monitoringFen what measuring together costs, fen a year
   * @param startFen what is paid once at the beginning
   */
  public record Joint(
      @Means(en = "Tonnes CO2e a year that only acting together brings", zh = "仅因协同而增加的吨数（每年）")
          Optional<Decimal> extraTonnes,
      @Means(en = "Fees, per mille of the proceeds", zh = "费用（占收入的千分比）") @Least(0) @Most(WHOLE)
          int feePerMille,
      @Means(en = "Monitoring, fen a year", zh = "监测成本（分/年）") Fen monitoringFen,
      @Means(en = "Paid once at the beginning, fen", zh = "期初一次性投入（分）") Fen startFen) {
    public Joint {
      Check.that(
          extraTonnes.filter(Decimal::isNegative).isEmpty(),
          zh("协同增加的吨数不得小于 0").en("tonnes that acting together brings are not below 0"));
      requirePerMille(feePerMille);
    }
  }

  /**
   * Prices of a tonne, fen.
   *
   * @param high the highest that is thought of
   * @param low the lowest
   * @param middle the likely one
   */
  public record Prices(
      @Means(en = "Highest price, fen a tonne", zh = "高价（分/吨）") Fen high,
      @Means(en = "Lowest price, fen a tonne", zh = "低价（分/吨）") Fen low,
      @Means(en = "Likely price, fen a tonne", zh = "中间价（分/吨）") Fen middle) {
    public Prices {
      requireRate("prices", high);
      Check.that(
          middle.isAtLeast(low) && high.isAtLeast(middle),
          zh("价格须由低到高：low、middle、high").en("prices ascend: low, middle, high"));
    }
  }

  public ValueInputs {
    regions = List.copyOf(regions);
    Check.that(
        !discountPercent.isNegative() && discountPercent.compareTo(HUNDRED) <= 0,
        zh("折现率须在百分之 0 至 100 之间").en("a discount rate is 0 to 100 percent"));
    Check.that(
        regions.size() >= REGIONS_LEAST && regions.size() <= REGIONS_MOST,
        zh("须有 %1$s 至 %2$s 个地区").en("there are %s to %s regions", REGIONS_LEAST, REGIONS_MOST));
    Check.that(
        regions.stream().map(Place::region).distinct().count() == regions.size(),
        zh("同一地区只能出现一次").en("a region stands there once"));
    Check.that(
        years >= 1 && years <= YEARS_MOST,
        zh("年数须在 1 至 %s 之间").en("years are 1 to %s", YEARS_MOST));
  }

  /** Two regions that share their monitoring; the numbers are nobody's. */
  public static ValueInputs example() {
    return new ValueInputs(
        Decimal.of("5"),
        new Joint(Optional.of(Decimal.of("0")), 8, Fen.of(120_000_000), Fen.of(30_000_000)),
        new Prices(Fen.of(10_000), Fen.of(6_000), Fen.of(8_000)),
        List.of(
            place("150000", "20000", "1.2", 100_000_000),
            place("130000", "5000", "1.5", 60_000_000)),
        20);
  }

  private static Place place(String region, String hectares, String tonnes, long monitoring) {
    return new Place(
        Decimal.of(hectares),
        Fen.ZERO,
        10,
        Fen.of(3_000),
        Fen.of(monitoring),
        new RegionCode(region),
        Fen.of(20_000_000),
        Decimal.of(tonnes));
  }

  private static void requireRate(String name, Fen rate) {
    Check.that(
        rate.value() <= RATE_MOST,
        zh("%1$s 至多 %2$s 分").en("%s is at most %s fen", name, RATE_MOST));
  }

  private static void requirePerMille(int feePerMille) {
    Check.that(
        feePerMille >= 0 && feePerMille <= WHOLE,
        zh("费用须在千分之 0 至 1000 之间").en("fees are 0 to 1000 per mille"));
  }
}
