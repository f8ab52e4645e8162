// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

/** Why there is no number. It is never a zero that nobody has counted. */
public enum NoFigure {
  /** The market has no offset rule of the year. */
  NO_RULE,
  /** The rule's document is known and nobody has read it. */
  NOT_LOADED,
  /** The market takes nothing of what there is. */
  NOT_ELIGIBLE,
  /** Caps are shares of what enterprises' obligations say, which are not public. */
  BASE_NOT_PUBLIC,
  /** Caps are shares of what nobody has recorded. */
  BASE_NOT_RECORDED,
  /** Nothing is listed and nothing was traded, or a notice names no price. */
  NO_PRICE,
  /** Offer and need are in different units. */
  UNIT_DIFFERS,
  /** Nothing was asked. */
  NOTHING_ASKED,
  /** Nothing was answered. */
  NOTHING_ANSWERED,
  /** No target above it for the same indicator and year. */
  NO_PARENT,
  /** No target below it for the same indicator and year. */
  NO_PARTS,
  /** The target does not hold, or an open goal's could not as things stand. */
  NOT_IN_FORCE,
  /** Values of regions do not add up to that of the region above: shares of others mean nothing. */
  NOT_ADDED_UP,
  /** What it would be divided by is 0. */
  ZERO_BASE,
  /** There are no tasks. */
  NO_TASKS,
  /** No task is done, and none is due yet. */
  NOTHING_DUE,
  /** The goal is not decided. */
  NOT_DECIDED,
  /** The goal was decided and not adopted. */
  NOT_ADOPTED,
  /** The goal is no revision, and rests on no report. */
  NO_REPORT,
  /** The report proposes no targets. */
  NO_PROPOSALS,
  /** The year is not over. */
  YEAR_NOT_OVER,
  /** The office has reported nothing of the year. */
  NOT_REPORTED,
  /** Nobody has assessed the year. */
  NOT_ASSESSED,
  /** Nobody has appealed. */
  NO_APPEAL,
  /** An appeal was upheld: nothing is revised on this assessment. */
  APPEAL_UPHELD,
  /** No revision has been proposed on the assessment. */
  NO_REVISION,
  /** A calendar is not published, so that a last day is not known. */
  LAST_DAY_UNKNOWN,
  /** It comes from records that are not for the one who asks. */
  WITHHELD
}
