// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

/** Nothing is wrong of what was checked, and some of what was to be checked was not. */
public final class NotAllChecked extends NotDone {
  private static final long serialVersionUID = 1L;

  public NotAllChecked(String zh, String en) {
    super(zh, en);
  }
}
