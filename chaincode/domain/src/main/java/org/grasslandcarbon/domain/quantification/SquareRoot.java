// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Square roots by whole numbers alone, rounded exactly once: the same digits on every machine and
 * every release of Java.
 */
final class SquareRoot {
  private SquareRoot() {}

  /**
   * The root of a number that is not below zero.
   *
   * <p>The floor of the root of the number times a power of 100 has at least two digits more than
   * are asked for. Where the floor is not the root itself, a last digit 1 stands for what is cut
   * off, so that rounding half to even never takes it for a tie.
   */
  static BigDecimal of(BigDecimal value, MathContext context) {
    if (value.signum() < 0) {
      throw new ArithmeticException("the square root of a number below zero");
    }
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    int shift = Math.max(0, 2 * (context.getPrecision() + 2) - value.precision());
    if ((value.scale() + shift) % 2 != 0) {
      shift++;
    }
    BigInteger shifted = value.unscaledValue().multiply(BigInteger.TEN.pow(shift));
    BigInteger[] root = shifted.sqrtAndRemainder();
    int scale = (value.scale() + shift) / 2;
    return root[1].signum() == 0
        ? new BigDecimal(root[0], scale).round(context)
        : new BigDecimal(root[0].multiply(BigInteger.TEN).add(BigInteger.ONE), scale + 1)
            .round(context);
  }
}
