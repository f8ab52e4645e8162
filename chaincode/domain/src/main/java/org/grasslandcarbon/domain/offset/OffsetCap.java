// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * The most that may be used of some credits: a share of a base, rounded down to a whole tonne, or a
 * number of tonnes.
 *
 * @param base of what it is a share
 * @param id how answers name it, e.g. {@code OUTSIDE}
 * @param perMille the share
 * @param scope whose use counts
 * @param tonnes the number of tonnes, where it is no share
 * @param where which credits count
 */
public record OffsetCap(
    @Means(en = "Base of which it is a share", zh = "比例所依据的基数") Optional<OffsetBase> base,
    @Means(en = "Name of the cap in answers", zh = "上限的名称") @Most(CreditCondition.KIND_MOST)
        String id,
    @Means(en = "Share of the base, per mille", zh = "占基数的千分比") @Least(1) @Most(1_000)
        Optional<Integer> perMille,
    @Means(en = "Whose use counts", zh = "按谁的用量计算") Scope scope,
    @Means(en = "Tonnes CO2e, where it is no share", zh = "吨数（不按比例时，吨二氧化碳当量）")
        Optional<Tonnes> tonnes,
    @Means(en = "Credits that count", zh = "计入的减排量") CreditCondition where) {

  /** How a cap is written, where the schema looks for it. */
  static final String ID_PATTERN = CreditCondition.KINDS_PATTERN;

  private static final long WHOLE = 1_000;

  /** Whose use counts towards a cap. */
  public enum Scope {
    /** One enterprise's, of a year. */
    ENTERPRISE,
    /** That of all enterprises of the market, of a year. */
    MARKET
  }

  public OffsetCap {
    CreditCondition.requireKind(id);
    Check.that(
        base.isPresent() == perMille.isPresent() && base.isPresent() != tonnes.isPresent(),
        zh("上限须为某一基数的千分比，或为吨数，二者取一").en("a cap is a share of a base, or a number of tonnes"));
    Check.that(
        scope == Scope.ENTERPRISE || tonnes.isPresent(),
        zh("全市场的上限须为吨数").en("a cap of the whole market is a number of tonnes"));
  }

  /** A share of a base of one enterprise. */
  static OffsetCap share(String id, OffsetBase base, int perMille, CreditCondition where) {
    return new OffsetCap(
        Optional.of(base), id, Optional.of(perMille), Scope.ENTERPRISE, Optional.empty(), where);
  }

  /** A number of tonnes of one enterprise or of the market. */
  static OffsetCap tonnes(String id, Scope scope, long tonnes, CreditCondition where) {
    return new OffsetCap(
        Optional.empty(), id, Optional.empty(), scope, Optional.of(Tonnes.of(tonnes)), where);
  }

  /** The most that may be used; absent while its base is not known. */
  Optional<Tonnes> limit(OffsetBases bases) {
    return limit(bases, WHOLE);
  }

  /** The most that a part of it, per mille, leaves. Rounded down once, and not at each step. */
  Optional<Tonnes> limit(OffsetBases bases, long partPerMille) {
    return tonnes
        .map(all -> part(all.value(), partPerMille, WHOLE))
        .or(
            () ->
                bases
                    .of(base.orElseThrow())
                    .map(
                        all ->
                            part(
                                all.value() * perMille.orElseThrow(),
                                partPerMille,
                                WHOLE * WHOLE)));
  }

  /** A million millions of tonnes times a million is within a long. */
  private static Tonnes part(long whole, long part, long of) {
    return Tonnes.of(Math.multiplyExact(whole, part) / of);
  }
}
