// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.stocking;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;

/**
 * The forage that a stratum, or the whole project, offers in the days of a balance. The factors are
 * data, because standards tell them apart by grassland type and season: each row says where its own
 * come from.
 *
 * @param areaHectares the grazed area
 * @param edibleShare the share of the growth that animals eat
 * @param hayCoefficient standard hay in a kilogram of it
 * @param source where yield and factors come from, in words
 * @param stratum the stratum; absent in the one row of a whole project
 * @param utilisationShare the share that may be grazed
 * @param yieldKgPerHectare dry matter of the season, regrowth included
 */
public record Forage(
    @Means(en = "Grazed area, hectares", zh = "放牧面积（公顷）") Decimal areaHectares,
    @Means(en = "Edible share, above 0 to 1", zh = "可食比例（大于 0，不超过 1）") Decimal edibleShare,
    @Means(en = "Standard hay per kilogram, above 0 to 2", zh = "标准干草折算系数（大于 0，不超过 2）")
        Decimal hayCoefficient,
    @Means(en = "Where yield and factors come from", zh = "产草量与系数的来源") @Most(SOURCE_MOST)
        String source,
    @Means(en = "Stratum; left out for the whole project", zh = "分层；整个项目只有一行时不填")
        @Most(Stratum.NAME_MOST)
        Optional<String> stratum,
    @Means(en = "Share that may be grazed, above 0 to 1", zh = "利用率（大于 0，不超过 1）")
        Decimal utilisationShare,
    @Means(
            en = "Dry matter of the season with regrowth, kg/ha, above 0 to 50000",
            zh = "产草量（含再生，千克/公顷，大于 0，不超过 50000）")
        Decimal yieldKgPerHectare) {

  static final int SOURCE_MOST = 300;

  private static final Decimal SHARE_MOST = Decimal.of("1");
  private static final Decimal HAY_MOST = Decimal.of("2");

  /** Several times the best sown meadow. */
  private static final Decimal YIELD_MOST = Decimal.of("50000");

  /**
   * The first column that is not what it can be, and why.
   *
   * @param place where the row stands
   * @param hectares of the land that the row is for
   */
  Optional<Detail> problem(String place, Decimal hectares) {
    return problem(place + ".areaHectares", areaHectares, hectares)
        .or(() -> problem(place + ".edibleShare", edibleShare, SHARE_MOST))
        .or(() -> problem(place + ".hayCoefficient", hayCoefficient, HAY_MOST))
        .or(() -> problem(place + ".utilisationShare", utilisationShare, SHARE_MOST))
        .or(() -> problem(place + ".yieldKgPerHectare", yieldKgPerHectare, YIELD_MOST));
  }

  private static Optional<Detail> problem(String place, Decimal number, Decimal most) {
    return number.value().signum() > 0 && number.compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of(
            zh("为 %s，须大于 0 且不超过 %s").en("is %s, must be above 0 to %s", number, most).at(place));
  }

  /** The row for people. */
  String label() {
    return stratum.orElse("PROJECT");
  }
}
