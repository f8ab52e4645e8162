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
  /** A calendar is not published, so that a last day is not known. */
  LAST_DAY_UNKNOWN,
  /** It comes from records that are not for the one who asks. */
  WITHHELD
}
