// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.error;

import org.grasslandcarbon.domain.value.ReadableText;

/** The one exception of the domain: a refusal with its stable code. */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The most characters of a detail: a sentence with some values in it. */
  public static final int DETAIL_MOST = 500;

  private final ErrorCode code;

  /**
   * @param code what was refused
   * @param detail what exactly, in English, without secrets; shown to the person who asked
   */
  public RegistryException(ErrorCode code, String detail) {
    super(printable(detail));
    this.code = code;
  }

  /**
   * A detail may quote what a stranger sent: it is cut to a length, and what is no text for people
   * in it (half a surrogate pair, a control character, a change of direction) does not get into the
   * journal or on anybody's screen.
   */
  private static String printable(String detail) {
    StringBuilder text = new StringBuilder();
    ReadableText.shown(detail)
        .codePoints()
        .takeWhile(c -> text.length() + Character.charCount(c) <= DETAIL_MOST)
        .forEachOrdered(text::appendCodePoint);
    return text.toString();
  }

  /**
   * A check: refuses when the condition does not hold.
   *
   * @throws RegistryException with the code and the detail
   */
  public static void require(boolean condition, ErrorCode otherwise, String detail) {
    if (!condition) {
      throw new RegistryException(otherwise, detail);
    }
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
