// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What the owner declares in the design document and the certifier validates; it does not change
 * during the crediting period.
 *
 * @param areaHectares the project's area
 * @param benefitShares who shares in the proceeds; the owner keeps the rest
 * @param certifier who is to validate
 * @param creditingPeriod the days for which tonnes may be claimed
 * @param designDocument the document's hash
 * @param expectedTonnesPerYear the owner's estimate
 * @param methodology the version to which the project is pinned
 * @param name zh and en
 * @param region GB/T 2260
 * @param startDate the day on which management changed
 * @param strata the parts of the land; roads and water may be left out
 * @param tenureDocuments hashes of certificates and contracts of the land
 */
public record ProjectDesign(
    @Means(en = "Area, hectares", zh = "面积（公顷）") Decimal areaHectares,
    @Means(en = "Shares of sale proceeds, together at most 10000", zh = "收益分成（合计不超过一万）") @Most(50)
        List<BenefitShare> benefitShares,
    @Means(en = "Certifier that is to validate", zh = "选定的审定机构") ParticipantId certifier,
    @Means(en = "Crediting period", zh = "计入期") DateRange creditingPeriod,
    @Means(en = "SHA-256 of the design document", zh = "项目设计文件摘要") Sha256 designDocument,
    @Means(en = "Expected tonnes CO2e a year", zh = "预计年减排量（吨）") Tonnes expectedTonnesPerYear,
    @Means(en = "Methodology version", zh = "方法学版本") MethodologyRef methodology,
    @Means(en = "Name of the project", zh = "项目名称") Name name,
    @Means(en = "Division where the land lies (GB/T 2260)", zh = "土地所在行政区划代码") RegionCode region,
    @Means(en = "Day on which management changed", zh = "开工日期") LocalDate startDate,
    @Means(en = "Strata of the land", zh = "分层") @Least(1) @Most(STRATA_MOST) @Distinct
        List<Stratum> strata,
    @Means(en = "SHA-256 of each land tenure document", zh = "土地权属文件摘要")
        @Least(1)
        @Most(TENURE_DOCUMENTS_MOST)
        List<Sha256> tenureDocuments) {

  /** A stratum yields a few lines of every yearly computation. */
  public static final int STRATA_MOST = 100;

  static final int TENURE_DOCUMENTS_MOST = 200;

  static final String AREA_HECTARES_PATTERN = Decimal.POSITIVE_PATTERN;

  public ProjectDesign {
    benefitShares = List.copyOf(benefitShares);
    strata = List.copyOf(strata);
    tenureDocuments = List.copyOf(tenureDocuments);
    Check.that(
        areaHectares.value().signum() > 0, zh("项目面积须大于零").en("a project has an area above zero"));
    Check.that(
        benefitShares.stream().mapToLong(BenefitShare::basisPoints).sum() <= BenefitShare.WHOLE,
        zh("收益份额以万分之一计，合计不得超过 10000")
            .en("benefit shares are together at most 10000 hundredths of a percent"));
    Check.that(!strata.isEmpty(), zh("项目须至少有一个分层").en("a project has a stratum"));
    Check.that(
        strata.stream().map(Stratum::name).distinct().count() == strata.size(),
        zh("两个分层同名").en("two strata have one name"));
    Check.that(
        !tenureDocuments.isEmpty(), zh("项目须有土地权属文件").en("a project has a land tenure document"));
  }

  /**
   * The design with less land, which is no more than slivers along its borders. Strata give up only
   * what no longer finds room in the area, and the largest of them all of that: which of them a
   * sliver is of nobody has said.
   */
  ProjectDesign without(Decimal hectares) {
    BigDecimal area = areaHectares.value().subtract(hectares.value());
    BigDecimal inStrata =
        strata.stream()
            .map(stratum -> stratum.areaHectares().value())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal excess = inStrata.subtract(area).max(BigDecimal.ZERO);
    List<Stratum> less = new ArrayList<>(strata);
    if (excess.signum() > 0) {
      int largest = 0;
      for (int i = 1; i < less.size(); i++) {
        if (less.get(i).areaHectares().compareTo(less.get(largest).areaHectares()) > 0) {
          largest = i;
        }
      }
      Stratum before = less.get(largest);
      Decimal left = new Decimal(before.areaHectares().value().subtract(excess));
      less.set(largest, new Stratum(left, before.baseline(), before.choices(), before.name()));
    }
    return new ProjectDesign(
        new Decimal(area),
        benefitShares,
        certifier,
        creditingPeriod,
        designDocument,
        expectedTonnesPerYear,
        methodology,
        name,
        region,
        startDate,
        less,
        tenureDocuments);
  }
}
