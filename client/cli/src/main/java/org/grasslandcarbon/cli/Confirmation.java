// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.Optional;

/** A question before something that cannot be taken back. */
public final class Confirmation {
  private Confirmation() {}

  /**
   * Asks, unless it has been said already.
   *
   * @param said whether the command line says so
   * @throws UsageException when there is nobody to ask
   */
  public static boolean given(Session session, boolean said, String zh, String en) {
    if (said) {
      return true;
    }
    Optional<String> answer =
        session.isForPrograms()
            ? Optional.empty()
            : session.terminal().keyboard().line(session.language().of(zh, en) + " [y/N]");
    return answer
        .orElseThrow(
            () ->
                new UsageException(
                    "无人可询问，未签署任何指令；确认无误请加 --yes。",
                    "There is nobody to ask, and nothing was signed: add --yes when it is meant."))
        .strip()
        .equalsIgnoreCase("y");
  }
}
