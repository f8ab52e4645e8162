// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.project.ProjectBoundary;
import org.grasslandcarbon.domain.project.Slivers;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.land.Alignment;

/**
 * Land held against what is around it, by the ledger's own rule.
 *
 * @param around what was compared with
 * @param shared what it shares, in the order of the projects
 * @param tooMuchTogether why what is tolerated of each is too much of all
 * @param alignment how its corners lie to the borders around
 */
record Comparison(
    Around around, List<Shared> shared, Optional<Detail> tooMuchTogether, Alignment alignment) {

  /**
   * What is shared with one project.
   *
   * @param isTolerated whether it is taken off the later project instead of being refused
   */
  record Shared(Around.Neighbour neighbour, Decimal hectares, boolean isTolerated) {}

  static Comparison of(Boundary land, Around around) {
    Slivers slivers = new Slivers(land, around.tolerance());
    List<Shared> shared = new ArrayList<>();
    for (Around.Neighbour neighbour : around.neighbours()) {
      if (land.overlaps(neighbour.boundary())) {
        boolean isTolerated =
            slivers.tolerates(new ProjectBoundary(neighbour.boundary(), neighbour.project()));
        shared.add(new Shared(neighbour, land.overlapHectares(neighbour.boundary()), isTolerated));
      }
    }
    List<Boundary> known = around.neighbours().stream().map(Around.Neighbour::boundary).toList();
    return new Comparison(
        around, List.copyOf(shared), slivers.tooMuchTogether(), Alignment.of(land, known));
  }

  /** Whether the ledger would take it today. */
  boolean isFree() {
    return shared.stream().allMatch(Shared::isTolerated) && tooMuchTogether.isEmpty();
  }
}
