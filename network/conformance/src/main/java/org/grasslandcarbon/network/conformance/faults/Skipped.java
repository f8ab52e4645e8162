// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

/** A scenario cannot be played on this machine. */
public final class Skipped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Skipped(String why) {
    super(why);
  }
}
