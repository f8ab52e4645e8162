// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

/** The inbox cannot be opened; the message tells the operator what to do, in both languages. */
public final class InboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;

  InboxException(String zh, String en) {
    this(zh, en, null);
  }

  InboxException(String zh, String en, Throwable cause) {
    super(en, cause);
    this.zh = zh;
  }

  /** The message in Chinese. */
  public String zh() {
    return zh;
  }
}
