// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

/** The registry answered otherwise than its rules say. */
public final class FaultFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;

  public FaultFound(String zh, String en) {
    super(en);
    this.zh = zh;
  }

  /** What was found, in Chinese. */
  public String zh() {
    return zh;
  }
}
