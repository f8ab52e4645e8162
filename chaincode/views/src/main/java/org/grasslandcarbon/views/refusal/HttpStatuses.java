// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.refusal;

import org.grasslandcarbon.domain.error.ErrorCode;

/** The HTTP status with which a gateway answers a refusal of the registry. */
public final class HttpStatuses {
  private HttpStatuses() {}

  /** The status of a code; what is no matter of the request's form is 422. */
  public static int of(ErrorCode code) {
    return switch (code) {
      case MALFORMED, UNKNOWN_ACTION -> 400;
      case UNKNOWN_PARTICIPANT, BAD_SIGNATURE, KEY_REVOKED -> 401;
      case NOT_ALLOWED, PARTICIPANT_SUSPENDED -> 403;
      case DUPLICATE -> 409;
      case TOO_LARGE -> 413;
      case INTERNAL -> 500;
      case OVERLOADED, NOT_FOUNDED -> 503;
      default -> 422;
    };
  }
}
