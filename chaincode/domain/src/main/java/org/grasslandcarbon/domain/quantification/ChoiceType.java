// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import org.grasslandcarbon.domain.value.Name;

/**
 * A choice among published parameters that every stratum makes.
 *
 * @param group the parameters to choose from are those named {@code group.something}
 * @param name what is chosen
 * @param symbol e.g. {@code F_MG_BSL}
 */
public record ChoiceType(String group, Name name, String symbol) {

  /** Whether a published parameter may be chosen. */
  public boolean offers(Parameter parameter) {
    return Parameters.isIn(group, parameter.name());
  }
}
