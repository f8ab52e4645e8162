// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.problem;

import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.views.refusal.GatewayCode;

/** A request that is answered with a problem of the gateway's own. */
public final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final GatewayCode code;
  private final transient Detail detail;

  /**
   * @param detail what exactly; shown to the person who asked
   */
  public RequestException(GatewayCode code, Detail detail) {
    super(detail.en());
    this.code = code;
    this.detail = detail;
  }

  public GatewayCode code() {
    return code;
  }

  /** What exactly is wrong. */
  public Detail detail() {
    return detail;
  }

  /** An ordinary answer; a stack trace would only cost time. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
