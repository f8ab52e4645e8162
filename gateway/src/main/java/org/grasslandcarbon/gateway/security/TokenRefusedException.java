// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import org.grasslandcarbon.domain.value.Detail;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** A token that is not accepted, with the reason for the person who signed it. */
class TokenRefusedException extends BadJwtException {
  private static final long serialVersionUID = 1L;

  private final transient Detail detail;

  TokenRefusedException(Detail detail) {
    super(detail.en());
    this.detail = detail;
  }

  /** What is wrong with the token. */
  Detail detail() {
    return detail;
  }
}
