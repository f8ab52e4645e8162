// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.Science;
import org.grasslandcarbon.domain.plausibility.Design;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.plausibility.Plausibility;
import org.grasslandcarbon.domain.region.Outlines;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.RegionCode;

/** What is implausible in a proposed design. A version without rules flags nothing. */
final class DesignFlags {
  private DesignFlags() {}

  /**
   * The flags of a design as it is published; nothing where the version has no rules.
   *
   * @param land of a new project; a renewal's has been asked about
   */
  static Optional<List<Flag>> of(
      Methodology methodology, ProjectDesign design, Optional<Boundary> land) {
    Science science = methodology.science();
    return science
        .plausibility()
        .map(
            rules ->
                Plausibility.ofDesign(
                    new Design(
                        design.areaHectares(),
                        new Decimal(BigDecimal.valueOf(design.expectedTonnesPerYear().value())),
                        land.map(drawn -> location(drawn, design.region())),
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

  private static Design.Location location(Boundary land, RegionCode region) {
    Outlines.Beyond beyond = Outlines.beyond(land, region);
    return new Design.Location(beyond.country(), beyond.region(), region.value());
  }
}
