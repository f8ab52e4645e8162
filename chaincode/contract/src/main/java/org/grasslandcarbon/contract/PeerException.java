// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

/**
 * The peer did not do what a transaction asked of it: it answered with an error, not in time, or
 * the stream was lost. Its message goes to the client and says no more than which request failed.
 */
final class PeerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PeerException(String message) {
    super(message);
  }
}
