// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** Where a goal stands. What follows on OPEN is computed from its votes and never chosen. */
public enum GoalState {
  /** It can be commented and voted on (征求意见). */
  OPEN,
  /** Two thirds of the voters voted, and more of them for it than against it (通过). */
  ADOPTED,
  /** Two thirds of the voters voted, and not more of them for it than against it (否决). */
  REJECTED,
  /** Fewer than two thirds of the voters voted (未达法定人数). */
  LAPSED,
  /** The votes adopted it, but by then something stood in its way, which it names (未能生效). */
  OVERTAKEN,
  /** It was adopted, and none of its targets holds any more (被修订). */
  SUPERSEDED
}
