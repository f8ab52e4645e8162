// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

/**
 * A command has ended without doing what it was asked for, and no single refusal of the registry
 * says why.
 */
public class NotDone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;

  /**
   * @param zh what is so and what to do, in Chinese
   * @param en the same in English
   */
  public NotDone(String zh, String en) {
    super(en);
    this.zh = zh;
  }

  /** The same in Chinese. */
  public final String zh() {
    return zh;
  }
}
