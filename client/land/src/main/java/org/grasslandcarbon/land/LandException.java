// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;

/** Why a file cannot be read any further. */
public final class LandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient LandFault fault;

  LandException(LandCode code, LandPlace place, Detail detail) {
    super(detail.en());
    fault = new LandFault(code, Optional.of(detail), List.of(place), List.of());
  }

  /** A fault of which the code says all. */
  LandException(LandCode code, LandPlace place) {
    super(code.en());
    fault = new LandFault(code, Optional.empty(), List.of(place), List.of());
  }

  /** What is wrong, and where. */
  public LandFault fault() {
    return fault;
  }

  /** An ordinary answer; a stack trace would only cost time. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
