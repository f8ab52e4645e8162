// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Optional;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * A target that the targets below it do not add up to. It is listed and refuses nothing: who votes
 * is to see it.
 *
 * @param children what the nearest targets below add up to
 * @param indicator of the criteria
 * @param kind on which side of it they are
 * @param parent the target
 * @param parts how many targets are in that sum
 * @param region whose target it is
 * @param year the calendar year
 */
public record Breach(
    Decimal children,
    IndicatorId indicator,
    Kind kind,
    Decimal parent,
    int parts,
    RegionCode region,
    int year) {

  /** On which side of a target the sum of those below is. */
  public enum Kind {
    /** They fall short of it. */
    CHILDREN_BELOW_PARENT,
    /** They exceed it. */
    CHILDREN_ABOVE_PARENT
  }

  /** The breach of a target, if those below do not add up to it. */
  static Optional<Breach> of(RegionTargets where, RegionTargets.Target target) {
    if (target.parts() == 0 || target.value().isEmpty()) {
      return Optional.empty();
    }
    Decimal parent = target.value().get();
    int side = target.below().compareTo(parent);
    return side == 0
        ? Optional.empty()
        : Optional.of(
            new Breach(
                target.below(),
                target.indicator(),
                side < 0 ? Kind.CHILDREN_BELOW_PARENT : Kind.CHILDREN_ABOVE_PARENT,
                parent,
                target.parts(),
                where.region(),
                where.year()));
  }
}
