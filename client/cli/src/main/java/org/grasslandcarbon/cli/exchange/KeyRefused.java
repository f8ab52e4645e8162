// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.util.Set;
import org.grasslandcarbon.cli.NotDone;

/** The registry does not take this key for this venue: going on would only be refused again. */
final class KeyRefused extends NotDone {
  private static final long serialVersionUID = 1L;

  /** Refusals that are about who signs and not about what. */
  private static final Set<String> CODES =
      Set.of(
          "UNKNOWN_PARTICIPANT",
          "BAD_SIGNATURE",
          "KEY_REVOKED",
          "UNKNOWN_KEY",
          "PARTICIPANT_SUSPENDED",
          "NOT_ALLOWED",
          "TOKEN_MISSING",
          "TOKEN_INVALID",
          "FORBIDDEN");

  /**
   * @param code why
   * @param zh the code's sentence in Chinese
   * @param en the same in English
   */
  KeyRefused(String code, String zh, String en) {
    super(
        "密钥被拒绝，值班程序已停止（" + code + "）：" + zh,
        "The key is refused and the clerk has stopped (" + code + "): " + en);
  }

  /** Whether a code is about who signs. */
  static boolean isSaidBy(String code) {
    return CODES.contains(code);
  }
}
