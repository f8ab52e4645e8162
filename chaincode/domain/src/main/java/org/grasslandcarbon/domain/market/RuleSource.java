// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;

/**
 * Where a number of a trading rule comes from.
 *
 * @param assumed whether nobody has published it, and the venue has chosen it
 * @param source the provision, or the reason
 * @param term the number's member in the terms
 */
public record RuleSource(
    @Means(en = "Whether nobody has published it and the venue chose it", zh = "是否无公开依据而由交易场所自定")
        boolean assumed,
    @Means(en = "Provision or reason that it comes from", zh = "依据或理由") @Most(SOURCE_MOST)
        String source,
    @Means(en = "Member of the terms", zh = "所对应的条款名称") @Most(TERM_MOST) String term) {

  /** A sentence with the provision's name and number. */
  static final int SOURCE_MOST = 300;

  /** Longer than any member's name. */
  static final int TERM_MOST = 40;
}
