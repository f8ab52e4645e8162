// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import org.grasslandcarbon.domain.value.Detail;

/** A delivery of a webhook that is not to be believed, and why. */
public final class DeliveryRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, in the order in which it is looked for. */
  public enum Reason {
    /** A header is missing, or is none of the form. */
    HEADERS,
    /** It was signed too long ago, or will be: somebody may have kept it. */
    TIMESTAMP,
    /** None of its signatures was made with the secret over these very bytes. */
    SIGNATURE,
    /** The body is no event, or another one than the header says. */
    BODY
  }

  private final Reason reason;
  private final transient Detail detail;

  DeliveryRefused(Reason reason, Detail detail) {
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
