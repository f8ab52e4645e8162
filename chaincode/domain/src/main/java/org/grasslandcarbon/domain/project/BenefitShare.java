// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * A beneficiary's share of what the project's credits are sold for.
 *
 * @param basisPoints hundredths of a percent of the proceeds
 * @param beneficiary e.g. a herders' cooperative
 * @param participant its id, when it is admitted and can be paid on the ledger
 */
public record BenefitShare(
    @Means(en = "Share of sale proceeds, hundredths of a percent", zh = "出售收益分成（万分比）")
        @Least(1)
        @Most(WHOLE)
        int basisPoints,
    @Means(en = "Beneficiary, e.g. a herders' cooperative", zh = "受益方（如牧民合作社）") Name beneficiary,
    @Means(en = "Its id when it is admitted", zh = "受益方主体代码（已接纳时）")
        Optional<ParticipantId> participant) {

  /** All of the proceeds. */
  public static final int WHOLE = 10_000;

  public BenefitShare {
    Check.that(
        basisPoints > 0 && basisPoints <= WHOLE,
        zh("份额以万分之一计，须为 1 至 10000").en("a share is 1 to 10000 hundredths of a percent"));
  }
}
