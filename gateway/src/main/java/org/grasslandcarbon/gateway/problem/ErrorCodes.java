// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.problem;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.error.ErrorCode;

/** The registry's codes by name. Chaincode newer than this gateway may have others. */
public final class ErrorCodes {
  private static final Map<String, ErrorCode> BY_NAME =
      Arrays.stream(ErrorCode.values())
          .collect(Collectors.toUnmodifiableMap(ErrorCode::name, Function.identity()));

  private ErrorCodes() {}

  /** The code of a name, if this version knows it. */
  public static Optional<ErrorCode> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
