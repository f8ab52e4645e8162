// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import org.grasslandcarbon.cli.console.Language;

/** What was typed cannot be done: says what to type instead, in both languages. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;

  public UsageException(String zh, String en) {
    super(en);
    this.zh = zh;
  }

  String in(Language language) {
    return language.of(zh, getMessage());
  }
}
