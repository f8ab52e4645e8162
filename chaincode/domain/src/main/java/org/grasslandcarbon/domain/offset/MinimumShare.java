// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;

/**
 * A share of a cap that some credits must have at least, e.g. half of it local ones. What the
 * others may have is the rest of the cap: judged by what has been used so far, the first credits of
 * the others would be refused until enough local ones are there, and the order would decide.
 *
 * @param id how answers name it
 * @param of the cap of which it is a share
 * @param perMille the share
 * @param where which credits must have it
 */
public record MinimumShare(
    @Means(en = "Name of the share in answers", zh = "比例的名称") @Most(CreditCondition.KIND_MOST)
        String id,
    @Means(en = "Cap of which it is a share", zh = "所依据的上限") @Most(CreditCondition.KIND_MOST)
        String of,
    @Means(en = "Share of the cap, per mille", zh = "占该上限的千分比") @Least(1) @Most(1_000) int perMille,
    @Means(en = "Credits that must have it", zh = "须达到该比例的减排量") CreditCondition where) {
  /** How it is written, where the schema looks for it. */
  static final String ID_PATTERN = CreditCondition.KINDS_PATTERN;

  /** How the cap is written. */
  static final String OF_PATTERN = CreditCondition.KINDS_PATTERN;

  public MinimumShare {
    CreditCondition.requireKind(id);
    CreditCondition.requireKind(of);
  }
}
