// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

/**
 * A failure as it may be logged: its type and where it happened, but not its message, into which a
 * parser or a library may have put a piece of a payload.
 */
final class WithoutMessage extends Exception {
  private static final long serialVersionUID = 1L;

  /** Causes deeper than this add nothing; the chain may be endless. */
  private static final int MAX_CAUSES = 10;

  private WithoutMessage(Throwable original, WithoutMessage cause) {
    super(original.getClass().getName(), cause);
    setStackTrace(original.getStackTrace());
  }

  static WithoutMessage of(Throwable original) {
    return of(original, MAX_CAUSES);
  }

  private static WithoutMessage of(Throwable original, int causesLeft) {
    Throwable cause = original.getCause();
    boolean last = cause == null || causesLeft == 0;
    return new WithoutMessage(original, last ? null : of(cause, causesLeft - 1));
  }
}
