// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.math.RoundingMode;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * The coupling-coordination degree of the two order parameters. The formula is common in the
 * literature on regions and is not of the paper that the indicators follow, which names the order
 * parameters alone.
 *
 * @param c the coupling degree, 2 sqrt(u1 u2) / (u1 + u2); absent where both are 0
 * @param d the coordination degree, sqrt(c t); 0 where both are 0
 * @param degree the tenth in which d lies, 1 (below 0.1) to 10 (from 0.9)
 * @param t the comprehensive index, a u1 + b u2
 * @param u1 the low-carbon economy, 0 to 1
 * @param u2 the coordinated development of regions, 0 to 1
 */
public record Coupling(
    Optional<Decimal> c, Decimal d, int degree, Decimal t, Decimal u1, Decimal u2) {

  private static final int DEGREES = 10;

  /** The degree of two means of attainments, 0 to 1 each. */
  static Coupling of(Figure u1, Figure u2, CouplingWeights weights) {
    Figure t =
        u1.times(Figure.of(weights.lowCarbonEconomy()))
            .plus(u2.times(Figure.of(weights.coordinatedDevelopment())))
            .dividedBy(Figure.of(CouplingWeights.WHOLE));
    Figure sum = u1.plus(u2);
    Optional<Figure> c =
        sum.isZero()
            ? Optional.empty()
            : Optional.of(u1.times(u2).squareRoot().times(Figure.of(2)).dividedBy(sum));
    Figure d = c.map(found -> found.times(t).squareRoot()).orElse(Figure.ZERO);
    return new Coupling(
        c.map(Scoring::stored),
        Scoring.stored(d),
        degree(Scoring.stored(d)),
        Scoring.stored(t),
        Scoring.stored(u1),
        Scoring.stored(u2));
  }

  /** Of the number as it is stored, so that whoever reads it comes to the same. */
  private static int degree(Decimal d) {
    int tenths = d.value().movePointRight(1).setScale(0, RoundingMode.FLOOR).intValueExact();
    return Math.min(tenths + 1, DEGREES);
  }
}
