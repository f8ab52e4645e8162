// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Optional;
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
    Optional<Decimal> c, Decimal d, int degree, Decimal t, Decimal u1, Decimal u2) {}
