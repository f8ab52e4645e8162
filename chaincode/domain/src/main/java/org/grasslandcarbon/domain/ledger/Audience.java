// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

/** A circle of people who may see something of the ledger. */
public enum Audience {
  /** Everybody, without a login. */
  PUBLIC,
  /** The participants whom it concerns by name: who signed, whose account it is. */
  PARTIES,
  /**
   * The authority, and the office of each party's region; of what has no party, every office. They
   * supervise.
   */
  OFFICES,
  /** The authority and every office, of whatever region: they work together. */
  EVERY_OFFICE,
  /** Every exchange. */
  EXCHANGE,
  /** Every settlement bank. */
  BANK,
  /** Every court. */
  COURT,
  /** Every assessor of regions. */
  ASSESSOR,
  /** Every auditor. */
  AUDITOR
}
