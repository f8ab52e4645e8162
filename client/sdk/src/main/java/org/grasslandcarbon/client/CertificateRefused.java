// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import org.grasslandcarbon.domain.value.Detail;

/** A certificate that proves nothing to whoever holds the trust file, and why. */
public final class CertificateRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, in the order in which it is looked for. */
  public enum Reason {
    /** It is no certificate of a retirement in canonical form. */
    UNREADABLE,
    /** Its parts do not belong together. */
    ALTERED,
    /** It is of another channel or chaincode, or none of its offices is in the trust file. */
    OTHER_LEDGER,
    /** A signature of an office is not one. */
    BAD_ENDORSEMENT,
    /** The holder's signed instruction is missing, or says something else. */
    HOLDER_DID_NOT_SIGN,
    /** Not as many offices of the trust file vouch as it asks for. */
    TOO_FEW_OFFICES
  }

  private final Reason reason;
  private final transient Detail detail;

  CertificateRefused(Reason reason, Detail detail) {
    super(detail.en());
    this.reason = reason;
    this.detail = detail;
  }

  public Reason reason() {
    return reason;
  }

  /** What exactly, in both languages. */
  public Detail detail() {
    return detail;
  }
}
