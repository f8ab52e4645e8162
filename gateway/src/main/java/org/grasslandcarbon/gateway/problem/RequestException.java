// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.problem;

/** A request that is answered with a problem of the gateway's own. */
public final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final GatewayCode code;

  /**
   * @param detail what exactly, in English; shown to the person who asked
   */
  public RequestException(GatewayCode code, String detail) {
    super(detail);
    this.code = code;
  }

  public GatewayCode code() {
    return code;
  }

  /** An ordinary answer; a stack trace would only cost time. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
