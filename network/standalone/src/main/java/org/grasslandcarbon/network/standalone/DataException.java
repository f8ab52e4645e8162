// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

/** The data directory is not as it should be, and a person can do something about it. */
final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;

  DataException(String zh, String en) {
    this(zh, en, null);
  }

  DataException(String zh, String en, Throwable cause) {
    super(en, cause);
    this.zh = zh;
  }

  /** What is wrong and what to do, in Chinese. */
  String zh() {
    return zh;
  }
}
