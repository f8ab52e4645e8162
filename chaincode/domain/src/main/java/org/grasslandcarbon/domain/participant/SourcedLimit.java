// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;

/**
 * A number that the authority sets, with where it comes from.
 *
 * @param most the number
 * @param source the provision, or the reason
 */
public record SourcedLimit(
    @Means(en = "The most that is taken", zh = "上限") @Least(1) @Most(LIMIT_MOST) int most,
    @Means(en = "Provision or reason that it comes from", zh = "依据或理由") @Most(SOURCE_MOST)
        String source) {

  /** Beyond any purpose of a limit. */
  static final int LIMIT_MOST = 100_000;

  /** A sentence with the provision's name and number. */
  static final int SOURCE_MOST = 300;
}
