// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

/** The product does not do what it promises. */
public final class FaultFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FaultFailed(String message) {
    super(message);
  }

  /** Requires what is promised. */
  static void require(boolean promised, String otherwise) {
    if (!promised) {
      throw new FaultFailed(otherwise);
    }
  }
}
