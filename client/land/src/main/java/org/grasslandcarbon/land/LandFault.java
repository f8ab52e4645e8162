// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Something that is wrong in a file.
 *
 * @param code what kind, and what to do
 * @param detail what exactly
 * @param places where it stands
 * @param at the corners that it is about, where they could be read: one, or two edges by their ends
 */
public record LandFault(
    LandCode code, Optional<Detail> detail, List<LandPlace> places, List<Point> at) {
  public LandFault {
    places = List.copyOf(places);
    at = List.copyOf(at);
  }
}
