// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.MarketId;

/**
 * For which market and year credits are surrendered.
 *
 * @param market the market
 * @param year the compliance year
 */
public record Compliance(
    @Means(en = "Market", zh = "市场") MarketId market,
    @Means(en = "Compliance year", zh = "履约年度")
        @Least(PublishOffsetRule.YEAR_LEAST)
        @Most(PublishOffsetRule.YEAR_MOST)
        int year) {}
