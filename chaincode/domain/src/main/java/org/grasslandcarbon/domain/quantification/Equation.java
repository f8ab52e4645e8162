// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import org.grasslandcarbon.domain.value.Name;

/**
 * An equation of an algorithm, for those who follow a worksheet line by line.
 *
 * @param formula with the symbols that the lines use
 * @param id e.g. {@code T1-3}
 * @param name what it yields
 * @param unit of what it yields
 */
public record Equation(String formula, String id, Name name, String unit) {}
