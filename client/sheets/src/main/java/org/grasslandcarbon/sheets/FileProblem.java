// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;

/** Why a file cannot be read any further. */
final class FileProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SheetCode code;
  private final transient Optional<Detail> detail;

  FileProblem(SheetCode code, Detail detail) {
    super(detail.en());
    this.code = code;
    this.detail = Optional.of(detail);
  }

  /** A problem of which the code says all. */
  FileProblem(SheetCode code) {
    super(code.en());
    this.code = code;
    this.detail = Optional.empty();
  }

  Optional<Detail> detail() {
    return detail;
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
