// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.Science;
import org.grasslandcarbon.domain.plausibility.Design;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.plausibility.Plausibility;
import org.grasslandcarbon.domain.value.Decimal;

/** What is implausible in a proposed design. A version without rules flags nothing. */
final class DesignFlags {
  private DesignFlags() {}

  /** The flags of a design as it is published; nothing where the version has no rules. */
  static Optional<List<Flag>> of(Methodology methodology, ProjectDesign design) {
    Science science = methodology.science();
    return science
        .plausibility()
        .map(
            rules ->
                Plausibility.ofDesign(
                    new Design(
                        design.areaHectares(),
                        new Decimal(BigDecimal.valueOf(design.expectedTonnesPerYear().value())),
                        science.byName(),
                        rules,
                        design.strata(),
                        science.ranges().stream()
                            .map(
                                range ->
                                    new Design.Top(
                                        range.most(), range.perHectare(), range.symbol()))
                            .toList())));
  }
}
