// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.domain.value.Name;

/** What was typed cannot be done: says what to type instead, in both languages. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;

  public UsageException(String zh, String en) {
    super(en);
    this.zh = zh;
  }

  /** The same about an option, with what is accepted there. */
  public UsageException concerning(String option, Name accepted) {
    return new UsageException(
        option + "：" + zh + "；应为" + accepted.zh() + "。",
        option + ": " + getMessage() + "; it should be " + accepted.en() + ".");
  }

  String in(Language language) {
    return language.of(zh, getMessage());
  }
}
