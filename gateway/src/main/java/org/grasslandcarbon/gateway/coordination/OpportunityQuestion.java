// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * Which opportunities are asked for.
 *
 * @param asking who asks, if it has said so; offices see what their market's enterprises may use
 * @param kind of one kind only
 * @param most rows at most
 * @param region of which one side is this region or in it; absent for all provinces
 * @param training those of credits and markets for practice in place of the others
 * @param year the compliance year
 */
public record OpportunityQuestion(
    Optional<Actor> asking,
    Optional<Opportunity.Kind> kind,
    int most,
    Optional<RegionCode> region,
    boolean training,
    int year) {
  boolean wants(Opportunity.Kind one) {
    return kind.map(one::equals).orElse(true);
  }

  /** The group that a division's supply is told in: the region that is asked for, or a province. */
  RegionCode group(RegionCode division) {
    return region.filter(each -> each.contains(division)).orElseGet(division::province);
  }

  /** Whether rows between two regions are asked for. */
  boolean concerns(RegionCode from, RegionCode to) {
    return region.map(each -> touches(each, from) || touches(each, to)).orElse(true);
  }

  private static boolean touches(RegionCode asked, RegionCode side) {
    return asked.contains(side) || !side.equals(RegionCode.NATION) && side.contains(asked);
  }
}
