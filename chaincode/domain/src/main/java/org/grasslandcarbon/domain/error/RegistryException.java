// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.error;

/** The one exception of the domain: a refusal with its stable code. */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /**
   * @param code what was refused
   * @param detail what exactly, in English, without secrets; shown to the person who asked
   */
  public RegistryException(ErrorCode code, String detail) {
    super(detail);
    this.code = code;
  }

  /** The stable code. */
  public ErrorCode code() {
    return code;
  }

  /** {@code CODE: detail}, the only form in which a refusal crosses Fabric's error channel. */
  public String wireText() {
    return code + ": " + getMessage();
  }

  /** Refusals are ordinary outcomes; a stack trace would only cost time. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
