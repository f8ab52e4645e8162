// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * Adds administrative divisions and ends the validity of others, as GB/T 2260 is amended. A
 * published division is never changed otherwise: what names its code meant that division.
 *
 * @param regions new divisions, or published ones with their last day
 */
public record PublishRegions(
    @Means(
            en = "New divisions, or published ones repeated with their last day of validity",
            zh = "新增的行政区划，或在原有区划上注明有效期末日")
        @Least(1)
        @Most(REGIONS_MOST)
        @Distinct
        List<Division> regions)
    implements Action {

  /** One province's divisions; more come in several instructions. */
  static final int REGIONS_MOST = 100;

  /** The action. */
  public static final ActionType<PublishRegions> TYPE =
      ActionType.of(
          "publishRegions",
          "公布或终止行政区划代码",
          "Publishes administrative divisions or ends their validity",
          new PublishRegions(
              List.of(
                  new Division(
                      new RegionCode("150929"),
                      Name.of("四子王旗", "Siziwang Banner"),
                      LocalDate.of(2020, 1, 1),
                      Optional.empty()))),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_REGION,
          ErrorCode.WRONG_STATE);

  public PublishRegions {
    regions = List.copyOf(regions);
    Check.that(!regions.isEmpty(), zh("须至少有一个行政区划").en("there is at least one division"));
    Check.that(
        regions.stream().map(Division::code).distinct().count() == regions.size(),
        zh("同一行政区划列了两次").en("a division is named twice"));
  }

  /**
   * An administrative division.
   *
   * @param code GB/T 2260
   * @param name zh and en
   * @param validFrom first day of the code's validity
   * @param validTo last day, when it has one
   */
  public record Division(
      @Means(en = "GB/T 2260 code", zh = "行政区划代码（GB/T 2260）") RegionCode code,
      @Means(en = "Name of the division", zh = "区划名称") Name name,
      @Means(en = "First day of validity", zh = "有效期首日") LocalDate validFrom,
      @Means(en = "Last day of validity, when it has one", zh = "有效期末日（如有）")
          Optional<LocalDate> validTo) {
    public Division {
      Check.that(
          !code.equals(RegionCode.NATION), zh("000000 不是行政区划").en("000000 is not a division"));
      LocalDate first = validFrom;
      Check.that(
          validTo.map(last -> !last.isBefore(first)).orElse(true),
          zh("validTo 不得早于 validFrom").en("validTo is not before validFrom"));
    }
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return regions.stream()
        .flatMap(each -> Stream.of(each.code(), each.code().province()))
        .distinct()
        .<Key<?>>map(Region::key)
        .toList();
  }

  @Override
  public void apply(Act act) {
    for (Division each : regions) {
      boolean provinceIsKnown =
          act.find(Region.key(each.code().province())).isPresent()
              || regions.stream().anyMatch(r -> r.code().equals(each.code().province()));
      act.require(
          provinceIsKnown,
          ErrorCode.UNKNOWN_REGION,
          zh("缺少 %s 所属的省级行政区划").en("the province of %s is missing", each.code()));
    }
    for (Division each : regions) {
      act.find(Region.key(each.code())).ifPresent(before -> requireOnlyEnds(act, before, each));
      act.write(new Region(each.code(), each.name(), each.validFrom(), each.validTo()));
      act.refer("region", each.code());
    }
  }

  private static void requireOnlyEnds(Act act, Region before, Division after) {
    boolean same =
        before.name().equals(after.name()) && before.validFrom().equals(after.validFrom());
    act.require(
        same && before.validTo().isEmpty(),
        ErrorCode.WRONG_STATE,
        zh("%s 已公布；只能补充其最后有效日")
            .en("%s is published; only its last day can be added", after.code()));
    act.require(
        after.validTo().filter(last -> !last.isBefore(act.today())).isPresent(),
        ErrorCode.WRONG_STATE,
        zh("%s 的最后有效日不得已过").en("%s needs a last day that has not passed", after.code()));
  }
}
