// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Quantiles of Student's t for whole degrees of freedom, right to 20 digits, without floating
 * point.
 *
 * <p>For whole degrees of freedom the probability that |T| is below t is a finite sum (Abramowitz
 * and Stegun 26.7.3 and 26.7.4), computed here with 60 digits; of these the rounding of some ten
 * thousand operations can spoil at most the last five. Above zero the sum is a concave function of
 * t, so every tangent lies above it: Newton's steps from zero approach the quantile from below,
 * never pass it, and end when a step no longer changes the 45th decimal.
 */
final class StudentT {
  /** Digits of a quantile. */
  static final MathContext DIGITS = new MathContext(20, RoundingMode.HALF_EVEN);

  /** Far above the samples that one report can have; keeps the sum short. */
  static final int DEGREES_MOST = 5_000;

  /** Pi, cut after 79 decimals. */
  static final BigDecimal PI =
      new BigDecimal(
          "3.1415926535897932384626433832795028841971693993751058209749445923078164062862089");

  private static final MathContext WORK = new MathContext(60, RoundingMode.HALF_EVEN);
  private static final BigDecimal SMALLEST_STEP = BigDecimal.ONE.movePointLeft(45);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** The slowest case allowed (one degree, p = 0.9999) takes under 20 steps. */
  private static final int STEPS_MOST = 100;

  private static final int HALVINGS = 6;

  private final int degrees;
  private final BigDecimal rootOfDegrees;
  private final BigDecimal densityAtZero;

  private StudentT(int degrees) {
    this.degrees = degrees;
    rootOfDegrees = SquareRoot.of(BigDecimal.valueOf(degrees), WORK);
    densityAtZero = twofoldDensityAtZero();
  }

  /**
   * The number below which T lies with a probability.
   *
   * @param degrees of freedom, 1 to {@link #DEGREES_MOST}
   * @param probability one-sided, 0.5 to 0.9999
   */
  static BigDecimal quantile(int degrees, BigDecimal probability) {
    if (degrees < 1 || degrees > DEGREES_MOST) {
      throw new IllegalArgumentException(degrees + " degrees of freedom");
    }
    if (probability.compareTo(new BigDecimal("0.5")) < 0
        || probability.compareTo(new BigDecimal("0.9999")) > 0) {
      throw new IllegalArgumentException("probability " + probability);
    }
    BigDecimal between = probability.multiply(TWO).subtract(BigDecimal.ONE);
    return new StudentT(degrees).below(between).round(DIGITS);
  }

  /** The t for which |T| is below t with a probability. */
  private BigDecimal below(BigDecimal probability) {
    BigDecimal t = BigDecimal.ZERO;
    for (int i = 0; i < STEPS_MOST; i++) {
      BigDecimal cosine = cosine(t);
      BigDecimal density = densityAtZero.multiply(cosine.pow(degrees + 1, WORK), WORK);
      BigDecimal step = probability.subtract(between(t, cosine)).divide(density, WORK);
      if (step.compareTo(SMALLEST_STEP) < 0) {
        return t;
      }
      t = t.add(step, WORK);
    }
    throw new ArithmeticException("no quantile after " + STEPS_MOST + " steps");
  }

  /** The cosine of the angle whose tangent is t over the root of the degrees of freedom. */
  private BigDecimal cosine(BigDecimal t) {
    return rootOfDegrees.divide(
        SquareRoot.of(t.multiply(t).add(BigDecimal.valueOf(degrees)), WORK), WORK);
  }

  /** The probability that |T| is below t. */
  private BigDecimal between(BigDecimal t, BigDecimal cosine) {
    BigDecimal tangent = t.divide(rootOfDegrees, WORK);
    BigDecimal sine = tangent.multiply(cosine, WORK);
    BigDecimal square = cosine.multiply(cosine, WORK);
    boolean odd = degrees % 2 != 0;
    int terms = odd ? (degrees - 1) / 2 : degrees / 2;
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal term = BigDecimal.ONE;
    for (int k = 1; k <= terms; k++) {
      sum = sum.add(term, WORK);
      // Odd: 2/3, 4/5, 6/7 and so on; even: 1/2, 3/4, 5/6 and so on.
      int above = odd ? 2 * k : 2 * k - 1;
      term =
          term.multiply(square, WORK)
              .multiply(BigDecimal.valueOf(above))
              .divide(BigDecimal.valueOf(above + 1L), WORK);
    }
    if (!odd) {
      return sine.multiply(sum, WORK);
    }
    return arcTangent(tangent)
        .add(sine.multiply(cosine, WORK).multiply(sum, WORK))
        .multiply(TWO)
        .divide(PI, WORK);
  }

  /** The derivative of {@link #between} at zero. */
  private BigDecimal twofoldDensityAtZero() {
    boolean odd = degrees % 2 != 0;
    BigDecimal product = odd ? TWO.divide(PI, WORK) : BigDecimal.ONE;
    // Odd: 2/1 * 4/3 * ... * (n-1)/(n-2); even: 3/2 * 5/4 * ... * (n-1)/(n-2).
    for (int above = odd ? 2 : 3; above < degrees; above += 2) {
      product =
          product.multiply(BigDecimal.valueOf(above)).divide(BigDecimal.valueOf(above - 1L), WORK);
    }
    return product.divide(rootOfDegrees, WORK);
  }

  /**
   * The angle of a tangent: the angle is halved six times, so that the squared tangent is below
   * 0.0007 and twenty terms of the power series are enough for 60 digits; a few more do no harm.
   */
  private static BigDecimal arcTangent(BigDecimal tangent) {
    BigDecimal x = tangent;
    for (int i = 0; i < HALVINGS; i++) {
      BigDecimal root = SquareRoot.of(x.multiply(x, WORK).add(BigDecimal.ONE), WORK);
      x = x.divide(root.add(BigDecimal.ONE), WORK);
    }
    BigDecimal square = x.multiply(x, WORK).negate();
    BigDecimal power = x;
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 1; k < 50; k += 2) {
      sum = sum.add(power.divide(BigDecimal.valueOf(k), WORK), WORK);
      power = power.multiply(square, WORK);
    }
    return sum.multiply(BigDecimal.valueOf(1L << HALVINGS));
  }
}
