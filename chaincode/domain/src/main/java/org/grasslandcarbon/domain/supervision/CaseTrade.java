// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.value.InstrumentId;

/**
 * A trade that a case is about.
 *
 * @param instrument what was traded
 * @param trade its number among the instrument's trades
 */
public record CaseTrade(
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Number of the trade", zh = "成交编号") @Least(1) @Most(TRADE_MOST) int trade) {

  /** As many as an instrument's trades can have numbers. */
  static final int TRADE_MOST = 2_000_000_000;

  /** The trade's key. */
  Key<Trade> key() {
    return Trade.key(instrument, trade);
  }
}
