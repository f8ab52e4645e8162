// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigInteger;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Fen;

/**
 * The prices of a day: multiples of the tick, as far from the base price as the rule lets them be
 * (limits half-up to the tick, both included; at least one tick off the base, so that a low price
 * can move; never below one tick).
 *
 * @param lowest the lowest price
 * @param highest the highest
 * @param tick the step
 */
public record PriceLimits(long lowest, long highest, long tick) {
  private static final int PER_MILLE = 1_000;

  /** The prices of a day that is traded in some way. */
  static PriceLimits of(Fen base, ModeTerms mode, Fen tick) {
    return of(base, mode.limitPerMille(), tick);
  }

  /**
   * The prices around a base price.
   *
   * @param limitPerMille how far from it, in thousandths
   */
  public static PriceLimits of(Fen base, int limitPerMille, Fen tick) {
    long step = tick.value();
    long centre = base.value() / step;
    long low = halfUp(base.value() * (PER_MILLE - limitPerMille), PER_MILLE, tick);
    long high = halfUp(base.value() * (PER_MILLE + limitPerMille), PER_MILLE, tick);
    return new PriceLimits(
        Math.max(1, Math.min(low, centre - 1)) * step, Math.max(high, centre + 1) * step, step);
  }

  /** {@code dividend / (divisor x tick)}, half-up to a whole number. */
  public static long halfUp(long dividend, long divisor, Fen tick) {
    BigInteger by = BigInteger.valueOf(divisor).multiply(BigInteger.valueOf(tick.value()));
    return BigInteger.valueOf(dividend)
        .shiftLeft(1)
        .add(by)
        .divide(by.shiftLeft(1))
        .longValueExact();
  }

  /** What is wrong with a price's step, with the nearest two prices. */
  Optional<Detail> offTick(Fen price) {
    long over = price.value() % tick;
    if (over == 0 && !price.isZero()) {
      return Optional.empty();
    }
    long below = price.value() - over;
    return Optional.of(
        zh("价格须为 %s 分的整数倍；最近的价格为 %s 分和 %s 分")
            .en(
                "prices are multiples of %s fen; the nearest are %s and %s fen",
                tick, Math.max(tick, below), below + tick));
  }

  /** What is wrong with a price that is too far from the base. */
  Optional<Detail> outside(Fen price) {
    return price.value() >= lowest && price.value() <= highest
        ? Optional.empty()
        : Optional.of(
            zh("今日价格须在 %s 分至 %s 分之间").en("prices are %s to %s fen today", lowest, highest));
  }
}
