// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

/**
 * A value refuses what it was given, in a sentence of our own in each language. Only such a
 * sentence may go into an outcome: what a library says differs from one patch level to the next,
 * and so would endorsers.
 */
public final class BadValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Detail detail;

  /**
   * @param detail for the person who wrote the value
   */
  public BadValueException(Detail detail) {
    super(detail.en());
    this.detail = detail;
  }

  /** What is wrong with the value. */
  public Detail detail() {
    return detail;
  }

  /** An ordinary answer; a stack trace would only cost time. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
