// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * What was to be reached of an indicator.
 *
 * @param goal the goal that set it
 * @param value the value
 */
public record Aim(InstructionId goal, Decimal value) {}
