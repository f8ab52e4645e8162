// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import java.math.BigInteger;

/**
 * Value added tax as documents print it: it is within the gross and stays with the seller, and
 * nothing is posted for it (LEDGER section 6).
 *
 * @param net fen without the tax, half-up
 * @param perMille the rate, in thousandths
 * @param tax fen of tax
 */
public record Vat(long net, int perMille, long tax) {
  private static final long WHOLE = 1_000;

  /**
   * The tax of an amount.
   *
   * @param gross fen
   * @param included whether prices include the tax; where they do not, it comes on top
   */
  public static Vat of(long gross, int perMille, boolean included) {
    if (!included) {
      return new Vat(gross, perMille, halfUp(gross, perMille, WHOLE));
    }
    long net = halfUp(gross, WHOLE, WHOLE + perMille);
    return new Vat(net, perMille, gross - net);
  }

  private static long halfUp(long amount, long times, long by) {
    BigInteger divisor = BigInteger.valueOf(by);
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(times))
        .shiftLeft(1)
        .add(divisor)
        .divide(divisor.shiftLeft(1))
        .longValueExact();
  }
}
