// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

/**
 * A value refuses what it was given, in a sentence of our own. Only such a sentence may go into an
 * outcome: what a library says differs from one patch level to the next, and so would endorsers.
 */
public final class BadValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param sentence for the person who wrote the value
   */
  public BadValueException(String sentence) {
    super(sentence);
  }

  /** An ordinary answer; a stack trace would only cost time. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
