// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

/**
 * Nothing happened, and the same instructions in a new proposal can succeed: an instruction stays
 * valid until its {@code notAfter}, whatever becomes of the transactions that carry it.
 */
public final class TryAgainException extends LedgerException {
  private static final long serialVersionUID = 1L;

  /** What stood in the way. */
  public enum Reason {
    /** Another transaction changed what this one had read. */
    CONFLICT,
    /** Endorsers answered differently: as a rule one of them has not yet got the newest block. */
    MISMATCH,
    /** A peer or the orderers cannot be reached, or took too long. */
    UNAVAILABLE,
    /** The peer, or the chaincode, has as much to do as it takes on. */
    TOO_BUSY,
    /** Our clock and an endorser's are too far apart. */
    CLOCK_SKEW
  }

  private final Reason reason;

  public TryAgainException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
