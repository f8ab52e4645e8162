// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

/** The peer has not said what is in its state; nothing is known to be wrong with it. */
public final class NoDigestsException extends Exception {
  private static final long serialVersionUID = 1L;

  public NoDigestsException(String message, Throwable cause) {
    super(message, cause);
  }
}
