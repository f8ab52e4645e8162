// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

/** Why a file cannot be read any further. */
final class FileProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SheetCode code;

  FileProblem(SheetCode code, String detail) {
    super(detail);
    this.code = code;
  }

  SheetCode code() {
    return code;
  }

  /** An ordinary answer; a stack trace would only cost time. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
