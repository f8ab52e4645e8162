// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

/**
 * What went wrong on the way to the registry or on this machine, in Chinese and in English. Each
 * kind of failure that a caller treats differently has its own class.
 */
public abstract class ClientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;

  /**
   * @param zh what happened and what to do, in Chinese
   * @param en the same in English
   */
  protected ClientException(String zh, String en, Throwable cause) {
    super(en, cause);
    this.zh = zh;
  }

  /** What happened and what to do, in Chinese. */
  public String zh() {
    return zh;
  }

  /** What happened and what to do, in English. */
  public String en() {
    return getMessage();
  }
}
