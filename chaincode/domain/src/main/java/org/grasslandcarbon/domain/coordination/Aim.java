// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * What was to be reached of an indicator.
 *
 * @param goal the goal that set it
 * @param since the day in Beijing from which the value holds
 * @param value the value
 */
public record Aim(InstructionId goal, LocalDate since, Decimal value) {}
