// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.time.LocalDate;
import org.grasslandcarbon.domain.supervision.Relation;

/**
 * A relation between two participants as it was stated last.
 *
 * @param one one of them
 * @param other the other one
 * @param kind in which way
 * @param perMille the share; all where nobody stated one
 * @param from since when
 * @param to the last day
 */
record Link(
    String one, String other, Relation.Kind kind, int perMille, LocalDate from, LocalDate to) {

  /** Whether the two were related on some day of a period. */
  boolean holdsIn(LocalDate first, LocalDate last) {
    return !from.isAfter(last) && !to.isBefore(first);
  }
}
