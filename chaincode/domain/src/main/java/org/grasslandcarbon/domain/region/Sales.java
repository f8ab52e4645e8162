// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Trades, summed up. A sum at the maximum of its type is that or more: a sum is no reason to refuse
 * a trade.
 *
 * @param fees fen of trading and settlement fees of both sides
 * @param shares fen of the proceeds that the plans of benefits gave to others than the seller, paid
 *     or waiting for a payee to be named
 * @param tonnes the credits
 * @param trades how many, cancelled ones aside
 * @param value fen, price times tonnes
 */
public record Sales(Fen fees, Fen shares, Tonnes tonnes, int trades, Fen value) {
  /** No trade. */
  public static final Sales NONE = new Sales(Fen.ZERO, Fen.ZERO, Tonnes.ZERO, 0, Fen.ZERO);

  /** These and others. */
  public Sales plus(Sales others) {
    return new Sales(
        sum(fees, others.fees),
        sum(shares, others.shares),
        sum(tonnes, others.tonnes),
        sum(trades, others.trades),
        sum(value, others.value));
  }

  static Fen sum(Fen some, Fen more) {
    return some.hasRoomFor(more) ? some.plus(more) : Fen.of(Fen.MAXIMUM);
  }

  static Tonnes sum(Tonnes some, Tonnes more) {
    return some.hasRoomFor(more) ? some.plus(more) : Tonnes.of(Tonnes.MAXIMUM);
  }

  static int sum(int some, int more) {
    return (int) Math.min(Integer.MAX_VALUE, (long) some + more);
  }
}
